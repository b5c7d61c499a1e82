// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

Json v39Panel(const Json &panel, const MigrationContext &)
{
    bool old = false;
    for (const Json &step : panel[u"transformations"].items())
        old |= step[u"options"][u"refIdToStat"].isObject();
    if (!old)
        return panel;
    return Draft(panel)
        .set(u"transformations"_s,
             mappedItems(panel[u"transformations"],
                         [](const Json &step) {
                             const Json stats = step[u"options"][u"refIdToStat"];
                             if (step[u"id"].toString() != "timeSeriesTable"_L1 || !stats.isObject())
                                 return step;
                             Draft options;
                             for (const QString &query : stats.keys())
                                 options.set(query, Json::object({{u"stat"_s, stats[query]}}));
                             return step.with(u"options", options.json());
                         }))
        .json();
}
