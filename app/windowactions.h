// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Actions;
class MainWindow;

// Everything that the window can do, with Grafana's keys and the desktop's.
void addWindowActions(Actions &actions, MainWindow &window);
