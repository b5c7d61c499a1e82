// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/plugins/plugins.h>

#include <QtCore/QRegularExpression>
#include <dashboard/migrations/schema/steps.h>
#include <pipeline/reduce.h>

using namespace Qt::StringLiterals;

double pluginVersionOf(const Json &panel, double missing)
{
    static const QRegularExpression number(u"^\\s*v?(\\d+(?:\\.\\d+)?)"_s);
    const Json version = panel[u"pluginVersion"];
    const QRegularExpressionMatch match = number.match(version.isNumber() ? QString::fromUtf8(version.dump()) : version.toString());
    return match.hasMatch() ? match.captured(1).toDouble() : missing;
}

QString reducerFor(const QString &name, const QString &fallback)
{
    for (const ReducerInfo &each : reducers())
        if (each.id == name || each.aliases.contains(name))
            return each.id;
    return fallback;
}

QStringList calcsOf(const Json &legend)
{
    QStringList calcs;
    for (const QString &key : legend.keys())
        if (isTruthy(legend[key]))
            if (const QString id = reducerFor(key); !id.isEmpty() && !calcs.contains(id))
                calcs.append(id);
    return calcs;
}

Json legendOf(const Json &legend)
{
    Draft out;
    const bool isTable = isTruthy(legend[u"alignAsTable"]);
    const bool atRight = isTruthy(legend[u"rightSide"]);
    out.set(u"displayMode"_s, isTable ? u"table"_s : u"list"_s);
    out.set(u"showLegend"_s, legend[u"show"] != Json(false));
    out.set(u"placement"_s, atRight ? u"right"_s : u"bottom"_s);
    out.set(u"calcs"_s, Json::strings(legend[u"values"] == Json(false) ? QStringList() : calcsOf(legend)));
    if (const Json width = numberJson(legend[u"sideWidth"]); atRight && width.toDouble() > 0)
        out.set(u"width"_s, width);
    const QString sort = reducerFor(legend[u"sort"].toString());
    for (const ReducerInfo &each : reducers())
        if (isTable && !sort.isEmpty() && each.id == sort) // lists are in the order of the series
            out.set(u"sortBy"_s, each.name).set(u"sortDesc"_s, legend[u"sortDesc"] != Json(false));
    return out.json();
}

namespace {

Json activeColor(const Json &text, const Json &thresholds)
{
    bool ok = false;
    static const QRegularExpression number(u"^\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?"_s);
    const double value = number.match(text.isNumber() ? QString::fromUtf8(text.dump()) : text.toString()).captured(0).toDouble(&ok);
    Json color;
    bool isFirst = true;
    for (const Json &step : thresholds[u"steps"].items()) {
        const std::optional<double> at = numberOf(step[u"value"]);
        if (ok && (isFirst || (at && value >= *at)))
            color = step[u"color"];
        isFirst = false;
    }
    return color;
}

Json resultOf(const Json &old, const Json &thresholds)
{
    Draft result;
    result.setUnlessNull(u"text"_s, old[u"text"]);
    const Json color = activeColor(old[u"text"], thresholds);
    return isTruthy(color) ? result.set(u"color"_s, color).json() : result.json();
}

Json special(const Json &result)
{
    return Json::object({{u"type"_s, u"special"_s}, {u"options"_s, Json::object({{u"match"_s, u"null"_s}, {u"result"_s, result}})}});
}

// As JavaScript makes a number of a text: nothing is 0; what is none is null here.
Json limitOf(const Json &value)
{
    if (value.isNull() || value.toString(u"x"_s).trimmed().isEmpty())
        return 0;
    return numberJson(value);
}

QString keyOf(const Json &value)
{
    return value.isString() ? value.toString() : QString::fromUtf8(value.dump());
}

Json range(const Json &old, const Json &thresholds)
{
    if (old[u"from"].toString() == "null"_L1 || old[u"to"].toString() == "null"_L1)
        return special(resultOf(old, thresholds));
    return Json::object(
        {{u"type"_s, u"range"_s},
         {u"options"_s,
          Json::object({{u"from"_s, limitOf(old[u"from"])}, {u"to"_s, limitOf(old[u"to"])}, {u"result"_s, resultOf(old, thresholds)}})}});
}

Json valueMap(const Json &options)
{
    return Json::object({{u"type"_s, u"value"_s}, {u"options"_s, options}});
}

} // namespace

Json angularMappings(const Json &owner, const Json &thresholds)
{
    int kind = int(numberOf(owner[u"mappingType"]).value_or(0));
    if (kind == 0)
        kind = owner[u"valueMaps"].size() > 0 ? 1 : owner[u"rangeMaps"].size() > 0 ? 2 : 0;
    std::vector<Json> mappings;
    for (const Json &old : kind == 1 ? owner[u"valueMaps"].items() : std::vector<Json>()) {
        if (old[u"value"].isNull())
            continue;
        const Json result = resultOf(old, thresholds);
        mappings.push_back(old[u"value"].toString() == "null"_L1 ? special(result)
                                                                 : valueMap(Json::object({{keyOf(old[u"value"]), result}})));
    }
    for (const Json &old : kind == 2 ? owner[u"rangeMaps"].items() : std::vector<Json>())
        if (old.isObject())
            mappings.push_back(range(old, thresholds));
    return Json::array(mappings);
}

Json typedMappings(const Json &mappings, const Json &thresholds)
{
    if (!mappings.isArray())
        return mappings;
    Draft values;
    std::vector<Json> typed;
    bool isOld = false;
    for (const Json &each : mappings.items()) {
        const double type = numberOf(each[u"type"]).value_or(0);
        isOld |= type == 1 || type == 2;
        if (type == 1 && each[u"value"].toString() == "null"_L1)
            typed.push_back(special(resultOf(each, thresholds)));
        else if (type == 1 && !each[u"value"].isNull())
            values.set(keyOf(each[u"value"]), resultOf(each, thresholds));
        else if (type == 2)
            typed.push_back(range(each, thresholds));
        else if (type != 1)
            typed.push_back(each);
    }
    if (!values.isEmpty())
        typed.insert(typed.begin(), valueMap(values.json()));
    return isOld ? Json::array(typed) : mappings;
}

Json fixedColor(const Json &color)
{
    return Json::object({{u"mode"_s, u"fixed"_s}, {u"fixedColor"_s, color}});
}

Json overrideRule(const QString &name, const std::vector<std::pair<QString, Json>> &properties)
{
    static const QRegularExpression pattern(u"^([/~@;%#'])(.*)\\1[gimsuy]*$"_s, QRegularExpression::DotMatchesEverythingOption);
    std::vector<Json> list;
    for (const auto &[id, value] : properties)
        list.push_back(Json::object({{u"id"_s, id}, {u"value"_s, value}}));
    const QString matcher = pattern.match(name).hasMatch() ? u"byRegexp"_s : u"byName"_s;
    return Json::object({{u"matcher"_s, Json::object({{u"id"_s, matcher}, {u"options"_s, name}})}, {u"properties"_s, Json::array(list)}});
}

Json colorOverrides(const Json &aliasColors, const Json &overrides)
{
    std::vector<Json> rules = overrides.items();
    for (const QString &name : aliasColors.keys())
        if (aliasColors[name].isString())
            rules.push_back(Json::object(
                {{u"matcher"_s, Json::object({{u"id"_s, u"byName"_s}, {u"options"_s, name}})},
                 {u"properties"_s, Json::array({Json::object({{u"id"_s, u"color"_s}, {u"value"_s, fixedColor(aliasColors[name])}})})}}));
    return Json::array(rules);
}

Json thresholdSteps(const std::vector<std::pair<Json, Json>> &steps)
{
    std::vector<Json> list;
    for (const auto &[value, color] : steps)
        list.push_back(Json::object({{u"color"_s, color}, {u"value"_s, list.empty() ? Json() : value}}));
    return Json::object({{u"mode"_s, u"absolute"_s}, {u"steps"_s, Json::array(list)}});
}
