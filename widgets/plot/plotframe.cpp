// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QPainter>
#include <pipeline/yrange.h>
#include <widgets/plot/plotframe.h>
#include <widgets/plot/traceshapes.h>
#include <widgets/theme/theme.h>

void PlotFrame::setTheme(const Theme *theme)
{
    m_theme = theme;
    m_arranged = false;
}

void PlotFrame::setModel(const PlotModel &model)
{
    std::vector<std::shared_ptr<Pyramid>> pyramids;
    pyramids.reserve(m_series->size());
    for (const PreparedSeries &p : *m_series)
        pyramids.push_back(p.ownPyramid);
    m_series.reset(); // so that nobody else holds the pyramids, unless a picture is being drawn with them
    m_series = std::make_shared<const std::vector<PreparedSeries>>(prepareSeries(model.series, std::move(pyramids)));
    take(model);
}

void PlotFrame::setPrepared(const PreparedPlot &plot)
{
    m_series = plot.series;
    take(plot.model);
}

void PlotFrame::take(const PlotModel &model)
{
    m_model = model;
    if (m_model.y.isEmpty())
        m_model.y.append(PlotAxis());
    m_heat.setCells(m_model.heat.value_or(HeatCells()));
    m_arranged = false;
}

void PlotFrame::setView(double from, double to)
{
    if (!std::isfinite(from) || !std::isfinite(to) || !(to > from) || (from == m_from && to == m_to))
        return;
    m_from = from;
    m_to = to;
    m_arranged = false;
}

void PlotFrame::setHighlight(int series, bool dimOthers)
{
    m_highlight = series;
    m_dimOthers = dimOthers;
}

void PlotFrame::setSize(QSize size)
{
    size = size.expandedTo({1, 1});
    if (size == m_size)
        return;
    m_size = size;
    m_arranged = false;
}

AxesLayer::Range PlotFrame::rangeOf(int index) const
{
    const PlotAxis &axis = m_model.y[index];
    MinMax data{1, 0};
    const auto take = [&data](const MinMax &part) {
        if (!part.isEmpty())
            data = data.isEmpty() ? part : MinMax{std::min(data.min, part.min), std::max(data.max, part.max)};
    };
    if (index == 0 && m_model.heat && m_model.heat->rowEdges.size() > 1)
        return {axis.min.value_or(m_model.heat->rowEdges.first()), axis.max.value_or(m_model.heat->rowEdges.last())};
    if (axis.min && axis.max && *axis.max > *axis.min && (axis.scale != PlotAxis::Scale::Log || *axis.min > 0))
        return {*axis.min, *axis.max};
    for (const PreparedSeries &p : *m_series) {
        if (!p.series.visible || axisIndex(p.series.axis) != index)
            continue;
        const MinMax range = p.range(m_from, m_to);
        take(range);
        if (!range.isEmpty() && p.series.draw == PlotSeries::Draw::Bars && axis.scale != PlotAxis::Scale::Log)
            take({0, 0});
    }
    AxisScale scale;
    scale.distribution = axis.scale == PlotAxis::Scale::Log ? AxisScale::Distribution::Log
        : axis.scale == PlotAxis::Scale::SymLog             ? AxisScale::Distribution::Symlog
                                                            : AxisScale::Distribution::Linear;
    scale.logBase = axis.logBase;
    scale.linearThreshold = axis.linearThreshold;
    scale.min = axis.min;
    scale.max = axis.max;
    scale.softMin = axis.softMin;
    scale.softMax = axis.softMax;
    scale.centeredZero = axis.centeredZero;
    scale.decimals = axis.decimals;
    const bool any = !data.isEmpty();
    const auto found = axisRange(scale, any ? std::optional(data.min) : std::nullopt, any ? std::optional(data.max) : std::nullopt);
    AxesLayer::Range range = found ? AxesLayer::Range{found->min, found->max} : AxesLayer::Range{0, 100};
    if (axis.scale == PlotAxis::Scale::Log) {
        if (!(range.max > 0))
            range.max = 100;
        if (!(range.min > 0))
            range.min = range.max / 1000;
    }
    if (!(range.max > range.min))
        range.max = range.min + std::max(1.0, std::fabs(range.min) * 0.1);
    return range;
}

void PlotFrame::arrange()
{
    if (m_arranged)
        return;
    m_ranges.clear();
    for (int i = 0; i < m_model.y.size(); ++i)
        m_ranges.push_back(rangeOf(i));
    m_axes.layout(m_model, {m_from, m_to}, m_ranges, m_size, *m_theme);
    m_arranged = true;
}

QRect PlotFrame::plotRect()
{
    arrange();
    return m_axes.plotRect();
}

AxesLayer::Range PlotFrame::yRange(int axis)
{
    arrange();
    return m_ranges[size_t(axisIndex(axis))];
}

double PlotFrame::xAt(double px)
{
    const QRect plot = plotRect();
    return TimeScale(m_from, m_to, plot.width()).x(px - plot.left());
}

double PlotFrame::yAt(double px, int axis)
{
    const QRect plot = plotRect();
    const auto range = yRange(axis);
    return ValueScale(m_model.y[axisIndex(axis)], range.min, range.max, plot.height()).value(px - plot.top());
}

QPointF PlotFrame::pixelOf(double x, double y, int axis)
{
    const QRect plot = plotRect();
    const auto range = yRange(axis);
    const ValueScale scale(m_model.y[axisIndex(axis)], range.min, range.max, plot.height());
    return {plot.left() + double(TimeScale(m_from, m_to, plot.width()).px(x)), plot.top() + double(scale.px(y))};
}

QRect PlotFrame::devicePlot(const QImage &image, double dpr) const
{
    const QRect plot = m_axes.plotRect();
    const QPoint topLeft(qRound(plot.left() * dpr), qRound(plot.top() * dpr));
    const QPoint end(qRound((plot.right() + 1) * dpr), qRound((plot.bottom() + 1) * dpr));
    return QRect(topLeft, QSize(end.x() - topLeft.x(), end.y() - topLeft.y())) & image.rect();
}

// Below the series: what thresholds fill, and their lines.
void PlotFrame::drawBands(QPainter &painter)
{
    const QRect plot = m_axes.plotRect();
    painter.save();
    painter.setClipRect(plot);
    const auto rowOf = [&](const PlotThreshold &t, double value) {
        if (std::isinf(value))
            return value > 0 ? double(plot.top()) : double(plot.bottom() + 1);
        return std::clamp(pixelOf(0, value, t.axis).y(), plot.top() - 10.0, plot.bottom() + 11.0);
    };
    for (const PlotThreshold &t : std::as_const(m_model.thresholds)) {
        QColor color = t.color;
        const double from = rowOf(t, t.from);
        const double to = rowOf(t, t.to);
        if (t.band) {
            color.setAlphaF(t.color.alphaF() * float(m_theme->chart.thresholdBandAlpha));
            painter.fillRect(QRectF(QPointF(plot.left(), std::min(from, to)), QPointF(plot.right() + 1, std::max(from, to))), color);
        }
        if (t.line && std::isfinite(t.from)) {
            color.setAlphaF(t.color.alphaF() * float(m_theme->chart.thresholdLineAlpha));
            QPen pen(color, 1);
            pen.setCapStyle(Qt::FlatCap);
            if (t.dashed)
                pen.setDashPattern({6, 4});
            painter.setPen(pen);
            const double y = std::floor(from) + 0.5;
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right() + 1, y));
        }
    }
    painter.restore();
}

double PlotFrame::inkColumns() const
{
    constexpr double fillCost = 4; // of a column, against a line's
    double sum = 0;
    for (const PreparedSeries &p : *m_series) {
        if (p.series.visible)
            sum += double(std::min<qsizetype>(p.y.size(), m_size.width())) * (p.series.fillOpacity > 0 ? fillCost : 1);
    }
    return sum;
}

void PlotFrame::draw(QImage &image, const QColor &background)
{
    const SeriesPainter::View view = drawBelow(image, background);
    m_painter.paint(image, *m_series, view);
}

SeriesPainter::View PlotFrame::viewOf(const QRect &plot, double dpr) const
{
    SeriesPainter::View view;
    view.plot = plot;
    view.dpr = dpr;
    view.from = m_from;
    view.to = m_to;
    view.highlight = m_highlight;
    view.dimmed = m_dimOthers ? m_theme->chart.dimmedSeriesAlpha : 1;
    for (qsizetype i = 0; i < m_model.y.size(); ++i)
        view.scales.emplace_back(m_model.y[i], m_ranges[size_t(i)].min, m_ranges[size_t(i)].max, view.plot.height());
    return view;
}

SeriesPainter::View PlotFrame::drawBelow(QImage &image, const QColor &background)
{
    arrange();
    const double dpr = image.devicePixelRatio();
    image.fill(background);
    m_axes.paint(image);
    if (!m_model.thresholds.isEmpty()) {
        QPainter painter(&image);
        drawBands(painter);
    }
    const SeriesPainter::View view = viewOf(devicePlot(image, dpr), dpr);
    if (!m_heat.isEmpty())
        m_heat.paint(image, view.plot, TimeScale(m_from, m_to, view.plot.width()), view.scales.front(), dpr);
    return view;
}

namespace {
// What cannot be seen has the colour of the ground: viewers blend it in when they scale, and black would be dark seams.
QImage onGround(const QImage &cells, const QColor &ground)
{
    QImage image = cells.convertToFormat(QImage::Format_ARGB32);
    const QRgb unseen = ground.rgb() & 0xffffff;
    for (int y = 0; y < image.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        std::replace_if(
            row, row + image.width(), [](QRgb pixel) { return qAlpha(pixel) == 0; }, unseen);
    }
    return image;
}
} // namespace

void PlotFrame::drawShapes(QPainter &painter, const QColor &background)
{
    arrange();
    painter.fillRect(QRect(QPoint(), m_size), background);
    m_axes.paint(painter);
    drawBands(painter);
    const QRect plot = m_axes.plotRect() & QRect(QPoint(), m_size);
    if (!m_heat.isEmpty()) {
        constexpr int sharp = 2;
        QImage cells(plot.size() * sharp, QImage::Format_ARGB32_Premultiplied);
        cells.fill(Qt::transparent);
        const ValueScale scale(m_model.y.first(), m_ranges.front().min, m_ranges.front().max, cells.height());
        m_heat.paint(cells, cells.rect(), TimeScale(m_from, m_to, cells.width()), scale, sharp);
        painter.drawImage(QRectF(plot), onGround(cells, background));
    }
    const SeriesPainter::View view = viewOf(plot, 1);
    if (!plot.isEmpty() && view.to > view.from)
        drawTraceShapes(painter, m_painter.plan(*m_series, view), plot);
}
