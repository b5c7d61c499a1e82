// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/singlevalue.h>

// "options" of a gauge panel.
struct GaugeOptions : SingleValueOptions {
    enum class Sizing { Auto, Manual };
    enum class Shape { Gauge, Circle };
    enum class BarShape { Flat, Rounded };
    enum class Marker { Point, Glow, None };
    enum class TextMode { Auto, ValueAndName, Value, Name, None };

    bool showThresholdMarkers = true;
    bool showThresholdLabels = false;
    Sizing sizing = Sizing::Auto;
    int minVizWidth = 75; // px, when manual
    int minVizHeight = 75;
    Shape shape = Shape::Gauge;
    double barWidthFactor = 0.5; // 0.1..1
    BarShape barShape = BarShape::Flat;
    Marker endpointMarker = Marker::Point; // of rounded bars without segments
    int segmentCount = 1;
    double segmentSpacing = 0.3; // share of a segment
    bool sparkline = false;
    TextMode textMode = TextMode::Auto;
    std::optional<double> neutral; // where the bar begins; absent: at zero, or the scale's start
    bool gradient = false;
    bool barGlow = false;
    bool centerGlow = false;

    bool operator==(const GaugeOptions &) const = default;
};

const OptionSchema<GaugeOptions> &gaugeSchema();
