// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actionkinds.h>

#include <QtCore/QCoreApplication>
#include <app/dashboardpage.h>
#include <app/explore/explorepage.h>
#include <app/mainwindow.h>

namespace actions {

QString tr(const char *text)
{
    return QCoreApplication::translate("Actions", text);
}

Action onPage(MainWindow &window, Action action, std::function<void(DashboardPage &)> run)
{
    action.run = [&window, run = std::move(run)] { run(*window.currentDashboard()); };
    action.enabled = [&window] { return window.currentDashboard() != nullptr; };
    return action;
}

Action onSession(MainWindow &window, Action action, std::function<void(DashboardSession &)> run)
{
    action.run = [&window, run = std::move(run)] { run(*window.currentSession()); };
    action.enabled = [&window] { return window.currentSession() != nullptr; };
    return action;
}

Action onExplore(MainWindow &window, Action action, std::function<void(ExplorePage &)> run)
{
    action.run = [&window, run = std::move(run)] { run(*window.currentExplore()); };
    action.enabled = [&window] { return window.currentExplore() != nullptr; };
    return action;
}

Action onGrid(MainWindow &window, Action action, std::function<void(DashboardPage &)> run)
{
    action = onPage(window, std::move(action), std::move(run));
    action.enabled = [&window] { return window.currentDashboard() && window.currentDashboard()->view().isVisible(); };
    return action;
}

Action onPanel(MainWindow &window, Action action, std::function<void(DashboardPage &, const QString &)> run)
{
    action.run = [&window, run = std::move(run)] { run(*window.currentDashboard(), window.currentDashboard()->view().hoveredPanel()); };
    action.enabled = [&window] {
        DashboardPage *page = window.currentDashboard();
        return page && !page->view().hoveredPanel().isEmpty();
    };
    return action;
}

Action onRow(MainWindow &window, Action action, std::function<void(DashboardPage &, const QString &)> run)
{
    action.run = [&window, run = std::move(run)] { run(*window.currentDashboard(), window.currentDashboard()->view().hoveredRow()); };
    action.enabled = [&window] {
        DashboardPage *page = window.currentDashboard();
        return page && !page->view().hoveredRow().isEmpty();
    };
    return action;
}

} // namespace actions
