// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/singlevalue.h>

// "options" of a stat panel.
struct StatOptions : SingleValueOptions {
    enum class ColorMode { None, Value, Background, BackgroundSolid };
    enum class GraphMode { None, Area, Line };
    enum class JustifyMode { Auto, Center };
    enum class TextMode { Auto, Value, ValueAndName, Name, None };
    enum class PercentColor { Standard, Inverted, SameAsValue };

    ColorMode colorMode = ColorMode::Value;
    GraphMode graphMode = GraphMode::Area;
    JustifyMode justifyMode = JustifyMode::Auto;
    TextMode textMode = TextMode::Auto;
    bool wideLayout = true;
    bool showPercentChange = false;
    PercentColor percentChangeColorMode = PercentColor::Standard;
    std::optional<double> percentSize;

    bool operator==(const StatOptions &) const = default;
};

const OptionSchema<StatOptions> &statSchema();
