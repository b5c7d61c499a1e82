// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

Json v31Panel(const Json &panel, const MigrationContext &)
{
    const std::vector<Json> before = panel[u"transformations"].items();
    std::vector<Json> steps;
    for (size_t i = 0; i < before.size(); ++i) {
        steps.push_back(before[i]);
        const bool isMerged = i + 1 < before.size() && before[i + 1][u"id"].toString() == "merge"_L1;
        if (before[i][u"id"].toString() == "labelsToFields"_L1 && !isMerged)
            steps.push_back(Json::object({{u"id"_s, u"merge"_s}, {u"options"_s, Json::object()}}));
    }
    return steps.size() == before.size() ? panel : Draft(panel).set(u"transformations"_s, Json::array(steps)).json();
}
