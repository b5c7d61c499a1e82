// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

namespace {
Json threshold(const Json &grid, const Json &value, int number, const QString &op)
{
    const Json color = grid[u"threshold%1Color"_s.arg(number)];
    const bool line = isTruthy(grid[u"thresholdLine"]);
    return Json::object({{u"value"_s, value},
                         {u"op"_s, op},
                         {u"colorMode"_s, u"custom"_s},
                         {line ? u"line"_s : u"fill"_s, true},
                         {line ? u"lineColor"_s : u"fillColor"_s, color}});
}
} // namespace

// Two thresholds of the grid -> a list. A second one alone was never drawn.
Json v13Panel(const Json &panel, const MigrationContext &)
{
    const Json grid = panel[u"grid"];
    if (panel[u"type"].toString() != "graph"_L1 || !grid.isObject())
        return panel;
    const Json first = numberJson(grid[u"threshold1"]), second = numberJson(grid[u"threshold2"]);
    Draft draft(panel);
    std::vector<Json> list = draft[u"thresholds"].items();
    if (!first.isNull()) {
        const QString op = !second.isNull() && first.toDouble() > second.toDouble() ? u"lt"_s : u"gt"_s;
        list.push_back(threshold(grid, first, 1, op));
        if (!second.isNull())
            list.push_back(threshold(grid, second, 2, op));
    }
    draft.set(u"thresholds"_s, Json::array(list));
    Draft rest(grid);
    for (const QLatin1String key : {"threshold1"_L1, "threshold1Color"_L1, "threshold2"_L1, "threshold2Color"_L1, "thresholdLine"_L1})
        rest.remove(QString(key));
    return draft.set(u"grid"_s, rest.json()).json();
}
