// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtGui/QFontMetricsF>
#include <QtGui/QStaticText>
#include <pipeline/ticks.h>
#include <widgets/plot/axeslayer.h>
#include <widgets/theme/theme.h>

// The program is built without Qt's foreach, which this header uses.
#define foreach(variable, container) for (variable : container)
#include <qcustomplot.h>
#undef foreach

namespace {
constexpr int kLabelGap = 8; // from the plot
constexpr int kEdge = 2; // free at the border of the widget
constexpr int kNarrowPx = 60; // plots smaller than this have no labels
constexpr int kMaxLabelPx = 160;
constexpr int kTextsKept = 512;

QList<Tick> plainTicks(double min, double max, int lengthPx)
{
    QList<Tick> ticks;
    const int count = std::clamp(lengthPx / 38, 2, 6);
    const double raw = (max - min) / count;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    double step = 10 * power;
    for (const double factor : {5.0, 2.5, 2.0, 1.0}) {
        if (factor * power >= raw)
            step = factor * power;
    }
    for (double i = std::ceil(min / step); i * step <= max && ticks.size() < 100; ++i)
        ticks.append({i * step, QString::number(i * step, 'g', 6)});
    return ticks;
}

QList<Tick> ticksOf(const PlotAxis &axis, AxesLayer::Range range, int lengthPx)
{
    if (!std::isfinite(range.min) || !std::isfinite(range.max) || !(range.max > range.min) || lengthPx <= 0)
        return {};
    return axis.ticker && *axis.ticker ? (*axis.ticker)(range.min, range.max, lengthPx) : plainTicks(range.min, range.max, lengthPx);
}

// QCustomPlot knows no symmetric logarithm: such an axis counts in transformed values.
double axisCoord(const PlotAxis &axis, double value)
{
    return axis.scale == PlotAxis::Scale::SymLog ? std::asinh(value / (axis.linearThreshold > 0 ? axis.linearThreshold : 1)) : value;
}

class FixedTicker : public QCPAxisTicker
{
public:
    void set(const PlotAxis &axis, const QList<Tick> &ticks)
    {
        m_values.clear();
        m_labels.clear();
        for (const Tick &tick : ticks) {
            m_values.append(axisCoord(axis, tick.value));
            m_labels.append(tick.label);
        }
    }
    void generate(const QCPRange &, const QLocale &, QChar, int, QVector<double> &ticks, QVector<double> *subTicks,
                  QVector<QString> *labels) override
    {
        ticks = m_values;
        if (subTicks)
            subTicks->clear();
        if (labels)
            *labels = m_labels;
    }

private:
    QVector<double> m_values;
    QVector<QString> m_labels;
};

// Laid out texts; the same labels come back frame after frame.
class Texts
{
public:
    const QStaticText &of(const QString &text, const QFont &font)
    {
        const auto found = m_texts.constFind(text);
        if (found != m_texts.constEnd())
            return *found;
        if (m_texts.size() >= kTextsKept)
            m_texts.clear();
        QStaticText laidOut(text);
        laidOut.setTextFormat(Qt::PlainText);
        laidOut.prepare({}, font);
        return *m_texts.insert(text, laidOut);
    }
    double width(const QString &text, const QFont &font) { return of(text, font).size().width(); }

private:
    QHash<QString, QStaticText> m_texts;
};

struct Style {
    QFont font;
    QColor text;
    QColor line;
    double lineHeight = 14;
};

class LabelledAxis : public QCPAxis
{
public:
    LabelledAxis(QCPAxisRect *parent, AxisType type, Texts *texts) : QCPAxis(parent, type), m_texts(texts)
    {
        m_ticker = QSharedPointer<FixedTicker>::create();
        setTicker(m_ticker);
        setSubTicks(false);
        grid()->setAntialiased(false);
        grid()->setAntialiasedZeroLine(false);
    }
    void configure(const PlotAxis &axis, const QList<Tick> &ticks, AxesLayer::Range range, int offset, const Style &style, bool baseLine)
    {
        m_title = axis.label;
        m_ticks = ticks;
        m_axis = axis;
        m_offset = offset;
        m_style = style;
        m_baseLine = baseLine;
        m_ticker->set(axis, ticks);
        setScaleType(axis.scale == PlotAxis::Scale::Log && range.min > 0 ? stLogarithmic : stLinear);
        setRange(axisCoord(axis, range.min), axisCoord(axis, range.max));
    }

protected:
    void draw(QCPPainter *painter) override { paint(painter); }

public:
    void paintGrid(QPainter &painter)
    {
        const QRect plot = axisRect()->rect();
        for (const Tick &tick : std::as_const(m_ticks)) {
            const bool isZero = tick.value == 0 && grid()->zeroLinePen().style() != Qt::NoPen;
            const double at = std::floor(coordToPixel(axisCoord(m_axis, tick.value))) + 0.5;
            painter.setPen(isZero ? grid()->zeroLinePen() : grid()->pen());
            if (orientation() == Qt::Horizontal && at >= plot.left() && at <= plot.right() + 1)
                painter.drawLine(QPointF(at, plot.top()), QPointF(at, plot.bottom() + 1));
            else if (orientation() == Qt::Vertical && at >= plot.top() && at <= plot.bottom() + 1)
                painter.drawLine(QPointF(plot.left(), at), QPointF(plot.right() + 1, at));
        }
    }
    void paint(QPainter *painter)
    {
        const QRect plot = axisRect()->rect();
        painter->setFont(m_style.font);
        painter->setPen(m_style.line);
        if (orientation() == Qt::Horizontal) {
            if (m_baseLine)
                painter->fillRect(QRectF(plot.left(), plot.bottom() + 1, plot.width(), 1), m_style.line);
            if (m_axis.visible)
                drawBelow(painter, plot);
            return;
        }
        if (m_axis.line)
            painter->fillRect(QRectF(axisType() == atLeft ? plot.left() - 1 : plot.right() + 1, plot.top(), 1, plot.height()),
                              m_style.line);
        if (m_axis.visible)
            drawBeside(painter, plot);
    }

private:
    void drawBelow(QPainter *painter, const QRect &plot)
    {
        painter->setPen(m_axis.color.isValid() ? m_axis.color : m_style.text);
        const double right = axisRect()->outerRect().right() + 1 - kEdge;
        double free = axisRect()->outerRect().left() + kEdge;
        for (const Tick &tick : std::as_const(m_ticks)) {
            const QStaticText &text = m_texts->of(tick.label, m_style.font);
            const double width = text.size().width();
            const double left = std::clamp(coordToPixel(tick.value) - width / 2, double(axisRect()->outerRect().left() + kEdge),
                                           std::max(0.0, right - width));
            if (left < free)
                continue;
            painter->drawStaticText(QPointF(left, plot.bottom() + kLabelGap - 1), text);
            free = left + width + kLabelGap;
        }
    }
    void drawBeside(QPainter *painter, const QRect &plot)
    {
        painter->setPen(m_axis.color.isValid() ? m_axis.color : m_style.text);
        for (const Tick &tick : std::as_const(m_ticks)) {
            const QStaticText &text = m_texts->of(tick.label, m_style.font);
            const double height = text.size().height();
            const double y = coordToPixel(axisCoord(m_axis, tick.value));
            if (y < plot.top() - 1 || y > plot.bottom() + 2)
                continue;
            const double top
                = std::clamp(y - height / 2, double(axisRect()->outerRect().top()), std::max(0.0, plot.bottom() + 1 - height / 2));
            const bool left = axisType() == atLeft;
            const double x = left ? plot.left() - m_offset - kLabelGap - text.size().width() : plot.right() + 1 + m_offset + kLabelGap;
            painter->drawStaticText(QPointF(x, top), text);
        }
        drawTitle(painter, plot);
    }
    void drawTitle(QPainter *painter, const QRect &plot)
    {
        if (m_title.isEmpty())
            return;
        double widest = 0;
        for (const Tick &tick : std::as_const(m_ticks))
            widest = std::max(widest, m_texts->width(tick.label, m_style.font));
        const QString title = QFontMetricsF(m_style.font).elidedText(m_title, Qt::ElideRight, plot.height());
        const double away = m_offset + 2 * kLabelGap + widest;
        painter->save();
        painter->translate(axisType() == atLeft ? plot.left() - away : plot.right() + 1 + away, plot.center().y());
        painter->rotate(-90);
        const bool left = axisType() == atLeft;
        painter->drawText(QRectF(-plot.height() / 2.0, left ? -m_style.lineHeight : 0, plot.height(), m_style.lineHeight), Qt::AlignCenter,
                          title);
        painter->restore();
    }

    Texts *m_texts;
    QSharedPointer<FixedTicker> m_ticker;
    QList<Tick> m_ticks;
    PlotAxis m_axis;
    QString m_title;
    Style m_style;
    int m_offset = 0; // from the plot's edge
    bool m_baseLine = false;
};
} // namespace

struct AxesLayer::Private {
    QCustomPlot plot;
    Texts texts;
    LabelledAxis *bottom = nullptr;
    QList<LabelledAxis *> sides;
    QSize size;
    QRect inner;
    Style style;

    Private()
    {
        plot.resize(1, 1);
        QCoreApplication::removePostedEvents(&plot, QEvent::MetaCall); // its first replot, which would make paint buffers for nobody
        plot.setBackground(Qt::NoBrush);
        QCPAxisRect *rect = plot.axisRect();
        rect->removeAxis(rect->axis(QCPAxis::atTop));
        rect->removeAxis(rect->axis(QCPAxis::atBottom));
        rect->removeAxis(rect->axis(QCPAxis::atLeft));
        rect->removeAxis(rect->axis(QCPAxis::atRight));
        rect->setAutoMargins(QCP::msNone);
        rect->setMinimumMargins({});
        plot.plotLayout()->setAutoMargins(QCP::msNone);
        plot.plotLayout()->setMargins({});
        bottom = new LabelledAxis(rect, QCPAxis::atBottom, &texts);
        rect->addAxis(QCPAxis::atBottom, bottom);
        bottom->setLayer(QStringLiteral("axes"));
        bottom->grid()->setLayer(QStringLiteral("grid"));
    }
    void arrangeSides(const QList<PlotAxis> &axes);
    int sideWidth(const PlotAxis &axis, const QList<Tick> &ticks);
    QList<Tick> shortened(QList<Tick> ticks, const PlotAxis &axis);
    void setGrid(LabelledAxis *axis, bool on, const Theme &theme, bool zeroLine);
};

AxesLayer::AxesLayer() : d(std::make_unique<Private>()) { }
AxesLayer::~AxesLayer() = default;

void AxesLayer::Private::arrangeSides(const QList<PlotAxis> &axes)
{
    QCPAxisRect *rect = plot.axisRect();
    bool same = sides.size() == axes.size();
    for (qsizetype i = 0; same && i < axes.size(); ++i)
        same = (sides[i]->axisType() == QCPAxis::atRight) == axes[i].right;
    if (same)
        return;
    for (LabelledAxis *axis : std::as_const(sides))
        rect->removeAxis(axis);
    sides.clear();
    for (const PlotAxis &axis : axes) {
        const auto type = axis.right ? QCPAxis::atRight : QCPAxis::atLeft;
        auto *side = new LabelledAxis(rect, type, &texts);
        rect->addAxis(type, side);
        side->setLayer(QStringLiteral("axes"));
        side->grid()->setLayer(QStringLiteral("grid"));
        sides.append(side);
    }
}

// Names may be longer than an axis has room for: they end in dots, where else their beginning would be cut.
QList<Tick> AxesLayer::Private::shortened(QList<Tick> ticks, const PlotAxis &axis)
{
    const int title = axis.label.isEmpty() ? 0 : int(style.lineHeight) + kLabelGap;
    const int most = axis.widthPx > 0 ? axis.widthPx - kLabelGap - title : std::min(kMaxLabelPx, size.width() / 2 - kLabelGap - title);
    for (Tick &tick : ticks)
        if (axis.visible && texts.width(tick.label, style.font) > most)
            tick.label = QFontMetricsF(style.font).elidedText(tick.label, Qt::ElideRight, std::max(16, most));
    return ticks;
}

int AxesLayer::Private::sideWidth(const PlotAxis &axis, const QList<Tick> &ticks)
{
    if (!axis.visible)
        return 0;
    if (axis.widthPx > 0)
        return axis.widthPx;
    double widest = 0;
    for (const Tick &tick : ticks)
        widest = std::max(widest, texts.width(tick.label, style.font));
    const int title = axis.label.isEmpty() ? 0 : int(style.lineHeight) + kLabelGap;
    return int(std::ceil(std::min(widest, double(kMaxLabelPx)))) + kLabelGap + kEdge + title;
}

void AxesLayer::Private::setGrid(LabelledAxis *axis, bool on, const Theme &theme, bool zeroLine)
{
    axis->grid()->setVisible(on);
    axis->grid()->setPen(QPen(theme.chart.grid, 1, Qt::SolidLine, Qt::FlatCap));
    axis->grid()->setZeroLinePen(zeroLine ? QPen(theme.chart.gridZero, 1, Qt::SolidLine, Qt::FlatCap) : QPen(Qt::NoPen));
}

void AxesLayer::layout(const PlotModel &model, Range x, const std::vector<Range> &y, QSize size, const Theme &theme)
{
    d->size = size;
    if (d->style.font != themeFont(TextStyle::Axis)) {
        d->style.font = themeFont(TextStyle::Axis);
        d->style.lineHeight = std::ceil(QFontMetricsF(d->style.font).height());
        d->texts = Texts();
    }
    d->style.text = theme.chart.axisText;
    d->style.line = theme.chart.axisLine;
    const bool roomy = size.width() >= kNarrowPx && size.height() >= kNarrowPx;
    const int below = roomy && model.x.visible ? kLabelGap + int(d->style.lineHeight) : 1;
    const int above = roomy ? int(d->style.lineHeight / 2) : 0;
    const int height = std::max(1, size.height() - above - below);

    d->arrangeSides(model.y);
    int left = 0;
    int right = 0;
    for (qsizetype i = 0; i < model.y.size(); ++i) {
        PlotAxis axis = model.y[i];
        axis.visible = axis.visible && roomy;
        const Range range = i < qsizetype(y.size()) ? y[size_t(i)] : Range();
        const QList<Tick> ticks = d->shortened(ticksOf(axis, range, height), axis);
        const int width = d->sideWidth(axis, ticks);
        int &edge = axis.right ? right : left;
        d->sides[i]->configure(axis, ticks, range, edge, d->style, false);
        d->setGrid(d->sides[i], axis.grid, theme, range.min < 0 && range.max > 0);
        edge += width;
    }
    left = std::min(left, size.width() / 2);
    right = std::min(right, size.width() / 2 - 1);
    if (roomy && right == 0)
        right = kEdge;
    d->inner = QRect(left, above, std::max(1, size.width() - left - right), height);
    const QList<Tick> ticks = ticksOf(model.x, x, d->inner.width());
    PlotAxis bottom = model.x;
    bottom.visible = bottom.visible && roomy;
    d->bottom->configure(bottom, ticks, x, 0, d->style, true);
    d->setGrid(d->bottom, model.timeAxis && model.x.grid, theme, false);
    d->plot.axisRect()->setMargins(QMargins(left, above, size.width() - left - d->inner.width(), size.height() - above - height));
}

QRect AxesLayer::plotRect() const
{
    return d->inner;
}

void AxesLayer::paint(QImage &image)
{
    QCPPainter painter(&image);
    d->plot.toPainter(&painter, d->size.width(), d->size.height());
}

void AxesLayer::paint(QPainter &painter)
{
    QList<LabelledAxis *> axes = d->sides;
    axes.append(d->bottom);
    // The axis rectangle is placed when QCustomPlot lays out, which painting into an image does by itself.
    d->plot.setViewport(QRect(QPoint(), d->size));
    d->plot.plotLayout()->update(QCPLayoutElement::upLayout);
    for (LabelledAxis *axis : axes)
        if (axis->grid()->visible())
            axis->paintGrid(painter);
    for (LabelledAxis *axis : axes)
        axis->paint(&painter);
}
