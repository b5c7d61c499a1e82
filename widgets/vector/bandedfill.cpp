// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/vector/bandedfill.h>

#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <cmath>

namespace {

constexpr int kBands = 64;
constexpr int kSameColor = 2; // difference a channel

QColor colorAt(const QGradientStops &stops, double at)
{
    for (qsizetype i = 0; i + 1 < stops.size(); ++i) {
        const auto &[from, a] = stops[i];
        const auto &[to, b] = stops[i + 1];
        if (at > to || to <= from)
            continue;
        const float share = float(std::clamp((at - from) / (to - from), 0.0, 1.0));
        const auto mixed = [share](float x, float y) { return x + (y - x) * share; };
        return QColor::fromRgbF(mixed(a.redF(), b.redF()), mixed(a.greenF(), b.greenF()), mixed(a.blueF(), b.blueF()),
                                mixed(a.alphaF(), b.alphaF()));
    }
    return stops.last().second;
}

// What lies between two places of a gradient, 0 … 1.
QPainterPath band(const QGradient &gradient, const QRectF &bounds, double from, double to)
{
    QPainterPath path;
    if (gradient.type() == QGradient::RadialGradient) {
        const auto &radial = static_cast<const QRadialGradient &>(gradient);
        path.addEllipse(radial.center(), radial.radius() * to, radial.radius() * to);
        if (from > 0)
            path.addEllipse(radial.center(), radial.radius() * from, radial.radius() * from); // odd and even: a ring
        return path;
    }
    const auto &linear = static_cast<const QLinearGradient &>(gradient);
    const QPointF along = linear.finalStop() - linear.start();
    const double length = std::max(1e-6, std::hypot(along.x(), along.y()));
    const double far = bounds.width() + bounds.height() + length + QLineF(linear.start(), bounds.center()).length();
    const QPointF across = QPointF(-along.y(), along.x()) / length * far;
    const QPointF begin = from <= 0 ? linear.start() - along / length * far : linear.start() + along * from;
    const QPointF end = to >= 1 ? linear.finalStop() + along / length * far : linear.start() + along * to;
    path.addPolygon(QPolygonF({begin - across, end - across, end + across, begin + across}));
    path.closeSubpath();
    return path;
}

bool isOneHue(const QList<QColor> &colors)
{
    const QColor &first = colors.first();
    return std::all_of(colors.begin(), colors.end(), [&](const QColor &c) {
        return std::abs(c.red() - first.red()) <= kSameColor && std::abs(c.green() - first.green()) <= kSameColor
            && std::abs(c.blue() - first.blue()) <= kSameColor;
    });
}

} // namespace

bool needsBands(const QPainter &painter, const QBrush &brush)
{
    return painter.paintEngine()->type() == QPaintEngine::Pdf && brush.gradient() && !brush.isOpaque();
}

void fillBanded(QPainter &painter, const QPainterPath &path, const QBrush &brush)
{
    const QGradient &gradient = *brush.gradient();
    const QGradientStops stops = gradient.stops();
    QList<QColor> colors;
    for (int i = 0; i < kBands; ++i)
        colors.append(colorAt(stops, (i + 0.5) / kBands));
    const bool falls = std::is_sorted(colors.begin(), colors.end(), [](auto &a, auto &b) { return a.alphaF() > b.alphaF(); });
    const QRectF bounds = path.boundingRect();
    painter.save();
    painter.setClipPath(path, Qt::IntersectClip);
    painter.setPen(Qt::NoPen);
    // A fading colour is laid on in layers, each over all that is stronger: no seam between bands can be seen.
    const bool layered = falls && isOneHue(colors);
    for (int i = kBands - 1; i >= 0; --i) {
        QColor color = colors[i];
        if (layered && i + 1 < kBands && colors[i + 1].alphaF() < 1)
            color.setAlphaF(1 - (1 - color.alphaF()) / (1 - colors[i + 1].alphaF()));
        if (color.alphaF() > 0)
            painter.fillPath(band(gradient, bounds, layered ? 0 : double(i) / kBands, double(i + 1) / kBands), color);
    }
    painter.restore();
}
