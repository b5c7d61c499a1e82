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

// Rows are of one group where the texts of their keys are the same: nothing and an empty text are.
Groups groupsOf(const Frame &frame, const QList<const Column *> &keys)
{
    QHash<QString, size_t> ids;
    Groups groups;
    for (qsizetype row = 0; row < frame.rowCount(); ++row) {
        QStringList texts;
        for (const Column *key : keys)
            texts.append(cells::text(*key, row));
        const QString key = texts.join(u',');
        const auto known = ids.constFind(key);
        if (known == ids.cend()) {
            ids.insert(key, groups.size());
            groups.push_back({row});
        } else {
            groups[*known].push_back(row);
        }
    }
    return groups;
}

// A field grouped by may be counted itself.
QStringList calculationsOf(const Json &option)
{
    const QString operation = option[u"operation"].toString();
    const QStringList calculations = option[u"aggregations"].toStrings();
    const bool counts = operation == "groupby"_L1 && calculations == QStringList{u"count"_s};
    return operation == "aggregate"_L1 || counts ? calculations : QStringList();
}

// The name that options call a field by: of a single frame as it is shown, else without labels and frames.
QString optionName(const Field &field, const Frame &frame, bool isSingle)
{
    if (isSingle)
        return fieldDisplayName(field, frame, {});
    return field.config.displayName.isEmpty() ? field.name : field.config.displayName;
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

Frame grouped(const Frame &frame, const QList<qsizetype> &keys, const Json &options, bool isSingle, TransformRun &run)
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
        const QString name = optionName(field, frame, isSingle);
        for (const QString &reducer : calculationsOf(options.contains(name) ? options[name] : options[field.name]))
            out.fields.append(calculated(field, name, reducer, groups, run));
    }
    return out;
}

void warnOfUnknownOperations(const Json &fields, TransformRun &run)
{
    static const QStringList known{u"groupby"_s, u"aggregate"_s, QString()};
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
            out.append(grouped(frame, keys, options.fields, frames.size() == 1, run));
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
