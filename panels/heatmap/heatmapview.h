// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/celllinks.h>
#include <panels/heatmap/heatmaprows.h>
#include <widgets/charttooltip.h>
#include <widgets/plot/plotmodel.h>

struct HeatmapView {
    QList<HeatmapRow> rows; // bottom to top, as drawn
    PlotModel plot;
    HeatmapOptions::Layout layout = HeatmapOptions::Layout::Unknown; // never Auto
    double columnTimeOffset = 0; // ms from a column's start to the time it is called by
    bool legend = false; // there is room for it
    QString legendText; // "0 – 180"
    QString emptyReason;

    // Where a value lies on the colour ramp, 0..1.
    double share(double value) const;
    // "50 ms – 100 ms": what the bucket holds.
    QString bucketText(int row) const;
};

HeatmapView heatmapView(const HeatmapInput &input);
// The data links of one cell: those of its bucket, at the cell's time and count.
QList<CellLink> heatmapLinks(const HeatmapView &view, const HeatmapInput &input, const PanelContext &context, qsizetype column,
                             qsizetype row);
TooltipModel heatmapTooltip(const HeatmapView &view, const HeatmapInput &input, qsizetype column, qsizetype row);
