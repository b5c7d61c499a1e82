// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/actions.h>

class DashboardPage;
class DashboardSession;
class ExplorePage;
class MainWindow;

// Actions by what they are done to. Each is off where there is no such thing.
namespace actions {

QString tr(const char *text); // in the context of all actions
QList<QKeySequence> keys(std::initializer_list<QKeySequence> list);
Action onPage(MainWindow &window, Action action, std::function<void(DashboardPage &)> run); // the dashboard in front
Action onSession(MainWindow &window, Action action, std::function<void(DashboardSession &)> run); // of a dashboard or of Explore
Action onExplore(MainWindow &window, Action action, std::function<void(ExplorePage &)> run);
Action onGrid(MainWindow &window, Action action, std::function<void(DashboardPage &)> run); // panels, where they are to be seen
// The panel, or the row's header, under the mouse or with the focus.
Action onPanel(MainWindow &window, Action action, std::function<void(DashboardPage &, const QString &instance)> run);
// The tab in front of the dashboard in front.
Action onTab(MainWindow &window, Action action, std::function<void(DashboardPage &, const QString &tab)> run);
Action onRow(MainWindow &window, Action action, std::function<void(DashboardPage &, const QString &row)> run);

} // namespace actions
