// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/yrange.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace {
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kPadding = 0.1;
constexpr double kTiny = 1e-24;
constexpr double kFlatCentered = 80; // half the span of a centred axis over zeros

double roundDown(double value, double step)
{
    return std::floor(std::round(value / step * 1e6) / 1e6) * step;
}
double roundUp(double value, double step)
{
    return std::ceil(std::round(value / step * 1e6) / 1e6) * step;
}

// The range with a tenth of it added at both ends, rounded to a tenth of its magnitude; zero and soft limits hold it back.
AxisRange padded(const AxisScale &scale, double min, double max)
{
    double delta = max - min;
    const double largest = std::max(std::abs(min), std::abs(max));
    if (delta < kTiny || std::abs(std::log10(largest) - std::log10(delta)) > 10)
        delta = min == 0 || max == 0 ? kTiny : 0;
    const double size = delta != 0 ? delta : largest != 0 ? largest : 1e3;
    const double step = std::pow(10.0, std::floor(std::log10(size))) / 10;

    const double softMin = scale.softMin.value_or(0);
    const double newMin = roundDown(min - size * (delta == 0 ? (min == 0 ? 0.1 : 1) : kPadding), step);
    const bool softMinHolds = min >= softMin && (scale.softMin || newMin <= softMin);
    const double lowest = softMinHolds ? softMin : newMin;

    const double softMax = scale.softMax.value_or(0);
    const double newMax = roundUp(max + size * (delta == 0 ? (max == 0 ? 0.1 : 1) : kPadding), step);
    const bool softMaxHolds = max <= softMax && (scale.softMax || newMax >= softMax);
    const double highest = softMaxHolds ? softMax : newMax;

    AxisRange out{std::max(scale.min.value_or(-kInfinity), lowest), std::min(scale.max.value_or(kInfinity), highest)};
    if (out.min == 0 && out.max == 0)
        out.max = 100;
    return out;
}

// Whole powers of the base around the data.
AxisRange magnitudes(double base, double min, double max)
{
    if (min == max) {
        min = min < 0 ? min * base : min / base;
        max = max < 0 ? max / base : max * base;
    }
    const auto exponent = [base](double value) {
        return base == 2 ? std::log2(std::abs(value)) : std::log10(std::abs(value)) / (base == 10 ? 1 : std::log10(base));
    };
    const double minExponent = min > 0 ? std::floor(exponent(min)) : std::ceil(exponent(min));
    const double maxExponent = max > 0 ? std::ceil(exponent(max)) : std::floor(exponent(max));
    const auto sign = [](double value) { return value > 0 ? 1.0 : value < 0 ? -1.0 : 0.0; };
    return {sign(min) == 0 ? 0 : std::pow(base, minExponent) * sign(min), sign(max) == 0 ? 0 : std::pow(base, maxExponent) * sign(max)};
}

// Powers of the base that are whole numbers.
AxisRange wholeMagnitudes(double base, const AxisRange &range)
{
    const auto exponent = [base](double value) { return base == 2 ? std::log2(value) : std::log10(value); };
    AxisRange out{range.min <= 1 ? 1 : std::pow(base, std::floor(exponent(range.min))), std::pow(base, std::ceil(exponent(range.max)))};
    if (out.min == out.max)
        out.max *= base;
    return out;
}
} // namespace

std::optional<AxisRange> axisRange(const AxisScale &scale, std::optional<double> dataMin, std::optional<double> dataMax)
{
    const bool log = scale.distribution == AxisScale::Distribution::Log;
    const bool linear = scale.distribution == AxisScale::Distribution::Linear;
    const bool onlyMin = scale.min && !scale.softMin;
    const bool onlyMax = scale.max && !scale.softMax;
    if (!dataMin || !dataMax) {
        if (!scale.min || !scale.max)
            return {};
        dataMin = scale.min;
        dataMax = scale.max;
    }
    // A logarithmic axis has no zero: such a limit is none. The limits of a symmetric one count at the end alone.
    double min = scale.min && (log ? *scale.min > 0 : linear && onlyMin) ? *scale.min : *dataMin;
    double max = scale.max && (log ? *scale.max > 0 : linear && onlyMax) ? *scale.max : *dataMax;
    if (scale.centeredZero && !log) {
        max = std::max(std::abs(*dataMin), std::abs(*dataMax));
        max = max == 0 ? kFlatCentered : max;
        min = -max;
    }
    AxisRange range = linear ? padded(scale, min, max) : magnitudes(scale.logBase, min, max);
    if (scale.percentStacked) {
        const bool flat = min == 0 && max == 0;
        range = {std::min(range.min, 0.0), flat ? 1.0 : std::max(range.max, 1.0)};
    }
    if (scale.decimals && *scale.decimals == 0)
        range = log ? wholeMagnitudes(scale.logBase, range) : AxisRange{std::floor(range.min), std::ceil(range.max)};
    if (!log && onlyMin)
        range.min = *scale.min;
    if (!log && onlyMax)
        range.max = *scale.max;
    if (linear && range.min == range.max && range.min != 0)
        range = range.min < 0 ? AxisRange{range.min * 2, 0} : AxisRange{0, range.max * 2};
    if (!(range.min < range.max))
        range = {log ? 1.0 : 0.0, 100};
    return range;
}
