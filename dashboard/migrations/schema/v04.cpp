// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// {"alias": axis} -> a series override; of several, the last one is kept, as it always was.
Json v04Panel(const Json &panel, const MigrationContext &)
{
    const Json axes = panel[u"aliasYAxis"];
    if (panel[u"type"].toString() != "graph"_L1 || !axes.isObject())
        return panel;
    Draft draft(panel);
    const QStringList aliases = axes.keys();
    if (!aliases.isEmpty())
        draft.set(u"seriesOverrides"_s, Json::array({Json::object({{u"alias"_s, aliases.last()}, {u"yaxis"_s, axes[aliases.last()]}})}));
    return draft.remove(u"aliasYAxis").json();
}
