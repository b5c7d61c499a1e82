// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/commonoptions.h>
#include <panels/singlevalue.h>

// "options" of a bar gauge panel.
struct BarGaugeOptions : SingleValueOptions {
    enum class DisplayMode { Basic, Gradient, Lcd };
    enum class ValueMode { Color, Text, Hidden };
    enum class NamePlacement { Auto, Top, Left, Hidden };
    enum class Sizing { Auto, Manual };

    DisplayMode displayMode = DisplayMode::Gradient;
    ValueMode valueMode = ValueMode::Color;
    NamePlacement namePlacement = NamePlacement::Auto;
    bool showUnfilled = true;
    Sizing sizing = Sizing::Auto;
    int minVizWidth = 8; // px of a vertical bar
    int minVizHeight = 16; // px of a horizontal bar
    int maxVizHeight = 300;
    LegendOptions legend = hiddenLegend();

    bool operator==(const BarGaugeOptions &) const = default;
};

const OptionSchema<BarGaugeOptions> &barGaugeSchema();
