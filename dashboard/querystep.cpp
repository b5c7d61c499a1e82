// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/querystep.h>

#include <core/duration.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kMaxPoints = 11'000; // Prometheus refuses more
constexpr auto kDefaultScrape = "15s"_L1;

bool isRateInterval(const QString &text)
{
    return text == "$__rate_interval"_L1 || text == "${__rate_interval}"_L1;
}

bool isInterval(const QString &text)
{
    return text == "$__interval"_L1 || text == "${__interval}"_L1;
}

// A variable of the step itself: there is no minimum then.
bool isVariable(const QString &text)
{
    static const QStringList milliseconds{u"$__interval_ms"_s, u"${__interval_ms}"_s, u"$__rate_interval_ms"_s, u"${__rate_interval_ms}"_s};
    return isRateInterval(text) || isInterval(text) || milliseconds.contains(text);
}

Result<qint64> minimumOf(const QString &interval, const QString &scrape, qint64 intervalMs)
{
    if (!interval.isEmpty() && interval != "0s"_L1)
        return parseGoDuration(interval);
    if (intervalMs > 0)
        return intervalMs;
    return parseGoDuration(scrape.isEmpty() ? QString(kDefaultScrape) : scrape);
}

qint64 rateInterval(qint64 intervalMs, const QString &scrape)
{
    const Result<qint64> base = parseGoDuration(scrape.isEmpty() ? QString(kDefaultScrape) : scrape);
    return base ? std::max(intervalMs + *base, 4 * *base) : 0;
}

qint64 alignedDown(qint64 ms, qint64 stepMs, qint64 offsetMs)
{
    const qint64 whole = ms + offsetMs;
    const qint64 past = ((whole % stepMs) + stepMs) % stepMs;
    return whole - past - offsetMs;
}
} // namespace

VariableValue plainVariable(const QString &text)
{
    VariableValue made;
    made.value = Json(text);
    made.text = text;
    return made;
}

VariableValue plainVariable(qint64 number)
{
    VariableValue made;
    made.value = Json(number);
    made.text = QString::number(number);
    return made;
}

Result<QueryStep> queryStep(const StepRules &rules)
{
    const QString scrape = rules.scrapeInterval.isEmpty() ? QString(kDefaultScrape) : rules.scrapeInterval;
    const QString low = rules.panelInterval.isEmpty() ? scrape : rules.panelInterval;
    const Result<NiceInterval> nice = calculateInterval(rules.range.spanMs(), rules.maxDataPoints, low);
    if (!nice)
        return tl::unexpected<Error>(nice.error());
    const bool asRate = isRateInterval(rules.targetInterval);
    const QString own = isVariable(rules.targetInterval) ? QString() : rules.targetInterval;
    const Result<qint64> minimum = minimumOf(own, rules.scrapeInterval, nice->ms);
    if (!minimum)
        return tl::unexpected<Error>(minimum.error());

    QueryStep step;
    step.range = rules.range;
    step.intervalMs = nice->ms;
    const double wanted = double(rules.range.spanMs()) / std::max(1, rules.maxDataPoints);
    const qint64 calculated = wanted < double(*minimum) ? *minimum : roundIntervalInclusive(wanted);
    const qint64 adjusted = std::max(calculated, roundIntervalInclusive(double(rules.range.spanMs()) / kMaxPoints));
    step.stepMs = asRate ? rateInterval(adjusted, rules.scrapeInterval) : adjusted * std::max(1, rules.intervalFactor);
    step.stepMs = std::max<qint64>(1, step.stepMs);
    const QString base = isInterval(rules.targetInterval) ? goDuration(step.stepMs)
        : rules.targetInterval.isEmpty()                  ? rules.scrapeInterval
                                                          : rules.targetInterval;
    step.rateIntervalMs = asRate ? step.stepMs : rateInterval(step.intervalMs, base);
    const qint64 offset = rules.utcOffsetSec * 1000LL;
    step.aligned = {alignedDown(rules.range.fromMs, step.stepMs, offset), alignedDown(rules.range.toMs, step.stepMs, offset)};
    return step;
}

ScopedVars QueryStep::variables() const
{
    const qint64 rangeS = std::llround(double(range.spanMs()) / 1000);
    return {
        {u"__interval"_s, plainVariable(stepText(stepMs))},
        {u"__interval_ms"_s, plainVariable(stepMs)},
        {u"__interval_s"_s, plainVariable(stepMs / 1000)},
        {u"__rate_interval"_s, plainVariable(goDuration(rateIntervalMs))},
        {u"__rate_interval_ms"_s, plainVariable(rateIntervalMs)},
        {u"__rate_interval_s"_s, plainVariable(rateIntervalMs / 1000)},
        {u"__range"_s, plainVariable(QString::number(rangeS) + u's')},
        {u"__range_s"_s, plainVariable(rangeS)},
        {u"__range_ms"_s, plainVariable(range.spanMs())},
    };
}
