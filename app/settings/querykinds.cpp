// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/querykinds.h>

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

using Kind = VariableQueryParts::Kind;

// Read and written again the same: else the parts would change a text that nobody touched.
bool isFaithful(const VariableQueryParts &parts, const QString &query)
{
    const auto bare = [](QString text) { return text.remove(QRegularExpression(u"\\s"_s)); };
    return bare(queryText(parts)) == bare(query);
}

VariableQueryParts read(const QString &query)
{
    static const QRegularExpression call(u"^\\s*(label_names|label_values|metrics|query_result)\\s*\\((.*)\\)\\s*$"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = call.match(query);
    if (!match.hasMatch())
        return {Kind::Series, {}, query.trimmed()};
    const QString name = match.captured(1);
    const QString inside = match.captured(2).trimmed();
    if (name == u"label_names")
        return {Kind::LabelNames, {}, inside};
    if (name == u"metrics")
        return {Kind::Metrics, {}, inside};
    if (name == u"query_result")
        return {Kind::QueryResult, {}, inside};
    const qsizetype comma = inside.lastIndexOf(u',');
    const bool cut = comma >= 0 && !inside.mid(comma).contains(u'}');
    return {Kind::LabelValues, cut ? inside.mid(comma + 1).trimmed() : inside, cut ? inside.left(comma).trimmed() : QString()};
}

} // namespace

VariableQueryParts queryParts(const QString &query)
{
    if (query.trimmed().isEmpty())
        return {};
    const VariableQueryParts parts = read(query);
    return isFaithful(parts, query) ? parts : VariableQueryParts{Kind::Text, {}, query};
}

QString queryText(const VariableQueryParts &parts)
{
    switch (parts.kind) {
    case Kind::LabelNames:
        return u"label_names(%1)"_s.arg(parts.text);
    case Kind::LabelValues:
        if (parts.label.isEmpty() && parts.text.isEmpty())
            return {};
        return parts.text.isEmpty() ? u"label_values(%1)"_s.arg(parts.label) : u"label_values(%1, %2)"_s.arg(parts.text, parts.label);
    case Kind::Metrics:
        return u"metrics(%1)"_s.arg(parts.text);
    case Kind::QueryResult:
        return u"query_result(%1)"_s.arg(parts.text);
    case Kind::Series:
    case Kind::Text:
        break;
    }
    return parts.text;
}

MemberChanges queryChanges(const Variable &variable, const VariableQueryParts &parts)
{
    const QString text = queryText(parts);
    MemberChanges changes;
    if (variable.query.isObject()) {
        changes.append({u"query.query"_s, text});
        if (variable.query.contains(u"qryType"))
            changes.append({u"query.qryType"_s, int(parts.kind)});
        for (const QString &key : {u"label"_s, u"metric"_s, u"labelFilters"_s, u"match"_s, u"varQuery"_s, u"seriesQuery"_s})
            if (variable.query.contains(key))
                changes.append({u"query."_s + key, Json()});
    } else {
        changes.append({u"query"_s, text});
    }
    if (variable.raw.contains(u"definition"))
        changes.append({u"definition"_s, text});
    return changes;
}
