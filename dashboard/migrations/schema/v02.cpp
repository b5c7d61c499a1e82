// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// The oldest form: time and variables below "services", panels called graphite, the legend a boolean.
Json v02Dashboard(const Json &dashboard, const MigrationContext &)
{
    Draft draft(dashboard);
    const Json filter = draft[u"services"][u"filter"];
    if (!filter.isObject())
        return dashboard;
    draft.setUnlessNull(u"time"_s, filter[u"time"]);
    if (filter[u"list"].isArray())
        draft.set(u"templating"_s, Json::object({{u"list"_s, filter[u"list"]}}));
    return draft.json();
}

Json v02Panel(const Json &panel, const MigrationContext &)
{
    Draft draft(panel);
    if (draft[u"type"].toString() == "graphite"_L1)
        draft.set(u"type"_s, u"graph"_s);
    if (draft[u"type"].toString() != "graph"_L1)
        return panel;
    if (draft[u"legend"].isBool())
        draft.set(u"legend"_s, Json::object({{u"show"_s, draft[u"legend"]}}));
    Draft grid(draft[u"grid"]);
    for (const auto &[old, now] : {std::pair{u"min"_s, u"leftMin"_s}, std::pair{u"max"_s, u"leftMax"_s}}) {
        if (isTruthy(grid[old]))
            grid.set(now, grid[old]);
        grid.remove(old);
    }
    if (draft[u"grid"].isObject())
        draft.set(u"grid"_s, grid.json());
    if (!isTruthy(draft[u"y_format"]) && !isTruthy(draft[u"y2_format"]))
        return draft.json();
    std::vector<Json> formats = draft[u"y_formats"].items();
    formats.resize(2, Json(u"short"_s));
    for (const auto &[key, at] : {std::pair{u"y_format"_s, 0}, std::pair{u"y2_format"_s, 1}})
        if (isTruthy(draft[key]))
            formats[size_t(at)] = draft[key];
    return draft.set(u"y_formats"_s, Json::array(formats)).remove(u"y_format").remove(u"y2_format").json();
}
