// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/timeseries/timeseriespanel.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <algorithm>
#include <cmath>
#include <core/largeframes.h>
#include <panels/charttime.h>
#include <panels/nodata.h>
#include <panels/singlevalue.h>
#include <panels/timeseries/exemplars.h>
#include <widgets/charttooltip.h>
#include <widgets/form/colorpicker.h>
#include <widgets/legend.h>
#include <widgets/theme/paint.h>

namespace {

TimeRange rangeOf(double from, double to)
{
    return {qRound64(from), qRound64(to)};
}

double howWell(const PanelData &data)
{
    const bool series
        = std::any_of(data.frames.begin(), data.frames.end(), [](const Frame &frame) { return frame.kind == Frame::Kind::TimeSeries; });
    return series ? 0.9 : 0.1;
}

} // namespace

PanelType timeseriesPanel()
{
    PanelType type;
    type.id = QStringLiteral("timeseries");
    type.name = QT_TRANSLATE_NOOP("Panels", "Time series");
    type.description = QT_TRANSLATE_NOOP("Panels", "Lines, bars and points over time");
    type.icon = QStringLiteral("timeseries");
    type.options = timeSeriesOptions().rows();
    type.fieldOptions = timeSeriesFieldOptions().rows();
    type.fieldDefaults = singleValueFieldDefaults().with(u"color.mode", Json(QStringLiteral("palette-classic")));
    type.showsExemplars = true;
    type.create = [](QWidget *parent) -> PanelWidget * { return new TimeSeriesPanel(parent); };
    type.suggest = howWell;
    return type;
}

TimeSeriesPanel::TimeSeriesPanel(QWidget *parent)
    : PanelWidget(parent)
    , m_plot(new PlotSurface(this))
    , m_legend(new LegendView(this))
    , m_marks(new AnnotationMarks(
          *m_plot, [this] { return tooltip(); }, [this](const QPointF &pos) { return spotAt(pos); }, this))
{
    m_plot->setObjectName(QStringLiteral("plot"));
    m_plot->setFlagText([this](double x) { return flagTime(qRound64(x), m_input.range.spanMs(), m_input.zone); });
    connect(m_plot, &PlotSurface::hovered, this, &TimeSeriesPanel::hover);
    connect(m_plot, &PlotSurface::clicked, this, &TimeSeriesPanel::click);
    connect(m_plot, &PlotSurface::rangeSelected, this, [this](double from, double to) { emit rangeSelected(rangeOf(from, to)); });
    connect(m_plot, &PlotSurface::panned, this, [this](double from, double to) { emit rangeSelected(rangeOf(from, to)); });
    connect(m_plot, &PlotSurface::zoomed, this, [this](double from, double to) { emit rangeSelected(rangeOf(from, to)); });
    connect(m_plot, &PlotSurface::settled, this, &TimeSeriesPanel::settled);
    connect(m_plot, &PlotSurface::zoomOutRequested, this, &TimeSeriesPanel::zoomOut);
    connect(m_legend, &LegendView::itemClicked, this, [this](int item, Qt::KeyboardModifiers keys) {
        m_input.choice = clickLegend(shown(), m_input.choice, item, keys & (Qt::ControlModifier | Qt::MetaModifier | Qt::ShiftModifier));
        changed();
    });
    connect(m_legend, &LegendView::swatchClicked, this, &TimeSeriesPanel::pickColor);
    connect(m_legend, &LegendView::columnClicked, this, [this](int column) {
        m_input.choice = clickColumn(shown(), m_input.choice, column);
        changed();
    });
    connect(m_legend, &LegendView::itemHovered, this,
            [this](int item) { highlight(item < 0 ? -1 : shown().legend.items.value(item).series, true); });
}

TimeSeriesPanel::~TimeSeriesPanel()
{
    delete m_tooltip;
    if (!isLarge(m_input.data.frames))
        return;
    m_plot->setPrepared({{}, std::make_shared<const std::vector<PreparedSeries>>()});
    m_legend->setModel({}, false);
    destroyOffThread(std::move(m_scene));
    destroyOffThread(std::move(m_input));
}

void TimeSeriesPanel::pickColor(int item)
{
    const QList<ChartSeries> &series = shown().series;
    const int index = shown().legend.items.value(item).series;
    if (index < 0 || index >= series.size())
        return;
    const Field &field = series[index].field;
    const bool fixed = field.config.color.mode == QLatin1String("fixed");
    auto *popup = new ColorPopup(fixed ? field.config.color.fixedColor : QString(), this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setTitle(tr("Colour of %1").arg(oneLine(series[index].name, 60)));
    popup->setReset(tr("Automatic colour"));
    connect(popup, &ColorPopup::colorChosen, this, [this, name = series[index].name](const QString &color) {
        const Json mode(QStringLiteral("fixed"));
        emit overrideEdited(name, QStringLiteral("color"),
                            color.isEmpty() ? Json()
                                            : Json::object({{QStringLiteral("fixedColor"), Json(color)}, {QStringLiteral("mode"), mode}}));
    });
    popup->popupAt(m_legend->mapToGlobal(m_legend->swatchRect(item).bottomLeft() + QPoint(4, 2)));
}

void TimeSeriesPanel::setOptions(const Json &options)
{
    const TimeSeriesOptions read = timeSeriesOptions().read(options);
    if (read == m_input.options)
        return;
    m_input.options = read;
    changed();
}

void TimeSeriesPanel::setData(const PanelData &data)
{
    if (PanelData before = std::exchange(m_input.data, data); isLarge(before.frames))
        destroyOffThread(std::move(before));
    if (context().range.spanMs() <= 0)
        m_input.range = data.range;
    changed();
}

void TimeSeriesPanel::setContext(const PanelContext &context)
{
    PanelWidget::setContext(context);
    const TimeRange range = context.range.spanMs() > 0 ? context.range : m_input.data.range;
    m_plot->setBackground(context.ground);
    if (m_input.theme == context.theme && m_input.zone == context.zone && m_input.range == range)
        return;
    if (m_input.theme != context.theme)
        delete m_tooltip; // it is made for one theme
    m_input.theme = context.theme;
    m_input.zone = context.zone;
    m_input.range = range;
    m_marks->setStyle({range.spanMs(), context.zone, context.theme->brightness});
    m_plot->setTheme(context.theme);
    m_legend->setTheme(context.theme);
    m_legend->setPicksColors(context.editable);
    changed();
}

void TimeSeriesPanel::changed()
{
    m_dirty = true;
    if (isVisible())
        QCoreApplication::postEvent(this, new QEvent(QEvent::LayoutRequest), Qt::HighEventPriority);
    update();
}

bool TimeSeriesPanel::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Polish || event->type() == QEvent::Show)
        apply();
    return PanelWidget::event(event);
}

void TimeSeriesPanel::apply() const
{
    if (!std::exchange(m_dirty, false))
        return;
    if (isLarge(m_input.data.frames))
        return applyOffThread();
    m_offload.cancel();
    m_working = false;
    show(std::make_shared<const Scene>(Scene{timeSeriesView(m_input, &shown()), {}}));
}

void TimeSeriesPanel::applyOffThread() const
{
    m_working = true;
    m_offload.start(
        const_cast<TimeSeriesPanel *>(this),
        [input = m_input, before = m_scene](const std::stop_token &) mutable {
            Scene scene{timeSeriesView(input, &before->view), {}};
            scene.plot = preparePlot(scene.view.plot);
            before.reset();
            return std::make_shared<const Scene>(std::move(scene));
        },
        [this](ScenePtr scene) {
            m_working = false;
            show(std::move(scene));
            if (!m_plot->isBusy())
                emit const_cast<TimeSeriesPanel *>(this)->settled();
        });
}

void TimeSeriesPanel::show(ScenePtr scene) const
{
    ScenePtr before = std::exchange(m_scene, std::move(scene));
    m_blank = false;
    place();
    if (m_scene->plot)
        m_plot->setPrepared(*m_scene->plot);
    else
        m_plot->setModel(shown().plot);
    if (before->plot)
        destroyOffThread(std::move(before));
    const_cast<TimeSeriesPanel *>(this)->update();
}

bool TimeSeriesPanel::isBusy() const
{
    return m_working || (m_dirty && isVisible() && isLarge(m_input.data.frames)) || m_plot->isBusy();
}

void TimeSeriesPanel::place() const
{
    const LegendPlace placed = placeLegend(shown().legend, size(), m_input.options.legend.widthPx(width()));
    const bool empty = m_blank || !shown().emptyReason.isEmpty();
    m_plot->setVisible(!empty);
    m_legend->setVisible(!empty && placed.shown);
    const bool below = placed.shown && !placed.right;
    m_plot->setGeometry(placed.plot.adjusted(8, 2, placed.shown && placed.right ? -8 : -12, below ? 0 : -4));
    if (placed.shown) {
        m_legend->setGeometry(placed.legend);
        m_legend->setModel(legendForSize(shown().legend, size()), placed.right);
    }
}

void TimeSeriesPanel::resizeEvent(QResizeEvent *)
{
    apply();
    place();
}

void TimeSeriesPanel::paintEvent(QPaintEvent *)
{
    apply();
    if (shown().emptyReason.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintNoData(painter, rect(), *m_input.theme, shown().emptyReason);
}

// Not deleted here: the window may be walking its children to hide them.
void TimeSeriesPanel::hideEvent(QHideEvent *)
{
    if (!m_tooltip)
        return;
    m_tooltip->hide();
    m_tooltip->deleteLater();
    m_tooltip.clear();
}

const TimeSeriesView &TimeSeriesPanel::view() const
{
    apply();
    return shown();
}

Frames TimeSeriesPanel::table() const
{
    return m_input.data.frames;
}

bool TimeSeriesPanel::hasMarks() const
{
    const QList<ChartSeries> &series = view().series;
    const auto isDrawn = [](const ChartSeries &each) {
        if (each.state == ChartSeries::State::Hidden || each.options.hideFromViz)
            return false;
        for (qsizetype row = 0; row < each.y.size(); ++row)
            if (std::isfinite(each.y.number(row)))
                return true;
        return false;
    };
    return std::any_of(series.begin(), series.end(), isDrawn);
}
