// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// As version 9, for the styles of a table.
Json v10Panel(const Json &panel, const MigrationContext &)
{
    if (panel[u"type"].toString() != "table"_L1 || !panel[u"styles"].isArray())
        return panel;
    return Draft(panel)
        .set(u"styles"_s,
             mappedItems(panel[u"styles"],
                         [](const Json &style) {
                             std::vector<Json> steps = style[u"thresholds"].items();
                             if (!style[u"thresholds"].isArray() || steps.size() < 3)
                                 return style;
                             steps.erase(steps.begin());
                             return style.with(u"thresholds", Json::array(steps));
                         }))
        .json();
}
