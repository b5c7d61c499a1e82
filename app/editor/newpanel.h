// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/json.h>
#include <panels/paneltype.h>

// What a person chose for a panel that is to be made.
struct NewPanel {
    QString typeId = QStringLiteral("timeseries");
    QString expr;
    Json source; // as a panel keeps it; null = the default
    int width = 12; // columns
};
// The query in the form that suits the type: buckets for a heatmap, rows for a table.
Json newPanelTarget(const QString &typeId, const QString &expr);
Json newPanelJson(const PanelType &type, const NewPanel &wanted);
