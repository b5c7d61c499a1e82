// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/singlevalue.h>

// "options" of a gauge panel.
struct GaugeOptions : SingleValueOptions {
    enum class Sizing { Auto, Manual };
    enum class Shape { Gauge, Circle };

    bool showThresholdMarkers = true;
    bool showThresholdLabels = false;
    Sizing sizing = Sizing::Auto;
    int minVizWidth = 75; // px, when manual
    int minVizHeight = 75;
    Shape shape = Shape::Gauge;
    double barWidthFactor = 0.5; // 0.1..1

    bool operator==(const GaugeOptions &) const = default;
};

const OptionSchema<GaugeOptions> &gaugeSchema();
