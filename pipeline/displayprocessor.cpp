// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/displayprocessor.h>

#include <cmath>
#include <pipeline/momentformat.h>
#include <pipeline/numbertext.h>
#include <pipeline/reduce.h>
#include <pipeline/valuemapping.h>

using namespace Qt::StringLiterals;

namespace {
constexpr double kMinuteMs = 60'000;

bool isDateUnit(const QString &unit)
{
    return unit.startsWith("dateTime"_L1) || unit.startsWith("time:"_L1);
}

bool isBoolUnit(const QString &unit)
{
    return unit.startsWith("bool"_L1);
}

// A number in a text, as JavaScript reads it: blanks are 0, anything around the number spoils it.
double numberIn(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return text.isEmpty() ? std::nan("") : 0;
    bool ok = false;
    const double value = trimmed.toDouble(&ok);
    return ok ? value : std::nan("");
}
} // namespace

struct DisplayProcessor::Value {
    MappedInput input;
    double numeric;
};

DisplayProcessor::DisplayProcessor(const Field &field, Brightness theme, const QTimeZone &zone)
    : m_field(field)
    , m_theme(theme)
    , m_zone(zone)
    , m_unit(field.config.unit)
{
    const Column::Type type = field.values.type();
    if (type == Column::Type::Time && !isDateUnit(m_unit)) {
        m_unit = u"dateTimeAsSystem"_s;
        const qsizetype rows = field.values.size();
        m_showsMs = rows > 1 && std::abs(field.values.number(rows - 1) - field.values.number(0)) < kMinuteMs;
    } else if (type == Column::Type::Bool && !isBoolUnit(m_unit))
        m_unit = u"bool"_s;
    else if (type == Column::Type::Text && m_unit.isEmpty())
        m_unit = u"string"_s;
    m_trims = type == Column::Type::Number && !field.config.decimals && !isDateUnit(m_unit) && !isBoolUnit(m_unit)
        && !m_unit.startsWith("currency"_L1) && m_unit != "locale"_L1;
    if (type != Column::Type::Number)
        return;
    std::optional<double> min = field.state.rangeMin ? field.state.rangeMin : field.config.min;
    std::optional<double> max = field.state.rangeMax ? field.state.rangeMax : field.config.max;
    if (!min || !max) {
        const double least = reduceToNumber(field.values, u"min"_s);
        const double most = reduceToNumber(field.values, u"max"_s);
        min = min ? *min : std::isnan(least) ? 0 : least;
        max = max ? *max : std::isnan(most) ? 100 : most;
    }
    m_min = *min;
    m_max = *max;
}

void DisplayProcessor::scale(DisplayValue &out, double value) const
{
    if (m_field.values.type() == Column::Type::Bool) {
        const bool yes = !std::isnan(value) && value != 0;
        out.percent = yes ? 1 : 0;
        out.color = colorByName(yes ? u"green"_s : u"red"_s, m_theme);
        return;
    }
    const double percent = value == -HUGE_VAL ? 0 : (value - m_min) / (m_max - m_min);
    out.percent = std::isnan(percent) ? 0 : percent;
    const QString name = m_field.state.displayName.isEmpty() ? m_field.name : m_field.state.displayName;
    out.color = fieldColor(m_field.config, {value, out.percent, m_field.state.seriesIndex, name}, m_theme);
}

void DisplayProcessor::format(DisplayValue &out, std::optional<int> adjacentDecimals) const
{
    if (m_showsMs) {
        out.text = formatMoment(out.numeric, u"YYYY-MM-DD HH:mm:ss.SSS"_s, m_zone);
        return;
    }
    const bool trims = m_trims && adjacentDecimals;
    const FormattedValue value = formatValue(m_unit, out.numeric, trims ? adjacentDecimals : m_field.config.decimals, m_zone);
    out.prefix = value.prefix;
    out.suffix = value.suffix;
    out.text = value.text;
    bool ok = false;
    const double shown = value.text.toDouble(&ok);
    if (trims && ok && std::isfinite(shown))
        out.text = numbertext::shortest(shown);
}

DisplayValue DisplayProcessor::show(const Value &value, std::optional<int> adjacentDecimals) const
{
    DisplayValue out;
    out.numeric = value.numeric;
    std::optional<QString> text;
    scale(out, std::isnan(value.numeric) ? -HUGE_VAL : value.numeric);
    if (const std::optional<ValueMapping> mapping = findMapping(m_field.config.mappings, value.input)) {
        text = mapping->text;
        out.icon = mapping->icon;
        if (!mapping->color.isEmpty())
            out.color = colorByName(mapping->color, m_theme);
    }
    if (text) {
        out.text = *text;
        return out;
    }
    if (!std::isnan(value.numeric) && value.input.kind != MappedInput::Kind::Bool) {
        format(out, adjacentDecimals);
        return out;
    }
    out.text = value.input.text.isEmpty() ? m_field.config.noValue : value.input.text;
    return out;
}

DisplayValue DisplayProcessor::number(double value, std::optional<int> adjacentDecimals) const
{
    const bool plain = m_unit == "string"_L1;
    return show({MappedInput::ofNumber(value), plain ? std::nan("") : value}, adjacentDecimals);
}

DisplayValue DisplayProcessor::text(const QString &value) const
{
    const bool plain = m_unit == "string"_L1;
    return show({MappedInput::ofText(value), plain ? std::nan("") : numberIn(value)}, {});
}

DisplayValue DisplayProcessor::boolean(bool value) const
{
    return show({MappedInput::ofBool(value), m_unit == "string"_L1 ? std::nan("") : value ? 1.0 : 0.0}, {});
}

DisplayValue DisplayProcessor::null() const
{
    return show({MappedInput{}, Column::missing()}, {});
}

DisplayValue DisplayProcessor::row(qsizetype row) const
{
    if (m_field.values.isNull(row))
        return null();
    switch (m_field.values.type()) {
    case Column::Type::Text:
        return text(m_field.values.text(row));
    case Column::Type::Bool:
        return boolean(m_field.values.number(row) != 0);
    default:
        return number(m_field.values.number(row));
    }
}
