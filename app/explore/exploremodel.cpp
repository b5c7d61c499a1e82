// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/explore/exploremodel.h>

#include <app/query/targetoptions.h>

using namespace Qt::StringLiterals;

namespace {

Json list(std::vector<Json> items)
{
    return Json::array(std::move(items));
}

Json graphOptions()
{
    return *Json::parse(R"({"legend": {"showLegend": true, "displayMode": "table", "placement": "bottom",
        "calcs": ["mean", "max", "lastNotNull"]}, "tooltip": {"mode": "multi", "sort": "desc"}})");
}

Json graphFields()
{
    return Json::object({{u"defaults"_s, Json::object({{u"custom"_s, graphStyleMembers(GraphStyle::Lines)}})}, {u"overrides"_s, list({})}});
}

// Values as bars beside their numbers, in a colour that says nothing.
Json tableFields()
{
    return *Json::parse(R"({"defaults": {"min": 0, "color": {"mode": "fixed", "fixedColor": "blue"}}, "overrides": [
        {"matcher": {"id": "byName", "options": "Time"},
         "properties": [{"id": "unit", "value": "time:HH:mm:ss"}, {"id": "custom.width", "value": 84}]},
        {"matcher": {"id": "byRegexp", "options": "/^Value( #.*)?$/"},
         "properties": [{"id": "custom.cellOptions", "value": {"type": "gauge", "mode": "basic"}}]}]})");
}

} // namespace

GraphStyle graphStyleOf(const Json &panel)
{
    const Json custom = panel.get(u"fieldConfig.defaults.custom");
    const QString draw = custom[u"drawStyle"].toString();
    if (draw == "bars"_L1)
        return GraphStyle::Bars;
    if (draw == "points"_L1)
        return GraphStyle::Points;
    return custom.get(u"stacking.mode").toString() == "normal"_L1 ? GraphStyle::Stacked : GraphStyle::Lines;
}

Json graphStyleMembers(GraphStyle style)
{
    const bool bars = style == GraphStyle::Bars;
    const bool stacked = style == GraphStyle::Stacked;
    const QString draw = bars ? u"bars"_s : style == GraphStyle::Points ? u"points"_s : u"line"_s;
    return Json::object({{u"drawStyle"_s, draw},
                         {u"lineWidth"_s, Json(bars ? 0.0 : 1.5)},
                         {u"fillOpacity"_s,
                          Json(bars          ? 90
                                   : stacked ? 30
                                             : 6)},
                         {u"stacking"_s, Json::object({{u"mode"_s, stacked ? u"normal"_s : u"none"_s}})}});
}

QByteArray exploreText(const RawTimeRange &range)
{
    const Json target = newTarget(u"A"_s).with(u"instant", Json(true));
    const Json panel = Json::object({{u"id"_s, 1},
                                     {u"type"_s, u"timeseries"_s},
                                     {u"gridPos"_s, *Json::parse(R"({"x": 0, "y": 0, "w": 24, "h": 10})")},
                                     {u"targets"_s, list({target})},
                                     {u"fieldConfig"_s, graphFields()},
                                     {u"options"_s, graphOptions()}});
    return Json::object({{u"title"_s, u"Explore"_s},
                         {u"schemaVersion"_s, 41},
                         {u"time"_s, Json::object({{u"from"_s, range.from}, {u"to"_s, range.to}})},
                         {u"panels"_s, list({panel})}})
        .dump(2);
}

Document exploreView(const Panel &panel)
{
    std::vector<Json> ranges;
    std::vector<Json> instants;
    for (const Json &target : panel.raw[u"targets"].items()) {
        const QueryType type = queryTypeOf(target);
        if (type != QueryType::Instant)
            ranges.push_back(target.with(u"range", Json(true)).with(u"instant", Json(false)));
        if (type != QueryType::Range)
            instants.push_back(target.with(u"range", Json(false)).with(u"instant", Json(true)).with(u"format", Json(u"table"_s)));
    }
    std::vector<Json> panels;
    std::vector<Json> merge;
    if (!ranges.empty() || instants.empty())
        panels.push_back(panel.raw.with(u"targets", list(ranges)));
    if (instants.size() > 1) // several answers as one table
        merge.push_back(Json::object({{u"id"_s, u"merge"_s}, {u"options"_s, Json::object()}}));
    if (!instants.empty())
        panels.push_back(
            panel.raw.with(u"id", 2)
                .with(u"type", Json(u"table"_s))
                .with(u"targets", list(instants))
                .with(u"fieldConfig", tableFields())
                .with(u"transformations", list(merge))
                .with(u"options", *Json::parse(R"({"cellHeight": "sm", "sortBy": [{"displayName": "Value", "desc": true}]})")));
    const QByteArray text = Json::object({{u"title"_s, u"Explore"_s}, {u"schemaVersion"_s, 41}, {u"panels"_s, list(panels)}}).dump();
    const Result<Document> document = Document::fromText(text);
    return document ? *document : Document();
}

Json panelForDashboard(const Panel &panel)
{
    QStringList texts;
    bool ranges = false;
    for (const Json &target : panel.raw[u"targets"].items()) {
        ranges |= queryTypeOf(target) != QueryType::Instant;
        if (!queryTextOf(target).trimmed().isEmpty() && !target[u"hide"].toBool())
            texts.append(queryTextOf(target).simplified());
    }
    constexpr int kMostTitle = 80;
    QString title = texts.value(0);
    if (title.size() > kMostTitle)
        title = title.left(kMostTitle - 1) + u'…';
    std::vector<Json> targets;
    for (const Json &target : panel.raw[u"targets"].items()) {
        if (queryTextOf(target).trimmed().isEmpty())
            continue;
        const bool range = queryTypeOf(target) != QueryType::Instant;
        Json kept = target.without(u"instant").with(u"range", Json(range));
        if (!range)
            kept = target.with(u"format", Json(u"table"_s));
        targets.push_back(kept);
    }
    Json json = panel.raw.without(u"id").without(u"gridPos").with(u"title", Json(title)).with(u"targets", list(targets));
    if (!ranges)
        json = json.with(u"type", Json(u"table"_s)).with(u"options", Json::object()).with(u"fieldConfig", tableFields());
    return json;
}
