// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/heatmap/heatmapaxis.h>

#include <algorithm>
#include <cmath>
#include <pipeline/ticks.h>

namespace {

using H = HeatmapOptions;
using Layout = HeatmapOptions::Layout;

struct Scale {
    H::Scale kind = H::Scale::Auto; // Auto: rows of equal height
    double base = 2;
    double threshold = 1;
};

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

PlotTicker valueTicker(const Scale &scale, const DisplayProcessor &display)
{
    return [scale, display](double min, double max, int px) {
        if (scale.kind == H::Scale::Symlog)
            return symlogTicks(min, max, px, display, scale.base, scale.threshold);
        return scale.kind == H::Scale::Log ? logTicks(min, max, px, display, scale.base > 2 ? 10 : 2) : valueTicks(min, max, px, display);
    };
}

bool haveBothBounds(const QList<HeatmapRow> &rows)
{
    return std::all_of(rows.begin(), rows.end(), [](const HeatmapRow &row) { return row.low && row.bound; });
}

// Native histograms grow by powers; a zero bucket and negative ones ask for a scale that knows both signs. A first bucket that is open
// below, or begins at zero, does not: it ends the scale.
Scale scaleOfBounds(const QList<HeatmapRow> &rows)
{
    double smallest = INFINITY;
    bool positive = *rows.first().bound > 0 && (*rows.first().low >= 0 || std::isinf(*rows.first().low));
    for (const HeatmapRow &row : rows) {
        positive = positive && (*row.low > 0 || &row == &rows.first());
        for (const double edge : {*row.low, *row.bound}) {
            if (std::isfinite(edge) && edge != 0)
                smallest = std::min(smallest, std::abs(edge));
        }
    }
    return {positive ? H::Scale::Log : H::Scale::Symlog, 2, std::isfinite(smallest) ? smallest : 1};
}

Scale scaleFor(const HeatmapInput &input, const QList<HeatmapRow> &rows)
{
    const H &o = input.options;
    const bool numeric = std::all_of(rows.begin(), rows.end(), [](const HeatmapRow &row) { return row.bound.has_value(); });
    if (o.axisReverse || !numeric)
        return {};
    if (o.calculate)
        return {o.calculatedScale, o.calculatedBase, o.calculatedThreshold};
    if (o.bucketScale != H::Scale::Auto)
        return {o.bucketScale, o.bucketBase, o.bucketThreshold};
    return haveBothBounds(rows) ? scaleOfBounds(rows) : Scale();
}

// The bound that the data leaves open: as far from its neighbour as that one is from the next.
double beyond(double edge, double inner, const Scale &scale)
{
    if (scale.kind == H::Scale::Log)
        return inner > 0 && inner != edge ? edge * edge / inner : edge * scale.base;
    if (scale.kind == H::Scale::Symlog && edge * (edge - inner) > 0)
        return edge * scale.base;
    const double width = std::isfinite(inner) && edge != inner ? edge - inner : std::max(1.0, std::abs(edge));
    return edge + width;
}

// Empty: the bounds do not make a scale.
QList<double> edgesOf(const QList<HeatmapRow> &rows, const Scale &scale, Layout layout)
{
    QList<double> edges;
    const bool both = haveBothBounds(rows);
    if (both || layout == Layout::Ge) {
        for (const HeatmapRow &row : rows)
            edges.append(both ? *row.low : *row.bound);
        edges.append(both ? *rows.last().bound : INFINITY);
    } else {
        edges.append(scale.kind != H::Scale::Log && *rows.first().bound > 0 ? 0 : -INFINITY);
        for (const HeatmapRow &row : rows)
            edges.append(*row.bound);
    }
    const qsizetype last = edges.size() - 1;
    if (std::isinf(edges[last]))
        edges[last] = beyond(edges[last - 1], last > 1 ? edges[last - 2] : INFINITY, scale);
    if (scale.kind == H::Scale::Log && edges[0] <= 0)
        edges[0] = last > 1 && edges[1] > 0 ? edges[1] * edges[1] / edges[2] : edges[1] / scale.base;
    else if (std::isinf(edges[0]))
        edges[0] = beyond(edges[1], last > 1 ? edges[2] : INFINITY, scale);
    const bool ascends = std::is_sorted(edges.begin(), edges.end(), std::less_equal<>());
    const bool finite = std::all_of(edges.begin(), edges.end(), [](double edge) { return std::isfinite(edge); });
    return ascends && finite && (scale.kind != H::Scale::Log || edges[0] > 0) ? edges : QList<double>();
}

void setScale(PlotAxis &axis, const Scale &scale)
{
    axis.scale = scale.kind == H::Scale::Log ? PlotAxis::Scale::Log
        : scale.kind == H::Scale::Symlog     ? PlotAxis::Scale::SymLog
                                             : PlotAxis::Scale::Linear;
    axis.logBase = scale.base;
    axis.linearThreshold = scale.threshold;
}

} // namespace

HeatmapAxis heatmapAxis(const HeatmapInput &input, const QList<HeatmapRow> &rows, Layout layout)
{
    HeatmapAxis out;
    PlotAxis &axis = out.axis;
    axis.grid = false;
    axis.visible = input.options.axisPlacement != H::Placement::Hidden && input.size.width() >= 190;
    axis.right = input.options.axisPlacement == H::Placement::Right;
    axis.widthPx = int(input.options.axisWidth.value_or(0));
    axis.label = input.options.axisLabel;
    const Scale scale = scaleFor(input, rows);
    if (scale.kind != H::Scale::Auto)
        out.edges = edgesOf(rows, scale, layout);
    if (!out.edges.isEmpty()) {
        const Field &first = rows.first().field;
        const QString unit = input.options.axisUnit.isEmpty() ? first.config.unit : input.options.axisUnit;
        setScale(axis, scale);
        axis.ticker = std::make_shared<const PlotTicker>(valueTicker(scale, heatmapDisplay(unit, input.options.axisDecimals, input)));
    } else {
        QStringList labels;
        for (const HeatmapRow &row : rows)
            labels.append(row.label);
        axis.ticker = std::make_shared<const PlotTicker>(rowTicker(labels, layout, input.options.axisReverse));
        for (qsizetype i = 0; i <= rows.size(); ++i)
            out.edges.append(double(i));
    }
    axis.min = out.edges.first();
    axis.max = out.edges.last();
    return out;
}
