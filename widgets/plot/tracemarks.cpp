// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/plot/trace.h>

namespace {
// Points of one column: more of them than this cannot be told apart, so only the outermost ones are drawn.
constexpr qsizetype kPointsPerColumn = 64;
constexpr float kSnapFromPx = 3;
} // namespace

void rowsNear(const Trace &t, int first, int columns, float reach, qsizetype &from, qsizetype &to)
{
    const int margin = int(std::ceil(reach)) + 1;
    from = (*t.bounds)[size_t(std::clamp(first - margin, 0, t.columns))];
    to = (*t.bounds)[size_t(std::clamp(first + columns + margin, 0, t.columns))];
    if (first - margin < 0)
        from = std::max(t.x->lowerBound(t.time.x(first - margin)), qsizetype(0));
    if (first + columns + margin > t.columns)
        to = t.x->lowerBound(t.time.x(first + columns + margin));
}

bool isLone(const Trace &t, qsizetype row)
{
    return (row == 0 || !std::isfinite(t.y->at(row - 1))) && (row + 1 >= t.y->size() || !std::isfinite(t.y->at(row + 1)));
}

namespace {
void addPoint(const Trace &t, int first, Coverage &coverage, qsizetype row, float radius)
{
    coverage.disc(t.time.px(t.x->at(row)) - float(first), t.value.px(t.y->at(row)), radius);
}
} // namespace

void drawPoints(const Trace &t, int first, TraceMemory &memory, const PixelTarget &target, float radius, bool loneOnly)
{
    Coverage &coverage = memory.coverage;
    qsizetype from = 0;
    qsizetype to = 0;
    rowsNear(t, first, coverage.columns(), radius, from, to);
    if (to - from > kPointsPerColumn * coverage.columns()) {
        if (!loneOnly)
            drawSpans(t, first, memory, target);
        return;
    }
    for (qsizetype row = from; row < to; ++row) {
        if (std::isfinite(t.y->at(row)) && (!loneOnly || isLone(t, row)))
            addPoint(t, first, coverage, row, radius);
    }
    coverage.paint(target, t.stroke);
}

TraceBar barOf(const Trace &t, int first, qsizetype row)
{
    const double base = t.base ? t.base->at(row) : Column::missing();
    const float zero = std::isfinite(base) ? t.value.px(base) : t.baseline;
    const float end = t.value.px(t.y->at(row));
    const float x = t.time.px(t.x->at(row)) + t.barShift - float(first);
    TraceBar bar{x - t.barHalf, x + t.barHalf, std::min(zero, end), std::max(zero, end)};
    if (2 * t.barHalf >= kSnapFromPx) {
        bar.left = std::round(bar.left);
        bar.right = std::max(bar.left + 1, std::round(bar.right));
        bar.top = std::round(bar.top);
        bar.bottom = std::round(bar.bottom);
    }
    return bar;
}

bool isFramed(const Trace &t)
{
    return t.width > 0 && 2 * t.barHalf >= kSnapFromPx;
}

namespace {
// An outline inside the bar.
void addFrame(Coverage &coverage, const TraceBar &b, float width)
{
    const float w = std::min({width, (b.right - b.left) / 2, std::max(1.0F, (b.bottom - b.top) / 2)});
    coverage.rect(b.left, b.top, b.left + w, b.bottom);
    coverage.rect(b.right - w, b.top, b.right, b.bottom);
    coverage.rect(b.left + w, b.top, b.right - w, std::min(b.top + w, b.bottom));
    coverage.rect(b.left + w, std::max(b.bottom - w, b.top + w), b.right - w, b.bottom);
}
} // namespace

void drawBars(const Trace &t, int first, TraceMemory &memory, const PixelTarget &target)
{
    Coverage &coverage = memory.coverage;
    const float reach = t.barHalf + std::fabs(t.barShift);
    qsizetype from = 0;
    qsizetype to = 0;
    rowsNear(t, first, coverage.columns(), reach, from, to);
    const bool framed = isFramed(t);
    const Ink &body = t.fill.isEmpty() || (!framed && t.width > 0) ? t.stroke : t.fill;
    if (!framed || !t.fill.isEmpty()) {
        for (qsizetype row = from; row < to; ++row) {
            if (!std::isfinite(t.y->at(row)))
                continue;
            const TraceBar bar = barOf(t, first, row);
            coverage.rect(bar.left, bar.top, bar.right, bar.bottom);
        }
        coverage.paint(target, body);
    }
    if (!framed)
        return;
    for (qsizetype row = from; row < to; ++row) {
        if (std::isfinite(t.y->at(row)))
            addFrame(coverage, barOf(t, first, row), t.width);
    }
    coverage.paint(target, t.stroke);
}

void drawTrace(const Trace &trace, int first, TraceMemory &memory, const PixelTarget &target)
{
    switch (trace.kind) {
    case Trace::Kind::Spans:
        return drawSpans(trace, first, memory, target);
    case Trace::Kind::Short:
        return drawShortLines(trace, first, memory, target);
    case Trace::Kind::Long:
        return drawLongLines(trace, first, memory, target);
    case Trace::Kind::Bars:
        return drawBars(trace, first, memory, target);
    case Trace::Kind::Points:
        return drawPoints(trace, first, memory, target, trace.pointRadius, false);
    }
}
