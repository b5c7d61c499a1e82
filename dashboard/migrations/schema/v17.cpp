// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// The least width of a repeated panel -> how many lie in a line: the largest factor of 24 that lets each be that wide.
Json v17Panel(const Json &panel, const MigrationContext &)
{
    if (!panel.contains(u"minSpan"))
        return panel;
    Draft draft(panel);
    const std::optional<double> span = numberOf(panel[u"minSpan"]);
    int most = 0;
    for (const int factor : {1, 2, 3, 4, 6, 8, 12})
        if (span && *span > 1 && factor <= 24 / *span)
            most = factor;
    if (most > 0)
        draft.set(u"maxPerRow"_s, most);
    return draft.remove(u"minSpan").json();
}
