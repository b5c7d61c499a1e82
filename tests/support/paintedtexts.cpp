// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/paintedtexts.h>

#include <QtGui/QFontMetricsF>
#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QWidget>
#include <cmath>

namespace {

constexpr double kMayLack = 1; // px of the ink

class Engine : public QPaintEngine
{
public:
    Engine() : QPaintEngine(AllFeatures) { }
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    Type type() const override { return SVG; } // numbers come in one piece
    void drawPath(const QPainterPath &) override { }
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { }
    void updateState(const QPaintEngineState &state) override
    {
        const DirtyFlags dirty = state.state();
        if (dirty & DirtyTransform)
            m_transform = state.transform();
        if (dirty & DirtyPen)
            m_color = state.pen().color();
        if (dirty & DirtyOpacity)
            m_opacity = state.opacity();
        if (dirty & DirtyClipEnabled)
            m_clips = state.isClipEnabled() && m_clips;
        if (dirty & (DirtyClipRegion | DirtyClipPath)) {
            const QRectF box
                = m_transform.mapRect(dirty & DirtyClipPath ? state.clipPath().boundingRect() : QRectF(state.clipRegion().boundingRect()));
            m_clip = m_clips && state.clipOperation() == Qt::IntersectClip ? m_clip & box : box;
            m_clips = state.clipOperation() != Qt::NoClip;
        }
    }
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        const QString text = item.text().trimmed();
        if (text.isEmpty())
            return;
        PaintedText painted;
        painted.text = text;
        painted.ink = m_transform.mapRect(QFontMetricsF(item.font()).tightBoundingRect(item.text()).translated(at));
        painted.pixelSize = item.font().pixelSize();
        painted.weight = item.font().weight();
        painted.color = m_color;
        painted.color.setAlphaF(float(m_color.alphaF() * m_opacity));
        painted.upright = m_transform.type() <= QTransform::TxScale;
        const QRectF room = m_clips ? m_clip & QRectF(systemClip().boundingRect()) : QRectF(systemClip().boundingRect());
        const QRectF inner = painted.ink.adjusted(kMayLack, kMayLack, -kMayLack, -kMayLack);
        if (!room.intersects(painted.ink))
            return;
        painted.cut = !room.contains(inner);
        painted.ink &= room;
        texts.append(painted);
    }

    QList<PaintedText> texts;

private:
    QTransform m_transform;
    QColor m_color;
    double m_opacity = 1;
    QRectF m_clip;
    bool m_clips = false;
};

class Recorder : public QPaintDevice
{
public:
    explicit Recorder(const QSize &size) : m_size(size) { }
    QPaintEngine *paintEngine() const override { return &engine; }
    mutable Engine engine;

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    QSize m_size;
};

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor over(const QColor &ground, const QColor &color)
{
    const float a = color.alphaF();
    return QColor::fromRgbF(ground.redF() * (1 - a) + color.redF() * a, ground.greenF() * (1 - a) + color.greenF() * a,
                            ground.blueF() * (1 - a) + color.blueF() * a);
}

// The colour that most pixels around the glyphs have.
QColor mostly(const QImage &image, const QRect &box, const QColor &text)
{
    QHash<QRgb, int> counts;
    const QRect inner = box.adjusted(-1, -1, 1, 1);
    const QRect room = inner.adjusted(-1, -1, 1, 1) & image.rect();
    for (int y = room.top(); y <= room.bottom(); ++y)
        for (int x = room.left(); x <= room.right(); ++x)
            if (!inner.contains(x, y) && image.pixel(x, y) != text.rgb())
                ++counts[image.pixel(x, y)];
    QRgb found = 0;
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > most || (it.value() == most && it.key() < found)) {
            found = it.key();
            most = it.value();
        }
    }
    return QColor(found);
}

} // namespace

double PaintedText::contrast() const
{
    const double a = luminance(over(ground, color));
    const double b = luminance(ground);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QList<PaintedText> paintedTexts(QWidget &widget, const QColor &ground)
{
    Recorder recorder(widget.size());
    {
        QPainter painter(&recorder);
        widget.render(&painter, {}, {}, QWidget::DrawChildren);
    }
    QImage image(widget.size(), QImage::Format_RGB32);
    image.fill(ground);
    widget.render(&image, {}, {}, QWidget::DrawChildren);
    QList<PaintedText> texts = recorder.engine.texts;
    for (PaintedText &text : texts)
        text.ground = mostly(image, text.ink.toAlignedRect(), text.color);
    return texts;
}
