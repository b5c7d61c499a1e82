// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/variablequery.h>

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
QString goFloat(double value)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return value > 0 ? u"+Inf"_s : u"-Inf"_s;
    return QString::number(value, 'f', QLocale::FloatingPointShortest); // never with an exponent, as Prometheus prints values
}

QString seriesText(const Labels &labels)
{
    QStringList pairs;
    for (auto it = labels.begin(); it != labels.end(); ++it)
        if (it.key() != "__name__"_L1)
            pairs.append(it.key() + "=\""_L1 + it.value() + u'"');
    return labels.value(u"__name__"_s) + u'{' + pairs.join(u',') + u'}';
}

// The object form of a query variable without its text.
QString textFromParts(const Json &query)
{
    QStringList matchers;
    for (const Json &filter : query[u"labelFilters"].items())
        matchers.append(filter[u"label"].toString() + filter[u"op"].toString(u"="_s) + u'"' + filter[u"value"].toString() + u'"');
    QString selector = query[u"metric"].toString();
    if (!matchers.isEmpty())
        selector += u'{' + matchers.join(u',') + u'}';
    switch (query[u"qryType"].toInt(-1)) {
    case 0:
        return "label_names("_L1 + query[u"match"].toString() + u')';
    case 1:
        return "label_values("_L1 + selector + (selector.isEmpty() ? ""_L1 : ","_L1) + query[u"label"].toString() + u')';
    case 2:
        return "metrics("_L1 + query[u"metric"].toString() + u')';
    case 3:
        return "query_result("_L1 + query[u"varQuery"].toString() + u')';
    case 4:
        return query[u"seriesQuery"].toString();
    default:
        return {};
    }
}
} // namespace

QString variableQueryText(const Json &query)
{
    if (query.isString())
        return query.toString();
    const QString text = query[u"query"].toString();
    return text.isEmpty() ? textFromParts(query) : text;
}

VariableQuery parseVariableQuery(const QString &text, const TimeRange &range)
{
    static const QRegularExpression names(u"^\\s*label_names\\((.*)\\)\\s*$"_s);
    static const QRegularExpression values(u"^\\s*label_values\\((?:(.+),\\s*)?(.+?)\\s*\\)\\s*$"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression metrics(u"^\\s*metrics\\((.+)\\)\\s*$"_s);
    static const QRegularExpression result(u"^\\s*query_result\\((.+)\\)\\s*$"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression empty(u"^\\s*(label_values|metrics|query_result)\\(\\s*\\)\\s*$"_s);

    VariableQuery query;
    query.values.range = range;
    if (text.trimmed().isEmpty() || empty.match(text).hasMatch())
        return query;
    query.kind = VariableQuery::Kind::Values;
    if (const auto match = names.match(text); match.hasMatch()) {
        query.values.kind = ValuesRequest::Kind::LabelNames;
        query.filter = match.captured(1).trimmed();
    } else if (const auto match = values.match(text); match.hasMatch()) {
        query.values.kind = ValuesRequest::Kind::LabelValues;
        query.values.label = match.captured(2);
        const QString selector = match.captured(1).trimmed();
        query.values.selector = QString(selector).remove(u' ') == "{}"_L1 ? QString() : selector;
    } else if (const auto match = metrics.match(text); match.hasMatch()) {
        query.values.kind = ValuesRequest::Kind::LabelValues;
        query.values.label = u"__name__"_s;
        query.values.selector = "{__name__=~\""_L1 + match.captured(1) + "\"}"_L1;
    } else if (const auto match = result.match(text); match.hasMatch()) {
        query.kind = VariableQuery::Kind::Query;
        query.query.kind = QueryRequest::Kind::Instant;
        query.query.text = match.captured(1);
        query.query.range = range;
    } else {
        query.values.kind = ValuesRequest::Kind::Series;
        query.values.selector = text;
    }
    return query;
}

QStringList queryResultTexts(const Frames &frames)
{
    QStringList texts;
    for (const Frame &frame : frames) {
        const auto time = std::find_if(frame.fields.begin(), frame.fields.end(), [](const Field &field) { return field.isTime(); });
        for (const Field &field : frame.fields) {
            if (!field.isNumeric() || field.values.isEmpty())
                continue;
            const qsizetype last = field.values.size() - 1;
            const double ms = time == frame.fields.end() ? 0 : time->values.number(last);
            texts.append(seriesText(field.labels) + u' ' + goFloat(field.values.number(last)) + u' ' + QString::number(qint64(ms)));
        }
    }
    return texts;
}
