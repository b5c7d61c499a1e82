// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchcases.h"

#include <app/query/completion.h>
#include <random>

using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const NameTable> manyNames(int count)
{
    static const QStringList kWords{u"http"_s,      u"grpc"_s,    u"node"_s,   u"go"_s,       u"process"_s, u"kube"_s,
                                    u"container"_s, u"server"_s,  u"client"_s, u"memory"_s,   u"cpu"_s,     u"disk"_s,
                                    u"network"_s,   u"handler"_s, u"worker"_s, u"requests"_s, u"session"_s};
    static const QStringList kEnds{u"total"_s, u"bytes"_s, u"seconds_bucket"_s, u"seconds_count"_s, u"ratio"_s, u"info"_s};
    std::mt19937 random(3);
    const auto pick = [&](const QStringList &list) { return list[qsizetype(random() % size_t(list.size()))]; };
    QStringList names;
    for (int i = 0; i < count; ++i)
        names.append(pick(kWords) + u'_' + pick(kWords) + u'_' + pick(kWords) + QString::number(i) + u'_' + pick(kEnds));
    return std::make_shared<const NameTable>(names);
}

} // namespace

// What one keystroke costs: where the cursor is, and what is offered there. The goal is 16 ms.
void registerCompletionCases()
{
    constexpr std::pair<const char *, const char16_t *> kTexts[] = {{"letter", u"sum(rate(n"},
                                                                    {"prefix", u"sum(rate(http_req"},
                                                                    {"scattered", u"sum(rate(hsrvmemtot"},
                                                                    {"nothing", u"sum(rate(zzqqxx"}};
    for (const auto &[what, typed] : kTexts) {
        const auto run = [text = QString::fromUtf16(typed)](benchmark::State &state) {
            CompletionSources sources;
            sources.metrics = manyNames(100'000);
            for (auto _ : state)
                benchmark::DoNotOptimize(complete(completionContext(text, text.size()), sources));
        };
        const QByteArray name = QByteArray("complete/100000/") + what;
        benchmark::RegisterBenchmark(name.constData(), run)->Unit(benchmark::kMillisecond);
    }
}
