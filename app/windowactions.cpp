// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/windowactions.h>

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <app/actionkinds.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/exploretab.h>
#include <app/mainwindow.h>
#include <app/panelactions.h>
#include <app/paneledits.h>
#include <app/settings/settingshost.h>

using namespace Qt::StringLiterals;
using namespace actions;

namespace {

// The form that Grafana puts on the clipboard, so that a range can be carried over.
void copyTimeRange(const DashboardSession &session)
{
    const RawTimeRange range = session.rawRange();
    Json json = Json::object();
    json = json.with(u"from"_s, Json(range.from)).with(u"to"_s, Json(range.to));
    QApplication::clipboard()->setText(QString::fromUtf8(json.dump()));
}

void pasteTimeRange(DashboardSession &session)
{
    const auto json = Json::parse(QApplication::clipboard()->text().toUtf8());
    if (json && json->get(u"from"_s).isString() && json->get(u"to"_s).isString())
        session.setTimeRange({json->get(u"from"_s).toString(), json->get(u"to"_s).toString()});
}

void foldRows(DashboardSession &session, bool fold)
{
    const QList<RowInstance> rows = session.rows(); // a copy: folding lays out anew
    for (const RowInstance &row : rows)
        session.setRowCollapsed(row.id, fold);
}

void addPages(Actions &actions, MainWindow &window)
{
    const QString group = tr("Pages");
    actions.add({u"go.home"_s, group, tr("Home"), u"home"_s, {}, {u"g h"_s}, [&window] { window.showHome(); }});
    actions.add({u"go.dashboards"_s, group, tr("Dashboards"), u"dashboard"_s, {}, {u"g d"_s}, [&window] { window.showDashboards(); }});
    actions.add({u"go.explore"_s, group, tr("Explore"), u"explore"_s, {}, {u"g e"_s}, [&window] { window.showExplore(); }});
    actions.add({u"go.sources"_s, group, tr("Sources"), u"source"_s, {}, {u"g s"_s}, [&window] { window.showSources(); }});
    actions.add({u"tab.close"_s, group, tr("Close tab"), u"close"_s, keys({Qt::CTRL | Qt::Key_W, Qt::CTRL | Qt::Key_F4}), {}, [&window] {
                     window.closeCurrentTab();
                 }});
    actions.add({u"tab.next"_s,
                 group,
                 tr("Next tab"),
                 u"chevron-right"_s,
                 keys({Qt::CTRL | Qt::Key_Tab, Qt::CTRL | Qt::Key_PageDown}),
                 {},
                 [&window] { window.stepTab(1); }});
    actions.add({u"tab.previous"_s,
                 group,
                 tr("Tab before"),
                 u"chevron-left"_s,
                 keys({Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, Qt::CTRL | Qt::Key_PageUp}),
                 {},
                 [&window] { window.stepTab(-1); }});
    actions.add({u"window.close"_s, group, tr("Quit"), u"close"_s, keys({Qt::CTRL | Qt::Key_Q}), {}, [&window] { window.close(); }});
    actions.add({u"view.kiosk"_s,
                 group,
                 tr("Kiosk"),
                 u"kiosk"_s,
                 keys({Qt::Key_F11}),
                 {u"d k"_s},
                 [&window] { window.setKiosk(!window.isKiosk()); },
                 [&window] { return window.currentDashboard() != nullptr; }});
    actions.add({u"palette"_s,
                 group,
                 tr("Search for anything"),
                 u"search"_s,
                 keys({Qt::CTRL | Qt::Key_K}),
                 {},
                 [&window] { window.openPalette(); },
                 {},
                 false,
                 true});
    actions.add(
        {u"help"_s, group, tr("Keyboard"), u"keyboard"_s, keys({QKeySequence::HelpContents}), {u"?"_s}, [&window] { window.openHelp(); }});
    actions.add({u"keys"_s, group, tr("Change keys…"), u"keyboard"_s, {}, {}, [&window] { window.openKeys(); }});
    actions.add({u"theme.toggle"_s, group, tr("Dark or light"), u"palette"_s, {}, {u"c t"_s}, [&window] { window.toggleTheme(); }});
    actions.add({u"theme.desktop"_s, group, tr("Dark or light as the desktop has it"), u"palette"_s, {}, {}, [&window] {
                     window.followDesktop();
                 }});
    actions.add({u"view.leave"_s, group, tr("Leave the view"), u"close"_s, {}, {u"esc"_s}, [&window] { window.leave(); }, {}, false});
}

void addFiles(Actions &actions, MainWindow &window)
{
    const QString group = tr("Files");
    actions.add({u"file.new"_s, group, tr("New dashboard"), u"add"_s, keys({QKeySequence::New}), {}, [&window] {
                     window.opener().newDashboard();
                 }});
    actions.add(
        {u"file.open"_s, group, tr("Open…"), u"file"_s, keys({QKeySequence::Open}), {}, [&window] { window.opener().chooseFiles(); }});
    actions.add({u"file.import"_s, group, tr("Import…"), u"import"_s, {}, {}, [&window] { window.opener().import(); }});
    actions.add({u"file.sample"_s, group, tr("Open the sample"), u"dashboard"_s, {}, {}, [&window] { window.openSample(); }});
    const auto add = [&](const QString &id, const QString &text, const QString &icon, const QList<QKeySequence> &keys) {
        actions.add({u"file."_s + id,
                     group,
                     text,
                     icon,
                     keys,
                     {},
                     [&window, id] { window.fileAction(id); },
                     [&window] { return window.currentDashboard() != nullptr; }});
    };
    add(u"save"_s, tr("Save"), u"save"_s, keys({QKeySequence::Save}));
    add(u"saveAs"_s, tr("Save as…"), u"file"_s, keys({Qt::CTRL | Qt::SHIFT | Qt::Key_S}));
    add(u"saveCopy"_s, tr("Save a copy…"), u"copy"_s, {});
    add(u"revert"_s, tr("Revert to the saved file"), u"reset"_s, {});
    add(u"copyJson"_s, tr("Copy the JSON"), u"code"_s, {});
    add(u"inputs"_s, tr("Sources of this shared dashboard…"), u"import"_s, {});
    add(u"share"_s, tr("Export for sharing…"), u"export"_s, {});
    add(u"export.png"_s, tr("Export the dashboard as a picture (PNG)…"), u"panel"_s, {});
    add(u"export.svg"_s, tr("Export the dashboard as a vector picture (SVG)…"), u"panel"_s, {});
    add(u"export.pdf"_s, tr("Export the dashboard as a PDF…"), u"file"_s, {});
    add(u"defaultTime"_s, tr("Make this time range the default"), u"clock"_s, {});
    add(u"defaultVariables"_s, tr("Make these variable values the default"), u"variable"_s, {});
    add(u"defaultAnnotations"_s, tr("Make these annotation switches the default"), u"pin"_s, {});
    actions.add({u"file.star"_s,
                 group,
                 tr("Star, or not any more"),
                 u"star"_s,
                 {},
                 {},
                 [&window] { emit window.currentDashboard()->starToggled(); },
                 [&window] { return window.currentDashboard() && !window.currentDashboard()->path().isEmpty(); }});
}

void addTime(Actions &actions, MainWindow &window)
{
    const QString group = tr("Time range");
    actions.add(
        onSession(window, {u"time.pick"_s, group, tr("Choose the time range"), u"clock"_s, {}, {u"t t"_s}}, [&window](DashboardSession &) {
            if (ExplorePage *explore = window.currentExplore())
                return explore->openTimePicker();
            window.currentDashboard()->openTimePicker();
        }));
    Action often = onSession(window, {u"time.refresh"_s, group, tr("Choose how often to refresh"), u"refresh"_s, {}, {u"t r"_s}},
                             [&window](DashboardSession &) {
                                 if (ExplorePage *explore = window.currentExplore())
                                     return explore->chooseInterval();
                                 window.currentDashboard()->openRefreshPicker();
                             });
    often.enabled = [&window] { // the editor has no such button
        return window.currentExplore() || (window.currentDashboard() && window.currentDashboard()->editedPanel().isEmpty());
    };
    actions.add(often);
    actions.add(onSession(window, {u"time.zoomOut"_s, group, tr("Zoom out"), u"zoom-out"_s, {}, {u"t z"_s, u"t -"_s, u"t o"_s}},
                          [](DashboardSession &session) { session.zoomOut(); }));
    actions.add(onSession(window, {u"time.zoomIn"_s, group, tr("Zoom in"), u"zoom-in"_s, {}, {u"t +"_s, u"t ="_s, u"t i"_s}},
                          [](DashboardSession &session) {
                              const TimeRange range = session.range();
                              const qint64 quarter = range.spanMs() / 4;
                              session.setAbsoluteRange({range.fromMs + quarter, range.toMs - quarter});
                          }));
    actions.add(onSession(window, {u"time.left"_s, group, tr("Half a range back"), u"chevron-left"_s, {}, {u"t left"_s}},
                          [](DashboardSession &session) { session.shift(-1); }));
    actions.add(onSession(window, {u"time.right"_s, group, tr("Half a range forward"), u"chevron-right"_s, {}, {u"t right"_s}},
                          [](DashboardSession &session) { session.shift(1); }));
    actions.add(onSession(window, {u"time.absolute"_s, group, tr("Make the range absolute"), u"pin"_s, {}, {u"t a"_s}},
                          [](DashboardSession &session) { session.setAbsoluteRange(session.range()); }));
    actions.add(onSession(window, {u"time.copy"_s, group, tr("Copy the time range"), u"copy"_s, {}, {u"t c"_s}},
                          [](DashboardSession &session) { copyTimeRange(session); }));
    actions.add(onSession(window, {u"time.paste"_s, group, tr("Paste a time range"), u"paste"_s, {}, {u"t v"_s}},
                          [](DashboardSession &session) { pasteTimeRange(session); }));
    actions.add(onSession(window, {u"time.back"_s, group, tr("Range before"), u"undo"_s, keys({Qt::ALT | Qt::Key_Left}), {}},
                          [](DashboardSession &session) { session.goBack(); }));
    actions.add(onSession(window, {u"time.forward"_s, group, tr("Range after"), u"redo"_s, keys({Qt::ALT | Qt::Key_Right}), {}},
                          [](DashboardSession &session) { session.goForward(); }));
}

void addDashboard(Actions &actions, MainWindow &window)
{
    const QString group = tr("Dashboard");
    actions.add(
        onSession(window, {u"edit.undo"_s, group, tr("Undo"), u"undo"_s, keys({QKeySequence::Undo}), {}}, [&window](DashboardSession &) {
            if (ExplorePage *explore = window.currentExplore())
                return explore->pane().undo();
            window.currentDashboard()->undo();
        }));
    actions.add(onSession(
        window, {u"edit.redo"_s, group, tr("Redo"), u"redo"_s, keys({Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y}), {}},
        [&window](DashboardSession &) {
            if (ExplorePage *explore = window.currentExplore())
                return explore->pane().redo();
            window.currentDashboard()->redo();
        }));
    actions.add(onPage(window, {u"edit.history"_s, group, tr("History of edits"), u"history"_s, {}, {u"d h"_s}},
                       [](DashboardPage &page) { page.openHistory(); }));
    actions.add(
        onGrid(window, {u"dashboard.add"_s, group, tr("Add…"), u"add"_s, {}, {u"d a"_s}}, [](DashboardPage &page) { page.openAddMenu(); }));
    const auto settings
        = [&](const QString &id, const QString &text, const QString &icon, const QStringList &chords, const QString &section) {
              actions.add(onPage(window, {u"dashboard."_s + id, group, text, icon, {}, chords},
                                 [section](DashboardPage &page) { page.settings().open(section); }));
          };
    settings(u"settings"_s, tr("Settings of the dashboard"), u"settings"_s, {u"d s"_s}, {});
    settings(u"variables"_s, tr("Variables"), u"variable"_s, {u"d v"_s}, u"variables"_s);
    settings(u"annotations"_s, tr("Annotations"), u"pin"_s, {}, u"annotations"_s);
    settings(u"links"_s, tr("Links of the dashboard"), u"link"_s, {}, u"links"_s);
    settings(u"json"_s, tr("JSON of the dashboard"), u"code"_s, {}, u"json"_s);
    settings(u"report"_s, tr("Compatibility of the dashboard"), u"info"_s, {}, u"report"_s);
    actions.add(onSession(window, {u"dashboard.refresh"_s, group, tr("Refresh"), u"refresh"_s, keys({Qt::Key_F5}), {u"d r"_s}},
                          [](DashboardSession &session) { session.refresh(); }));
    // Ctrl+O, Grafana's, opens files in every other program.
    actions.add(onPage(
        window, {u"dashboard.crosshair"_s, group, tr("Crosshair mode"), u"zoom-in"_s, keys({Qt::CTRL | Qt::SHIFT | Qt::Key_O}), {u"d o"_s}},
        [](DashboardPage &page) { page.edits().nextCrosshair(); }));
    actions.add(onPage(window, {u"dashboard.legends"_s, group, tr("All legends, or none"), u"panel"_s, {}, {u"d l"_s}},
                       [](DashboardPage &page) { page.edits().toggleLegends(); }));
    actions.add(onPage(window, {u"dashboard.exemplars"_s, group, tr("Exemplars of all queries, or none"), u"pin"_s, {}, {u"d x"_s}},
                       [](DashboardPage &page) { page.edits().toggleExemplars(); }));
    actions.add(onPage(window, {u"dashboard.unfold"_s, group, tr("Unfold all rows"), u"chevron-down"_s, {}, {u"d shift+e"_s}},
                       [](DashboardPage &page) { foldRows(page.session(), false); }));
    actions.add(onPage(window, {u"dashboard.fold"_s, group, tr("Fold all rows"), u"chevron-right"_s, {}, {u"d shift+c"_s}},
                       [](DashboardPage &page) { foldRows(page.session(), true); }));
    const auto stepTab = [&](const QString &id, const QString &text, const QString &icon, Qt::Key key, int by) {
        actions.add(onPage(window, {id, group, text, icon, keys({QKeySequence(Qt::ALT | key)}), {}},
                           [by](DashboardPage &page) { page.view().stepTab(by); }));
    };
    stepTab(u"dashboard.nextTab"_s, tr("Next tab of the dashboard"), u"chevron-right"_s, Qt::Key_PageDown, 1);
    stepTab(u"dashboard.previousTab"_s, tr("Previous tab of the dashboard"), u"chevron-left"_s, Qt::Key_PageUp, -1);
    actions.add(onPage(window,
                       {u"dashboard.showHidden"_s, group, tr("Show what conditions hide, and back"), u"eye"_s, {}, {u"d shift+h"_s}},
                       [](DashboardPage &page) { page.session().setShowsHidden(!page.session().showsHidden()); }));
}

void addExplore(Actions &actions, MainWindow &window)
{
    const QString group = tr("Explore");
    const auto add = [&](const QString &id, const QString &text, const QString &icon, void (ExplorePage::*run)()) {
        actions.add(onExplore(window, {u"explore."_s + id, group, text, icon, {}, {}}, [run](ExplorePage &page) { (page.*run)(); }));
    };
    add(u"run"_s, tr("Run the queries"), u"play"_s, &ExplorePage::run);
    add(u"split"_s, tr("Split, or one side again"), u"split"_s, &ExplorePage::split);
    add(u"dock"_s, tr("History, metrics and labels"), u"history"_s, &ExplorePage::toggleDock);
    add(u"add"_s, tr("Add to a dashboard…"), u"add"_s, &ExplorePage::openAddMenu);
}

} // namespace

void addWindowActions(Actions &actions, MainWindow &window)
{
    addPages(actions, window);
    addFiles(actions, window);
    addDashboard(actions, window);
    addTime(actions, window);
    addExplore(actions, window);
    addPanelActions(actions, window);
}
