// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/timeseries/timeseriespanel.h>

#include <panels/charttime.h>
#include <panels/timeseries/exemplars.h>
#include <widgets/charttooltip.h>
#include <widgets/legend.h>

// What the mouse and the crosshair do.

namespace {

constexpr double kExemplarPx = 7; // how near the mouse must come

} // namespace

QList<SeriesRow> TimeSeriesPanel::rowsAt(double x) const
{
    QList<SeriesRow> rows;
    for (const PlotHit &hit : m_plot->valuesAt(x))
        rows.append({hit.series, hit.row, hit.x});
    return rows;
}

// Data links of one series at one of its rows.
QList<CellLink> TimeSeriesPanel::linksAt(const QList<SeriesRow> &rows, int index) const
{
    const QList<ChartSeries> &all = shown().series;
    if (index < 0 || index >= all.size() || all[index].field.config.links.isEmpty())
        return {};
    const ChartSeries &series = all[index];
    const auto at = std::find_if(rows.begin(), rows.end(), [index](const SeriesRow &row) { return row.series == index; });
    if (at == rows.end())
        return {};
    Frame frame;
    frame.name = series.name;
    frame.fields = {Field{QStringLiteral("Time"), {}, series.x, {}, {}}, series.field};
    const DisplayProcessor display(series.field, m_input.theme->brightness, m_input.zone);
    return cellLinks(series.field, display.row(at->row), context(), {&frame, at->row});
}

int TimeSeriesPanel::nearestSeries(const QPointF &pos, double x) const
{
    QList<SeriesDistance> distances;
    for (const PlotHit &hit : m_plot->valuesAt(x))
        distances.append({hit.series, std::hypot(hit.pos.x() - pos.x(), hit.pos.y() - pos.y())});
    return hotSeries(shown(), m_input.options.tooltip, distances);
}

void TimeSeriesPanel::highlight(int series, bool dim)
{
    m_plot->setHighlight(series, dim && series >= 0);
    m_legend->setHot(series < 0 ? -1 : shown().legendItemOf(series));
}

ChartTooltip *TimeSeriesPanel::tooltip()
{
    if (!m_tooltip || m_tooltip->parentWidget() != window()) {
        delete m_tooltip;
        m_tooltip = new ChartTooltip(m_input.theme, window());
        connect(m_tooltip, &ChartTooltip::linkActivated, this, &PanelWidget::linkActivated);
    }
    return m_tooltip;
}

TooltipSpot TimeSeriesPanel::spotAt(const QPointF &pos) const
{
    const QRect plot = m_plot->plotRect();
    const QRect flag(int(pos.x()) - 56, plot.bottom() + 1, 112, 22);
    TooltipSpot spot;
    spot.point = m_plot->mapTo(window(), pos.toPoint());
    spot.avoid = QRect(m_plot->mapTo(window(), flag.topLeft()), flag.size());
    spot.area = window()->rect().adjusted(4, 4, -4, -4);
    spot.leftFirst = m_legend->isVisible() && m_legend->x() > 0;
    return spot;
}

void TimeSeriesPanel::showTooltip(const QPointF &pos, double x, bool own)
{
    if (const int exemplar = own ? m_plot->diamondAt(pos, kExemplarPx) : -1; exemplar >= 0) {
        highlight(-1, false);
        return tooltip()->showFor(exemplarTooltip(shown(), m_input, context(), exemplar), spotAt(pos));
    }
    const QList<SeriesRow> rows = rowsAt(x);
    const int hot = nearestSeries(pos, x);
    TimeSeriesInput input = m_input;
    if (!own && input.options.tooltip.mode == TooltipOptions::Mode::Single)
        input.options.tooltip.mode = TooltipOptions::Mode::Multi; // another panel's cursor has no height here
    TooltipModel model = timeSeriesTooltip(shown(), input, rows, own ? hot : -1);
    if (own) {
        highlight(hot, false);
        model.notes = m_marks->notesAt(pos.x());
        for (const CellLink &link : linksAt(rows, hot))
            model.links.append({link.title, link.url});
    }
    if (own && model.rows.isEmpty())
        model = m_marks->tooltipAt(pos.x());
    if (model.rows.isEmpty() && model.notes.isEmpty()) {
        if (m_tooltip)
            m_tooltip->leave();
        return;
    }
    tooltip()->showFor(model, spotAt(pos));
}

void TimeSeriesPanel::hover(const std::optional<PlotHover> &hover)
{
    emit cursorMoved(hover ? std::optional(hover->x) : std::nullopt);
    if (m_tooltip && m_tooltip->isPinned())
        return;
    if (!hover) {
        highlight(-1, false);
        if (m_tooltip)
            m_tooltip->leave();
        return;
    }
    showTooltip(hover->pos, hover->x, true);
}

void TimeSeriesPanel::click(const PlotHover &hover)
{
    if (m_tooltip && m_tooltip->isPinned()) {
        m_tooltip->setPinned(false);
        return;
    }
    for (const CellLink &link : linksAt(rowsAt(hover.x), nearestSeries(hover.pos, hover.x))) {
        if (link.oneClick && m_plot->diamondAt(hover.pos, kExemplarPx) < 0)
            return emit linkActivated(link.url);
    }
    showTooltip(hover.pos, hover.x, true);
    if (m_tooltip && m_tooltip->isVisible())
        m_tooltip->setPinned(true);
}

// The first click of the two has pinned.
void TimeSeriesPanel::zoomOut()
{
    if (m_tooltip && m_tooltip->isPinned())
        m_tooltip->setPinned(false);
    emit zoomOutRequested();
}

void TimeSeriesPanel::setSharedCursor(std::optional<double> timeMs)
{
    m_plot->setCrosshair(timeMs);
    if (!context().sharedTooltip || (m_tooltip && m_tooltip->isPinned()))
        return;
    if (!timeMs || *timeMs < m_plot->xFrom() || *timeMs > m_plot->xTo()) {
        if (m_tooltip)
            m_tooltip->leave();
        return;
    }
    const QRect plot = m_plot->plotRect();
    showTooltip(QPointF(m_plot->pixelOf(*timeMs, 0).x(), plot.center().y()), *timeMs, false);
}
