// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/heatmap/heatmaprows.h>

#include <algorithm>
#include <cmath>

namespace {

std::optional<double> boundOf(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.compare(QLatin1String("+Inf"), Qt::CaseInsensitive) == 0 || trimmed.compare(QLatin1String("Inf"), Qt::CaseInsensitive) == 0)
        return INFINITY;
    if (trimmed.compare(QLatin1String("-Inf"), Qt::CaseInsensitive) == 0)
        return -INFINITY;
    bool ok = false;
    const double value = trimmed.toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

HeatmapRow rowOf(const Field &field, const HeatmapInput &input)
{
    HeatmapRow row;
    row.field = field;
    const QString name = field.state.displayName.isEmpty() ? field.name : field.state.displayName;
    const QString ge = field.labels.value(QStringLiteral("ge"));
    const QString le = field.labels.value(QStringLiteral("le"));
    for (const QString &text : {name, field.name, le, ge}) {
        if (!row.bound && !text.isEmpty())
            row.bound = boundOf(text);
    }
    if (!le.isEmpty() && !ge.isEmpty() && boundOf(le) && boundOf(ge)) {
        row.bound = boundOf(le);
        row.low = boundOf(ge);
        row.lowLabel = boundLabel(*row.low, field, input);
    }
    row.label = row.bound ? boundLabel(*row.bound, field, input) : name;
    return row;
}

const Field *timeOf(const Frame &frame)
{
    const auto time = std::find_if(frame.fields.begin(), frame.fields.end(), [](const Field &field) { return field.isTime(); });
    return time == frame.fields.end() ? nullptr : &*time;
}

const Frame *heatFrame(const Frames &frames)
{
    for (const Frame &frame : frames) {
        if (timeOf(frame) && frame.rowCount() > 0)
            return &frame;
    }
    return nullptr;
}

bool isOutside(const HeatmapRow &row, const HeatmapOptions &options)
{
    return (options.axisMin && *row.bound < *options.axisMin)
        || (options.axisMax && (row.low ? *row.low >= *options.axisMax : *row.bound > *options.axisMax && !std::isinf(*row.bound)));
}

// Between buckets that do not touch lies one without cells.
void fillGaps(QList<HeatmapRow> &rows)
{
    for (qsizetype i = 1; i < rows.size(); ++i) {
        if (!rows[i].low || !rows[i - 1].bound || *rows[i].low <= *rows[i - 1].bound)
            continue;
        HeatmapRow gap = rows[i];
        gap.field.values = Column::numbers(std::vector<double>(size_t(gap.field.values.size()), Column::missing()));
        gap.low = rows[i - 1].bound;
        gap.lowLabel = rows[i - 1].label;
        gap.bound = rows[i].low;
        gap.label = rows[i].lowLabel;
        rows.insert(i++, gap);
    }
}

// Buckets in the order of their bounds, never of their texts; those that are no numbers keep their order.
QList<HeatmapRow> rowsOf(const HeatmapInput &input, const Frame &first, const Column &times)
{
    QList<HeatmapRow> rows;
    for (const Frame &frame : input.data.frames) {
        const Field *time = timeOf(frame);
        if (!time || (first.kind == Frame::Kind::HeatmapRows && &frame != &first)
            || !(time->values.sharesStorageWith(times) || time->values == times))
            continue;
        for (const Field &field : frame.fields) {
            if (field.isNumeric())
                rows.append(rowOf(field, input));
        }
    }
    if (!std::all_of(rows.begin(), rows.end(), [](const HeatmapRow &row) { return row.bound.has_value(); }))
        return rows;
    std::stable_sort(rows.begin(), rows.end(), [](const HeatmapRow &a, const HeatmapRow &b) { return *a.bound < *b.bound; });
    rows.removeIf([&](const HeatmapRow &row) { return isOutside(row, input.options); });
    fillGaps(rows);
    return rows;
}

double stepOf(const PanelData &data, const Column &times)
{
    if (times.isGrid())
        return double(times.gridStepMs());
    double step = INFINITY;
    for (qsizetype i = 1; i < times.size(); ++i) {
        const double distance = times.number(i) - times.number(i - 1);
        if (distance > 0)
            step = std::min(step, distance);
    }
    return std::isfinite(step) ? step : std::max<double>(1, data.stepMs > 0 ? double(data.stepMs) : double(data.range.spanMs()) / 60);
}

// A sample tells of the time up to it: its cell ends there.
Column cellStarts(const Column &times, double step)
{
    if (times.isGrid())
        return Column::grid(times.gridStartMs() - qint64(step), times.gridStepMs(), times.size());
    std::vector<double> starts;
    for (qsizetype i = 0; i < times.size(); ++i)
        starts.push_back(times.number(i) - step);
    return Column::times(std::move(starts));
}

} // namespace

DisplayProcessor heatmapDisplay(const QString &unit, std::optional<int> decimals, const HeatmapInput &input)
{
    Field field;
    field.config.unit = unit;
    field.config.decimals = decimals;
    return DisplayProcessor(field, input.theme->brightness, input.zone);
}

QString boundLabel(double bound, const Field &field, const HeatmapInput &input)
{
    if (std::isinf(bound))
        return bound > 0 ? QStringLiteral("+Inf") : QStringLiteral("-Inf");
    const QString unit = input.options.axisUnit.isEmpty() ? field.config.unit : input.options.axisUnit;
    return heatmapDisplay(unit, input.options.axisDecimals ? input.options.axisDecimals : field.config.decimals, input)
        .number(bound)
        .joined();
}

HeatmapRows bucketRows(const HeatmapInput &input)
{
    HeatmapRows out;
    const Frame *frame = heatFrame(input.data.frames);
    if (!frame)
        return out;
    const Column &times = timeOf(*frame)->values;
    out.rows = rowsOf(input, *frame, times);
    out.stepMs = stepOf(input.data, times);
    out.starts = cellStarts(times, out.stepMs);
    out.isHeatmapFormat = frame->kind == Frame::Kind::HeatmapRows;
    return out;
}
