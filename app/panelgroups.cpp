// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/panelgroups.h>

#include <app/sectionbars.h>

namespace {

// Which repeat of each row says where the row's panels are: the one that something was moved to, else the first.
QHash<QString, QString> speakingRows(const QList<PanelGroup> &groups, const QStringList &moved)
{
    QList<const PanelGroup *> rows;
    for (const PanelGroup &group : groups)
        if (group.isRow)
            rows.append(&group);
    std::stable_sort(rows.begin(), rows.end(), [](const PanelGroup *a, const PanelGroup *b) { return a->rect.y < b->rect.y; });
    QHash<QString, QString> speaking;
    for (const PanelGroup &group : groups) {
        if (group.isRow || std::none_of(moved.begin(), moved.end(), [&](const QString &id) { return group.holds(id); }))
            continue;
        const PanelGroup *above = nullptr;
        for (const PanelGroup *row : std::as_const(rows))
            if (row->rect.y <= group.rect.y)
                above = row;
        if (above)
            speaking.insert(above->sourceId, above->rowId);
    }
    for (const PanelGroup *row : std::as_const(rows))
        if (!speaking.contains(row->sourceId))
            speaking.insert(row->sourceId, row->rowId);
    return speaking;
}

QHash<QString, GridRect> allPlaces(const QList<PanelGroup> &groups, const QStringList &moved)
{
    const QHash<QString, QString> speaking = speakingRows(groups, moved);
    QHash<QString, std::pair<int, const PanelGroup *>> best; // of each element
    for (const PanelGroup &group : groups) {
        if (group.isRow)
            continue;
        const bool isMoved = std::any_of(moved.begin(), moved.end(), [&](const QString &id) { return group.holds(id); });
        const bool speaks = std::any_of(speaking.begin(), speaking.end(), [&](const QString &row) { return row == group.rowId; });
        const int rank = isMoved ? 2 : speaks ? 1 : 0;
        if (const auto known = best.constFind(group.sourceId); known == best.constEnd() || known->first < rank)
            best.insert(group.sourceId, {rank, &group});
    }
    QList<ShownPlace> shown;
    for (const PanelGroup &group : groups) {
        const bool counts = group.isRow ? speaking.value(group.sourceId) == group.rowId : best.value(group.sourceId).second == &group;
        shown.append({group.sourceId, group.isRow, counts, group.rect, group.repeat});
    }
    return sourcePlaces(shown);
}

// Whether the file with the places of `changed` looks like `all`, with nothing on top of another.
bool suffice(const QHash<QString, GridRect> &changed, const QHash<QString, GridRect> &all, const QHash<QString, GridRect> &now,
             const QList<PanelGroup> &groups)
{
    QList<ShownPlace> shown;
    QSet<QString> seen;
    for (const PanelGroup &group : groups) {
        if (seen.contains(group.sourceId))
            continue;
        seen.insert(group.sourceId);
        GridRect rect = changed.value(group.sourceId, now.value(group.sourceId));
        if (group.repeat.fillsWidth) {
            rect.x = 0;
            rect.w = kGridColumns;
        }
        for (const ShownPlace &other : std::as_const(shown))
            if (other.rect.overlaps(rect))
                return false;
        shown.append({group.sourceId, group.isRow, true, rect, {}});
    }
    return sourcePlaces(shown) == all;
}

QHash<QString, GridRect> placesNow(const DashboardSession &session)
{
    QHash<QString, GridRect> now;
    for (const LayoutItem &item : session.dashboard().layout.children) {
        now.insert(item.id, item.rect);
        for (const LayoutItem &child : item.children)
            now.insert(child.id, child.rect);
    }
    return now;
}

// A row header and what lies below it; without a header: what lies above all rows.
struct Block {
    const PanelGroup *header = nullptr;
    QList<const PanelGroup *> groups;
    int top = 0; // of what lies below the header
    int bottom = 0;

    double headerLines() const { return header && !header->hidesHeader ? 1 : 0; }
    double controlLines() const { return header ? header->controlLines : 0; }
    bool fills() const { return bottom > top && (header ? header->fillsScreen : !groups.isEmpty() && groups.first()->fillsScreen); }
};

QList<Block> blocksOf(const QList<PanelGroup> &groups)
{
    QList<const PanelGroup *> order;
    for (const PanelGroup &group : groups)
        order.append(&group);
    std::stable_sort(order.begin(), order.end(), [](const PanelGroup *a, const PanelGroup *b) { return a->rect.y < b->rect.y; });
    QList<Block> blocks{Block()};
    for (const PanelGroup *group : std::as_const(order)) {
        if (group->isRow) {
            blocks.append(Block{group, {}, group->rect.bottom(), group->rect.bottom()});
            continue;
        }
        blocks.last().groups.append(group);
        blocks.last().bottom = std::max(blocks.last().bottom, group->rect.bottom());
    }
    return blocks;
}

// What the file has and the page does not show takes part where the file says that it is, below its row: folded on the page only, in
// another tab, hidden. What is folded in the file lies inside its row and is no one's neighbour.
class WithUnseen
{
public:
    WithUnseen(const DashboardSession &session, const QList<PanelGroup> &seen)
        : m_session(session)
        , m_blocks(blocksOf(seen))
        , m_now(placesNow(session))
    {
        for (const PanelGroup &group : seen)
            m_seen.insert(group.sourceId);
    }

    QList<PanelGroup> run()
    {
        QList<QList<PanelGroup>> unseen(m_blocks.size()); // sections, with what they hold, after each block
        qsizetype at = 0;
        QList<PanelGroup> loose;
        for (const LayoutItem &item : m_session.dashboard().layout.children) {
            if (item.kind != LayoutItem::Kind::Row) {
                if (!m_seen.contains(item.id))
                    loose.append(groupOf(item, {}, 0));
                continue;
            }
            if (const qsizetype shown = lastBlockOf(item.id); shown >= 0)
                at = shown;
            else
                unseen[at] += sectionOf(item);
        }
        for (qsizetype i = 0; i < m_blocks.size(); ++i) {
            add(m_blocks[i], i == 0 ? loose : QList<PanelGroup>());
            for (PanelGroup group : std::as_const(unseen[i])) {
                if (group.isRow)
                    m_base = m_bottom;
                group.rect.y += m_base;
                m_bottom = std::max(m_bottom, group.rect.bottom());
                m_out.append(group);
            }
        }
        return m_out;
    }

private:
    static PanelGroup groupOf(const LayoutItem &item, const QString &rowId, int top)
    {
        GridRect rect = item.rect;
        rect.y -= top;
        return {item.id, rowId, false, rect, {}, {{item.id, {}}}};
    }

    QList<PanelGroup> sectionOf(const LayoutItem &row) const
    {
        QList<PanelGroup> groups{{row.id, row.id, true, {0, 0, kGridColumns, 1}, {}, {{row.id, {}}}}};
        for (const LayoutItem &child : row.children)
            if (!row.collapsed)
                groups.append(groupOf(child, row.id, row.rect.y));
        return groups;
    }

    qsizetype lastBlockOf(const QString &rowId) const
    {
        for (qsizetype i = m_blocks.size() - 1; i >= 0; --i)
            if (m_blocks[i].header && m_blocks[i].header->sourceId == rowId)
                return i;
        return -1;
    }

    // own: unseen elements, where the file has them. What lies below one of them there stays below it.
    void add(const Block &block, QList<PanelGroup> own)
    {
        if (block.header)
            for (const LayoutItem &item : m_session.dashboard().layout.children)
                if (item.id == block.header->sourceId && !item.collapsed)
                    for (const LayoutItem &child : item.children)
                        if (!m_seen.contains(child.id))
                            own.append(groupOf(child, block.header->rowId, 0));
        const int top = m_bottom, was = block.header ? block.header->rect.y : 0;
        const auto take = [&](PanelGroup group, int y) {
            group.rect.y = y;
            m_bottom = std::max(m_bottom, group.rect.bottom());
            m_out.append(group);
        };
        const auto unseenAbove = [&](int line) {
            int lines = 0;
            for (const PanelGroup &each : std::as_const(own))
                lines += each.rect.y < line ? each.rect.h : 0;
            return lines;
        };
        if (block.header)
            take(*block.header, top);
        for (const PanelGroup *group : block.groups)
            take(*group, group->rect.y + top - was + (m_now.contains(group->sourceId) ? unseenAbove(m_now[group->sourceId].y) : 0));
        const QList<PanelGroup> seen = m_out.mid(m_out.size() - block.groups.size());
        for (const PanelGroup &group : std::as_const(own)) {
            int y = top + (block.header ? 1 : 0) + unseenAbove(group.rect.y);
            for (const PanelGroup &each : seen)
                if (m_now.contains(each.sourceId) && m_now[each.sourceId].bottom() <= group.rect.y)
                    y = std::max(y, each.rect.bottom());
            take(group, y);
        }
    }

    const DashboardSession &m_session;
    QList<Block> m_blocks;
    QHash<QString, GridRect> m_now; // in the file
    QSet<QString> m_seen; // elements and rows of the file
    QList<PanelGroup> m_out;
    int m_bottom = 0;
    int m_base = 0; // of the unseen section
};

QList<PanelGroup> withUnseen(const DashboardSession &session, const QList<PanelGroup> &seen)
{
    return WithUnseen(session, seen).run();
}

// In an automatic grid the page may have room for wider panels than the file counts, while others are hidden.
void keepAutoSizes(const DashboardSession &session, const QHash<QString, GridRect> &before, QHash<QString, GridRect> &places)
{
    for (const LayoutItem &section : session.dashboard().layout.children)
        for (const LayoutItem &item : section.kind == LayoutItem::Kind::Row ? section.children : QList<LayoutItem>{section}) {
            const auto place = places.find(item.id);
            if (item.traits.columns == 0 || place == places.end() || !before.contains(item.id))
                continue;
            if (place->w == before[item.id].w && place->h == before[item.id].h) {
                place->w = item.rect.w;
                place->h = item.rect.h;
            }
        }
}

} // namespace

bool PanelGroup::holds(const QString &instanceId) const
{
    return std::any_of(items.begin(), items.end(), [&](const auto &item) { return item.first == instanceId; });
}

GridRect onePlace(const PanelInstance &instance)
{
    GridRect once = instance.rect;
    once.h /= std::max(1, instance.repeat.rows());
    return once;
}

QList<PanelGroup> panelGroups(const DashboardSession &session)
{
    QList<PanelGroup> groups;
    for (const RowInstance &row : session.rows())
        groups.append({row.sourceId,
                       row.id,
                       true,
                       row.rect,
                       {},
                       {{row.tabs.isEmpty() ? row.id : row.tabs, {}}},
                       !row.tabs.isEmpty(),
                       row.hidesHeader,
                       row.collapsed,
                       row.fillsScreen && !row.collapsed});
    const bool fills = session.dashboard().layout.traits.fillsScreen;
    for (const PanelInstance &each : session.instances()) {
        if (session.isFolded(each.id))
            continue;
        if (groups.isEmpty() || groups.last().isRow || groups.last().sourceId != each.elementId || groups.last().rowId != each.rowId)
            groups.append(
                {each.elementId, each.rowId, false, each.rect, each.repeat, {}, false, false, false, fills && each.rowId.isEmpty()});
        groups.last().items.append({each.id, each.repeat});
    }
    return groups;
}

QHash<QString, QRectF> cellsOf(const QList<PanelGroup> &groups, double screenLines)
{
    const QList<Block> blocks = blocksOf(groups);
    double used = 0;
    int filling = 0;
    for (const Block &block : blocks) {
        used += block.headerLines() + block.controlLines() + block.bottom - block.top;
        filling += block.fills();
    }
    const double spare = filling > 0 ? std::max(0.0, screenLines - used) / filling : 0;
    QHash<QString, QRectF> cells;
    double y = 0;
    for (const Block &block : blocks) {
        if (block.header && !block.header->hidesHeader)
            cells.insert(block.header->items.first().first, QRectF(0, y, kGridColumns, 1));
        y += block.headerLines();
        if (block.controlLines() > 0)
            cells.insert(SectionBars::idOf(block.header->rowId), QRectF(0, y, kGridColumns, block.controlLines()));
        y += block.controlLines();
        const double height = block.bottom - block.top;
        const double stretch = block.fills() ? (height + spare) / height : 1;
        for (const PanelGroup *group : block.groups)
            for (const auto &[id, repeat] : group->items) {
                const QRectF own = repeat.in(group->rect);
                cells.insert(id, QRectF(own.x(), y + (own.y() - block.top) * stretch, own.width(), own.height() * stretch));
            }
        y += height * stretch;
    }
    return cells;
}

int fileLineOf(const QList<PanelGroup> &groups, int pageLine)
{
    int line = pageLine;
    for (const PanelGroup &group : groups) {
        if (!group.isRow)
            continue;
        if ((group.hidesHeader && group.rect.y <= line) || (group.isTab && group.rect.y == line))
            ++line; // below it
        if (group.rect.y < line)
            line = std::max(group.rect.bottom(), line - group.controlLines);
    }
    return line;
}

QHash<QString, GridRect> placesInFile(const DashboardSession &session, const QList<PanelGroup> &after, const QStringList &moved)
{
    const QHash<QString, GridRect> before = allPlaces(withUnseen(session, panelGroups(session)), {});
    const QList<PanelGroup> whole = withUnseen(session, after);
    const QHash<QString, GridRect> all = allPlaces(whole, moved);
    const QHash<QString, GridRect> now = placesNow(session);
    QHash<QString, GridRect> changed;
    for (auto it = all.begin(); it != all.end(); ++it)
        if (before.value(it.key()) != it.value())
            changed.insert(it.key(), it.value());
    QHash<QString, GridRect> places = suffice(changed, all, now, whole) ? changed : all;
    keepAutoSizes(session, before, places);
    for (const PanelGroup &group : after) // the file's width of those that fill the line says nothing
        if (const auto it = places.find(group.sourceId); it != places.end() && group.repeat.fillsWidth && now.contains(group.sourceId)) {
            it->x = now[group.sourceId].x;
            it->w = now[group.sourceId].w;
        }
    return places;
}
