// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/compatibility/memberkinds.h>

#include <QtCore/QHash>
#include <core/jsonscan.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMost = 100; // of one member

// path: the member and what lies below it; [] is each item of a list, {} each member of an object.
// kinds: s text, n number, q a number in quotes, b true or false, l list, o object.
struct Row {
    const char *scope;
    const char *path;
    const char *kinds;
};

constexpr Row kDashboard[] = {
    {"dashboard", "tags/[]", "s"},
    {"dashboard", "timepicker.refresh_intervals/[]", "s"},
    {"dashboard", "timepicker.quick_ranges/[]", "o"},
    {"dashboard", "timepicker.quick_ranges/[]/display", "s"},
    {"dashboard", "timepicker.quick_ranges/[]/from", "s"},
    {"dashboard", "timepicker.quick_ranges/[]/to", "s"},
    {"dashboard", "templating.list", "l"},
    {"dashboard", "annotations.list", "l"},
    {"dashboard", "annotations.list/[]", "o"},
    {"dashboard", "rows/[]", "o"},
    {"dashboard", "rows/[]/panels", "l"},
    {"dashboard", "rows/[]/panels/[]", "o"},
    {"dashboard", "rows/[]/title", "sn"},
    {"dashboard", "rows/[]/height", "sn"},
    {"dashboard", "rows/[]/collapse", "b"},
    {"dashboard", "rows/[]/showTitle", "b"},
    {"dashboard", "rows/[]/repeat", "s"},
    {"dashboard", "__inputs", "l"},
    {"dashboard", "__elements", "ol"},
    {"row", "panels", "l"},
    {"row", "panels/[]", "o"},
    {"variable", "query", "so"},
    {"variable:custom", "query", "s"},
    {"variable:constant", "query", "s"},
    {"variable:interval", "query", "s"},
    {"variable:textbox", "query", "s"},
    {"variable:datasource", "query", "s"},
    {"variable", "query/query", "s"},
    {"variable", "query/qryType", "nq"},
    {"variable", "query/label", "s"},
    {"variable", "query/metric", "s"},
    {"variable", "query/match", "s"},
    {"variable", "query/varQuery", "s"},
    {"variable", "query/seriesQuery", "s"},
    {"variable", "query/labelFilters", "l"},
    {"variable", "query/labelFilters/[]", "o"},
    {"variable", "current", "o"},
    {"variable", "current/value", "snbl"},
    {"variable", "current/value/[]", "snb"},
    {"variable", "current/text", "snbl"},
    {"variable", "current/text/[]", "snb"},
    {"variable", "options", "l"},
    {"variable", "options/[]", "o"},
    {"variable", "options/[]/value", "snbl"},
    {"variable", "options/[]/text", "snbl"},
    {"variable", "filters", "l"},
    {"variable", "filters/[]", "o"},
    {"variable", "filters/[]/key", "s"},
    {"variable", "filters/[]/operator", "s"},
    {"variable", "filters/[]/value", "s"},
    {"variable", "filters/[]/values", "l"},
    {"variable", "baseFilters", "l"},
    {"variable", "baseFilters/[]", "o"},
    {"variable", "baseFilters/[]/key", "s"},
    {"variable", "baseFilters/[]/operator", "s"},
    {"variable", "baseFilters/[]/value", "s"},
    {"variable", "staticOptions", "l"},
    {"variable", "staticOptions/[]", "o"},
    {"variable", "datasource/type", "s"},
    {"variable", "datasource/uid", "s"},
    {"annotation", "datasource/type", "s"},
    {"annotation", "datasource/uid", "s"},
    {"annotation", "target/expr", "s"},
    {"annotation", "target/interval", "s"},
    {"annotation", "filter.ids", "l"},
    {"annotation", "filter.ids/[]", "n"},
    {"annotation", "filter.exclude", "b"},
    {"link", "tags/[]", "s"},
};

constexpr Row kPanel[] = {
    {"panel", "options", "o"},
    {"panel", "fieldConfig", "o"},
    {"panel", "fieldConfig/defaults", "o"},
    {"panel", "fieldConfig/defaults/custom", "o"},
    {"panel", "fieldConfig/overrides", "l"},
    {"panel", "fieldConfig/overrides/[]", "o"},
    {"panel", "fieldConfig/overrides/[]/matcher", "o"},
    {"panel", "fieldConfig/overrides/[]/properties", "l"},
    {"panel", "fieldConfig/overrides/[]/properties/[]", "o"},
    {"panel", "fieldConfig/overrides/[]/properties/[]/id", "s"},
    {"panel", "datasource/type", "s"},
    {"panel", "datasource/uid", "s"},
    {"target", "datasource", "so"},
    {"target", "datasource/type", "s"},
    {"target", "datasource/uid", "s"},
    {"target", "query", "so"},
    {"target", "format", "s"},
    {"step", "options", "o"},
    {"step", "disabled", "b"},
    {"step", "filter", "o"},
    {"step", "filter/id", "s"},
    {"step", "filter/options", "s"},
};

constexpr Row kFields[] = {
    {"field", "thresholds", "o"},
    {"field", "thresholds/steps", "l"},
    {"field", "thresholds/steps/[]", "o"},
    {"field", "thresholds/steps/[]/color", "s"},
    {"field", "thresholds/steps/[]/value", "nq"},
    {"field", "mappings/[]/type", "sn"},
    {"field", "mappings/[]/options", "o"},
    {"field", "mappings/[]/options/match", "so"}, // "match" may be the value that is mapped
    {"field", "mappings/[]/options/result", "o"},
    {"field", "mappings/[]/options/{}/text", "snb"},
    {"field", "mappings/[]/options/{}/color", "s"},
    {"field", "mappings/[]/options/{}/icon", "s"},
    {"field", "mappings/[]/options/{}/index", "n"},
    {"field", "links", "l"},
    {"field", "links/[]", "o"},
    {"field", "links/[]/title", "s"},
    {"field", "links/[]/url", "s"},
    {"field", "links/[]/targetBlank", "b"},
    {"field", "links/[]/oneClick", "b"},
    {"custom:timeseries", "lineStyle.dash", "l"},
    {"custom:timeseries", "lineStyle.dash/[]", "n"},
    {"options:table", "sortBy", "l"},
    {"options:table", "sortBy/[]", "o"},
    {"options:table", "sortBy/[]/displayName", "s"},
    {"options:table", "sortBy/[]/desc", "b"},
    {"matcher:byName", "options", "s"},
    {"matcher:byNames", "options", "sol"},
    {"matcher:byNames", "options/[]", "s"},
    {"matcher:byNames", "options/names", "sl"},
    {"matcher:byNames", "options/names/[]", "s"},
    {"matcher:byNames", "options/mode", "s"},
    {"matcher:byRegexp", "options", "s"},
    {"matcher:byRegexpOrNames", "options", "o"},
    {"matcher:byRegexpOrNames", "options/pattern", "s"},
    {"matcher:byRegexpOrNames", "options/names", "sl"},
    {"matcher:byRegexpOrNames", "options/names/[]", "s"},
    {"matcher:byType", "options", "s"},
    {"matcher:byFrameRefID", "options", "s"},
    {"matcher:byValue", "options", "o"},
    {"matcher:byValue", "options/reducer", "s"},
    {"matcher:byValue", "options/op", "s"},
    {"matcher:byValue", "options/value", "nqsb"},
    {"matcher:anyMatch", "options", "l"},
    {"matcher:anyMatch", "options/[]", "o"},
    {"matcher:allMatch", "options", "l"},
    {"matcher:allMatch", "options/[]", "o"},
    {"matcher:invertMatch", "options", "o"},
};

constexpr Row kSteps[] = {
    {"transformation:organize", "renameByName", "o"},
    {"transformation:organize", "renameByName/{}", "s"},
    {"transformation:organize", "excludeByName", "o"},
    {"transformation:organize", "excludeByName/{}", "b"},
    {"transformation:organize", "includeByName", "o"},
    {"transformation:organize", "includeByName/{}", "b"},
    {"transformation:organize", "indexByName", "o"},
    {"transformation:organize", "indexByName/{}", "n"},
    {"transformation:organize", "orderBy", "l"},
    {"transformation:organize", "orderBy/[]", "o"},
    {"transformation:order", "indexByName", "o"},
    {"transformation:order", "indexByName/{}", "n"},
    {"transformation:order", "orderBy", "l"},
    {"transformation:calculateField", "binary.left", "so"},
    {"transformation:calculateField", "binary.left/fixed", "sn"},
    {"transformation:calculateField", "binary.left/matcher", "o"},
    {"transformation:calculateField", "binary.left/matcher/id", "s"},
    {"transformation:calculateField", "binary.left/matcher/options", "s"},
    {"transformation:calculateField", "binary.right", "son"},
    {"transformation:calculateField", "binary.right/fixed", "sn"},
    {"transformation:calculateField", "binary.right/matcher", "o"},
    {"transformation:calculateField", "binary.right/matcher/id", "s"},
    {"transformation:calculateField", "binary.right/matcher/options", "s"},
    {"transformation:filterByValue", "filters", "l"},
    {"transformation:filterByValue", "filters/[]", "o"},
    {"transformation:filterByValue", "filters/[]/fieldName", "s"},
    {"transformation:filterByValue", "filters/[]/config", "o"},
    {"transformation:filterByValue", "filters/[]/config/id", "s"},
    {"transformation:filterByValue", "filters/[]/config/options", "o"},
    {"transformation:filterByValue", "filters/[]/config/options/value", "nsb"},
    {"transformation:filterByValue", "filters/[]/config/options/from", "nq"},
    {"transformation:filterByValue", "filters/[]/config/options/to", "nq"},
    {"transformation:sortBy", "sort", "l"},
    {"transformation:sortBy", "sort/[]", "o"},
    {"transformation:sortBy", "sort/[]/field", "s"},
    {"transformation:sortBy", "sort/[]/desc", "b"},
    {"transformation:limit", "limitField", "ns"},
    {"transformation:groupBy", "fields", "o"},
    {"transformation:groupBy", "fields/{}", "o"},
    {"transformation:groupBy", "fields/{}/operation", "s"},
    {"transformation:groupBy", "fields/{}/aggregations", "l"},
    {"transformation:groupBy", "fields/{}/aggregations/[]", "s"},
    {"transformation:convertFieldType", "conversions", "l"},
    {"transformation:convertFieldType", "conversions/[]", "o"},
    {"transformation:convertFieldType", "conversions/[]/targetField", "s"},
    {"transformation:convertFieldType", "conversions/[]/destinationType", "s"},
    {"transformation:convertFieldType", "conversions/[]/dateFormat", "s"},
    {"transformation:convertFieldType", "conversions/[]/joinWith", "s"},
    {"transformation:extractFields", "jsonPaths", "l"},
    {"transformation:extractFields", "jsonPaths/[]", "o"},
    {"transformation:extractFields", "jsonPaths/[]/path", "s"},
    {"transformation:extractFields", "jsonPaths/[]/alias", "s"},
    {"transformation:rowsToFields", "mappings", "l"},
    {"transformation:rowsToFields", "mappings/[]", "o"},
    {"transformation:rowsToFields", "mappings/[]/fieldName", "s"},
    {"transformation:rowsToFields", "mappings/[]/handlerKey", "s"},
    {"transformation:reduce", "fields", "o"},
    {"transformation:filterFields", "include", "o"},
    {"transformation:filterFields", "include/id", "s"},
    {"transformation:filterFields", "exclude", "o"},
    {"transformation:filterFields", "exclude/id", "s"},
};

struct Rule {
    QStringList path; // below the member
    QString kinds;
};

const QHash<QString, QList<Rule>> &rules()
{
    static const QHash<QString, QList<Rule>> all = [] {
        QHash<QString, QList<Rule>> made;
        const auto add = [&](const auto &rows) {
            for (const Row &row : rows) {
                const QStringList path = QString::fromLatin1(row.path).split(u'/');
                made[QString::fromLatin1(row.scope) + u' ' + path[0]].append({path.mid(1), QString::fromLatin1(row.kinds)});
            }
        };
        add(kDashboard);
        add(kPanel);
        add(kFields);
        add(kSteps);
        return made;
    }();
    return all;
}

bool isOf(const QString &kinds, const Json &value)
{
    bool isQuoted = false;
    if (value.isString() && kinds.contains(u'q') && !kinds.contains(u's'))
        value.toString().toDouble(&isQuoted);
    return value.isNull() || isQuoted || (value.isString() && (kinds.contains(u's') || value.toString().isEmpty()))
        || (value.isNumber() && kinds.contains(u'n')) || (value.isBool() && kinds.contains(u'b'))
        || (value.isArray() && kinds.contains(u'l')) || (value.isObject() && kinds.contains(u'o'));
}

void look(const Rule &rule, qsizetype step, const Json &value, const QString &below, QList<WrongKind> &found)
{
    if (found.size() >= kMost)
        return;
    if (step == rule.path.size()) {
        if (!isOf(rule.kinds, value))
            found.append({below, value});
        return;
    }
    const QString &part = rule.path[step];
    const std::vector<Json> items = value.items();
    const QStringList keys = value.keys();
    if (part == "[]"_L1 && value.isArray())
        for (size_t i = 0; i < items.size(); ++i)
            look(rule, step + 1, items[i], below + u'/' + QString::number(i), found);
    else if (part == "{}"_L1 && value.isObject())
        for (size_t i = 0; i < items.size(); ++i)
            look(rule, step + 1, items[i], below + u'/' + pointerEscaped(keys[qsizetype(i)]), found);
    else if (value.isObject())
        look(rule, step + 1, value[part], below + u'/' + pointerEscaped(part), found);
}

} // namespace

QList<WrongKind> wrongKinds(const QString &scope, const QString &key, const Json &value)
{
    QList<WrongKind> found;
    const auto listed = rules().constFind(scope + u' ' + key);
    if (listed != rules().constEnd())
        for (const Rule &rule : *listed)
            look(rule, 0, value, {}, found);
    return found;
}
