// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/plot/inks.h>

namespace {
constexpr double kFadeTo = 0.12; // of the set opacity, at the bottom
constexpr double kStopApart = 1e-4; // two stops at one place would be one
constexpr int kSameColor = 3; // difference a channel that a gradient may have from the ink
constexpr int kHueTurn = 18; // degrees, each way

quint32 premultiplied(const QColor &color, double alpha)
{
    return qPremultiply(qRgba(color.red(), color.green(), color.blue(), qRound(color.alpha() * std::clamp(alpha, 0.0, 1.0))));
}

QColor turned(const QColor &color, double share)
{
    if (color.hslHue() < 0)
        return color;
    const int hue = (color.hslHue() + 360 + qRound((share - 0.5) * 2 * kHueTurn)) % 360;
    return QColor::fromHsl(hue, color.hslSaturation(), color.lightness(), color.alpha());
}

bool byScheme(const PlotSeries &s)
{
    return s.gradient == PlotSeries::Gradient::Scheme && !s.colorStops.isEmpty();
}

template <class F>
Ink perRow(int height, std::vector<quint32> &rows, F color)
{
    rows.resize(size_t(height));
    for (int y = 0; y < height; ++y)
        rows[size_t(y)] = color(y);
    return {0xffffffff, rows.data()};
}

bool isBetween(const quint32 *rows, int from, int to)
{
    const auto channel = [&](int row, int shift) { return int(rows[row] >> shift & 0xff); };
    for (int row = from + 1; row < to; ++row) {
        const double share = double(row - from) / (to - from);
        for (const int shift : {0, 8, 16, 24}) {
            const double line = channel(from, shift) + (channel(to, shift) - channel(from, shift)) * share;
            if (std::fabs(line - channel(row, shift)) > kSameColor)
                return false;
        }
    }
    return true;
}
} // namespace

QColor colorAt(const QList<PlotColorStop> &stops, double value, bool smooth)
{
    qsizetype i = 0;
    while (i + 1 < stops.size() && value >= stops[i + 1].value)
        ++i;
    if (!smooth || i + 1 >= stops.size() || value <= stops[i].value)
        return stops[i].color;
    const double share = (value - stops[i].value) / (stops[i + 1].value - stops[i].value);
    const QColor &a = stops[i].color;
    const QColor &b = stops[i + 1].color;
    const auto mixed = [share](float from, float to) { return from + (to - from) * float(share); };
    return QColor::fromRgbF(mixed(a.redF(), b.redF()), mixed(a.greenF(), b.greenF()), mixed(a.blueF(), b.blueF()),
                            mixed(a.alphaF(), b.alphaF()));
}

Ink strokeInk(const PlotSeries &s, const ValueScale &scale, int height, double alpha, std::vector<quint32> &rows)
{
    if (byScheme(s))
        return perRow(height, rows,
                      [&](int y) { return premultiplied(colorAt(s.colorStops, scale.value(y + 0.5), s.smoothStops), alpha); });
    return {premultiplied(s.color, alpha), nullptr};
}

Ink fillInk(const PlotSeries &s, const ValueScale &scale, int height, double alpha, std::vector<quint32> &rows)
{
    const double opacity = std::clamp(s.fillOpacity / 100, 0.0, 1.0) * alpha;
    if (opacity <= 0)
        return {};
    if (byScheme(s))
        return perRow(height, rows,
                      [&](int y) { return premultiplied(colorAt(s.colorStops, scale.value(y + 0.5), s.smoothStops), opacity); });
    if (s.gradient == PlotSeries::Gradient::Opacity)
        return perRow(height, rows, [&](int y) { return premultiplied(s.color, opacity * (1 + (kFadeTo - 1) * (y + 0.5) / height)); });
    if (s.gradient == PlotSeries::Gradient::Hue)
        return perRow(height, rows, [&](int y) { return premultiplied(turned(s.color, (y + 0.5) / height), opacity); });
    return {premultiplied(s.color, opacity), nullptr};
}

QColor colorOf(quint32 premultiplied)
{
    return QColor::fromRgba(qUnpremultiply(premultiplied));
}

QBrush brushOf(const Ink &ink, int height)
{
    if (!ink.rows)
        return colorOf(ink.solid);
    QLinearGradient gradient(0, 0, 0, height);
    double last = -1;
    const auto add = [&](int row) {
        const double at = std::max((row + 0.5) / height, last + kStopApart);
        gradient.setColorAt(std::min(at, 1.0), colorOf(ink.rows[row]));
        last = at;
    };
    add(0);
    for (int from = 0; from + 1 < height;) {
        int to = from + 1;
        while (to + 1 < height && isBetween(ink.rows, from, to + 1))
            ++to;
        add(to);
        from = to;
    }
    return gradient;
}
