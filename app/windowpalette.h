// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/palette.h>

class Library;
class MainWindow;
class PanelRegistry;

// What Ctrl+K finds in a window: panels of the dashboard in front, open and known dashboards, commands.
QList<PaletteItem> paletteItems(MainWindow &window, const PanelRegistry &types, const Library &library);
