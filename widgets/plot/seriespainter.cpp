// SPDX-License-Identifier: GPL-3.0-or-later
#include <thread>
#include <widgets/plot/inks.h>
#include <widgets/plot/seriespainter.h>

namespace {
constexpr int kTileColumns = 32;
constexpr double kDensePerColumn = 2; // samples: from here on a column's range is all that can be seen
constexpr double kLongPx = 3; // between samples: from here on lines get real joins
constexpr double kTiledFrom = 8'000; // columns of ink: from here on, turning the pixels for contiguous columns pays
constexpr double kThreadedFrom = 12'000;
constexpr double kFillCost = 12; // of a column, against a line's …
constexpr double kSpanFillCost = 3; // … and of spans, whose fill goes in by rows
constexpr int kMaxThreads = 4;

double smallestStep(const Samples &x, qsizetype from, qsizetype to)
{
    if (x.column().isGrid())
        return double(x.column().gridStepMs());
    double smallest = 0;
    const qsizetype last = std::min(to, from + 2000);
    for (qsizetype row = std::max<qsizetype>(1, from); row < last; ++row) {
        const double step = x.at(row) - x.at(row - 1);
        if (step > 0 && (smallest == 0 || step < smallest))
            smallest = step;
    }
    return smallest;
}

void planBars(const PreparedSeries &p, const SeriesPainter::View &view, double perColumn, Trace &trace)
{
    const qsizetype from = trace.bounds->front();
    const double step = smallestStep(*p.x, from, std::max(trace.bounds->back(), from + 2));
    const double slot = step > 0 ? step * trace.time.perUnit : view.plot.width() * 0.5;
    double width = std::clamp(slot * p.series.barWidth, 1.0, std::max(1.0, p.series.barMaxPx * view.dpr));
    if (slot - width < 1 && p.series.barMaxPx * view.dpr > slot)
        width = std::max(width, slot); // gaps of parts of a pixel would beat against the pixels
    trace.kind = Trace::Kind::Bars;
    trace.barHalf = float(width / 2);
    trace.barShift = float(p.series.barAlignment * width / 2);
    if (perColumn > 1) {
        trace.kind = Trace::Kind::Spans;
        if (trace.width > 0)
            trace.fill = trace.stroke;
        trace.width = 0;
    }
}

void planLine(const PlotSeries &s, const SeriesPainter::View &view, double perColumn, Trace &trace)
{
    const double spacing = perColumn > 0 ? 1 / perColumn : 1e9;
    if (perColumn > kDensePerColumn)
        trace.kind = Trace::Kind::Spans;
    else if (spacing < kLongPx && s.interpolation == PlotSeries::Interpolation::Linear && s.dash.isEmpty())
        trace.kind = Trace::Kind::Short;
    else
        trace.kind = Trace::Kind::Long;
    const double diameter = s.pointSize * view.dpr;
    const bool apart = spacing >= 2 * diameter;
    if (s.points == PlotSeries::Points::Always || (s.points == PlotSeries::Points::Auto && apart))
        trace.pointRadius = float(diameter / 2);
    trace.lonePointRadius = std::max(trace.width, float(std::min(diameter, 4 * view.dpr))) / 2;
    if (trace.kind != Trace::Kind::Long)
        return;
    double total = 0;
    for (const double length : s.dash) {
        trace.dash.push_back(float(std::max(length, 0.0) * view.dpr));
        total += trace.dash.back();
    }
    if (trace.dash.size() % 2 == 1)
        trace.dash.insert(trace.dash.end(), trace.dash.begin(), trace.dash.end());
    if (total < 1)
        trace.dash.clear();
}
} // namespace

const SeriesPainter::Bounds &SeriesPainter::boundsOf(const Samples &x, const View &view)
{
    const auto [known, isNew] = m_boundsOf.try_emplace(&x, m_boundsUsed);
    if (!isNew)
        return m_bounds[known->second];
    if (m_boundsUsed == m_bounds.size())
        m_bounds.emplace_back();
    Bounds &bounds = m_bounds[m_boundsUsed++];
    x.bounds(view.from, (view.to - view.from) / view.plot.width(), view.plot.width(), bounds);
    return bounds;
}

void SeriesPainter::planOne(const PreparedSeries &p, const View &view, int index, Trace &trace)
{
    const PlotSeries &s = p.series;
    trace.x = p.x.get();
    trace.y = &p.y;
    trace.base = p.base.size() > 0 ? &p.base : nullptr;
    trace.pyramid = p.pyramid;
    trace.bounds = &boundsOf(*p.x, view);
    trace.columns = view.plot.width();
    trace.height = view.plot.height();
    trace.time = TimeScale(view.from, view.to, trace.columns);
    trace.value = view.scales[size_t(std::clamp<int>(s.axis, 0, int(view.scales.size()) - 1))];
    trace.interpolation = s.interpolation;
    const bool hot = index == view.highlight;
    trace.width = s.lineWidth > 0 || hot ? float((std::min(s.lineWidth, 10.0) + (hot ? 0.5 : 0)) * view.dpr) : 0;
    trace.baseline = std::clamp(trace.value.px(0), 0.0F, float(trace.height));
    const double alpha = s.alpha * (view.highlight >= 0 && !hot ? view.dimmed : 1);
    trace.stroke = strokeInk(s, trace.value, trace.height, alpha, m_rows[m_rowsUsed++]);
    trace.fill = fillInk(s, trace.value, trace.height, alpha, m_rows[m_rowsUsed++]);
    const double visible = double(trace.bounds->back() - trace.bounds->front());
    const double perColumn = visible / std::max(1, trace.columns);
    if (s.draw == PlotSeries::Draw::Bars) {
        planBars(p, view, perColumn, trace);
    } else if (s.draw == PlotSeries::Draw::Points) {
        trace.kind = Trace::Kind::Points;
        trace.fill = {};
        trace.width = float(s.pointSize * view.dpr);
        trace.pointRadius = trace.width / 2;
    } else {
        planLine(s, view, perColumn, trace);
    }
}

const std::vector<Trace> &SeriesPainter::plan(const std::vector<PreparedSeries> &series, const View &view)
{
    m_traces.clear();
    m_boundsUsed = 0;
    m_boundsOf.clear();
    m_rowsUsed = 0;
    if (m_rows.size() < 2 * series.size())
        m_rows.resize(2 * series.size());
    for (size_t i = series.size(); i-- > 0;) {
        const PreparedSeries &p = series[i];
        if (p.series.visible && p.series.alpha > 0 && p.y.size() > 0)
            planOne(p, view, int(i), m_traces.emplace_back());
    }
    return m_traces;
}

void SeriesPainter::paintColumns(quint32 *pixels, std::ptrdiff_t stride, int from, int to, TraceMemory &memory,
                                 const std::stop_token &stop) const
{
    const int height = m_traces.front().height;
    for (int first = from; first < to && !stop.stop_requested(); first += kTileColumns) {
        const int columns = std::min(kTileColumns, to - first);
        memory.coverage.reset(columns, height);
        memory.fillEnd = float(height);
        if (!m_tiled) {
            for (const Trace &trace : m_traces)
                drawTrace(trace, first, memory, {pixels + first, 1, stride});
            continue;
        }
        const std::ptrdiff_t pitch = ((height + 15) & ~15) + kRowsPadding;
        memory.tile.resize(size_t(pitch) * kTileColumns);
        loadTile(pixels + first, stride, columns, height, memory.tile.data(), pitch);
        findSeenRows(m_traces, first, memory);
        for (size_t i = 0; i < m_traces.size(); ++i) {
            memory.fillEnd = float(memory.seenRows[i]);
            if (memory.seenRows[i] > 0)
                drawTrace(m_traces[i], first, memory, {memory.tile.data(), pitch, 1});
        }
        storeTile(memory.tile.data(), pitch, columns, height, pixels + first, stride);
    }
}

void SeriesPainter::paint(QImage &image, const std::vector<PreparedSeries> &series, const View &view, const std::stop_token &stop)
{
    if (view.plot.isEmpty() || !image.rect().contains(view.plot) || !(view.to > view.from) || view.scales.empty())
        return;
    plan(series, view);
    if (m_traces.empty())
        return;
    double work = 0;
    for (const Trace &trace : m_traces)
        work += view.plot.width()
            * (1
               + (trace.fill.isEmpty()                                  ? 0
                      : trace.kind == Trace::Kind::Spans && !trace.base ? kSpanFillCost
                                                                        : kFillCost));
    const int cores = std::clamp(int(std::thread::hardware_concurrency()), 1, kMaxThreads);
    const int threads = work >= kThreadedFrom ? cores : 1;
    m_memories.resize(std::max(m_memories.size(), size_t(threads)));

    const std::ptrdiff_t stride = image.bytesPerLine() / 4;
    m_tiled = work >= kTiledFrom || stride == 1; // an image of one column is no tile: it has no padding
    auto *pixels = reinterpret_cast<quint32 *>(image.bits()) + view.plot.top() * stride + view.plot.left();
    const auto part = [&](int index) {
        // Whole tiles, so that they are the same with any number of threads.
        const int width = view.plot.width();
        const int tiles = (width + kTileColumns - 1) / kTileColumns;
        const int from = tiles * index / threads * kTileColumns;
        const int to = std::min(width, tiles * (index + 1) / threads * kTileColumns);
        paintColumns(pixels, stride, from, to, m_memories[size_t(index)], stop);
    };
    std::vector<std::thread> others;
    for (int i = 1; i < threads; ++i)
        others.emplace_back(part, i);
    part(0);
    for (std::thread &other : others)
        other.join();
}
