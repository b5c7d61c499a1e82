// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QScopedValueRollback>
#include <datasource/promql/parser_p.h>
#include <datasource/promql/regexcheck.h>

namespace promql {
namespace {

constexpr qsizetype kMaxModifiers = 100;

bool isMatchOperator(TokenKind kind)
{
    return kind == TokenKind::Assign || kind == TokenKind::NotEqual || kind == TokenKind::RegexMatch || kind == TokenKind::RegexNoMatch;
}

// Whether a series without the label passes.
bool fitsEmpty(const Matcher &matcher)
{
    switch (matcher.op) {
    case TokenKind::Assign:
        return matcher.text.isEmpty();
    case TokenKind::NotEqual:
        return !matcher.text.isEmpty();
    case TokenKind::RegexMatch:
        return checkRegex(matcher.text).fitsEmpty;
    case TokenKind::RegexNoMatch:
        return !checkRegex(matcher.text).fitsEmpty;
    default:
        return false; // a name, or unknown
    }
}

} // namespace

int Parser::selector(const Token *name)
{
    Node result;
    result.kind = NodeKind::Selector;
    result.type = name && name->hasVariable && !peek().is(TokenKind::LeftBrace) ? ValueType::Any : ValueType::InstantVector;
    const qsizetype start = name ? name->span.from : peek().span.from;
    if (name) {
        result.word = name->span;
        result.text = text(*name).toString();
        if (name->hasVariable && !peek().is(TokenKind::LeftBrace))
            result.kind = NodeKind::Variable;
    }
    if (peek().is(TokenKind::LeftBrace)) {
        const Token open = take();
        result.hasBraces = true;
        while (!peek().is(TokenKind::RightBrace) && matcher(result) && accept(TokenKind::Comma)) { }
        expectClose(open, TokenKind::RightBrace, tr("A comma or } is missing before %1"));
    }
    result.span = from(start);
    if (result.kind == NodeKind::Selector)
        checkSelector(result);
    return add(std::move(result));
}

// False: the rest of the braces cannot be read.
bool Parser::matcher(Node &result)
{
    const Token label = peek();
    const bool isWord = label.is(TokenKind::Word) && (label.hasVariable || !text(label).contains(u':'));
    if (!isWord && !label.is(TokenKind::String)) {
        unexpected(tr("The name of a label is missing before %1"));
        return false;
    }
    take();
    Matcher matcher;
    matcher.hasVariable = label.hasVariable;
    if (isMatchOperator(peek().kind)) {
        matcher.label = label.span;
        matcher.name = label.is(TokenKind::String) ? unquote(text(label)).value : text(label).toString();
        matcher.op = take().kind;
        if (!matcherValue(matcher))
            return false;
    } else if (label.is(TokenKind::String)) {
        matcher.value = label.span;
        matcher.text = unquote(text(label)).value;
    } else if (label.hasVariable) {
        matcher.label = label.span;
        if (peek().is(TokenKind::String)) // label$operator"value"
            matcher.value = take().span;
    } else if (peek().is(TokenKind::Equal)) {
        syntax(peek().span, tr("Labels are matched with a single ="), Problem::Fix{peek().span, QStringLiteral("="), tr("Replace by =")});
        return false;
    } else {
        syntax(label.span, tr("The label %1 needs =, !=, =~ or !~ and a value in quotes").arg(text(label).toString().left(60)));
        return false;
    }
    matcher.span = from(label.span.from);
    checkMatcher(matcher);
    result.matchers.append(matcher);
    return true;
}

bool Parser::matcherValue(Matcher &matcher)
{
    const Token value = peek();
    const bool isBare = value.is(TokenKind::Word) || value.is(TokenKind::Number) || value.is(TokenKind::Duration);
    if (value.is(TokenKind::String)) {
        const Unquoted unquoted = unquote(text(value));
        matcher.text = unquoted.value;
        if (!unquoted.badEscape.isEmpty() && !value.hasVariable)
            problem({value.span.from + unquoted.badEscape.from, value.span.from + unquoted.badEscape.to},
                    tr("A backslash in quotes is written \\\\"));
    } else if (!(value.is(TokenKind::Word) && value.hasVariable)) {
        if (isBare)
            syntax(value.span, tr("The value of a label stands in quotes"),
                   Problem::Fix{value.span, quoted(text(value)), tr("Put it in quotes")});
        else
            unexpected(tr("A value in quotes is missing before %1"));
        return false;
    }
    take();
    matcher.value = value.span;
    matcher.hasVariable = matcher.hasVariable || value.hasVariable;
    return true;
}

void Parser::checkMatcher(const Matcher &matcher)
{
    if ((matcher.op != TokenKind::RegexMatch && matcher.op != TokenKind::RegexNoMatch) || matcher.hasVariable)
        return;
    const RegexCheck check = checkRegex(matcher.text);
    if (!check.problem.isEmpty())
        problem(matcher.value, check.problem);
}

void Parser::checkSelector(const Node &selector)
{
    bool isNamed = !selector.word.isEmpty();
    bool selects = isNamed;
    for (const Matcher &matcher : selector.matchers) {
        const bool isName = matcher.op == TokenKind::End && matcher.label.isEmpty();
        if ((isName || matcher.name == u"__name__") && std::exchange(isNamed, true) && !matcher.hasVariable
            && (isName || !selector.word.isEmpty()))
            problem(matcher.span, tr("The metric is named twice"));
        selects = selects || matcher.hasVariable || !fitsEmpty(matcher);
    }
    if (!selects)
        problem(selector.span, tr("This would fetch every series: name a metric, or match a label with something that is not empty"));
}

// [5m], [1h:5m], offset, @ and what variables stand for.
int Parser::postfix(int target)
{
    for (;;) {
        const Token &next = peek();
        if (next.is(TokenKind::LeftBracket)) {
            target = range(target);
        } else if (next.is(TokenKind::At)) {
            at(target);
        } else if (next.keyword == Keyword::Offset) {
            offset(target);
        } else if (next.is(TokenKind::Word)
                   && ((next.hasVariable && !isVariableOperator()) || text(next) == u"anchored" || text(next) == u"smoothed")) {
            const Span span = take().span;
            attach(target, {Modifier::Kind::Word, span, -1}, span.of(m_tree.source).toString());
        } else {
            return target;
        }
    }
}

int Parser::range(int target)
{
    const Token open = take();
    const QScopedValueRollback inDuration(m_inDuration, true);
    const int length = peek().is(TokenKind::RightBracket) ? unexpected(tr("A duration such as 5m is missing before %1")) : expression(4);
    checkRange(length, tr("A range"));
    QList<int> children{target, length};
    const bool isSubquery = accept(TokenKind::Colon);
    if (isSubquery && !peek().is(TokenKind::RightBracket)) {
        children.append(expression(4));
        checkRange(children.last(), tr("A resolution"));
    }
    expectClose(open, TokenKind::RightBracket, tr("] is missing before %1"));
    if (!isSubquery)
        return rangeOf(target, length, from(open.span.from));
    Node result;
    result.kind = NodeKind::Subquery;
    result.type = ValueType::RangeVector;
    result.children = children;
    result.span = from(node(target).span.from);
    const ValueType type = typeOf(target);
    if (type != ValueType::Any && type != ValueType::InstantVector)
        problem(node(target).span, tr("A subquery works on an instant vector, not on %1").arg(typeWithArticle(type)));
    return add(std::move(result));
}

int Parser::rangeOf(int target, int length, Span brackets)
{
    const Node &of = node(target);
    const bool isMisplaced = of.kind != NodeKind::Selector && of.type != ValueType::Any;
    if (isMisplaced)
        problem(brackets, tr("Only a selector has a range; with a colon it is a subquery and works on any instant vector"),
                Problem::Fix{{brackets.to - 1, brackets.to - 1}, QStringLiteral(":"), tr("Make it a subquery")});
    else if (!of.modifiers.isEmpty() && of.kind == NodeKind::Selector)
        problem(brackets, tr("The range stands before offset and @"));
    Node result;
    result.kind = NodeKind::Range;
    result.type = isMisplaced ? ValueType::Any : ValueType::RangeVector; // one message is enough
    result.children = {target, length};
    result.span = from(of.span.from);
    return add(std::move(result));
}

void Parser::checkRange(int length, const QString &what)
{
    const Node &value = node(length);
    const bool isNegative = value.kind == NodeKind::Unary && value.text == u"-";
    const Node &number = isNegative ? node(value.children.first()) : value;
    if (number.kind != NodeKind::Number)
        return;
    const bool isZero
        = isDuration(number.text) ? durationMs(number.text) == 0 : number.text.toDouble() == 0 && !number.text.startsWith(u"0x");
    if (isNegative || isZero)
        problem(value.span, tr("%1 is longer than 0").arg(what));
}

// step(), range(), min(a, b), max(a, b), or a variable; between brackets and behind offset.
int Parser::durationTerm()
{
    const Token &token = peek();
    const QStringView name = text(token);
    if (token.hasVariable) {
        Node result;
        result.kind = NodeKind::Variable;
        result.span = result.word = take().span;
        result.text = name.toString();
        return add(std::move(result));
    }
    if (!peek(1).is(TokenKind::LeftParen) || (name != u"step" && name != u"range" && name != u"min" && name != u"max"))
        return unexpected(tr("%1 is no duration; durations look like 30s, 5m, 1h30m"));
    Node result;
    result.kind = NodeKind::Call;
    result.type = ValueType::Scalar;
    result.word = take().span;
    result.text = name.toString();
    result.children = arguments();
    result.span = from(result.word.from);
    const qsizetype wanted = name == u"step" || name == u"range" ? 0 : 2;
    if (result.children.size() != wanted)
        problem(result.span, tr("%1() takes %2 arguments here").arg(name.toString()).arg(wanted));
    return add(std::move(result));
}

// One value with its sign; a sum of several stands in parentheses.
int Parser::durationValue()
{
    const QScopedValueRollback inDuration(m_inDuration, true);
    if (!peek().is(TokenKind::Plus) && !peek().is(TokenKind::Minus))
        return primary();
    const Token sign = take();
    Node result;
    result.kind = NodeKind::Unary;
    result.type = ValueType::Scalar;
    result.word = sign.span;
    result.text = text(sign).toString();
    const int operand = primary();
    result.children = {operand};
    result.span = from(sign.span.from);
    return add(std::move(result));
}

void Parser::offset(int target)
{
    const Span word = take().span;
    const int value = durationValue();
    attach(target, {Modifier::Kind::Offset, from(word.from), value}, QStringLiteral("offset"));
}

void Parser::at(int target)
{
    const Token sign = take();
    const QStringView name = text(peek());
    const bool isEdge = name.compare(u"start", Qt::CaseInsensitive) == 0 || name.compare(u"end", Qt::CaseInsensitive) == 0;
    int value = -1;
    if (isEdge && peek(1).is(TokenKind::LeftParen)) {
        Node edge;
        edge.kind = NodeKind::Call;
        edge.type = ValueType::Scalar;
        edge.word = take().span;
        edge.text = name.toString().toLower();
        const Token open = take();
        expectClose(open, TokenKind::RightParen, tr(") is missing before %1"));
        edge.span = from(edge.word.from);
        value = add(std::move(edge));
    } else if (peek().is(TokenKind::Word) && !peek().hasVariable) {
        value = unexpected(tr("@ takes a time in seconds, start() or end(), not %1"));
    } else {
        value = durationValue();
    }
    attach(target, {Modifier::Kind::At, from(sign.span.from), value}, QStringLiteral("@"));
}

void Parser::attach(int target, Modifier modifier, const QString &name)
{
    Node &of = node(target);
    const bool fits = of.kind == NodeKind::Selector || of.kind == NodeKind::Range || of.kind == NodeKind::Subquery
        || of.kind == NodeKind::Variable || of.kind == NodeKind::Bad;
    if (!fits && modifier.kind != Modifier::Kind::Word)
        problem(modifier.span, tr("%1 belongs right behind a selector, a range or a subquery").arg(name));
    const auto isSame = [&](const Modifier &other) { return other.kind == modifier.kind && modifier.kind != Modifier::Kind::Word; };
    if (of.modifiers.size() >= kMaxModifiers) {
        giveUp(modifier.span);
        return;
    }
    if (std::any_of(of.modifiers.begin(), of.modifiers.end(), isSame)) {
        problem(modifier.span, tr("%1 is there twice").arg(name));
        return;
    }
    of.modifiers.append(modifier);
    of.span.to = m_lastEnd;
    if (modifier.value >= 0)
        of.depth = std::max(of.depth, node(modifier.value).depth + 1);
}

} // namespace promql
