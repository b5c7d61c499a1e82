// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/singlevaluegrid.h>

#include <algorithm>

namespace {

double share(double room, int count, double gap)
{
    return (room - gap * (count - 1)) / count;
}

int bestColumns(int count, const QSizeF &room, const QSizeF &smallest, double aspect, double gap)
{
    int best = 0;
    double bestScore = -1;
    for (int columns = 1; columns <= count; ++columns) {
        const double width = share(room.width(), columns, gap);
        if (width < smallest.width())
            break;
        const int rows = (count + columns - 1) / columns;
        const double full = double(count) / (rows * columns); // holes look unfinished
        const double score = std::min(width / aspect, share(room.height(), rows, gap)) * full * full;
        if (score > bestScore + 0.01) {
            bestScore = score;
            best = columns;
        }
    }
    const int rows = best ? (count + best - 1) / best : 0;
    if (best && share(room.height(), rows, gap) >= smallest.height())
        return best;
    return std::clamp(int((room.width() + gap) / std::max(1.0, smallest.width() + gap)), 1,
                      count); // scrolls: as many beside each other as fit
}

} // namespace

QRectF VizGrid::cellRect(int index) const
{
    return QRectF((index % columns) * (cell.width() + gap), (index / columns) * (cell.height() + gap), cell.width(), cell.height());
}

VizGrid vizGrid(int count, const QSizeF &room, VizOrientation orientation, const QSizeF &smallest, double aspect, double gap)
{
    VizGrid grid;
    grid.gap = gap;
    count = std::max(count, 1);
    if (orientation == VizOrientation::Vertical)
        grid.columns = count;
    else if (orientation == VizOrientation::Horizontal)
        grid.columns = 1;
    else
        grid.columns = bestColumns(count, room, smallest, aspect, gap);
    grid.rows = (count + grid.columns - 1) / grid.columns;
    // Along a direction that one item fills alone, the item takes what there is.
    const double minWidth = grid.columns > 1 ? smallest.width() : 0;
    const double minHeight = grid.rows > 1 ? smallest.height() : 0;
    grid.cell = QSizeF(std::max({share(room.width(), grid.columns, gap), minWidth, 1.0}),
                       std::max({share(room.height(), grid.rows, gap), minHeight, 1.0}));
    grid.content = QSizeF(grid.columns * (grid.cell.width() + gap) - gap, grid.rows * (grid.cell.height() + gap) - gap);
    return grid;
}
