// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/windowpalette.h>

#include <app/actions.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>
#include <panels/registry.h>

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Palette", text);
}

QString iconOf(const PanelRegistry &types, const QString &type)
{
    const PanelType *found = types.find(type);
    return (found ? *found : types.placeholder()).icon;
}

void addPanels(QList<PaletteItem> &items, DashboardPage &page, const PanelRegistry &types)
{
    for (const PanelInstance &instance : page.session().instances()) {
        PaletteItem item;
        item.group = tr("Panels");
        item.text = page.session().interpolate(instance.panel->title, instance.id);
        item.icon = iconOf(types, instance.panel->type);
        item.run = [&page, id = instance.id] { page.view().reveal(id); };
        if (!item.text.isEmpty())
            items.append(item);
    }
}

void addCommands(QList<PaletteItem> &items, const Actions &actions)
{
    for (const Action &action : actions.all())
        if (action.inPalette && actions.isEnabled(action.id))
            items.append({tr("Commands"), action.text, action.group, action.icon, actions.keyText(action.id),
                          [&actions, id = action.id] { const_cast<Actions &>(actions).trigger(id); }});
}

} // namespace

QList<PaletteItem> paletteItems(MainWindow &window, const PanelRegistry &types)
{
    QList<PaletteItem> items;
    if (DashboardPage *page = window.currentDashboard())
        addPanels(items, *page, types);
    for (const MainWindow::OpenPage &each : window.openPages())
        items.append({tr("Open"), each.title, each.detail, each.icon, {}, [&window, id = each.tab] { window.showTab(id); }});
    addCommands(items, window.actions());
    return items;
}
