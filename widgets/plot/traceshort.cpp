// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/plot/simd.h>
#include <widgets/plot/trace.h>

namespace {
constexpr float kSteep = 2; // px a px: from here on the cut ends are seen

struct Segment {
    float xa, ya, xb, yb; // columns of the tile
};

// Calls f(column, xShare, yLeft, yRight) for the part of a straight line in each column.
template <class F>
PLOT_INLINE void eachColumn(const Segment &s, int columns, F f)
{
    const float fall = (s.yb - s.ya) / (s.xb - s.xa);
    const float start = std::max(s.xa, 0.0F);
    const int last = std::min(int(s.xb), columns - 1);
    float x = start;
    float y = s.ya + fall * (start - s.xa);
    for (int column = int(start); column <= last; ++column) {
        const bool end = s.xb <= float(column + 1);
        const float nextX = end ? s.xb : float(column + 1);
        const float nextY = end ? s.yb : s.ya + fall * (nextX - s.xa);
        if (nextX > x)
            f(column, nextX - x, y, nextY);
        x = nextX;
        y = nextY;
    }
}

// One edge of a band, with the sign of its direction, that ends at a limit: the limit is the highest (or the lowest) it may go.
PLOT_INLINE void addLimited(Coverage &coverage, const Segment &s, float limit, bool isTop, float sign)
{
    const auto inside = [=](float y) { return isTop ? y >= limit : y <= limit; };
    const auto add = [&](const Segment &part) PLOT_LAMBDA {
        eachColumn(part, coverage.columns(), [&](int column, float share, float left, float right) PLOT_LAMBDA {
            coverage.piece(column, coverage.clampY(left), coverage.clampY(right), sign * share);
        });
    };
    if (inside(s.ya) && inside(s.yb))
        return add(s);
    if (!inside(s.ya) && !inside(s.yb))
        return add({s.xa, limit, s.xb, limit});
    const float cut = std::clamp(s.xa + (limit - s.ya) * (s.xb - s.xa) / (s.yb - s.ya), s.xa, s.xb);
    if (cut > s.xa)
        add({s.xa, inside(s.ya) ? s.ya : limit, cut, limit});
    if (cut < s.xb)
        add({cut, limit, s.xb, inside(s.yb) ? s.yb : limit});
}

// The line as a band as thick as it looks upright, cut where it would shoot past its ends.
PLOT_INLINE void addLine(Coverage &coverage, const Segment &s, float width)
{
    const float fall = (s.yb - s.ya) / (s.xb - s.xa);
    const float half = 0.5F * width * std::sqrt(1 + fall * fall);
    const float top = std::min(s.ya, s.yb) - 0.5F * width;
    const float bottom = std::max(s.ya, s.yb) + 0.5F * width;
    if (std::fabs(fall) > kSteep && top >= 0 && bottom <= float(coverage.height())) {
        eachColumn(s, coverage.columns(), [&, density = 1 / std::fabs(fall)](int column, float share, float left, float right) PLOT_LAMBDA {
            const float low = std::min(left, right);
            const float high = std::max(left, right);
            coverage.band(column, std::max(low - half, top), std::max(high - half, top), std::min(low + half, bottom),
                          std::min(high + half, bottom), density, share);
        });
        return;
    }
    if (std::fabs(fall) > kSteep) {
        addLimited(coverage, {s.xa, s.ya - half, s.xb, s.yb - half}, top, true, 1);
        addLimited(coverage, {s.xa, s.ya + half, s.xb, s.yb + half}, bottom, false, -1);
        return;
    }
    eachColumn(s, coverage.columns(), [&](int column, float share, float left, float right) PLOT_LAMBDA {
        coverage.piece(column, coverage.clampY(std::max(left - half, top)), coverage.clampY(std::max(right - half, top)), share);
        coverage.piece(column, coverage.clampY(std::min(left + half, bottom)), coverage.clampY(std::min(right + half, bottom)), -share);
    });
}

PLOT_INLINE void addFill(Coverage &coverage, const Segment &s, float baseA, float baseB)
{
    if (baseA == baseB) {
        const float base = coverage.clampY(baseA);
        eachColumn(s, coverage.columns(), [&](int column, float share, float left, float right) PLOT_LAMBDA {
            coverage.piece(column, coverage.clampY(left), coverage.clampY(right), share);
            coverage.piece(column, base, base, -share);
        });
        return;
    }
    eachColumn(s, coverage.columns(), [&](int column, float share, float left, float right) PLOT_LAMBDA {
        coverage.piece(column, coverage.clampY(left), coverage.clampY(right), share);
    });
    eachColumn({s.xa, baseA, s.xb, baseB}, coverage.columns(), [&](int column, float share, float left, float right) PLOT_LAMBDA {
        coverage.piece(column, coverage.clampY(left), coverage.clampY(right), -share);
    });
}

template <class F>
PLOT_INLINE void eachSegment(const Trace &t, int first, int columns, F f)
{
    const int end = std::min(first + columns, t.columns);
    const qsizetype from = std::max<qsizetype>(1, (*t.bounds)[size_t(first)]);
    const qsizetype to = std::min((*t.bounds)[size_t(end)] + 1, t.y->size());
    if (from >= to)
        return;
    double before = t.y->at(from - 1);
    float xa = t.time.px(t.x->at(from - 1)) - float(first);
    float ya = t.value.px(before);
    for (qsizetype row = from; row < to; ++row) {
        const double after = t.y->at(row);
        const float xb = t.time.px(t.x->at(row)) - float(first);
        const float yb = std::isfinite(after) ? t.value.px(after) : 0;
        if (std::isfinite(before) && std::isfinite(after) && xb > xa && xb > 0)
            f(row, Segment{xa, ya, xb, yb});
        before = after;
        xa = xb;
        ya = yb;
    }
}

float basePx(const Trace &t, qsizetype row)
{
    const double value = t.base ? t.base->at(row) : Column::missing();
    return std::isfinite(value) ? t.value.px(value) : t.baseline;
}
} // namespace

PLOT_CLONES void drawShortLines(const Trace &t, int first, TraceMemory &memory, const PixelTarget &target)
{
    Coverage &coverage = memory.coverage;
    if (!t.fill.isEmpty()) {
        const float baseline = std::min(t.baseline, memory.fillEnd);
        eachSegment(t, first, coverage.columns(), [&](qsizetype row, const Segment &s) PLOT_LAMBDA {
            addFill(coverage, s, t.base ? basePx(t, row - 1) : baseline, t.base ? basePx(t, row) : baseline);
        });
        coverage.paint(target, t.fill);
    }
    if (t.width > 0 && !t.stroke.isEmpty()) {
        eachSegment(t, first, coverage.columns(), [&](qsizetype, const Segment &s) PLOT_LAMBDA { addLine(coverage, s, t.width); });
        coverage.paint(target, t.stroke);
    }
    if (t.pointRadius > 0)
        drawPoints(t, first, memory, target, t.pointRadius, false);
    else if (t.lonePointRadius > 0)
        drawPoints(t, first, memory, target, t.lonePointRadius, true);
}
