// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <algorithm>
#include <cmath>
#include <panels/charttime.h>
#include <panels/timeseries/timeseriesview.h>

namespace {

constexpr qsizetype kMostListed = 300; // around the hot one

struct Entry {
    SeriesRow row;
    double value = 0;
};

TooltipModel headed(const TimeSeriesInput &input, double timeMs)
{
    TooltipModel model;
    model.head = tooltipTime(qint64(timeMs), input.range.spanMs(), input.zone);
    model.headNote = zoneName(qint64(timeMs), input.zone);
    model.maxWidth = int(input.options.tooltip.maxWidth.value_or(0));
    model.maxHeight = int(input.options.tooltip.maxHeight.value_or(0));
    return model;
}

void sortEntries(QList<Entry> &entries, TooltipOptions::Sort sort)
{
    if (sort == TooltipOptions::Sort::None)
        return;
    const bool descending = sort == TooltipOptions::Sort::Descending;
    std::stable_sort(entries.begin(), entries.end(), [=](const Entry &a, const Entry &b) {
        if (std::isnan(a.value) || std::isnan(b.value))
            return !std::isnan(a.value) && std::isnan(b.value);
        return descending ? a.value > b.value : a.value < b.value;
    });
}

// A total makes sense of several values of one unit.
QString total(const TimeSeriesView &view, const TimeSeriesInput &input, const QList<SeriesRow> &rows)
{
    double sum = 0;
    QString unit;
    int count = 0;
    for (const SeriesRow &each : rows) {
        const Field &field = view.series[each.series].field;
        const double value = field.values.number(each.row);
        if (std::isnan(value))
            continue;
        if (count++ > 0 && field.config.unit != unit)
            return {};
        unit = field.config.unit;
        sum += value;
    }
    if (count < 2)
        return {};
    Field field = view.series[rows.first().series].field;
    field.config.mappings.clear();
    const DisplayProcessor display(field, input.theme->brightness, input.zone);
    return QCoreApplication::translate("TimeSeries", "Total %1").arg(display.number(sum).joined());
}

// What a stack has reached with the series, where it is asked for; parts of a whole stay parts.
double valueOf(const ChartSeries &series, qsizetype row, const TooltipOptions &options)
{
    const bool sum = options.cumulative && series.stacked && series.options.stacking == TimeSeriesField::Stacking::Normal;
    return sum ? series.y.number(row) : series.field.values.number(row);
}

} // namespace

// Dimmed series are there to look at only.
int hotSeries(const TimeSeriesView &view, const TooltipOptions &options, const QList<SeriesDistance> &distances)
{
    int nearest = -1;
    double best = options.hoverProximity.value_or(INFINITY);
    for (const SeriesDistance &each : distances) {
        const ChartSeries &series = view.series[each.series];
        if (series.state != ChartSeries::State::Shown || series.options.hideFromTooltip || each.px > best)
            continue;
        best = each.px;
        nearest = each.series;
    }
    return nearest;
}

TooltipModel timeSeriesTooltip(const TimeSeriesView &view, const TimeSeriesInput &input, const QList<SeriesRow> &rows, int hot)
{
    const TooltipOptions &options = input.options.tooltip;
    const bool multi = options.mode == TooltipOptions::Mode::Multi;
    QList<Entry> entries;
    QList<SeriesRow> counted;
    double time = 0;
    for (const SeriesRow &each : rows) {
        const ChartSeries &series = view.series[each.series];
        if (series.state != ChartSeries::State::Shown || series.options.hideFromTooltip || (!multi && each.series != hot))
            continue;
        const double value = valueOf(series, each.row, options);
        if (multi && options.hideZeros && value == 0)
            continue;
        entries.append({each, value});
        counted.append(each);
        if (time == 0 || each.series == hot)
            time = each.x;
    }
    if (entries.isEmpty() || options.mode == TooltipOptions::Mode::None)
        return {};
    TooltipModel model = headed(input, time);
    sortEntries(entries, options.sort);
    const auto hotEntry = std::find_if(entries.cbegin(), entries.cend(), [=](const Entry &entry) { return entry.row.series == hot; });
    const qsizetype middle = hotEntry == entries.cend() ? 0 : hotEntry - entries.cbegin();
    const qsizetype first = std::clamp<qsizetype>(middle - kMostListed / 2, 0, std::max<qsizetype>(0, entries.size() - kMostListed));
    const QList<Entry> listed = entries.mid(first, kMostListed);
    model.left = int(entries.size() - listed.size());
    for (const Entry &entry : listed) {
        const ChartSeries &series = view.series[entry.row.series];
        const DisplayProcessor display(series.field, input.theme->brightness, input.zone);
        model.rows.append(
            {series.name, display.number(entry.value).joined(), toQColor(series.color), multi && entry.row.series == hot, {}});
    }
    if (multi)
        model.foot = total(view, input, counted);
    return model;
}
