// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/model.h>

// Grafana's dashboard schema v2: "elements" by name and a "layout" tree, read by way of the classic form. Tabs and auto grids become rows.
// json: the spec; root: its pointer in the file.
DashboardPtr readV2Dashboard(const Json &json, const QString &root);
