// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <widgets/plot/plotframe.h>
#include <widgets/plot/plothit.h>
#include <widgets/plot/plotoverlay.h>
#include <widgets/plot/plotsurface.h>
#include <widgets/theme/paint.h>

namespace {
constexpr double kDotRadius = 3.5;
constexpr double kDotRing = 1.5;
constexpr qsizetype kMaxDots = 64;
constexpr double kDiamond = 4.5; // from its centre to a corner
constexpr double kDiamondRing = 1.25;

QPen thin(const QColor &color, const QList<qreal> &dash)
{
    QPen pen(color, 1);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern(dash);
    return pen;
}

double crisp(double x)
{
    return std::floor(x) + 0.5;
}

void paintFlag(QPainter &painter, PlotFrame &frame, double x, const QString &text)
{
    const Theme &theme = frame.theme();
    const QRect plot = frame.plotRect();
    const QFont font = themeFont(TextStyle::Axis);
    const QFontMetricsF metrics(font);
    const double width = std::ceil(metrics.horizontalAdvance(text)) + 12;
    const double height = std::ceil(metrics.height()) + 4;
    const double left = std::clamp(x - width / 2, 0.0, std::max(0.0, plot.right() + 1 - width));
    const QRectF box(left, plot.bottom() + 4, width, height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.chart.crosshairFlag);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(theme.chart.crosshairFlagText);
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter, text);
}

void paintDiamond(QPainter &painter, const Theme &theme, const QPointF &at)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.bg.panel, kDiamondRing));
    painter.setBrush(theme.text.primary);
    painter.drawPolygon(
        QPolygonF({at - QPointF(0, kDiamond), at + QPointF(kDiamond, 0), at + QPointF(0, kDiamond), at - QPointF(kDiamond, 0)}));
}
} // namespace

// One picture for all: there may be thousands, painted with each movement of the mouse.
void paintDiamonds(QPainter &painter, PlotFrame &frame)
{
    if (frame.model().diamonds.isEmpty())
        return;
    if (isVector(painter)) {
        for (const std::optional<QPointF> &place : diamondPlaces(frame))
            if (place)
                paintDiamond(painter, frame.theme(), *place);
        return;
    }
    constexpr double half = kDiamond + 1.5;
    const double ratio = painter.device()->devicePixelRatioF();
    QImage one(QSize(qCeil(2 * half * ratio), qCeil(2 * half * ratio)), QImage::Format_ARGB32_Premultiplied);
    one.setDevicePixelRatio(ratio);
    one.fill(Qt::transparent);
    {
        QPainter pen(&one);
        paintDiamond(pen, frame.theme(), {half, half});
    }
    for (const std::optional<QPointF> &place : diamondPlaces(frame)) {
        if (place)
            painter.drawImage(QPointF(std::round(place->x()), std::round(place->y())) - QPointF(half, half), one);
    }
}

void paintCursor(QPainter &painter, PlotFrame &frame, const PlotCursor &cursor)
{
    if (!cursor.x)
        return;
    const QRect plot = frame.plotRect();
    const double x = plot.left() + double(TimeScale(frame.from(), frame.to(), plot.width()).px(*cursor.x));
    if (x < plot.left() || x > plot.right() + 1)
        return;
    const Theme &theme = frame.theme();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(thin(theme.chart.crosshair, {4, 3}));
    painter.drawLine(QPointF(crisp(x), plot.top()), QPointF(crisp(x), plot.bottom() + 1));
    if (cursor.y) {
        const double y = frame.pixelOf(*cursor.x, *cursor.y, 0).y();
        if (y >= plot.top() && y <= plot.bottom() + 1)
            painter.drawLine(QPointF(plot.left(), crisp(y)), QPointF(plot.right() + 1, crisp(y)));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (const PlotHit &dot : cursor.dots.mid(0, kMaxDots)) {
        if (!plot.adjusted(-1, -1, 1, 1).contains(dot.pos.toPoint()))
            continue;
        painter.setPen(QPen(theme.bg.panel, kDotRing));
        painter.setBrush(frame.model().series[dot.series].color);
        painter.drawEllipse(dot.pos, kDotRadius, kDotRadius);
    }
    if (!cursor.flag.isEmpty())
        paintFlag(painter, frame, x, cursor.flag);
}

void paintSelection(QPainter &painter, PlotFrame &frame, double fromPx, double toPx)
{
    const Theme &theme = frame.theme();
    const QRect plot = frame.plotRect();
    const double left = std::clamp<double>(std::min(fromPx, toPx), plot.left(), plot.right() + 1);
    const double right = std::clamp<double>(std::max(fromPx, toPx), plot.left(), plot.right() + 1);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(left, plot.top(), right - left, plot.height()), theme.chart.selectionFill);
    painter.setPen(QPen(theme.chart.selectionEdge, 1));
    painter.drawLine(QPointF(crisp(left), plot.top()), QPointF(crisp(left), plot.bottom() + 1));
    painter.drawLine(QPointF(crisp(right), plot.top()), QPointF(crisp(right), plot.bottom() + 1));
}
