// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchcases.h"
#include "benchdata.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QImage>
#include <algorithm>
#include <widgets/plot/plotsurface.h>

namespace {
constexpr QSize kChart(1200, 600);
using benchmark::State;

struct Look {
    double width = 1;
    double fill = 0;
};

void prepare(PlotSurface &surface, QSize size)
{
    surface.resize(size);
    surface.setInteractive(false);
}

void crosshair(PlotSurface &surface, const PlotModel &model)
{
    surface.setCrosshair(model.from + (model.to - model.from) * 0.4, {}, QStringLiteral("12:34:56"));
}

void cold(State &state, int series, int points)
{
    const PlotModel model = benchdata::chart(benchdata::lines(series, points), 1, 0);
    for (auto _ : state) {
        PlotSurface surface;
        prepare(surface, kChart);
        surface.setModel(model);
        QImage image(kChart, QImage::Format_RGB32);
        surface.renderTo(image);
        benchmark::DoNotOptimize(image.constBits());
    }
}

// Decoded columns to pixels; the surface was painted before, with nothing in it.
void first(State &state, int series, int points, Look look)
{
    const PlotModel model = benchdata::chart(benchdata::lines(series, points), look.width, look.fill);
    PlotSurface surface;
    prepare(surface, kChart);
    QImage image(kChart, QImage::Format_RGB32);
    surface.renderTo(image);
    crosshair(surface, model);
    for (auto _ : state) {
        state.PauseTiming();
        surface.setModel(PlotModel());
        state.ResumeTiming();
        surface.setModel(model);
        surface.renderTo(image);
        benchmark::DoNotOptimize(image.constBits());
    }
}

void pan(State &state, int series, int points, Look look)
{
    const benchdata::Set &set = benchdata::lines(series, points);
    const PlotModel model = benchdata::chart(set, look.width, look.fill);
    PlotSurface surface;
    prepare(surface, kChart);
    surface.setModel(model);
    QImage image(kChart, QImage::Format_RGB32);
    int i = 0;
    for (auto _ : state) {
        double from = 0;
        double to = 0;
        benchdata::panStep(set, i++, from, to);
        surface.setCrosshair(from + (to - from) * 0.4, {}, QStringLiteral("12:34:56"));
        surface.setXRange(from, to);
        surface.renderTo(image);
        benchmark::DoNotOptimize(image.constBits());
    }
    const QString shots = qEnvironmentVariable("BENCH_SHOTS");
    if (!shots.isEmpty())
        image.save(QStringLiteral("%1/pan_%2x%3_%4.png").arg(shots).arg(series).arg(points).arg(look.width));
}

// The same as a window does it: event, paint, backing store.
void panInWindow(State &state)
{
    const benchdata::Set &set = benchdata::lines(1, 200'000);
    PlotSurface surface;
    surface.resize(kChart);
    surface.setModel(benchdata::chart(set, 2, 20));
    surface.show();
    QCoreApplication::processEvents();
    int i = 0;
    for (auto _ : state) {
        double from = 0;
        double to = 0;
        benchdata::panStep(set, i++, from, to);
        surface.setXRange(from, to);
        surface.repaint();
    }
}

struct LiveChart {
    std::unique_ptr<PlotSurface> surface = std::make_unique<PlotSurface>();
    PlotModel model;
    QImage image{320, 220, QImage::Format_RGB32};
};

void tick(LiveChart &chart, double value)
{
    for (PlotSeries &series : chart.model.series) {
        const auto rows = series.y.size();
        series.y = series.y.slice(1, rows - 1).appended(Column::numbers({value})).compacted();
        series.x = Column::grid(series.x.gridStartMs() + series.x.gridStepMs(), series.x.gridStepMs(), rows);
        value = 100 - value;
    }
    chart.model.from += double(benchdata::stepMs());
    chart.model.to += double(benchdata::stepMs());
    chart.surface->setModel(chart.model);
    chart.surface->renderTo(chart.image);
}

void live(State &state)
{
    const benchdata::Set &all = benchdata::lines(100, 1000);
    std::vector<LiveChart> charts(20);
    for (size_t k = 0; k < charts.size(); ++k) {
        prepare(*charts[k].surface, charts[k].image.size());
        charts[k].model = benchdata::chart({all.times, all.values.mid(qsizetype(k % 10) * 10, 10)}, 1, 0);
        tick(charts[k], 50);
    }
    int i = 0;
    for (auto _ : state) {
        ++i;
        for (LiveChart &chart : charts)
            tick(chart, 30 + i * 7 % 40);
    }
}

void append(State &state)
{
    const benchdata::Set &set = benchdata::lines(1, 1'000'000);
    PlotModel model = benchdata::chart(set, 1, 0);
    PlotSurface surface;
    prepare(surface, kChart);
    surface.setModel(model);
    QImage image(kChart, QImage::Format_RGB32);
    surface.renderTo(image);
    const std::vector<double> tail{50, 51, 49, 52, 48, 53, 47, 54, 46, 55};
    for (auto _ : state) {
        PlotSeries &series = model.series.first();
        series.y = series.y.appended(Column::numbers(tail));
        series.x = Column::grid(series.x.gridStartMs(), series.x.gridStepMs(), series.y.size());
        model.to = series.x.number(series.x.size() - 1);
        surface.setModel(model);
        surface.renderTo(image);
        benchmark::DoNotOptimize(image.constBits());
    }
}

PlotModel heatModel()
{
    PlotModel model;
    model.heat = benchdata::heat(1000, 50);
    model.from = model.heat->x.number(0);
    model.to = model.heat->x.number(999) + model.heat->xStep;
    return model;
}

void heatDraw(State &state)
{
    const PlotModel model = heatModel();
    PlotSurface surface;
    prepare(surface, kChart);
    QImage image(kChart, QImage::Format_RGB32);
    surface.renderTo(image);
    for (auto _ : state) {
        surface.setModel(model);
        surface.renderTo(image);
        benchmark::DoNotOptimize(image.constBits());
    }
}

void heatPan(State &state)
{
    const PlotModel model = heatModel();
    PlotSurface surface;
    prepare(surface, kChart);
    surface.setModel(model);
    QImage image(kChart, QImage::Format_RGB32);
    int i = 0;
    for (auto _ : state) {
        const double from = model.from + (model.to - model.from) * 0.5 * (i++ % 60) / 60;
        surface.setXRange(from, from + (model.to - model.from) / 2);
        surface.renderTo(image);
        benchmark::DoNotOptimize(image.constBits());
    }
}

// The nearest series, the values of all, and the rows of a sorted tooltip.
void hover(State &state)
{
    const benchdata::Set &set = benchdata::lines(1000, 1000);
    const PlotModel model = benchdata::chart(set, 1, 0);
    PlotSurface surface;
    prepare(surface, kChart);
    surface.setModel(model);
    const QRect plot = surface.plotRect();
    int i = 0;
    for (auto _ : state) {
        const QPointF pos(plot.left() + i * 37 % plot.width(), plot.top() + i * 53 % plot.height());
        ++i;
        const auto nearest = surface.nearest(pos);
        QList<PlotHit> hits = surface.valuesAt(nearest->x);
        const auto rows = std::min<qsizetype>(12, hits.size());
        std::partial_sort(hits.begin(), hits.begin() + rows, hits.end(), [](const PlotHit &a, const PlotHit &b) { return a.y > b.y; });
        QStringList texts;
        for (qsizetype r = 0; r < rows; ++r)
            texts.append(model.series[hits[r].series].name + QLatin1Char(' ') + QString::number(hits[r].y, 'f', 2));
        benchmark::DoNotOptimize(texts.data());
    }
}

template <class F>
void add(const QString &name, F f)
{
    benchmark::RegisterBenchmark(name.toUtf8().constData(), f)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
}
} // namespace

void registerPlotCases()
{
    constexpr std::pair<int, int> kSizes[]
        = {{1, 100'000}, {1, 1'000'000}, {10, 100'000}, {100, 1000}, {100, 11'000}, {1000, 1000}, {1, 10'000'000}, {10'000, 1000}};
    for (const auto &[series, points] : kSizes) {
        const QString size = QStringLiteral("%1x%2").arg(series).arg(points);
        const int s = series;
        const int p = points;
        for (const bool bold : {false, true}) {
            const Look look = bold ? Look{2, 20} : Look{1, 0};
            const QString suffix = bold ? QStringLiteral("2/") : QStringLiteral("/");
            add(QStringLiteral("first") + suffix + size, [=](State &state) { first(state, s, p, look); });
            add(QStringLiteral("pan") + suffix + size, [=](State &state) { pan(state, s, p, look); });
        }
        if (s * qint64(p) <= 1'100'000)
            add(QStringLiteral("first_cold/") + size, [=](State &state) { cold(state, s, p); });
    }
    add(QStringLiteral("window/pan2/1x200000"), panInWindow);
    add(QStringLiteral("live/20"), live);
    add(QStringLiteral("heat/draw"), heatDraw);
    add(QStringLiteral("heat/pan"), heatPan);
    add(QStringLiteral("hover/1000x1000"), hover);
    add(QStringLiteral("append/1x1000000"), append);
}
