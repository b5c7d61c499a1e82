// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/fieldpipeline.h>
#include <pipeline/fieldproperty.h>
#include <pipeline/transform/catalogue.h>
#include <pipeline/transform/cells.h>
#include <pipeline/transform/filterframes.h>

using namespace Qt::StringLiterals;

namespace {
enum class Empty { Text, Null, Zero, True, False };

struct MatrixOptions {
    QString columnField = u"Time"_s;
    QString rowField = u"Time"_s;
    QString valueField = u"Value"_s;
    Empty empty = Empty::Text;
};

const Field *fieldNamed(const QString &name, const Frame &frame, const Frames &all)
{
    for (const Field &field : frame.fields) {
        if (fieldDisplayName(field, frame, all) == name)
            return &field;
    }
    return nullptr;
}

// Distinct values in the order of appearance: the row of each, and for every row of the column which it is.
struct Distinct {
    std::vector<qsizetype> rows;
    std::vector<qsizetype> idOf;
};

Distinct distinct(const Column &column)
{
    CellIds ids;
    Distinct out;
    for (qsizetype row = 0; row < column.size(); ++row) {
        const qsizetype id = ids.idOf(column, row);
        if (id == qsizetype(out.rows.size()))
            out.rows.push_back(row);
        out.idOf.push_back(id);
    }
    return out;
}

Column columnOf(const Column &values, const std::vector<qsizetype> &picks, Empty empty)
{
    const bool asTruth = empty == Empty::True || empty == Empty::False;
    // Truth and numbers in one column are texts.
    ColumnBuilder builder(asTruth && values.type() != Column::Type::Bool ? Column::Type::Text : values.type());
    for (const qsizetype row : picks) {
        if (row >= 0 && !values.isNull(row))
            builder.add(values, row);
        else if (empty == Empty::Null)
            builder.addNothing();
        else if (empty == Empty::Zero && values.type() == Column::Type::Text)
            builder.addText(u"0"_s);
        else if (empty == Empty::Zero)
            builder.addNumber(0);
        else if (asTruth && values.type() == Column::Type::Bool)
            builder.addNumber(empty == Empty::True);
        else
            builder.addText(empty == Empty::Text ? QString() : empty == Empty::True ? u"true"_s : u"false"_s);
    }
    return builder.done();
}

const Field *fieldMatching(const QString &name, const Frame &frame)
{
    const FieldMatcher matches = namesMatcher({name});
    const auto found
        = std::find_if(frame.fields.begin(), frame.fields.end(), [&](const Field &field) { return matches(field, frame, {frame}); });
    return found == frame.fields.end() ? nullptr : &*found;
}

// Of a single frame; several stay as they are.
Frames groupingToMatrix(const MatrixOptions &options, const Frames &frames, TransformRun &run)
{
    if (frames.size() != 1)
        return frames;
    const Frame &frame = frames.first();
    const Field *columnField = fieldMatching(options.columnField, frame);
    const Field *rowField = fieldMatching(options.rowField, frame);
    const Field *valueField = fieldMatching(options.valueField, frame);
    if (!columnField || !rowField || !valueField)
        return frames;
    const Distinct columns = distinct(columnField->values);
    const Distinct rows = distinct(rowField->values);
    if (run.stopped() || !run.hasRoomFor(double(columns.rows.size()) * double(rows.rows.size())))
        return frames;
    std::vector<std::vector<qsizetype>> picks(columns.rows.size(), std::vector<qsizetype>(rows.rows.size(), -1));
    for (qsizetype row = 0; row < frame.rowCount(); ++row)
        picks[size_t(columns.idOf[size_t(row)])][size_t(rows.idOf[size_t(row)])] = row;
    Frame matrix{{}, {}, Frame::Kind::Table, {}};
    matrix.fields.append(
        {options.rowField + u'\\' + options.columnField, {}, cells::picked(rowField->values, rows.rows), rowField->config, {}});
    for (size_t column = 0; column < columns.rows.size(); ++column) {
        Field made{cells::text(columnField->values, columns.rows[column]), {}, {}, valueField->config, {}};
        made.values = columnOf(valueField->values, picks[column], options.empty);
        made.config.displayName.clear();
        made.config.displayNameFromDS.clear();
        matrix.fields.append(std::move(made));
    }
    return {matrix};
}

struct TransposeOptions {
    QString firstName;
    QString restName;
};

Frames transpose(const TransposeOptions &options, const Frames &frames, TransformRun &run)
{
    Frames out;
    for (const Frame &frame : frames) {
        if (frame.fields.isEmpty()) {
            out.append(frame);
            continue;
        }
        if (run.stopped() || !run.hasRoomFor(double(frame.rowCount() + 1) * double(frame.fields.size()))
            || !run.hasRoomFor(double(frame.rowCount()) * 1000))
            return frames;
        // Texts and times of the first field head the columns; else these are numbered, and all fields are rows.
        const Field &head = frame.fields.first();
        const bool hasHead = head.isTime() || head.values.type() == Column::Type::Text;
        const QList<Field> rest = frame.fields.mid(hasHead ? 1 : 0);
        const auto sameType = [&rest](const Field &field) { return field.values.type() == rest.first().values.type(); };
        const Column::Type type
            = !rest.isEmpty() && std::all_of(rest.begin(), rest.end(), sameType) ? rest.first().values.type() : Column::Type::Text;
        ColumnBuilder names(Column::Type::Text);
        for (const Field &field : rest)
            names.addText(fieldDisplayName(field, frame, frames));
        Frame turned{frame.name, u"transpose-"_s + frame.refId, Frame::Kind::Table, {}};
        turned.fields.append({options.firstName.isEmpty() ? u"Field"_s : options.firstName, {}, names.done(), {}, {}});
        for (qsizetype row = 0; row < frame.rowCount(); ++row) {
            ColumnBuilder values(type);
            for (const Field &field : rest) {
                if (type == Column::Type::Text && field.values.isNull(row))
                    values.addText({});
                else
                    values.add(field.values, row);
            }
            const Labels labels
                = hasHead ? Labels{{head.name, cells::text(head.values, row)}} : Labels{{u"row"_s, QString::number(row + 1)}};
            turned.fields.append({options.restName.isEmpty() ? u"Value"_s : options.restName, labels, values.done(), {}, {}});
        }
        out.append(std::move(turned));
    }
    return out;
}

struct RowsOptions {
    Json mappings; // [{fieldName, handlerKey}]
};

Frame rowsAsFields(const RowsOptions &options, const Frame &frame, const Frames &all, TransformRun &run)
{
    const Field *name = nullptr;
    const Field *value = nullptr;
    std::vector<std::pair<const Field *, QString>> properties;
    QSet<QString> mapped;
    for (const Json &mapping : options.mappings.items()) {
        const QString key = mapping[u"handlerKey"].toString();
        const Field *field = fieldNamed(mapping[u"fieldName"].toString(), frame, all);
        mapped.insert(mapping[u"fieldName"].toString());
        if (!field || key == "__ignore"_L1)
            continue;
        if (key == "field.name"_L1)
            name = field;
        else if (key == "field.value"_L1)
            value = field;
        else
            properties.emplace_back(field, key);
    }
    for (const Field &field : frame.fields) {
        if (mapped.contains(fieldDisplayName(field, frame, all)))
            continue;
        if (!name && field.values.type() == Column::Type::Text)
            name = &field;
        else if (!value && field.isNumeric())
            value = &field;
    }
    if (!name || !value)
        return frame;
    if (!run.hasRoomFor(double(frame.rowCount()) * 1000))
        return frame;
    Frame out{frame.name, frame.refId, Frame::Kind::Table, {}};
    for (qsizetype row = 0; row < frame.rowCount(); ++row) {
        Field field{cells::text(name->values, row), {}, cells::picked(value->values, {row}), value->config, {}};
        field.config.displayName.clear();
        for (const auto &[source, key] : properties) {
            const Column &column = source->values;
            setFieldProperty(field.config, key, column.type() == Column::Type::Text ? Json(column.text(row)) : Json(column.number(row)));
        }
        out.fields.append(std::move(field));
    }
    return out;
}

Frames rowsToFields(const RowsOptions &options, const Frames &frames, TransformRun &run)
{
    Frames out;
    for (const Frame &frame : frames)
        out.append(run.stopped() ? frame : rowsAsFields(options, frame, frames, run));
    return out;
}
} // namespace

Transformation groupingToMatrixTransformation()
{
    using O = MatrixOptions;
    OptionSchema<O> schema;
    schema.text(u"columnField"_s, &O::columnField, QT_TRANSLATE_NOOP("Options", "Columns")).as(OptionRow::Kind::FieldName);
    schema.text(u"rowField"_s, &O::rowField, QT_TRANSLATE_NOOP("Options", "Rows")).as(OptionRow::Kind::FieldName);
    schema.text(u"valueField"_s, &O::valueField, QT_TRANSLATE_NOOP("Options", "Values")).as(OptionRow::Kind::FieldName);
    schema.choice(u"emptyValue"_s, &O::empty, QT_TRANSLATE_NOOP("Options", "Empty cells"),
                  {{Empty::Text, "empty", QT_TRANSLATE_NOOP("Options", "Empty text")},
                   {Empty::Null, "null", QT_TRANSLATE_NOOP("Options", "Nothing")},
                   {Empty::Zero, "zero", QT_TRANSLATE_NOOP("Options", "Zero")},
                   {Empty::True, "true", QT_TRANSLATE_NOOP("Options", "True")},
                   {Empty::False, "false", QT_TRANSLATE_NOOP("Options", "False")}});
    Transformation out
        = makeTransformation<O>(u"groupingToMatrix"_s, QT_TRANSLATE_NOOP("Transformations", "Grouping to matrix"),
                                QT_TRANSLATE_NOOP("Transformations", "Columns of one field, rows of another"), schema, groupingToMatrix);
    out.byRow = true;
    return out;
}

Transformation transposeTransformation()
{
    using O = TransposeOptions;
    OptionSchema<O> schema;
    schema.text(u"firstFieldName"_s, &O::firstName, QT_TRANSLATE_NOOP("Options", "Name of the first"));
    schema.text(u"restFieldsName"_s, &O::restName, QT_TRANSLATE_NOOP("Options", "Name of the others"));
    Transformation out
        = makeTransformation<O>(u"transpose"_s, QT_TRANSLATE_NOOP("Transformations", "Transpose"),
                                QT_TRANSLATE_NOOP("Transformations", "Rows become columns, columns become rows"), schema, transpose);
    out.byRow = true;
    return out;
}

Transformation rowsToFieldsTransformation()
{
    OptionSchema<RowsOptions> schema;
    schema.json(u"mappings"_s, &RowsOptions::mappings, QT_TRANSLATE_NOOP("Options", "Mappings"));
    Transformation out = makeTransformation<RowsOptions>(u"rowsToFields"_s, QT_TRANSLATE_NOOP("Transformations", "Rows to fields"),
                                                         QT_TRANSLATE_NOOP("Transformations", "A field for each row: its name, its value"),
                                                         schema, rowsToFields);
    out.byRow = true;
    return out;
}
