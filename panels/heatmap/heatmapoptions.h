// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/commonoptions.h>

// "options" of a heatmap.
struct HeatmapOptions {
    enum class Layout { Auto, Le, Ge, Unknown };
    enum class ColorMode { Scheme, Opacity };
    enum class ColorScale { Exponential, Linear };
    enum class Placement { Left, Right, Hidden };
    enum class BucketMode { Size, Count };
    enum class Scale { Auto, Linear, Log, Symlog };

    bool calculate = false; // buckets from raw series
    BucketMode xMode = BucketMode::Size;
    Json xBuckets; // "1m" or ms; a count
    BucketMode yMode = BucketMode::Size;
    Json yBuckets; // size, or buckets for each power of the base; a count
    Scale calculatedScale = Scale::Linear;
    double calculatedBase = 2;
    double calculatedThreshold = 1;
    Scale bucketScale = Scale::Auto; // of rows that are buckets; Auto: equal heights, native histograms by their powers
    double bucketBase = 2;
    double bucketThreshold = 1;

    Layout layout = Layout::Auto; // where the label of a row stands: on its top (le), its bottom (ge), its middle
    QString valueName; // what a cell's value is called
    ColorMode colorMode = ColorMode::Scheme;
    QString scheme = QStringLiteral("Oranges");
    QString fill = QStringLiteral("dark-orange");
    ColorScale colorScale = ColorScale::Exponential;
    double exponent = 0.5;
    int steps = 64;
    bool reverse = false;
    std::optional<double> colorMin;
    std::optional<double> colorMax;
    int cellGap = 1; // px
    int cellRadius = 0; // px
    QString cellUnit;
    std::optional<int> cellDecimals;
    std::optional<double> hideBelow = 1e-9; // cells with values up to this are not drawn
    std::optional<double> hideAbove;
    Placement axisPlacement = Placement::Left;
    QString axisUnit;
    std::optional<int> axisDecimals;
    std::optional<double> axisMin;
    std::optional<double> axisMax;
    bool axisReverse = false;
    QString axisLabel;
    std::optional<double> axisWidth; // px
    bool legend = true;
    TooltipOptions tooltip;
    bool yHistogram = false;
    bool showColorScale = false;

    bool operator==(const HeatmapOptions &) const = default;
};

const OptionSchema<HeatmapOptions> &heatmapOptions();
