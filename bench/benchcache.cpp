// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchcases.h"
#include "benchdata.h"

#include <QtGui/QImage>
#include <cmath>
#include <datasource/prometheus/decoder.h>
#include <datasource/prometheus/rangeblock.h>
#include <widgets/plot/plotsurface.h>

namespace {

constexpr int kSeries = 100;
constexpr qint64 kStepMs = 15'000;
constexpr qint64 kRows = 6 * 3'600'000 / kStepMs + 1;
constexpr qint64 kTailRows = 9; // the overlap and the new one

QByteArray answer(const RowRange &rows)
{
    QByteArray text = R"({"status":"success","data":{"resultType":"matrix","result":[)";
    for (int series = 0; series < kSeries; ++series) {
        text += (series ? "," : "") + QByteArray(R"({"metric":{"__name__":"cpu","instance":"host-)") + QByteArray::number(series)
            + R"(:9100","job":"node"},"values":[)";
        for (qint64 row = rows.first; row < rows.end; ++row) {
            const double value = 50 + 30 * std::sin(double(row) / 90 + series) + double((row * 7919 + series * 104'729) % 1000) / 100;
            text += (row > rows.first ? ",[" : "[") + QByteArray::number(row * kStepMs / 1000) + ",\"" + QByteArray::number(value) + "\"]";
        }
        text += "]}";
    }
    return text + "]}}";
}

RangeBlock decoded(const QByteArray &bytes, const RowRange &rows)
{
    QueryRequest request;
    request.stepMs = kStepMs;
    request.range = RowScale{kStepMs, 0}.rangeOf(rows);
    const Result<QueryAnswer> answer = decodeAnswer(bytes, request, {}, {});
    return answer ? rangeBlock(answer->frames, request.range, kStepMs).value_or(RangeBlock()) : RangeBlock();
}

PlotModel chart(const Frame &frame)
{
    benchdata::Set set{frame.fields.first().values, {}};
    for (const Field &field : frame.fields.mid(1))
        set.values.append(field.values);
    return benchdata::chart(set, 1, 0);
}

// A refresh of six hours: the tail is decoded, joined with what is known, and drawn.
void refresh(benchmark::State &state)
{
    constexpr qint64 kFirst = 1'700'000'000'000 / kStepMs;
    RowRange shown{kFirst, kFirst + kRows};
    RangeBlock known = decoded(answer(shown), shown);
    PlotSurface surface;
    surface.resize(1200, 600);
    surface.setInteractive(false);
    QImage image(surface.size(), QImage::Format_RGB32);
    surface.setModel(chart(rangeFrames(known, QStringLiteral("A")).first()));
    surface.renderTo(image);
    for (auto _ : state) {
        state.PauseTiming();
        shown = {shown.first + 1, shown.end + 1};
        const RowRange tail{shown.end - kTailRows, shown.end};
        QByteArray bytes = answer(tail);
        bytes.reserve(bytes.size() + 64); // as it comes from the network
        state.ResumeTiming();
        known = cut(joined(cut(known, {shown.first - kRows, tail.first}), decoded(bytes, tail)), {shown.first - kRows, shown.end});
        const Frames frames = rangeFrames(cut(known, shown), QStringLiteral("A"));
        if (frames.size() != 1 || frames.first().rowCount() != kRows)
            state.SkipWithError("rows are missing");
        surface.setModel(chart(frames.first()));
        surface.renderTo(image);
        benchmark::DoNotOptimize(image.constBits());
    }
}

} // namespace

void registerCacheCases()
{
    benchmark::RegisterBenchmark("cache/refresh", refresh)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
}
