// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/timeseries/timeseriesdata.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <pipeline/reduce.h>
#include <pipeline/stacking.h>

namespace {

Rgba seriesColor(const Field &field, const QString &name, Brightness theme)
{
    ColorInput input;
    input.seriesIndex = field.state.seriesIndex;
    input.seriesName = name;
    if (isByValue(field.config.color.mode)) {
        input.value
            = reduceToNumber(field.values, field.config.color.seriesBy.isEmpty() ? QStringLiteral("last") : field.config.color.seriesBy);
        const double low = field.config.min.value_or(field.state.rangeMin.value_or(0));
        const double high = field.config.max.value_or(field.state.rangeMax.value_or(100));
        input.percent = high > low ? std::clamp((input.value - low) / (high - low), 0.0, 1.0) : 0;
    }
    return fieldColor(field.config, input, theme);
}

bool ascending(const Column &x)
{
    if (x.isGrid())
        return true;
    double before = -INFINITY;
    for (qsizetype b = 0; b < x.blockCount(); ++b) {
        for (const double value : x.block(b)) {
            if (!(value >= before))
                return false;
            before = value;
        }
    }
    return true;
}

// Rows in the order of time; rows without a time are left out.
std::vector<qsizetype> rowsByTime(const Column &x)
{
    std::vector<qsizetype> rows;
    for (qsizetype i = 0; i < x.size(); ++i) {
        if (!std::isnan(x.number(i)))
            rows.push_back(i);
    }
    std::stable_sort(rows.begin(), rows.end(), [&](qsizetype a, qsizetype b) { return x.number(a) < x.number(b); });
    return rows;
}

Column picked(const Column &column, const std::vector<qsizetype> &rows, bool time)
{
    std::vector<double> values;
    values.reserve(rows.size());
    for (const qsizetype row : rows)
        values.push_back(column.number(row));
    return time ? Column::times(std::move(values)) : Column::numbers(std::move(values));
}

std::vector<double> valuesOf(const Column &column)
{
    std::vector<double> values;
    values.reserve(size_t(column.size()));
    for (qsizetype b = 0; b < column.blockCount(); ++b)
        values.insert(values.end(), column.block(b).begin(), column.block(b).end());
    return values;
}

Column transformed(const Column &y, TimeSeriesField::Transform transform)
{
    if (transform == TimeSeriesField::Transform::None)
        return y;
    std::vector<double> values = valuesOf(y);
    if (transform == TimeSeriesField::Transform::NegativeY) {
        for (double &value : values)
            value = std::isnan(value) ? value : -value;
    } else {
        const auto first = std::find_if(values.begin(), values.end(), [](double value) { return !std::isnan(value); });
        if (first != values.end())
            std::fill(values.begin(), values.end(), *first);
    }
    return Column::numbers(std::move(values));
}

Column withZeros(const Column &y)
{
    std::vector<double> values = valuesOf(y);
    for (double &value : values)
        value = Column::isMissing(value) ? 0 : value;
    return Column::numbers(std::move(values));
}

bool sameTimes(const Column &a, const Column &b)
{
    return a.sharesStorageWith(b) ? a.size() == b.size() : a == b;
}

// The values at other times; missing where there was no sample.
Column resampled(const Column &x, const Column &y, const std::vector<double> &times)
{
    std::vector<double> values(times.size(), Column::missing());
    size_t at = 0;
    for (qsizetype i = 0; i < x.size(); ++i) {
        while (at < times.size() && times[at] < x.number(i))
            ++at;
        if (at < times.size())
            values[at] = y.number(i);
    }
    return Column::numbers(std::move(values));
}

// Series that stack must have the same rows: those of different frames are brought to the union of their times.
void alignTimes(const QList<ChartSeries *> &stacked)
{
    const bool same
        = std::all_of(stacked.begin(), stacked.end(), [&](const ChartSeries *s) { return sameTimes(s->x, stacked.first()->x); });
    if (same)
        return;
    std::vector<double> times;
    for (const ChartSeries *series : stacked) {
        const std::vector<double> own = valuesOf(series->x);
        times.insert(times.end(), own.begin(), own.end());
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    const Column x = Column::times(times);
    for (ChartSeries *series : stacked) {
        series->y = resampled(series->x, series->y, times);
        series->field.values = resampled(series->x, series->field.values, times);
        series->x = x;
    }
}

void stackSeries(QList<ChartSeries> &all)
{
    QList<ChartSeries *> stacked;
    QList<StackInput> inputs;
    for (ChartSeries &series : all) {
        if (series.options.stacking != TimeSeriesField::Stacking::None && series.state == ChartSeries::State::Shown)
            stacked.append(&series);
    }
    if (stacked.isEmpty())
        return;
    alignTimes(stacked);
    for (const ChartSeries *series : stacked)
        inputs.append({series->y, series->options.stacking == TimeSeriesField::Stacking::Percent ? StackMode::Percent : StackMode::Normal,
                       series->options.stackingGroup, series->options.transform == TimeSeriesField::Transform::NegativeY});
    const QList<Stacked> results = stack(inputs);
    for (qsizetype i = 0; i < results.size() && i < stacked.size(); ++i) {
        stacked[i]->stacked = true;
        stacked[i]->y = results[i].upper;
        stacked[i]->base = results[i].lower;
    }
}

void fillDown(QList<ChartSeries> &all)
{
    for (ChartSeries &series : all) {
        if (series.options.fillBelowTo.isEmpty() || series.stacked)
            continue;
        const auto other
            = std::find_if(all.begin(), all.end(), [&](const ChartSeries &each) { return each.name == series.options.fillBelowTo; });
        if (other != all.end() && &*other != &series && sameTimes(other->x, series.x))
            series.base = other->y;
    }
}

ChartSeries::State stateOf(const ChartSeries &series, const LegendChoice &choice)
{
    if (!choice.isolated.isEmpty() && series.name != choice.isolated)
        return series.options.stacking != TimeSeriesField::Stacking::None ? ChartSeries::State::Hidden : ChartSeries::State::Dimmed;
    const bool off = choice.off.contains(series.name) || (series.options.hideFromViz && !choice.on.contains(series.name));
    return off && series.name != choice.isolated ? ChartSeries::State::Hidden : ChartSeries::State::Shown;
}

// Series that are told alike share one reading.
class OptionReader
{
public:
    const TimeSeriesField &of(const Json &custom)
    {
        if (!m_read || !(custom == m_source)) {
            m_source = custom;
            m_read = timeSeriesFieldOptions().read(custom);
        }
        return *m_read;
    }

private:
    Json m_source;
    std::optional<TimeSeriesField> m_read;
};

ChartSeries seriesOf(const Field &field, const TimeSeriesField &options, const Column &times, const LegendChoice &choice, Brightness theme)
{
    ChartSeries series;
    series.name = field.state.displayName.isEmpty() ? field.name : field.state.displayName;
    series.field = field;
    series.options = options;
    series.color = seriesColor(field, series.name, theme);
    series.state = stateOf(series, choice);
    series.x = times;
    if (field.values.type() == Column::Type::Bool)
        series.field.values = Column::numbers(valuesOf(field.values));
    if (!ascending(times)) {
        const std::vector<qsizetype> rows = rowsByTime(times);
        series.x = picked(times, rows, true);
        series.field.values = picked(series.field.values, rows, false);
    }
    const bool zeros = field.config.nullValueMode == QLatin1String("null as zero");
    series.y = transformed(zeros ? withZeros(series.field.values) : series.field.values, series.options.transform);
    return series;
}

} // namespace

QList<ChartSeries> chartSeries(const Frames &frames, const LegendChoice &choice, Brightness theme)
{
    QList<ChartSeries> all;
    OptionReader options;
    for (const Frame &frame : frames) {
        const auto time = std::find_if(frame.fields.begin(), frame.fields.end(), [](const Field &field) { return field.isTime(); });
        if (time == frame.fields.end())
            continue;
        for (const Field &field : frame.fields) {
            if (!field.isNumeric() && field.values.type() != Column::Type::Bool)
                continue;
            all.append(seriesOf(field, options.of(field.config.custom), time->values, choice, theme));
            all.last().refId = frame.refId;
        }
    }
    stackSeries(all);
    fillDown(all);
    return all;
}
