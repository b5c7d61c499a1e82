// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpusvariables.h"

#include "corpusserver.h"
#include <QtCore/QCollator>
#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
constexpr auto kAll = "$__all"_L1;

const QRegularExpression &resultQuery()
{
    static const QRegularExpression pattern(u"^query_result\\((.*)\\)$"_s, QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

QString queryTextOf(const QJsonObject &variable)
{
    const QJsonValue query = variable[u"query"];
    return query.isObject() ? query[u"query"].toString() : query.toString();
}

// What Grafana's Prometheus source makes of a value in a query: once for a string, once more for the regular expression.
QString escaped(const QString &value, bool isRegex)
{
    static const QRegularExpression special(u"([$^*{}\\[\\]'+?.()|])"_s);
    if (!isRegex)
        return QString(value).replace(u"\\"_s, u"\\\\"_s).replace(u"'"_s, u"\\\\'"_s);
    return QString(value).replace(u"\\"_s, u"\\\\\\\\"_s).replace(special, u"\\\\\\1"_s);
}

QStringList splitOptions(const QString &query)
{
    QStringList options;
    for (const QString &each : query.split(u',', Qt::SkipEmptyParts))
        options.append(each.trimmed());
    return options;
}

QStringList matched(const QStringList &texts, const QString &pattern)
{
    if (pattern.isEmpty())
        return texts;
    const bool slashed = pattern.startsWith(u'/');
    const qsizetype end = pattern.lastIndexOf(u'/');
    const QRegularExpression regex(slashed ? pattern.mid(1, end - 1) : u'^' + pattern + u'$');
    QStringList options;
    for (const QString &text : texts) {
        const QRegularExpressionMatch match = regex.match(text);
        if (match.hasMatch())
            options.append(regex.captureCount() > 0 ? match.captured(1) : text);
    }
    options.removeDuplicates();
    return options;
}

// The first number in a text; texts without one come first.
int firstNumber(const QString &text)
{
    static const QRegularExpression digits(u"\\d+"_s);
    const QRegularExpressionMatch match = digits.match(text);
    return match.hasMatch() ? match.captured().toInt() : -1;
}

// Of Grafana's orders, with the even ones upside down: 1 by letters, 3 by numbers, 5 whatever the case, 7 as people count.
void sortOptions(QStringList &options, int sort)
{
    QCollator natural(QLocale::c());
    natural.setNumericMode(true);
    const auto isBefore = [&](const QString &a, const QString &b) {
        switch ((sort + 1) / 2) {
        case 2:
            return firstNumber(a) < firstNumber(b);
        case 3:
            return a.toLower() < b.toLower();
        case 4:
            return natural.compare(a, b) < 0;
        default:
            return a < b;
        }
    };
    if (sort > 0)
        std::stable_sort(options.begin(), options.end(), isBefore);
    if (sort > 0 && sort % 2 == 0)
        std::reverse(options.begin(), options.end());
}

QJsonObject classicOf(const QJsonObject &variable)
{
    if (!variable[u"kind"].isString())
        return variable;
    QJsonObject made = variable[u"spec"].toObject();
    made[u"type"] = variable[u"kind"].toString().remove(u"Variable"_s).toLower().replace(u"text"_s, u"textbox"_s);
    if (made[u"query"].isObject())
        made[u"query"] = made[u"query"][u"spec"];
    if (made[u"sort"].isString())
        made[u"sort"] = made[u"sort"] == "disabled"_L1 ? 0 : 1;
    return made;
}

QStringList stringsOf(const QJsonValue &value)
{
    QStringList strings;
    for (const QJsonValue &each : value.isArray() ? value.toArray() : QJsonArray{value})
        if (each.isString() && !each.toString().isEmpty())
            strings.append(each.toString());
    return strings;
}
} // namespace

CorpusVariables::CorpusVariables(const QJsonObject &dashboard)
{
    for (const QJsonValue &input : dashboard[u"__inputs"].toArray())
        if (input[u"type"] == "constant"_L1)
            m_inputs["${"_L1 + input[u"name"].toString() + u'}'] = input[u"value"].toString();
    QJsonArray list = dashboard[u"templating"][u"list"].toArray();
    for (const QJsonValue &each : dashboard[u"variables"].toArray())
        list.append(each);
    for (const QJsonValue &each : std::as_const(list))
        if (const auto match = resultQuery().match(queryTextOf(classicOf(each.toObject()))); match.hasMatch())
            m_queries.append(match.captured(1));
    // A variable may use one that is written after it: as many rounds as there are variables reach every one.
    for (qsizetype round = 0; round < list.size(); ++round)
        for (const QJsonValue &each : std::as_const(list)) {
            const QJsonObject variable = classicOf(each.toObject());
            if (variable[u"type"] != "adhoc"_L1)
                m_values[variable[u"name"].toString()] = valueOf(variable);
        }
}

QStringList CorpusVariables::queries() const
{
    QStringList queries;
    for (const QString &each : m_queries)
        queries.append(filled(each, {}));
    return queries;
}

QStringList CorpusVariables::answersTo(const QString &query) const
{
    static const QRegularExpression values(u"^label_values\\((?:.*,)?\\s*([^,\\s]+)\\s*\\)$"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    const QString text = filled(query, {}).trimmed();
    if (const auto match = values.match(text); match.hasMatch())
        return corpusLabelValues(match.captured(1));
    if (const auto match = resultQuery().match(text); match.hasMatch())
        return corpusSeriesTexts(match.captured(1));
    QStringList series;
    for (const QString &each : corpusSeriesTexts(text))
        series.append(each.section(u"} "_s, 0, 0) + u'}');
    return series;
}

QStringList CorpusVariables::optionsOf(const QJsonObject &variable) const
{
    const QString text = queryTextOf(variable);
    const QString type = variable[u"type"].toString();
    if (type == "query"_L1) {
        QStringList options = matched(answersTo(text), filled(variable[u"regex"].toString(), {}));
        sortOptions(options, variable[u"sort"].toInt());
        return options;
    }
    if (type == "custom"_L1 || type == "interval"_L1)
        return splitOptions(text);
    return {m_inputs.value(text, text)};
}

CorpusVariables::Value CorpusVariables::valueOf(const QJsonObject &variable) const
{
    Value value;
    value.options = optionsOf(variable);
    const bool hasAll = variable[u"includeAll"].toBool();
    value.isRegex = hasAll || variable[u"multi"].toBool();
    const QStringList saved = stringsOf(variable[u"current"][u"value"]);
    for (const QString &each : saved)
        if (value.options.contains(each))
            value.chosen.append(each);
    const bool isFree = variable[u"type"] == "textbox"_L1 || variable[u"type"] == "constant"_L1;
    if (variable[u"type"] == "interval"_L1 && saved.value(0).startsWith("$__auto"_L1))
        value.chosen = QStringList{u"1m"_s};
    else if (hasAll && (saved.contains(kAll) || value.chosen.isEmpty())) {
        value.all = variable[u"allValue"].toString();
        value.chosen = value.options;
    } else if (value.chosen.isEmpty() || isFree)
        value.chosen = value.options.mid(0, 1);
    return value;
}

QStringList CorpusVariables::selected(const QString &name) const
{
    const QStringList chosen = m_values.value(name).chosen;
    return chosen.isEmpty() ? QStringList{QString()} : chosen;
}

QString CorpusVariables::written(const QString &name, const QString &format, const QJsonObject &scope) const
{
    const Value value = m_values.value(name);
    if (!scope.contains(name) && !value.all.isEmpty())
        return filled(value.all, scope);
    const QStringList chosen = scope.contains(name) ? QStringList{scope[name].toString()} : value.chosen;
    if (format == "raw"_L1)
        return chosen.join(u',');
    QStringList texts;
    for (const QString &each : chosen)
        texts.append(escaped(each, value.isRegex));
    return texts.size() == 1 ? texts.first() : texts.isEmpty() ? QString() : u'(' + texts.join(u'|') + u')';
}

QString CorpusVariables::filled(const QString &text, const QJsonObject &scope) const
{
    static const QRegularExpression reference(
        u"\\$(\\w+)|\\[\\[(\\w+?)(?::(\\w+))?\\]\\]|\\$\\{([\\w-]+)(?:\\.[^:^}]+)?(?::([^}]+))?\\}"_s);
    static const QStringList spans{u"__interval"_s, u"__rate_interval"_s, u"__range"_s};
    QString result;
    qsizetype from = 0;
    for (auto it = reference.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString name = match.captured(1) + match.captured(2) + match.captured(4);
        result += text.mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (spans.contains(name))
            result += u"1m"_s;
        else
            result += m_values.contains(name) ? written(name, match.captured(3) + match.captured(5), scope) : match.captured();
    }
    return result + text.mid(from);
}
