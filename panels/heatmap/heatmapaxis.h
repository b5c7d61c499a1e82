// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/heatmap/heatmaprows.h>
#include <widgets/plot/plotmodel.h>

// The y axis of a heatmap: rows of equal height, or a scale of values on which each row lies where its bounds are.
struct HeatmapAxis {
    PlotAxis axis;
    QList<double> edges; // of the rows on it, one more than rows
};

// layout: where the label of a row stands, never Auto; rows as they are drawn.
HeatmapAxis heatmapAxis(const HeatmapInput &input, const QList<HeatmapRow> &rows, HeatmapOptions::Layout layout);
