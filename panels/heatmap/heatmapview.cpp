// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/heatmap/heatmapview.h>

#include <QtCore/QCoreApplication>
#include <algorithm>
#include <cmath>
#include <panels/charttime.h>
#include <panels/heatmap/heatmapcolors.h>
#include <pipeline/ticks.h>

namespace {

using Layout = HeatmapOptions::Layout;

QString tr(const char *text)
{
    return QCoreApplication::translate("Heatmap", text);
}

std::optional<double> boundOf(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.compare(QLatin1String("+Inf"), Qt::CaseInsensitive) == 0 || trimmed.compare(QLatin1String("Inf"), Qt::CaseInsensitive) == 0)
        return INFINITY;
    bool ok = false;
    const double value = trimmed.toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

DisplayProcessor display(const QString &unit, std::optional<int> decimals, const HeatmapInput &input)
{
    Field field;
    field.config.unit = unit;
    field.config.decimals = decimals;
    return DisplayProcessor(field, input.theme->brightness, input.zone);
}

HeatmapRow rowOf(const Field &field, const HeatmapInput &input)
{
    HeatmapRow row;
    row.field = field;
    const QString name = field.state.displayName.isEmpty() ? field.name : field.state.displayName;
    for (const QString &text : {name, field.name, field.labels.value(QStringLiteral("le")), field.labels.value(QStringLiteral("ge"))}) {
        if (!row.bound && !text.isEmpty())
            row.bound = boundOf(text);
    }
    const QString unit = input.options.axisUnit.isEmpty() ? field.config.unit : input.options.axisUnit;
    if (!row.bound)
        row.label = name;
    else if (std::isinf(*row.bound))
        row.label = QStringLiteral("+Inf");
    else
        row.label = display(unit, input.options.axisDecimals ? input.options.axisDecimals : field.config.decimals, input)
                        .number(*row.bound)
                        .joined();
    return row;
}

const Frame *heatFrame(const Frames &frames)
{
    for (const Frame &frame : frames) {
        const bool time = std::any_of(frame.fields.begin(), frame.fields.end(), [](const Field &field) { return field.isTime(); });
        if (time && frame.rowCount() > 0)
            return &frame;
    }
    return nullptr;
}

// Buckets in the order of their bounds, never of their texts; those that are no numbers keep their order.
QList<HeatmapRow> rowsOf(const HeatmapInput &input, const Column &times)
{
    QList<HeatmapRow> rows;
    for (const Frame &frame : input.data.frames) {
        const auto time = std::find_if(frame.fields.begin(), frame.fields.end(), [](const Field &field) { return field.isTime(); });
        if (time == frame.fields.end() || !(time->values.sharesStorageWith(times) || time->values == times))
            continue;
        for (const Field &field : frame.fields) {
            if (field.isNumeric())
                rows.append(rowOf(field, input));
        }
    }
    const bool numeric = std::all_of(rows.begin(), rows.end(), [](const HeatmapRow &row) { return row.bound.has_value(); });
    if (!numeric)
        return rows;
    std::stable_sort(rows.begin(), rows.end(), [](const HeatmapRow &a, const HeatmapRow &b) { return *a.bound < *b.bound; });
    rows.removeIf([&](const HeatmapRow &row) {
        return (input.options.axisMin && *row.bound < *input.options.axisMin)
            || (input.options.axisMax && *row.bound > *input.options.axisMax && !std::isinf(*row.bound));
    });
    return rows;
}

Layout layoutOf(const HeatmapInput &input, const QList<HeatmapRow> &rows, bool heatmapFormat)
{
    if (input.options.layout != Layout::Auto)
        return input.options.layout;
    const auto has = [&](const char *label) {
        return std::any_of(rows.begin(), rows.end(),
                           [&](const HeatmapRow &row) { return row.field.labels.contains(QLatin1String(label)); });
    };
    if (has("le"))
        return Layout::Le;
    if (has("ge"))
        return Layout::Ge;
    return heatmapFormat && rows.first().bound ? Layout::Le : Layout::Unknown;
}

// The labels of the rows, as many as there is room for.
PlotTicker rowTicker(const QStringList &labels, Layout layout, bool reverse)
{
    return [=](double min, double max, int lengthPx) {
        QList<Tick> ticks;
        const double rowPx = lengthPx / std::max(1.0, max - min);
        const int every = std::max(1, int(std::ceil(17 / rowPx)));
        const double at = layout == Layout::Unknown ? 0.5 : (layout == Layout::Le) != reverse ? 1 : 0;
        for (int i = 0; i < labels.size(); i += every)
            ticks.append({i + at, labels[i]});
        return ticks;
    };
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

bool isDrawn(double value, const HeatmapOptions &options)
{
    return std::isfinite(value) && !(options.hideBelow && value <= *options.hideBelow)
        && !(options.hideAbove && value >= *options.hideAbove);
}

void setColors(HeatCells &cells, const HeatmapInput &input, const QList<HeatmapRow> &rows)
{
    const HeatmapOptions &o = input.options;
    double low = INFINITY;
    double high = -INFINITY;
    for (const HeatmapRow &row : rows) {
        for (qsizetype i = 0; i < row.field.values.size(); ++i) {
            const double value = row.field.values.number(i);
            if (!isDrawn(value, o))
                continue;
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    cells.min = o.colorMin.value_or(std::isfinite(low) ? std::min(0.0, low) : 0);
    cells.max = o.colorMax.value_or(std::isfinite(high) ? high : 1);
    if (!(cells.max > cells.min))
        cells.max = cells.min + 1;
    cells.exponent = o.colorScale == HeatmapOptions::ColorScale::Linear ? 1 : o.exponent;
    const Brightness theme = input.theme->brightness;
    const QList<Rgba> colors = o.colorMode == HeatmapOptions::ColorMode::Scheme
        ? schemeColors(o.scheme, o.steps, o.reverse, theme)
        : opacityColors(colorByName(o.fill, theme), toRgba(input.theme->bg.panel), o.steps, o.reverse);
    for (const Rgba color : colors)
        cells.colors.append(qRgba(color.r, color.g, color.b, color.a));
}

HeatCells cellsOf(const HeatmapInput &input, const QList<HeatmapRow> &rows, const Column &times)
{
    HeatCells cells;
    cells.xStep = stepOf(input.data, times);
    cells.x = cellStarts(times, cells.xStep);
    for (qsizetype i = 0; i <= rows.size(); ++i)
        cells.rowEdges.append(double(i));
    for (const HeatmapRow &row : rows)
        cells.rows.append(row.field.values);
    setColors(cells, input, rows);
    cells.hideBelow = input.options.hideBelow;
    cells.hideAbove = input.options.hideAbove;
    cells.gapPx = input.options.cellGap;
    cells.radiusPx = input.options.cellRadius;
    return cells;
}

PlotAxis bucketAxis(const HeatmapInput &input, const HeatmapView &view)
{
    PlotAxis axis;
    axis.min = 0;
    axis.max = double(view.rows.size());
    axis.grid = false;
    axis.visible = input.options.axisPlacement != HeatmapOptions::Placement::Hidden && input.size.width() >= 190;
    axis.right = input.options.axisPlacement == HeatmapOptions::Placement::Right;
    axis.widthPx = int(input.options.axisWidth.value_or(0));
    axis.label = input.options.axisLabel;
    QStringList labels;
    for (const HeatmapRow &row : view.rows)
        labels.append(row.label);
    axis.ticker = std::make_shared<const PlotTicker>(rowTicker(labels, view.layout, input.options.axisReverse));
    return axis;
}

} // namespace

double HeatmapView::share(double value) const
{
    const HeatCells &cells = *plot.heat;
    return std::pow(std::clamp((value - cells.min) / (cells.max - cells.min), 0.0, 1.0), cells.exponent);
}

QString HeatmapView::bucketText(int row) const
{
    const bool reversed = rows.size() > 1 && rows.first().bound && rows.last().bound && *rows.first().bound > *rows.last().bound;
    const int below = reversed ? row + 1 : row - 1;
    const int above = reversed ? row - 1 : row + 1;
    if (layout == HeatmapOptions::Layout::Le && rows[row].bound)
        return (below >= 0 && below < rows.size() ? rows[below].label : QStringLiteral("0")) + QStringLiteral(" – ") + rows[row].label;
    if (layout == HeatmapOptions::Layout::Ge && rows[row].bound)
        return rows[row].label + QStringLiteral(" – ") + (above >= 0 && above < rows.size() ? rows[above].label : QStringLiteral("∞"));
    return rows[row].label;
}

HeatmapView heatmapView(const HeatmapInput &input)
{
    HeatmapView view;
    const Frame *frame = heatFrame(input.data.frames);
    const auto time = frame ? std::find_if(frame->fields.begin(), frame->fields.end(), [](const Field &field) { return field.isTime(); })
                            : QList<Field>::const_iterator();
    if (frame)
        view.rows = rowsOf(input, time->values);
    view.plot.from = double(input.range.fromMs);
    view.plot.to = double(input.range.toMs);
    view.plot.x.grid = false;
    if (view.rows.isEmpty()) {
        view.emptyReason = input.data.frames.isEmpty() ? tr("The query matched no series") : tr("The data has no buckets over time");
        return view;
    }
    view.layout = layoutOf(input, view.rows, frame->kind == Frame::Kind::HeatmapRows);
    if (input.options.axisReverse)
        std::reverse(view.rows.begin(), view.rows.end());
    view.plot.heat = cellsOf(input, view.rows, time->values);
    view.plot.y = {bucketAxis(input, view)};
    view.plot.x.ticker = std::make_shared<const PlotTicker>(
        [zone = input.zone](double min, double max, int px) { return timeTicks(qint64(min), qint64(max), px, zone); });
    view.legend = input.options.legend && input.size.height() > 130 && input.size.width() > 220;
    const DisplayProcessor values = display(input.options.cellUnit, input.options.cellDecimals, input);
    view.legendText = values.number(view.plot.heat->min).joined() + QStringLiteral(" – ") + values.number(view.plot.heat->max).joined();
    return view;
}

TooltipModel heatmapTooltip(const HeatmapView &view, const HeatmapInput &input, qsizetype column, qsizetype row)
{
    TooltipModel model;
    const HeatmapOptions &o = input.options;
    if (!view.plot.heat || o.tooltip.mode == TooltipOptions::Mode::None || row < 0 || row >= view.rows.size())
        return model;
    const HeatCells &cells = *view.plot.heat;
    const double start = cells.x.number(column);
    model.head = tooltipTime(qint64(start + cells.xStep), input.range.spanMs(), input.zone);
    model.headNote = zoneName(qint64(start), input.zone);
    model.maxWidth = int(o.tooltip.maxWidth.value_or(0));
    model.maxHeight = int(o.tooltip.maxHeight.value_or(0));
    const DisplayProcessor values = display(o.cellUnit, o.cellDecimals, input);
    const bool all = o.tooltip.mode == TooltipOptions::Mode::Multi || o.yHistogram;
    double largest = 0;
    for (const Column &values : cells.rows)
        largest = std::max(largest, std::isfinite(values.number(column)) ? values.number(column) : 0);
    for (qsizetype i = view.rows.size() - 1; i >= 0; --i) {
        const double value = cells.rows[i].number(column);
        if ((!all && i != row) || (i != row && !isDrawn(value, o)))
            continue;
        const int index = std::clamp(int(view.share(value) * double(cells.colors.size())), 0, int(cells.colors.size()) - 1);
        TooltipRow each{view.bucketText(int(i)), values.number(value).joined(), QColor::fromRgba(cells.colors[index]), all && i == row, {}};
        if (o.yHistogram && largest > 0 && std::isfinite(value))
            each.bar = std::clamp(value / largest, 0.0, 1.0);
        model.rows.append(each);
    }
    model.foot = o.valueName;
    if (o.showColorScale) {
        for (const QRgb color : cells.colors)
            model.scale.append(QColor::fromRgba(color));
        model.scaleMark = view.share(cells.rows[row].number(column));
    }
    return model;
}
