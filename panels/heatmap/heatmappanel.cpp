// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/heatmap/heatmappanel.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <algorithm>
#include <panels/charttime.h>
#include <panels/nodata.h>
#include <widgets/charttooltip.h>
#include <widgets/theme/paint.h>

namespace {

constexpr int kLegend = 30;

TimeRange rangeOf(double from, double to)
{
    return {qRound64(from), qRound64(to)};
}

double howWell(const PanelData &data)
{
    const bool rows
        = std::any_of(data.frames.begin(), data.frames.end(), [](const Frame &frame) { return frame.kind == Frame::Kind::HeatmapRows; });
    return rows ? 1 : 0.05;
}

} // namespace

PanelType heatmapPanel()
{
    PanelType type;
    type.id = QStringLiteral("heatmap");
    type.name = QT_TRANSLATE_NOOP("Panels", "Heatmap");
    type.description = QT_TRANSLATE_NOOP("Panels", "How values spread over time");
    type.icon = QStringLiteral("heatmap");
    type.options = heatmapOptions().rows();
    type.standardFields = {QStringLiteral("unit"), QStringLiteral("decimals"), QStringLiteral("displayName")};
    type.create = [](QWidget *parent) -> PanelWidget * { return new HeatmapPanel(parent); };
    type.suggest = howWell;
    return type;
}

HeatmapPanel::HeatmapPanel(QWidget *parent)
    : PanelWidget(parent)
    , m_plot(new PlotSurface(this))
    , m_marks(new AnnotationMarks(
          *m_plot, [this] { return tooltip(); }, [this](const QPointF &pos) { return spotAt(pos); }, this))
{
    m_plot->setObjectName(QStringLiteral("plot"));
    m_plot->setFlagText([this](double x) { return flagTime(qRound64(x), m_input.range.spanMs(), m_input.zone); });
    connect(m_plot, &PlotSurface::hovered, this, &HeatmapPanel::hover);
    connect(m_plot, &PlotSurface::clicked, this, &HeatmapPanel::click);
    const auto select = [this](double from, double to) { emit rangeSelected(rangeOf(from, to)); };
    connect(m_plot, &PlotSurface::rangeSelected, this, select);
    connect(m_plot, &PlotSurface::panned, this, select);
    connect(m_plot, &PlotSurface::zoomed, this, select);
    connect(m_plot, &PlotSurface::zoomOutRequested, this, &HeatmapPanel::zoomOut);
}

HeatmapPanel::~HeatmapPanel()
{
    delete m_tooltip;
}

void HeatmapPanel::setOptions(const Json &options)
{
    const HeatmapOptions read = heatmapOptions().read(options);
    if (read == m_input.options)
        return;
    m_input.options = read;
    changed();
}

void HeatmapPanel::setData(const PanelData &data)
{
    m_input.data = data;
    if (context().range.spanMs() <= 0)
        m_input.range = data.range;
    changed();
}

void HeatmapPanel::setContext(const PanelContext &context)
{
    PanelWidget::setContext(context);
    if (m_input.theme != context.theme)
        delete m_tooltip; // it is made for one theme
    m_input.theme = context.theme;
    m_input.zone = context.zone;
    m_input.range = context.range.spanMs() > 0 ? context.range : m_input.data.range;
    m_marks->setStyle({m_input.range.spanMs(), context.zone, context.theme->brightness});
    m_plot->setTheme(context.theme);
    m_plot->setBackground(context.ground);
    changed();
}

void HeatmapPanel::changed()
{
    m_dirty = true;
    if (isVisible())
        QCoreApplication::postEvent(this, new QEvent(QEvent::LayoutRequest), Qt::HighEventPriority);
    update();
}

bool HeatmapPanel::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Polish || event->type() == QEvent::Show)
        apply();
    return PanelWidget::event(event);
}

void HeatmapPanel::apply() const
{
    m_dirty |= m_input.size != size();
    if (!std::exchange(m_dirty, false))
        return;
    m_input.size = size();
    m_view = heatmapView(m_input);
    m_plot->setVisible(m_view.emptyReason.isEmpty());
    m_plot->setGeometry(8, 2, width() - 20, height() - 2 - (m_view.legend ? kLegend : 4));
    m_plot->setModel(m_view.plot);
}

void HeatmapPanel::resizeEvent(QResizeEvent *)
{
    apply();
}

// Not deleted here: the window may be walking its children to hide them.
void HeatmapPanel::hideEvent(QHideEvent *)
{
    if (!m_tooltip)
        return;
    m_tooltip->hide();
    m_tooltip->deleteLater();
    m_tooltip.clear();
}

const HeatmapView &HeatmapPanel::view() const
{
    apply();
    return m_view;
}

Frames HeatmapPanel::table() const
{
    return m_input.data.frames;
}

void HeatmapPanel::paintEvent(QPaintEvent *)
{
    apply();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_view.emptyReason.isEmpty())
        paintNoData(painter, rect(), *m_input.theme, m_view.emptyReason);
    else if (m_view.legend)
        paintLegend(painter);
}

void HeatmapPanel::paintLegend(QPainter &painter) const
{
    const QList<QRgb> &colors = m_view.plot.heat->colors;
    const int left = m_plot->plotRect().left() + m_plot->x();
    const double length = std::min(240.0, width() * 0.4);
    const int y = height() - 20;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (qsizetype i = 0; i < colors.size(); ++i) {
        const int from = left + qRound(length * double(i) / double(colors.size()));
        const int to = left + qRound(length * double(i + 1) / double(colors.size()));
        painter.fillRect(from, y, to - from, 8, QColor::fromRgba(colors[i]));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_hovered && std::isfinite(m_hovered->value)) {
        const double x = left + length * m_view.share(m_hovered->value);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_input.theme->text.primary);
        painter.drawPolygon(QPolygonF({{x - 4, y - 6.0}, {x + 4, y - 6.0}, {x, y - 1.0}}));
    }
    drawLine(painter, QRectF(left + length + 10, y - 6, std::max(0.0, width() - left - length - 22), 20), m_view.legendText,
             themeFont(TextStyle::Axis), m_input.theme->chart.axisText);
}

void HeatmapPanel::setHovered(const std::optional<HeatHit> &hit)
{
    m_hovered = hit;
    update(0, height() - kLegend, width(), kLegend);
}

ChartTooltip *HeatmapPanel::tooltip()
{
    if (!m_tooltip || m_tooltip->parentWidget() != window()) {
        delete m_tooltip;
        m_tooltip = new ChartTooltip(m_input.theme, window());
        connect(m_tooltip, &ChartTooltip::linkActivated, this, &PanelWidget::linkActivated);
    }
    return m_tooltip;
}

TooltipSpot HeatmapPanel::spotAt(const QPointF &pos) const
{
    const QRect flag(int(pos.x()) - 56, m_plot->plotRect().bottom() + 1, 112, 22);
    return {m_plot->mapTo(window(), pos.toPoint()), window()->rect().adjusted(4, 4, -4, -4),
            QRect(m_plot->mapTo(window(), flag.topLeft()), flag.size()), false};
}

void HeatmapPanel::showTooltip(const QPointF &pos, const HeatHit &hit)
{
    TooltipModel model = heatmapTooltip(m_view, m_input, hit.column, hit.row);
    if (model.rows.isEmpty())
        return;
    model.notes = m_marks->notesAt(pos.x());
    for (const CellLink &link : heatmapLinks(m_view, m_input, context(), hit.column, hit.row))
        model.links.append({link.title, link.url});
    tooltip()->showFor(model, spotAt(pos));
}

void HeatmapPanel::hover(const std::optional<PlotHover> &hover)
{
    emit cursorMoved(hover ? std::optional(hover->x) : std::nullopt);
    const std::optional<HeatHit> hit = hover ? m_plot->cellAt(hover->pos) : std::nullopt;
    setHovered(hit);
    if (m_tooltip && m_tooltip->isPinned())
        return;
    if (hit)
        showTooltip(hover->pos, *hit);
    else if (m_tooltip)
        m_tooltip->leave();
}

void HeatmapPanel::click(const PlotHover &hover)
{
    if (m_tooltip && m_tooltip->isPinned()) {
        m_tooltip->setPinned(false);
        return;
    }
    if (const std::optional<HeatHit> hit = m_plot->cellAt(hover.pos)) {
        for (const CellLink &link : heatmapLinks(m_view, m_input, context(), hit->column, hit->row))
            if (link.oneClick)
                return emit linkActivated(link.url);
        showTooltip(hover.pos, *hit);
    }
    if (m_tooltip && m_tooltip->isVisible())
        m_tooltip->setPinned(true);
}

// The first click of the two has pinned.
void HeatmapPanel::zoomOut()
{
    if (m_tooltip && m_tooltip->isPinned())
        m_tooltip->setPinned(false);
    emit zoomOutRequested();
}

void HeatmapPanel::setSharedCursor(std::optional<double> timeMs)
{
    m_plot->setCrosshair(timeMs);
}
