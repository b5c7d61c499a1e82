// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/metricpeeks.h>

#include <cmath>
#include <datasource/promql/lexer.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRestMs = 150; // the row stands still that long before anything is asked
constexpr qint64 kKeptMs = 60'000;
constexpr qsizetype kMostKept = 200;
constexpr qsizetype kMostSeries = 5'000; // more would cost the server too much for a glance
constexpr qint64 kSpanMs = 3600'000, kStepMs = 60'000;

QString selectorOf(const QString &metric)
{
    return u"{__name__="_s + promql::quoted(metric) + u'}';
}

// A histogram's series count, whatever their name; a gauge's do not.
bool counts(const QString &metric, const QString &type)
{
    if (type == "gauge"_L1)
        return false;
    if (type == "counter"_L1 || type == "histogram"_L1)
        return true;
    return metric.endsWith("_total"_L1) || metric.endsWith("_count"_L1) || metric.endsWith("_sum"_L1) || metric.endsWith("_bucket"_L1);
}

const Column *firstNumbers(const Frames &frames)
{
    for (const Frame &frame : frames)
        for (const Field &field : frame.fields)
            if (field.isNumeric() && field.values.size() > 0)
                return &field.values;
    return nullptr;
}

} // namespace

MetricPeeks::MetricPeeks(std::shared_ptr<DataSource> source, Clock clock, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_clock(std::move(clock))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &MetricPeeks::askCount);
}

void MetricPeeks::want(const QString &metric, const QString &type)
{
    const bool rate = counts(metric, type);
    if (metric == m_wanted && rate == m_peek.isRate)
        return;
    m_pending = {};
    m_rest.stop();
    m_wanted = metric;
    m_peek = {};
    m_peek.isRate = rate;
    if (m_source && !metric.isEmpty() && !known(metric))
        m_rest.start();
}

const MetricPeek *MetricPeeks::known(const QString &metric) const
{
    const auto it = m_kept.constFind(metric);
    return it == m_kept.constEnd() || m_clock() - it->cameMs > kKeptMs ? nullptr : &it->peek;
}

void MetricPeeks::askCount()
{
    QueryRequest request;
    request.kind = QueryRequest::Kind::Instant;
    request.text = u"count("_s + selectorOf(m_wanted) + u')';
    request.range = {m_clock() - kSpanMs, m_clock()};
    m_pending = m_source->query(request, [this](const Result<QueryAnswer> &answer) {
        if (!answer || !answer->complete)
            return;
        const Column *count = firstNumbers(answer->frames);
        m_peek.series = count ? qsizetype(count->number(count->size() - 1)) : 0;
        m_peek.series > 0 && m_peek.series <= kMostSeries ? askTrend() : keep();
    });
}

void MetricPeeks::askTrend()
{
    QueryRequest request;
    request.text = m_peek.isRate ? u"sum(rate(%1[5m]))"_s.arg(selectorOf(m_wanted)) : u"avg(%1)"_s.arg(selectorOf(m_wanted));
    const qint64 to = m_clock() / kStepMs * kStepMs;
    request.range = {to - kSpanMs, to};
    request.stepMs = kStepMs;
    m_pending = m_source->query(request, [this](const Result<QueryAnswer> &answer) {
        if (answer && !answer->complete)
            return;
        if (const Column *values = answer ? firstNumbers(answer->frames) : nullptr)
            m_peek.trend = values->compacted();
        keep();
    });
}

void MetricPeeks::keep()
{
    if (m_kept.size() >= kMostKept)
        m_kept.clear();
    m_kept.insert(m_wanted, {m_peek, m_clock()});
    emit arrived(m_wanted);
}
