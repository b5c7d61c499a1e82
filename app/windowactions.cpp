// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/windowactions.h>

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <app/actions.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>

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
    actions.add({u"go.sources"_s, group, tr("Sources"), u"source"_s, {}, {u"g s"_s}, [&window] { window.showSources(); }});
    actions.add(
        {u"tab.close"_s, group, tr("Close tab"), u"close"_s, keys({Qt::CTRL | Qt::Key_W, Qt::CTRL | Qt::Key_F4}), {}, [&window] { window.closeCurrentTab(); }});
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
    actions.add({u"help"_s, group, tr("Keyboard"), u"keyboard"_s, keys({QKeySequence::HelpContents}), {u"?"_s}, [&window] {
                     window.openHelp();
                 }});
    actions.add({u"view.leave"_s, group, tr("Leave the view"), u"close"_s, {}, {u"esc"_s}, [&window] { window.leave(); }, {}, false});
}

void addFiles(Actions &actions, MainWindow &window)
{
    const QString group = tr("Files");
    actions.add({u"file.open"_s, group, tr("Open…"), u"file"_s, keys({QKeySequence::Open}), {}, [&window] { window.openFileDialog(); }});
}

void addTime(Actions &actions, MainWindow &window)
{
    const QString group = tr("Time range");
    actions.add(onPage(window, {u"time.pick"_s, group, tr("Choose the time range"), u"clock"_s, {}, {u"t t"_s}},
                       [](DashboardPage &page) { page.openTimePicker(); }));
    actions.add(onPage(window, {u"time.zoomOut"_s, group, tr("Zoom out"), u"zoom-out"_s, {}, {u"t z"_s, u"t -"_s, u"t o"_s}},
                       [](DashboardPage &page) { page.session().zoomOut(); }));
    actions.add(
        onPage(window, {u"time.zoomIn"_s, group, tr("Zoom in"), u"zoom-in"_s, {}, {u"t +"_s, u"t ="_s, u"t i"_s}}, [](DashboardPage &page) {
            const TimeRange range = page.session().range();
            const qint64 quarter = range.spanMs() / 4;
            page.session().setAbsoluteRange({range.fromMs + quarter, range.toMs - quarter});
        }));
    actions.add(onPage(window, {u"time.left"_s, group, tr("Half a range back"), u"chevron-left"_s, {}, {u"t left"_s}},
                       [](DashboardPage &page) { page.session().shift(-1); }));
    actions.add(onPage(window, {u"time.right"_s, group, tr("Half a range forward"), u"chevron-right"_s, {}, {u"t right"_s}},
                       [](DashboardPage &page) { page.session().shift(1); }));
    actions.add(onPage(window, {u"time.absolute"_s, group, tr("Make the range absolute"), u"pin"_s, {}, {u"t a"_s}},
                       [](DashboardPage &page) { page.session().setAbsoluteRange(page.session().range()); }));
    actions.add(onPage(window, {u"time.copy"_s, group, tr("Copy the time range"), u"copy"_s, {}, {u"t c"_s}},
                       [](DashboardPage &page) { copyTimeRange(page.session()); }));
    actions.add(onPage(window, {u"time.paste"_s, group, tr("Paste a time range"), u"paste"_s, {}, {u"t v"_s}},
                       [](DashboardPage &page) { pasteTimeRange(page.session()); }));
    actions.add(onPage(window, {u"time.back"_s, group, tr("Range before"), u"undo"_s, keys({Qt::ALT | Qt::Key_Left}), {}},
                       [](DashboardPage &page) { page.session().goBack(); }));
    actions.add(onPage(window, {u"time.forward"_s, group, tr("Range after"), u"redo"_s, keys({Qt::ALT | Qt::Key_Right}), {}},
                       [](DashboardPage &page) { page.session().goForward(); }));
}

void addDashboard(Actions &actions, MainWindow &window)
{
    const QString group = tr("Dashboard");
    actions.add(onPage(window, {u"dashboard.refresh"_s, group, tr("Refresh"), u"refresh"_s, keys({Qt::Key_F5}), {u"d r"_s}},
                       [](DashboardPage &page) { page.session().refresh(); }));
    actions.add(onPage(window, {u"dashboard.unfold"_s, group, tr("Unfold all rows"), u"chevron-down"_s, {}, {u"d shift+e"_s}},
                       [](DashboardPage &page) { foldRows(page.session(), false); }));
    actions.add(onPage(window, {u"dashboard.fold"_s, group, tr("Fold all rows"), u"chevron-right"_s, {}, {u"d shift+c"_s}},
                       [](DashboardPage &page) { foldRows(page.session(), true); }));
}

void addPanel(Actions &actions, MainWindow &window)
{
    const QString group = tr("Panel under the mouse");
    actions.add(onPage(window, {u"panel.view"_s, group, tr("View alone, and back"), u"eye"_s, {}, {u"v"_s}}, [](DashboardPage &page) {
        page.view().viewPanel(page.view().viewedPanel().isEmpty() ? page.view().hoveredPanel() : QString());
    }));
    actions.add(onPanel(window, {u"panel.inspect"_s, group, tr("Inspect"), u"table"_s, {}, {u"i"_s}},
                        [](DashboardPage &page, const QString &id) { page.inspect(id, u"data"_s); }));
}

} // namespace

void addWindowActions(Actions &actions, MainWindow &window)
{
    addPages(actions, window);
    addFiles(actions, window);
    addDashboard(actions, window);
    addTime(actions, window);
    addPanel(actions, window);
}
