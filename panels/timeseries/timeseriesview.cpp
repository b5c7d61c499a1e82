// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/timeseries/timeseriesview.h>

#include <QtCore/QCoreApplication>
#include <algorithm>
#include <cmath>
#include <panels/legendvalues.h>
#include <panels/timeseries/exemplars.h>
#include <panels/timeseries/timeseriesaxes.h>
#include <widgets/plot/pyramid.h>

namespace {

using Options = TimeSeriesField;

QString tr(const char *text)
{
    return QCoreApplication::translate("TimeSeries", text);
}

// Where the colour changes with the value, for the gradient by scheme.
void setScheme(PlotSeries &plot, const ChartSeries &series, Brightness theme)
{
    const FieldConfig &config = series.field.config;
    const double low = config.min.value_or(series.field.state.rangeMin.value_or(0));
    const double high = config.max.value_or(series.field.state.rangeMax.value_or(100));
    const bool byThresholds = config.color.mode == QLatin1String("thresholds") || config.color.mode.isEmpty()
        || series.options.thresholdsStyle == Options::ThresholdsStyle::Series;
    if (byThresholds && config.thresholds) {
        for (const Threshold &step : config.thresholds->steps) {
            const bool percent = config.thresholds->mode == Thresholds::Mode::Percentage && std::isfinite(step.value);
            plot.colorStops.append(
                {percent ? low + step.value / 100 * (high - low) : step.value, toQColor(colorByName(step.color, theme))});
        }
    } else if (isByValue(config.color.mode) && high > low) {
        constexpr int steps = 32;
        plot.smoothStops = true;
        for (int i = 0; i <= steps; ++i) {
            const ColorInput input{low + (high - low) * i / steps, double(i) / steps, series.field.state.seriesIndex, series.name};
            plot.colorStops.append({input.value, toQColor(fieldColor(config, input, theme))});
        }
    }
    if (!plot.colorStops.isEmpty())
        plot.gradient = PlotSeries::Gradient::Scheme;
}

void setGaps(PlotSeries &plot, const Options &options)
{
    double ms = 0;
    if (options.spanNulls.isBool()) {
        plot.spanNulls = options.spanNulls.toBool();
    } else if (optionschema::read(options.spanNulls, ms) && ms > 0) {
        plot.spanNulls = true;
        plot.spanNullsMs = ms;
    }
    if (optionschema::read(options.insertNulls, ms) && ms > 0)
        plot.disconnectMs = ms;
}

// The pyramid of the view before serves when the column is the same one.
std::shared_ptr<const Pyramid> pyramidOf(const Column &y, const TimeSeriesView *previous, int index)
{
    if (previous && index < previous->plot.series.size()) {
        const PlotSeries &before = previous->plot.series[index];
        if (before.pyramid && before.y.size() == y.size() && before.y.sharesStorageWith(y))
            return before.pyramid;
    }
    return std::make_shared<const Pyramid>(y);
}

void setStyle(PlotSeries &plot, const ChartSeries &series, Brightness theme)
{
    const Options &o = series.options;
    plot.draw = PlotSeries::Draw(int(o.drawStyle));
    plot.interpolation = PlotSeries::Interpolation(int(o.lineInterpolation));
    plot.lineWidth = o.lineWidth;
    plot.fillOpacity = o.fillOpacity;
    plot.gradient = PlotSeries::Gradient(int(o.gradientMode));
    plot.dash = o.dashPattern();
    plot.points = o.showPoints == Options::ShowPoints::Always ? PlotSeries::Points::Always
        : o.showPoints == Options::ShowPoints::Never          ? PlotSeries::Points::Never
                                                              : PlotSeries::Points::Auto;
    plot.pointSize = o.pointSize;
    plot.barWidth = o.barWidthFactor;
    plot.barMaxPx = o.barMaxWidth;
    plot.barAlignment = o.barAlignment;
    setGaps(plot, o);
    if (o.gradientMode == Options::Gradient::Scheme) {
        plot.gradient = PlotSeries::Gradient::None;
        setScheme(plot, series, theme);
    } else if (o.thresholdsStyle == Options::ThresholdsStyle::Series) {
        setScheme(plot, series, theme);
    }
}

PlotSeries plotSeries(const ChartSeries &series, const Theme &theme, const TimeSeriesView *previous, int index)
{
    PlotSeries plot;
    plot.name = series.name;
    plot.x = series.x;
    plot.y = series.y;
    plot.base = series.base;
    plot.pyramid = pyramidOf(series.y, previous, index);
    plot.color = toQColor(series.color);
    setStyle(plot, series, theme.brightness);
    plot.visible = series.state != ChartSeries::State::Hidden;
    if (series.state == ChartSeries::State::Dimmed) {
        plot.alpha = theme.chart.dimmedSeriesAlpha;
        plot.fillOpacity = 0;
        plot.points = PlotSeries::Points::Never;
    }
    return plot;
}

LegendItem legendItem(const ChartSeries &series, int index, const QStringList &calcs, const TimeSeriesInput &input)
{
    LegendItem item;
    item.name = series.name;
    item.color = toQColor(series.color);
    item.series = index;
    item.swatch = series.options.drawStyle == Options::DrawStyle::Points ? LegendItem::Swatch::Points
        : series.options.drawStyle == Options::DrawStyle::Bars           ? LegendItem::Swatch::Bars
        : series.options.dashPattern().isEmpty()                         ? LegendItem::Swatch::Line
                                                                         : LegendItem::Swatch::Dashed;
    item.state = series.state == ChartSeries::State::Shown ? LegendItem::State::On
        : series.state == ChartSeries::State::Dimmed       ? LegendItem::State::Dimmed
                                                           : LegendItem::State::Off;
    for (const QString &calc : calcs)
        item.values.append(legendValue(series.field, calc, input.theme->brightness, input.zone));
    return item;
}

LegendModel legendModel(const QList<ChartSeries> &all, const TimeSeriesInput &input)
{
    const LegendOptions &options = input.options.legend;
    if (!options.shown())
        return {};
    QStringList calcs;
    LegendModel legend = legendFrame(options, calcs);
    if (input.choice.sortColumn) {
        legend.sortColumn = *input.choice.sortColumn;
        legend.sortDescending = input.choice.sortDescending;
    }
    for (int i = 0; i < all.size(); ++i) {
        if (!all[i].options.hideFromLegend)
            legend.items.append(legendItem(all[i], i, calcs, input));
    }
    finishLegend(legend, options);
    return legend;
}

QString emptyReason(const TimeSeriesInput &input, const QList<ChartSeries> &all)
{
    const bool rows = std::any_of(all.begin(), all.end(), [](const ChartSeries &series) { return !series.x.isEmpty(); });
    if (rows)
        return {};
    if (input.data.frames.isEmpty() || !all.isEmpty())
        return tr("The query matched no series");
    const bool time = std::any_of(input.data.frames.begin(), input.data.frames.end(), [](const Frame &frame) {
        return std::any_of(frame.fields.begin(), frame.fields.end(), [](const Field &field) { return field.isTime(); });
    });
    return time ? tr("The data has no numeric field") : tr("The data has no time field");
}

} // namespace

QList<int> TimeSeriesView::shownSeries() const
{
    QList<int> shown;
    for (int i = 0; i < series.size(); ++i) {
        if (series[i].state == ChartSeries::State::Shown)
            shown.append(i);
    }
    return shown;
}

int TimeSeriesView::legendItemOf(int wanted) const
{
    for (int i = 0; i < legend.items.size(); ++i) {
        if (legend.items[i].series == wanted)
            return i;
    }
    return -1;
}

TimeSeriesView timeSeriesView(const TimeSeriesInput &input, const TimeSeriesView *previous)
{
    TimeSeriesView view;
    const Brightness theme = input.theme->brightness;
    view.series = chartSeries(input.data.frames, input.choice, theme);
    view.emptyReason = emptyReason(input, view.series);
    for (int i = 0; i < view.series.size(); ++i)
        view.plot.series.append(plotSeries(view.series[i], *input.theme, previous, i));
    layOutAxes(view, input, previous);
    view.plot.thresholds = axisThresholds(view, theme);
    view.legend = legendModel(view.series, input);
    addExemplars(view, input);
    return view;
}

LegendChoice clickLegend(const TimeSeriesView &view, LegendChoice choice, int item, bool toggle)
{
    if (item < 0 || item >= view.legend.items.size())
        return choice;
    const QString name = view.legend.items[item].name;
    if (!toggle) {
        const bool again = choice.isolated == name;
        choice.isolated = again ? QString() : name;
        choice.off.clear();
        return choice;
    }
    if (!choice.isolated.isEmpty()) { // from one series alone to a choice of several
        for (const ChartSeries &series : view.series) {
            if (series.state != ChartSeries::State::Shown)
                choice.off.insert(series.name);
        }
        choice.isolated.clear();
    }
    const bool shown = view.series[view.legend.items[item].series].state == ChartSeries::State::Shown;
    if (shown) {
        choice.off.insert(name);
        choice.on.remove(name);
    } else {
        choice.off.remove(name);
        choice.on.insert(name);
    }
    return choice;
}

// Largest first, then smallest first, then as they come.
LegendChoice clickColumn(const TimeSeriesView &view, LegendChoice choice, int column)
{
    const bool same = view.legend.sortColumn == column;
    const bool descendingFirst = column >= 0;
    if (!same) {
        choice.sortColumn = column;
        choice.sortDescending = descendingFirst;
    } else if (view.legend.sortDescending == descendingFirst) {
        choice.sortColumn = column;
        choice.sortDescending = !descendingFirst;
    } else {
        choice.sortColumn = -2;
    }
    return choice;
}
