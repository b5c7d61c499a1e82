// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/layout.h>

#include <numeric>

namespace {
// Highest row at which a rectangle of this width fits under what is there: the skyline of the 24 columns.
class Skyline
{
public:
    explicit Skyline(int firstRow) { m_bottoms.fill(firstRow, kGridColumns); }

    GridRect drop(GridRect rect)
    {
        rect.w = std::clamp(rect.w, 1, kGridColumns);
        rect.h = std::max(1, rect.h);
        rect.x = std::clamp(rect.x, 0, kGridColumns - rect.w);
        rect.y = *std::max_element(m_bottoms.begin() + rect.x, m_bottoms.begin() + rect.x + rect.w);
        std::fill(m_bottoms.begin() + rect.x, m_bottoms.begin() + rect.x + rect.w, rect.bottom());
        return rect;
    }

    int bottom() const { return *std::max_element(m_bottoms.begin(), m_bottoms.end()); }

private:
    QList<int> m_bottoms;
};

void place(const QList<LayoutItem> &elements, const QString &rowId, int firstRow, PlacedLayout &out)
{
    QList<GridRect> rects;
    for (const LayoutItem &element : elements)
        rects.append(element.rect);
    const QList<GridRect> landed = compacted(rects, firstRow);
    for (qsizetype i = 0; i < elements.size(); ++i) {
        out.elements.append({elements[i].id, landed[i], rowId, false});
        out.height = std::max(out.height, landed[i].bottom());
    }
}
} // namespace

QList<GridRect> compacted(const QList<GridRect> &rects, int firstRow)
{
    QList<qsizetype> order(rects.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        return rects[a].y != rects[b].y ? rects[a].y < rects[b].y : rects[a].x < rects[b].x;
    });
    QList<GridRect> landed = rects;
    Skyline skyline(firstRow);
    for (const qsizetype i : order)
        landed[i] = skyline.drop(rects[i]);
    return landed;
}

PlacedLayout placed(const LayoutItem &layout, const QHash<QString, bool> &folded)
{
    PlacedLayout out;
    QList<LayoutItem> loose; // what lies under no row: above the first one, or below a folded one
    const auto settle = [&] {
        place(loose, {}, out.height, out);
        loose.clear();
    };
    for (const LayoutItem &row : layout.children) {
        if (row.kind != LayoutItem::Kind::Row) {
            loose.append(row);
            continue;
        }
        settle();
        const bool collapsed = folded.value(row.id, row.collapsed);
        out.rows.append({row.id, row.title, collapsed, GridRect{0, out.height, kGridColumns, 1}, int(row.children.size())});
        ++out.height;
        if (!collapsed) {
            place(row.children, row.id, out.height, out);
            continue;
        }
        for (const LayoutItem &element : row.children)
            out.elements.append({element.id, element.rect, row.id, true});
    }
    settle();
    return out;
}
