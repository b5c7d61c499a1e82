// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <widgets/plot/plotmodel.h>

// Value to pixel row and back, for one y axis; row 0 is the top of the plot. Far values are bounded to what a float can count.
class ValueScale
{
public:
    ValueScale() = default;
    ValueScale(const PlotAxis &axis, double min, double max, double heightPx)
        : m_kind(axis.scale)
        , m_threshold(axis.linearThreshold > 0 ? axis.linearThreshold : 1)
    {
        const double low = forward(min);
        m_top = forward(max);
        m_perUnit = m_top > low ? heightPx / (m_top - low) : 0;
        m_bottomPx = heightPx;
    }

    float px(double value) const
    {
        const double y = (m_top - forward(value)) * m_perUnit;
        return float(std::clamp(y, -kFar, kFar));
    }
    double value(double px) const { return m_perUnit > 0 ? backward(m_top - px / m_perUnit) : backward(m_top); }
    bool isLinear() const { return m_kind == PlotAxis::Scale::Linear; }
    float bottomPx() const { return float(m_bottomPx); }

private:
    static constexpr double kFar = 1e6;
    double forward(double v) const
    {
        if (m_kind == PlotAxis::Scale::Linear)
            return v;
        if (m_kind == PlotAxis::Scale::Log)
            return v > 0 ? std::log(v) : -1e9;
        return std::asinh(v / m_threshold);
    }
    double backward(double t) const
    {
        if (m_kind == PlotAxis::Scale::Linear)
            return t;
        return m_kind == PlotAxis::Scale::Log ? std::exp(t) : std::sinh(t) * m_threshold;
    }

    PlotAxis::Scale m_kind = PlotAxis::Scale::Linear;
    double m_threshold = 1;
    double m_top = 1;
    double m_perUnit = 0;
    double m_bottomPx = 0;
};

// x to pixel column; column 0 begins at the left of the plot.
struct TimeScale {
    double from = 0;
    double perUnit = 0; // px

    TimeScale() = default;
    TimeScale(double fromX, double toX, double widthPx) : from(fromX), perUnit(toX > fromX ? widthPx / (toX - fromX) : 0) { }
    float px(double x) const { return float(std::clamp((x - from) * perUnit, -1e6, 1e6)); }
    double x(double px) const { return perUnit > 0 ? from + px / perUnit : from; }
};
