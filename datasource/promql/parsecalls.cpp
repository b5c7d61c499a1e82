// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/promql/parser_p.h>

namespace promql {

// ( a, b ) with what stands in it.
QList<int> Parser::arguments()
{
    QList<int> list;
    const Token open = take();
    if (accept(TokenKind::RightParen))
        return list;
    for (;;) {
        list.append(expression(1));
        const Token *comma = accept(TokenKind::Comma);
        if (!comma)
            break;
        if (peek().is(TokenKind::RightParen)) {
            problem(comma->span, tr("An argument is missing behind this comma"),
                    Problem::Fix{comma->span, QString(), tr("Remove the comma")});
            break;
        }
    }
    expectClose(open, TokenKind::RightParen, tr("An operator, a comma or ) is missing before %1"));
    return list;
}

int Parser::call()
{
    const Token name = take();
    Node result;
    result.kind = NodeKind::Call;
    result.word = name.span;
    result.text = text(name).toString();
    result.children = arguments();
    result.span = from(name.span.from);
    const Function *function = findFunction(text(name));
    if (function)
        result.type = function->result;
    else if (!isMetricsqlFunction(text(name)))
        unknownFunction(name);
    const int index = add(std::move(result));
    if (function)
        checkCall(index);
    return index;
}

// $function(…), ${aggregation} by (…) (…): what it is, only the values of the variable know.
int Parser::variableCall()
{
    const Token name = take();
    Node result;
    result.kind = NodeKind::Call;
    result.word = name.span;
    result.text = text(name).toString();
    result.grouping = grouping();
    if (peek().is(TokenKind::LeftParen))
        result.children = arguments();
    else
        result.children = {unexpected(tr("( is missing before %1"))};
    if (result.grouping.kind == Grouping::Kind::None) {
        result.grouping = grouping();
        result.grouping.isAfter = true;
    }
    result.span = from(name.span.from);
    return add(std::move(result));
}

int Parser::aggregation()
{
    const Token name = take();
    Node result;
    result.kind = NodeKind::Aggregation;
    result.type = ValueType::InstantVector;
    result.word = name.span;
    result.text = text(name).toString().toLower();
    result.grouping = grouping();
    if (peek().is(TokenKind::LeftParen))
        result.children = arguments();
    else
        result.children = {unexpected(tr("( is missing before %1"))};
    if (result.grouping.kind == Grouping::Kind::None) {
        result.grouping = grouping();
        result.grouping.isAfter = true;
    }
    result.span = from(name.span.from);
    const int index = add(std::move(result));
    checkCall(index);
    return index;
}

Grouping Parser::grouping()
{
    Grouping result;
    const Token &token = peek();
    if (token.keyword != Keyword::By && token.keyword != Keyword::Without)
        return result;
    result.kind = token.keyword == Keyword::By ? Grouping::Kind::By : Grouping::Kind::Without;
    result.span.from = take().span.from;
    result.labels = labelList();
    result.span.to = m_lastEnd;
    return result;
}

QList<LabelName> Parser::labelList()
{
    QList<LabelName> labels;
    if (!peek().is(TokenKind::LeftParen)) {
        unexpected(tr("( and the names of labels are missing before %1"));
        return labels;
    }
    const Token open = take();
    while (!peek().is(TokenKind::RightParen)) {
        const Token &token = peek();
        const bool isName = token.is(TokenKind::Word) && (token.hasVariable || !text(token).contains(u':'));
        const bool isInfinity = token.is(TokenKind::Number) && text(token).front().isLetter(); // a label may be called nan
        if (!isName && !isInfinity && !token.is(TokenKind::String))
            break;
        labels.append({token.span, token.is(TokenKind::String) ? unquote(text(token)).value : text(token).toString()});
        take();
        if (!accept(TokenKind::Comma))
            break;
    }
    expectClose(open, TokenKind::RightParen, tr("A label's name, a comma or ) is missing before %1"));
    return labels;
}

Matching Parser::matching()
{
    Matching result;
    const qsizetype start = here().from;
    const qsizetype before = m_lastEnd;
    if (peek().keyword == Keyword::Bool) {
        take();
        result.isBool = true;
    }
    if (peek().keyword == Keyword::On || peek().keyword == Keyword::Ignoring) {
        result.kind = take().keyword == Keyword::On ? Matching::Kind::On : Matching::Kind::Ignoring;
        result.labels = labelList();
        if (peek().keyword == Keyword::GroupLeft || peek().keyword == Keyword::GroupRight) {
            result.includeSpan.from = peek().span.from;
            result.group = take().keyword == Keyword::GroupLeft ? Matching::Group::Left : Matching::Group::Right;
            if (peek().is(TokenKind::LeftParen))
                result.include = labelList();
            result.includeSpan.to = m_lastEnd;
        }
    }
    fills(result);
    if (m_lastEnd > before)
        result.span = from(start);
    return result;
}

// fill (0), fill_left (0), fill_right (0) of Prometheus 3.10; a metric of that name has no parentheses.
void Parser::fills(Matching &matching)
{
    while (peek().is(TokenKind::Word) && peek(1).is(TokenKind::LeftParen)) {
        const QStringView word = text(peek());
        if (word != u"fill" && word != u"fill_left" && word != u"fill_right")
            return;
        Matching::Fill fill;
        fill.keyword = take().span;
        const Token open = take();
        const qsizetype start = here().from;
        if (peek().is(TokenKind::Minus) || peek().is(TokenKind::Plus))
            take();
        if (peek().is(TokenKind::Number) || peek().hasVariable)
            take();
        else
            unexpected(tr("A number is missing before %1"));
        fill.value = {start, std::max(start, m_lastEnd)};
        expectClose(open, TokenKind::RightParen, tr(") is missing before %1"));
        matching.fills.append(fill);
    }
}

void Parser::unknownFunction(const Token &name)
{
    const QString near = nearestFunction(text(name));
    const QString shown = text(name).toString().left(60);
    if (near.isEmpty())
        problem(name.span, tr("There is no function %1").arg(shown));
    else
        problem(name.span, tr("There is no function %1; %2 is meant?").arg(shown, near),
                Problem::Fix{name.span, near, tr("Replace by %1").arg(near)});
}

void Parser::checkCall(int call)
{
    const Node result = node(call);
    const Function &function = *findFunction(result.text);
    const qsizetype count = result.children.size();
    const QString name = function.name + QLatin1String("()");
    if (count < function.fewest() || (function.most() >= 0 && count > function.most())) {
        const QString wanted = function.most() < 0 ? tr("%1 or more arguments").arg(function.fewest())
            : function.fewest() == function.most() ? (function.most() == 1 ? tr("1 argument") : tr("%1 arguments").arg(function.most()))
                                                   : tr("%1 to %2 arguments").arg(function.fewest()).arg(function.most());
        problem(result.span, tr("%1 takes %2, not %3: %4").arg(name, wanted).arg(count).arg(function.signature()));
        return;
    }
    for (qsizetype i = 0; i < count; ++i)
        checkArgument(function, function.arguments[std::min(i, function.arguments.size() - 1)], result.children[i]);
}

void Parser::checkArgument(const Function &function, const Argument &wanted, int argument)
{
    const Node &given = node(argument);
    if (given.type == ValueType::Any || given.type == wanted.type)
        return;
    const QString name = function.name + QLatin1String("()");
    if (wanted.type == ValueType::RangeVector && given.type == ValueType::InstantVector) {
        if (given.kind == NodeKind::Selector && given.modifiers.isEmpty())
            problem(given.span, tr("%1 needs a range, such as [5m]").arg(name),
                    Problem::Fix{{given.span.to, given.span.to}, QStringLiteral("[$__rate_interval]"), tr("Add [$__rate_interval]")});
        else
            problem(given.span, tr("%1 needs a range vector; a subquery such as [5m:1m] behind an expression makes one").arg(name));
        return;
    }
    if (wanted.type == ValueType::InstantVector && given.type == ValueType::RangeVector) {
        problem(given.span, tr("%1 takes an instant vector; this has a range").arg(name));
        return;
    }
    problem(
        given.span,
        tr("%1 takes %2 here, this is %3: %4").arg(name, typeWithArticle(wanted.type), typeWithArticle(given.type), function.signature()));
}

} // namespace promql
