// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// Annotations leave the pulldowns; each variable has a type and a source.
Json v06Dashboard(const Json &dashboard, const MigrationContext &)
{
    Draft draft(dashboard);
    for (const Json &pulldown : draft[u"pulldowns"].items())
        if (pulldown[u"type"].toString() == "annotations"_L1)
            draft.set(u"annotations"_s,
                      Json::object({{u"list"_s, pulldown[u"annotations"].isArray() ? pulldown[u"annotations"] : Json::array()}}));
    const Json list = draft[u"templating"][u"list"];
    if (!list.isArray())
        return draft.json();
    return draft
        .set(u"templating"_s,
             draft[u"templating"].with(u"list",
                                       mappedItems(list,
                                                   [](const Json &variable) {
                                                       if (!variable.isObject())
                                                           return variable;
                                                       Draft each(variable);
                                                       if (!each.contains(u"datasource"))
                                                           each.set(u"datasource"_s, Json());
                                                       if (each[u"type"].isNull() || each[u"type"].toString() == "filter"_L1)
                                                           each.set(u"type"_s, u"query"_s);
                                                       return each.json();
                                                   })))
        .json();
}
