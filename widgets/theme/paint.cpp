// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/theme/paint.h>

#include <QtGui/QFontMetricsF>
#include <QtGui/QPaintEngine>
#include <QtGui/QPainterPath>
#include <QtGui/QTextDocument>
#include <cmath>

namespace {

qreal scaleOf(const QPainter &painter)
{
    const QTransform t = painter.deviceTransform();
    return std::hypot(t.m11(), t.m12());
}

QPainterPath cornered(const QRectF &r, qreal radius, Corners corners)
{
    QPainterPath path;
    if (corners == Corners::None) {
        path.addRect(r);
        return path;
    }
    const qreal left = corners == Corners::Right ? 0 : radius;
    const qreal right = corners == Corners::Left ? 0 : radius;
    path.moveTo(r.left() + left, r.top());
    path.lineTo(r.right() - right, r.top());
    path.arcTo(r.right() - 2 * right, r.top(), 2 * right, 2 * right, 90, -90);
    path.lineTo(r.right(), r.bottom() - right);
    path.arcTo(r.right() - 2 * right, r.bottom() - 2 * right, 2 * right, 2 * right, 0, -90);
    path.lineTo(r.left() + left, r.bottom());
    path.arcTo(r.left(), r.bottom() - 2 * left, 2 * left, 2 * left, 270, -90);
    path.lineTo(r.left(), r.top() + left);
    path.arcTo(r.left(), r.top(), 2 * left, 2 * left, 180, -90);
    path.closeSubpath();
    return path;
}

// The border as the difference of two shapes: it stays inside the box and as sharp as a fill at every ratio.
void drawBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius, qreal borderWidth,
             Corners corners)
{
    const QRectF outer = snapped(painter, rect);
    if (outer.isEmpty())
        return;
    radius = std::min({radius, outer.width() / 2, outer.height() / 2});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (!border.isValid()) {
        if (fill.isValid())
            painter.fillPath(cornered(outer, radius, corners), fill);
        painter.restore();
        return;
    }
    const qreal width = hairWidth(painter) * borderWidth;
    const QRectF inner = outer.adjusted(width, width, -width, -width);
    const QPainterPath innerPath = cornered(inner, std::max(0.0, radius - width), corners);
    if (fill.isValid() && fill.alpha() > 0)
        painter.fillPath(fill.alpha() == 255 && border.alpha() == 255 ? cornered(outer, radius, corners) : innerPath, fill);
    QPainterPath frame = cornered(outer, radius, corners);
    frame.addPath(innerPath);
    frame.setFillRule(Qt::OddEvenFill);
    painter.fillPath(frame, border);
    painter.restore();
}

} // namespace

bool isVector(const QPainter &painter)
{
    const QPaintEngine *engine = painter.paintEngine();
    return engine && (engine->type() == QPaintEngine::SVG || engine->type() == QPaintEngine::Pdf);
}

QRectF snapped(const QPainter &painter, const QRectF &rect)
{
    const QTransform t = painter.deviceTransform();
    if (t.type() > QTransform::TxScale)
        return rect;
    const QRectF d = t.mapRect(rect);
    const QRectF s(QPointF(std::round(d.left()), std::round(d.top())), QPointF(std::round(d.right()), std::round(d.bottom())));
    return t.inverted().mapRect(s);
}

qreal hairWidth(const QPainter &painter)
{
    const qreal scale = scaleOf(painter);
    return scale > 0 ? std::max(1.0, std::floor(scale)) / scale : 1;
}

void roundedBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius, qreal borderWidth)
{
    drawBox(painter, rect, fill, border, radius, borderWidth, Corners::All);
}

void joinedBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius, Corners corners)
{
    drawBox(painter, rect, fill, border, radius, 1, corners);
}

void horizontalLine(QPainter &painter, qreal x1, qreal x2, qreal y, const QColor &color)
{
    QRectF line = snapped(painter, QRectF(x1, y, x2 - x1, 1));
    line.setHeight(hairWidth(painter));
    painter.fillRect(line, color);
}

void verticalLine(QPainter &painter, qreal x, qreal y1, qreal y2, const QColor &color)
{
    QRectF line = snapped(painter, QRectF(x, y1, 1, y2 - y1));
    line.setWidth(hairWidth(painter));
    painter.fillRect(line, color);
}

void hatch(QPainter &painter, const QRectF &rect, const QColor &color, qreal radius)
{
    if (rect.isEmpty())
        return;
    painter.save();
    QPainterPath clip;
    clip.addRoundedRect(rect, radius, radius);
    painter.setClipPath(clip, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1));
    constexpr qreal step = 8 * 1.41421356;
    for (qreal x = rect.left() - rect.height(); x < rect.right(); x += step)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    painter.restore();
}

QString oneLine(const QString &text, int limit)
{
    QString line = text.left(limit);
    for (QChar &c : line) {
        const QChar::Category category = c.category();
        if (category == QChar::Other_Control || category == QChar::Separator_Line || category == QChar::Separator_Paragraph)
            c = u' ';
    }
    if (text.size() > limit)
        line += QChar(0x2026);
    return line;
}

qreal drawLine(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &color, Qt::Alignment alignment,
               Qt::TextElideMode elide)
{
    const QFontMetricsF metrics(font);
    QString line = oneLine(text);
    qreal width = metrics.horizontalAdvance(line);
    if (width > rect.width() + 0.5) {
        line = metrics.elidedText(line, elide, rect.width());
        width = metrics.horizontalAdvance(line);
    }
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(rect, int(alignment) | Qt::TextSingleLine, line);
    return width;
}

qreal textWidth(const QFont &font, const QString &text)
{
    return QFontMetricsF(font).horizontalAdvance(oneLine(text));
}

QString plainToolTip(const QString &text)
{
    const QString cut = text.size() > 2000 ? text.left(2000) + QChar(0x2026) : text;
    if (!Qt::mightBeRichText(cut) && cut.size() < 90)
        return cut;
    return QStringLiteral("<p style=\"white-space:pre-wrap\">") + cut.toHtmlEscaped() + QStringLiteral("</p>");
}
