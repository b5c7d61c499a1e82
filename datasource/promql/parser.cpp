// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QScopedValueRollback>
#include <datasource/promql/parser_p.h>

namespace promql {
namespace {

constexpr int kMaxProblems = 50;
constexpr int kPower = 6;

// 0: no binary operator.
int precedenceOf(const Token &token)
{
    switch (token.kind) {
    case TokenKind::Word:
        switch (token.keyword) {
        case Keyword::Or:
            return 1;
        case Keyword::And:
        case Keyword::Unless:
            return 2;
        case Keyword::Atan2:
            return 5;
        default:
            return 0;
        }
    case TokenKind::Equal:
    case TokenKind::NotEqual:
    case TokenKind::Less:
    case TokenKind::Greater:
    case TokenKind::LessEqual:
    case TokenKind::GreaterEqual:
        return 3;
    case TokenKind::Plus:
    case TokenKind::Minus:
        return 4;
    case TokenKind::Star:
    case TokenKind::Slash:
    case TokenKind::Percent:
        return 5;
    case TokenKind::Caret:
        return kPower;
    default:
        return 0;
    }
}

bool startsOperand(const Token &token)
{
    switch (token.kind) {
    case TokenKind::Number:
    case TokenKind::Duration:
    case TokenKind::String:
    case TokenKind::LeftParen:
    case TokenKind::LeftBrace:
        return true;
    case TokenKind::Word:
        return token.keyword == Keyword::None || token.keyword == Keyword::Aggregation;
    default:
        return false;
    }
}

} // namespace

Parser::Parser(const QString &text)
{
    m_tree.source = text;
    m_lexed = lex(text);
    m_tree.comments = m_lexed.comments;
}

Tree Parser::run()
{
    if (!peek().is(TokenKind::End)) {
        m_tree.root = expression(1);
        if (!peek().is(TokenKind::End))
            unexpected(tr("An operator is missing before %1"));
    }
    std::stable_sort(m_tree.problems.begin(), m_tree.problems.end(),
                     [](const Problem &a, const Problem &b) { return a.span.from < b.span.from; });
    return std::move(m_tree);
}

const Token &Parser::peek(qsizetype ahead) const
{
    return m_lexed.tokens[std::min(m_at + size_t(ahead), m_lexed.tokens.size() - 1)];
}

const Token &Parser::take()
{
    const Token &token = peek();
    if (!token.is(TokenKind::End)) {
        ++m_at;
        m_lastEnd = token.span.to;
    }
    return token;
}

const Token *Parser::accept(TokenKind kind)
{
    return peek().is(kind) ? &take() : nullptr;
}

Span Parser::here() const
{
    return peek().is(TokenKind::End) ? Span{m_lastEnd, m_lastEnd} : peek().span;
}

int Parser::add(Node node)
{
    for (const int child : node.children)
        node.depth = std::max(node.depth, m_tree[child].depth + 1);
    for (const Modifier &modifier : node.modifiers)
        if (modifier.value >= 0)
            node.depth = std::max(node.depth, m_tree[modifier.value].depth + 1);
    const bool isTooDeep = node.depth >= kMaxDepth;
    const Span span = node.span;
    m_tree.nodes.push_back(std::move(node));
    const int index = int(m_tree.nodes.size()) - 1;
    if (isTooDeep)
        giveUp(span);
    return index;
}

void Parser::problem(Span span, const QString &text, std::optional<Problem::Fix> fix)
{
    if (!m_hasSyntaxProblem && m_tree.problems.size() < kMaxProblems)
        m_tree.problems.append({span, text, std::move(fix), false});
}

int Parser::syntax(Span span, const QString &text, std::optional<Problem::Fix> fix)
{
    if (!std::exchange(m_hasSyntaxProblem, true))
        m_tree.problems.append({span, text, std::move(fix), peek().is(TokenKind::End)});
    Node bad;
    bad.span = span;
    return add(std::move(bad));
}

// `expected` says what is wrong before %1, the token that is there instead.
int Parser::unexpected(const QString &expected)
{
    const Token &token = peek();
    const QStringView word = text(token);
    if (token.is(TokenKind::End))
        return syntax(here(), tr("Something is missing at the end"));
    if (token.is(TokenKind::Error)) {
        if (word.startsWith(u'"') || word.startsWith(u'\'') || word.startsWith(u'`'))
            return syntax(token.span, tr("This text has no closing quote"), insertAtEnd(word.first(1).toString(), tr("Close the quote")));
        if (word == u"$")
            return syntax(token.span, tr("The name of a variable is missing behind $"));
        if (word.front().isDigit() || word.startsWith(u'.'))
            return syntax(token.span, tr("%1 is neither a number nor a duration such as 1h30m").arg(word.toString().left(40)));
        return syntax(token.span, tr("%1 means nothing here").arg(word.toString()));
    }
    if (token.is(TokenKind::RightParen) || token.is(TokenKind::RightBrace) || token.is(TokenKind::RightBracket))
        return syntax(token.span, tr("%1 closes nothing, or something before it is missing").arg(word.toString()));
    if (token.is(TokenKind::Assign))
        return syntax(token.span, tr("Values are compared with =="), Problem::Fix{token.span, QStringLiteral("=="), tr("Replace by ==")});
    return syntax(token.span, expected.arg(word.toString().left(40)));
}

// Deeper than anything a person writes: the rest is not looked at.
int Parser::giveUp(Span span)
{
    m_at = m_lexed.tokens.size() - 1;
    if (m_hasSyntaxProblem)
        return int(m_tree.nodes.size()) - 1;
    return syntax(span, tr("This is nested too deeply to be checked"));
}

// Until the closing bracket that fits, or a comma, on this level.
void Parser::skipTo(TokenKind close)
{
    for (int depth = 0; !peek().is(TokenKind::End); take()) {
        const TokenKind kind = peek().kind;
        if (depth == 0 && (kind == close || kind == TokenKind::Comma))
            return;
        if (kind == TokenKind::LeftParen || kind == TokenKind::LeftBrace || kind == TokenKind::LeftBracket)
            ++depth;
        else if (kind == TokenKind::RightParen || kind == TokenKind::RightBrace || kind == TokenKind::RightBracket)
            depth = std::max(0, depth - 1);
    }
}

Problem::Fix Parser::insertAtEnd(const QString &text, const QString &label) const
{
    const qsizetype end = m_lexed.tokens.size() > 1 ? m_lexed.tokens[m_lexed.tokens.size() - 2].span.to : 0;
    return {{end, end}, text, label};
}

void Parser::expectClose(const Token &open, TokenKind close, const QString &expected)
{
    if (accept(close))
        return;
    if (peek().is(TokenKind::End)) {
        const QString bracket = close == TokenKind::RightParen ? QStringLiteral(")")
            : close == TokenKind::RightBrace                   ? QStringLiteral("}")
                                                               : QStringLiteral("]");
        syntax(open.span, tr("This %1 is never closed").arg(text(open).toString()), insertAtEnd(bracket, tr("Add %1").arg(bracket)));
        return;
    }
    unexpected(expected);
    skipTo(close);
    accept(close);
}

// A variable between two operands stands for an operator; behind the last one for a modifier.
bool Parser::isVariableOperator() const
{
    return peek().is(TokenKind::Word) && peek().hasVariable && startsOperand(peek(1)) && !peek(1).is(TokenKind::LeftParen);
}

int Parser::expression(int minimum)
{
    const QScopedValueRollback deeper(m_nesting, m_nesting + 1);
    if (m_nesting > kMaxNesting)
        return giveUp(here());
    int left = unary();
    for (;;) {
        const int precedence = precedenceOf(peek());
        if (precedence >= minimum && precedence > 0)
            left = binary(left, precedence);
        else if (minimum == 1 && isVariableOperator())
            left = variableInfix(left);
        else
            return left;
    }
}

int Parser::binary(int left, int precedence)
{
    Node result;
    result.kind = NodeKind::Binary;
    const Token op = take();
    result.word = op.span;
    result.text = text(op).toString().toLower();
    if (!m_inDuration)
        result.matching = matching();
    const int right = expression(precedence == kPower ? kPower : precedence + 1);
    result.children = {left, right};
    result.span = {node(left).span.from, std::max(m_lastEnd, op.span.to)};
    result.type = checkBinary(result);
    return add(std::move(result));
}

int Parser::variableInfix(int left)
{
    Node result;
    result.kind = NodeKind::Binary;
    result.word = take().span;
    result.text = result.word.of(m_tree.source).toString();
    const int right = expression(2);
    result.children = {left, right};
    result.span = {node(left).span.from, m_lastEnd};
    return add(std::move(result));
}

int Parser::unary()
{
    if (!peek().is(TokenKind::Plus) && !peek().is(TokenKind::Minus)) {
        const int operand = primary();
        return m_inDuration ? operand : postfix(operand);
    }
    const Token sign = take();
    Node result;
    result.kind = NodeKind::Unary;
    result.word = sign.span;
    result.text = text(sign).toString();
    const int operand = expression(kPower);
    result.children = {operand};
    result.span = from(sign.span.from);
    result.type = checkUnary(operand, sign);
    return add(std::move(result));
}

int Parser::primary()
{
    switch (peek().kind) {
    case TokenKind::Number:
    case TokenKind::Duration:
        return number();
    case TokenKind::LeftParen:
        return paren();
    case TokenKind::Word:
        return m_inDuration ? durationTerm() : word();
    case TokenKind::String:
        if (!m_inDuration)
            return string();
        break;
    case TokenKind::LeftBrace:
        if (!m_inDuration)
            return selector(nullptr);
        break;
    default:
        break;
    }
    return unexpected(m_inDuration ? tr("A duration such as 5m is missing before %1") : tr("An expression is missing before %1"));
}

int Parser::number()
{
    Node result;
    result.kind = NodeKind::Number;
    result.type = ValueType::Scalar;
    result.span = result.word = take().span;
    result.text = result.span.of(m_tree.source).toString();
    bool fits = true;
    if (result.text[0] != u'0' && result.text.contains(u'e', Qt::CaseInsensitive))
        (void)QString(result.text).remove(u'_').toDouble(&fits);
    if (!fits)
        problem(result.span, tr("This number is too large"));
    return add(std::move(result));
}

int Parser::string()
{
    Node result;
    result.kind = NodeKind::String;
    result.type = ValueType::String;
    const Token token = take();
    result.span = result.word = token.span;
    const Unquoted unquoted = unquote(text(token));
    result.text = unquoted.value;
    if (!unquoted.badEscape.isEmpty() && !token.hasVariable)
        problem({token.span.from + unquoted.badEscape.from, token.span.from + unquoted.badEscape.to},
                tr("A backslash in quotes is written \\\\"));
    return add(std::move(result));
}

int Parser::paren()
{
    const Token open = take();
    Node result;
    result.kind = NodeKind::Paren;
    const int inner = expression(1);
    expectClose(open, TokenKind::RightParen, tr("An operator or ) is missing before %1"));
    result.children = {inner};
    result.type = typeOf(inner);
    result.span = from(open.span.from);
    return add(std::move(result));
}

int Parser::word()
{
    const Token &token = peek();
    const Token &next = peek(1);
    const bool groups = next.keyword == Keyword::By || next.keyword == Keyword::Without;
    if (token.hasVariable && (next.is(TokenKind::LeftParen) || (groups && peek(2).is(TokenKind::LeftParen))))
        return variableCall();
    switch (token.keyword) {
    case Keyword::Aggregation:
        if (next.is(TokenKind::LeftParen) || groups)
            return aggregation();
        break;
    case Keyword::Bool:
    case Keyword::On:
    case Keyword::Ignoring:
    case Keyword::GroupLeft:
    case Keyword::GroupRight:
    case Keyword::Atan2:
        return unexpected(tr("An expression is missing before %1"));
    case Keyword::None:
        if (next.is(TokenKind::LeftParen))
            return call();
        break;
    default:
        break;
    }
    const Token name = take();
    return selector(&name);
}

Tree parse(const QString &text)
{
    return Parser(text).run();
}

} // namespace promql
