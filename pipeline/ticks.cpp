// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/ticks.h>

#include <QtCore/QSet>
#include <cmath>
#include <pipeline/numbertext.h>

namespace {
constexpr int kValuePixels = 38;
constexpr int kFewest = 2;
constexpr int kMost = 6;
constexpr int kMaxDecimals = 8;

// The step after this one: 1, 2, 2.5, 5, 10 times a power of ten; or the next power of two.
double stepFor(double atLeast, bool binary)
{
    if (binary && atLeast > 1)
        return std::exp2(std::ceil(std::log2(atLeast) - 1e-9));
    const double magnitude = std::pow(10.0, std::floor(std::log10(atLeast)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * magnitude >= atLeast * (1 - 1e-9))
            return factor * magnitude;
    }
    return 10 * magnitude;
}

QList<double> multiples(double min, double max, double step)
{
    QList<double> values;
    const double slack = step * 1e-9;
    for (double index = std::ceil((min - slack) / step); index * step <= max + slack && values.size() <= 4 * kMost; ++index) {
        const double value = index * step;
        values.append(value == 0 ? 0 : value);
    }
    return values;
}

QStringList labels(const QList<double> &values, const DisplayProcessor &display, int decimals)
{
    QStringList out;
    for (const double value : values)
        out.append(display.number(value, decimals).joined());
    return out;
}

// Numbers too small for decimals.
QStringList exactTexts(const QList<double> &values)
{
    QStringList out;
    for (const double value : values)
        out.append(numbertext::shortest(value));
    return out;
}

// As few decimals as write every tick exactly; where none do (minutes of a decimal step), as tell the ticks apart.
QList<Tick> labelled(const QList<double> &values, const DisplayProcessor &display)
{
    QStringList best;
    for (int decimals = 0; decimals <= kMaxDecimals && best.isEmpty(); ++decimals) {
        const QStringList texts = labels(values, display, decimals);
        if (texts == labels(values, display, decimals + 3) && QSet<QString>(texts.begin(), texts.end()).size() == texts.size())
            best = texts;
    }
    for (int decimals = 1; decimals <= kMaxDecimals && best.isEmpty(); ++decimals) {
        const QStringList texts = labels(values, display, decimals);
        const bool distinct = QSet<QString>(texts.begin(), texts.end()).size() == texts.size();
        if (distinct || decimals == kMaxDecimals)
            best = distinct || !display.unit().isEmpty() ? texts : exactTexts(values);
    }
    QList<Tick> ticks;
    for (qsizetype i = 0; i < values.size(); ++i)
        ticks.append({values[i], best.value(i)});
    return ticks;
}

bool usable(double min, double max, int pixels)
{
    return std::isfinite(min) && std::isfinite(max) && min < max && pixels > 0 && std::isfinite(max - min);
}
} // namespace

QList<Tick> valueTicks(double min, double max, int pixels, const DisplayProcessor &display)
{
    if (!usable(min, max, pixels))
        return {};
    const bool binary = isBinaryUnit(display.unit());
    const int wanted = std::clamp(pixels / kValuePixels, kFewest, kMost);
    double step = stepFor((max - min) / wanted, binary);
    QList<double> values = multiples(min, max, step);
    while (values.size() > std::max(wanted, kFewest + 1)) {
        step = stepFor(step * 1.1, binary);
        values = multiples(min, max, step);
    }
    for (int tries = 0; values.size() < kFewest && tries < 4; ++tries) {
        step /= 2;
        values = multiples(min, max, step);
    }
    return labelled(values, display);
}

QList<Tick> logTicks(double min, double max, int pixels, const DisplayProcessor &display, int base)
{
    if (!usable(min, max, pixels) || min <= 0)
        return {};
    const double unit = std::log(base == 2 ? 2.0 : 10.0);
    const double first = std::ceil(std::log(min) / unit - 1e-9);
    const double last = std::floor(std::log(max) / unit + 1e-9);
    const int wanted = std::clamp(pixels / kValuePixels, kFewest, kMost);
    if (last - first < 1)
        return valueTicks(min, max, pixels, display);
    const double stride = std::max(1.0, std::ceil((last - first + 1) / wanted));
    QList<Tick> ticks;
    for (double exponent = std::ceil(first / stride) * stride; exponent <= last; exponent += stride) {
        const double value = base == 2 ? std::exp2(exponent) : std::pow(10.0, exponent);
        ticks.append({value, display.number(value).joined()});
    }
    return ticks;
}

QList<Tick> symlogTicks(double min, double max, int pixels, const DisplayProcessor &display, double base, double threshold)
{
    if (!usable(min, max, pixels) || !(base > 1) || !(threshold > 0))
        return {};
    const int most = std::max(2, pixels / kValuePixels);
    QList<double> values{0};
    for (double value = threshold; value <= std::max(std::abs(min), std::abs(max)) && values.size() < 400; value *= base) {
        values.append(value);
        values.prepend(-value);
    }
    values.removeIf([&](double value) { return value < min || value > max; });
    const qsizetype every = std::max<qsizetype>(1, (values.size() + most - 1) / most);
    QList<Tick> ticks;
    for (const double value : std::as_const(values)) {
        const qsizetype power = value == 0 ? 0 : qRound64(std::log(std::abs(value) / threshold) / std::log(base)) + 1;
        if (power % every == 0)
            ticks.append({value, display.number(value).joined()});
    }
    return ticks;
}
