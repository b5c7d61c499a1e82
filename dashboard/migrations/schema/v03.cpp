// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

namespace {
qint64 highest(const Json &panels)
{
    qint64 id = 0;
    for (const Json &panel : panels.items())
        id = std::max({id, panel[u"id"].toInt(), highest(panel[u"panels"])});
    return id;
}

Json numbered(const Json &panels, qint64 &last)
{
    return mappedItems(panels, [&](const Json &panel) {
        if (!panel.isObject())
            return panel;
        const Json with = panel[u"id"].isNumber() ? panel : panel.with(u"id", Json(++last));
        return with[u"panels"].isArray() ? with.with(u"panels", numbered(with[u"panels"], last)) : with;
    });
}
} // namespace

// Panels without an id get the next free one.
Json v03Dashboard(const Json &dashboard, const MigrationContext &)
{
    qint64 last = highest(dashboard[u"panels"]);
    for (const Json &row : dashboard[u"rows"].items())
        last = std::max(last, highest(row[u"panels"]));
    Draft draft(dashboard);
    if (draft[u"panels"].isArray())
        draft.set(u"panels"_s, numbered(draft[u"panels"], last));
    if (draft[u"rows"].isArray())
        draft.set(u"rows"_s, mappedItems(draft[u"rows"], [&](const Json &row) {
                      return row[u"panels"].isArray() ? row.with(u"panels", numbered(row[u"panels"], last)) : row;
                  }));
    return draft.json();
}
