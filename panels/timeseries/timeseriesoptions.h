// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/commonoptions.h>

// What a time series panel can be told: "options" of the panel …
struct TimeSeriesOptions {
    LegendOptions legend;
    TooltipOptions tooltip;

    bool operator==(const TimeSeriesOptions &) const = default;
};

// … and "fieldConfig.defaults.custom" of each field.
struct TimeSeriesField {
    enum class DrawStyle { Line, Bars, Points };
    enum class Interpolation { Linear, Smooth, StepBefore, StepAfter };
    enum class LineFill { Solid, Dash, Dot, Square };
    enum class Gradient { None, Opacity, Hue, Scheme };
    enum class ShowPoints { Auto, Always, Never };
    enum class Stacking { None, Normal, Percent };
    enum class Transform { None, Constant, NegativeY };
    enum class ThresholdsStyle { Off, Line, Dashed, Area, LineArea, DashedArea, Series };
    enum class Placement { Auto, Left, Right, Hidden, Top, Bottom };
    enum class AxisColor { Text, Series };
    enum class Distribution { Linear, Log, Symlog, Ordinal };

    DrawStyle drawStyle = DrawStyle::Line;
    Interpolation lineInterpolation = Interpolation::Linear;
    double lineWidth = 1; // px
    LineFill lineFill = LineFill::Solid;
    Json dash; // [on, off, …] px; null: that of lineFill
    double fillOpacity = 0; // 0..100
    Gradient gradientMode = Gradient::None;
    QString fillBelowTo; // display name of a series
    ShowPoints showPoints = ShowPoints::Auto;
    double pointSize = 5; // px
    int barAlignment = 0; // -1 before, 0 around, 1 after
    double barWidthFactor = 0.6;
    double barMaxWidth = 200; // px
    Json spanNulls = false; // false, true, or ms
    Json insertNulls = false; // false or ms
    Stacking stacking = Stacking::None;
    QString stackingGroup = QStringLiteral("A");
    Transform transform = Transform::None;
    ThresholdsStyle thresholdsStyle = ThresholdsStyle::Off;
    bool hideFromViz = false;
    bool hideFromLegend = false;
    bool hideFromTooltip = false;
    Placement axisPlacement = Placement::Auto;
    QString axisLabel;
    std::optional<double> axisWidth; // px
    std::optional<double> axisSoftMin;
    std::optional<double> axisSoftMax;
    bool axisCenteredZero = false;
    bool axisGridShow = true;
    bool axisBorderShow = false;
    AxisColor axisColorMode = AxisColor::Text;
    Distribution distribution = Distribution::Linear;
    double logBase = 2;
    double linearThreshold = 1;

    // px on, off, …; empty: an unbroken line.
    QList<double> dashPattern() const;
    bool operator==(const TimeSeriesField &) const = default;
};

const OptionSchema<TimeSeriesOptions> &timeSeriesOptions();
const OptionSchema<TimeSeriesField> &timeSeriesFieldOptions();
