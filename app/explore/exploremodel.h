// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/document.h>

// Explore edits a dashboard of one panel that has no file, so that its queries are edited, undone and run as those of any panel.

inline const QString kExploreElement = QStringLiteral("panel-1");
inline const QString kExploreGraph = QStringLiteral("panel-1"); // instances of exploreView()
inline const QString kExploreTable = QStringLiteral("panel-2");

enum class GraphStyle { Lines, Bars, Points, Stacked };
GraphStyle graphStyleOf(const Json &panel);
Json graphStyleMembers(GraphStyle style); // of "fieldConfig.defaults.custom"

QByteArray exploreText(const RawTimeRange &range);
// What runs: a graph of the queries that ask for a range, a table of those that ask for the last value; what nobody asks for is not there.
Document exploreView(const Panel &panel);
// The panel that a dashboard gets of it.
Json panelForDashboard(const Panel &panel);
