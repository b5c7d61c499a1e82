// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/panelactions.h>

#include <app/actionkinds.h>
#include <app/dashboardpage.h>
#include <app/exploretab.h>
#include <app/mainwindow.h>
#include <app/paneledits.h>

using namespace Qt::StringLiterals;
using namespace actions;

namespace {

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
    const auto inspect = [&](const QString &tab, const QString &text, const QString &icon) {
        actions.add(onPanel(window, {u"panel.inspect."_s + tab, group, text, icon, {}, {}},
                            [tab](DashboardPage &page, const QString &id) { page.inspect(id, tab); }));
    };
    inspect(u"query"_s, tr("Inspect its queries"), u"query"_s);
    inspect(u"json"_s, tr("Inspect its JSON"), u"code"_s);
    actions.add(onPanel(window, {u"panel.explore"_s, group, tr("Explore its queries"), u"explore"_s, {}, {u"p x"_s}},
                        [&window](DashboardPage &page, const QString &id) { window.explore().openPanel(page, id); }));
    actions.add(onPanel(window, {u"panel.refresh"_s, group, tr("Refresh this panel"), u"refresh"_s, {}, {}},
                        [](DashboardPage &page, const QString &id) { page.session().refreshPanel(id); }));
    actions.add(onPanel(window, {u"panel.link"_s, group, tr("Copy a link to it"), u"link"_s, {}, {u"p u"_s}},
                        [](DashboardPage &page, const QString &id) { page.edits().run(u"link"_s, id); }));
    actions.add(onPanel(window, {u"panel.legend"_s, group, tr("Legend, or none"), u"panel"_s, {}, {u"p l"_s}},
                        [](DashboardPage &page, const QString &id) { page.edits().run(u"legend"_s, id); }));
    actions.add(onPanel(window, {u"panel.menu"_s, group, tr("Menu of the panel"), u"more"_s, {}, {}, {}, {}, true},
                        [](DashboardPage &page, const QString &id) { page.view().openPanelMenu(id); }));
}

// Grafana's snapshot and embedding, as far as a program without a server has them: pictures.
void addExports(Actions &actions, MainWindow &window)
{
    const QString group = tr("Panel under the mouse");
    const auto add = [&](const QString &format, const QString &text, const QString &icon, const QStringList &chords) {
        actions.add(onPanel(window, {u"panel.export."_s + format, group, text, icon, {}, chords},
                            [format](DashboardPage &page, const QString &id) { page.edits().run(u"export."_s + format, id); }));
    };
    add(u"png"_s, tr("Export as a picture (PNG)…"), u"panel"_s, {u"p s"_s});
    add(u"svg"_s, tr("Export as a vector picture (SVG)…"), u"panel"_s, {u"p e"_s});
    add(u"pdf"_s, tr("Export as a PDF…"), u"file"_s, {});
    add(u"csv"_s, tr("Export its data (CSV)…"), u"table"_s, {});
    add(u"json"_s, tr("Export its JSON…"), u"code"_s, {});
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
    const auto nudge = [&](const QString &id, const QString &move, const QString &resize, Qt::Key key, const QPoint &cells) {
        chosen({u"panel.move."_s + id, group, move, u"drag-handle"_s, keys({QKeySequence(Qt::CTRL | key)}), {}},
               [cells](DashboardPage &page) { page.view().nudge(cells, false); });
        chosen({u"panel.resize."_s + id, group, resize, u"drag-handle"_s, keys({QKeySequence(Qt::CTRL | Qt::SHIFT | key)}), {}},
               [cells](DashboardPage &page) { page.view().nudge(cells, true); });
    };
    nudge(u"left"_s, tr("Move left"), tr("Narrower"), Qt::Key_Left, {-1, 0});
    nudge(u"right"_s, tr("Move right"), tr("Wider"), Qt::Key_Right, {1, 0});
    nudge(u"up"_s, tr("Move up"), tr("Lower"), Qt::Key_Up, {0, -1});
    nudge(u"down"_s, tr("Move down"), tr("Higher"), Qt::Key_Down, {0, 1});
}

// Rows: the header under the mouse or with the focus.
void addRows(Actions &actions, MainWindow &window)
{
    const QString group = tr("Row under the mouse");
    actions.add(onGrid(window, {u"row.add"_s, tr("Panels"), tr("Add a row"), u"row"_s, {}, {}},
                       [](DashboardPage &page) { page.edits().addRow(); }));
    const auto add = [&](const QString &id, const QString &text, const QString &icon) {
        actions.add(onRow(window, {u"row."_s + id, group, text, icon, {}, {}},
                          [id](DashboardPage &page, const QString &row) { page.edits().runOnRow(id, row); }));
    };
    add(u"rename"_s, tr("Rename the row…"), u"edit"_s);
    add(u"up"_s, tr("Move the row up"), u"chevron-up"_s);
    add(u"down"_s, tr("Move the row down"), u"chevron-down"_s);
    add(u"fold"_s, tr("Keep the row folded in the file"), u"chevron-right"_s);
    add(u"unfold"_s, tr("Keep the row open in the file"), u"chevron-down"_s);
    add(u"remove"_s, tr("Remove the row, keep its panels"), u"delete"_s);
    add(u"removeAll"_s, tr("Remove the row with its panels"), u"delete"_s);
    actions.add(onRow(window, {u"row.repeat"_s, group, tr("Repeat the row by a variable…"), u"duplicate"_s, {}, {}},
                      [](DashboardPage &page, const QString &row) { page.view().openRowRepeats(row); }));
}

// Tabs of the dashboard: the one in front.
void addTabs(Actions &actions, MainWindow &window)
{
    const QString group = tr("Tab in front");
    const auto add = [&](const QString &id, const QString &text, const QString &icon) {
        actions.add(onTab(window, {u"tab."_s + id, group, text, icon, {}, {}},
                          [id](DashboardPage &page, const QString &tab) { page.edits().runOnRow(id, tab); }));
    };
    add(u"rename"_s, tr("Rename the tab…"), u"edit"_s);
    add(u"up"_s, tr("Move the tab left"), u"chevron-left"_s);
    add(u"down"_s, tr("Move the tab right"), u"chevron-right"_s);
    add(u"remove"_s, tr("Remove the tab, keep its panels"), u"delete"_s);
    add(u"removeAll"_s, tr("Remove the tab with its panels"), u"delete"_s);
}

} // namespace

void addPanelActions(Actions &actions, MainWindow &window)
{
    addPanel(actions, window);
    addExports(actions, window);
    addArranging(actions, window);
    addRows(actions, window);
    addTabs(actions, window);
}
