// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpusserver.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostSeries = 12;

using Metric = QMap<QString, QString>;

double unitHash(const QString &text)
{
    return double(qHash(text, 7) % 1000) / 1000;
}

QString metricName(const QString &query)
{
    static const QRegularExpression selector(u"([a-zA-Z_:][\\w:]*)\\s*(?:[{\\[]|$)"_s);
    const QString name = selector.match(query).captured(1);
    return name.isEmpty() ? u"up"_s : name;
}

QStringList groupedBy(const QString &query)
{
    static const QRegularExpression by(u"\\bby\\s*\\(([^)]*)\\)"_s);
    QStringList labels;
    for (const QString &label : by.match(query).captured(1).split(u',', Qt::SkipEmptyParts))
        labels.append(label.trimmed());
    if (query.contains("histogram_quantile"_L1))
        labels.removeAll(u"le"_s);
    return labels;
}

QList<Metric> metricsOf(const QString &query)
{
    static const QRegularExpression equals(u"(\\w+)\\s*=\\s*\"([^\"]*)\""_s);
    static const QRegularExpression aggregation(u"^\\s*(sum|avg|min|max|count)\\b"_s);
    QStringList labels = groupedBy(query);
    Metric fixed;
    if (labels.isEmpty() && aggregation.match(query).hasMatch())
        return {{}};
    if (labels.isEmpty()) {
        labels = QStringList{u"instance"_s, u"job"_s};
        fixed[u"__name__"_s] = metricName(query);
        if (fixed[u"__name__"_s].endsWith("_bucket"_L1))
            labels.append(u"le"_s);
    }
    for (auto it = equals.globalMatch(query); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (fixed.contains(u"__name__"_s) || labels.removeAll(match.captured(1)) > 0)
            fixed[match.captured(1)] = match.captured(2);
    }
    // A plain series has the labels that the dashboards' variables are taken from.
    const bool plain = fixed.contains(u"__name__"_s);
    QList<Metric> metrics{fixed};
    for (const QString &label : std::as_const(labels)) {
        QList<Metric> more;
        for (const Metric &metric : std::as_const(metrics))
            for (const QString &value : corpusLabelValues(label)) {
                Metric each = metric;
                each[label] = value;
                more.append(each);
            }
        metrics = more.mid(0, kMostSeries);
    }
    for (qsizetype i = 0; plain && i < metrics.size(); ++i)
        for (const QString &label : {u"namespace"_s, u"cluster"_s, u"pod"_s, u"pipeline"_s})
            if (!metrics[i].contains(label))
                metrics[i][label] = corpusLabelValues(label).value(i % 2);
    return metrics;
}

QString keyOf(const Metric &metric)
{
    QStringList pairs;
    for (auto it = metric.begin(); it != metric.end(); ++it)
        if (it.key() != "__name__"_L1)
            pairs.append(it.key() + "=\""_L1 + it.value() + u'"');
    return metric.value(u"__name__"_s) + u'{' + pairs.join(u',') + u'}';
}

double valueAt(const QString &query, const Metric &metric, double second)
{
    const double own = unitHash(query + keyOf(metric));
    const double scale = query.contains("bytes"_L1) ? 1e9 : query.contains("seconds"_L1) ? 0.5 : 100;
    const double order = metric.contains(u"le"_s) ? 1 + unitHash(metric[u"le"_s]) : 1;
    return scale * order * (0.5 + 0.3 * std::sin(second / 1800 + 6 * own) + 0.2 * own);
}

QJsonObject jsonOf(const Metric &metric)
{
    QJsonObject object;
    for (auto it = metric.begin(); it != metric.end(); ++it)
        object[it.key()] = it.value();
    return object;
}

QJsonArray sample(const QString &query, const Metric &metric, double second)
{
    return {second, QString::number(valueAt(query, metric, second))};
}

StubAnswer success(const QJsonValue &data)
{
    return StubAnswer::json(QJsonDocument(QJsonObject{{u"status"_s, u"success"_s}, {u"data"_s, data}}).toJson(QJsonDocument::Compact));
}

StubAnswer rangeAnswer(const QUrlQuery &asked)
{
    const QString query = asked.queryItemValue(u"query"_s, QUrl::FullyDecoded);
    const double start = asked.queryItemValue(u"start"_s).toDouble();
    const double end = asked.queryItemValue(u"end"_s).toDouble();
    const double step = asked.queryItemValue(u"step"_s).toDouble();
    if (!(step > 0) || !(end >= start) || (end - start) / step > 11'000)
        return StubAnswer::json(R"({"status":"error","errorType":"bad_data","error":"exceeded maximum resolution"})", 400);
    QJsonArray result;
    for (const Metric &metric : metricsOf(query)) {
        QJsonArray values;
        for (double second = start; second <= end; second += step)
            values.append(sample(query, metric, second));
        result.append(QJsonObject{{u"metric"_s, jsonOf(metric)}, {u"values"_s, values}});
    }
    return success(QJsonObject{{u"resultType"_s, u"matrix"_s}, {u"result"_s, result}});
}

StubAnswer instantAnswer(const QUrlQuery &asked)
{
    const QString query = asked.queryItemValue(u"query"_s, QUrl::FullyDecoded);
    QJsonArray result;
    for (const Metric &metric : metricsOf(query))
        result.append(QJsonObject{{u"metric"_s, jsonOf(metric)}, {u"value"_s, sample(query, metric, 1'773'570'030)}});
    return success(QJsonObject{{u"resultType"_s, u"vector"_s}, {u"result"_s, result}});
}

StubAnswer seriesAnswer(const QUrlQuery &asked)
{
    QJsonArray series;
    for (const Metric &metric : metricsOf(asked.queryItemValue(u"match[]"_s, QUrl::FullyDecoded)))
        series.append(jsonOf(metric));
    return success(series);
}
} // namespace

QStringList corpusLabelValues(const QString &label)
{
    // Where a pattern of the corpus looks for something, it finds something.
    if (label == "instance"_L1)
        return {u"10.0.0.1:9100"_s, u"10.0.0.2:9100"_s, u"offloader-1:9100"_s, u"calls:8067"_s, u"rtcd:8045"_s};
    if (label == "namespace"_L1)
        return {u"argocd"_s, u"monitoring"_s};
    if (label == "repo"_L1)
        return {u"team/app"_s, u"other/web"_s};
    if (label == "le"_L1)
        return {u"0.1"_s, u"1"_s, u"+Inf"_s};
    return {label + "-1"_L1, label + "-2"_L1};
}

QStringList corpusSeriesTexts(const QString &query)
{
    QStringList texts;
    for (const Metric &metric : metricsOf(query))
        texts.append(keyOf(metric) + u' ' + QString::number(valueAt(query, metric, 1'773'570'030)) + " 1773570030000"_L1);
    return texts;
}

StubAnswer corpusAnswer(const StubRequest &request)
{
    const QString path = request.path.section("/api/v1/"_L1, 1);
    if (path == "query_range"_L1)
        return rangeAnswer(request.query);
    if (path == "query"_L1)
        return instantAnswer(request.query);
    if (path == "series"_L1)
        return seriesAnswer(request.query);
    if (path == "labels"_L1)
        return success(QJsonArray{u"__name__"_s, u"instance"_s, u"job"_s});
    if (path.startsWith("label/"_L1))
        return success(QJsonArray::fromStringList(corpusLabelValues(path.section(u'/', 1, 1))));
    if (path == "query_exemplars"_L1)
        return success(QJsonArray());
    if (path == "status/buildinfo"_L1)
        return success(QJsonObject{{u"version"_s, u"2.53.0"_s}});
    return success(QJsonObject());
}
