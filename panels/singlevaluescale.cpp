// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/singlevaluescale.h>

#include <algorithm>
#include <cmath>

namespace {

QList<ScaleSection> continuousSections(const FieldDisplay &value, Brightness theme)
{
    constexpr int kSections = 48;
    const DisplayProcessor processor(value.field, theme);
    const double step = (value.max - value.min) / kSections;
    QList<ScaleSection> sections;
    for (int i = 0; i < kSections; ++i) {
        const double from = value.min + i * step;
        sections.append({from, from + step, processor.number(from + step / 2).color});
    }
    return sections;
}

} // namespace

QList<ScaleSection> scaleSections(const FieldDisplay &value, Brightness theme)
{
    const FieldConfig &config = value.field.config;
    if (!(value.max > value.min))
        return {};
    if (isByValue(config.color.mode) && config.color.mode != QLatin1String("thresholds"))
        return continuousSections(value, theme);
    if (!config.thresholds)
        return {};
    QList<ScaleSection> sections;
    const QList<Threshold> &steps = config.thresholds->steps;
    const bool percent = config.thresholds->mode == Thresholds::Mode::Percentage;
    const auto valueAt = [&](qsizetype i) {
        const double at = percent ? value.min + (value.max - value.min) * steps[i].value / 100 : steps[i].value;
        return std::isnan(at) ? -INFINITY : at;
    };
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const double from = i == 0 ? value.min : std::max(valueAt(i), value.min);
        const double to = i + 1 < steps.size() ? std::min(valueAt(i + 1), value.max) : value.max;
        if (to > from)
            sections.append({from, to, colorByName(steps[i].color, theme)});
    }
    return sections;
}

double scaleShare(const FieldDisplay &value, double at)
{
    const double share = (at - value.min) / (value.max - value.min);
    return std::isnan(share) ? 0 : std::clamp(share, 0.0, 1.0);
}

bool showsName(const FieldDisplay &value, qsizetype count)
{
    return !value.title.isEmpty() && (count > 1 || !value.field.config.displayName.isEmpty());
}
