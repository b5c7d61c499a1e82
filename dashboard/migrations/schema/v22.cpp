// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

Json v22Panel(const Json &panel, const MigrationContext &)
{
    if (panel[u"type"].toString() != "table"_L1 || !panel[u"styles"].isArray())
        return panel;
    return Draft(panel)
        .set(u"styles"_s,
             mappedItems(panel[u"styles"], [](const Json &style) { return style.isObject() ? style.with(u"align", u"auto"_s) : style; }))
        .json();
}
