// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// Constants that a person could see were text boxes.
Json v27Dashboard(const Json &dashboard, const MigrationContext &)
{
    return withVariables(dashboard, [](const Json &variable) {
        if (variable[u"type"].toString() != "constant"_L1)
            return variable;
        Draft draft(variable);
        const Json query = draft[u"query"].isNull() ? Json(u""_s) : draft[u"query"];
        draft.set(u"current"_s, Json::object({{u"selected"_s, true}, {u"text"_s, query}, {u"value"_s, query}}));
        const double hide = draft[u"hide"].toDouble();
        if (hide != 0 && hide != 1)
            return draft.json();
        return draft.set(u"type"_s, u"textbox"_s).json();
    });
}

// Copies that an old Grafana saved along with what they were made from.
Json v27Panel(const Json &panel, const MigrationContext &)
{
    return isTruthy(panel[u"repeatPanelId"]) || isTruthy(panel[u"repeatByRow"]) ? Json() : panel;
}
