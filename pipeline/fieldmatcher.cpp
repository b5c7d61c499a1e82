// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/fieldmatcher.h>

#include <QtCore/QSet>
#include <cmath>
#include <pipeline/fieldpipeline.h>
#include <pipeline/numbertext.h>
#include <pipeline/reduce.h>
#include <pipeline/valuemapping.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kMaxDepth = 20;

bool never(const Field &, const Frame &, const Frames &)
{
    return false;
}
bool always(const Field &, const Frame &, const Frames &)
{
    return true;
}

QString shownName(const Field &field, const Frame &frame, const Frames &all)
{
    return field.state.displayName.isEmpty() ? fieldDisplayName(field, frame, all) : field.state.displayName;
}

// Names of older dashboards: "Value" is a series called as its metric, "Time" any time.
bool isOldName(const QSet<QString> &names, const Field &field)
{
    if (names.contains(u"Value"_s))
        return !field.labels.isEmpty() && field.labels.value(u"__name__"_s) == field.name;
    return field.isTime() && (names.contains(u"Time"_s) || names.contains(u"time"_s));
}

FieldMatcher byNames(QSet<QString> names, bool exclude)
{
    return [names, exclude](const Field &field, const Frame &frame, const Frames &all) {
        const bool named = names.contains(field.name) || isOldName(names, field) || names.contains(shownName(field, frame, all));
        return named != exclude;
    };
}

FieldMatcher byRegexp(const QString &pattern)
{
    const QRegularExpression regex = regexFromText(pattern);
    return [regex](const Field &field, const Frame &frame, const Frames &all) { return regexMatches(regex, shownName(field, frame, all)); };
}

FieldMatcher byType(const QString &type)
{
    const Column::Type wanted = type == "time"_L1 ? Column::Type::Time
        : type == "string"_L1                     ? Column::Type::Text
        : type == "boolean"_L1                    ? Column::Type::Bool
                                                  : Column::Type::Number;
    if (wanted == Column::Type::Number && type != "number"_L1)
        return never;
    return [wanted](const Field &field, const Frame &, const Frames &) { return field.values.type() == wanted; };
}

FieldMatcher byFrame(const QString &refId)
{
    return [refId](const Field &, const Frame &frame, const Frames &) { return frame.refId == refId; };
}

QString printed(const Reduced &value)
{
    return value.kind == Reduced::Kind::Text ? value.text : numbertext::shortest(value.number);
}

QString printed(const Json &value)
{
    return value.isString() ? value.toString() : numbertext::shortest(value.toDouble());
}

// op: eq, neq, lt, lte, gt, gte. Nothing equals nothing, and is neither more nor less than a value.
bool compares(const Reduced &left, const QString &op, const Json &right)
{
    const bool leftIsNull = left.kind == Reduced::Kind::Null || left.kind == Reduced::Kind::List;
    const bool eitherIsNull = leftIsNull || right.isNull();
    const bool orEqual = op == "gte"_L1 || op == "lte"_L1;
    if (op.isEmpty() || op == "eq"_L1 || op == "neq"_L1 || (eitherIsNull && orEqual)) {
        const bool equal = eitherIsNull ? leftIsNull && right.isNull() : printed(left) == printed(right);
        return equal != (op == "neq"_L1);
    }
    if (eitherIsNull)
        return false;
    bool isNumber = true;
    const double limit = right.isString() ? right.toString().toDouble(&isNumber) : right.toDouble();
    if (left.kind == Reduced::Kind::Text || !isNumber)
        return false;
    return op == "lt"_L1 ? left.number < limit
        : op == "lte"_L1 ? left.number <= limit
        : op == "gt"_L1  ? left.number > limit
                         : op == "gte"_L1 && left.number >= limit;
}

FieldMatcher byValue(const Json &options)
{
    const QString reducer = options[u"reducer"].toString();
    const QString op = options[u"op"].toString();
    const Json right = options[u"value"].isBool() ? Json(double(options[u"value"].toBool())) : options[u"value"];
    const bool asksTruth = reducer == "allIsNull"_L1 || reducer == "allIsZero"_L1;
    if (reducer.isEmpty())
        return never;
    return [reducer, op, right, asksTruth](const Field &field, const Frame &, const Frames &) {
        const Reduced left = reduce(field.values, reducer);
        return asksTruth ? left.kind == Reduced::Kind::Bool && left.number != 0 : compares(left, op, right);
    };
}

FieldMatcher firstOf(bool timeOnly)
{
    return [timeOnly](const Field &field, const Frame &frame, const Frames &) {
        for (const Field &each : frame.fields) {
            if (!timeOnly || each.isTime())
                return &each == &field || each.name == field.name;
        }
        return false;
    };
}

FieldMatcher make(const Json &matcher, int depth);

FieldMatcher combined(const Json &options, bool every, int depth)
{
    QList<FieldMatcher> parts;
    for (const Json &item : options.items())
        parts.append(make(item, depth + 1));
    return [parts, every](const Field &field, const Frame &frame, const Frames &all) {
        for (const FieldMatcher &part : parts) {
            if (part(field, frame, all) != every)
                return !every;
        }
        return every;
    };
}

FieldMatcher named(const QString &id, const Json &options)
{
    if (id == "byName"_L1)
        return byNames({options.toString()}, false);
    if (id == "byNames"_L1) {
        const QStringList names = options.isObject() ? options[u"names"].toStrings() : options.toStrings();
        return byNames(QSet<QString>(names.begin(), names.end()), options[u"mode"].toString() == "exclude"_L1);
    }
    if (id == "byRegexp"_L1)
        return byRegexp(options.toString());
    if (id == "byRegexpOrNames"_L1) {
        const QStringList names = options[u"names"].toStrings();
        const FieldMatcher byList = byNames(QSet<QString>(names.begin(), names.end()), false);
        const QString pattern = options[u"pattern"].toString();
        const FieldMatcher byPattern = pattern.isEmpty() ? FieldMatcher(never) : byRegexp(pattern);
        return [byList, byPattern](const Field &field, const Frame &frame, const Frames &all) {
            return byList(field, frame, all) || byPattern(field, frame, all);
        };
    }
    return {};
}

FieldMatcher make(const Json &matcher, int depth)
{
    const QString id = matcher[u"id"].toString();
    const Json options = matcher[u"options"];
    if (depth > kMaxDepth)
        return never;
    if (FieldMatcher byName = named(id, options))
        return byName;
    if (id == "byType"_L1)
        return byType(options.toString());
    if (id == "byFrameRefID"_L1)
        return byFrame(options.toString());
    if (id == "byValue"_L1)
        return byValue(options);
    if (id == "numeric"_L1)
        return byType(u"number"_s);
    if (id == "time"_L1)
        return byType(u"time"_s);
    if (id == "first"_L1 || id == "firstTimeField"_L1)
        return firstOf(id == "firstTimeField"_L1);
    if (id == "anyMatch"_L1 || id == "allMatch"_L1)
        return combined(options, id == "allMatch"_L1, depth);
    if (id == "invertMatch"_L1) {
        const FieldMatcher inner = make(options, depth + 1);
        return [inner](const Field &field, const Frame &frame, const Frames &all) { return !inner(field, frame, all); };
    }
    return id == "alwaysMatch"_L1 ? always : never;
}
} // namespace

FieldMatcher fieldMatcher(const Json &matcher)
{
    return make(matcher, 0);
}
