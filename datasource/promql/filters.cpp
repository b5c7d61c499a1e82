// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/promql/filters.h>

#include <algorithm>
#include <datasource/promql/lexer.h>
#include <datasource/promql/parser.h>

using namespace Qt::StringLiterals;

namespace promql {
namespace {

struct Edit {
    Span span;
    QString text;
};

QString edited(QString query, std::vector<Edit> edits)
{
    std::sort(edits.begin(), edits.end(), [](const Edit &a, const Edit &b) { return a.span.from > b.span.from; });
    for (const Edit &edit : edits)
        query.replace(edit.span.from, edit.span.length(), edit.text);
    return query;
}

QString labelText(const QString &label)
{
    const auto isPlain = [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_'); };
    const bool plain = std::all_of(label.begin(), label.end(), isPlain) && !label.isEmpty() && !label.front().isDigit();
    return plain ? label : u'"' + escapedLabelValue(label) + u'"';
}

// The position behind the next token of the kind; -1: there is none.
qsizetype endOf(const Lexed &lexed, TokenKind kind, qsizetype from)
{
    const auto it = std::find_if(lexed.tokens.begin(), lexed.tokens.end(),
                                 [&](const Token &each) { return each.is(kind) && each.span.from >= from; });
    return it == lexed.tokens.end() ? -1 : it->span.to;
}

// In double quotes where that changes nothing.
QString matcherText(const Tree &tree, const Matcher &matcher)
{
    QString value = tree.at(matcher.value).toString();
    if (value.startsWith(u'\'') && value.size() > 1 && !value.contains(u'"') && !value.contains(u'\\'))
        value = u'"' + value.mid(1, value.size() - 2) + u'"';
    if (matcher.op == TokenKind::End)
        return tree.at(matcher.span).toString();
    const QStringView between = QStringView(tree.source).mid(matcher.label.to, matcher.value.from - matcher.label.to);
    return tree.at(matcher.label).toString() + between.trimmed().toString() + value;
}

std::optional<Edit> grown(const Tree &tree, const Lexed &lexed, const Node &selector, const QString &matcher)
{
    QStringList texts;
    for (const Matcher &each : selector.matchers)
        texts.append(matcherText(tree, each));
    if (!texts.contains(matcher))
        texts.append(matcher);
    const QString braces = u'{' + texts.join(", "_L1) + u'}';
    if (!selector.hasBraces)
        return Edit{{selector.word.to, selector.word.to}, braces};
    const qsizetype from = selector.word.isEmpty() ? selector.span.from : selector.word.to;
    const qsizetype last = selector.matchers.isEmpty() ? from : selector.matchers.last().span.to;
    const qsizetype to = endOf(lexed, TokenKind::RightBrace, last);
    return to < 0 ? std::nullopt : std::optional(Edit{{from, to}, braces});
}

QString operatorOf(const LabelFilter &filter)
{
    return filter.op == "=|"_L1 ? u"=~"_s : filter.op == "!=|"_L1 ? u"!~"_s : filter.op;
}

bool isOneOf(const LabelFilter &filter)
{
    return filter.op == "=|"_L1 || filter.op == "!=|"_L1;
}

QString alternatives(const LabelFilter &filter)
{
    QStringList parts;
    for (const QString &value : filter.values)
        parts.append(escapedLabelRegex(value));
    return parts.join(u'|');
}

QString groupingText(const Tree &tree, const Grouping &grouping, const QStringList &labels)
{
    QStringList names;
    QStringList known;
    for (const LabelName &each : grouping.labels) {
        names.append(tree.at(each.span).toString());
        known.append(each.name);
    }
    for (const QString &label : labels)
        if (!known.contains(label))
            names.append(labelText(label));
    return u"by ("_s + names.join(", "_L1) + u')';
}

} // namespace

QString escapedLabelValue(const QString &value)
{
    return QString(value).replace(u'\\', "\\\\"_L1).replace(u'\n', "\\n"_L1).replace(u'"', "\\\""_L1);
}

QString escapedLabelRegex(const QString &value)
{
    QString plain;
    for (const QChar c : value) {
        if ("*+?()|\\.[]{}^$"_L1.contains(c))
            plain += u'\\';
        plain += c;
    }
    return escapedLabelValue(plain);
}

QString labelFiltersText(const QList<LabelFilter> &filters)
{
    QStringList texts;
    for (const LabelFilter &filter : filters) {
        const bool isRegex = filter.op == "=~"_L1 || filter.op == "!~"_L1;
        const QString value = isOneOf(filter) ? alternatives(filter)
            : isRegex                         ? escapedLabelRegex(filter.value)
                                              : escapedLabelValue(filter.value);
        texts.append(filter.key + operatorOf(filter) + u'"' + value + u'"');
    }
    return texts.join(u',');
}

Result<QString> withMatcher(const QString &query, const QString &label, const QString &op, const QString &value)
{
    if (label.isEmpty() || value.isEmpty())
        return fail(Error::Kind::Config, u"Need label to add to query."_s);
    const bool isRegex = op == "=~"_L1 || op == "!~"_L1;
    const QString matcher = labelText(label) + op + u'"' + (isRegex ? value : escapedLabelValue(value)) + u'"';
    const Tree tree = parse(query);
    const Lexed lexed = lex(query);
    std::vector<Edit> edits;
    for (const Node &node : tree.nodes)
        if (node.kind == NodeKind::Selector)
            if (const std::optional<Edit> edit = grown(tree, lexed, node, matcher))
                edits.push_back(*edit);
    return edited(query, std::move(edits));
}

QString withFilters(QString query, const QList<LabelFilter> &filters)
{
    for (const LabelFilter &filter : filters) {
        if (filter.op.isEmpty())
            continue;
        const bool isRegex = filter.op == "=~"_L1 || filter.op == "!~"_L1;
        const QString value = isOneOf(filter) ? alternatives(filter) : isRegex ? escapedLabelValue(filter.value) : filter.value;
        query = withMatcher(query, filter.key, operatorOf(filter), value).value_or(query);
    }
    return query;
}

QString withGrouping(const QString &query, const QStringList &labels)
{
    if (labels.isEmpty())
        return query;
    const Tree tree = parse(query);
    std::vector<Edit> edits;
    for (const Node &node : tree.nodes) {
        if (node.kind != NodeKind::Aggregation)
            continue;
        if (node.grouping.kind == Grouping::Kind::None)
            edits.push_back({{node.word.to, node.word.to}, u' ' + groupingText(tree, node.grouping, labels) + u' '});
        else if (node.grouping.kind == Grouping::Kind::By)
            edits.push_back({node.grouping.span, groupingText(tree, node.grouping, labels)});
    }
    return edited(query, std::move(edits));
}

} // namespace promql
