// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QtCore/QCoreApplication>
#include <pipeline/fieldpipeline.h>
#include <pipeline/transform/catalogue.h>
#include <pipeline/transform/cells.h>
#include <pipeline/valuemapping.h>

using namespace Qt::StringLiterals;

namespace {
enum class Kind { Include, Exclude };
enum class Match { Any, All };

struct FilterOptions {
    Kind kind = Kind::Include;
    Match match = Match::Any;
    Json filters; // [{fieldName, config: {id, options}}]
};

using Test = std::function<bool(const Column &values, qsizetype row)>;

// Comparisons take nothing as 0, as JavaScript does.
double numberAt(const Column &values, qsizetype row)
{
    if (values.isNull(row))
        return 0;
    return values.type() == Column::Type::Text ? cells::toNumber(values.text(row)) : values.number(row);
}

double limitOf(const Json &value)
{
    return value.isString() ? cells::toNumber(value.toString()) : value.isBool() ? double(value.toBool()) : value.toDouble(std::nan(""));
}

bool equals(const Column &values, qsizetype row, const Json &wanted)
{
    if (values.isNull(row) || wanted.isNull())
        return values.isNull(row) && wanted.isNull();
    if (values.type() == Column::Type::Text && wanted.isString())
        return values.text(row) == wanted.toString();
    return numberAt(values, row) == limitOf(wanted);
}

Test comparison(const QString &id, const Json &options)
{
    const double limit = limitOf(options[u"value"]);
    if (id == "greater"_L1)
        return [limit](const Column &values, qsizetype row) { return numberAt(values, row) > limit; };
    if (id == "greaterOrEqual"_L1)
        return [limit](const Column &values, qsizetype row) { return numberAt(values, row) >= limit; };
    if (id == "lower"_L1)
        return [limit](const Column &values, qsizetype row) { return numberAt(values, row) < limit; };
    if (id == "lowerOrEqual"_L1)
        return [limit](const Column &values, qsizetype row) { return numberAt(values, row) <= limit; };
    if (id == "between"_L1)
        return [from = limitOf(options[u"from"]), to = limitOf(options[u"to"])](const Column &values, qsizetype row) {
            const double value = numberAt(values, row);
            return value > from && value < to;
        };
    return {};
}

Test textTest(const QString &id, const QString &wanted, TransformRun &run)
{
    if (id == "regex"_L1) {
        const QRegularExpression regex = wanted.size() > 2000 ? QRegularExpression(u"("_s) : QRegularExpression(wanted);
        if (!regex.isValid())
            run.warn(QCoreApplication::translate("Errors", "“%1” is no regular expression: %2").arg(wanted.left(80), regex.errorString()),
                     Notice::Severity::Error);
        return
            [regex](const Column &values, qsizetype row) { return !values.isNull(row) && regexMatches(regex, cells::text(values, row)); };
    }
    const bool isContained = id == "substring"_L1;
    if (!isContained && id != "notSubstring"_L1)
        return {};
    if (wanted.isEmpty())
        return [isContained](const Column &, qsizetype) { return isContained; };
    return [wanted, isContained](const Column &values, qsizetype row) {
        if (values.type() != Column::Type::Text) // only texts have parts
            return false;
        const QString text = cells::text(values, row);
        return !text.isEmpty() && text.contains(wanted, Qt::CaseInsensitive) == isContained;
    };
}

Test testOf(const Json &config, TransformRun &run)
{
    const QString id = config[u"id"].toString();
    const Json options = config[u"options"];
    const Json wanted = options[u"value"];
    if (id == "isNull"_L1 || id == "isNotNull"_L1)
        return [isNull = id == "isNull"_L1](const Column &values, qsizetype row) { return values.isNull(row) == isNull; };
    if (id == "equal"_L1 || id == "notEqual"_L1)
        return [wanted, isEqual = id == "equal"_L1](const Column &values, qsizetype row) { return equals(values, row, wanted) == isEqual; };
    if (Test test = comparison(id, options))
        return test;
    if (Test test = textTest(id, wanted.toString(), run))
        return test;
    run.warn(QCoreApplication::translate("Errors", "condition “%1” is not known").arg(id.left(40)), Notice::Severity::Error);
    return [](const Column &, qsizetype) { return false; };
}

struct Condition {
    Test test;
    const Column *values; // null: there is no such field, nothing matches
};

bool matches(const std::vector<Condition> &conditions, Match mode, qsizetype row)
{
    for (const Condition &condition : conditions) {
        const bool fits = condition.values && condition.test(*condition.values, row);
        if (fits != (mode == Match::All))
            return fits;
    }
    return mode == Match::All;
}

Frames filterByValue(const FilterOptions &options, const Frames &frames, TransformRun &run)
{
    if (options.filters.size() == 0)
        return frames;
    std::vector<std::pair<QString, Test>> tests;
    for (const Json &filter : options.filters.items())
        tests.emplace_back(filter[u"fieldName"].toString(), testOf(filter[u"config"], run));
    Frames out;
    for (const Frame &frame : frames) {
        QHash<QString, const Column *> columns;
        for (const Field &field : frame.fields)
            columns.insert(fieldDisplayName(field, frame, frames), &field.values);
        std::vector<Condition> conditions;
        for (const auto &[name, test] : tests)
            conditions.push_back({test, columns.value(name)});
        std::vector<qsizetype> rows;
        for (qsizetype row = 0; row < frame.rowCount(); ++row) {
            if (row % 4096 == 0 && run.stopped())
                return frames;
            if (matches(conditions, options.match, row) == (options.kind == Kind::Include))
                rows.push_back(row);
        }
        out.append(qsizetype(rows.size()) == frame.rowCount() ? frame : cells::picked(frame, rows));
    }
    return out;
}
} // namespace

Transformation filterByValueTransformation()
{
    using O = FilterOptions;
    OptionSchema<O> schema;
    schema.choice(u"type"_s, &O::kind, QT_TRANSLATE_NOOP("Options", "Rows that match"),
                  {{Kind::Include, "include", QT_TRANSLATE_NOOP("Options", "Keep")},
                   {Kind::Exclude, "exclude", QT_TRANSLATE_NOOP("Options", "Remove")}});
    schema.choice(u"match"_s, &O::match, QT_TRANSLATE_NOOP("Options", "Conditions"),
                  {{Match::All, "all", QT_TRANSLATE_NOOP("Options", "All")}, {Match::Any, "any", QT_TRANSLATE_NOOP("Options", "Any")}});
    schema.json(u"filters"_s, &O::filters, QT_TRANSLATE_NOOP("Options", "Conditions"));
    Transformation out = makeTransformation<O>(u"filterByValue"_s, QT_TRANSLATE_NOOP("Transformations", "Filter rows by value"),
                                               QT_TRANSLATE_NOOP("Transformations", "Keeps or removes rows by conditions on their fields"),
                                               schema, filterByValue);
    out.byRow = true;
    return out;
}
