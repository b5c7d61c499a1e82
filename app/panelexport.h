// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

class DashboardPage;

// Asks for a file and writes what a panel shows into it: "png" (twice as sharp as the screen), "svg", "pdf", "csv", "json".
void exportPanel(DashboardPage &page, const QString &instanceId, const QString &format);

QString exportFileName(const QString &title, const QString &format);
QString pictureKind(const QString &format); // for file dialogs: "Picture (*.png)"
