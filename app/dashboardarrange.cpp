// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/dashboardview.h>

#include <QtGui/QContextMenuEvent>
#include <dashboard/gridplacement.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/menu.h>
#include <widgets/controls/panelframe.h>

using namespace Qt::StringLiterals;

// The part of the view that arranges panels: choosing, moving, resizing, rows.

namespace {

GridRect toGridRect(const QRect &cells)
{
    return {cells.x(), cells.y(), cells.width(), cells.height()};
}

QRect toCells(const GridRect &rect)
{
    return {rect.x, rect.y, rect.w, rect.h};
}

} // namespace

void DashboardView::connectGrid()
{
    m_grid->setPlanner([this](const QStringList &ids, DashboardGrid::Gesture gesture, const QPoint &cells) {
        if (m_rows.contains(ids.first()))
            return planRow(ids.first(), cells.y());
        return plan(ids, gesture == DashboardGrid::Gesture::Resize, cells);
    });
    connect(m_grid, &DashboardGrid::gestureDone, this,
            [this](const QHash<QString, QRect> &cells) { takePlaces(cells, !m_draggedRow.isEmpty()); });
    connect(m_grid, &DashboardGrid::bandSelected, this, [this](const QStringList &ids, bool add) {
        QStringList chosen = add ? m_selection : QStringList();
        for (const QString &id : ids)
            if (m_session.instance(id) && !chosen.contains(id))
                chosen.append(id);
        setSelection(chosen);
    });
}

QHash<QString, QRect> DashboardView::plan(const QStringList &ids, bool resize, const QPoint &cells) const
{
    QStringList all;
    QList<GridRect> rects;
    for (const RowInstance &row : m_session.rows()) {
        all.append(row.id);
        rects.append(row.rect);
    }
    for (const PanelInstance &instance : m_session.instances())
        if (!m_session.isFolded(instance.id)) {
            all.append(instance.id);
            rects.append(instance.rect);
        }
    QList<qsizetype> moved;
    for (const QString &id : ids)
        if (const qsizetype index = all.indexOf(id); index >= 0)
            moved.append(index);
    if (moved.isEmpty())
        return {};
    if (resize) {
        GridRect to = rects[moved.first()];
        to.w = std::clamp(to.w + cells.x(), 1, kGridColumns - to.x);
        to.h = std::max(to.h + cells.y(), 1);
        rects = movedTo(rects, moved.first(), to);
    } else {
        rects = movedBy(rects, moved, cells.x(), cells.y());
    }
    QHash<QString, QRect> planned;
    for (qsizetype i = 0; i < all.size(); ++i)
        planned.insert(all[i], toCells(rects[i]));
    return planned;
}

// A row goes, with all down to the next row, between two others.
QHash<QString, QRect> DashboardView::planRow(const QString &rowId, int dy) const
{
    struct Block {
        int top;
        int height;
        int order; // twice the middle, so that a block passes another one at its middle
        QList<std::pair<QString, QRect>> items;
    };
    QList<Block> blocks;
    for (const RowInstance &row : m_session.rows())
        blocks.append({row.rect.y, 0, 0, {{row.id, toCells(row.rect)}}});
    std::stable_sort(blocks.begin(), blocks.end(), [](const Block &a, const Block &b) { return a.top < b.top; });
    QHash<QString, QRect> planned;
    for (const PanelInstance &instance : m_session.instances()) {
        if (m_session.isFolded(instance.id))
            continue;
        planned.insert(instance.id, toCells(instance.rect));
        for (qsizetype i = blocks.size() - 1; i >= 0; --i)
            if (instance.rect.y >= blocks[i].top) {
                blocks[i].items.append({instance.id, toCells(instance.rect)});
                break;
            }
    }
    int y = blocks.first().top;
    for (Block &block : blocks) {
        for (const auto &[id, rect] : std::as_const(block.items))
            block.height = std::max(block.height, rect.y() + rect.height() - block.top);
        const bool moved = block.items.first().first == rowId;
        block.order = moved ? 2 * (block.top + dy) + (dy > 0 ? block.height * 2 : 0) : 2 * block.top + block.height;
    }
    std::stable_sort(blocks.begin(), blocks.end(), [](const Block &a, const Block &b) { return a.order < b.order; });
    for (const Block &block : std::as_const(blocks)) {
        for (const auto &[id, rect] : block.items)
            planned.insert(id, rect.translated(0, y - block.top));
        y += block.height;
    }
    return planned;
}

void DashboardView::dragRow(const QString &rowId, const QPoint &global)
{
    if (!m_interactive)
        return;
    QStringList ids{rowId};
    for (const PanelInstance &instance : m_session.instances())
        if (instance.rowId == rowId && !m_session.isFolded(instance.id))
            ids.append(instance.id);
    m_draggedRow = rowId;
    m_grid->beginGesture(DashboardGrid::Gesture::Move, ids, global);
}

// A repeated panel is one element: its first instance says where it is.
void DashboardView::takePlaces(const QHash<QString, QRect> &cells, bool ofRow)
{
    m_draggedRow.clear();
    QHash<QString, GridRect> places;
    for (const RowInstance &row : m_session.rows())
        if (cells.contains(row.id))
            places.insert(row.id, toGridRect(cells[row.id]));
    for (const PanelInstance &instance : m_session.instances())
        if (cells.contains(instance.id) && !places.contains(instance.elementId))
            places.insert(instance.elementId, toGridRect(cells[instance.id]));
    emit placesChanged(places, ofRow);
    layOut(); // as the document has it now, whether it took them or not
}

void DashboardView::nudge(const QPoint &cells, bool resize)
{
    const QStringList ids = chosen();
    if (ids.isEmpty() || !viewedPanel().isEmpty())
        return;
    // Up and down past what is in the way: one cell would fall back by compaction.
    const int far = 60;
    QHash<QString, QRect> now = plan(ids, resize, {});
    for (int step = 1; step <= far; ++step) {
        const QHash<QString, QRect> next = plan(ids, resize, cells * step);
        if (next != now)
            return takePlaces(next);
        if (cells.y() == 0)
            return;
    }
}

void DashboardView::place(const QString &instanceId, const GridRect &to)
{
    const PanelInstance *instance = m_session.instance(instanceId);
    if (!instance || m_session.isFolded(instanceId))
        return;
    const GridRect from = instance->rect;
    const bool resizes = to.w != from.w || to.h != from.h;
    takePlaces(plan({instanceId}, resizes, resizes ? QPoint(to.w - from.w, to.h - from.h) : QPoint(to.x - from.x, to.y - from.y)));
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

void DashboardView::openRowMenu(const QString &id, const QPoint &global)
{
    if (!m_interactive)
        return;
    auto *menu = new Menu(this);
    menu->setObjectName(u"rowMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &action, const QString &icon, const QString &text) {
        connect(menu->add(u"row."_s + action, icon, text), &QAction::triggered, this,
                [this, id, action] { emit rowActionRequested(action, id); });
    };
    add(u"rename"_s, u"edit"_s, tr("Rename…"));
    add(u"up"_s, u"chevron-up"_s, tr("Move up"));
    add(u"down"_s, u"chevron-down"_s, tr("Move down"));
    add(u"fold"_s, u"chevron-right"_s, tr("Keep folded in the file"));
    add(u"unfold"_s, u"chevron-down"_s, tr("Keep open in the file"));
    menu->addSeparator();
    add(u"remove"_s, u"delete"_s, tr("Remove, keep its panels"));
    connect(menu->addDanger(u"row.removeAll"_s, u"delete"_s, tr("Remove with its panels")), &QAction::triggered, this,
            [this, id] { emit rowActionRequested(u"removeAll"_s, id); });
    menu->popup(global);
}

void DashboardView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_interactive)
        emit groundMenuRequested(event->globalPos());
}
