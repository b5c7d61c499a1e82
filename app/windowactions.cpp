// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/windowactions.h>

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <app/actions.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/exploretab.h>
#include <app/mainwindow.h>
#include <app/paneledits.h>
#include <app/settings/settingshost.h>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Actions", text);
}

QList<QKeySequence> keys(std::initializer_list<QKeySequence> list)
{
    return list;
}

// Something done to the dashboard in front; off where there is none.
Action onPage(MainWindow &window, Action action, std::function<void(DashboardPage &)> run)
{
    action.run = [&window, run = std::move(run)] { run(*window.currentDashboard()); };
    action.enabled = [&window] { return window.currentDashboard() != nullptr; };
    return action;
}

// Something done to the session in front, of a dashboard or of Explore.
Action onSession(MainWindow &window, Action action, std::function<void(DashboardSession &)> run)
{
    action.run = [&window, run = std::move(run)] { run(*window.currentSession()); };
    action.enabled = [&window] { return window.currentSession() != nullptr; };
    return action;
}

// Something done to panels: off where other things are in their place.
Action onGrid(MainWindow &window, Action action, std::function<void(DashboardPage &)> run)
{
    action = onPage(window, std::move(action), std::move(run));
    action.enabled = [&window] { return window.currentDashboard() && window.currentDashboard()->view().isVisible(); };
    return action;
}

// Something done to the panel under the mouse or with the focus.
Action onPanel(MainWindow &window, Action action, std::function<void(DashboardPage &, const QString &)> run)
{
    action.run = [&window, run = std::move(run)] { run(*window.currentDashboard(), window.currentDashboard()->view().hoveredPanel()); };
    action.enabled = [&window] {
        const DashboardPage *page = window.currentDashboard();
        return page && !const_cast<DashboardPage *>(page)->view().hoveredPanel().isEmpty();
    };
    return action;
}

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
    actions.add(onPage(window, {u"dashboard.unfold"_s, group, tr("Unfold all rows"), u"chevron-down"_s, {}, {u"d shift+e"_s}},
                       [](DashboardPage &page) { foldRows(page.session(), false); }));
    actions.add(onPage(window, {u"dashboard.fold"_s, group, tr("Fold all rows"), u"chevron-right"_s, {}, {u"d shift+c"_s}},
                       [](DashboardPage &page) { foldRows(page.session(), true); }));
}

void addPanel(Actions &actions, MainWindow &window)
{
    const QString group = tr("Panel under the mouse");
    actions.add(onGrid(window, {u"panel.view"_s, group, tr("View alone, and back"), u"eye"_s, {}, {u"v"_s}}, [](DashboardPage &page) {
        const QString panel = page.editedPanel().isEmpty() ? page.view().hoveredPanel() : page.editedPanel();
        page.view().viewPanel(page.view().viewedPanel().isEmpty() ? panel : QString());
    }));
    actions.add(
        onPanel(window, {u"panel.edit"_s, group, tr("Edit, and back"), u"edit"_s, {}, {u"e"_s}},
                [](DashboardPage &page, const QString &id) { page.editedPanel() == id ? page.closeEditor() : page.editPanel(id); }));
    actions.add(onPanel(window, {u"panel.inspect"_s, group, tr("Inspect"), u"table"_s, {}, {u"i"_s}},
                        [](DashboardPage &page, const QString &id) { page.inspect(id, u"data"_s); }));
    actions.add(onPanel(window, {u"panel.explore"_s, group, tr("Explore its queries"), u"explore"_s, {}, {u"p x"_s}},
                        [&window](DashboardPage &page, const QString &id) { window.explore().openPanel(page, id); }));
}

// Panels that are chosen, else the one under the mouse or with the focus.
void addArranging(Actions &actions, MainWindow &window)
{
    const QString group = tr("Panels");
    const auto chosen = [&](Action action, std::function<void(DashboardPage &)> run) {
        action.run = [&window, run = std::move(run)] { run(*window.currentDashboard()); };
        action.enabled = [&window] {
            DashboardPage *page = window.currentDashboard();
            return page && !page->view().chosen().isEmpty();
        };
        actions.add(action);
    };
    const auto edit = [](const QString &action) { return [action](DashboardPage &page) { page.edits().run(action); }; };
    chosen({u"panel.copy"_s, group, tr("Copy"), u"copy"_s, keys({QKeySequence::Copy}), {u"p c"_s}}, edit(u"copy"_s));
    chosen({u"panel.cut"_s, group, tr("Cut"), u"copy"_s, keys({QKeySequence::Cut}), {}}, edit(u"cut"_s));
    chosen({u"panel.duplicate"_s, group, tr("Duplicate"), u"duplicate"_s, keys({Qt::CTRL | Qt::Key_D}), {u"p d"_s}}, edit(u"duplicate"_s));
    chosen({u"panel.remove"_s, group, tr("Remove"), u"delete"_s, keys({QKeySequence::Delete}), {u"p r"_s}}, edit(u"remove"_s));
    actions.add(onGrid(window, {u"panel.paste"_s, group, tr("Paste"), u"paste"_s, keys({QKeySequence::Paste}), {u"p v"_s}},
                       [](DashboardPage &page) { page.edits().paste(); }));
    chosen({u"panel.select"_s, group, tr("Choose, or not any more"), u"check"_s, keys({Qt::CTRL | Qt::Key_Space}), {}},
           [](DashboardPage &page) { page.view().toggleFocused(); });
    actions.add(onGrid(window, {u"panel.selectAll"_s, group, tr("Choose all"), u"check"_s, keys({QKeySequence::SelectAll}), {}},
                       [](DashboardPage &page) { page.edits().selectAll(); }));
    actions.add(onGrid(window, {u"panel.add"_s, group, tr("Add a panel"), u"panel"_s, {}, {u"a"_s}},
                       [](DashboardPage &page) { page.openGallery(); }));
    actions.add(
        onGrid(window, {u"row.add"_s, group, tr("Add a row"), u"row"_s, {}, {}}, [](DashboardPage &page) { page.edits().addRow(); }));
    const auto nudge = [&](const QString &id, const QString &move, const QString &resize, Qt::Key key, const QPoint &cells) {
        chosen({u"panel.move."_s + id, group, move, u"drag-handle"_s, keys({QKeySequence(Qt::CTRL | key)}), {}, {}, {}, false},
               [cells](DashboardPage &page) { page.view().nudge(cells, false); });
        chosen(
            {u"panel.resize."_s + id, group, resize, u"drag-handle"_s, keys({QKeySequence(Qt::CTRL | Qt::SHIFT | key)}), {}, {}, {}, false},
            [cells](DashboardPage &page) { page.view().nudge(cells, true); });
    };
    nudge(u"left"_s, tr("Move left"), tr("Narrower"), Qt::Key_Left, {-1, 0});
    nudge(u"right"_s, tr("Move right"), tr("Wider"), Qt::Key_Right, {1, 0});
    nudge(u"up"_s, tr("Move up"), tr("Lower"), Qt::Key_Up, {0, -1});
    nudge(u"down"_s, tr("Move down"), tr("Higher"), Qt::Key_Down, {0, 1});
}

} // namespace

void addWindowActions(Actions &actions, MainWindow &window)
{
    addPages(actions, window);
    addFiles(actions, window);
    addDashboard(actions, window);
    addTime(actions, window);
    addPanel(actions, window);
    addArranging(actions, window);
}
