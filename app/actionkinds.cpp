// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actionkinds.h>

#include <QtCore/QCoreApplication>
#include <app/dashboardpage.h>
#include <app/explore/explorepage.h>
#include <app/mainwindow.h>

namespace {

// find: what it is done to, or null.
template <class Find, class Run>
Action on(Action action, Find find, Run run)
{
    action.enabled = [find] { return find() != nullptr; };
    action.run = [find, run = std::move(run)] {
        if (auto *const found = find())
            run(*found);
    };
    return action;
}

// id: of the item under the mouse or with the focus; empty: there is none.
Action onItem(MainWindow &window, Action action, QString (DashboardView::*id)() const,
              std::function<void(DashboardPage &, const QString &)> run)
{
    const auto page = [&window, id]() -> DashboardPage * {
        DashboardPage *const current = window.currentDashboard();
        return current && !(current->view().*id)().isEmpty() ? current : nullptr;
    };
    return on(std::move(action), page, [id, run = std::move(run)](DashboardPage &found) { run(found, (found.view().*id)()); });
}

} // namespace

namespace actions {

QString tr(const char *text)
{
    return QCoreApplication::translate("Actions", text);
}

QList<QKeySequence> keys(std::initializer_list<QKeySequence> list)
{
    return list;
}

Action onPage(MainWindow &window, Action action, std::function<void(DashboardPage &)> run)
{
    return on(
        std::move(action), [&window] { return window.currentDashboard(); }, std::move(run));
}

Action onSession(MainWindow &window, Action action, std::function<void(DashboardSession &)> run)
{
    return on(
        std::move(action), [&window] { return window.currentSession(); }, std::move(run));
}

Action onExplore(MainWindow &window, Action action, std::function<void(ExplorePage &)> run)
{
    return on(
        std::move(action), [&window] { return window.currentExplore(); }, std::move(run));
}

Action onGrid(MainWindow &window, Action action, std::function<void(DashboardPage &)> run)
{
    const auto page = [&window]() -> DashboardPage * {
        DashboardPage *const current = window.currentDashboard();
        return current && current->view().isVisible() ? current : nullptr;
    };
    return on(std::move(action), page, std::move(run));
}

Action onPanel(MainWindow &window, Action action, std::function<void(DashboardPage &, const QString &)> run)
{
    return onItem(window, std::move(action), &DashboardView::hoveredPanel, std::move(run));
}

Action onTab(MainWindow &window, Action action, std::function<void(DashboardPage &, const QString &)> run)
{
    return onItem(window, std::move(action), &DashboardView::frontTab, std::move(run));
}

Action onRow(MainWindow &window, Action action, std::function<void(DashboardPage &, const QString &)> run)
{
    return onItem(window, std::move(action), &DashboardView::hoveredRow, std::move(run));
}

} // namespace actions
