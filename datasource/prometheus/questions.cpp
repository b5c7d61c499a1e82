// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/questions.h>

#include <datasource/promql/filters.h>
#include <utility>

namespace {
void addRange(FormParameters &parameters, const TimeRange &range)
{
    if (range == TimeRange{})
        return;
    parameters.append({QStringLiteral("start"), secondsText(range.fromMs)});
    parameters.append({QStringLiteral("end"), secondsText(range.toMs)});
}
} // namespace

QString secondsText(qint64 ms)
{
    QString text = QString::number(ms / 1000);
    if (const qint64 rest = std::abs(ms % 1000); rest != 0) {
        QString fraction = QString::number(rest).rightJustified(3, u'0');
        while (fraction.endsWith(u'0'))
            fraction.chop(1);
        text = (ms < 0 && ms > -1000 ? QStringLiteral("-0") : text) + u'.' + fraction;
    }
    return text;
}

HttpQuestion questionFor(const QueryRequest &request)
{
    FormParameters parameters{{QStringLiteral("query"), request.text}};
    switch (request.kind) {
    case QueryRequest::Kind::Range:
        addRange(parameters, request.range);
        parameters.append({QStringLiteral("step"), secondsText(request.stepMs)});
        return {QStringLiteral("/api/v1/query_range"), parameters, true};
    case QueryRequest::Kind::Instant:
        if (request.range.toMs != 0)
            parameters.append({QStringLiteral("time"), secondsText(request.range.toMs)});
        return {QStringLiteral("/api/v1/query"), parameters, true};
    case QueryRequest::Kind::Exemplars:
        addRange(parameters, request.range);
        return {QStringLiteral("/api/v1/query_exemplars"), parameters, true};
    case QueryRequest::Kind::Rules:
        return {QStringLiteral("/api/v1/rules"), {}, false};
    case QueryRequest::Kind::Alerts:
        return {QStringLiteral("/api/v1/alerts"), {}, false};
    case QueryRequest::Kind::Targets:
        return {QStringLiteral("/api/v1/targets"), {{QStringLiteral("state"), QStringLiteral("active")}}, false};
    case QueryRequest::Kind::Metadata:
        return {QStringLiteral("/api/v1/metadata"), {}, false};
    }
    Q_UNREACHABLE();
}

HttpQuestion questionFor(const ValuesRequest &request)
{
    FormParameters parameters;
    const bool isSeries = request.kind == ValuesRequest::Kind::Series;
    if (!request.selector.isEmpty() || isSeries)
        parameters.append({QStringLiteral("match[]"), request.selector.isEmpty() ? QStringLiteral("{__name__!=\"\"}") : request.selector});
    addRange(parameters, request.range);
    if (request.limit > 0)
        parameters.append({QStringLiteral("limit"), QString::number(request.limit)});
    const auto valuesOf = [](const QString &label) {
        return QStringLiteral("/api/v1/label/%1/values").arg(QString::fromLatin1(QUrl::toPercentEncoding(label)));
    };
    switch (request.kind) {
    case ValuesRequest::Kind::LabelNames:
        return {QStringLiteral("/api/v1/labels"), parameters, true};
    case ValuesRequest::Kind::LabelValues:
        return {valuesOf(request.label), parameters, false};
    case ValuesRequest::Kind::MetricNames:
        return {valuesOf(QStringLiteral("__name__")), parameters, false};
    case ValuesRequest::Kind::Series:
        return {QStringLiteral("/api/v1/series"), parameters, true};
    }
    Q_UNREACHABLE();
}

QueryRequest applied(QueryRequest request)
{
    QList<promql::LabelFilter> filters;
    for (const AdHocFilter &filter : std::exchange(request.adHocFilters, {}))
        filters.append({filter.key, filter.op, filter.value, filter.values});
    request.text = promql::withGrouping(promql::withFilters(request.text, filters), std::exchange(request.groupBy, {}));
    return request;
}
