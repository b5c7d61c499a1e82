// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/legendvalues.h>

#include <QtCore/QCoreApplication>
#include <algorithm>
#include <pipeline/displayprocessor.h>
#include <pipeline/reduce.h>

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Legend", text);
}

// Counting has no unit.
bool keepsUnit(const QString &reducer)
{
    static const QStringList without{QStringLiteral("count"),     QStringLiteral("changeCount"), QStringLiteral("distinctCount"),
                                     QStringLiteral("allIsZero"), QStringLiteral("allIsNull"),   QStringLiteral("diffperc"),
                                     QStringLiteral("countAll")};
    return !without.contains(reducer);
}

QString reducerName(const QString &id)
{
    for (const ReducerInfo &info : reducers()) {
        if (info.id == id || info.aliases.contains(id))
            return info.name;
    }
    return {};
}

} // namespace

LegendModel legendFrame(const LegendOptions &options, QStringList &calcs)
{
    LegendModel legend;
    legend.table = options.table();
    legend.right = options.placement == LegendOptions::Placement::Right;
    for (const QString &calc : options.calcs) {
        if (const QString name = reducerName(calc); !name.isEmpty()) {
            calcs.append(calc);
            legend.columns.append(name);
        }
    }
    const bool sorts = legend.table && !options.sortBy.isEmpty();
    const int named = options.sortBy == QLatin1String("Name") ? -1 : int(legend.columns.indexOf(options.sortBy));
    if (sorts && (named >= 0 || options.sortBy == QLatin1String("Name")))
        legend.sortColumn = named;
    legend.sortDescending = options.sortDesc;
    return legend;
}

LegendValue legendValue(const Field &source, const QString &calc, Brightness theme, const QTimeZone &zone)
{
    Field field = source;
    if (!keepsUnit(calc))
        field.config.unit = calc == QLatin1String("diffperc") ? QStringLiteral("percentunit") : QStringLiteral("none");
    const DisplayProcessor display(field, theme, zone);
    const Reduced reduced = reduce(source.values, calc);
    switch (reduced.kind) {
    case Reduced::Kind::Number:
        return {display.number(reduced.number).joined(), reduced.number};
    case Reduced::Kind::Bool:
        return {reduced.number != 0 ? tr("true") : tr("false"), reduced.number};
    case Reduced::Kind::Text:
        return {reduced.text, Column::missing()};
    case Reduced::Kind::List: {
        QStringList texts;
        for (qsizetype i = 0; i < std::min<qsizetype>(reduced.list.size(), 5); ++i)
            texts.append(display.number(reduced.list.number(i)).joined());
        return {texts.join(QLatin1String(", ")), Column::missing()};
    }
    case Reduced::Kind::Null:
        break;
    }
    return {display.number(Column::missing()).joined(), Column::missing()};
}

void finishLegend(LegendModel &legend, const LegendOptions &options)
{
    sortLegend(legend);
    if (options.limit && *options.limit < legend.items.size())
        legend.items = legend.items.first(*options.limit);
}
