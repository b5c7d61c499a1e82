// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// Query variables ask when the dashboard opens, and keep no answers.
Json v29Dashboard(const Json &dashboard, const MigrationContext &)
{
    return withVariables(dashboard, [](const Json &variable) {
        if (variable[u"type"].toString() != "query"_L1)
            return variable;
        Draft draft(variable);
        const Json refresh = draft[u"refresh"];
        if (!refresh.isNumber() || (refresh.toDouble() != 1 && refresh.toDouble() != 2))
            draft.set(u"refresh"_s, 1);
        if (draft[u"options"].size() > 0)
            draft.set(u"options"_s, Json::array());
        return draft.json();
    });
}
