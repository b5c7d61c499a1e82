// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/fielddisplay.h>
#include <pipeline/fieldpipeline.h>
#include <pipeline/reduce.h>
#include <pipeline/stacking.h>
#include <pipeline/ticks.h>
#include <pipeline/yrange.h>

Rgba colorByName(const QString &, Brightness, Rgba fallback)
{
    return fallback;
}
Rgba paletteColor(int seriesIndex, Brightness)
{
    return seriesIndex % 2 ? Rgba{0xF2, 0xCC, 0x0C, 255} : Rgba{0x73, 0xBF, 0x69, 255};
}
Rgba fieldColor(const FieldConfig &, const ColorInput &input, Brightness theme)
{
    return paletteColor(input.seriesIndex, theme);
}
Rgba thresholdColor(const Thresholds &, double, double, double, Brightness theme)
{
    return paletteColor(0, theme);
}
bool isByValue(const QString &mode)
{
    return mode == QLatin1String("thresholds") || mode.startsWith(QLatin1String("continuous-"));
}
const QList<ColorModeInfo> &colorModes()
{
    static const QList<ColorModeInfo> all;
    return all;
}
Rgba mix(Rgba a, Rgba b, double t)
{
    const auto part = [t](quint8 x, quint8 y) { return quint8(qRound(x + (y - x) * t)); };
    return {part(a.r, b.r), part(a.g, b.g), part(a.b, b.b), part(a.a, b.a)};
}
Rgba withAlpha(Rgba color, double alpha)
{
    color.a = quint8(qRound(alpha * 255));
    return color;
}
double luminance(Rgba c)
{
    return (0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b) / 255;
}
Rgba contrastText(Rgba background)
{
    return luminance(background) > 0.21 ? Rgba{0, 0, 0, 255} : Rgba{255, 255, 255, 255};
}
DisplayProcessor::DisplayProcessor(const Field &field, Brightness theme, const QTimeZone &zone)
    : m_field(field)
    , m_theme(theme)
    , m_zone(zone)
{
}
DisplayValue DisplayProcessor::number(double value, std::optional<int>) const
{
    const FormattedValue formatted = formatValue(m_field.config.unit, value, m_field.config.decimals, m_zone);
    return {formatted.text, formatted.prefix, formatted.suffix, value, 0, paletteColor(m_field.state.seriesIndex, m_theme), {}};
}
DisplayValue DisplayProcessor::text(const QString &value) const
{
    return {value, {}, {}, Column::missing(), 0, paletteColor(m_field.state.seriesIndex, m_theme), {}};
}
DisplayValue DisplayProcessor::row(qsizetype row) const
{
    return m_field.values.type() == Column::Type::Text ? text(m_field.values.text(row)) : number(m_field.values.number(row));
}
FieldConfig readFieldConfig(const Json &, QList<OptionProblem> *)
{
    return {};
}
FieldConfigSource readFieldConfigSource(const Json &fieldConfig, const Json &, QList<OptionProblem> *)
{
    return {{}, fieldConfig[u"overrides"]};
}
Frames applyFieldConfig(Frames frames, const FieldConfigSource &, const Interpolate &)
{
    return frames;
}
QString fieldDisplayName(const Field &field, const Frame &, const Frames &)
{
    return field.name;
}
QString legendName(const Labels &, const QString &legendFormat, const QString &)
{
    return legendFormat;
}
QList<FieldDisplay> fieldDisplays(const Frames &, const ReduceOptions &, Brightness, const QTimeZone &)
{
    return {};
}
QList<Tick> valueTicks(double min, double max, int, const DisplayProcessor &display)
{
    return {{min, display.number(min).joined()}, {max, display.number(max).joined()}};
}
QList<Tick> logTicks(double min, double max, int pixels, const DisplayProcessor &display, int)
{
    return valueTicks(min, max, pixels, display);
}
QList<Tick> timeTicks(qint64 fromMs, qint64 toMs, int, const QTimeZone &)
{
    return {{double(fromMs), {}}, {double(toMs), {}}};
}
QString timeLabel(qint64 ms, qint64, const QTimeZone &)
{
    return QString::number(ms);
}
QList<Stacked> stack(const QList<StackInput> &inputs)
{
    QList<Stacked> out;
    for (const StackInput &input : inputs)
        out.append({{}, input.values});
    return out;
}
std::optional<AxisRange> axisRange(const AxisScale &, std::optional<double> dataMin, std::optional<double> dataMax)
{
    return dataMin && dataMax ? std::optional<AxisRange>({*dataMin, *dataMax}) : std::nullopt;
}
