// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/paneldata.h>
#include <panels/heatmap/heatmapoptions.h>
#include <pipeline/displayprocessor.h>
#include <widgets/charttooltip.h>
#include <widgets/plot/plotmodel.h>

struct HeatmapInput {
    PanelData data;
    HeatmapOptions options;
    TimeRange range;
    QTimeZone zone = QTimeZone::utc();
    const Theme *theme = &Theme::dark();
    QSize size; // of the content
};

// A bucket.
struct HeatmapRow {
    Field field; // values as they came
    QString label; // its bound, as the axis writes it
    std::optional<double> bound; // numeric; +infinity for "+Inf"
};

struct HeatmapView {
    QList<HeatmapRow> rows; // bottom to top, as drawn
    PlotModel plot;
    HeatmapOptions::Layout layout = HeatmapOptions::Layout::Unknown; // never Auto
    bool legend = false; // there is room for it
    QString legendText; // "0 – 180"
    QString emptyReason;

    // Where a value lies on the colour ramp, 0..1.
    double share(double value) const;
    // "50 ms – 100 ms": what the bucket holds.
    QString bucketText(int row) const;
};

HeatmapView heatmapView(const HeatmapInput &input);
TooltipModel heatmapTooltip(const HeatmapView &view, const HeatmapInput &input, qsizetype column, qsizetype row);
