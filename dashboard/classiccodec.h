// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/model.h>

// Grafana's classic dashboard JSON -> the typed view. Total: whatever the JSON is, a dashboard comes out, with problems listed.

// An item of "panels". Rows hold what is folded into them.
struct PanelNode {
    PanelPtr panel;
    bool collapsed = false;
    QList<PanelNode> children;

    bool isRow() const { return panel && panel->type == QLatin1String("row"); }
};

PanelNode readPanelNode(const Json &json, const QString &pointer); // children too
Panel readPanel(const Json &json, const QString &pointer); // id 0 when there is none
Variable readVariable(const Json &json, const QString &pointer, QList<ModelProblem> &problems);
// "rows" of schema versions before 16: row headers where the file shows them, panels laid out by span and height.
QList<PanelNode> readLegacyRows(const Json &rows, const QString &pointer);

// json: the dashboard object, whose "panels" are not looked at; panels: those, read. root: the object's pointer in the file.
DashboardPtr readDashboard(const Json &json, const QString &root, const QList<PanelNode> &panels);
