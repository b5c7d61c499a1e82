// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

class QWidget;

// Asks for a name and writes the text there; says when that fails.
void saveCsv(const QByteArray &csv, QWidget *parent);
