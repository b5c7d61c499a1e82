// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/exploretab.h>

#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/localengineservice.h>
#include <app/mainwindow.h>
#include <app/paneledits.h>
#include <app/query/targetoptions.h>
#include <core/datemath.h>
#include <widgets/controls/menu.h>
#include <widgets/controls/tabstrip.h>

using namespace Qt::StringLiterals;

const QString ExploreTab::id = u"explore"_s;

ExploreTab::ExploreTab(App &app, MainWindow &window) : QObject(&window), m_app(app), m_window(window) { }

void ExploreTab::show()
{
    TabInfo tab;
    tab.id = id;
    tab.title = tr("Explore");
    tab.icon = u"explore"_s;
    if (!m_page) {
        m_page = new ExplorePage(m_app, &m_window);
        connect(m_page, &ExplorePage::addRequested, this, &ExploreTab::openAddMenu);
        if (LocalEngineService *local = m_app.localEngine())
            connect(m_page, &ExplorePage::refreshed, local, &LocalEngineService::countRefresh);
        m_window.addExplore(m_page, tab);
        m_page->pane().focusQuery();
    } else {
        m_window.showParked(tab);
    }
    m_window.showTab(id);
}

// As in Grafana: the dashboard's variables are written out, those that the range and the panel's width decide ($__interval and its kin)
// stay.
void ExploreTab::openPanel(DashboardPage &from, const QString &instanceId)
{
    DashboardSession &session = from.session();
    const PanelInstance *instance = session.instance(instanceId);
    if (!instance)
        return;
    QList<Json> targets;
    SourceRef source = instance->panel->datasource;
    const std::vector<Json> written = instance->panel->raw[u"targets"].items();
    for (const Json &target : written) {
        if (!isPromqlTarget(target, source))
            continue;
        Json json = target.without(u"datasource").with(u"expr", Json(session.interpolateForQuery(queryTextOf(target), instanceId)));
        if (target[u"legendFormat"].isString())
            json = json.with(u"legendFormat", Json(session.interpolate(target[u"legendFormat"].toString(), instanceId)));
        if (!target.get(u"datasource.uid").toString().isEmpty() && (source.uid.isEmpty() || source.uid == u"-- Mixed --"))
            source = {target.get(u"datasource.type").toString(), target.get(u"datasource.uid").toString()};
        targets.append(json);
    }
    source.uid = source.uid == u"-- Mixed --" ? QString() : session.interpolate(source.uid, instanceId, u"raw"_s);
    const SourceEntry entry = m_app.sources().find(source).entry;
    const RawTimeRange range = session.timeInfo(instanceId).isEmpty() ? session.rawRange() : rawRange(session.panelRange(instanceId));
    const QString title = session.interpolate(instance->panel->title, instanceId);
    show();
    if (!targets.isEmpty())
        m_page->open(targets, {entry.type, entry.uid}, range, title.isEmpty() ? tr("Queries of a panel") : tr("Queries of %1").arg(title));
}

void ExploreTab::openAddMenu(QWidget *anchor)
{
    auto *menu = new Menu(m_page);
    menu->setObjectName(u"addToMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *fresh = menu->add(u"addToNew"_s, u"add"_s, tr("New dashboard"));
    connect(fresh, &QAction::triggered, this, [this] { addTo({}); });
    bool first = true;
    for (const MainWindow::OpenPage &page : m_window.openPages()) {
        if (page.icon != u"dashboard")
            continue;
        if (std::exchange(first, false))
            menu->addSeparator();
        QAction *action = menu->addData(u"dashboard"_s, page.title);
        action->setObjectName(u"addTo."_s + page.tab);
        connect(action, &QAction::triggered, this, [this, tab = page.tab] { addTo(tab); });
    }
    menu->popup(anchor->mapToGlobal(QPoint(0, anchor->height() + 4)));
}

// "" is a new dashboard; it takes the time range along.
void ExploreTab::addTo(const QString &tab)
{
    const Json panel = m_page->pane().toPanel();
    if (tab.isEmpty())
        m_window.opener().newDashboard();
    else
        m_window.showTab(tab);
    DashboardPage *dashboard = m_window.currentDashboard();
    if (!dashboard)
        return;
    if (tab.isEmpty())
        dashboard->session().setTimeRange(m_page->pane().session().rawRange());
    dashboard->edits().addPanel(panel);
}
