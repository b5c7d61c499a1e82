// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/variableoptions.h>

#include <QtCore/QCollator>
#include <QtCore/QCoreApplication>
#include <QtCore/QSet>
#include <dashboard/limitedpattern.h>
#include <dashboard/variableformat.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMaxOptions = 20'000; // a list that a person can choose from

VariableOption option(const QString &text, const QString &value)
{
    VariableOption made;
    made.text = text;
    made.value = value;
    return made;
}

QList<VariableOption> jsonOptions(const Json &list)
{
    QList<VariableOption> options;
    for (const Json &item : list.items()) {
        VariableOption each = option(scalarText(item[u"text"]).trimmed(), scalarText(item[u"value"]).trimmed());
        if (each.text.isEmpty())
            each.text = each.value;
        each.properties = item;
        options.append(each);
    }
    return options;
}

// Every flag of JavaScript that PCRE has; the limit keeps hostile patterns from running for ever.
Result<QRegularExpression> compiled(const QString &text, bool &global)
{
    QString pattern = u'^' + text + u'$';
    QString flags;
    if (text.startsWith(u'/')) {
        const qsizetype end = text.lastIndexOf(u'/');
        pattern = end > 0 ? text.mid(1, end - 1) : text.mid(1);
        flags = end > 0 ? text.mid(end + 1) : QString();
    }
    QRegularExpression::PatternOptions options = QRegularExpression::NoPatternOption;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, flags.contains(u'i'));
    options.setFlag(QRegularExpression::MultilineOption, flags.contains(u'm'));
    options.setFlag(QRegularExpression::DotMatchesEverythingOption, flags.contains(u's'));
    global = flags.contains(u'g');
    const QRegularExpression regex = limitedPattern(pattern, 200'000, options);
    if (!regex.isValid())
        return fail(Error::Kind::Config,
                    QCoreApplication::translate("Errors", "the regular expression %1 does not compile: %2")
                        .arg(text.left(200), regex.errorString()));
    return regex;
}

// Nothing: the steps of the limit did not do.
std::optional<QList<QRegularExpressionMatch>> matchesOf(const QRegularExpression &regex, const QString &text, bool global)
{
    QList<QRegularExpressionMatch> matches;
    const QRegularExpressionMatch first = regex.match(text);
    if (!first.isValid())
        return {};
    if (!global) {
        if (first.hasMatch())
            matches.append(first);
        return matches;
    }
    for (auto it = regex.globalMatch(text); it.hasNext();) {
        matches.append(it.next());
        if (matches.last().capturedLength() == 0)
            break;
    }
    return matches;
}

QString namedGroup(const QRegularExpression &regex, const QList<QRegularExpressionMatch> &matches, const QString &name)
{
    if (!regex.namedCaptureGroups().contains(name))
        return {};
    for (const QRegularExpressionMatch &match : matches)
        if (const QString text = match.captured(name); !text.isEmpty())
            return text;
    return {};
}

QList<VariableOption> captured(const VariableOption &item, const QRegularExpression &regex, const QList<QRegularExpressionMatch> &matches)
{
    const QString value = namedGroup(regex, matches, u"value"_s);
    const QString text = namedGroup(regex, matches, u"text"_s);
    if (!value.isEmpty() || !text.isEmpty())
        return {option(text.isEmpty() ? value : text, value.isEmpty() ? text : value)};
    if (regex.captureCount() == 0)
        return {item};
    QList<VariableOption> options;
    for (const QRegularExpressionMatch &match : matches)
        options.append(option(match.captured(1), match.captured(1)));
    return options;
}

double firstNumber(const QString &text)
{
    static const QRegularExpression digits(u"\\d+"_s);
    const QRegularExpressionMatch match = digits.match(text);
    return match.hasMatch() ? match.captured().toDouble() : -1;
}

const VariableOption *byValue(const QList<VariableOption> &options, const QString &value)
{
    const auto it = std::find_if(options.begin(), options.end(), [&](const VariableOption &each) { return each.value == value; });
    return it == options.end() ? nullptr : &*it;
}
} // namespace

QList<VariableOption> customOptions(const QString &query)
{
    if (query.trimmed().startsWith(u'['))
        if (const Result<Json> list = Json::parse(query.toUtf8()); list && list->isArray())
            return jsonOptions(*list);
    static const QRegularExpression items(u"(?:\\\\,|[^,])+"_s);
    static const QRegularExpression pair(u"^\\s*(.+)\\s:\\s(.+)$"_s, QRegularExpression::DotMatchesEverythingOption);
    QList<VariableOption> options;
    for (auto it = items.globalMatch(query); it.hasNext() && options.size() < kMaxOptions;) {
        const QString item = it.next().captured().replace("\\,"_L1, ","_L1);
        const QRegularExpressionMatch match = pair.match(item);
        if (match.hasMatch())
            options.append(option(match.captured(1).trimmed(), match.captured(2).trimmed()));
        else
            options.append(option(item.trimmed(), item.trimmed()));
    }
    return options;
}

QList<VariableOption> intervalOptions(const QString &query)
{
    QList<VariableOption> options;
    for (const QString &each : query.split(u',', Qt::SkipEmptyParts))
        options.append(option(each.trimmed(), each.trimmed()));
    return options;
}

QList<VariableOption> switchOptions(const Json &variable)
{
    const QString on = variable[u"enabledValue"].toString(u"true"_s);
    const QString off = variable[u"disabledValue"].toString(u"false"_s);
    return {option(on, on), option(off, off)};
}

Result<QList<VariableOption>> filteredOptions(const QList<VariableOption> &items, const RegexSpec &spec)
{
    bool global = false;
    QRegularExpression regex;
    if (!spec.regex.isEmpty()) {
        const Result<QRegularExpression> made = compiled(spec.regex, global);
        if (!made)
            return tl::unexpected<Error>(made.error());
        regex = *made;
    }
    QList<VariableOption> options;
    QSet<QString> seen;
    for (const VariableOption &item : items) {
        QList<VariableOption> found{item};
        if (!spec.regex.isEmpty()) {
            const auto matches = matchesOf(regex, spec.applyToText ? item.text : item.value, global);
            if (!matches)
                return fail(
                    Error::Kind::Limit,
                    QCoreApplication::translate("Errors", "the regular expression %1 takes too many steps").arg(spec.regex.left(200)));
            if (matches->isEmpty())
                continue;
            found = captured(item, regex, *matches);
        }
        for (const VariableOption &each : found) {
            if (seen.contains(each.value) || options.size() >= kMaxOptions)
                continue;
            seen.insert(each.value);
            options.append(each);
        }
    }
    return options;
}

QList<VariableOption> sortedOptions(QList<VariableOption> options, int sort)
{
    using Option = VariableOption;
    const auto by = [&](auto less) { std::stable_sort(options.begin(), options.end(), less); };
    switch (sort) {
    case 1:
    case 2:
        by([](const Option &a, const Option &b) { return a.text < b.text; });
        break;
    case 3:
    case 4:
        by([](const Option &a, const Option &b) { return firstNumber(a.text) < firstNumber(b.text); });
        break;
    case 5:
    case 6:
        by([](const Option &a, const Option &b) { return a.text.toLower() < b.text.toLower(); });
        break;
    case 7:
    case 8: {
        QCollator collator(QLocale(QLocale::English, QLocale::UnitedStates));
        collator.setNumericMode(true);
        by([&](const Option &a, const Option &b) { return collator.compare(a.text.toLower(), b.text.toLower()) < 0; });
        break;
    }
    default:
        return options;
    }
    if (sort % 2 == 0)
        std::reverse(options.begin(), options.end());
    return options;
}

Selection revalidated(const Selection &current, const QList<VariableOption> &options, const SelectionRules &rules)
{
    const Selection all{{allVariableValue()}, {u"All"_s}};
    if (rules.includeAll && current.values.contains(allVariableValue()))
        return all;
    if (options.isEmpty() && rules.includeAll)
        return all;
    if (options.isEmpty())
        return rules.multi ? Selection{} : Selection{{QString()}, {QString()}};
    Selection kept;
    for (qsizetype i = 0; i < current.values.size(); ++i) {
        const VariableOption *found = byValue(options, current.values[i]);
        for (qsizetype j = 0; !found && !rules.multi && j < options.size(); ++j)
            if (i < current.texts.size() && options[j].text == current.texts[i])
                found = &options[j];
        if (found && !kept.values.contains(found->value)) {
            kept.values.append(found->value);
            kept.texts.append(found->text);
        }
    }
    if (!kept.values.isEmpty())
        return kept;
    return rules.includeAll && rules.defaultToAll ? all : Selection{{options.first().value}, {options.first().text}};
}

QList<VariableOption> withStaticOptions(const QList<VariableOption> &answered, const Variable &variable)
{
    QList<VariableOption> fixed;
    for (const Json &each : variable.raw[u"staticOptions"].items()) {
        VariableOption option;
        option.value = scalarText(each[u"value"]);
        option.text = each.contains(u"text") ? scalarText(each[u"text"]) : option.value;
        fixed.append(option);
    }
    if (fixed.isEmpty())
        return answered;
    const QString order = variable.raw[u"staticOptionsOrder"].toString();
    if (order == "after"_L1)
        return answered + fixed;
    return order == "sorted"_L1 ? sortedOptions(fixed + answered, variable.sort) : fixed + answered;
}
