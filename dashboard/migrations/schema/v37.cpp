// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// A legend is shown or not; "hidden" is no way to show one.
Json v37Panel(const Json &panel, const MigrationContext &)
{
    const Json legend = panel[u"options"][u"legend"];
    if (!legend.isObject())
        return panel;
    const bool isHidden = legend[u"displayMode"].toString() == "hidden"_L1 || legend[u"showLegend"] == Json(false);
    Draft draft(legend);
    if (isHidden)
        draft.set(u"displayMode"_s, u"list"_s);
    draft.set(u"showLegend"_s, !isHidden);
    return Draft(panel).set(u"options"_s, Draft(panel[u"options"]).set(u"legend"_s, draft.json()).json()).json();
}
