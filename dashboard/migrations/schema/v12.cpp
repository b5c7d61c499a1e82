// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

namespace {

Json variable(const Json &json)
{
    if (!json.isObject())
        return json;
    Draft draft(json);
    if (!draft[u"refresh"].isNumber() || draft[u"refresh"].toDouble() != 2)
        draft.set(u"refresh"_s, isTruthy(draft[u"refresh"]) ? 1 : 0);
    if (isTruthy(draft[u"hideVariable"]))
        draft.set(u"hide"_s, 2);
    else if (isTruthy(draft[u"hideLabel"]))
        draft.set(u"hide"_s, 1);
    return draft.json();
}

Json axis(const Json &panel, const QString &side, int index)
{
    const Json grid = panel[u"grid"];
    const Json shown = panel[u"y-axis"];
    const Json base = grid[side + "LogBase"_L1];
    const Json format = panel[u"y_formats"].at(index);
    return Json::object({{u"label"_s, panel[side + "YAxisLabel"_L1]},
                         {u"show"_s, shown.isNull() ? Json(true) : shown},
                         {u"logBase"_s, base.isNull() ? Json(1) : base},
                         {u"min"_s, grid[side + "Min"_L1]},
                         {u"max"_s, grid[side + "Max"_L1]},
                         {u"format"_s, format.isNull() ? Json(u"short"_s) : format}});
}

} // namespace

Json v12Dashboard(const Json &dashboard, const MigrationContext &)
{
    const Json list = dashboard[u"templating"][u"list"];
    return list.isArray() ? dashboard.with(u"templating.list", mappedItems(list, variable)) : dashboard;
}

// A graph's axes, which lay about in seven keys.
Json v12Panel(const Json &panel, const MigrationContext &)
{
    if (panel[u"type"].toString() != "graph"_L1 || !panel[u"grid"].isObject() || panel[u"yaxes"].isArray())
        return panel;
    Draft draft(panel);
    const Json shown = panel[u"x-axis"];
    draft.set(u"yaxes"_s, Json::array({axis(panel, u"left"_s, 0), axis(panel, u"right"_s, 1)}));
    draft.set(u"xaxis"_s, Json::object({{u"show"_s, shown.isNull() ? Json(true) : shown}}));
    Draft grid(panel[u"grid"]);
    for (const QString &side : {u"left"_s, u"right"_s}) {
        for (const QLatin1String key : {"Min"_L1, "Max"_L1, "LogBase"_L1})
            grid.remove(QString(side + key));
        draft.remove(QString(side + "YAxisLabel"_L1));
    }
    return draft.set(u"grid"_s, grid.json()).remove(u"y_formats").remove(u"y-axis").remove(u"x-axis").json();
}
