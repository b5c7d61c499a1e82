// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/color.h>

#include <QtCore/QHash>
#include <algorithm>
#include <cmath>
#include <pipeline/colortables.h>

using namespace Qt::StringLiterals;

namespace {
constexpr unsigned kPanelDark = 0x181B1F;
constexpr unsigned kPanelLight = 0xFFFFFF;
constexpr double kContrastThreshold = 3;

Rgba fromRgb(unsigned rgb)
{
    return {quint8(rgb >> 16), quint8(rgb >> 8), quint8(rgb), 255};
}

quint8 channel(double value)
{
    return quint8(std::clamp(std::round(value), 0.0, 255.0));
}

struct Named {
    QHash<QString, Rgba> dark;
    QHash<QString, Rgba> light;
};

const Named &named()
{
    static const Named all = [] {
        Named names;
        for (const CssColor &css : colortables::cssNames())
            names.dark.insert(QLatin1String(css.name), fromRgb(css.rgb));
        names.dark.insert(u"transparent"_s, Rgba{0, 0, 0, 0});
        names.light = names.dark;
        for (const ThemeColor &hue : colortables::hues()) {
            names.dark.insert(QLatin1String(hue.name), fromRgb(hue.dark));
            names.light.insert(QLatin1String(hue.name), fromRgb(hue.light));
        }
        names.dark.insert(u"panel-bg"_s, fromRgb(kPanelDark));
        names.light.insert(u"panel-bg"_s, fromRgb(kPanelLight));
        names.dark.insert(u"text"_s, fromRgb(0xCCCCDC));
        names.light.insert(u"text"_s, fromRgb(0x24292E));
        return names;
    }();
    return all;
}

// #rgb, #rgba, #rrggbb, #rrggbbaa
std::optional<Rgba> fromHex(QStringView digits)
{
    QString wide;
    for (const QChar digit : digits) {
        wide += digit;
        if (digits.size() < 6)
            wide += digit;
    }
    if (wide.size() == 6)
        wide += u"ff"_s;
    bool ok = false;
    const quint32 rgba = wide.toUInt(&ok, 16);
    if (!ok || wide.size() != 8 || digits.startsWith(u'+'))
        return {};
    return Rgba{quint8(rgba >> 24), quint8(rgba >> 16), quint8(rgba >> 8), quint8(rgba)};
}

Rgba fromHsl(double hue, double saturation, double lightness, double alpha)
{
    const double chroma = (1 - std::abs(2 * lightness - 1)) * saturation;
    const auto part = [&](double shift) {
        const double k = std::fmod(shift + hue / 30, 12);
        return channel(255 * (lightness - chroma / 2 * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}))));
    };
    return {part(0), part(8), part(4), channel(alpha * 255)};
}

// "rgb(1, 2, 3)", "rgba(1 2 3 / 50%)", "hsl(120, 50%, 50%)"
std::optional<Rgba> fromFunction(const QString &text)
{
    const qsizetype open = text.indexOf(u'(');
    if (open < 0 || !text.endsWith(u')'))
        return {};
    QString inside = text.mid(open + 1).chopped(1);
    inside.replace(u',', u' ').replace(u'/', u' ');
    QList<double> numbers;
    QList<bool> percents;
    for (QString part : inside.split(u' ', Qt::SkipEmptyParts)) {
        percents.append(part.endsWith(u'%'));
        part.remove(u'%').remove(u"deg"_s);
        bool ok = false;
        numbers.append(part.toDouble(&ok));
        if (!ok || !std::isfinite(numbers.last()))
            return {};
    }
    if (numbers.size() != 3 && numbers.size() != 4)
        return {};
    const double alpha = numbers.size() == 4 ? std::clamp(numbers[3] / (percents[3] ? 100 : 1), 0.0, 1.0) : 1;
    if (text.startsWith("rgb"_L1)) {
        const auto part = [&](int i) { return channel(percents[i] ? numbers[i] * 2.55 : numbers[i]); };
        return Rgba{part(0), part(1), part(2), channel(alpha * 255)};
    }
    if (!text.startsWith("hsl"_L1))
        return {};
    const double hue = std::fmod(std::fmod(numbers[0], 360) + 360, 360);
    return fromHsl(hue, std::clamp(numbers[1] / 100, 0.0, 1.0), std::clamp(numbers[2] / 100, 0.0, 1.0), alpha);
}

double rounded3(double value)
{
    return std::round(value * 1000) / 1000;
}
} // namespace

Rgba colorByName(const QString &name, Brightness theme, Rgba fallback)
{
    constexpr qsizetype kLongest = 64;
    if (name.isEmpty() || name.size() > kLongest)
        return fallback;
    const QHash<QString, Rgba> &names = theme == Brightness::Dark ? named().dark : named().light;
    if (const auto hit = names.find(name); hit != names.end())
        return *hit;
    if (name.startsWith(u'#'))
        return fromHex(QStringView(name).mid(1)).value_or(fallback);
    // CSS names are known in any case, the theme's own only as written: "Red" is CSS, "red" is the theme's.
    const QString lower = name.trimmed().toLower();
    for (const CssColor &css : colortables::cssNames()) {
        if (lower == QLatin1String(css.name))
            return fromRgb(css.rgb);
    }
    return fromFunction(lower).value_or(fallback);
}

Rgba mix(Rgba a, Rgba b, double amountOfB)
{
    const auto part = [amountOfB](quint8 from, quint8 to) { return channel(from + (to - from) * amountOfB); };
    return {part(a.r, b.r), part(a.g, b.g), part(a.b, b.b), part(a.a, b.a)};
}

Rgba withAlpha(Rgba color, double alpha)
{
    color.a = channel(alpha * 255);
    return color;
}

double luminance(Rgba color)
{
    const auto linear = [](quint8 value) {
        const double part = value / 255.0;
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

double contrastRatio(Rgba a, Rgba b)
{
    const double first = rounded3(luminance(a));
    const double second = rounded3(luminance(b));
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Rgba contrastText(Rgba background)
{
    const Rgba white{255, 255, 255, 255};
    return contrastRatio(white, background) >= kContrastThreshold ? white : Rgba{0, 0, 0, 255};
}

Rgba smallText(Rgba background)
{
    const Rgba white{255, 255, 255, 255};
    const Rgba black{0, 0, 0, 255};
    return contrastRatio(white, background) >= contrastRatio(black, background) ? white : black;
}

Rgba lighten(Rgba color, double amount)
{
    const auto part = [amount](quint8 value) { return quint8(value + (255 - value) * amount); };
    return {part(color.r), part(color.g), part(color.b), color.a};
}

Rgba darken(Rgba color, double amount)
{
    const auto part = [amount](quint8 value) { return quint8(value * (1 - amount)); };
    return {part(color.r), part(color.g), part(color.b), color.a};
}

Rgba emphasize(Rgba color, double amount)
{
    return luminance(color) > 0.5 ? darken(color, amount) : lighten(color, amount);
}

QString colorText(Rgba color)
{
    const auto hex = [](quint8 value) { return QString::number(value, 16).rightJustified(2, u'0'); };
    return u'#' + hex(color.r) + hex(color.g) + hex(color.b) + (color.a == 255 ? QString() : hex(color.a));
}
