// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

class App;
class DashboardPage;
class Menu;

// Asks for a file and writes the whole dashboard into it, with the page's time range and variables: "png" (twice as sharp as the
// screen), "svg", "pdf" (pages of A4). Panels that are not on the screen are asked for; the page itself stays as it is.
void exportDashboard(App &app, DashboardPage &page, const QString &format);
void addExportMenu(Menu &menu, DashboardPage &page); // says what was chosen by fileActionRequested
