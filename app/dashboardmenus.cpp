// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/dashboardview.h>

#include <QtGui/QContextMenuEvent>
#include <app/actions.h>
#include <app/settings/variablegroups.h>
#include <dashboard/variablekinds.h>
#include <widgets/controls/menu.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/rowheader.h>
#include <widgets/theme/theme.h>

using namespace Qt::StringLiterals;

// The menus of panels, rows and the ground.

void DashboardView::openMenu(const QString &id, const QPoint &global)
{
    const PanelInstance *instance = m_session.instance(id);
    if (!m_interactive || !instance)
        return;
    auto *menu = new Menu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto keys = [this](const QString &action) { return Actions::keyTextAt(this, u"panel."_s + action); };
    const bool viewed = viewedPanel() == id;
    connect(menu->add(u"view"_s, viewed ? u"dashboard"_s : u"eye"_s, viewed ? tr("Back to the dashboard") : tr("View"), keys(u"view"_s)),
            &QAction::triggered, this, [this, id, viewed] { viewPanel(viewed ? QString() : id); });
    const auto addEdit = [&](const QString &action, const QString &icon, const QString &text) {
        connect(menu->add(action, icon, text, keys(action)), &QAction::triggered, this,
                [this, id, action] { emit panelActionRequested(action, id); });
    };
    addEdit(u"edit"_s, u"edit"_s, tr("Edit"));
    if (asks(id))
        addEdit(u"explore"_s, u"explore"_s, tr("Explore"));
    Menu *inspect = menu->addSub(u"inspect"_s, u"table"_s, tr("Inspect"));
    const auto addInspect = [&](const QString &tab, const QString &icon, const QString &text) {
        const QString known = tab == "data"_L1 ? u"inspect"_s : u"inspect."_s + tab;
        connect(inspect->add(u"inspect."_s + tab, icon, text, keys(known)), &QAction::triggered, this,
                [this, id, tab] { emit inspectRequested(id, tab); });
    };
    addInspect(u"data"_s, u"table"_s, tr("Data"));
    addInspect(u"query"_s, u"query"_s, tr("Query"));
    addInspect(u"json"_s, u"code"_s, tr("Panel JSON"));
    Menu *exported = menu->addSub(u"export"_s, u"export"_s, tr("Export"));
    const auto addExport = [&](const QString &format, const QString &icon, const QString &text) {
        connect(exported->add(u"export."_s + format, icon, text, keys(u"export."_s + format)), &QAction::triggered, this,
                [this, id, format] { emit panelActionRequested(u"export."_s + format, id); });
    };
    addExport(u"png"_s, u"panel"_s, tr("Picture (PNG)…"));
    addExport(u"svg"_s, u"panel"_s, tr("Vector picture (SVG)…"));
    addExport(u"pdf"_s, u"file"_s, tr("PDF…"));
    if (asks(id))
        addExport(u"csv"_s, u"table"_s, tr("Data (CSV)…"));
    addExport(u"json"_s, u"code"_s, tr("Panel JSON…"));
    menu->addSeparator();
    connect(menu->add(u"refresh"_s, u"refresh"_s, tr("Refresh this panel"), keys(u"refresh"_s)), &QAction::triggered, this,
            [this, id] { m_session.refreshPanel(id); });
    menu->addSeparator();
    addEdit(u"copy"_s, u"copy"_s, tr("Copy"));
    addEdit(u"duplicate"_s, u"duplicate"_s, tr("Duplicate"));
    menu->addSeparator();
    connect(menu->addDanger(u"remove"_s, u"delete"_s, tr("Remove"), keys(u"remove"_s)), &QAction::triggered, this,
            [this, id] { emit panelActionRequested(u"remove"_s, id); });
    menu->popup(global);
}

// A menu of a row or a tab, and what adds an action to it.
DashboardView::SectionMenu DashboardView::sectionMenu(const QString &kind, const QString &id)
{
    auto *menu = new Menu(this);
    menu->setObjectName(kind + "Menu"_L1);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu, kind, id](const QString &action, const QString &icon, const QString &text) {
        const QString name = kind + u'.' + action;
        const QString keys = Actions::keyTextAt(this, name);
        QAction *const made = action == "removeAll"_L1 ? menu->addDanger(name, icon, text, keys) : menu->add(name, icon, text, keys);
        connect(made, &QAction::triggered, this, [this, id, action] { emit rowActionRequested(action, id); });
    };
    return {menu, add};
}

void DashboardView::openRowMenu(const QString &id, const QPoint &global)
{
    if (!m_interactive)
        return;
    const auto [menu, add] = sectionMenu(u"row"_s, id);
    add(u"rename"_s, u"edit"_s, tr("Rename…"));
    add(u"up"_s, u"chevron-up"_s, tr("Move up"));
    add(u"down"_s, u"chevron-down"_s, tr("Move down"));
    add(u"fold"_s, u"chevron-right"_s, tr("Keep folded in the file"));
    add(u"unfold"_s, u"chevron-down"_s, tr("Keep open in the file"));
    addRowRepeats(*menu->addSub(u"row.repeat"_s, u"duplicate"_s, tr("Repeat by")), id);
    addTabsToGoTo(*menu, id);
    menu->addSeparator();
    add(u"remove"_s, u"delete"_s, tr("Remove, keep its panels"));
    add(u"removeAll"_s, u"delete"_s, tr("Remove with its panels"));
    menu->popup(global);
}

// What a drag does with the mouse: the row into another tab, at its end.
void DashboardView::addTabsToGoTo(Menu &menu, const QString &id)
{
    const QString row = sourceRow(id);
    QString place;
    const QSet<QString> forRows = sectionsForRows();
    QHash<QString, QString> tabs; // by place
    for (const LayoutItem &item : m_session.dashboard().layout.children) {
        if (item.id == row)
            place = item.place;
        if (!item.traits.tabs.isEmpty() && forRows.contains(item.id))
            tabs.insert(item.place, item.id);
    }
    Menu *into = nullptr;
    for (const Option &holder : variableHolders(m_session.document())) {
        if (!tabs.contains(holder.value) || place.startsWith(holder.value + u'/') || holder.value.startsWith(place + u'/'))
            continue;
        if (!into)
            into = menu.addSub(u"row.into"_s, u"row"_s, tr("Move into"));
        connect(into->addData({}, holder.text), &QAction::triggered, this,
                [this, id, tab = tabs[holder.value]] { emit rowActionRequested(u"into."_s + tab, id); });
    }
}

void DashboardView::openTabMenu(const QString &tabId, const QPoint &global)
{
    if (!m_interactive)
        return;
    const auto [menu, add] = sectionMenu(u"tab"_s, tabId);
    add(u"rename"_s, u"edit"_s, tr("Rename…"));
    add(u"up"_s, u"chevron-left"_s, tr("Move left"));
    add(u"down"_s, u"chevron-right"_s, tr("Move right"));
    addRowRepeats(*menu, tabId);
    menu->addSeparator();
    add(u"remove"_s, u"delete"_s, tr("Remove, keep its panels"));
    add(u"removeAll"_s, u"delete"_s, tr("Remove with its panels"));
    menu->popup(global);
}

// The variables that a row may stand once for each value of.
void DashboardView::addRowRepeats(Menu &menu, const QString &id)
{
    QString now;
    for (const LayoutItem &item : m_session.dashboard().layout.children)
        if (item.kind == LayoutItem::Kind::Row && item.id == sourceRow(id))
            now = item.repeat;
    const auto offer = [&](QAction *action, const QString &variable) {
        connect(action, &QAction::triggered, this, [this, id, variable] { emit rowActionRequested(u"repeat."_s + variable, id); });
    };
    offer(menu.add(u"row.repeat.none"_s, now.isEmpty() ? u"check"_s : QString(), tr("Nothing: it stands once")), {});
    for (const VariableState &variable : m_session.variables())
        if (const QString &name = variable.definition.name; givesRepeats(variable.definition) || name == now)
            offer(menu.addData(name == now ? u"check"_s : u"variable"_s, name), name);
}

void DashboardView::openRowRepeats(const QString &rowId)
{
    const auto header = m_rows.find(rowId);
    if (!m_interactive || header == m_rows.end())
        return;
    auto *menu = new Menu(this);
    menu->setObjectName(u"rowRepeats"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addRowRepeats(*menu, rowId);
    menu->popup(header->second->mapToGlobal(QPoint(0, header->second->height())));
}

void DashboardView::openPanelMenu(const QString &instanceId)
{
    if (const PanelFrame *shown = frame(instanceId))
        openMenu(instanceId, shown->mapToGlobal(QPoint(12, space::panelHeader)));
}

void DashboardView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_interactive)
        emit groundMenuRequested(event->globalPos());
}
