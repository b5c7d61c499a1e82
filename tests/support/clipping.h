// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

class QWidget;

// Finds what is cut off or lies on top of each other among the visible widgets, by measuring. Needs a PseudoLocale to tell the program's
// own words from data: data may elide, our words may lose no more than what the longer locale added to them.
namespace clipping {

QStringList faults(const QWidget &root); // "name: what is wrong", each once
QStringList faults(); // of all visible windows

} // namespace clipping
