// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/matcheredit.h>

#include <algorithm>
#include <datasource/promql/lexer.h>
#include <datasource/promql/parser.h>

using namespace promql;
using namespace Qt::StringLiterals;

namespace {

struct Edit {
    Span span;
    QString text;
};

const Matcher *equality(const Node &selector, const QString &label)
{
    const auto it = std::find_if(selector.matchers.begin(), selector.matchers.end(),
                                 [&](const Matcher &each) { return each.name == label && each.op == TokenKind::Assign; });
    return it == selector.matchers.end() ? nullptr : &*it;
}

bool asksFor(const Node &selector, const QString &label, const QString &value)
{
    if (label == "__name__"_L1 && !selector.word.isEmpty())
        return selector.text == value;
    const Matcher *matcher = equality(selector, label);
    return matcher && !matcher->hasVariable && matcher->text == value;
}

std::vector<const Node *> selectorsOf(const Tree &tree)
{
    std::vector<const Node *> found;
    for (const Node &node : tree.nodes)
        if (node.kind == NodeKind::Selector)
            found.push_back(&node);
    return found;
}

QString written(const QString &label, const QString &value)
{
    const auto isPlain = [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_'); };
    const bool plain = std::all_of(label.begin(), label.end(), isPlain) && !label.isEmpty() && !label.front().isDigit();
    return (plain ? label : quoted(label)) + u'=' + quoted(value);
}

// The first token of that kind from a place on; the source is known to have one.
const Token *tokenFrom(const Lexed &lexed, TokenKind kind, qsizetype from)
{
    const auto it = std::find_if(lexed.tokens.begin(), lexed.tokens.end(),
                                 [&](const Token &each) { return each.is(kind) && each.span.from >= from; });
    return it == lexed.tokens.end() ? nullptr : &*it;
}

std::optional<Edit> added(const Lexed &lexed, const Node &selector, const QString &text)
{
    if (!selector.hasBraces)
        return Edit{{selector.word.to, selector.word.to}, u'{' + text + u'}'};
    const qsizetype from = selector.matchers.isEmpty() ? selector.span.from : selector.matchers.last().span.to;
    const Token *close = tokenFrom(lexed, TokenKind::RightBrace, from);
    if (!close)
        return {};
    const Token *comma = tokenFrom(lexed, TokenKind::Comma, from);
    const bool ended = selector.matchers.isEmpty() || (comma && comma->span.from < close->span.from);
    const qsizetype at = selector.matchers.isEmpty() || ended ? close->span.from : from;
    return Edit{{at, at}, (ended ? QString() : u", "_s) + text};
}

// With the comma behind it, of the last one with the comma before it. A selector without anything would be none.
std::optional<Edit> removed(const Lexed &lexed, const Node &selector, const Matcher &matcher)
{
    const qsizetype index = &matcher - selector.matchers.data();
    if (index + 1 < selector.matchers.size())
        return Edit{{matcher.span.from, selector.matchers[index + 1].span.from}, {}};
    if (index > 0)
        return Edit{{selector.matchers[index - 1].span.to, matcher.span.to}, {}};
    const Token *close = tokenFrom(lexed, TokenKind::RightBrace, matcher.span.to);
    if (selector.word.isEmpty() || !close)
        return {};
    return Edit{{selector.word.to, close->span.to}, {}};
}

QString edited(QString query, std::vector<Edit> edits)
{
    std::sort(edits.begin(), edits.end(), [](const Edit &a, const Edit &b) { return a.span.from > b.span.from; });
    for (const Edit &edit : edits)
        query.replace(edit.span.from, edit.span.length(), edit.text);
    return query;
}

} // namespace

bool hasMatcher(const QString &query, const QString &label, const QString &value)
{
    const Tree tree = parse(query);
    const std::vector<const Node *> all = selectorsOf(tree);
    return !all.empty() && std::all_of(all.begin(), all.end(), [&](const Node *each) { return asksFor(*each, label, value); });
}

std::optional<QString> toggledMatcher(const QString &query, const QString &label, const QString &value)
{
    const Tree tree = parse(query);
    const std::vector<const Node *> all = selectorsOf(tree);
    if (tree.root < 0 || all.empty())
        return {};
    const Lexed lexed = lex(query);
    const bool on = !std::all_of(all.begin(), all.end(), [&](const Node *each) { return asksFor(*each, label, value); });
    std::vector<Edit> edits;
    for (const Node *selector : all) {
        if (label == "__name__"_L1 && !selector->word.isEmpty())
            continue; // a selector has one name
        const Matcher *matcher = equality(*selector, label);
        std::optional<Edit> edit;
        if (!matcher)
            edit = added(lexed, *selector, written(label, value));
        else if (on)
            edit = Edit{matcher->span, written(label, value)};
        else
            edit = removed(lexed, *selector, *matcher);
        if (edit)
            edits.push_back(*edit);
    }
    if (edits.empty())
        return {};
    return edited(query, std::move(edits));
}

QStringList metricsOf(const QString &query)
{
    const Tree tree = parse(query);
    QStringList names;
    for (const Node *selector : selectorsOf(tree)) {
        const Matcher *named = equality(*selector, u"__name__"_s);
        const QString name = !selector->word.isEmpty() ? selector->text : named && !named->hasVariable ? named->text : QString();
        if (!name.isEmpty() && !name.contains(u'$') && !name.contains(u'[') && !names.contains(name))
            names.append(name);
    }
    return names;
}
