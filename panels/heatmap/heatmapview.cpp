// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/heatmap/heatmapview.h>

#include <QtCore/QCoreApplication>
#include <algorithm>
#include <cmath>
#include <panels/charttime.h>
#include <panels/heatmap/heatmapaxis.h>
#include <panels/heatmap/heatmapcolors.h>
#include <pipeline/ticks.h>

namespace {

using Layout = HeatmapOptions::Layout;

QString tr(const char *text)
{
    return QCoreApplication::translate("Heatmap", text);
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
    return (heatmapFormat || input.options.calculate) && rows.first().bound ? Layout::Le : Layout::Unknown;
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

HeatCells cellsOf(const HeatmapInput &input, const HeatmapRows &source, const QList<HeatmapRow> &rows, const QList<double> &edges)
{
    HeatCells cells;
    cells.xStep = source.stepMs;
    cells.x = source.starts;
    cells.rowEdges = edges;
    for (const HeatmapRow &row : rows)
        cells.rows.append(row.field.values);
    setColors(cells, input, rows);
    cells.hideBelow = input.options.hideBelow;
    cells.hideAbove = input.options.hideAbove;
    cells.gapPx = input.options.cellGap;
    cells.radiusPx = input.options.cellRadius;
    return cells;
}

} // namespace

double HeatmapView::share(double value) const
{
    const HeatCells &cells = *plot.heat;
    return std::pow(std::clamp((value - cells.min) / (cells.max - cells.min), 0.0, 1.0), cells.exponent);
}

QString HeatmapView::bucketText(int row) const
{
    if (rows[row].low)
        return rows[row].lowLabel + QStringLiteral(" – ") + rows[row].label;
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
    const HeatmapRows source = input.options.calculate ? calculatedRows(input) : bucketRows(input);
    view.rows = source.rows;
    view.columnTimeOffset = source.endsAtSample ? source.stepMs : 0;
    view.plot.from = double(input.range.fromMs);
    view.plot.to = double(input.range.toMs);
    view.plot.x.grid = false;
    if (view.rows.isEmpty()) {
        view.emptyReason = input.data.frames.isEmpty() ? tr("The query matched no series") : tr("The data has no buckets over time");
        return view;
    }
    view.layout = layoutOf(input, view.rows, source.isHeatmapFormat);
    if (input.options.axisReverse)
        std::reverse(view.rows.begin(), view.rows.end());
    const HeatmapAxis axis = heatmapAxis(input, view.rows, view.layout);
    view.plot.heat = cellsOf(input, source, view.rows, axis.edges);
    view.plot.y = {axis.axis};
    view.plot.x.ticker = std::make_shared<const PlotTicker>(
        [zone = input.zone](double min, double max, int px) { return timeTicks(qint64(min), qint64(max), px, zone); });
    view.legend = input.options.legend && input.size.height() > 130 && input.size.width() > 220;
    const DisplayProcessor values = heatmapDisplay(input.options.cellUnit, input.options.cellDecimals, input);
    view.legendText = values.number(view.plot.heat->min).joined() + QStringLiteral(" – ") + values.number(view.plot.heat->max).joined();
    return view;
}

QList<CellLink> heatmapLinks(const HeatmapView &view, const HeatmapInput &input, const PanelContext &context, qsizetype column,
                             qsizetype row)
{
    if (!view.plot.heat || row < 0 || row >= view.rows.size() || view.rows[row].field.config.links.isEmpty())
        return {};
    Field field = view.rows[row].field;
    field.values = Column::numbers({view.plot.heat->rows[row].number(column)});
    const double time = view.plot.heat->x.number(column) + view.columnTimeOffset;
    const Frame frame{field.name, {}, Frame::Kind::HeatmapRows, {Field{QStringLiteral("Time"), {}, Column::times({time}), {}, {}}, field}};
    const DisplayValue value = heatmapDisplay(input.options.cellUnit, input.options.cellDecimals, input).number(field.values.number(0));
    return cellLinks(field, value, context, {&frame, 0});
}

TooltipModel heatmapTooltip(const HeatmapView &view, const HeatmapInput &input, qsizetype column, qsizetype row)
{
    TooltipModel model;
    const HeatmapOptions &o = input.options;
    if (!view.plot.heat || o.tooltip.mode == TooltipOptions::Mode::None || row < 0 || row >= view.rows.size())
        return model;
    const HeatCells &cells = *view.plot.heat;
    const double start = cells.x.number(column);
    model.head = tooltipTime(qint64(start + view.columnTimeOffset), input.range.spanMs(), input.zone);
    model.headNote = zoneName(qint64(start), input.zone);
    model.maxWidth = int(o.tooltip.maxWidth.value_or(0));
    model.maxHeight = int(o.tooltip.maxHeight.value_or(0));
    const DisplayProcessor values = heatmapDisplay(o.cellUnit, o.cellDecimals, input);
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
