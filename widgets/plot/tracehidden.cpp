// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <widgets/plot/rangescan.h>
#include <widgets/plot/trace.h>

// Translucent fills that lie over each other let less and less through: what is below some 28 fills of 20 % changes no pixel any more.
// Where a thousand series are filled, that is most of them.
namespace {
constexpr float kDark = 6.24F; // -ln of what shines through, from where on it is less than half of a pixel's smallest step
constexpr float kNowhere = std::numeric_limits<float>::infinity();

// Rows of the line in a tile.
struct Extent {
    float top = kNowhere;
    float bottom = -kNowhere;
    bool isWhole = false; // no gap, from the first column to the last
};

bool isLine(const Trace &t)
{
    return t.kind == Trace::Kind::Spans || t.kind == Trace::Kind::Short || t.kind == Trace::Kind::Long;
}

// How dark the fill makes what lies behind; 0: not for certain everywhere below the line.
float darkness(const Trace &t)
{
    constexpr float kNearly = 0.01F;
    if (!isLine(t) || t.base || t.fill.rows || t.baseline < float(t.height) - kNearly)
        return 0;
    const quint32 alpha = t.fill.solid >> 24;
    return alpha == 255 ? kDark : -std::log(float(255 - alpha) / 255.0F);
}

Extent extentOf(const Trace &t, int first, int end)
{
    constexpr float kNearly = 0.01F;
    const qsizetype from = (*t.bounds)[size_t(first)];
    const qsizetype to = (*t.bounds)[size_t(end)];
    const qsizetype size = t.y->size();
    double low = kNowhere;
    double high = -kNowhere;
    bool isWhole = size > 0 && t.time.px(t.x->at(std::max<qsizetype>(from - 1, 0))) <= float(first) + kNearly
        && t.time.px(t.x->at(std::min(to, size - 1))) >= float(end) - kNearly;
    t.y->eachRun(std::max<qsizetype>(from - 1, 0), std::min(to + 1, size), [&](std::span<const double> run) {
        const MinMax range = finiteRange(run);
        isWhole = isWhole && areFinite(run);
        low = std::min(low, range.min);
        high = std::max(high, range.max);
    });
    return low <= high ? Extent{t.value.px(high), t.value.px(low), isWhole} : Extent{};
}

float topInk(const Trace &t, const Extent &extent)
{
    const float around = 2 * t.width + t.pointRadius + t.lonePointRadius + 2;
    return (t.fill.isEmpty() ? extent.top : std::min(extent.top, t.baseline)) - around;
}
} // namespace

void findSeenRows(const std::vector<Trace> &traces, int first, TraceMemory &memory)
{
    const int height = memory.coverage.height();
    const int end = first + memory.coverage.columns();
    memory.seenRows.assign(traces.size(), height);
    float total = 0;
    for (const Trace &t : traces)
        total += darkness(t);
    if (total < kDark)
        return;
    memory.darkness.assign(size_t(height) + 1, 0); // that begins at a row
    int seen = height;
    float above = 0; // darkness that begins above row `seen`
    for (size_t i = traces.size(); i-- > 0;) {
        const Trace &t = traces[i];
        if (!isLine(t) || t.base)
            continue;
        const Extent extent = extentOf(t, first, end);
        memory.seenRows[i] = topInk(t, extent) < float(seen) ? seen : 0;
        const auto row = int(std::ceil(std::clamp(extent.bottom, 0.0F, float(height))));
        if (!extent.isWhole || row >= seen)
            continue;
        memory.darkness[size_t(row)] += darkness(t);
        above += darkness(t);
        while (above >= kDark)
            above -= memory.darkness[size_t(--seen)];
    }
}
