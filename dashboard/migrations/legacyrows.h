// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/migrations/migration.h>
#include <dashboard/model.h>

// Where the panels of "rows" (schema versions before 16) lie on the grid: by span and height, row after row.
struct LegacyRows {
    struct Row {
        int y = 0; // of the header
        bool isLeftOut = false; // a copy that an old Grafana saved of a repeated row
        bool isCollapsed = false;
        QList<GridRect> panels; // one an item
    };

    bool hasHeaders = false; // of any row: titled, folded or repeated
    QList<Row> rows;

    static LegacyRows of(const Json &rows, const MigrationContext &context);
};
// The panel object without what the row's form said, and with its place.
Json placedPanel(const Json &panel, const GridRect &rect);
Json rowHeader(const Json &row, int y, qint64 id); // without panels
