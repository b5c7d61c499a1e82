// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Actions;
class MainWindow;

// What can be done to panels and rows, by keys and by the palette.
void addPanelActions(Actions &actions, MainWindow &window);
