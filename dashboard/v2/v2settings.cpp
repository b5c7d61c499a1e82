// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/v2settings.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QMap>
#include <QtCore/QSet>
#include <dashboard/classiccodec.h>
#include <dashboard/migrations/draft.h>
#include <dashboard/v2/v2panel.h>

using namespace Qt::StringLiterals;

namespace {

constexpr V2Member kMembers[] = {
    // of the spec
    {u"title", u"title"},
    {u"description", u"description"},
    {u"tags", u"tags"},
    {u"editable", u"editable"},
    {u"links", u"links"},
    {u"liveNow", u"liveNow"},
    {u"preload", u"preload"},
    {u"revision", u"revision"},
    {u"uid", u"uid"},
    {u"version", u"version"},
    {u"time.from", u"timeSettings.from"},
    {u"time.to", u"timeSettings.to"},
    {u"timezone", u"timeSettings.timezone"},
    {u"weekStart", u"timeSettings.weekStart"},
    {u"fiscalYearStartMonth", u"timeSettings.fiscalYearStartMonth"},
    {u"refresh", u"timeSettings.autoRefresh"},
    {u"timepicker.refresh_intervals", u"timeSettings.autoRefreshIntervals"},
    {u"timepicker.quick_ranges", u"timeSettings.quickRanges"},
    {u"timepicker.hidden", u"timeSettings.hideTimepicker"},
    {u"timepicker.nowDelay", u"timeSettings.nowDelay"},
};

const QStringList kCursors{u"Off"_s, u"Crosshair"_s, u"Tooltip"_s};
const QStringList kSorts{u"disabled"_s,
                         u"alphabeticalAsc"_s,
                         u"alphabeticalDesc"_s,
                         u"numericalAsc"_s,
                         u"numericalDesc"_s,
                         u"alphabeticalCaseInsensitiveAsc"_s,
                         u"alphabeticalCaseInsensitiveDesc"_s,
                         u"naturalAsc"_s,
                         u"naturalDesc"_s};
const QStringList kHides{u"dontHide"_s, u"hideLabel"_s, u"hideVariable"_s, u"inControlsMenu"_s};
const QStringList kRefreshes{u"never"_s, u"onDashboardLoad"_s, u"onTimeRangeChanged"_s};

const QMap<QString, QString> &kinds() // classic by v2
{
    static const QMap<QString, QString> types{
        {u"QueryVariable"_s, u"query"_s},       {u"CustomVariable"_s, u"custom"_s},         {u"TextVariable"_s, u"textbox"_s},
        {u"ConstantVariable"_s, u"constant"_s}, {u"DatasourceVariable"_s, u"datasource"_s}, {u"IntervalVariable"_s, u"interval"_s},
        {u"AdhocVariable"_s, u"adhoc"_s},       {u"SwitchVariable"_s, u"switch"_s},         {u"GroupByVariable"_s, u"groupby"_s},
    };
    return types;
}

Json numberOfName(const QStringList &names, const Json &name)
{
    return Json(int(std::max<qsizetype>(0, names.indexOf(name.toString()))));
}

Json nameOfNumber(const QStringList &names, const Json &number)
{
    const qsizetype index = number.isBool() ? qsizetype(number.toBool()) : qsizetype(number.toInt());
    return Json(names.contains(number.toString()) ? number.toString() : names.value(index, names.first()));
}

bool isFilterKind(const Json &type)
{
    return type == Json(u"adhoc"_s) || type == Json(u"groupby"_s);
}

Json classicVariable(const Json &variable)
{
    const Json spec = variable[u"spec"];
    Draft out(spec.isObject() ? spec : Json::object());
    const Json type(classicVariableType(variable[u"kind"].toString()));
    out.set(u"type"_s, type).set(u"hide"_s, numberOfName(kHides, spec[u"hide"]));
    if (spec.contains(u"sort"))
        out.set(u"sort"_s, numberOfName(kSorts, spec[u"sort"]));
    if (spec[u"refresh"].isString())
        out.set(u"refresh"_s, numberOfName(kRefreshes, spec[u"refresh"]));
    if (const Json query = spec[u"query"]; query.isObject()) {
        const Json plain = query[u"spec"][u"__legacyStringValue"];
        out.set(u"query"_s, plain.isString() ? plain : query[u"spec"]);
        out.set(u"datasource"_s, classicSourceOf(query, spec[u"datasource"]));
    }
    if (isFilterKind(type) && variable[u"group"].isString())
        out.set(u"datasource"_s, classicSourceOf(variable, {}));
    if (spec.contains(u"pluginId"))
        out.rename(u"pluginId", u"query"_s);
    if (spec[u"current"].isString())
        out.set(u"current"_s, Json::object({{u"text"_s, spec[u"current"]}, {u"value"_s, spec[u"current"]}}));
    return out.json();
}

Json v2Variable(const Json &like, Json before, const Json &after)
{
    if (before[u"type"] != after[u"type"])
        before = {}; // another kind shares nothing but its name
    const QString kind = kinds().key(after[u"type"].toString(), u"CustomVariable"_s);
    Json item = before.isObject() ? like : Json::object({{u"kind"_s, kind}, {u"spec"_s, Json::object()}});
    Json spec = withChanges(item[u"spec"], before, after,
                            {u"type"_s, u"hide"_s, u"sort"_s, u"refresh"_s, u"query"_s, u"datasource"_s, u"current"_s});
    const auto differs = [&](const char16_t *key) { return before[key] != after[key]; };
    for (const auto &[key, names] : {std::pair(u"hide", &kHides), std::pair(u"sort", &kSorts), std::pair(u"refresh", &kRefreshes)})
        if (differs(key))
            spec = spec.with(key, nameOfNumber(*names, after[key]));
    const Json type = after[u"type"];
    if (differs(u"current"))
        spec = spec.with(u"current", type == Json(u"switch"_s) ? after[u"current"][u"value"] : after[u"current"]);
    if (type == Json(u"query"_s) && (differs(u"query") || differs(u"datasource"))) {
        Json query = spec[u"query"].isObject()
            ? spec[u"query"]
            : Json::object(
                {{u"kind"_s, u"DataQuery"_s}, {u"group"_s, u"prometheus"_s}, {u"version"_s, u"v0"_s}, {u"spec"_s, Json::object()}});
        if (differs(u"query"))
            query = query.with(u"spec",
                               after[u"query"].isObject() ? after[u"query"]
                                                          : Json::object({{u"query"_s, after[u"query"].toString()},
                                                                          {u"refId"_s, u"PrometheusVariableQueryEditor-VariableQuery"_s}}));
        if (differs(u"datasource") && spec[u"datasource"].isObject())
            spec = spec.with(u"datasource", after[u"datasource"]);
        else if (differs(u"datasource"))
            query = v2QueryWithSource(query, after[u"datasource"]);
        spec = spec.with(u"query", query);
    } else if (differs(u"query") && !after[u"query"].isNull()) {
        spec = spec.with(type == Json(u"datasource"_s) ? u"pluginId" : u"query", after[u"query"]);
    }
    if (isFilterKind(type) && differs(u"datasource")) {
        if (spec[u"datasource"].isObject())
            spec = spec.with(u"datasource", after[u"datasource"]);
        else
            item = v2QueryWithSource(item[u"group"].isString() ? item : item.with(u"group", u"prometheus"_s), after[u"datasource"]);
    }
    return item.with(u"spec", spec);
}

Json classicAnnotation(const Json &annotation)
{
    const Json spec = annotation[u"spec"];
    const Json query = spec[u"query"];
    Draft out(spec.isObject() ? spec : Json::object());
    out.remove(u"query").remove(u"legacyOptions");
    for (const Json &more : {query[u"spec"], spec[u"legacyOptions"]})
        for (const QString &key : more.isObject() ? more.keys() : QStringList())
            if (!out.contains(key))
                out.set(key, more[key]);
    if (spec[u"builtIn"].toBool())
        out.set(u"builtIn"_s, 1).set(u"type"_s, u"dashboard"_s);
    if (query.isObject() || spec[u"datasource"].isObject())
        out.set(u"datasource"_s, classicSourceOf(query, spec[u"datasource"]));
    if (query[u"spec"].isObject() && !query[u"spec"].keys().isEmpty())
        out.set(u"target"_s, query[u"spec"]);
    return out.json();
}

Json v2Annotation(const Json &like, const Json &before, const Json &after)
{
    static const QStringList own{u"name"_s, u"enable"_s, u"hide"_s, u"iconColor"_s, u"filter"_s, u"mappings"_s, u"placement"_s};
    Json item = like.isObject() ? like
                                : Json::object({{u"kind"_s, u"AnnotationQuery"_s},
                                                {u"spec"_s,
                                                 Json::object({{u"query"_s,
                                                                Json::object({{u"kind"_s, u"DataQuery"_s},
                                                                              {u"group"_s, u"prometheus"_s},
                                                                              {u"version"_s, u"v0"_s},
                                                                              {u"spec"_s, Json::object()}})}})}});
    Json spec = item[u"spec"];
    QStringList keys = before.keys() + after.keys();
    keys.removeDuplicates();
    for (const QString &key : std::as_const(keys)) {
        if (before[key] == after[key] || key == "target"_L1 || key == "builtIn"_L1 || key == "type"_L1)
            continue;
        if (key == "datasource"_L1) {
            spec = spec[u"datasource"].isObject() ? spec.with(u"datasource", after[key])
                                                  : spec.with(u"query", v2QueryWithSource(spec[u"query"], after[key]));
            continue;
        }
        const QString place = own.contains(key)    ? key
            : spec[u"legacyOptions"].contains(key) ? u"legacyOptions."_s + key
                                                   : u"query.spec."_s + key;
        spec = after.contains(key) ? spec.with(place, after[key]) : spec.without(place);
    }
    return item.with(u"spec", spec);
}

} // namespace

QList<Variable> v2Variables(const Json &variables, const QString &pointer, QList<ModelProblem> &problems)
{
    QList<Variable> read;
    QSet<QString> seen;
    const std::vector<Json> items = variables.items();
    for (size_t i = 0; i < items.size(); ++i) {
        const QString at = u"%1/%2"_s.arg(pointer).arg(i);
        QList<ModelProblem> own;
        const Variable variable = readVariable(classicVariable(items[i]), at, own);
        for (const ModelProblem &problem : std::as_const(own)) // the members stand in "spec"
            problems.append({at + "/spec"_L1 + problem.pointer.mid(at.size()), problem.why});
        if (variable.name.isEmpty() || seen.contains(variable.name)) {
            problems.append({at,
                             variable.name.isEmpty() ? QCoreApplication::translate("Errors", "a variable without a name")
                                                     : QCoreApplication::translate("Errors", "another variable has this name")});
            continue;
        }
        seen.insert(variable.name);
        read.append(variable);
    }
    return read;
}

QString classicVariableType(const QString &kind)
{
    return kinds().value(kind, kind);
}

QList<std::pair<QString, QStringList>> v2VariableNames()
{
    return {{u"hide"_s, kHides}, {u"sort"_s, kSorts}, {u"refresh"_s, kRefreshes}};
}

Json classicSettingsOf(const Json &spec)
{
    const auto list = [](const Json &items, auto convert) {
        return Json::object({{u"list"_s, mappedItems(items.isArray() ? items : Json::array(), convert)}});
    };
    Json out = withClassicMembers(Json::object({{u"schemaVersion"_s, 42}}), kMembers, spec);
    if (spec[u"cursorSync"].isString())
        out = out.with(u"graphTooltip", numberOfName(kCursors, spec[u"cursorSync"]));
    out = out.with(u"annotations", list(spec[u"annotations"], classicAnnotation));
    return out.with(u"templating", list(spec[u"variables"], classicVariable));
}

Json v2SettingsOf(Json spec, const Json &before, const Json &after)
{
    spec = withV2Members(spec, kMembers, before, after);
    if (before[u"graphTooltip"] != after[u"graphTooltip"])
        spec = spec.with(u"cursorSync", nameOfNumber(kCursors, after[u"graphTooltip"]));
    const auto list = [&](const char16_t *classic, const char16_t *v2, auto convert) {
        if (before[classic][u"list"] != after[classic][u"list"])
            spec = spec.with(v2, v2ListOf(spec[v2], before[classic][u"list"], after[classic][u"list"], convert));
    };
    list(u"templating", u"variables", v2Variable);
    list(u"annotations", u"annotations", v2Annotation);
    return spec;
}
