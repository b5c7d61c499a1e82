// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtGui/QImage>
#include <QtWidgets/QWidget>
#include <app/paneledit.h>
#include <app/panelgroups.h>
#include <app/rowdrag.h>
#include <dashboard/session.h>
#include <dashboard/sourcekind.h>
#include <map>
#include <panels/panelwidget.h>
#include <panels/registry.h>
#include <widgets/controls/dashboardgrid.h>

class EmptyState;
class PanelFrame;
class RowHeader;
class SectionBars;
class SectionTabs;
class TabHover;

// The panels of a session on their grid: makes a frame and a panel widget an instance once it comes near the screen, feeds them, and
// takes to the session what they say. Used by the window and by `render`.
class DashboardView : public QWidget
{
    Q_OBJECT

public:
    DashboardView(DashboardSession &session, const PanelRegistry &registry, QWidget *parent = nullptr);
    ~DashboardView() override;

    DashboardGrid &grid() const { return *m_grid; }
    void setInteractive(bool interactive); // false: no menus or handles, for pictures
    // That panel over the whole page; "" = all again.
    void viewPanel(const QString &instanceId);
    QString viewedPanel() const;
    void reveal(const QString &instanceId); // unfolds its row, scrolls to it and gives it the focus
    // Panels chosen for move, copy, delete; by Ctrl and a click on the header, by rubber band, or all.
    QStringList selection() const { return m_selection; }
    void setSelection(const QStringList &instanceIds);
    void toggleFocused(); // chooses the hovered panel, or not any more
    QStringList chosen() const; // the selection, else the hovered panel
    // Moves (or resizes) the chosen panels by cells, as the mouse would.
    void nudge(const QPoint &cells, bool resize);
    // One panel to another place or size, as the mouse would: the others make room.
    void place(const QString &instanceId, const GridRect &to);
    void setEdited(const QString &instanceId); // marked as the one in the editor; "" = none
    QString hoveredPanel() const; // the one under the mouse or with the focus, whichever came last; "" = none
    QString frontTab() const; // of the first bar of tabs; "" = there is none
    QString hoveredRow() const; // the row whose header is, by instance; "" = none
    void openPanelMenu(const QString &instanceId); // at its header
    void openRowRepeats(const QString &rowId); // the variables that a row may stand once for each value of
    QImage picture(const QString &instanceId, double ratio) const; // without menus and marks; null: not on the page
    // The same frame for another kind of picture; draw is called at once, if it is on the page.
    void drawBare(const QString &instanceId, const std::function<void(QWidget &frame)> &draw) const;
    int pageLines() const { return m_pageLines; } // of the grid, in use
    int fileLineAt(int pageLine) const; // where panels begin, in the lines that the file counts
    void stepTab(int by); // of the uppermost bar of tabs
    bool asksData(const QString &instanceId) const; // its type does
    bool asks(const QString &instanceId) const; // its type asks for data, and there is something to ask
    PanelFrame *frame(const QString &instanceId) const;
    PanelWidget *panel(const QString &instanceId) const;

signals:
    void inspectRequested(const QString &instanceId, const QString &tab); // tab: "data", "query", "json"
    void linkActivated(const QUrl &url);
    void retryRequested(); // by the person, after a failure
    void viewedPanelChanged(const QString &instanceId);
    // "edit", "duplicate", "copy", "remove", "export.png", "export.svg", "export.pdf", "export.csv", "export.json"
    void panelActionRequested(const QString &action, const QString &instanceId);
    // "rename", "up", "down", "remove", "removeAll", "fold", "unfold", "repeat.VARIABLE" (without: not any more), "into.TAB" (of the file)
    void rowActionRequested(const QString &action, const QString &rowId);
    void panelSettled(); // a panel that was busy shows what it was told
    void panelEdited(const QString &instanceId, const PanelEdit &edit); // in the panel itself: a colour, a column's width
    void placesChanged(const QHash<QString, GridRect> &places, bool ofRow); // by element and row id; a row was dragged
    void rowPlaced(const QString &rowId, const QString &anchorId, RowSide side); // v2: dragged there, by ids of the file
    void variableEditRequested(const QString &variable); // of a row or tab, by VariableId::text()
    void groundMenuRequested(const QPoint &global);
    void refused(const QString &why); // what a gesture could not do
    void addRequested(const QString &what); // by a page without anything: "panel", "row", "paste"

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Shown {
        PanelFrame *frame = nullptr;
        PanelWidget *panel = nullptr;
        PanelPtr element; // as it was when it was told
        QString type;
        ForeignPanel foreign; // of a type that asks: queries for sources of other kinds only
        bool asksData = true;
    };

    void layOut();
    QWidget *makeItem(const QString &id);
    RowHeader *makeRow(const QString &id);
    SectionTabs *makeTabs(const QString &id);
    void tellTabs();
    void openTabMenu(const QString &tabId, const QPoint &global);
    void placeItems();
    void tellRow(const RowInstance &row);
    int levelOf(const QString &sourceId) const;
    void tellAllTexts();
    void keepViewed();
    Shown makeShown(const PanelInstance &instance);
    void makeContent(const PanelInstance &instance, Shown &shown);
    void connectPanel(const QString &id, PanelWidget *panel);
    void takeOverride(const QString &id, const QString &fieldName, const QString &property, const Json &value);
    void connectFrame(const QString &id, PanelFrame *frame);
    void tellOptions(const PanelInstance &instance, Shown &shown);
    void tellTexts(const PanelInstance &instance, const Shown &shown);
    void tellData(const QString &id);
    void tellAnnotations();
    void tellCursor(std::optional<double> ms, const QObject *from);
    PanelContext contextOf(const QString &id) const;
    void showVisible(const QStringList &ids);
    void showAges();
    void openMenu(const QString &id, const QPoint &global);
    void openRowMenu(const QString &id, const QPoint &global);
    struct SectionMenu {
        class Menu *menu;
        std::function<void(const QString &action, const QString &icon, const QString &text)> add;
    };
    SectionMenu sectionMenu(const QString &kind, const QString &id);
    void addRowRepeats(class Menu &menu, const QString &id);
    void addTabsToGoTo(class Menu &menu, const QString &id);
    void makeEmptyState();
    void makeHiddenState();
    void showEmptyState();
    void connectGrid();
    QList<PanelGroup> groups() const; // as panelGroups, with the lines of their controls
    QList<PanelGroup> plan(const QStringList &ids, bool resize, const QPoint &cells) const;
    QList<PanelGroup> planRow(const QString &rowId, int dy);
    QSet<QString> sectionsForRows() const;
    void showLevels();
    void takeRow();
    void leaveRow();
    void takePlaces(const QList<PanelGroup> &after, const QStringList &moved, bool ofRow = false);
    double screenLines() const;
    void sayWhatStays();
    void dragPanels(const QString &id, DashboardGrid::Gesture gesture, const QPoint &global);
    QString sourceRow(const QString &rowId) const;
    QStringList sectionsIn(const QString &sourceId) const;
    void dragRow(const QString &rowId, const QPoint &global);
    void toggleSelected(const QString &instanceId);
    void showSelection();
    void takeAction(const QString &id, const QString &action);

    DashboardSession &m_session;
    const PanelRegistry &m_registry;
    DashboardGrid *m_grid;
    EmptyState *m_nothing = nullptr; // in the grid's place while there is neither panel nor row
    EmptyState *m_allHidden = nullptr; // by conditions
    std::map<QString, Shown> m_shown;
    std::map<QString, RowHeader *> m_rows;
    std::map<QString, SectionTabs *> m_tabs; // by bar
    SectionBars *m_sectionBars;
    QList<PanelGroup> m_planned; // where the gesture would leave everything
    int m_pageLines = 0;
    QStringList m_visible;
    QStringList m_selection;
    QString m_edited;
    QString m_reached; // the panel that mouse or keyboard came to last
    QString m_draggedRow;
    QList<PanelGroup> m_carried; // v2: what goes with that row, as it lay when the gesture began; it may go into another tab
    QSet<QString> m_forRows;
    QList<TabsInstance> m_tabsBefore;
    TabHover *m_tabHover;
    RowPlan m_rowPlan; // of the gesture
    mutable bool m_widthStays = false; // the last plan was to make a repeated panel wider, which its repeats decide
    QStringList m_dragged; // panels that a gesture began with
    QString m_viewedElement;
    QTimer m_ages; // runs while some panel shows old data
    bool m_interactive = true;
};

// Of repeats beyond what a page holds.
QString leftOutText(int count);
