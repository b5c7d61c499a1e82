// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/gridplacement.h>

#include <numeric>

namespace {

QList<qsizetype> byPlace(const QList<GridRect> &rects)
{
    QList<qsizetype> order(rects.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        return rects[a].y != rects[b].y ? rects[a].y < rects[b].y : rects[a].x < rects[b].x;
    });
    return order;
}

// What overlaps the pushed one goes down below it, and so on. Every step moves something down, so it ends.
void pushDown(QList<GridRect> &rects, qsizetype pusher, const QSet<qsizetype> &fixed)
{
    for (const qsizetype each : byPlace(rects)) {
        if (each == pusher || fixed.contains(each) || !rects[each].overlaps(rects[pusher]))
            continue;
        rects[each].y = rects[pusher].bottom();
        pushDown(rects, each, fixed);
    }
}

// The first thing in the way may change sides with the moved one: directly above it, if nothing is there.
bool goesAbove(QList<GridRect> &rects, qsizetype moved, qsizetype inTheWay)
{
    GridRect above = rects[inTheWay];
    above.y = std::max(rects[moved].y - above.h, 0);
    for (qsizetype i = 0; i < rects.size(); ++i)
        if (i != inTheWay && rects[i].overlaps(above))
            return false;
    rects[inTheWay] = above;
    return true;
}

GridRect clipped(GridRect rect)
{
    rect.w = std::clamp(rect.w, 1, kGridColumns);
    rect.h = std::clamp(rect.h, 1, 200'000); // hundreds of repeats below each other
    rect.x = std::clamp(rect.x, 0, kGridColumns - rect.w);
    rect.y = std::max(rect.y, 0);
    return rect;
}

} // namespace

QList<GridRect> movedTo(QList<GridRect> rects, qsizetype index, const GridRect &to)
{
    rects[index] = clipped(to);
    for (const qsizetype each : byPlace(rects)) {
        if (each == index || !rects[each].overlaps(rects[index]) || goesAbove(rects, index, each))
            continue;
        rects[each].y = rects[index].bottom();
        pushDown(rects, each, {index});
    }
    return compacted(rects);
}

QList<GridRect> movedBy(const QList<GridRect> &rects, const QList<qsizetype> &indexes, int dx, int dy)
{
    if (indexes.size() == 1) {
        GridRect to = rects[indexes.first()];
        to.x += dx;
        to.y += dy;
        return movedTo(rects, indexes.first(), to);
    }
    int left = kGridColumns, right = 0, top = INT_MAX;
    for (const qsizetype index : indexes) {
        left = std::min(left, rects[index].x);
        right = std::max(right, rects[index].x + rects[index].w);
        top = std::min(top, rects[index].y);
    }
    dx = std::clamp(dx, -left, kGridColumns - right);
    dy = std::max(dy, -top);
    QList<GridRect> out = rects;
    const QSet<qsizetype> together(indexes.begin(), indexes.end());
    for (const qsizetype index : indexes) {
        out[index].x += dx;
        out[index].y += dy;
    }
    for (const qsizetype index : indexes)
        pushDown(out, index, together);
    return compacted(out);
}

GridRect placeForNew(const QList<GridRect> &rects, int w, int h)
{
    GridRect place{0, 0, w, h};
    if (rects.isEmpty())
        return place;
    const GridRect last = rects[byPlace(rects).last()];
    place.x = last.x + last.w;
    place.y = last.y;
    const bool free = place.x + w <= kGridColumns
        && std::none_of(rects.begin(), rects.end(), [&](const GridRect &each) { return each.overlaps(place); });
    if (free)
        return place;
    place.x = 0;
    place.y = 0;
    for (const GridRect &each : rects)
        place.y = std::max(place.y, each.bottom());
    return place;
}
