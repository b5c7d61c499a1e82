// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/migrations/migration.h>
#include <dashboard/model.h>

// Grafana's classic dashboard JSON -> the typed view. Total: whatever the JSON is, a dashboard comes out, with problems listed.

// From here on: ids of rows in forms that give them none. They are not in the file, and stand apart from those of panels.
constexpr int kFirstRowId = 1'000'000'000;

// An item of "panels". Rows hold what is folded into them.
struct PanelNode {
    PanelPtr panel;
    bool collapsed = false;
    QList<PanelNode> children;

    bool isRow() const { return panel && panel->type == QLatin1String("row"); }
};

// Panels of old schema versions and of types that are gone are read as what they became. form: the file's version.
// A node without a panel: a left-over that is not shown.
PanelNode readPanelNode(const Json &json, const QString &pointer, const MigrationContext &form); // children too
Panel readPanel(const Json &json, const QString &pointer); // of today's form; id 0 when there is none
Panel missingLibraryPanel(const Json &stub, const QString &pointer); // keeps title and place
Variable readVariable(const Json &json, const QString &pointer, QList<ModelProblem> &problems);
// "rows" of schema versions before 16: row headers where the file shows them, panels laid out by span and height.
QList<PanelNode> readLegacyRows(const Json &rows, const MigrationContext &form);

// json: the dashboard object, migrated, whose "panels" are not looked at; panels: those, read. root: the object's pointer in the file.
DashboardPtr readDashboard(const Json &json, const QString &root, const QList<PanelNode> &panels);
