// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

// The range of a value axis from its options and the data (goldens yrange.*).
struct AxisScale {
    enum class Distribution { Linear, Log, Symlog };

    Distribution distribution = Distribution::Linear;
    double logBase = 10; // 2 or 10
    double linearThreshold = 1; // symlog
    std::optional<double> min; // hard
    std::optional<double> max;
    std::optional<double> softMin;
    std::optional<double> softMax;
    bool centeredZero = false;
    bool percentStacked = false; // data are shares: 0 to 1, or -1 to 1
    std::optional<int> decimals; // 0: the steps are whole numbers

    bool operator==(const AxisScale &) const = default;
};

struct AxisRange {
    double min = 0;
    double max = 100;

    bool operator==(const AxisRange &) const = default;
};

// Absent data (no finite sample): nothing, unless hard limits tell.
std::optional<AxisRange> axisRange(const AxisScale &scale, std::optional<double> dataMin, std::optional<double> dataMax);
