// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/plot/trace.h>

namespace {
using Interpolation = PlotSeries::Interpolation;

constexpr int kFillColumns = 16; // side by side: a line of the cache

struct Range {
    float top = 1;
    float bottom = 0;

    bool isEmpty() const { return top > bottom; }
    void take(float y)
    {
        if (isEmpty()) {
            top = bottom = y;
            return;
        }
        top = std::min(top, y);
        bottom = std::max(bottom, y);
    }
};

// Where the line from row - 1 to row crosses the left edge of a column; false: there is no line.
bool crossing(const Trace &t, qsizetype row, int column, float &y)
{
    if (row <= 0 || row >= t.y->size())
        return false;
    const double before = t.y->at(row - 1);
    const double after = t.y->at(row);
    if (!std::isfinite(before) || !std::isfinite(after))
        return false;
    if (t.interpolation == Interpolation::StepAfter || t.interpolation == Interpolation::StepBefore) {
        y = t.value.px(t.interpolation == Interpolation::StepAfter ? before : after);
        return true;
    }
    const double xBefore = t.x->at(row - 1);
    const double xAfter = t.x->at(row);
    const double share = xAfter > xBefore ? std::clamp((t.time.x(column) - xBefore) / (xAfter - xBefore), 0.0, 1.0) : 0;
    if (t.value.isLinear()) {
        y = t.value.px(before + (after - before) * share);
    } else {
        const float from = t.value.px(before);
        y = from + (t.value.px(after) - from) * float(share);
    }
    return true;
}

MinMax rangeOfRows(const Trace &t, qsizetype from, qsizetype to)
{
    if (t.pyramid && to - from > 64)
        return t.pyramid->range(from, to);
    MinMax range{1, 0};
    t.y->eachRun(from, to, [&](std::span<const double> run) {
        const MinMax part = finiteRange(run);
        if (part.isEmpty())
            return;
        range = range.isEmpty() ? part : MinMax{std::min(range.min, part.min), std::max(range.max, part.max)};
    });
    return range;
}

} // namespace

void columnRanges(const Trace &t, int first, int last, TraceMemory &memory)
{
    const auto count = size_t(std::max(0, last - first));
    memory.top.assign(count, 1);
    memory.bottom.assign(count, 0);
    float enter = 0;
    bool entered = crossing(t, (*t.bounds)[size_t(first)], first, enter);
    for (int column = first; column < last; ++column) {
        const qsizetype from = (*t.bounds)[size_t(column)];
        const qsizetype to = (*t.bounds)[size_t(column) + 1];
        Range range;
        if (from < to) {
            const MinMax inside = rangeOfRows(t, from, to);
            if (!inside.isEmpty()) {
                range.take(t.value.px(inside.max));
                range.take(t.value.px(inside.min));
            }
        }
        if (entered)
            range.take(enter);
        float leave = 0;
        const bool left = crossing(t, to, column + 1, leave);
        if (left)
            range.take(leave);
        memory.top[size_t(column - first)] = range.top;
        memory.bottom[size_t(column - first)] = range.bottom;
        enter = leave;
        entered = left;
    }
}

float fillBase(const Trace &t, int column, float fillEnd)
{
    if (!t.base)
        return std::min(t.baseline, fillEnd);
    const qsizetype row = std::min((*t.bounds)[size_t(column)], t.base->size() - 1);
    const double value = row >= 0 ? t.base->at(row) : Column::missing();
    return std::isfinite(value) ? t.value.px(value) : t.baseline;
}

namespace {
template <class F>
void fillColumns(const Trace &t, int first, int from, int count, F range, const TraceMemory &memory, const PixelTarget &target)
{
    for (int i = from; i < from + count; ++i) {
        const Range own = range(first + i);
        if (own.isEmpty())
            continue;
        const float base = fillBase(t, first + i, memory.fillEnd);
        memory.coverage.paintSpan(target, i, std::min(own.top, base), std::max(own.bottom, base), t.fill);
    }
}

// In an image, whose rows lie apart, what all of some columns are filled with goes in by rows; only the rest by columns.
template <class F>
void fillByRows(const Trace &t, int first, int from, int count, F range, const TraceMemory &memory, const PixelTarget &target)
{
    float top = 0;
    bool even = !t.base;
    for (int i = from; even && i < from + count; ++i) {
        const Range own = range(first + i);
        even = !own.isEmpty() && own.bottom <= t.baseline;
        top = std::max(top, own.top);
    }
    const int begin = int(std::ceil(std::max(top, 0.0F)));
    const int end = std::min(int(t.baseline), t.height);
    if (!even || begin >= end)
        return fillColumns(t, first, from, count, range, memory, target);
    paintRect(target, from, count, begin, end, t.fill);
    for (int i = from; i < from + count; ++i) {
        memory.coverage.paintSpan(target, i, range(first + i).top, float(begin), t.fill);
        memory.coverage.paintSpan(target, i, float(end), t.baseline, t.fill);
    }
}

// A wide line reaches into its neighbours' columns, beyond what they cover themselves; never into a gap.
void spill(Coverage &coverage, int column, Range own, Range neighbour, float half, float share)
{
    if (own.isEmpty() || neighbour.isEmpty())
        return;
    coverage.span(column, neighbour.top - half, std::min(neighbour.bottom + half, own.top - half), share);
    coverage.span(column, std::max(neighbour.top - half, own.bottom + half), neighbour.bottom + half, share);
}

template <class F>
PLOT_INLINE void addLine(Coverage &coverage, int column, int at, F range, float width)
{
    const Range own = range(at);
    if (own.isEmpty())
        return;
    const float half = std::max(width, 1.0F) / 2;
    coverage.span(column, own.top - half, own.bottom + half, std::min(width, 1.0F));
    const int reach = int(std::ceil(half - 0.5F));
    for (int away = 1; away <= reach; ++away) {
        const float share = std::min(1.0F, half + 0.5F - float(away));
        spill(coverage, column, own, range(at - away), half, share);
        spill(coverage, column, own, range(at + away), half, share);
    }
}

// What addLine() covers above row `end`, when neighbours reach no further than half into the column and touch what lies there.
LineSpan lineSpan(Range own, Range left, Range right, float half, float end)
{
    const auto inside = [end](float y) { return std::min(std::max(y, 0.0F), end); };
    return {inside(std::min({own.top, left.top, right.top}) - half),
            inside(std::max({own.bottom, left.bottom, right.bottom}) + half),
            inside(std::min(own.top, std::max(left.top, right.top)) - half),
            inside(std::max(own.bottom, std::min(left.bottom, right.bottom)) + half),
            inside(own.top - half),
            inside(own.bottom + half)};
}

// In a tile, such a line is painted at once, without sums; but where a gap keeps it from its neighbours.
template <class F>
void drawAtOnce(const Trace &t, int first, int columns, F range, TraceMemory &memory, const PixelTarget &target)
{
    const float half = t.width / 2;
    const bool hidesFill = half >= 1 && !t.stroke.rows && t.stroke.solid >> 24 == 255;
    memory.lines.assign(size_t(columns), LineSpan());
    for (int i = 0; i < columns; ++i) {
        const Range own = range(first + i);
        if (own.isEmpty())
            continue;
        const Range left = range(first + i - 1);
        const Range right = range(first + i + 1);
        const bool isJoined = left.top <= own.bottom && left.bottom >= own.top && right.top <= own.bottom && right.bottom >= own.top;
        LineSpan &line = memory.lines[size_t(i)];
        if (isJoined)
            line = lineSpan(own, left, right, half, memory.fillEnd);
        else
            addLine(memory.coverage, i, first + i, range, t.width);
        if (t.fill.isEmpty())
            continue;
        const float base = fillBase(t, first + i, memory.fillEnd);
        const bool isHidden = hidesFill && isJoined && own.top <= base;
        memory.coverage.paintSpan(target, i, isHidden ? std::floor(line.innerBottom) : std::min(own.top, base),
                                  std::min(std::max(own.bottom, base), memory.fillEnd), t.fill);
    }
    blendLines(target.pixels, target.columnStride, memory.lines.data(), columns, half - 0.5F, t.stroke.solid, t.stroke.rows);
    memory.coverage.paint(target, t.stroke);
}
} // namespace

void drawSpans(const Trace &t, int first, TraceMemory &memory, const PixelTarget &target)
{
    Coverage &coverage = memory.coverage;
    const float width = t.width;
    const int reach = int(std::ceil(std::max(width, 1.0F) / 2 - 0.5F));
    const int from = std::max(0, first - reach);
    const int to = std::min(t.columns, first + coverage.columns() + reach);
    columnRanges(t, from, to, memory);
    const auto range = [&](int column) -> Range {
        if (column < from || column >= to)
            return {};
        return {memory.top[size_t(column - from)], memory.bottom[size_t(column - from)]};
    };
    const int columns = std::min(coverage.columns(), t.columns - first);
    if (target.rowStride == 1 && !t.stroke.isEmpty() && t.width > 1 && t.width <= 2)
        return drawAtOnce(t, first, columns, range, memory, target);
    if (!t.fill.isEmpty()) {
        for (int i = 0; i < columns;) {
            const int count = std::min(kFillColumns, columns - i);
            if (target.columnStride == 1)
                fillByRows(t, first, i, count, range, memory, target);
            else
                fillColumns(t, first, i, count, range, memory, target);
            i += count;
        }
    }
    if (t.width <= 0 || t.stroke.isEmpty())
        return;
    for (int i = 0; i < columns; ++i)
        addLine(coverage, i, first + i, range, width);
    coverage.paint(target, t.stroke);
}
