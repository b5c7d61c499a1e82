// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/plot/inks.h>

namespace {
constexpr double kFadeTo = 0.12; // of the set opacity, at the bottom
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
