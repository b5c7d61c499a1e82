// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/v2panel.h>

#include <dashboard/librarypanels.h>
#include <dashboard/migrations/draft.h>
#include <dashboard/v2/exportlabels.h>

using namespace Qt::StringLiterals;

namespace {

constexpr V2Member kMembers[] = {
    // of the element
    {u"id", u"spec.id"},
    {u"title", u"spec.title"},
    {u"description", u"spec.description"},
    {u"transparent", u"spec.transparent"},
    {u"links", u"spec.links"},
    {u"options", u"spec.vizConfig.spec.options"},
    {u"fieldConfig", u"spec.vizConfig.spec.fieldConfig"},
    {u"interval", u"spec.data.spec.queryOptions.interval"},
    {u"maxDataPoints", u"spec.data.spec.queryOptions.maxDataPoints"},
    {u"timeFrom", u"spec.data.spec.queryOptions.timeFrom"},
    {u"timeShift", u"spec.data.spec.queryOptions.timeShift"},
    {u"hideTimeOverride", u"spec.data.spec.queryOptions.hideTimeOverride"},
    {u"timeCompare", u"spec.data.spec.queryOptions.timeCompare"},
    {u"cacheTimeout", u"spec.data.spec.queryOptions.cacheTimeout"},
    {u"queryCachingTTL", u"spec.data.spec.queryOptions.queryCachingTTL"},
};

constexpr auto kMixed = "-- Mixed --"_L1;

Json classicTarget(const Json &item)
{
    const Json query = item[u"spec"][u"query"];
    Draft target(query[u"spec"].isObject() ? query[u"spec"] : Json::object());
    target.setUnlessNull(u"refId"_s, item[u"spec"][u"refId"]).setUnlessNull(u"hide"_s, item[u"spec"][u"hidden"]);
    return target.set(u"datasource"_s, classicSourceOf(query, item[u"spec"][u"datasource"])).json();
}

Json classicTransformation(const Json &item)
{
    Draft step(item[u"spec"].isObject() ? item[u"spec"] : Json::object());
    return step.set(u"id"_s, item[u"group"].isString() ? item[u"group"] : item[u"kind"]).json();
}

Json typeOf(const Json &viz)
{
    return viz[u"group"].isString() ? viz[u"group"] : viz[u"kind"];
}

Json newElement(const V2Dialect &dialect)
{
    const Json group
        = Json::object({{u"queries"_s, Json::array()}, {u"transformations"_s, Json::array()}, {u"queryOptions"_s, Json::object()}});
    const Json look = Json::object({{u"options"_s, Json::object()},
                                    {u"fieldConfig"_s, Json::object({{u"defaults"_s, Json::object()}, {u"overrides"_s, Json::array()}})}});
    const Json viz = dialect.hasGroups
        ? Json::object({{u"kind"_s, u"VizConfig"_s}, {u"group"_s, QString()}, {u"version"_s, QString()}, {u"spec"_s, look}})
        : Json::object({{u"kind"_s, QString()}, {u"spec"_s, look.with(u"pluginVersion", QString())}});
    return Json::object({{u"kind"_s, u"Panel"_s},
                         {u"spec"_s,
                          Json::object({{u"id"_s, 0},
                                        {u"title"_s, QString()},
                                        {u"description"_s, QString()},
                                        {u"links"_s, Json::array()},
                                        {u"data"_s, Json::object({{u"kind"_s, u"QueryGroup"_s}, {u"spec"_s, group}})},
                                        {u"vizConfig"_s, viz}})}});
}

Json newQuery(const V2Dialect &dialect)
{
    const Json query = dialect.hasGroups
        ? Json::object({{u"kind"_s, u"DataQuery"_s}, {u"group"_s, u"prometheus"_s}, {u"version"_s, u"v0"_s}, {u"spec"_s, Json::object()}})
        : Json::object({{u"kind"_s, u"prometheus"_s}, {u"spec"_s, Json::object()}});
    return Json::object(
        {{u"kind"_s, u"PanelQuery"_s}, {u"spec"_s, Json::object({{u"query"_s, query}, {u"refId"_s, u"A"_s}, {u"hidden"_s, false}})}});
}

Json v2Query(const Json &like, const Json &before, const Json &after, const V2Dialect &dialect)
{
    Json item = like.isObject() ? like : newQuery(dialect);
    if (before[u"refId"] != after[u"refId"])
        item = item.with(u"spec.refId", after[u"refId"]);
    if (before[u"hide"] != after[u"hide"])
        item = item.with(u"spec.hidden", Json(after[u"hide"].toBool()));
    if (before[u"datasource"] != after[u"datasource"]) {
        if (dialect.hasGroups) {
            item = item.with(u"spec.query", v2QueryWithSource(item[u"spec"][u"query"], after[u"datasource"]));
        } else {
            if (const Json type = after[u"datasource"][u"type"]; type.isString())
                item = item.with(u"spec.query.kind", type);
            item = after[u"datasource"].isNull() ? item.without(u"spec.datasource") : item.with(u"spec.datasource", after[u"datasource"]);
        }
    }
    return item.with(u"spec.query.spec",
                     withChanges(item[u"spec"][u"query"][u"spec"], before, after, {u"refId"_s, u"hide"_s, u"datasource"_s}));
}

Json v2Transformation(const Json &like, const Json &before, const Json &after, const V2Dialect &dialect)
{
    Json item = like;
    if (!item.isObject())
        item = dialect.hasGroups ? Json::object({{u"kind"_s, u"Transformation"_s}, {u"group"_s, QString()}, {u"spec"_s, Json::object()}})
                                 : Json::object({{u"kind"_s, QString()}, {u"spec"_s, Json::object({{u"id"_s, QString()}})}});
    if (before[u"id"] != after[u"id"]) {
        item = item.with(item[u"group"].isString() ? u"group" : u"kind", after[u"id"]);
        if (item[u"spec"].contains(u"id"))
            item = item.with(u"spec.id", after[u"id"]);
    }
    return item.with(u"spec", withChanges(item[u"spec"], before, after, {u"id"_s}));
}

// Each target with the source that answers it: in this form panels have none.
Json ownSources(const Json &panel)
{
    const Json shared = panel[u"datasource"];
    const bool isShared = !shared.isNull() && shared[u"uid"].toString(shared.toString()) != kMixed;
    return mappedItems(panel[u"targets"].isArray() ? panel[u"targets"] : Json::array(), [&](const Json &target) {
        if (!target.isObject() || !target[u"datasource"].isNull())
            return target;
        const Json source = shared.isString() ? Json::object({{u"type"_s, u"prometheus"_s}, {u"uid"_s, shared}}) : shared;
        return isShared ? target.with(u"datasource", source) : target.without(u"datasource");
    });
}

} // namespace

Json withClassicMembers(Json classic, std::span<const V2Member> members, const Json &v2)
{
    for (const V2Member &member : members)
        if (const Json value = v2.get(member.v2); !value.isNull())
            classic = classic.with(member.classic, value);
    return classic;
}

Json withV2Members(Json v2, std::span<const V2Member> members, const Json &before, const Json &after)
{
    for (const V2Member &member : members)
        if (const Json value = after.get(member.classic); value != before.get(member.classic))
            v2 = value.isNull() ? v2.without(member.v2) : v2.with(member.v2, value);
    return v2;
}

V2Dialect dialectOf(const Json &elements)
{
    for (const Json &element : elements.items())
        if (const Json viz = element[u"spec"][u"vizConfig"]; viz.isObject())
            return {viz[u"group"].isString()};
    return {};
}

Json classicSourceOf(const Json &query, const Json &old)
{
    if (old.isObject())
        return old;
    const QString label = exportLabelOf(query);
    const QString uid = label.isEmpty() ? query[u"datasource"][u"name"].toString() : placeholderOfLabel(label);
    return Json::object({{u"type"_s, typeOf(query)}, {u"uid"_s, uid}});
}

Json v2QueryWithSource(Json query, const Json &source)
{
    if (const Json type = source[u"type"]; type.isString() && !type.toString().isEmpty())
        query = query.with(u"group", type);
    return withSourceOrLabel(query, source[u"uid"].toString());
}

Json withChanges(const Json &like, const Json &before, const Json &after, const QStringList &except)
{
    Draft made(like.isObject() ? like : Json::object());
    for (const QString &key : before.keys())
        if (!after.contains(key) && !except.contains(key))
            made.remove(key);
    for (const QString &key : after.keys())
        if (!except.contains(key) && (!before.contains(key) || before[key] != after[key]))
            made.set(key, after[key]);
    return made.json();
}

Json classicPanelOf(const Json &element)
{
    const Json spec = element[u"spec"];
    const Json data = spec[u"data"][u"spec"];
    if (spec[u"libraryPanel"].isObject() || element[u"kind"] == Json(u"LibraryPanel"_s))
        return Json::object({{u"id"_s, spec[u"id"]}, {u"title"_s, spec[u"title"]}, {u"libraryPanel"_s, spec[u"libraryPanel"]}});
    const auto list = [](const Json &items, auto convert) { return mappedItems(items.isArray() ? items : Json::array(), convert); };
    const Json targets = list(data[u"queries"], classicTarget);
    Draft panel(withClassicMembers(data[u"queryOptions"].isObject() ? data[u"queryOptions"] : Json::object(), kMembers, element));
    panel.set(u"type"_s, typeOf(spec[u"vizConfig"])).set(u"targets"_s, targets);
    panel.set(u"transformations"_s, list(data[u"transformations"], classicTransformation));
    const Json version = spec[u"vizConfig"][u"version"];
    panel.setUnlessNull(u"pluginVersion"_s, version.isNull() ? spec.get(u"vizConfig.spec.pluginVersion") : version);
    const std::vector<Json> items = targets.items();
    const bool isOne
        = std::all_of(items.begin(), items.end(), [&](const Json &each) { return each[u"datasource"] == items[0][u"datasource"]; });
    if (!items.empty())
        panel.set(u"datasource"_s,
                  isOne ? items[0][u"datasource"] : Json::object({{u"type"_s, u"datasource"_s}, {u"uid"_s, QString(kMixed)}}));
    return panel.json();
}

Json v2ElementOf(const Json &like, const Json &before, const Json &after, const V2Dialect &dialect)
{
    if (before.isNull() && isLibraryStub(after))
        return Json::object(
            {{u"kind"_s, u"LibraryPanel"_s},
             {u"spec"_s,
              Json::object(
                  {{u"id"_s, after[u"id"]}, {u"title"_s, after[u"title"].toString()}, {u"libraryPanel"_s, after[u"libraryPanel"]}})}});
    Json element = withV2Members(like.isObject() ? like : newElement(dialect), kMembers, before, after);
    const bool hasGroup = element[u"spec"][u"vizConfig"][u"group"].isString();
    if (before[u"type"] != after[u"type"])
        element = element.with(hasGroup ? u"spec.vizConfig.group" : u"spec.vizConfig.kind", after[u"type"]);
    if (before[u"pluginVersion"] != after[u"pluginVersion"])
        element = element.with(hasGroup ? u"spec.vizConfig.version" : u"spec.vizConfig.spec.pluginVersion",
                               Json(after[u"pluginVersion"].toString()));
    const Json data = element[u"spec"][u"data"][u"spec"];
    const Json was = ownSources(before), is = ownSources(after);
    if (was != is)
        element = element.with(
            u"spec.data.spec.queries",
            v2ListOf(data[u"queries"], was, is, [&](const Json &a, const Json &b, const Json &c) { return v2Query(a, b, c, dialect); }));
    if (before[u"transformations"] != after[u"transformations"])
        element = element.with(u"spec.data.spec.transformations",
                               v2ListOf(data[u"transformations"], before[u"transformations"], after[u"transformations"],
                                        [&](const Json &a, const Json &b, const Json &c) { return v2Transformation(a, b, c, dialect); }));
    return element;
}
