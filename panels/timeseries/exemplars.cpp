// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/timeseries/exemplars.h>

#include <QtCore/QCoreApplication>
#include <algorithm>
#include <cmath>
#include <panels/celllinks.h>
#include <panels/charttime.h>
#include <widgets/theme/paint.h>

namespace {

constexpr int kMost = 2'000;
constexpr int kMostText = 44; // characters of a value; what is copied is whole

struct Found {
    ExemplarRow at;
    PlotDiamond diamond;
};

QString tr(const char *text)
{
    return QCoreApplication::translate("TimeSeries", text);
}

const Field *fieldOf(const Frame &frame, bool (Field::*is)() const)
{
    const auto it = std::find_if(frame.fields.begin(), frame.fields.end(), [is](const Field &field) { return (field.*is)(); });
    return it == frame.fields.end() ? nullptr : &*it;
}

QList<Found> exemplarsIn(const Frames &frames, const TimeRange &range)
{
    QList<Found> all;
    for (qsizetype i = 0; i < frames.size(); ++i) {
        const Field *time = fieldOf(frames[i], &Field::isTime);
        const Field *value = fieldOf(frames[i], &Field::isNumeric);
        if (!time || !value)
            continue;
        for (qsizetype row = 0; row < frames[i].rowCount(); ++row) {
            const PlotDiamond diamond{time->values.number(row), value->values.number(row), 0};
            if (diamond.x >= double(range.fromMs) && diamond.x <= double(range.toMs) && std::isfinite(diamond.y))
                all.append({{i, row}, diamond});
        }
    }
    return all;
}

// The time range in so many slices, and the highest of each: what is looked for is what took long.
QList<Found> thinned(const QList<Found> &all, const TimeRange &range)
{
    QList<Found> kept(kMost);
    QList<bool> taken(kMost, false);
    const double span = std::max<double>(1, double(range.spanMs()));
    for (const Found &each : all) {
        const int slice = std::clamp(int((each.diamond.x - double(range.fromMs)) / span * kMost), 0, kMost - 1);
        if (taken[slice] && kept[slice].diamond.y >= each.diamond.y)
            continue;
        taken[slice] = true;
        kept[slice] = each;
    }
    QList<Found> result;
    for (int i = 0; i < kMost; ++i) {
        if (taken[i])
            result.append(kept[i]);
    }
    return result;
}

bool isTraceId(QString label)
{
    return label.remove(u'_').compare(QLatin1String("traceid"), Qt::CaseInsensitive) == 0;
}

// The series that exemplars of a query stand for: one that is shown, else one that is hidden, else what the first axis has. -1: none.
int seriesOf(const TimeSeriesView &view, const QString &refId)
{
    int found = -1;
    int first = -1;
    for (int i = 0; i < view.series.size(); ++i) {
        if (first < 0 && view.plot.series[i].axis == 0)
            first = i;
        if (view.series[i].refId != refId)
            continue;
        if (view.series[i].state != ChartSeries::State::Hidden)
            return i;
        found = found < 0 ? i : found;
    }
    return found < 0 ? first : found;
}

// Written as the axis is that it stands on.
QString valueText(const TimeSeriesView &view, const TimeSeriesInput &input, const QString &refId, double value)
{
    const int series = seriesOf(view, refId);
    if (series < 0)
        return QString::number(value);
    Field field = view.series[series].field;
    field.config.mappings.clear();
    return DisplayProcessor(field, input.theme->brightness, input.zone).number(value).joined();
}

void addLinks(TooltipModel &model, const Frame &frame, const Field &field, qsizetype row, const TimeSeriesInput &input,
              const PanelContext &context)
{
    if (field.config.links.isEmpty())
        return;
    const DisplayValue value = DisplayProcessor(field, input.theme->brightness, input.zone).row(row);
    for (const CellLink &link : cellLinks(field, value, context, {&frame, row}))
        model.links.append({link.title, link.url, {}});
}

} // namespace

void addExemplars(TimeSeriesView &view, const TimeSeriesInput &input)
{
    if (!view.emptyReason.isEmpty() || input.data.exemplars.isEmpty())
        return;
    QList<Found> all = exemplarsIn(input.data.exemplars, input.range);
    if (all.size() > kMost)
        all = thinned(all, input.range);
    QList<int> axes;
    for (const Frame &frame : input.data.exemplars) {
        const int series = seriesOf(view, frame.refId);
        axes.append(series < 0 ? 0 : view.plot.series[series].axis);
    }
    for (Found &each : all) {
        each.diamond.axis = axes[each.at.frame];
        view.exemplars.append(each.at);
        view.plot.diamonds.append(each.diamond);
    }
}

TooltipModel exemplarTooltip(const TimeSeriesView &view, const TimeSeriesInput &input, const PanelContext &context, int index)
{
    const PlotDiamond &diamond = view.plot.diamonds[index];
    const ExemplarRow at = view.exemplars[index];
    const Frame &frame = input.data.exemplars[at.frame];
    TooltipModel model;
    model.head = tooltipTime(qint64(diamond.x), input.range.spanMs(), input.zone);
    model.headNote = zoneName(qint64(diamond.x), input.zone);
    model.maxWidth = int(input.options.tooltip.maxWidth.value_or(0));
    model.maxHeight = int(input.options.tooltip.maxHeight.value_or(0));
    model.foot = tr("Exemplar");
    model.rows.append({tr("Value"), valueText(view, input, frame.refId, diamond.y), input.theme->text.primary, true, {}});
    for (const Field &field : frame.fields) {
        const QString text = field.values.text(at.row);
        if (field.isTime() || field.isNumeric() || text.isEmpty())
            continue;
        model.rows.append({oneLine(field.name, 80), oneLine(text, kMostText), Qt::transparent, false, {}});
        addLinks(model, frame, field, at.row, input, context);
        if (isTraceId(field.name))
            model.links.append({tr("Copy %1").arg(oneLine(field.name, 40)), {}, text});
    }
    return model;
}
