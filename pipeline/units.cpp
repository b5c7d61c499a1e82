// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/units.h>

#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <cmath>
#include <pipeline/momentformat.h>
#include <pipeline/numbertext.h>
#include <pipeline/unitfamily.h>

using namespace Qt::StringLiterals;

namespace {
using Decimals = std::optional<int>;

struct Scale {
    double factor;
    QStringList steps;
    int base; // the step of numbers from 1 to factor
};

const Scale &siScale()
{
    static const Scale scale{
        1000, {u"f"_s, u"p"_s, u"n"_s, u"µ"_s, u"m"_s, u""_s, u"k"_s, u"M"_s, u"G"_s, u"T"_s, u"P"_s, u"E"_s, u"Z"_s, u"Y"_s}, 5};
    return scale;
}
const Scale &binaryScale()
{
    static const Scale scale{1024, {u""_s, u"Ki"_s, u"Mi"_s, u"Gi"_s, u"Ti"_s, u"Pi"_s, u"Ei"_s, u"Zi"_s, u"Yi"_s}, 0};
    return scale;
}
const Scale &countScale()
{
    static const Scale scale{1000, {u""_s, u"K"_s, u"M"_s, u"B"_s, u"T"_s}, 0};
    return scale;
}
const Scale &shortScale()
{
    static const Scale scale{1000, {u""_s, u" K"_s, u" Mil"_s, u" Bil"_s, u" Tri"_s, u" Quadr"_s, u" Quint"_s, u" Sext"_s, u" Sept"_s}, 0};
    return scale;
}
const Scale &psiScale()
{
    static const Scale scale{1000, {u"psi"_s, u"ksi"_s, u"Mpsi"_s}, 0};
    return scale;
}

struct Scaled {
    QString text;
    std::optional<QString> step; // none: not a finite number
};

Scaled scaled(const Scale &scale, int offset, double value, Decimals decimals)
{
    if (!std::isfinite(value))
        return {numbertext::rounded(value, 0), {}};
    const int base = scale.base + offset;
    const int last = int(scale.steps.size()) - 1;
    const double power = value == 0 ? 0 : std::floor(std::log10(std::abs(value)) / std::log10(scale.factor));
    const int shift = int(std::clamp(power, double(-base), double(last - base)));
    return {numbertext::rounded(value / std::pow(scale.factor, shift), decimals), scale.steps[std::clamp(base + shift, 0, last)]};
}

FormattedValue prefixed(const Scale &scale, const QString &symbol, int offset, double value, Decimals decimals)
{
    const Scaled number = scaled(scale, offset, value, decimals);
    return {number.text, {}, number.step ? u' ' + *number.step + symbol : QString()};
}

FormattedValue fixed(const QString &symbol, double value, Decimals decimals)
{
    return {numbertext::rounded(value, decimals), {}, symbol.isEmpty() ? QString() : u' ' + symbol};
}

// Grafana writes "undefined" where a count is not a number; people compare screens.
FormattedValue count(const QString &symbol, double value, Decimals decimals)
{
    const Scaled number = scaled(countScale(), 0, value, decimals);
    return {number.text, {}, number.step.value_or(u"undefined"_s) + u' ' + symbol};
}

FormattedValue currency(const QString &symbol, bool asSuffix, double value, Decimals decimals)
{
    const Scaled number = scaled(countScale(), 0, std::abs(value), decimals);
    const QString sign = value < 0 ? u"-"_s : QString();
    if (!asSuffix)
        return {number.text, sign + symbol, number.step.value_or(QString())};
    return {number.text, sign, number.step ? *number.step + symbol : QString()};
}

// "$", "$:prefix" or "€:suffix": every digit, grouped.
FormattedValue financial(const QString &form, double value, Decimals decimals)
{
    const QString symbol = form.section(u':', 0, 0);
    if (symbol.isEmpty())
        return fixed({}, value, decimals);
    const QString text = numbertext::grouped(value, std::max(0, decimals.value_or(0)), std::max(0, decimals.value_or(1)));
    return form.section(u':', 1) == "suffix"_L1 ? FormattedValue{text, {}, symbol} : FormattedValue{text, symbol, {}};
}

FormattedValue boolean(const QString &form, double value)
{
    const qsizetype slash = form.indexOf(u'/');
    const QString yes = slash < 0 ? form : form.left(slash);
    const QString no = slash < 0 ? u"-"_s : form.mid(slash + 1);
    return {std::isnan(value) || value == 0 ? no : yes, {}, {}};
}

FormattedValue hexadecimal(double value, Decimals decimals, const QString &mark)
{
    bool ok = false;
    const double kept = numbertext::rounded(value, decimals).toDouble(&ok);
    const QString text = numbertext::hexadecimal(ok ? kept : std::nan(""));
    return {text.startsWith(u'-') ? u'-' + mark + text.mid(1) : mark + text, {}, {}};
}

int siOffset(QChar prefix)
{
    if (prefix == QChar(0x3bc))
        prefix = u'µ';
    const qsizetype index = siScale().steps.indexOf(QString(prefix));
    return index < 0 ? 0 : int(index) - siScale().base;
}

FormattedValue custom(const QString &unit, double value, Decimals decimals, const QTimeZone &zone)
{
    const qsizetype colon = unit.indexOf(u':');
    const QString kind = colon > 0 ? unit.left(colon) : QString();
    const QString form = unit.mid(colon + 1);
    if (kind == "prefix"_L1)
        return {numbertext::rounded(value, decimals), form, {}};
    if (kind == "suffix"_L1)
        return fixed(form, value, decimals);
    if (kind == "time"_L1)
        return {formatMoment(value, form, zone), {}, {}};
    if (kind == "si"_L1) {
        const int offset = form.isEmpty() ? 0 : siOffset(form.front());
        return prefixed(siScale(), offset == 0 ? form : form.mid(1), offset, value, decimals);
    }
    if (kind == "count"_L1)
        return count(form, value, decimals);
    if (kind == "currency"_L1)
        return form.startsWith("financial:"_L1) ? financial(form.mid(10), value, decimals) : currency(form, false, value, decimals);
    if (kind == "bool"_L1)
        return boolean(form, value);
    return fixed(unit, value, decimals);
}

const UnitRow *findRow(const QString &unit)
{
    static const QHash<QString, const UnitRow *> rows = [] {
        QHash<QString, const UnitRow *> all;
        for (const UnitRow &row : unitRows())
            all.insert(QString::fromUtf8(row.id), &row);
        return all;
    }();
    return rows.value(unit);
}

FormattedValue simple(const UnitRow &row, double value, Decimals decimals)
{
    const QString symbol = QString::fromUtf8(row.symbol);
    switch (row.family) {
    case UnitFamily::Fixed:
        return fixed(symbol, value, decimals);
    case UnitFamily::Tight:
        return {numbertext::rounded(value, decimals), {}, symbol};
    case UnitFamily::Si:
        return prefixed(siScale(), symbol, row.offset, value, decimals);
    case UnitFamily::Binary:
        return prefixed(binaryScale(), symbol, row.offset, value, decimals);
    case UnitFamily::Count:
        return count(symbol, value, decimals);
    case UnitFamily::Currency:
        return currency(symbol, false, value, decimals);
    case UnitFamily::CurrencySuffix:
        return currency(symbol, true, value, decimals);
    case UnitFamily::PercentUnit:
        return {numbertext::rounded(100 * value, decimals), {}, symbol};
    case UnitFamily::Text:
        return {numbertext::shortest(value), {}, {}};
    case UnitFamily::Hex:
        return hexadecimal(value, decimals, {});
    case UnitFamily::Hex0x:
        return hexadecimal(value, decimals, u"0x"_s);
    case UnitFamily::Scientific:
        return {numbertext::scientific(value, decimals), {}, {}};
    case UnitFamily::Locale:
        return {numbertext::grouped(value, 0, decimals.value_or(3)), {}, {}};
    case UnitFamily::Bool:
        return boolean(symbol, value);
    default:
        break;
    }
    const Scaled number = scaled(row.family == UnitFamily::Psi ? psiScale() : shortScale(), 0, value, decimals);
    return {number.text, {}, number.step.value_or(QString())};
}
} // namespace

FormattedValue formatValue(const QString &unit, double value, std::optional<int> decimals, const QTimeZone &zone,
                           std::optional<qint64> nowMs)
{
    const UnitRow *row = findRow(unit);
    if (!row)
        return unit.isEmpty() ? fixed({}, value, decimals) : custom(unit, value, decimals, zone);
    if (row->family == UnitFamily::Duration)
        return formatDuration(DurationUnit(row->offset), value, decimals);
    if (row->family == UnitFamily::Date) {
        const qint64 now = nowMs ? *nowMs : QDateTime::currentMSecsSinceEpoch();
        return formatDate(DateUnit(row->offset), value, zone, double(now));
    }
    return simple(*row, value, decimals);
}

const QList<UnitInfo> &units()
{
    static const QList<UnitInfo> all = [] {
        QList<UnitInfo> list;
        for (const UnitRow &row : unitRows())
            list.append({QString::fromUtf8(row.id), QString::fromUtf8(row.category), QString::fromUtf8(row.name)});
        return list;
    }();
    return all;
}

bool isBinaryUnit(const QString &unit)
{
    const UnitRow *row = findRow(unit);
    return row && row->family == UnitFamily::Binary;
}
