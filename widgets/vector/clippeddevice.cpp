// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/vector/clippeddevice.h>

#include <QtGui/QFontMetricsF>
#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QTextLayout>
#include <widgets/vector/bandedfill.h>

namespace {

constexpr int kDotsPerInch = 96;
constexpr qreal kTolerance = 0.01; // px that may stick out

QPainterPath pathOf(const QRegion &region)
{
    QPainterPath path;
    for (const QRect &rect : region)
        path.addRect(rect);
    return path;
}

QPainterPath pathOf(const QPolygonF &points)
{
    QPainterPath path;
    path.addPolygon(points);
    return path;
}

} // namespace

class ClippedDevice::Engine : public QPaintEngine
{
public:
    explicit Engine(QPainter &target) : QPaintEngine(AllFeatures), m_target(target), m_placed(target.worldTransform()) { }

    bool begin(QPaintDevice *) override
    {
        m_clipped = false;
        return true;
    }
    bool end() override { return true; }
    Type type() const override { return m_target.paintEngine()->type(); } // so that isVector() holds

    void updateState(const QPaintEngineState &state) override
    {
        const DirtyFlags dirty = state.state();
        if (dirty & DirtyTransform) {
            m_transform = state.transform();
            m_target.setWorldTransform(m_transform * m_placed);
        }
        if (dirty & DirtyPen)
            m_target.setPen(m_pen = state.pen());
        if (dirty & DirtyBrush) {
            m_brush = state.brush();
            m_target.setBrush(needsBands(m_target, m_brush) ? QBrush(Qt::NoBrush) : m_brush);
        }
        if (dirty & DirtyBrushOrigin)
            m_target.setBrushOrigin(state.brushOrigin());
        if (dirty & DirtyFont)
            m_target.setFont(state.font());
        if (dirty & DirtyOpacity)
            m_target.setOpacity(state.opacity());
        if (dirty & DirtyHints)
            m_target.setRenderHints(state.renderHints());
        if (dirty & DirtyClipEnabled)
            m_clipEnabled = state.isClipEnabled();
        if (dirty & DirtyClipPath)
            takeClip(state.clipPath(), state.clipOperation());
        else if (dirty & DirtyClipRegion)
            takeClip(pathOf(state.clipRegion()), state.clipOperation());
    }

    void drawPath(const QPainterPath &path) override { drawShape(path, true); }

    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override
    {
        QPolygonF polygon(QList<QPointF>(points, points + count));
        if (mode != PolylineMode && count > 0)
            polygon.append(polygon.first());
        QPainterPath path = pathOf(polygon);
        path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
        drawShape(path, mode != PolylineMode);
    }

    void drawRects(const QRectF *rects, int count) override
    {
        for (int i = 0; i < count; ++i) {
            const QRectF box = m_transform.mapRect(rects[i]);
            const bool simple = m_pen.style() == Qt::NoPen && m_transform.type() <= QTransform::TxScale && !hasShapedClip();
            if (simple && !needsBands(m_target, m_brush) && systemClip().rectCount() <= 1) {
                const QRectF left = box & bounds();
                if (!left.isEmpty())
                    m_target.drawRect(m_transform.inverted().mapRect(left));
                continue;
            }
            QPainterPath path;
            path.addRect(rects[i]);
            drawShape(path, true);
        }
    }

    void drawPixmap(const QRectF &to, const QPixmap &pixmap, const QRectF &from) override { drawImage(to, pixmap.toImage(), from, {}); }

    void drawImage(const QRectF &to, const QImage &image, const QRectF &from, Qt::ImageConversionFlags) override
    {
        const QRectF left = m_transform.inverted().mapRect(m_transform.mapRect(to) & bounds());
        if (left.isEmpty() || to.isEmpty())
            return;
        const qreal sx = from.width() / to.width();
        const qreal sy = from.height() / to.height();
        const QRectF part(from.left() + (left.left() - to.left()) * sx, from.top() + (left.top() - to.top()) * sy, left.width() * sx,
                          left.height() * sy);
        m_target.drawImage(left, part.toAlignedRect() == image.rect() ? image : image.copy(part.toAlignedRect()));
    }

    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        const QRectF line(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        const QRectF box = m_transform.mapRect(line);
        const QRectF room = bounds();
        if (!room.intersects(box) || !clip().intersects(QRect(box.center().toPoint(), QSize(1, 1)).united(middleOf(box))))
            return;
        if (!room.contains(QPointF(room.center().x(), box.center().y())))
            return;
        const bool cut = m_transform.type() <= QTransform::TxScale && (box.left() < room.left() - 1 || box.right() > room.right() + 1);
        if (cut)
            drawCut(at, item, m_transform.inverted().mapRect(room));
        else if (type() == Pdf && !(item.renderFlags() & QTextItem::RightToLeft))
            drawApart(at, item);
        else
            m_target.drawTextItem(at, item);
    }

private:
    // Not drawText: letter spacing would grow with the dots per inch of the target.
    void drawPiece(const QPointF &at, const QString &text, const QFont &font)
    {
        QTextLayout layout(text, font);
        layout.beginLayout();
        const QTextLine line = layout.createLine();
        layout.endLayout();
        layout.draw(&m_target, at - QPointF(0, line.ascent()));
    }

    // Fonts have other shapes for a colon between digits and the like; a PDF would not know which character those are.
    void drawApart(const QPointF &at, const QTextItem &item)
    {
        const QString text = item.text();
        const auto isPlain = [](QChar c) { return c.isLetterOrNumber() || c == u' '; };
        if (std::all_of(text.begin(), text.end(), isPlain))
            return m_target.drawTextItem(at, item);
        const QFontMetricsF metrics(item.font());
        for (qsizetype from = 0; from < text.size();) {
            qsizetype to = from + 1;
            while (to < text.size()
                   && (isPlain(text[from]) == isPlain(text[to]) && (isPlain(text[to]) || text[to].isSurrogate() || text[to].isMark())))
                ++to;
            drawPiece(at + QPointF(metrics.horizontalAdvance(text.left(from)), 0), text.mid(from, to - from), item.font());
            from = to;
        }
    }

    static QRect middleOf(const QRectF &box)
    {
        return QRectF(box.left(), box.center().y() - 0.5, std::max(1.0, box.width()), 1).toAlignedRect();
    }

    // The characters that lie inside.
    void drawCut(const QPointF &at, const QTextItem &item, const QRectF &room)
    {
        const QString text = item.text();
        const QFontMetricsF metrics(item.font());
        qsizetype from = 0;
        while (from < text.size() && at.x() + metrics.horizontalAdvance(text.left(from)) < room.left())
            ++from;
        qsizetype to = text.size();
        while (to > from && at.x() + metrics.horizontalAdvance(text.left(to)) > room.right())
            --to;
        if (from < to)
            drawPiece(at + QPointF(metrics.horizontalAdvance(text.left(from)), 0), text.mid(from, to - from), item.font());
    }

    void takeClip(const QPainterPath &path, Qt::ClipOperation operation)
    {
        const QPainterPath mapped = m_transform.map(path);
        if (operation == Qt::NoClip) {
            m_clipped = false;
        } else if (operation == Qt::IntersectClip && m_clipped) {
            m_shape = m_clip.isNull() && m_shape.isEmpty() ? mapped : m_shape.intersected(mapped);
            m_clip = m_shape.boundingRect();
        } else {
            m_clipped = true;
            m_shape = mapped;
            m_clip = mapped.boundingRect();
        }
    }

    bool isClipping() const { return m_clipped && m_clipEnabled; }

    bool hasShapedClip() const
    {
        if (!isClipping())
            return false;
        QPainterPath box;
        box.addRect(m_clip);
        return m_shape.elementCount() > box.elementCount() || !m_shape.contains(m_clip.adjusted(0.5, 0.5, -0.5, -0.5));
    }

    QRegion clip() const
    {
        const QRegion room = systemClip().isEmpty() ? QRegion(QRect(QPoint(), size())) : systemClip();
        return isClipping() ? room & m_clip.toAlignedRect() : room;
    }

    QRectF bounds() const
    {
        const QRectF room = systemClip().isEmpty() ? QRectF(QPointF(), size()) : QRectF(systemClip().boundingRect());
        return isClipping() ? room & m_clip : room;
    }

    QSize size() const { return {paintDevice()->width(), paintDevice()->height()}; }

    bool isInside(const QRectF &box) const
    {
        const QRectF inner = box.adjusted(kTolerance, kTolerance, -kTolerance, -kTolerance);
        if (hasShapedClip() ? !m_shape.contains(inner) : !bounds().contains(inner))
            return false;
        return systemClip().rectCount() <= 1 || QRegion(inner.toAlignedRect()).subtracted(systemClip()).isEmpty();
    }

    QPainterPath clipPath() const
    {
        if (!hasShapedClip() && systemClip().rectCount() <= 1) {
            QPainterPath path;
            path.addRect(bounds());
            return path;
        }
        const QPainterPath room = pathOf(systemClip().isEmpty() ? QRegion(QRect(QPoint(), size())) : systemClip());
        return isClipping() ? room.intersected(m_shape) : room;
    }

    void drawShape(const QPainterPath &path, bool filled)
    {
        const bool stroked = m_pen.style() != Qt::NoPen;
        const bool hasFill = filled && m_brush.style() != Qt::NoBrush;
        const qreal reach = stroked ? std::max(1.0, m_pen.widthF()) / 2 : 0;
        const QRectF box = m_transform.mapRect(path.controlPointRect().adjusted(-reach, -reach, reach, reach));
        if (!(stroked || hasFill) || !bounds().intersects(box))
            return;
        const bool banded = (hasFill && needsBands(m_target, m_brush)) || (stroked && needsBands(m_target, m_pen.brush()));
        const bool inside = isInside(box);
        if (inside && !banded) {
            if (!filled && m_brush.style() != Qt::NoBrush) {
                m_target.strokePath(path, m_pen);
                return;
            }
            m_target.drawPath(path);
            return;
        }
        const QPainterPath room = m_transform.inverted().map(clipPath());
        const auto cut = [&](const QPainterPath &shape) { return inside ? shape : shape.intersected(room); };
        if (hasFill)
            fill(cut(path), m_brush);
        if (stroked) {
            QPainterPathStroker stroker(m_pen);
            stroker.setWidth(2 * reach);
            QPainterPath outline = stroker.createStroke(path);
            outline.setFillRule(Qt::WindingFill);
            fill(cut(outline), m_pen.brush());
        }
    }

    void fill(const QPainterPath &path, const QBrush &brush)
    {
        if (path.isEmpty())
            return;
        if (needsBands(m_target, brush))
            fillBanded(m_target, path, brush);
        else
            m_target.fillPath(path, brush);
    }

    QPainter &m_target;
    QTransform m_placed; // where the origin lies on the target
    QTransform m_transform;
    QPen m_pen;
    QBrush m_brush;
    bool m_clipped = false;
    bool m_clipEnabled = true;
    QPainterPath m_shape; // of the painter's clip, in pixels of this device
    QRectF m_clip; // its bounds
};

ClippedDevice::ClippedDevice(QPainter &target, const QSize &size) : m_size(size), m_engine(std::make_unique<Engine>(target)) { }
ClippedDevice::~ClippedDevice() = default;

QPaintEngine *ClippedDevice::paintEngine() const
{
    return m_engine.get();
}

int ClippedDevice::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return qRound(m_size.width() * 25.4 / kDotsPerInch);
    case PdmHeightMM:
        return qRound(m_size.height() * 25.4 / kDotsPerInch);
    case PdmNumColors:
        return std::numeric_limits<int>::max();
    case PdmDepth:
        return 32;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return kDotsPerInch;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return int(devicePixelRatioFScale());
    }
    return QPaintDevice::metric(metric);
}
