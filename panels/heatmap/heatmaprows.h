// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/paneldata.h>
#include <panels/heatmap/heatmapoptions.h>
#include <pipeline/displayprocessor.h>
#include <widgets/theme/theme.h>

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
    QString lowLabel;
    std::optional<double> bound; // numeric; +infinity for "+Inf"
    std::optional<double> low; // the other bound, where the data says it; the next row then begins at `bound`
};

// The rows of a heatmap, bottom to top, and what their columns stand for.
struct HeatmapRows {
    QList<HeatmapRow> rows;
    Column starts; // of the columns, ms
    double stepMs = 0;
    bool endsAtSample = true; // a column is called by its end: the sample tells of the time up to it
    bool isHeatmapFormat = false;
};

// Rows that are buckets already. Of several heatmap frames the first counts, as in Grafana.
HeatmapRows bucketRows(const HeatmapInput &input);
// Buckets counted from raw series, by options.calculation.
HeatmapRows calculatedRows(const HeatmapInput &input);

// What bounds and cells are written with.
DisplayProcessor heatmapDisplay(const QString &unit, std::optional<int> decimals, const HeatmapInput &input);
QString boundLabel(double bound, const Field &field, const HeatmapInput &input);
