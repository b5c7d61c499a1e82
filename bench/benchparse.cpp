// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchcases.h"
#include "benchdata.h"

#include <datasource/prometheus/decoder.h>

void registerParseCases()
{
    constexpr std::pair<int, int> kSizes[] = {{100, 1000}, {100, 11'000}, {1000, 1000}};
    for (const auto &[series, points] : kSizes) {
        const QByteArray name = QStringLiteral("parse/%1x%2").arg(series).arg(points).toUtf8();
        const auto run = [s = series, p = points](benchmark::State &state) {
            QByteArray bytes = benchdata::answer(s, p);
            bytes.reserve(bytes.size() + 64); // as it comes from the network
            QueryRequest request;
            request.text = QStringLiteral("cpu");
            request.stepMs = benchdata::stepMs();
            request.range = {benchdata::startMs(), benchdata::startMs() + (p - 1) * benchdata::stepMs()};
            for (auto _ : state) {
                auto answer = decodeAnswer(bytes, request, AnswerLimits(), {});
                if (!answer || answer->stats.samples != qsizetype(s) * p)
                    state.SkipWithError("the answer was not read whole");
                benchmark::DoNotOptimize(answer);
            }
        };
        benchmark::RegisterBenchmark(name.constData(), run)->Unit(benchmark::kMillisecond)->UseRealTime();
    }
}
