// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/color.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <pipeline/colortables.h>

using namespace Qt::StringLiterals;

namespace {
constexpr Rgba kFallback{0x80, 0x80, 0x80, 255};
constexpr double kReadable = 3; // contrast with the panel that a colour picked by name must have

QList<Rgba> resolved(std::span<const char *const> names, Brightness theme)
{
    QList<Rgba> colors;
    for (const char *name : names)
        colors.append(colorByName(QLatin1String(name), theme));
    return colors;
}

const QList<Rgba> &classicPalette(Brightness theme)
{
    static const QList<Rgba> dark = resolved(colortables::classic(), Brightness::Dark);
    static const QList<Rgba> light = resolved(colortables::classic(), Brightness::Light);
    return theme == Brightness::Dark ? dark : light;
}

const QList<Rgba> &readablePalette(Brightness theme)
{
    const auto pick = [](Brightness brightness) {
        const Rgba panel = colorByName(u"panel-bg"_s, brightness);
        QList<Rgba> colors;
        for (const Rgba color : classicPalette(brightness)) {
            if (contrastRatio(color, panel) >= kReadable)
                colors.append(color);
        }
        return colors;
    };
    static const QList<Rgba> dark = pick(Brightness::Dark);
    static const QList<Rgba> light = pick(Brightness::Light);
    return theme == Brightness::Dark ? dark : light;
}

Rgba at(std::span<const char *const> names, int index, Brightness theme)
{
    return colorByName(QLatin1String(names[size_t(index) % names.size()]), theme);
}

Rgba byName(const QString &name, Brightness theme)
{
    const QList<Rgba> &palette = readablePalette(theme);
    return palette[colorIndexOfName(name, int(palette.size()))];
}

struct Hsl {
    double h, s, l;
};

Hsl toHsl(Rgba color)
{
    const double r = color.r / 255.0;
    const double g = color.g / 255.0;
    const double b = color.b / 255.0;
    const double max = std::max({r, g, b});
    const double min = std::min({r, g, b});
    const double delta = max - min;
    const double l = (max + min) / 2;
    if (delta == 0)
        return {0, 0, l};
    const double s = l > 0.5 ? delta / (2 - max - min) : delta / (max + min);
    const double h = max == r ? (g - b) / delta + (g < b ? 6 : 0) : max == g ? (b - r) / delta + 2 : (r - g) / delta + 4;
    return {h * 60, s, l};
}

std::array<double, 3> toRgb(Hsl color)
{
    const double a = color.s * std::min(color.l, 1 - color.l);
    const auto part = [&](double shift) {
        const double k = std::fmod(shift + color.h / 30, 12);
        return 255 * (color.l - a * std::max(-1.0, std::min({k - 3, 9 - k, 1.0})));
    };
    return {part(0), part(8), part(4)};
}

Rgba shade(Rgba base, int index)
{
    constexpr int kSteps = 6;
    constexpr double kSpin = 10; // degrees at full way
    constexpr double kAmount = 0.35;
    const int place = index % (2 * kSteps - 1);
    if (place == 0)
        return base;
    const double way = double((place + 1) / 2) / kSteps;
    const bool brighter = place % 2 == 1;
    Hsl turned = toHsl(base);
    turned.h = std::fmod(turned.h + (brighter ? way : -way) * kSpin + 360, 360);
    if (!brighter)
        turned.l = std::max(0.0, turned.l - way * kAmount);
    const std::array<double, 3> rgb = toRgb(turned);
    const double added = brighter ? std::round(255 * way * kAmount) : 0;
    const auto part = [added](double value) { return quint8(std::clamp(std::round(value) + added, 0.0, 255.0)); };
    return {part(rgb[0]), part(rgb[1]), part(rgb[2]), base.a};
}

// Uniform cubic B-spline through the ends of the list.
double basis(std::span<const double> values, double t)
{
    const int last = int(values.size()) - 1;
    const int i = t >= 1 ? last - 1 : int(std::floor(t * last));
    const double v1 = values[size_t(i)];
    const double v2 = values[size_t(i) + 1];
    const double v0 = i > 0 ? values[size_t(i) - 1] : 2 * v1 - v2;
    const double v3 = i < last - 1 ? values[size_t(i) + 2] : 2 * v2 - v1;
    const double x = (t - double(i) / last) * last;
    const double x2 = x * x;
    const double x3 = x2 * x;
    return ((1 - 3 * x + 3 * x2 - x3) * v0 + (4 - 6 * x2 + 3 * x3) * v1 + (1 + 3 * x + 3 * x2 - 3 * x3) * v2 + x3 * v3) / 6;
}

Rgba spline(const QStringList &names, double t)
{
    std::vector<double> red, green, blue;
    for (const QString &name : names) {
        // The scales are the dark theme's in both themes, as dashboards are used to.
        const Rgba color = colorByName(name, Brightness::Dark);
        red.push_back(color.r);
        green.push_back(color.g);
        blue.push_back(color.b);
    }
    const auto part = [t](const std::vector<double> &values) { return quint8(std::clamp(std::round(basis(values, t)), 0.0, 255.0)); };
    return {part(red), part(green), part(blue), 255};
}

Rgba cividis(double t)
{
    const auto part = [](double value) { return quint8(std::clamp(std::round(value), 0.0, 255.0)); };
    return {part(-4.54 - t * (35.34 - t * (2381.73 - t * (6402.7 - t * (7024.72 - t * 2710.57))))),
            part(32.49 + t * (170.73 + t * (52.82 - t * (131.46 - t * (176.58 - t * 67.37))))),
            part(81.24 + t * (442.36 - t * (2482.43 - t * (6167.24 - t * (6614.94 - t * 2475.67))))), 255};
}

const QHash<QString, QStringList> &scales()
{
    static const QHash<QString, QStringList> all{
        {u"GrYlRd"_s, {u"green"_s, u"yellow"_s, u"red"_s}},
        {u"RdYlGr"_s, {u"red"_s, u"yellow"_s, u"green"_s}},
        {u"BlYlRd"_s, {u"dark-blue"_s, u"super-light-yellow"_s, u"dark-red"_s}},
        {u"YlRd"_s, {u"super-light-yellow"_s, u"dark-red"_s}},
        {u"BlPu"_s, {u"blue"_s, u"purple"_s}},
        {u"YlBl"_s, {u"super-light-yellow"_s, u"dark-blue"_s}},
        {u"blues"_s, {u"panel-bg"_s, u"dark-blue"_s}},
        {u"reds"_s, {u"panel-bg"_s, u"dark-red"_s}},
        {u"greens"_s, {u"panel-bg"_s, u"dark-green"_s}},
        {u"purples"_s, {u"panel-bg"_s, u"dark-purple"_s}},
    };
    return all;
}

Rgba continuous(const QString &name, double percent)
{
    const double t = std::isnan(percent) ? 0 : std::clamp(percent, 0.0, 1.0);
    if (const char *ramp = colortables::ramp(name)) {
        const int index = std::min(255, int(t * 256));
        return colorByName(u'#' + QString::fromLatin1(ramp + index * 6, 6), Brightness::Dark);
    }
    if (name == "cividis"_L1)
        return cividis(t);
    return spline(scales().value(name, scales()[u"GrYlRd"_s]), t);
}
} // namespace

Rgba paletteColor(int seriesIndex, Brightness theme)
{
    const QList<Rgba> &palette = classicPalette(theme);
    return palette[qsizetype(unsigned(seriesIndex) % unsigned(palette.size()))];
}

int colorIndexOfName(const QString &name, int paletteSize)
{
    quint32 hash = 5381;
    for (qsizetype i = name.size() - 1; i >= 0; --i)
        hash = (hash * 33) ^ name[i].unicode();
    return int(hash % quint32(paletteSize));
}

const Threshold *activeThreshold(const QList<Threshold> &steps, double value)
{
    const Threshold *active = steps.isEmpty() ? nullptr : &steps.first();
    for (const Threshold &step : steps) {
        if (!(value >= step.value))
            break;
        active = &step;
    }
    return active;
}

QList<Threshold> sortedThresholds(QList<Threshold> steps)
{
    std::stable_sort(steps.begin(), steps.end(), [](const Threshold &a, const Threshold &b) { return a.value < b.value; });
    return steps;
}

Rgba thresholdColor(const Thresholds &thresholds, double value, double min, double max, Brightness theme)
{
    const double compared = thresholds.mode == Thresholds::Mode::Percentage ? (value - min) / (max - min) * 100 : value;
    const Threshold *active = activeThreshold(thresholds.steps, compared);
    return active ? colorByName(active->color, theme) : kFallback;
}

bool isByValue(const QString &mode)
{
    return mode.isEmpty() || mode == "thresholds"_L1 || mode.startsWith("continuous-"_L1);
}

Rgba fieldColor(const FieldConfig &config, const ColorInput &input, Brightness theme)
{
    const QString &mode = config.color.mode;
    const int index = std::max(0, input.seriesIndex);
    if (mode == "fixed"_L1 || mode == "gradient"_L1)
        return colorByName(config.color.fixedColor, theme);
    if (mode == "shades"_L1)
        return shade(colorByName(config.color.fixedColor, theme), index);
    if (mode == "palette-classic"_L1)
        return paletteColor(index, theme);
    if (mode == "palette-classic-by-name"_L1)
        return byName(input.seriesName, theme);
    if (mode == "palette-colorblind"_L1)
        return at(colortables::colorblind(theme == Brightness::Dark), index, theme);
    if (mode.startsWith("palette-categorical-next"_L1))
        return at(colortables::next(mode.endsWith(u'2') ? 2 : mode.endsWith(u'3') ? 3 : 1), index, theme);
    if (mode.startsWith("continuous-"_L1))
        return continuous(mode.mid(11), input.percent);
    if (!config.thresholds)
        return kFallback;
    const bool relative = config.thresholds->mode == Thresholds::Mode::Percentage;
    const Threshold *active = activeThreshold(config.thresholds->steps, relative ? input.percent * 100 : input.value);
    return active ? colorByName(active->color, theme) : kFallback;
}

const QList<ColorModeInfo> &colorModes()
{
    static const QList<ColorModeInfo> all{
        {u"fixed"_s, u"Single color"_s, false},
        {u"shades"_s, u"Shades of a color"_s, false},
        {u"thresholds"_s, u"From thresholds (by value)"_s, true},
        {u"palette-classic"_s, u"Classic palette"_s, false},
        {u"palette-classic-by-name"_s, u"Classic palette (by series name)"_s, false},
        {u"palette-colorblind"_s, u"Color blind safe"_s, false},
        {u"palette-categorical-next"_s, u"Categorical 1"_s, false},
        {u"palette-categorical-next-2"_s, u"Categorical 2"_s, false},
        {u"palette-categorical-next-3"_s, u"Categorical 3"_s, false},
        {u"continuous-viridis"_s, u"Viridis"_s, true},
        {u"continuous-magma"_s, u"Magma"_s, true},
        {u"continuous-plasma"_s, u"Plasma"_s, true},
        {u"continuous-inferno"_s, u"Inferno"_s, true},
        {u"continuous-cividis"_s, u"Cividis"_s, true},
        {u"continuous-GrYlRd"_s, u"Green-Yellow-Red"_s, true},
        {u"continuous-RdYlGr"_s, u"Red-Yellow-Green"_s, true},
        {u"continuous-BlYlRd"_s, u"Blue-Yellow-Red"_s, true},
        {u"continuous-YlRd"_s, u"Yellow-Red"_s, true},
        {u"continuous-BlPu"_s, u"Blue-Purple"_s, true},
        {u"continuous-YlBl"_s, u"Yellow-Blue"_s, true},
        {u"continuous-blues"_s, u"Blues"_s, true},
        {u"continuous-reds"_s, u"Reds"_s, true},
        {u"continuous-greens"_s, u"Greens"_s, true},
        {u"continuous-purples"_s, u"Purples"_s, true},
    };
    return all;
}
