// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/fielddisplay.h>
#include <pipeline/fieldpipeline.h>
#include <pipeline/reduce.h>
#include <pipeline/stacking.h>
#include <pipeline/ticks.h>
#include <pipeline/yrange.h>

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
