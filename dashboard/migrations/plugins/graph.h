// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/migrations/plugins/plugins.h>

// Parts of the old graph.

using Properties = std::vector<std::pair<QString, Json>>;

// Unit, limits, label, place and scale of an axis of "yaxes", as field properties.
Properties axisProperties(const Json &axis);
Json seriesOverrides(const Json &graph, const ModelReader &reader, const Json &before); // appended to what there is
// {"steps", "style"}; null: none.
Json graphThresholds(const Json &thresholds, const ModelReader &reader);
