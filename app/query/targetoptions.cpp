// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/targetoptions.h>

#include <QtCore/QCoreApplication>
#include <core/duration.h>
#include <dashboard/sourcekind.h>

using namespace Qt::StringLiterals;

const OptionSchema<TargetOptions> &targetSchema()
{
    static const OptionSchema<TargetOptions> schema = [] {
        using O = TargetOptions;
        OptionSchema<O> rows;
        rows.text(u"legendFormat"_s, &O::legendFormat, QT_TRANSLATE_NOOP("Options", "Legend"))
            .help(QT_TRANSLATE_NOOP("Options", "Names of the series: labels in braces, such as {{instance}}"));
        rows.text(u"interval"_s, &O::interval, QT_TRANSLATE_NOOP("Options", "Min step"))
            .help(
                QT_TRANSLATE_NOOP("Options", "The least time between two points, such as 30s or 1m; empty follows the width of the panel"));
        rows.choice(u"format"_s, &O::format, QT_TRANSLATE_NOOP("Options", "Format"),
                    {{O::Format::TimeSeries, "time_series", QT_TRANSLATE_NOOP("Options", "Time series")},
                     {O::Format::Table, "table", QT_TRANSLATE_NOOP("Options", "Table")},
                     {O::Format::Heatmap, "heatmap", QT_TRANSLATE_NOOP("Options", "Heatmap")}})
            .help(QT_TRANSLATE_NOOP("Options", "What the answer becomes: lines, one row a series, or buckets"));
        rows.boolean(u"exemplar"_s, &O::exemplar, QT_TRANSLATE_NOOP("Options", "Exemplars"))
            .help(QT_TRANSLATE_NOOP("Options",
                                    "Asks also for single observations that the program kept, often with the id of a trace; "
                                    "the time series panel draws them as diamonds"));
        rows.boolean(u"hide"_s, &O::hide, QT_TRANSLATE_NOOP("Options", "Hidden"))
            .help(QT_TRANSLATE_NOOP("Options", "A hidden query is not asked"));
        return rows;
    }();
    return schema;
}

const OptionRow &targetRow(const QString &key)
{
    const QList<OptionRow> &rows = targetSchema().rows();
    const auto it = std::find_if(rows.begin(), rows.end(), [&](const OptionRow &row) { return row.key == key; });
    Q_ASSERT(it != rows.end());
    return *it;
}

QueryType queryTypeOf(const Json &target)
{
    const bool instant = target[u"instant"].toBool();
    const bool range = target[u"range"].toBool(!instant);
    return instant && range ? QueryType::Both : instant ? QueryType::Instant : QueryType::Range;
}

Json queryTypeMembers(QueryType type)
{
    return Json::object({{u"range"_s, Json(type != QueryType::Instant)}, {u"instant"_s, Json(type != QueryType::Range)}});
}

QString queryTextOf(const Json &target)
{
    return target[u"expr"].isNull() ? target[u"query"].toString() : target[u"expr"].toString();
}

QString queryTextKey(const Json &target)
{
    return target[u"expr"].isNull() && target[u"query"].isString() ? u"query"_s : u"expr"_s;
}

bool isPromqlTarget(const Json &target, const SourceRef &panelSource)
{
    return target.isObject() && foreignKind(target, panelSource).isEmpty();
}

bool isStep(const QString &text)
{
    const QString step = text.trimmed().startsWith(u'>') ? text.trimmed().mid(1).trimmed() : text.trimmed();
    return step.isEmpty() || step.contains(u'$') || step.contains("[["_L1) || intervalToMs(step).value_or(0) > 0;
}

Json newTarget(const QString &refId)
{
    return Json::object(
        {{u"refId"_s, Json(refId)}, {u"expr"_s, Json(QString())}, {u"legendFormat"_s, Json(u"__auto"_s)}, {u"range"_s, Json(true)}});
}

QString nextRefId(const QStringList &taken)
{
    for (int i = 0;; ++i) {
        QString id;
        for (int n = i; n >= 0; n = n / 26 - 1)
            id.prepend(QChar(u'A' + n % 26));
        if (!taken.contains(id))
            return id;
    }
}
