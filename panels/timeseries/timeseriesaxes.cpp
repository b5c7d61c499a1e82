// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/timeseries/timeseriesaxes.h>

#include <algorithm>
#include <cmath>
#include <panels/valuetext.h>
#include <pipeline/ticks.h>
#include <pipeline/yrange.h>
#include <widgets/plot/pyramid.h>

namespace {

using Placement = TimeSeriesField::Placement;
using Distribution = TimeSeriesField::Distribution;

struct AxisGroup {
    int first = -1; // the series whose options the axis takes
    QList<int> members;
};

bool isPercentStack(const ChartSeries &series)
{
    return series.options.stacking == TimeSeriesField::Stacking::Percent;
}

// Of the axis: what the labels say and what the limits are. Shares of a stack are shares, whatever the values were.
FieldConfig axisConfig(const ChartSeries &series)
{
    FieldConfig config = series.field.config;
    config.custom = {};
    if (isPercentStack(series)) {
        config.unit = QStringLiteral("percentunit");
        config.min = config.min.value_or(0);
        config.max = config.max.value_or(1);
    }
    return config;
}

bool sameAxis(const ChartSeries &a, const ChartSeries &b)
{
    const FieldConfig x = axisConfig(a);
    const FieldConfig y = axisConfig(b);
    const TimeSeriesField &o = a.options;
    const TimeSeriesField &p = b.options;
    return x.unit == y.unit && x.min == y.min && x.max == y.max && o.axisPlacement == p.axisPlacement && o.axisLabel == p.axisLabel
        && o.axisSoftMin == p.axisSoftMin && o.axisSoftMax == p.axisSoftMax && o.axisCenteredZero == p.axisCenteredZero
        && o.distribution == p.distribution && o.logBase == p.logBase && o.linearThreshold == p.linearThreshold;
}

QList<AxisGroup> groupAxes(const QList<ChartSeries> &all)
{
    QList<AxisGroup> groups;
    for (int i = 0; i < all.size(); ++i) {
        const auto found
            = std::find_if(groups.begin(), groups.end(), [&](const AxisGroup &group) { return sameAxis(all[group.first], all[i]); });
        if (found != groups.end())
            found->members.append(i);
        else
            groups.append(AxisGroup{i, {i}});
    }
    return groups;
}

PlotTicker makeTicker(const KeptTicker &kept, const Field &axisField, const QTimeZone &zone)
{
    const DisplayProcessor display(axisField, kept.theme, zone);
    if (kept.distribution == Distribution::Symlog)
        return [display, base = kept.logBase, threshold = kept.linearThreshold](double min, double max, int px) {
            return symlogTicks(min, max, px, display, base, threshold);
        };
    if (kept.distribution == Distribution::Log)
        return [display, base = kept.logBase](double min, double max, int px) {
            return min > 0 ? logTicks(min, max, px, display, base > 2 ? 10 : 2) : valueTicks(min, max, px, display);
        };
    return [display](double min, double max, int px) { return valueTicks(min, max, px, display); };
}

bool sameTicker(const KeptTicker &a, const KeptTicker &b)
{
    return a.config == b.config && a.zone == b.zone && a.theme == b.theme && a.distribution == b.distribution && a.logBase == b.logBase
        && a.linearThreshold == b.linearThreshold;
}

std::shared_ptr<const PlotTicker> keepTicker(TimeSeriesView &view, const TimeSeriesView *previous, KeptTicker wanted,
                                             const std::function<PlotTicker(const KeptTicker &)> &make)
{
    if (previous) {
        for (const KeptTicker &kept : previous->tickers) {
            if (sameTicker(kept, wanted))
                wanted.ticker = kept.ticker;
        }
    }
    if (!wanted.ticker)
        wanted.ticker = std::make_shared<const PlotTicker>(make(wanted));
    view.tickers.append(wanted);
    return wanted.ticker;
}

AxisScale scaleOf(const ChartSeries &series)
{
    const FieldConfig config = axisConfig(series);
    AxisScale scale;
    scale.distribution = series.options.distribution == Distribution::Log ? AxisScale::Distribution::Log
        : series.options.distribution == Distribution::Symlog             ? AxisScale::Distribution::Symlog
                                                                          : AxisScale::Distribution::Linear;
    scale.logBase = series.options.logBase > 2 ? 10 : 2;
    scale.linearThreshold = series.options.linearThreshold;
    scale.min = config.min;
    scale.max = config.max;
    scale.softMin = series.options.axisSoftMin;
    scale.softMax = series.options.axisSoftMax;
    scale.centeredZero = series.options.axisCenteredZero;
    scale.decimals = config.decimals;
    return scale;
}

struct Extent {
    std::optional<double> min;
    std::optional<double> max;

    void add(double value)
    {
        min = std::min(min.value_or(value), value);
        max = std::max(max.value_or(value), value);
    }
};

// Of what is drawn: bars and stacks begin at zero.
Extent extentOf(const TimeSeriesView &view, const QList<int> &members)
{
    Extent extent;
    for (const int index : members) {
        const ChartSeries &series = view.series[index];
        if (series.state != ChartSeries::State::Shown)
            continue;
        const MinMax range = view.plot.series[index].pyramid->range(0, series.y.size());
        if (range.isEmpty())
            continue;
        extent.add(range.min);
        extent.add(range.max);
        const bool log = series.options.distribution == Distribution::Log;
        if (!log && (series.stacked || series.options.drawStyle == TimeSeriesField::DrawStyle::Bars))
            extent.add(0);
    }
    return extent;
}

PlotAxis plotAxis(TimeSeriesView &view, const TimeSeriesInput &input, const TimeSeriesView *previous, const AxisGroup &group)
{
    const ChartSeries &first = view.series[group.first];
    const AxisScale scale = scaleOf(first);
    PlotAxis axis;
    axis.scale = scale.distribution == AxisScale::Distribution::Log ? PlotAxis::Scale::Log
        : scale.distribution == AxisScale::Distribution::Symlog     ? PlotAxis::Scale::SymLog
                                                                    : PlotAxis::Scale::Linear;
    axis.logBase = scale.logBase;
    axis.linearThreshold = scale.linearThreshold;
    axis.centeredZero = scale.centeredZero;
    axis.softMin = scale.softMin;
    axis.softMax = scale.softMax;
    const Extent extent = extentOf(view, group.members);
    AxisRange range = axisRange(scale, extent.min, extent.max).value_or(AxisRange{});
    if (isPercentStack(first)) // of the whole: minimum and maximum are said of the values
        range = {extent.min.value_or(0) < 0 ? -1.0 : 0.0, extent.max.value_or(1) > 0 ? 1.0 : 0.0};
    axis.min = range.min;
    axis.max = range.max;
    axis.grid = first.options.axisGridShow;
    axis.line = first.options.axisBorderShow;
    axis.label = first.options.axisLabel;
    axis.widthPx = int(first.options.axisWidth.value_or(0));
    if (first.options.axisColorMode == TimeSeriesField::AxisColor::Series)
        axis.color = printedColor(first.color, *input.theme);
    KeptTicker wanted{axisConfig(first),     input.zone.id(), input.theme->brightness, first.options.distribution, scale.logBase,
                      scale.linearThreshold, nullptr};
    axis.ticker = keepTicker(view, previous, wanted, [&](const KeptTicker &kept) {
        Field field;
        field.config = kept.config;
        field.state = first.field.state;
        return makeTicker(kept, field, input.zone);
    });
    return axis;
}

// The first axis that says "auto" stands at the left, the others at the right.
void placeAxes(TimeSeriesView &view, const QList<AxisGroup> &groups)
{
    bool leftTaken = false;
    bool gridTaken = false;
    for (int i = 0; i < groups.size(); ++i) {
        PlotAxis &axis = view.plot.y[i];
        const Placement placement = view.series[groups[i].first].options.axisPlacement;
        const bool used = std::any_of(groups[i].members.begin(), groups[i].members.end(),
                                      [&](int s) { return view.series[s].state != ChartSeries::State::Hidden; });
        axis.visible = used && placement != Placement::Hidden;
        axis.right = placement == Placement::Right || (placement != Placement::Left && leftTaken);
        leftTaken |= axis.visible && !axis.right;
        axis.grid &= used && !gridTaken;
        gridTaken |= axis.grid;
    }
}

const Field *timeField(const Frames &frames)
{
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            if (field.isTime())
                return &field;
        }
    }
    return nullptr;
}

void layOutTimeAxis(TimeSeriesView &view, const TimeSeriesInput &input, const TimeSeriesView *previous)
{
    view.plot.timeAxis = true;
    view.plot.from = double(input.range.fromMs);
    view.plot.to = double(input.range.toMs);
    if (const Field *time = timeField(input.data.frames)) {
        const TimeSeriesField options = timeSeriesFieldOptions().read(time->config.custom);
        view.plot.x.visible = options.axisPlacement != Placement::Hidden;
        view.plot.x.grid = options.axisGridShow;
    }
    KeptTicker wanted;
    wanted.config.unit = QStringLiteral("x axis");
    wanted.zone = input.zone.id();
    view.plot.x.ticker = keepTicker(view, previous, wanted, [zone = input.zone](const KeptTicker &) {
        return [zone](double min, double max, int px) { return timeTicks(qint64(min), qint64(max), px, zone); };
    });
}

} // namespace

void layOutAxes(TimeSeriesView &view, const TimeSeriesInput &input, const TimeSeriesView *previous)
{
    const QList<AxisGroup> groups = groupAxes(view.series);
    view.plot.y.clear();
    for (int i = 0; i < groups.size(); ++i) {
        view.plot.y.append(plotAxis(view, input, previous, groups[i]));
        for (const int member : groups[i].members)
            view.plot.series[member].axis = i;
    }
    placeAxes(view, groups);
    if (view.plot.y.isEmpty())
        view.plot.y.append(PlotAxis{});
    layOutTimeAxis(view, input, previous);
}

namespace {

void addThresholds(QList<PlotThreshold> &all, const Thresholds &thresholds, TimeSeriesField::ThresholdsStyle style, const PlotAxis &axis,
                   int index, Brightness theme)
{
    using Style = TimeSeriesField::ThresholdsStyle;
    const double span = axis.max.value_or(1) - axis.min.value_or(0);
    const auto place = [&](double value) {
        return thresholds.mode == Thresholds::Mode::Percentage && std::isfinite(value) ? axis.min.value_or(0) + value / 100 * span : value;
    };
    for (qsizetype i = 0; i < thresholds.steps.size(); ++i) {
        PlotThreshold each;
        each.from = i == 0 ? -INFINITY : place(thresholds.steps[i].value);
        each.to = i + 1 < thresholds.steps.size() ? place(thresholds.steps[i + 1].value) : INFINITY;
        each.color = toQColor(colorByName(thresholds.steps[i].color, theme));
        each.line = i > 0 && style != Style::Area;
        each.dashed = style == Style::Dashed || style == Style::DashedArea;
        each.band = style == Style::Area || style == Style::LineArea || style == Style::DashedArea;
        each.axis = index;
        if (each.color.alpha() > 0 && (each.line || each.band))
            all.append(each);
    }
}

} // namespace

QList<PlotThreshold> axisThresholds(const TimeSeriesView &view, Brightness theme)
{
    using Style = TimeSeriesField::ThresholdsStyle;
    QList<PlotThreshold> all;
    QList<std::tuple<int, Style, Thresholds>> seen;
    for (int i = 0; i < view.series.size(); ++i) {
        const ChartSeries &series = view.series[i];
        const Style style = series.options.thresholdsStyle;
        if (style == Style::Off || style == Style::Series || series.state != ChartSeries::State::Shown || !series.field.config.thresholds)
            continue;
        const int axis = view.plot.series[i].axis;
        const std::tuple one{axis, style, *series.field.config.thresholds};
        if (seen.contains(one))
            continue;
        seen.append(one);
        addThresholds(all, *series.field.config.thresholds, style, view.plot.y[axis], axis, theme);
    }
    return all;
}
