// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/legacyrows.h>
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// Rows of panels with spans -> the grid of 24 columns. A row's own panel comes after the panels of the row.
Json v16Dashboard(const Json &dashboard, const MigrationContext &context)
{
    const Json rows = dashboard[u"rows"];
    if (!rows.isArray())
        return dashboard;
    const LegacyRows layout = LegacyRows::of(rows, context.at(u"/rows"_s));
    qint64 id = 0;
    for (const Json &row : rows.items())
        for (const Json &panel : row[u"panels"].items())
            id = std::max(id, panel[u"id"].toInt());
    std::vector<Json> panels = dashboard[u"panels"].items();
    for (qsizetype i = 0; i < layout.rows.size(); ++i) {
        const LegacyRows::Row &row = layout.rows[i];
        if (row.isLeftOut)
            continue;
        const bool isFolded = layout.hasHeaders && row.isCollapsed;
        std::vector<Json> inner;
        for (qsizetype k = 0; k < row.panels.size(); ++k)
            if (const Json panel = rows.at(i)[u"panels"].at(k); panel.isObject())
                (isFolded ? inner : panels).push_back(placedPanel(panel, row.panels[k]));
        if (layout.hasHeaders)
            panels.push_back(rowHeader(rows.at(i), row.y, ++id).with(u"panels", Json::array(inner)));
    }
    return Draft(dashboard).remove(u"rows").set(u"panels"_s, Json::array(panels)).json();
}
