// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QtCore/QCoreApplication>
#include <pipeline/fieldmatcher.h>
#include <pipeline/fieldpipeline.h>
#include <pipeline/transform/catalogue.h>
#include <pipeline/transform/cells.h>

using namespace Qt::StringLiterals;

namespace {
enum class ReduceMode { SeriesToRows, ReduceFields };

struct ReduceFramesOptions {
    QStringList reducers{u"max"_s};
    ReduceMode mode = ReduceMode::SeriesToRows;
    bool includeTimeField = false;
    bool labelsToFields = false;
    Json fields; // a matcher; none: all but times
};

QList<ReducerInfo> reducersOf(const QStringList &ids, TransformRun &run)
{
    QList<ReducerInfo> out;
    for (const QString &id : ids) {
        const auto found = std::find_if(reducers().begin(), reducers().end(),
                                        [&id](const ReducerInfo &each) { return each.id == id || each.aliases.contains(id); });
        if (found != reducers().end())
            out.append(*found);
        else
            run.warn(QCoreApplication::translate("Errors", "calculation “%1” is not known").arg(id.left(40)));
    }
    return out;
}

FieldMatcher matcherOf(const ReduceFramesOptions &options)
{
    if (options.fields.isObject() && options.fields.size() > 0)
        return fieldMatcher(options.fields);
    const bool all = options.includeTimeField && options.mode == ReduceMode::ReduceFields;
    return [all](const Field &field, const Frame &, const Frames &) { return all || !field.isTime(); };
}

QString joinedRefId(const Frames &frames)
{
    QStringList refIds;
    for (const Frame &frame : frames)
        refIds.append(frame.refId);
    return u"reduce-"_s + refIds.join(u'-');
}

struct Row {
    QString name;
    Labels labels;
    std::vector<Reduced> results;
};

// What has no result is not a number, beside numbers.
Reduced resultOf(const Field &field, const QString &reducer)
{
    Reduced result = reduce(field.values, reducer);
    if (result.kind == Reduced::Kind::Null && !field.values.isEmpty())
        return {Reduced::Kind::Number, std::nan(""), {}, {}};
    return result;
}

Frame tableOf(const std::vector<Row> &rows, const QStringList &labels, const QList<ReducerInfo> &calculations)
{
    Frame out{{}, {}, Frame::Kind::Table, {}};
    ColumnBuilder names(Column::Type::Text);
    for (const Row &row : rows)
        names.addText(row.name);
    out.fields.append({u"Field"_s, {}, names.done(), {}, {}});
    for (const QString &label : labels) {
        ColumnBuilder values(Column::Type::Text);
        for (const Row &row : rows) {
            if (row.labels.contains(label))
                values.addText(row.labels.value(label));
            else
                values.addNothing();
        }
        out.fields.append({label, {}, values.done(), {}, {}});
    }
    for (qsizetype i = 0; i < calculations.size(); ++i) {
        std::vector<Reduced> results;
        for (const Row &row : rows)
            results.push_back(row.results[size_t(i)]);
        out.fields.append({calculations[i].name, {}, cells::ofResults(results), {}, {}});
    }
    return out;
}

Frames toRows(const ReduceFramesOptions &options, const QList<ReducerInfo> &calculations, const Frames &frames, TransformRun &run)
{
    const FieldMatcher matches = matcherOf(options);
    QStringList labels;
    std::vector<Row> rows;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            for (auto label = field.labels.begin(); options.labelsToFields && label != field.labels.end(); ++label) {
                if (!labels.contains(label.key()))
                    labels.append(label.key());
            }
            if (run.stopped() || !run.hasRoomFor(double(rows.size()) * double(labels.size() + calculations.size())))
                return frames;
            if (!matches(field, frame, frames))
                continue;
            Row row{options.labelsToFields ? field.name : fieldDisplayName(field, frame, frames), field.labels, {}};
            for (const ReducerInfo &each : calculations)
                row.results.push_back(resultOf(field, each.id));
            rows.push_back(std::move(row));
        }
    }
    Frame out = tableOf(rows, labels, calculations);
    out.refId = joinedRefId(frames);
    return {out};
}

Frames inPlace(const ReduceFramesOptions &options, const QList<ReducerInfo> &calculations, const Frames &frames, TransformRun &run)
{
    const FieldMatcher matches = matcherOf(options);
    Frames out;
    for (const Frame &frame : frames) {
        Frame reduced{frame.name, frame.refId, Frame::Kind::Table, {}};
        for (const Field &field : frame.fields) {
            if (run.stopped())
                return frames;
            if (!matches(field, frame, frames))
                continue;
            for (const ReducerInfo &each : calculations) {
                Field result = field;
                result.values = cells::ofResults({reduce(field.values, each.id)}, cells::resultType(each.id, field.values.type()));
                if (calculations.size() > 1)
                    result.labels.insert(u"reducer"_s, each.name);
                reduced.fields.append(std::move(result));
            }
        }
        if (!reduced.fields.isEmpty())
            out.append(std::move(reduced));
    }
    return out;
}

Frames reduceFrames(const ReduceFramesOptions &options, const Frames &frames, TransformRun &run)
{
    const QList<ReducerInfo> calculations = reducersOf(options.reducers, run);
    const bool inFields = options.mode == ReduceMode::ReduceFields;
    if (options.reducers.isEmpty() || (inFields && calculations.isEmpty()))
        return frames;
    if (inFields)
        return inPlace(options, calculations, frames, run);
    return frames.isEmpty() ? frames : toRows(options, calculations, frames, run);
}
} // namespace

Transformation reduceTransformation()
{
    using O = ReduceFramesOptions;
    OptionSchema<O> schema;
    schema.choice(u"mode"_s, &O::mode, QT_TRANSLATE_NOOP("Options", "Mode"),
                  {{ReduceMode::SeriesToRows, "seriesToRows", QT_TRANSLATE_NOOP("Options", "A row for each series")},
                   {ReduceMode::ReduceFields, "reduceFields", QT_TRANSLATE_NOOP("Options", "One row a frame")}});
    schema.texts(u"reducers"_s, &O::reducers, QT_TRANSLATE_NOOP("Options", "Calculations")).as(OptionRow::Kind::Reducers);
    schema.boolean(u"includeTimeField"_s, &O::includeTimeField, QT_TRANSLATE_NOOP("Options", "Include time"))
        .visibleWhen([](const Json &json) { return json[u"mode"].toString() == "reduceFields"_L1; });
    schema.boolean(u"labelsToFields"_s, &O::labelsToFields, QT_TRANSLATE_NOOP("Options", "Labels as fields"))
        .visibleWhen([](const Json &json) { return json[u"mode"].toString() != "reduceFields"_L1; });
    schema.json(u"fields"_s, &O::fields, QT_TRANSLATE_NOOP("Options", "Fields"));
    return makeTransformation<O>(u"reduce"_s, QT_TRANSLATE_NOOP("Transformations", "Reduce"),
                                 QT_TRANSLATE_NOOP("Transformations", "One value of many: the last, the mean, the maximum"), schema,
                                 reduceFrames);
}
