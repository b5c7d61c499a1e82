// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/rowdrag.h>

namespace {

// A header, with its repeats, and what lies below it down to the next one.
struct Segment {
    QString sourceId;
    int depth = 0;
    bool isTab = false;
    int top = 0;
    int height = 0;
    QList<qsizetype> groups;
};

class Planning
{
public:
    Planning(QList<PanelGroup> groups, const LayoutItem &layout) : m_groups(std::move(groups))
    {
        std::stable_sort(m_groups.begin(), m_groups.end(), [](const PanelGroup &a, const PanelGroup &b) { return a.rect.y < b.rect.y; });
        QHash<QString, int> depths;
        for (const LayoutItem &item : layout.children)
            depths.insert(item.id, item.traits.depth);
        for (qsizetype i = 0; i < m_groups.size(); ++i) {
            const PanelGroup &group = m_groups[i];
            if (group.isRow && (m_segments.isEmpty() || m_segments.last().sourceId != group.sourceId))
                m_segments.append({group.sourceId, depths.value(group.sourceId), group.isTab, group.rect.y, 0, {}});
            if (m_segments.isEmpty())
                continue; // above all rows
            Segment &segment = m_segments.last();
            segment.groups.append(i);
            segment.height = std::max(segment.height, group.rect.bottom() - segment.top);
        }
    }

    RowPlan run(const QString &sourceId, int dy)
    {
        RowPlan plan{m_groups, {}, false, false};
        if (!takeOut(sourceId))
            return plan;
        const int wanted = gapAt(dy), step = wanted < m_gap ? 1 : -1, own = m_moved.first().depth;
        int gap = wanted;
        for (; gap != m_gap && plan.anchorId.isEmpty(); gap += step) // the next one to there where it can lie
            for (int away = 0; away <= m_deepest && plan.anchorId.isEmpty(); ++away)
                for (const int depth : {own + away, own - away})
                    if (plan.anchorId.isEmpty())
                        anchor(plan, gap, depth);
        plan.isNowhere = plan.anchorId.isEmpty() && wanted != m_gap;
        if (!plan.anchorId.isEmpty())
            plan.groups = placed(gap - step);
        return plan;
    }

private:
    bool takeOut(const QString &sourceId)
    {
        const auto is = [&](const Segment &segment) { return segment.sourceId == sourceId; };
        const auto first = std::find_if(m_segments.begin(), m_segments.end(), is);
        if (first == m_segments.end())
            return false;
        m_top = m_segments.first().top;
        m_gap = int(first - m_segments.begin());
        auto last = std::find_if(m_segments.rbegin(), m_segments.rend(), is).base(); // behind its last repeat
        while (last != m_segments.end() && last->depth > first->depth)
            ++last;
        m_moved = m_segments.mid(m_gap, last - first);
        m_segments.erase(first, last);
        for (const Segment &segment : std::as_const(m_segments))
            m_deepest = std::max(m_deepest, segment.depth);
        m_deepest = std::max(m_deepest, m_moved.first().depth);
        return true;
    }

    // The edge that goes ahead passes others at their middle.
    int gapAt(int dy) const
    {
        const int top = m_moved.first().top, height = m_moved.last().top + m_moved.last().height - top;
        const int edge = dy > 0 ? top + height + dy : top + dy;
        int gap = 0;
        for (const Segment &segment : m_segments) {
            const bool isBelow = segment.top > top;
            const int middle = 2 * segment.top + segment.height;
            if (dy == 0 ? !isBelow : dy > 0 ? !isBelow || middle <= 2 * edge : !isBelow && middle < 2 * edge)
                ++gap;
        }
        return gap;
    }

    // A row of that depth can stand there if one of the same list stands before or behind it.
    void anchor(RowPlan &plan, int gap, int depth) const
    {
        if (gap < m_segments.size() && m_segments[gap].depth == depth && !m_segments[gap].isTab) {
            plan.anchorId = m_segments[gap].sourceId;
            plan.after = false;
            return;
        }
        if (gap < m_segments.size() && m_segments[gap].depth > depth)
            return; // in the midst of another row
        int i = gap - 1;
        while (i >= 0 && m_segments[i].depth > depth)
            --i;
        if (i >= 0 && m_segments[i].depth == depth && !m_segments[i].isTab) {
            plan.anchorId = m_segments[i].sourceId;
            plan.after = true;
        }
    }

    QList<PanelGroup> placed(int gap) const
    {
        QList<PanelGroup> groups = m_groups;
        QList<Segment> order = m_segments;
        for (qsizetype i = 0; i < m_moved.size(); ++i)
            order.insert(gap + i, m_moved[i]);
        int y = m_top;
        for (const Segment &segment : std::as_const(order)) {
            for (const qsizetype i : segment.groups)
                groups[i].rect.y += y - segment.top;
            y += segment.height;
        }
        return groups;
    }

    QList<PanelGroup> m_groups;
    QList<Segment> m_segments; // without those that are moved
    QList<Segment> m_moved;
    int m_gap = 0; // where these were
    int m_top = 0;
    int m_deepest = 0;
};

} // namespace

RowPlan rowPlan(QList<PanelGroup> groups, const LayoutItem &layout, const QString &sourceId, int dy)
{
    return Planning(std::move(groups), layout).run(sourceId, dy);
}
