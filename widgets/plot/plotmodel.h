// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtGui/QColor>
#include <core/column.h>
#include <functional>
#include <memory>
#include <optional>

class Pyramid;
struct Tick; // pipeline/ticks.h

// What a PlotSurface draws, as values. x is in the unit of the x column (ms since the epoch on time axes).

// Gives the ticks of a range that is lengthPx long; called again when the view moves. Equal when it is the same object: make a new
// one only when unit, decimals or zone changed.
using PlotTicker = std::function<QList<Tick>(double min, double max, int lengthPx)>;

struct PlotAxis {
    enum class Scale { Linear, Log, SymLog };

    Scale scale = Scale::Linear;
    double logBase = 10;
    double linearThreshold = 1; // of SymLog
    std::optional<double> min; // fixed; unset: follows the visible data
    std::optional<double> max;
    std::optional<double> softMin; // widen the range only
    std::optional<double> softMax;
    bool centeredZero = false;
    std::optional<int> decimals; // 0: the range ends at whole numbers
    bool visible = true; // of labels
    bool grid = true;
    bool line = false; // y axes: the vertical line; the bottom line is always there
    bool right = false; // y axes
    int widthPx = 0; // y axes; 0: as wide as the labels are
    QString label;
    QColor color; // of the labels; invalid: the theme's
    std::shared_ptr<const PlotTicker> ticker; // null: plain numbers

    bool operator==(const PlotAxis &) const = default;
};

// A colour from this value of y upwards.
struct PlotColorStop {
    double value = 0;
    QColor color;

    bool operator==(const PlotColorStop &) const = default;
};

struct PlotSeries {
    enum class Draw { Line, Bars, Points };
    enum class Interpolation { Linear, Smooth, StepBefore, StepAfter };
    enum class Gradient { None, Opacity, Hue, Scheme };
    enum class Points { Never, Auto, Always };

    QString name;
    Column x; // ascending
    Column y; // as long as x; NaN and missing() are gaps
    Column base; // lower edge of fill and bars: the series below a stacked one, or what is filled down to; empty: zero
    std::shared_ptr<const Pyramid> pyramid; // of y; null: the surface makes and keeps it
    QColor color;
    Draw draw = Draw::Line;
    Interpolation interpolation = Interpolation::Linear;
    double lineWidth = 1; // 0..10 px; 0: none
    double fillOpacity = 0; // 0..100
    Gradient gradient = Gradient::None; // Opacity: fades to 12 % at the bottom; Scheme: colorStops by value
    QList<PlotColorStop> colorStops; // ascending; used by Scheme, for line and fill
    bool smoothStops = false; // blend between the stops
    QList<double> dash; // px on, off, …
    Points points = Points::Auto; // Auto: when they stand apart
    double pointSize = 5; // diameter, px
    bool spanNulls = false; // connect over gaps …
    double spanNullsMs = 0; // … and, when > 0, only over shorter ones
    double disconnectMs = 0; // > 0: neighbours further apart are not connected
    int axis = 0; // index into PlotModel::y
    bool visible = true;
    double alpha = 1; // of everything of this series: dimming
    double barWidth = 0.6; // share of the smallest distance of two x
    double barMaxPx = 100;
    int barAlignment = 0; // -1 before, 0 around, 1 after x

    bool operator==(const PlotSeries &) const = default;
};

struct PlotThreshold {
    double from = 0; // the line lies here
    double to = 0; // end of the band; ±inf for open ones
    QColor color;
    bool line = true;
    bool dashed = true;
    bool band = false;
    int axis = 0;

    bool operator==(const PlotThreshold &) const = default;
};

// An annotation: a vertical line, or a region when `to` is more than `from`. Not of the model: marks come and go without the series.
struct PlotMark {
    double from = 0;
    double to = 0;
    QColor color; // invalid: the theme's

    bool isRegion() const { return to > from; }

    bool operator==(const PlotMark &) const = default;
};

// A single observation: a small diamond over the series. One that lies outside of the y range stands at its edge.
struct PlotDiamond {
    double x = 0;
    double y = 0;
    int axis = 0;

    bool operator==(const PlotDiamond &) const = default;
};

// Cells of a heatmap. Column i covers x[i] … x[i] + xStep; row r covers rowEdges[r] … rowEdges[r + 1] of y axis 0.
struct HeatCells {
    Column x; // start of each column, ascending
    double xStep = 0;
    QList<double> rowEdges; // one more than rows; finite, ascending
    QList<Column> rows; // bottom to top, each as long as x; NaN: no cell
    QList<QRgb> colors; // the table, lowest value first
    double min = 0; // value of the first and of the last colour
    double max = 1;
    double exponent = 1; // share of the table = ((value - min) / (max - min)) ^ exponent
    std::optional<double> hideBelow; // cells with value <= this are not drawn
    std::optional<double> hideAbove; // cells with value >= this
    double opacity = 1;
    int gapPx = 1; // only between cells wider than 5 px
    int radiusPx = 0;

    bool operator==(const HeatCells &) const = default;
};

struct PlotModel {
    double from = 0; // the x range
    double to = 1;
    PlotAxis x;
    bool timeAxis = true; // x are times: vertical grid lines, time flag at the crosshair
    QList<PlotAxis> y{PlotAxis{}};
    QList<PlotSeries> series; // drawn last to first: the first lies on top
    std::optional<HeatCells> heat; // below the series
    QList<PlotThreshold> thresholds;
    QList<PlotDiamond> diamonds;

    bool operator==(const PlotModel &) const = default;
};
