// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/transform/filterframes.h>

#include <QtCore/QCoreApplication>
#include <pipeline/fieldpipeline.h>
#include <pipeline/transform/catalogue.h>
#include <pipeline/valuemapping.h>

using namespace Qt::StringLiterals;

namespace {
struct NameRule {
    QStringList names;
    QString pattern;
    QString variable;
};

struct FilterByNameOptions {
    NameRule include;
    NameRule exclude;
    bool byVariable = false;
};

FieldMatcher matcherOf(const NameRule &rule, bool byVariable, TransformRun &run)
{
    if (byVariable && !rule.variable.isEmpty()) {
        QString list = rule.variable;
        if (list.startsWith(u'{') && list.endsWith(u'}'))
            list = list.mid(1, list.size() - 2);
        return namesMatcher(list.split(u','));
    }
    if (rule.names.isEmpty() && rule.pattern.isEmpty())
        return {};
    if (const QRegularExpression regex = regexFromText(rule.pattern); !regex.isValid())
        run.warn(
            QCoreApplication::translate("Errors", "“%1” is no regular expression: %2").arg(rule.pattern.left(80), regex.errorString()));
    const Json options = Json::object({{u"names"_s, Json::strings(rule.names)}, {u"pattern"_s, Json(rule.pattern)}});
    return fieldMatcher(Json::object({{u"id"_s, Json(u"byRegexpOrNames"_s)}, {u"options"_s, options}}));
}

Frames filterByName(const FilterByNameOptions &options, const Frames &frames, TransformRun &run)
{
    return filterByMatchers(frames, matcherOf(options.include, options.byVariable, run),
                            matcherOf(options.exclude, options.byVariable, run));
}

struct FilterFieldsOptions {
    Json include;
    Json exclude;
};

Frames filterFields(const FilterFieldsOptions &options, const Frames &frames, TransformRun &)
{
    return filterByMatchers(frames, options.include.isObject() ? fieldMatcher(options.include) : FieldMatcher(),
                            options.exclude.isObject() ? fieldMatcher(options.exclude) : FieldMatcher());
}

struct FilterByQueryOptions {
    QString include; // "A", or a pattern
    QString exclude;
};

Frames filterByQuery(const FilterByQueryOptions &options, const Frames &frames, TransformRun &)
{
    const auto matches
        = [](const QString &pattern, const QString &refId) { return pattern == refId || regexMatches(regexFromText(pattern), refId); };
    Frames out;
    for (const Frame &frame : frames) {
        if (!options.exclude.isEmpty() && matches(options.exclude, frame.refId))
            continue;
        if (options.include.isEmpty() || matches(options.include, frame.refId))
            out.append(frame);
    }
    return out;
}

struct RenameOptions {
    QString regex;
    QString renamePattern;
};

// $1, $& and $<name> of JavaScript's replace().
QString expanded(const QString &pattern, const QRegularExpressionMatch &match)
{
    static const QRegularExpression part(u"\\$(\\$|&|[0-9]{1,2}|<[^>]*>)"_s);
    QString out;
    qsizetype at = 0;
    for (auto it = part.globalMatch(pattern); it.hasNext();) {
        const QRegularExpressionMatch found = it.next();
        const QString what = found.captured(1);
        out += QStringView(pattern).mid(at, found.capturedStart() - at);
        at = found.capturedEnd();
        if (what == u"$")
            out += u'$';
        else if (what == u"&")
            out += match.captured(0);
        else if (what.startsWith(u'<'))
            out += match.captured(what.mid(1, what.size() - 2));
        else
            out += what.toInt() > 0 && what.toInt() <= match.regularExpression().captureCount() ? match.captured(what.toInt())
                                                                                                : found.captured(0);
    }
    return out + pattern.mid(at);
}

QString replaced(const QString &name, const QRegularExpression &regex, const QString &pattern, bool all)
{
    if (name.size() > kMaxRegexSubject)
        return name;
    QString out;
    qsizetype at = 0;
    for (auto it = regex.globalMatch(name); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(name).mid(at, match.capturedStart() - at);
        out += expanded(pattern, match);
        at = match.capturedEnd();
        if (!all)
            break;
    }
    return out + name.mid(at);
}

Frames renameByRegex(const RenameOptions &options, const Frames &frames, TransformRun &run)
{
    if (options.regex.isEmpty())
        return frames;
    const QRegularExpression regex = regexFromText(options.regex);
    if (!regex.isValid()) {
        run.warn(
            QCoreApplication::translate("Errors", "“%1” is no regular expression: %2").arg(options.regex.left(80), regex.errorString()),
            Notice::Severity::Error);
        return frames;
    }
    const bool all = options.regex.startsWith(u'/') && options.regex.mid(options.regex.lastIndexOf(u'/')).contains(u'g');
    Frames out = frames;
    for (qsizetype f = 0; f < frames.size() && !run.stopped(); ++f) {
        for (qsizetype i = 0; i < frames[f].fields.size(); ++i) {
            const QString name = fieldDisplayName(frames[f].fields[i], frames[f], {});
            const QString to = replaced(name, regex, options.renamePattern, all);
            if (to != name)
                out[f].fields[i].config.displayName = to;
        }
    }
    return out;
}
} // namespace

Frames filterByMatchers(const Frames &frames, const FieldMatcher &include, const FieldMatcher &exclude)
{
    if (!include && !exclude)
        return frames;
    Frames out;
    for (const Frame &frame : frames) {
        Frame kept = frame;
        kept.fields.clear();
        for (const Field &field : frame.fields) {
            if (exclude && exclude(field, frame, frames))
                continue;
            if (!include || include(field, frame, frames))
                kept.fields.append(field);
        }
        if (!kept.fields.isEmpty())
            out.append(std::move(kept));
    }
    return out;
}

FieldMatcher namesMatcher(const QStringList &names)
{
    return fieldMatcher(Json::object({{u"id"_s, Json(u"byNames"_s)}, {u"options"_s, Json::object({{u"names"_s, Json::strings(names)}})}}));
}

Transformation filterByNameTransformation()
{
    OptionSchema<FilterByNameOptions> schema;
    using O = FilterByNameOptions;
    const auto manual = [](const Json &json) { return !json[u"byVariable"].toBool(); };
    const auto variable = [](const Json &json) { return json[u"byVariable"].toBool(); };
    schema
        .texts(
            u"include.names"_s, [](auto &o) -> auto & { return o.include.names; }, QT_TRANSLATE_NOOP("Options", "Show fields"))
        .visibleWhen(manual);
    schema
        .text(
            u"include.pattern"_s, [](auto &o) -> auto & { return o.include.pattern; }, QT_TRANSLATE_NOOP("Options", "Show by pattern"))
        .help(QT_TRANSLATE_NOOP("Options", "A regular expression: the whole name, or /part/"))
        .visibleWhen(manual);
    schema
        .text(
            u"include.variable"_s, [](auto &o) -> auto & { return o.include.variable; }, QT_TRANSLATE_NOOP("Options", "Show by variable"))
        .visibleWhen(variable);
    schema
        .texts(
            u"exclude.names"_s, [](auto &o) -> auto & { return o.exclude.names; }, QT_TRANSLATE_NOOP("Options", "Hide fields"))
        .visibleWhen(manual);
    schema
        .text(
            u"exclude.pattern"_s, [](auto &o) -> auto & { return o.exclude.pattern; }, QT_TRANSLATE_NOOP("Options", "Hide by pattern"))
        .visibleWhen(manual);
    schema
        .text(
            u"exclude.variable"_s, [](auto &o) -> auto & { return o.exclude.variable; }, QT_TRANSLATE_NOOP("Options", "Hide by variable"))
        .visibleWhen(variable);
    schema.boolean(u"byVariable"_s, &O::byVariable, QT_TRANSLATE_NOOP("Options", "From a variable"))
        .help(QT_TRANSLATE_NOOP("Options", "The names are the values of a variable, as $fields"));
    return makeTransformation<O>(u"filterFieldsByName"_s, QT_TRANSLATE_NOOP("Transformations", "Filter fields by name"),
                                 QT_TRANSLATE_NOOP("Transformations", "Keeps fields by their names or by a pattern"), schema, filterByName);
}

Transformation filterFieldsTransformation()
{
    OptionSchema<FilterFieldsOptions> schema;
    schema.json(u"include"_s, &FilterFieldsOptions::include, QT_TRANSLATE_NOOP("Options", "Show"));
    schema.json(u"exclude"_s, &FilterFieldsOptions::exclude, QT_TRANSLATE_NOOP("Options", "Hide"));
    return makeTransformation<FilterFieldsOptions>(u"filterFields"_s, QT_TRANSLATE_NOOP("Transformations", "Filter fields"),
                                                   QT_TRANSLATE_NOOP("Transformations", "Keeps fields that a matcher accepts"), schema,
                                                   filterFields);
}

Transformation filterByQueryTransformation()
{
    OptionSchema<FilterByQueryOptions> schema;
    schema.text(u"include"_s, &FilterByQueryOptions::include, QT_TRANSLATE_NOOP("Options", "Show"))
        .help(QT_TRANSLATE_NOOP("Options", "A query's letter, or a pattern as /^(?:A|B)$/"));
    schema.text(u"exclude"_s, &FilterByQueryOptions::exclude, QT_TRANSLATE_NOOP("Options", "Hide"));
    return makeTransformation<FilterByQueryOptions>(u"filterByRefId"_s, QT_TRANSLATE_NOOP("Transformations", "Filter by query"),
                                                    QT_TRANSLATE_NOOP("Transformations", "Keeps the answers of some queries"), schema,
                                                    filterByQuery);
}

Transformation renameByRegexTransformation()
{
    OptionSchema<RenameOptions> schema;
    schema.text(u"regex"_s, &RenameOptions::regex, QT_TRANSLATE_NOOP("Options", "Match"))
        .help(QT_TRANSLATE_NOOP("Options", "A regular expression: the whole name, or /part/g"));
    schema.text(u"renamePattern"_s, &RenameOptions::renamePattern, QT_TRANSLATE_NOOP("Options", "Replace by"))
        .help(QT_TRANSLATE_NOOP("Options", "$1 is what the first group matched"));
    return makeTransformation<RenameOptions>(u"renameByRegex"_s, QT_TRANSLATE_NOOP("Transformations", "Rename by pattern"),
                                             QT_TRANSLATE_NOOP("Transformations", "Renames fields by a regular expression"), schema,
                                             renameByRegex);
}
