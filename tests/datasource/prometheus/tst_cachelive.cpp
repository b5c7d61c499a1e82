// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QEventLoop>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTimer>
#include <datasource/prometheus/cachedsource.h>
#include <datasource/prometheus/prometheussource.h>
#include <tests/support/liveprometheus.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kStartMs = 1'700'000'000'000 / 60'000 * 60'000;
constexpr qint64 kScrapeMs = 15'000;
constexpr int kScrapes = 4 * 3'600'000 / kScrapeMs; // four hours
constexpr int kRounds = 10'000;

QByteArray sample(const QByteArray &series, double value, int scrape)
{
    return series + ' ' + QByteArray::number(value, 'g', 17) + ' '
        + QByteArray::number(double(kStartMs + scrape * kScrapeMs) / 1000, 'f', 3) + '\n';
}

// Counters that reset, targets that come, go and have holes, a histogram, a gauge; all of it made by a fixed seed.
QByteArray history()
{
    QRandomGenerator random(7);
    QByteArray text = "# TYPE requests counter\n";
    for (int target = 0; target < 6; ++target) {
        const int from = target == 4 ? kScrapes / 3 : 0;
        const int to = target == 5 ? kScrapes / 2 : kScrapes;
        double count = 0;
        const QByteArray labels
            = "{job=\"" + QByteArray(target % 2 ? "api" : "web") + "\",instance=\"" + QByteArray::number(target) + "\"}";
        for (int i = from; i < to; ++i) {
            count = random.bounded(400) == 0 ? 0 : count + random.bounded(20) / 3.0;
            if (target != 3 || i % 97 > 30)
                text += sample("requests_total" + labels, count, i);
        }
    }
    text += "# TYPE latency histogram\n";
    for (const char *le : {"0.1", "0.5", "+Inf"}) {
        double count = 0;
        for (int i = 0; i < kScrapes; ++i)
            text += sample(QByteArray("latency_bucket{le=\"") + le + "\"}",
                           count += (*le == '+'         ? 9
                                         : le[2] == '5' ? 7
                                                        : 3)
                               + i % 3 * 0.0,
                           i);
    }
    text += "# TYPE temperature gauge\n";
    for (int i = 0; i < kScrapes; ++i)
        text += sample("temperature", 20 + random.bounded(100) / 10.0, i);
    return text + "# EOF\n";
}

const char *const kExpressions[] = {
    "requests_total",
    "rate(requests_total[1m])",
    "sum by (job) (rate(requests_total[2m]))",
    "sum(increase(requests_total[5m]))",
    "histogram_quantile(0.9, sum by (le) (rate(latency_bucket[1m])))",
    "topk(2, requests_total)",
    "count(requests_total > 100)",
    "avg_over_time(temperature[3m])",
    "temperature > 25",
    "absent(requests_total{instance=\"5\"})",
    "requests_total offset 5m",
    "max_over_time(rate(requests_total[1m])[5m:15s])",
    "quantile_over_time(0.5, temperature[10m])",
    "changes(requests_total[2m]) or vector(0)",
    "label_replace(requests_total, \"host\", \"h$1\", \"instance\", \"(.*)\")",
    "stddev(requests_total)",
    "time() - timestamp(requests_total)",
    "resets(requests_total[10m])",
    "deriv(temperature[5m])",
    "3 * 2",
    "requests_total @ end()", // not kept
    "sum(nothing_like_it)",
};
constexpr qint64 kSteps[] = {15'000, 15'000, 30'000, 60'000, 7'000};

// Someone who looks at one panel: stays with an expression and a step for a while, refreshes, pans, zooms out, jumps.
class Person
{
public:
    explicit Person(quint32 seed) : m_random(seed) { choose(); }

    QueryRequest next(qint64 &nowMs)
    {
        const int what = m_random.bounded(100);
        if (what < 8)
            choose();
        else if (what < 60)
            nowMs += m_random.bounded(1, 5) * kScrapeMs;
        else if (what < 80)
            m_backMs = std::max<qint64>(0, m_backMs + (m_random.bounded(200) - 100) * m_stepMs);
        else if (what < 90)
            m_spanMs = std::min<qint64>(m_spanMs + m_random.bounded(1, 50) * m_stepMs, 3 * 3'600'000);
        else if (what < 95)
            m_backMs = 0;
        if (nowMs > kStartMs + kScrapes * kScrapeMs + 600'000)
            nowMs = kStartMs + 3'600'000;
        QueryRequest request;
        request.text = QString::fromUtf8(m_expr);
        request.stepMs = m_stepMs;
        const qint64 to = (nowMs - m_backMs) / m_stepMs * m_stepMs;
        request.range = {to - m_spanMs / m_stepMs * m_stepMs, to};
        return request;
    }

private:
    void choose()
    {
        m_expr = kExpressions[m_random.bounded(int(std::size(kExpressions)))];
        m_stepMs = kSteps[m_random.bounded(int(std::size(kSteps)))];
        m_spanMs = m_random.bounded(20, 300) * m_stepMs;
        m_backMs = 0;
    }

    QRandomGenerator m_random;
    const char *m_expr = nullptr;
    qint64 m_stepMs = 0;
    qint64 m_spanMs = 0;
    qint64 m_backMs = 0;
};

QString described(const QueryRequest &request)
{
    return u"%1 from %2 to %3 step %4"_s.arg(request.text).arg(request.range.fromMs).arg(request.range.toMs).arg(request.stepMs);
}

} // namespace

// Against Debian's Prometheus: whatever is asked, in whatever order, the cache answers as the server does, sample for sample.
class TstCacheLive : public QObject
{
    Q_OBJECT

private slots:
    void sampleForSample()
    {
        const LivePrometheus server({.openMetrics = history()});
        QVERIFY2(server.isReady(), qPrintable(server.problem()));
        qint64 nowMs = kStartMs + 3'600'000;
        PrometheusSource fresh({.url = server.url()});
        CachedSource cached(std::make_shared<PrometheusSource>(PrometheusConfig{.url = server.url()}), [&] { return nowMs; });
        Person person(11);
        for (int round = 0; round < kRounds; ++round) {
            const QueryRequest request = person.next(nowMs);
            std::optional<Result<QueryAnswer>> ours, theirs;
            QEventLoop loop;
            const auto take = [&](std::optional<Result<QueryAnswer>> &whose) {
                return [&](Result<QueryAnswer> answer) {
                    if (answer && !answer->complete)
                        return;
                    whose = std::move(answer);
                    if (ours && theirs)
                        loop.quit();
                };
            };
            const Pending a = cached.query(request, take(ours));
            const Pending b = fresh.query(request, take(theirs));
            QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
            loop.exec();
            QVERIFY(ours && theirs);
            QVERIFY2(*theirs, *theirs ? "" : qPrintable((*theirs).error().what));
            QVERIFY2(*ours && (*ours)->frames == (*theirs)->frames, qPrintable(u"round %1: "_s.arg(round) + described(request)));
        }
        const CachedSource::Counters &counters = cached.counters();
        qInfo("of %d queries %lld were asked for whole, %lld in part, %lld not at all, %lld are not cacheable", kRounds,
              static_cast<long long>(counters.full), static_cast<long long>(counters.partial), static_cast<long long>(counters.kept),
              static_cast<long long>(counters.passed));
        QVERIFY((counters.full + counters.passed) * 10 < 7 * kRounds);
    }
};

ADD_TEST(TstCacheLive)
#include "tst_cachelive.moc"
