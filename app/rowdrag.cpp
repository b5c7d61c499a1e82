// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/rowdrag.h>

namespace {

// A header, with its repeats, and what lies below it down to the next one.
struct Segment {
    QString sourceId;
    int depth = 0;
    bool isTab = false;
    bool hidesHeader = false;
    int top = 0;
    int height = 0;
    QList<PanelGroup> groups;
};

// Headers of the page in their order; what lies above all of them is no part of one.
QList<Segment> segmentsOf(QList<PanelGroup> groups, const LayoutItem &layout)
{
    std::stable_sort(groups.begin(), groups.end(), [](const PanelGroup &a, const PanelGroup &b) { return a.rect.y < b.rect.y; });
    QHash<QString, int> depths;
    for (const LayoutItem &item : layout.children)
        depths.insert(item.id, item.traits.depth);
    QList<Segment> segments;
    for (const PanelGroup &group : std::as_const(groups)) {
        if (group.isRow && (segments.isEmpty() || segments.last().sourceId != group.sourceId))
            segments.append({group.sourceId, depths.value(group.sourceId), group.isTab, group.hidesHeader, group.rect.y, 0, {}});
        if (segments.isEmpty())
            continue;
        Segment &segment = segments.last();
        segment.groups.append(group);
        segment.height = std::max(segment.height, group.rect.bottom() - segment.top);
    }
    return segments;
}

// From the first one of that source to behind its last repeat and all that lies deeper.
std::pair<qsizetype, qsizetype> extentOf(const QList<Segment> &segments, const QString &sourceId)
{
    const auto is = [&](const Segment &segment) { return segment.sourceId == sourceId; };
    const auto first = std::find_if(segments.begin(), segments.end(), is);
    if (first == segments.end())
        return {-1, -1};
    auto last = std::find_if(segments.rbegin(), segments.rend(), is).base();
    while (last != segments.end() && last->depth > first->depth)
        ++last;
    return {first - segments.begin(), last - segments.begin()};
}

// A place between two headers. At the end of rows that lie in each other there are several, one for each depth.
struct Slot {
    qsizetype gap = 0; // before that header
    int depth = 0;
    QString anchorId; // empty: no row can lie there
    RowSide side = RowSide::Before;
    int level = 0;
    bool isOwn = false;
    int line = 0; // where the mouse chooses it, in lines
};

class Planning
{
public:
    Planning(const QList<PanelGroup> &groups, const LayoutItem &layout, const QList<PanelGroup> &row, const QSet<QString> &forRows)
        : m_groups(groups)
        , m_rest(segmentsOf(groups, layout))
        , m_moved(segmentsOf(row, layout))
        , m_forRows(forRows)
    {
    }

    RowPlan run(int dy)
    {
        RowPlan plan{m_groups, {}, RowSide::Before, 0, false};
        if (m_moved.isEmpty())
            return plan;
        for (const PanelGroup &group : std::as_const(m_groups))
            m_top = std::max(m_top, group.rect.bottom());
        if (!m_rest.isEmpty())
            m_top = m_rest.first().top;
        const auto [begin, end] = extentOf(m_rest, m_moved.first().sourceId);
        if (begin >= 0) { // what it looks like now, though it began elsewhere
            const QList<Segment> here = m_rest.mid(begin, end - begin);
            m_rest.erase(m_rest.begin() + begin, m_rest.begin() + end);
            m_own = begin;
            dy += m_moved.first().top - here.first().top;
            m_moved = here;
        }
        findSlots();
        placeSlots();
        const qsizetype wanted = slotAt(m_own >= 0 ? dy : m_moved.first().top + dy);
        const qsizetype chosen = nearestFrom(wanted);
        plan.isNowhere = wanted >= 0 && !m_slots[wanted].isOwn && (chosen < 0 || m_slots[chosen].isOwn);
        if (chosen < 0)
            return plan;
        plan.level = m_slots[chosen].level;
        if (!m_slots[chosen].isOwn) {
            plan.anchorId = m_slots[chosen].anchorId;
            plan.side = m_slots[chosen].side;
        }
        plan.groups = placed(m_slots[chosen].gap);
        return plan;
    }

private:
    void findSlots()
    {
        const int ownDepth = m_moved.first().depth;
        QList<qsizetype> around; // the last header of each depth, as far as one can still lie in it
        for (qsizetype gap = 0; gap <= m_rest.size(); ++gap) {
            const Segment *const above = gap > 0 ? &m_rest[gap - 1] : nullptr;
            const Segment *const below = gap < m_rest.size() ? &m_rest[gap] : nullptr;
            if (above) {
                around.resize(above->depth + 1, -1);
                around[above->depth] = gap - 1;
            }
            const int lowest = below ? below->depth : 0;
            const bool opens = above && (!below || below->depth <= above->depth) && m_forRows.contains(above->sourceId);
            const int deepest = std::max(lowest, above ? above->depth + (opens ? 1 : 0) : 0);
            const qsizetype before = m_slots.size();
            for (int depth = deepest; depth >= lowest; --depth) {
                Slot slot = slotOf(gap, depth, around, opens);
                slot.isOwn = gap == m_own && depth == ownDepth;
                if (slot.isOwn || !slot.anchorId.isEmpty())
                    m_slots.append(slot);
            }
            if (gap == m_own && std::none_of(m_slots.begin() + before, m_slots.end(), [](const Slot &slot) { return slot.isOwn; }))
                m_slots.insert(before, Slot{gap, ownDepth, {}, RowSide::Before, levelOf(around, ownDepth), true, 0});
            if (m_slots.size() == before)
                m_slots.append(Slot{gap, lowest, {}, RowSide::Before, 0, false, 0});
        }
    }

    Slot slotOf(qsizetype gap, int depth, const QList<qsizetype> &around, bool opens) const
    {
        Slot slot{gap, depth, {}, RowSide::Before, levelOf(around, depth), false, 0};
        const qsizetype before = around.value(depth, -1);
        if (gap < m_rest.size() && m_rest[gap].depth == depth && !m_rest[gap].isTab) {
            slot.anchorId = m_rest[gap].sourceId;
        } else if (opens && depth == m_rest[gap - 1].depth + 1) {
            slot.anchorId = m_rest[gap - 1].sourceId;
            slot.side = RowSide::Inside;
        } else if (before >= 0 && !m_rest[before].isTab) {
            slot.anchorId = m_rest[before].sourceId;
            slot.side = RowSide::After;
        }
        return slot;
    }

    int levelOf(const QList<qsizetype> &around, int depth) const
    {
        int level = 0;
        for (const qsizetype each : around.mid(0, depth))
            level += each >= 0 && !m_rest[each].isTab && !m_rest[each].hidesHeader;
        return level;
    }

    // Each where the row would lie, the own one at 0 (of a row from elsewhere the first one at the page's top). Of several at one line each
    // has a line of its own, as far as the mouse does not run away from what it chooses.
    void placeSlots()
    {
        constexpr int farthest = 3;
        QList<int> lines{m_top};
        for (const Segment &segment : std::as_const(m_rest))
            lines.append(lines.last() + segment.height);
        qsizetype start = 0;
        while (m_own >= 0 && !m_slots[start].isOwn)
            ++start;
        const int base = m_own >= 0 ? lines[m_slots[start].gap] : 0;
        for (Slot &slot : m_slots)
            slot.line = lines[slot.gap] - base;
        for (qsizetype i = start + 1; i < m_slots.size(); ++i)
            m_slots[i].line = std::min(std::max(m_slots[i].line, m_slots[i - 1].line + 1), m_slots[i].line + farthest);
        for (qsizetype i = start - 1; i >= 0; --i)
            m_slots[i].line = std::max(std::min(m_slots[i].line, m_slots[i + 1].line - 1), m_slots[i].line - farthest);
    }

    // The nearest one; of two the one that is farther along.
    qsizetype slotAt(int line) const
    {
        qsizetype best = -1;
        for (qsizetype i = 0; i < m_slots.size(); ++i) {
            const int away = std::abs(m_slots[i].line - line), least = best < 0 ? INT_MAX : std::abs(m_slots[best].line - line);
            if (away < least || (away == least && line > 0))
                best = i;
        }
        return best;
    }

    // Where no row can lie: the next one where it can, on the way back first.
    qsizetype nearestFrom(qsizetype wanted) const
    {
        const auto can = [this](qsizetype i) { return m_slots[i].isOwn || !m_slots[i].anchorId.isEmpty(); };
        if (wanted < 0 || can(wanted))
            return wanted;
        qsizetype own = m_slots.size() - 1;
        while (own > 0 && !m_slots[own].isOwn)
            --own;
        const int back = own > wanted ? 1 : -1;
        for (const int step : {back, -back})
            for (qsizetype i = wanted; i >= 0 && i < m_slots.size(); i += step)
                if (can(i))
                    return i;
        return -1;
    }

    QList<PanelGroup> placed(qsizetype gap) const
    {
        QList<Segment> order = m_rest.mid(0, gap);
        order += m_moved;
        order += m_rest.mid(gap);
        QList<PanelGroup> groups;
        for (const PanelGroup &group : m_groups)
            if (group.rect.y < m_top)
                groups.append(group); // above all headers
        int y = m_top;
        for (const Segment &segment : std::as_const(order)) {
            for (PanelGroup group : segment.groups) {
                group.rect.y += y - segment.top;
                groups.append(group);
            }
            y += segment.height;
        }
        return groups;
    }

    QList<PanelGroup> m_groups;
    QList<Segment> m_rest; // without those that are moved
    QList<Segment> m_moved;
    const QSet<QString> &m_forRows;
    QList<Slot> m_slots; // in the order of the page
    qsizetype m_own = -1; // the gap where they are; -1: not on this page
    int m_top = 0;
};

} // namespace

QList<PanelGroup> rowGroups(QList<PanelGroup> groups, const LayoutItem &layout, const QString &sourceId)
{
    const QList<Segment> segments = segmentsOf(std::move(groups), layout);
    const auto [begin, end] = extentOf(segments, sourceId);
    QList<PanelGroup> found;
    for (qsizetype i = std::max<qsizetype>(begin, 0); i < end; ++i)
        found += segments[i].groups;
    return found;
}

RowPlan rowPlan(QList<PanelGroup> groups, const LayoutItem &layout, const QList<PanelGroup> &row, int dy, const QSet<QString> &forRows)
{
    return Planning(std::move(groups), layout, row, forRows).run(dy);
}
