// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/numbertext.h>

#include <QtCore/QLocale>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr int kMaxDecimals = 100;

// Significant digits and the power of ten of the first one.
struct Decimal {
    QString digits;
    int exponent = 0;
};

Decimal decimalOf(double magnitude, int precision = QLocale::FloatingPointShortest)
{
    const QString text = QString::number(magnitude, 'e', precision);
    const qsizetype mark = text.indexOf(u'e');
    Decimal out{text.left(mark), text.mid(mark + 1).toInt()};
    out.digits.remove(u'.');
    return out;
}

QString plain(const Decimal &decimal)
{
    const qsizetype count = decimal.digits.size();
    const int point = decimal.exponent + 1;
    if (point <= 0)
        return u"0."_s + QString(-point, u'0') + decimal.digits;
    if (point >= count)
        return decimal.digits + QString(point - count, u'0');
    return decimal.digits.left(point) + u'.' + decimal.digits.mid(point);
}

QString exponential(const Decimal &decimal)
{
    const QString fraction = decimal.digits.size() > 1 ? u'.' + decimal.digits.mid(1) : QString();
    return decimal.digits.left(1) + fraction + (decimal.exponent < 0 ? u"e-"_s : u"e+"_s) + QString::number(std::abs(decimal.exponent));
}

QString infinity(double value)
{
    return value > 0 ? u"∞"_s : u"-∞"_s;
}

double halfUp(double value)
{
    const double floor = std::floor(value);
    return value - floor >= 0.5 ? floor + 1 : floor;
}

// "12.345" -> at most that many decimals, halves away from zero.
QString roundDigits(const QString &text, int decimals)
{
    const qsizetype point = text.indexOf(u'.');
    if (point < 0 || text.size() - point - 1 <= decimals)
        return text;
    const bool up = text[point + 1 + decimals] >= u'5';
    QString kept = text.left(point + 1 + decimals);
    for (qsizetype i = kept.size() - 1; up && i >= -1; --i) {
        if (i < 0) {
            kept.prepend(u'1');
            break;
        }
        if (kept[i] == u'.')
            continue;
        if (kept[i] != u'9') {
            kept[i] = QChar(kept[i].unicode() + 1);
            break;
        }
        kept[i] = u'0';
    }
    return kept.endsWith(u'.') ? kept.chopped(1) : kept;
}

// The fraction of a value in base 16, as few digits as tell it from its neighbours. Carries into the integer part.
QString hexFraction(double value, double &integer)
{
    constexpr auto digits = "0123456789ABCDEF";
    double fraction = value - integer;
    double delta = std::max(std::nextafter(0.0, 1.0), 0.5 * (std::nextafter(value, HUGE_VAL) - value));
    QString text;
    while (fraction >= delta) {
        fraction *= 16;
        delta *= 16;
        const int digit = int(fraction);
        text += QLatin1Char(digits[digit]);
        fraction -= digit;
        if ((fraction > 0.5 || (fraction == 0.5 && (digit & 1))) && fraction + delta > 1) {
            while (text.endsWith(u'F'))
                text.chop(1);
            if (text.isEmpty())
                integer += 1;
            else
                text.back() = QLatin1Char(digits[QStringView(text).last(1).toInt(nullptr, 16) + 1]);
            break;
        }
    }
    return text;
}
} // namespace

QString numbertext::shortest(double value)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return value > 0 ? u"Infinity"_s : u"-Infinity"_s;
    if (value == 0)
        return u"0"_s;
    const Decimal decimal = decimalOf(std::abs(value));
    const bool long_ = decimal.exponent >= 21 || decimal.exponent < -6;
    return (value < 0 ? u"-"_s : QString()) + (long_ ? exponential(decimal) : plain(decimal));
}

int numbertext::decimalsFor(double value)
{
    if (!std::isfinite(value) || value == std::trunc(value))
        return 0;
    const double magnitude = std::abs(value);
    int decimals = 1 - int(std::floor(std::log(magnitude) / M_LN10));
    if (magnitude / std::pow(10.0, -decimals) > 2.25)
        ++decimals;
    return std::max(0, decimals);
}

QString numbertext::rounded(double value, std::optional<int> decimals)
{
    if (std::isinf(value))
        return infinity(value);
    const int places = std::min(decimals ? *decimals : decimalsFor(value), kMaxDecimals);
    if (value == 0)
        return QString::number(0.0, 'f', std::max(0, places));
    const double factor = places > 0 ? std::pow(10.0, places) : 1;
    QString text = shortest(halfUp(value * factor) / factor);
    if (text.contains(u'e'))
        return text;
    const qsizetype point = text.indexOf(u'.');
    const qsizetype shown = point < 0 ? 0 : text.size() - point - 1;
    if (shown < places)
        text += (shown == 0 ? u"."_s : QString()) + QString(places - shown, u'0');
    return text;
}

QString numbertext::grouped(double value, int minDecimals, int maxDecimals)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return infinity(value);
    QString text = value == 0 ? u"0"_s : plain(decimalOf(std::abs(value)));
    text = roundDigits(text, std::clamp(maxDecimals, 0, kMaxDecimals));
    qsizetype point = text.indexOf(u'.');
    if (point >= 0) {
        while (text.endsWith(u'0') && text.size() - point - 1 > minDecimals)
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    point = text.indexOf(u'.');
    const qsizetype whole = point < 0 ? text.size() : point;
    const qsizetype shown = point < 0 ? 0 : text.size() - point - 1;
    if (shown < minDecimals)
        text += (point < 0 ? u"."_s : QString()) + QString(minDecimals - shown, u'0');
    for (qsizetype i = whole - 3; i > 0; i -= 3)
        text.insert(i, u',');
    return std::signbit(value) ? u'-' + text : text;
}

QString numbertext::scientific(double value, std::optional<int> decimals)
{
    if (!std::isfinite(value))
        return shortest(value);
    const int precision = decimals ? std::clamp(*decimals, 0, kMaxDecimals) : int(QLocale::FloatingPointShortest);
    return (value < 0 ? u"-"_s : QString()) + exponential(decimalOf(std::abs(value), precision));
}

QString numbertext::hexadecimal(double value)
{
    if (!std::isfinite(value))
        return u"NAN"_s;
    const double magnitude = std::abs(value);
    double integer = std::floor(magnitude);
    const QString fraction = hexFraction(magnitude, integer);
    QString text;
    do {
        const double digit = std::fmod(integer, 16);
        text.prepend(QString::number(int(digit), 16).toUpper());
        integer = (integer - digit) / 16;
    } while (integer > 0);
    return (value < 0 ? u"-"_s : QString()) + text + (fraction.isEmpty() ? QString() : u'.' + fraction);
}
