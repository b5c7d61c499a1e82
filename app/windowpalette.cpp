// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/windowpalette.h>

#include <QtCore/QFileInfo>
#include <app/actions.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/library.h>
#include <app/mainwindow.h>
#include <dashboard/dashboardplace.h>
#include <panels/registry.h>

using namespace Qt::StringLiterals;

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
                          [&actions, id = action.id] { const_cast<Actions &>(actions).trigger(id); }, false, true});
}

// Those of the library that are not open: recent and starred ones.
void addDashboards(QList<PaletteItem> &items, MainWindow &window, const Library &library)
{
    QStringList open;
    for (const MainWindow::OpenPage &each : window.openPages())
        open.append(each.detail);
    for (const KnownDashboard &known : library.recent() + library.starred()) {
        if (open.contains(known.path) || !QFileInfo::exists(DashboardPlace::of(known.path).file))
            continue;
        open.append(known.path);
        items.append({tr("Dashboards"), known.title, known.path, u"dashboard"_s, {}, [&window, path = known.path] {
                          window.opener().openFile(path);
                      }});
    }
}

} // namespace

QList<PaletteItem> paletteItems(MainWindow &window, const PanelRegistry &types, const Library &library)
{
    QList<PaletteItem> items;
    if (DashboardPage *page = window.currentDashboard())
        addPanels(items, *page, types);
    for (const MainWindow::OpenPage &each : window.openPages())
        items.append({tr("Open"), each.title, each.detail, each.icon, {}, [&window, id = each.tab] { window.showTab(id); }});
    addDashboards(items, window, library);
    addCommands(items, window.actions());
    return items;
}
