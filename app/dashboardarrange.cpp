// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/dashboardview.h>

#include <QtWidgets/QApplication>
#include <app/panelgroups.h>
#include <app/sectionbars.h>
#include <app/tabhover.h>
#include <dashboard/gridplacement.h>
#include <dashboard/v2/v2twin.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/rowheader.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

// The part of the view that arranges panels: choosing, moving, resizing, rows.

namespace {
// Above the tabs of the whole dashboard there is no place for panels.
int linesOfTabs(const QList<PanelGroup> &groups)
{
    return std::any_of(groups.begin(), groups.end(), [](const PanelGroup &group) { return group.isTab && group.rect.y == 0; }) ? 1 : 0;
}
} // namespace

void DashboardView::connectGrid()
{
    m_grid->setMaker([this](const QString &id) { return makeItem(id); });
    m_grid->setPlanner([this](const QStringList &ids, DashboardGrid::Gesture gesture, const QPoint &cells) {
        m_planned = m_draggedRow.isEmpty() ? plan(ids, gesture == DashboardGrid::Gesture::Resize, cells) : planRow(m_draggedRow, cells.y());
        return cellsOf(m_planned, screenLines());
    });
    connect(m_grid, &DashboardGrid::gestureDone, this, [this] {
        if (m_carried.isEmpty())
            takePlaces(m_planned, m_dragged, !m_draggedRow.isEmpty());
    });
    connect(m_grid, &DashboardGrid::gestureKept, this, [this] {
        if (!m_carried.isEmpty())
            takeRow();
        sayWhatStays();
    });
    connect(m_grid, &DashboardGrid::gestureCancelled, this, &DashboardView::leaveRow);
    connect(m_grid, &DashboardGrid::gestureMoved, this, [this](const QPoint &global) {
        QList<SectionTabs *> bars;
        for (const auto &[id, bar] : m_tabs)
            bars.append(bar);
        if (!m_carried.isEmpty())
            m_tabHover->follow(bars, global);
    });
    connect(&m_session, &DashboardSession::documentChanged, this, [this] {
        m_tabsBefore.clear(); // a row that was put into a tab leaves that one in front
        m_grid->cancelGesture(); // what is dragged may be gone
    });
    connect(m_grid, &DashboardGrid::bandSelected, this, [this](const QStringList &ids, bool add) {
        QStringList chosen = add ? m_selection : QStringList();
        for (const QString &id : ids)
            if (m_session.instance(id) && !chosen.contains(id))
                chosen.append(id);
        setSelection(chosen);
    });
}

QList<PanelGroup> DashboardView::groups() const
{
    QList<PanelGroup> groups = panelGroups(m_session);
    const int width = DashboardGrid::cellsToPixels({0, 0, space::gridColumns, 1}, m_grid->viewport()->width()).width();
    for (PanelGroup &group : groups)
        if (group.isRow && !group.isFolded && m_interactive)
            group.controlLines = m_sectionBars->lines(group.rowId, width);
    return groups;
}

int DashboardView::fileLineAt(int pageLine) const
{
    return fileLineOf(groups(), pageLine);
}

QList<PanelGroup> DashboardView::plan(const QStringList &ids, bool resize, const QPoint &cells) const
{
    QList<PanelGroup> groups = this->groups();
    QList<GridRect> rects;
    QList<qsizetype> moved;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        rects.append(groups[i].rect);
        if (!groups[i].isRow && std::any_of(ids.begin(), ids.end(), [&](const QString &id) { return groups[i].holds(id); }))
            moved.append(i);
    }
    m_widthStays = false;
    if (moved.isEmpty())
        return groups;
    if (resize) {
        const PanelGroup &group = groups[moved.first()];
        const int lines = group.repeat.rows();
        GridRect to = group.rect;
        m_widthStays = group.repeat.fillsWidth && cells.x() != 0;
        if (!group.repeat.fillsWidth)
            to.w = std::clamp(to.w + cells.x(), 1, kGridColumns - to.x);
        to.h = std::max(to.h / lines + cells.y(), 1) * lines;
        rects = movedTo(rects, moved.first(), to);
    } else {
        int top = INT_MAX;
        for (const qsizetype each : std::as_const(moved))
            top = std::min(top, rects[each].y);
        rects = movedBy(rects, moved, cells.x(), std::max(cells.y(), linesOfTabs(groups) - top));
    }
    for (qsizetype i = 0; i < groups.size(); ++i)
        groups[i].rect = rects[i];
    return groups;
}

// A row goes, with its repeats and all down to the next row, between two others. In the v2 form rows lie in rows.
QList<PanelGroup> DashboardView::planRow(const QString &rowId, int dy)
{
    if (!m_carried.isEmpty()) {
        m_rowPlan = rowPlan(groups(), m_session.dashboard().layout, m_carried, dy, m_forRows);
        QApplication::changeOverrideCursor(m_rowPlan.isNowhere ? Qt::ForbiddenCursor : Qt::ClosedHandCursor);
        showLevels();
        return m_rowPlan.groups;
    }
    struct Block {
        QString sourceId;
        int top;
        int height;
        int order; // twice the middle, so that a block passes another one at its middle
        QList<qsizetype> groups;
        bool moved;
    };
    QList<PanelGroup> groups = this->groups();
    std::stable_sort(groups.begin(), groups.end(), [](const PanelGroup &a, const PanelGroup &b) { return a.rect.y < b.rect.y; });
    QList<Block> blocks;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const PanelGroup &group = groups[i];
        if (group.isRow && (blocks.isEmpty() || blocks.last().sourceId != group.sourceId))
            blocks.append({group.sourceId, group.rect.y, 0, 0, {}, false});
        if (blocks.isEmpty())
            continue; // above all rows
        Block &block = blocks.last();
        block.groups.append(i);
        block.height = std::max(block.height, group.rect.bottom() - block.top);
        block.moved |= group.isRow && group.rowId == rowId;
    }
    int y = blocks.isEmpty() ? 0 : blocks.first().top;
    for (Block &block : blocks)
        block.order = block.moved ? 2 * (block.top + dy) + (dy > 0 ? block.height * 2 : 0) : 2 * block.top + block.height;
    std::stable_sort(blocks.begin(), blocks.end(), [](const Block &a, const Block &b) { return a.order < b.order; });
    for (const Block &block : std::as_const(blocks)) {
        for (const qsizetype i : block.groups)
            groups[i].rect.y += y - block.top;
        y += block.height;
    }
    return groups;
}

// Sections that may show nothing and hold rows: tabs, unless they hold tabs, and rows whose list of rows is empty.
QSet<QString> DashboardView::sectionsForRows() const
{
    QSet<QString> found;
    const Document &document = m_session.document();
    for (const LayoutItem &item : m_session.dashboard().layout.children) {
        const auto has = [&](const QString &list) { return document.index().find(document.text(), item.place + list) >= 0; };
        if (item.traits.tabs.isEmpty() ? item.children.isEmpty() && has(u"/spec/layout/spec/rows"_s) : !has(u"/spec/layout/spec/tabs"_s))
            found.insert(item.id);
    }
    return found;
}

// The headers that are dragged stand as far in as they would lie.
void DashboardView::showLevels()
{
    const int own = levelOf(m_carried.first().sourceId);
    for (const PanelGroup &group : std::as_const(m_carried))
        if (const auto header = m_rows.find(group.rowId); group.isRow && header != m_rows.end())
            header->second->setLevel(m_rowPlan.level + levelOf(group.sourceId) - own);
}

void DashboardView::takeRow()
{
    const QString rowId = m_carried.first().sourceId;
    m_carried.clear();
    if (!m_rowPlan.anchorId.isEmpty())
        emit rowPlaced(rowId, m_rowPlan.anchorId, m_rowPlan.side);
    leaveRow();
}

// As the document and the tabs have it.
void DashboardView::leaveRow()
{
    m_tabHover->end();
    m_draggedRow.clear();
    m_carried.clear();
    for (const TabsInstance &tabs : std::exchange(m_tabsBefore, {}))
        m_session.setCurrentTab(tabs.id, tabs.current);
    layOut();
}

void DashboardView::sayWhatStays()
{
    if (std::exchange(m_rowPlan.isNowhere, false))
        emit refused(tr("No row can lie there: rows go among rows, or into a tab."));
    if (std::exchange(m_widthStays, false))
        emit refused(
            tr("Repeats side by side share the width of the page. “Most in a row” in the panel's options says how many there are."));
}

void DashboardView::dragPanels(const QString &id, DashboardGrid::Gesture gesture, const QPoint &global)
{
    m_draggedRow.clear();
    m_dragged = gesture == DashboardGrid::Gesture::Move && m_selection.contains(id) ? m_selection : QStringList{id};
    QStringList ids = m_dragged;
    if (gesture == DashboardGrid::Gesture::Move) // repeats go together
        for (const PanelGroup &group : groups())
            if (std::any_of(m_dragged.begin(), m_dragged.end(), [&](const QString &each) { return group.holds(each); }))
                for (const auto &[each, repeat] : group.items)
                    if (!ids.contains(each))
                        ids.append(each);
    m_grid->beginGesture(gesture, ids, global);
}

void DashboardView::dragRow(const QString &rowId, const QPoint &global)
{
    if (!m_interactive)
        return;
    const bool goesFar = isV2(m_session.document());
    const QStringList dragged = sectionsIn(sourceRow(rowId));
    QStringList ids;
    for (const PanelGroup &group : groups())
        if (!group.rowId.isEmpty() && dragged.contains(sourceRow(group.rowId)))
            for (const auto &[id, repeat] : group.items)
                ids.append(group.isRow ? QStringList{id, SectionBars::idOf(group.rowId)} : QStringList{id});
    m_draggedRow = rowId;
    m_carried = goesFar ? rowGroups(groups(), m_session.dashboard().layout, sourceRow(rowId)) : QList<PanelGroup>();
    m_forRows = goesFar ? sectionsForRows() : QSet<QString>();
    m_tabsBefore = m_session.tabs();
    m_rowPlan = {};
    m_dragged.clear();
    m_grid->beginGesture(DashboardGrid::Gesture::Move, ids, global);
    if (!m_grid->isInGesture())
        leaveRow();
}

// The section and those in it, as the file has them.
QStringList DashboardView::sectionsIn(const QString &sourceId) const
{
    QStringList ids;
    int depth = 0;
    for (const LayoutItem &item : m_session.dashboard().layout.children) {
        if (item.kind != LayoutItem::Kind::Row)
            continue;
        if (item.id == sourceId)
            depth = item.traits.depth;
        else if (!ids.isEmpty() && item.traits.depth <= depth)
            break;
        if (item.id == sourceId || !ids.isEmpty())
            ids.append(item.id);
    }
    return ids;
}

QString DashboardView::sourceRow(const QString &rowId) const
{
    for (const RowInstance &row : m_session.rows())
        if (row.id == rowId)
            return row.sourceId;
    return {};
}

double DashboardView::screenLines() const
{
    return m_interactive ? (height() - 2.0 * space::gridPadding + space::gridGap) / (space::gridRow + space::gridGap) : 0;
}

void DashboardView::takePlaces(const QList<PanelGroup> &after, const QStringList &moved, bool ofRow)
{
    m_draggedRow.clear();
    emit placesChanged(placesInFile(m_session, after, moved), ofRow);
    layOut(); // as the document has it now, whether it took them or not
}

void DashboardView::nudge(const QPoint &cells, bool resize)
{
    const QStringList ids = chosen();
    if (ids.isEmpty() || !viewedPanel().isEmpty())
        return;
    // Up and down past what is in the way: one cell would fall back by compaction.
    const int far = 60;
    const QHash<QString, QRectF> now = cellsOf(plan(ids, resize, {}));
    for (int step = 1; step <= far; ++step) {
        const QList<PanelGroup> next = plan(ids, resize, cells * step);
        if (cellsOf(next) != now)
            return takePlaces(next, ids);
        if (cells.y() == 0)
            return sayWhatStays();
    }
}

void DashboardView::place(const QString &instanceId, const GridRect &to)
{
    const PanelInstance *instance = m_session.instance(instanceId);
    if (!instance || m_session.isFolded(instanceId))
        return;
    const GridRect from = onePlace(*instance);
    const bool resizes = to.w != from.w || to.h != from.h;
    const QPoint by = resizes ? QPoint(to.w - from.w, to.h - from.h) : QPoint(to.x - from.x, to.y - from.y);
    takePlaces(plan({instanceId}, resizes, by), {instanceId});
}

void DashboardView::toggleSelected(const QString &instanceId)
{
    QStringList ids = m_selection;
    if (ids.removeAll(instanceId) == 0)
        ids.append(instanceId);
    setSelection(ids);
}

void DashboardView::toggleFocused()
{
    if (const QString id = hoveredPanel(); !id.isEmpty())
        toggleSelected(id);
}

void DashboardView::setSelection(const QStringList &instanceIds)
{
    m_selection = instanceIds;
    showSelection();
}

void DashboardView::setEdited(const QString &instanceId)
{
    m_edited = instanceId;
    const PanelInstance *edited = m_session.instance(instanceId);
    m_session.setPinned(edited ? edited->elementId : QString()); // it must not go while one types
    showSelection();
}

void DashboardView::showSelection()
{
    for (const auto &[id, shown] : m_shown) {
        shown.frame->setSelected(m_selection.contains(id));
        shown.frame->setEditing(id == m_edited);
    }
}

QStringList DashboardView::chosen() const
{
    if (!isVisible()) // behind the settings
        return {};
    if (!m_selection.isEmpty())
        return m_selection;
    const QString hovered = hoveredPanel();
    return hovered.isEmpty() ? QStringList() : QStringList{hovered};
}
