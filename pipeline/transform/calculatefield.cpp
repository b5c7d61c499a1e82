// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QtCore/QCoreApplication>
#include <pipeline/fieldmatcher.h>
#include <pipeline/fieldpipeline.h>
#include <pipeline/transform/calculations.h>
#include <pipeline/transform/catalogue.h>
#include <pipeline/transform/cells.h>
#include <pipeline/transform/filterframes.h>
#include <pipeline/transform/joinframes.h>

using namespace Qt::StringLiterals;

namespace {
enum class Mode { ReduceRow, Cumulative, Window, Binary, Unary, Index };

struct CalculateOptions {
    Mode mode = Mode::ReduceRow;
    QStringList rowFields; // none: all numbers
    QString rowReducer = u"sum"_s;
    QString rowNulls; // "connected": left out, "null as zero"
    Json left; // a field's name, or {matcher}, or {fixed: "2"}
    Json right;
    QString binaryOperator = u"+"_s;
    QString unaryOperator = u"abs"_s;
    QString unaryField;
    QString windowField;
    calculations::Window window;
    QString cumulativeField;
    QString cumulativeReducer = u"sum"_s;
    bool asPercentile = false;
    QString alias;
    bool replaceFields = false;
    bool timeSeries = true;
};

using Values = std::optional<std::vector<double>>;

// A side of a binary calculation.
struct Side {
    QString name; // of a field
    QString type; // of all fields of that type
    QString fixed;

    QString text() const { return !type.isEmpty() ? type : !name.isEmpty() ? name : fixed; }
};

Side sideOf(const Json &json, const QSet<QString> &names)
{
    if (json.isString() || json.isNumber()) {
        const QString text = json.isString() ? json.toString() : QString::fromUtf8(json.dump());
        const bool isNumber = !std::isnan(cells::toNumber(text));
        return isNumber && !names.contains(text) ? Side{{}, {}, text} : Side{text, {}, {}};
    }
    const Json matcher = json[u"matcher"];
    if (matcher[u"id"].toString() == "byType"_L1)
        return {{}, matcher[u"options"].toString(), {}};
    const Json fixed = json[u"fixed"];
    return {matcher[u"options"].toString(), {}, fixed.isNumber() ? QString::fromUtf8(fixed.dump()) : fixed.toString()};
}

// Numbers of a field as JavaScript calculates with them: nothing is 0.
std::vector<double> numbersOf(const Column &column)
{
    std::vector<double> values(size_t(column.size()));
    for (qsizetype row = 0; row < column.size(); ++row) {
        const double value = column.type() == Column::Type::Text ? cells::toNumber(column.text(row)) : column.number(row);
        values[size_t(row)] = Column::isMissing(value) ? 0 : value;
    }
    return values;
}

Values valuesOf(const Side &side, const Frame &frame, const Frames &all)
{
    if (!side.name.isEmpty()) {
        for (const Field &field : frame.fields) {
            if (fieldDisplayName(field, frame, all) == side.name)
                return numbersOf(field.values);
        }
    }
    const QString text = side.fixed.isEmpty() ? side.name : side.fixed;
    const double number = text.isEmpty() ? std::nan("") : cells::toNumber(text);
    if (std::isnan(number))
        return {};
    return std::vector<double>(size_t(frame.rowCount()), number);
}

const Field *fieldNamed(const QString &name, const Frame &frame, const Frames &all)
{
    const FieldMatcher matches = name.isEmpty() ? fieldMatcher(Json::object({{u"id"_s, Json(u"numeric"_s)}})) : namesMatcher({name});
    for (const Field &field : frame.fields) {
        if (matches(field, frame, all))
            return &field;
    }
    return nullptr;
}

std::vector<double> rowReduced(const CalculateOptions &options, const Frame &frame, const Frames &all, TransformRun &run)
{
    const FieldMatcher matches
        = options.rowFields.isEmpty() ? fieldMatcher(Json::object({{u"id"_s, Json(u"numeric"_s)}})) : namesMatcher(options.rowFields);
    QList<const Column *> columns;
    for (const Field &field : frame.fields) {
        if (matches(field, frame, all))
            columns.append(&field.values);
    }
    return calculations::ofRows(columns, frame.rowCount(), options.rowReducer, options.rowNulls, run);
}

Values calculated(const CalculateOptions &options, const Frame &frame, const Frames &all, const Side &left, const Side &right,
                  TransformRun &run)
{
    switch (options.mode) {
    case Mode::ReduceRow:
        return rowReduced(options, frame, all, run);
    case Mode::Cumulative: {
        const Field *field = fieldNamed(options.cumulativeField, frame, all);
        return field ? Values(calculations::cumulative(field->values, options.cumulativeReducer == "mean"_L1)) : Values();
    }
    case Mode::Window: {
        const Field *field = fieldNamed(options.windowField, frame, all);
        return field ? Values(calculations::moving(field->values, options.window, run)) : Values();
    }
    case Mode::Unary:
        for (const Field &field : frame.fields) {
            if (field.isNumeric() && field.values.size() > 0 && fieldDisplayName(field, frame, all) == options.unaryField)
                return calculations::unary(options.unaryOperator, numbersOf(field.values));
        }
        return {};
    case Mode::Binary: {
        const Values a = valuesOf(left, frame, all);
        const Values b = valuesOf(right, frame, all);
        return a && b ? calculations::binary(options.binaryOperator, *a, *b) : Values();
    }
    case Mode::Index:
        break;
    }
    std::vector<double> index(size_t(frame.rowCount()));
    for (size_t i = 0; i < index.size(); ++i)
        index[i] = options.asPercentile ? double(i) / double(index.size()) : double(i);
    return index;
}

QString ofField(const QString &what, const QString &field)
{
    return field.isEmpty() ? what : what + u'(' + field + u')';
}

QString nameOf(const CalculateOptions &options, const Side &left, const Side &right)
{
    if (!options.alias.isEmpty())
        return options.alias;
    switch (options.mode) {
    case Mode::Cumulative:
        return ofField(u"cumulative "_s + options.cumulativeReducer, options.cumulativeField);
    case Mode::Window: {
        const QString alignment = options.window.centered ? u"centered"_s : u"trailing"_s;
        return ofField(alignment + u" moving "_s + options.window.reducer, options.windowField);
    }
    case Mode::Unary:
        return ofField(options.unaryOperator, options.unaryField);
    case Mode::Binary:
        return left.text().isEmpty() || right.text().isEmpty() || (left.text() + right.text()).contains(u'$')
            ? QString()
            : left.text() + u' ' + options.binaryOperator + u' ' + right.text();
    case Mode::Index:
        return u"Row"_s;
    case Mode::ReduceRow:
        break;
    }
    for (const ReducerInfo &info : reducers()) {
        if (info.id == options.rowReducer)
            return info.name;
    }
    return u"math"_s;
}

const Field *timeOf(const Frame &frame)
{
    const auto field = std::find_if(frame.fields.begin(), frame.fields.end(), [](const Field &each) { return each.isTime(); });
    return field == frame.fields.end() ? nullptr : &*field;
}

// Each field of a type by the right side.
Frames byType(const CalculateOptions &options, const Frames &frames, const Side &left, const Side &right)
{
    const FieldMatcher matches = fieldMatcher(Json::object({{u"id"_s, Json(u"byType"_s)}, {u"options"_s, Json(left.type)}}));
    Frames out;
    for (const Frame &frame : frames) {
        Frame made = frame;
        made.fields.clear();
        bool any = false;
        const Field *time = options.timeSeries ? timeOf(frame) : nullptr;
        if (time)
            made.fields.append(*time);
        for (const Field &field : frame.fields) {
            if (!options.replaceFields && &field != time)
                made.fields.append(field);
            const Values b = matches(field, frame, frames) ? valuesOf(right, frame, frames) : Values();
            if (!b)
                continue;
            Field result = field;
            result.name = field.name + u' ' + options.binaryOperator + u' ' + right.text();
            result.values = Column::numbers(
                calculations::binary(options.binaryOperator, numbersOf(field.values), *b).value_or(std::vector<double>()));
            made.fields.append(std::move(result));
            any = true;
        }
        if (any || !options.replaceFields)
            out.append(std::move(made));
    }
    return out;
}

Frames withField(const CalculateOptions &options, const Frames &frames, const Side &left, const Side &right, TransformRun &run)
{
    Frames out;
    for (const Frame &frame : frames) {
        Values values = run.stopped() ? Values() : calculated(options, frame, frames, left, right, run);
        if (!values) {
            if (!options.replaceFields)
                out.append(frame);
            continue;
        }
        Field field{nameOf(options, left, right), {}, Column::numbers(std::move(*values)), {}, {}};
        if (options.mode != Mode::Index)
            field.config.displayName = options.alias;
        if (options.mode == Mode::Index && options.asPercentile)
            field.config.unit = u"percentunit"_s;
        Frame made = frame;
        if (options.replaceFields) {
            made.fields.clear();
            if (options.mode != Mode::Index && options.timeSeries && timeOf(frame))
                made.fields.append(*timeOf(frame));
        }
        made.fields.append(std::move(field));
        out.append(std::move(made));
    }
    return out;
}

// Whether the right side is a number, written as one or as a text ("" is 0).
bool isNumber(const Json &side)
{
    const Json value = side.isObject() ? side[u"fixed"] : side;
    return value.isNumber() || (value.isString() && !std::isnan(cells::toNumber(value.toString())));
}

Frames calculateField(const CalculateOptions &options, const Frames &frames, TransformRun &run)
{
    const bool isFixed = options.mode == Mode::Binary && isNumber(options.right);
    const Frames input = options.timeSeries && !isFixed ? joinedByTime(frames, run) : frames;
    QSet<QString> names;
    for (const Frame &frame : input) {
        for (const Field &field : frame.fields)
            names.insert(field.name);
    }
    const Side left = sideOf(options.left, names);
    const Side right = sideOf(options.right, names);
    if (options.mode == Mode::Window && !(options.window.size > 0)) {
        run.warn(QCoreApplication::translate("Errors", "the window must be larger than 0"), Notice::Severity::Error);
        return input;
    }
    if (options.mode == Mode::Binary && !left.type.isEmpty())
        return byType(options, input, left, right);
    return withField(options, input, left, right, run);
}

std::function<bool(const Json &)> inMode(const QString &mode)
{
    return [mode](const Json &json) { return json[u"mode"].toString(u"reduceRow"_s) == mode; };
}

void addRowAndBinary(OptionSchema<CalculateOptions> &schema)
{
    using O = CalculateOptions;
    schema.texts(u"reduce.include"_s, &O::rowFields, QT_TRANSLATE_NOOP("Options", "Fields"))
        .help(QT_TRANSLATE_NOOP("Options", "None: all numbers"))
        .visibleWhen(inMode(u"reduceRow"_s));
    schema.text(u"reduce.reducer"_s, &O::rowReducer, QT_TRANSLATE_NOOP("Options", "Calculation")).visibleWhen(inMode(u"reduceRow"_s));
    schema.text(u"reduce.nullValueMode"_s, &O::rowNulls, QT_TRANSLATE_NOOP("Options", "Empty values"))
        .help(QT_TRANSLATE_NOOP("Options", "connected: left out; null as zero"))
        .visibleWhen(inMode(u"reduceRow"_s));
    schema.json(u"binary.left"_s, &O::left, QT_TRANSLATE_NOOP("Options", "Left"))
        .as(OptionRow::Kind::FieldName)
        .visibleWhen(inMode(u"binary"_s));
    schema
        .choice(
            u"binary.operator"_s, &O::binaryOperator, QT_TRANSLATE_NOOP("Options", "Operator"),
            std::vector<EnumChoice<QString>>{
                {u"+"_s, "+", "+"}, {u"-"_s, "-", "−"}, {u"*"_s, "*", "×"}, {u"/"_s, "/", "÷"}, {u"%"_s, "%", "%"}, {u"**"_s, "**", "xⁿ"}})
        .visibleWhen(inMode(u"binary"_s));
    schema.json(u"binary.right"_s, &O::right, QT_TRANSLATE_NOOP("Options", "Right"))
        .as(OptionRow::Kind::FieldName)
        .visibleWhen(inMode(u"binary"_s));
    schema
        .choice(u"unary.operator"_s, &O::unaryOperator, QT_TRANSLATE_NOOP("Options", "Operator"),
                std::vector<EnumChoice<QString>>{{u"abs"_s, "abs", QT_TRANSLATE_NOOP("Options", "Absolute")},
                                                 {u"exp"_s, "exp", QT_TRANSLATE_NOOP("Options", "Exponential")},
                                                 {u"ln"_s, "ln", QT_TRANSLATE_NOOP("Options", "Natural logarithm")},
                                                 {u"floor"_s, "floor", QT_TRANSLATE_NOOP("Options", "Rounded down")},
                                                 {u"ceil"_s, "ceil", QT_TRANSLATE_NOOP("Options", "Rounded up")},
                                                 {u"percent"_s, "percent", QT_TRANSLATE_NOOP("Options", "Share of the total")},
                                                 {u"round"_s, "round", QT_TRANSLATE_NOOP("Options", "Rounded")}})
        .visibleWhen(inMode(u"unary"_s));
    schema.text(u"unary.fieldName"_s, &O::unaryField, QT_TRANSLATE_NOOP("Options", "Field"))
        .as(OptionRow::Kind::FieldName)
        .visibleWhen(inMode(u"unary"_s));
}

void addWindow(OptionSchema<CalculateOptions> &schema)
{
    using O = CalculateOptions;
    const auto window = inMode(u"windowFunctions"_s);
    const auto cumulative = inMode(u"cumulativeFunctions"_s);
    schema.text(u"window.field"_s, &O::windowField, QT_TRANSLATE_NOOP("Options", "Field"))
        .as(OptionRow::Kind::FieldName)
        .visibleWhen(window);
    schema
        .choice(
            u"window.reducer"_s, [](auto &o) -> auto & { return o.window.reducer; }, QT_TRANSLATE_NOOP("Options", "Calculation"),
            std::vector<EnumChoice<QString>>{{u"mean"_s, "mean", QT_TRANSLATE_NOOP("Options", "Mean")},
                                             {u"stdDev"_s, "stdDev", QT_TRANSLATE_NOOP("Options", "Deviation")},
                                             {u"variance"_s, "variance", QT_TRANSLATE_NOOP("Options", "Variance")}})
        .visibleWhen(window);
    schema
        .choice(
            u"window.windowAlignment"_s, [](auto &o) -> auto & { return o.window.centered; }, QT_TRANSLATE_NOOP("Options", "Window"),
            std::vector<EnumChoice<bool>>{{false, "trailing", QT_TRANSLATE_NOOP("Options", "Before the row")},
                                          {true, "centered", QT_TRANSLATE_NOOP("Options", "Around the row")}})
        .visibleWhen(window);
    schema
        .choice(
            u"window.windowSizeMode"_s, [](auto &o) -> auto & { return o.window.isShare; }, QT_TRANSLATE_NOOP("Options", "Size as"),
            std::vector<EnumChoice<bool>>{{true, "percentage", QT_TRANSLATE_NOOP("Options", "Share of all")},
                                          {false, "fixed", QT_TRANSLATE_NOOP("Options", "Rows")}})
        .visibleWhen(window);
    schema
        .number(
            u"window.windowSize"_s, [](auto &o) -> auto & { return o.window.size; }, QT_TRANSLATE_NOOP("Options", "Size"))
        .visibleWhen(window);
    schema.text(u"cumulative.field"_s, &O::cumulativeField, QT_TRANSLATE_NOOP("Options", "Field"))
        .as(OptionRow::Kind::FieldName)
        .visibleWhen(cumulative);
    schema
        .choice(u"cumulative.reducer"_s, &O::cumulativeReducer, QT_TRANSLATE_NOOP("Options", "Calculation"),
                std::vector<EnumChoice<QString>>{{u"sum"_s, "sum", QT_TRANSLATE_NOOP("Options", "Total")},
                                                 {u"mean"_s, "mean", QT_TRANSLATE_NOOP("Options", "Mean")}})
        .visibleWhen(cumulative);
    schema.boolean(u"index.asPercentile"_s, &O::asPercentile, QT_TRANSLATE_NOOP("Options", "As a share")).visibleWhen(inMode(u"index"_s));
}

Frames ensureColumns(const JoinOptions &, const Frames &frames, TransformRun &run)
{
    return joinedByTime(frames, run);
}
} // namespace

Frames joinedByTime(const Frames &frames, TransformRun &run)
{
    QString name;
    for (const Frame &frame : frames) {
        const Field *time = timeOf(frame);
        if (!time || (!name.isEmpty() && time->name != name))
            return frames;
        name = time->name;
    }
    return joinFrames({name, JoinMode::Outer}, frames, run);
}

Transformation calculateFieldTransformation()
{
    using O = CalculateOptions;
    OptionSchema<O> schema;
    schema.choice(u"mode"_s, &O::mode, QT_TRANSLATE_NOOP("Options", "Mode"),
                  {{Mode::ReduceRow, "reduceRow", QT_TRANSLATE_NOOP("Options", "Over the row")},
                   {Mode::Binary, "binary", QT_TRANSLATE_NOOP("Options", "Of two")},
                   {Mode::Unary, "unary", QT_TRANSLATE_NOOP("Options", "Of one")},
                   {Mode::Window, "windowFunctions", QT_TRANSLATE_NOOP("Options", "Moving window")},
                   {Mode::Cumulative, "cumulativeFunctions", QT_TRANSLATE_NOOP("Options", "Running total")},
                   {Mode::Index, "index", QT_TRANSLATE_NOOP("Options", "Row number")}});
    addRowAndBinary(schema);
    addWindow(schema);
    schema.text(u"alias"_s, &O::alias, QT_TRANSLATE_NOOP("Options", "Name"));
    schema.boolean(u"replaceFields"_s, &O::replaceFields, QT_TRANSLATE_NOOP("Options", "Replace all fields"));
    schema.boolean(u"timeSeries"_s, &O::timeSeries, QT_TRANSLATE_NOOP("Options", "Join by time first"));
    return makeTransformation<O>(u"calculateField"_s, QT_TRANSLATE_NOOP("Transformations", "Add field from calculation"),
                                 QT_TRANSLATE_NOOP("Transformations", "A new field: a sum, a ratio, a moving mean"), schema,
                                 calculateField);
}

Transformation ensureColumnsTransformation()
{
    return makeTransformation<JoinOptions>(u"ensureColumns"_s, QT_TRANSLATE_NOOP("Transformations", "Series as columns"),
                                           QT_TRANSLATE_NOOP("Transformations", "Joins time series by their time, tables stay"), {},
                                           ensureColumns);
}
