// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/fieldpipeline.h>

#include <QtCore/QCoreApplication>
#include <pipeline/transform/catalogue.h>
#include <pipeline/transform/cells.h>
#include <pipeline/transform/filterframes.h>

using namespace Qt::StringLiterals;

namespace {
struct GroupOptions {
    Json fields; // {name: {operation: "groupby"|"aggregate", aggregations: [reducer]}}
};

using Groups = std::vector<std::vector<qsizetype>>; // rows of each, in the order of appearance

Groups groupsOf(const Frame &frame, const QList<const Column *> &keys)
{
    RowIds ids;
    Groups groups;
    for (qsizetype row = 0; row < frame.rowCount(); ++row) {
        const auto id = size_t(ids.idOf(keys, row));
        if (id == groups.size())
            groups.emplace_back();
        groups[id].push_back(row);
    }
    return groups;
}

QStringList calculationsOf(const Json &option)
{
    const QString operation = option[u"operation"].toString();
    if (operation == "count"_L1)
        return {u"count"_s};
    return operation == "aggregate"_L1 ? option[u"aggregations"].toStrings() : QStringList();
}

Field calculated(const Field &field, const QString &name, const QString &reducer, const Groups &groups, TransformRun &run)
{
    std::vector<Reduced> results;
    results.reserve(groups.size());
    for (const std::vector<qsizetype> &rows : groups) {
        if (run.stopped())
            break;
        results.push_back(reduce(cells::picked(field.values, rows), reducer));
    }
    return {name + u" ("_s + reducer + u')', {}, cells::ofResults(results, cells::resultType(reducer, field.values.type())), {}, {}};
}

Frame grouped(const Frame &frame, const QList<qsizetype> &keys, const Json &options, TransformRun &run)
{
    QList<const Column *> columns;
    for (const qsizetype key : keys)
        columns.append(&frame.fields[key].values);
    const Groups groups = groupsOf(frame, columns);
    std::vector<qsizetype> firsts;
    for (const std::vector<qsizetype> &rows : groups)
        firsts.push_back(rows.front());
    Frame out{{}, frame.refId, Frame::Kind::Table, {}};
    for (const qsizetype key : keys) {
        const Field &field = frame.fields[key];
        out.fields.append({field.name, {}, cells::picked(field.values, firsts), field.config, {}});
    }
    for (const Field &field : frame.fields) {
        const QString name = fieldDisplayName(field, {}, {});
        for (const QString &reducer : calculationsOf(options[name]))
            out.fields.append(calculated(field, name, reducer, groups, run));
    }
    return out;
}

void warnOfUnknownOperations(const Json &fields, TransformRun &run)
{
    static const QStringList known{u"groupby"_s, u"aggregate"_s, u"count"_s, QString()};
    for (const Json &each : fields.items()) {
        const QString operation = each[u"operation"].toString();
        if (!known.contains(operation))
            run.warn(QCoreApplication::translate("Errors", "operation “%1” is not honoured").arg(operation.left(40)),
                     Notice::Severity::Info);
    }
}

Frames groupBy(const GroupOptions &options, const Frames &frames, TransformRun &run)
{
    QStringList names;
    for (const QString &name : options.fields.keys()) {
        if (options.fields[name][u"operation"].toString() == "groupby"_L1)
            names.append(name);
    }
    warnOfUnknownOperations(options.fields, run);
    if (names.isEmpty())
        return frames;
    const FieldMatcher isKey = namesMatcher(names);
    Frames out;
    for (const Frame &frame : frames) {
        QList<qsizetype> keys;
        for (qsizetype i = 0; i < frame.fields.size(); ++i) {
            if (isKey(frame.fields[i], frame, frames))
                keys.append(i);
        }
        if (run.stopped())
            return frames;
        if (!keys.isEmpty())
            out.append(grouped(frame, keys, options.fields, run));
    }
    return out;
}
} // namespace

Transformation groupByTransformation()
{
    OptionSchema<GroupOptions> schema;
    schema.json(u"fields"_s, &GroupOptions::fields, QT_TRANSLATE_NOOP("Options", "Fields"));
    Transformation out = makeTransformation<GroupOptions>(
        u"groupBy"_s, QT_TRANSLATE_NOOP("Transformations", "Group by"),
        QT_TRANSLATE_NOOP("Transformations", "A row for each value of a field, others calculated"), schema, groupBy);
    out.byRow = true;
    return out;
}
