// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/layout.h>

#include <algorithm>
#include <array>
#include <climits>
#include <numeric>

namespace {
constexpr qsizetype kMostItems = 2000; // more are laid out without regard to what touches
constexpr int kMostPushes = 200'000; // of a file made to be slow

struct Item {
    GridRect rect;
    qsizetype index;
};

// Settles rectangles one by one, each as high as it goes from where it is.
class Gravity
{
public:
    Gravity(QList<Item> items, int floor) : m_items(std::move(items)), m_floor(floor), m_bottom(floor) { }

    // False: given up, too much is in the way of too much.
    bool run()
    {
        for (m_settled = 0; m_settled < m_items.size(); ++m_settled) {
            rise();
            while (const GridRect *there = inTheWay())
                if (!push(m_settled, there->bottom()))
                    return false;
            m_bottom = std::max(m_bottom, m_items[m_settled].rect.bottom());
        }
        return true;
    }

    const QList<Item> &items() const { return m_items; }

private:
    GridRect &now() { return m_items[m_settled].rect; }

    const GridRect *inTheWay() const
    {
        for (qsizetype i = 0; i < m_settled; ++i)
            if (m_items[i].rect.overlaps(m_items[m_settled].rect))
                return &m_items[i].rect;
        return nullptr;
    }

    // Up to the first row that is taken; what is in the way at once is left to push().
    void rise()
    {
        GridRect &rect = now();
        rect.y = std::min(m_bottom, rect.y);
        if (inTheWay())
            return;
        int top = m_floor;
        for (qsizetype i = 0; i < m_settled; ++i) {
            const GridRect &each = m_items[i].rect;
            if (each.x < rect.x + rect.w && rect.x < each.x + each.w && each.bottom() <= rect.y)
                top = std::max(top, each.bottom());
        }
        rect.y = top == m_floor ? top : top - 1;
    }

    // Down to y, and first what the rectangle would then lie on.
    bool push(qsizetype index, int y)
    {
        if (++m_pushes > kMostPushes)
            return false;
        GridRect &rect = m_items[index].rect;
        rect.y += 1;
        for (qsizetype i = index + 1; i < m_items.size() && m_items[i].rect.y <= rect.bottom(); ++i)
            if (m_items[i].rect.overlaps(rect) && !push(i, y + rect.h))
                return false;
        rect.y = y;
        return true;
    }

    QList<Item> m_items;
    int m_floor;
    int m_bottom;
    qsizetype m_settled = 0;
    int m_pushes = 0;
};

// Always quick: below all that came before in the same columns.
void stack(QList<Item> &items, int floor)
{
    std::array<int, kGridColumns> bottoms;
    bottoms.fill(floor);
    for (Item &item : items) {
        const auto from = bottoms.begin() + item.rect.x, to = from + item.rect.w;
        item.rect.y = *std::max_element(from, to);
        std::fill(from, to, item.rect.bottom());
    }
}

GridRect clipped(GridRect rect)
{
    rect.w = std::clamp(rect.w, 1, kGridColumns);
    rect.h = std::max(1, rect.h);
    rect.x = std::clamp(rect.x, 0, kGridColumns - rect.w);
    return rect;
}
} // namespace

QList<GridRect> compacted(const QList<GridRect> &rects, int firstRow)
{
    QList<Item> items;
    int top = INT_MAX;
    for (qsizetype i = 0; i < rects.size(); ++i) {
        items.append({clipped(rects[i]), i});
        top = std::min(top, items.last().rect.y);
    }
    for (Item &item : items)
        item.rect.y += firstRow - top;
    std::stable_sort(items.begin(), items.end(),
                     [](const Item &a, const Item &b) { return a.rect.y != b.rect.y ? a.rect.y < b.rect.y : a.rect.x < b.rect.x; });
    Gravity gravity(items, firstRow);
    if (items.size() <= kMostItems && gravity.run())
        items = gravity.items();
    else
        stack(items, firstRow);
    QList<GridRect> landed = rects;
    for (const Item &item : std::as_const(items))
        landed[item.index] = item.rect;
    return landed;
}
