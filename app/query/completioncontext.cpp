// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/completioncontext.h>

#include <datasource/promql/lexer.h>
#include <datasource/promql/parser.h>
#include <datasource/promql/placeholders.h>
#include <datasource/promql/printer.h>

using namespace Qt::StringLiterals;
using namespace promql;

namespace {

using Kind = CompletionContext::Kind;

bool isLabelOperator(TokenKind kind)
{
    return kind == TokenKind::Assign || kind == TokenKind::NotEqual || kind == TokenKind::RegexMatch || kind == TokenKind::RegexNoMatch;
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'' || c == u'`';
}

class ContextReader
{
public:
    ContextReader(const QString &text, qsizetype cursor) : m_text(text), m_cursor(cursor), m_lexed(lex(text)) { }

    CompletionContext run()
    {
        for (const Span &comment : m_lexed.comments)
            if (m_cursor > comment.from && m_cursor <= comment.to)
                return {};
        locate();
        if (variable())
            return m_result;
        if (m_current >= 0 && isQuote(m_text[token(m_current).span.from]))
            string();
        else if (opener() == u'{')
            braces();
        else if (opener() == u'[')
            typed(Kind::Range, currentSpan());
        else
            expression();
        return m_result;
    }

private:
    const Token &token(qsizetype index) const { return m_lexed.tokens[size_t(index)]; }
    QStringView textOf(qsizetype index) const { return token(index).span.of(m_text); }
    QChar opener() const { return m_stack.empty() ? QChar() : m_text[token(m_stack.back()).span.from]; }
    // Of the token before the cursor's; End where there is none.
    TokenKind beforeKind() const { return m_before >= 0 ? token(m_before).kind : TokenKind::End; }

    // Which token the cursor is in or behind, which one is before it, and the brackets that are open there.
    void locate()
    {
        const qsizetype count = qsizetype(m_lexed.tokens.size()) - 1;
        qsizetype i = 0;
        for (; i < count && token(i).span.to < m_cursor; ++i)
            push(i);
        if (i < count && token(i).span.to == m_cursor && !isWordLike(i)) { // behind a bracket or an operator: a new word begins
            push(i);
            ++i;
        }
        if (i < count && token(i).span.from < m_cursor && isWordLike(i))
            m_current = i;
        else if (i < count && token(i).span.from == m_cursor && isWordLike(i) && !isQuote(m_text[token(i).span.from]))
            m_current = i;
        m_after = m_current >= 0 ? i + 1 : i;
        m_before = i - 1;
    }

    bool isWordLike(qsizetype index) const
    {
        switch (token(index).kind) {
        case TokenKind::Word:
        case TokenKind::Number:
        case TokenKind::Duration:
        case TokenKind::Error:
            return true;
        case TokenKind::String:
            return token(index).span.to > m_cursor; // behind the closing quote the text is over
        default:
            return false;
        }
    }

    void push(qsizetype index)
    {
        switch (token(index).kind) {
        case TokenKind::LeftParen:
        case TokenKind::LeftBrace:
        case TokenKind::LeftBracket:
            m_stack.push_back(index);
            return;
        case TokenKind::RightParen:
        case TokenKind::RightBrace:
        case TokenKind::RightBracket:
            if (!m_stack.empty())
                m_stack.pop_back();
            return;
        default:
            return;
        }
    }

    Span currentSpan() const { return m_current >= 0 ? token(m_current).span : Span{m_cursor, m_cursor}; }

    void typed(Kind kind, Span replace)
    {
        m_result.kind = kind;
        m_result.replace = replace;
        const qsizetype from = std::min(replace.from, m_cursor);
        m_result.typed = m_text.mid(from, m_cursor - from);
    }

    // "$", "$int", "${int", with the cursor behind it, in any place.
    bool variable()
    {
        qsizetype at = m_cursor;
        while (at > 0 && (m_text[at - 1].isLetterOrNumber() || m_text[at - 1] == u'_'))
            --at;
        if (at > 0 && m_text[at - 1] == u'{' && at > 1 && m_text[at - 2] == u'$')
            --at;
        if (at == 0 || m_text[at - 1] != u'$')
            return false;
        const Span whole{at - 1, std::max(m_cursor, at - 1 + placeholderLength(m_text, at - 1))};
        typed(Kind::Variable, whole);
        return true;
    }

    void string()
    {
        const bool isValue = opener() == u'{' && isLabelOperator(beforeKind()) && m_before > 0;
        if (!isValue)
            return;
        const Span span = token(m_current).span;
        const QChar quote = m_text[span.from];
        const bool isClosed = token(m_current).kind == TokenKind::String;
        value({span.from + 1, isClosed ? span.to - 1 : m_cursor});
        m_result.needsQuotes = false;
        if (!isClosed && quote != u'"')
            m_result.kind = Kind::Nothing;
    }

    void value(Span span)
    {
        m_result.isRegex = beforeKind() == TokenKind::RegexMatch || beforeKind() == TokenKind::RegexNoMatch;
        if (m_result.isRegex) { // the alternative at the cursor
            qsizetype from = m_cursor;
            while (from > span.from && m_text[from - 1] != u'|' && m_text[from - 1] != u'(')
                --from;
            qsizetype to = m_cursor;
            while (to < span.to && m_text[to] != u'|' && m_text[to] != u')')
                ++to;
            span = {from, to};
        }
        typed(Kind::LabelValue, span);
        m_result.label = unquotedName(m_before - 1);
        readMatchers();
    }

    QString unquotedName(qsizetype index) const
    {
        return index >= 0 && token(index).kind == TokenKind::String ? unquote(textOf(index)).value
            : index >= 0                                            ? textOf(index).toString()
                                                                    : QString();
    }

    void braces()
    {
        const TokenKind before = beforeKind();
        if (isLabelOperator(before)) {
            value(currentSpan());
            m_result.needsQuotes = true;
        } else if (before == TokenKind::LeftBrace || before == TokenKind::Comma) {
            typed(Kind::LabelName, currentSpan());
            m_result.isCompared = m_after < qsizetype(m_lexed.tokens.size()) && isLabelOperator(token(m_after).kind);
            readMatchers();
        }
    }

    // The selector around the cursor without the matcher at the cursor.
    void readMatchers()
    {
        const qsizetype open = m_stack.back();
        QStringList parts;
        const qsizetype count = qsizetype(m_lexed.tokens.size()) - 1;
        for (qsizetype i = open + 1; i + 2 < count && token(i).kind != TokenKind::RightBrace; ++i) {
            const bool isMatcher = (token(i).kind == TokenKind::Word || token(i).kind == TokenKind::String)
                && isLabelOperator(token(i + 1).kind) && token(i + 2).kind == TokenKind::String;
            if (!isMatcher)
                continue;
            const Span span{token(i).span.from, token(i + 2).span.to};
            const bool isHere = m_cursor >= span.from && m_cursor <= span.to;
            if (!isHere)
                m_result.used.append(unquotedName(i));
            if (!isHere && !token(i).hasVariable && !token(i + 2).hasVariable)
                parts.append(span.of(m_text).toString());
            i += 2;
        }
        const bool isNamed = open > 0 && token(open - 1).kind == TokenKind::Word && token(open - 1).span.to == token(open).span.from
            && !token(open - 1).hasVariable;
        const QString name = isNamed ? textOf(open - 1).toString() : QString();
        m_result.selector = parts.isEmpty() ? name : name + u'{' + parts.join(u',') + u'}';
        if (promql::parse(m_result.selector).root >= 0 && !promql::parse(m_result.selector).isValid())
            m_result.selector = name;
    }

    void expression()
    {
        if (opener() == u'(' && m_stack.back() > 0) {
            const Token &head = token(m_stack.back() - 1);
            switch (head.keyword) {
            case Keyword::By:
            case Keyword::Without:
            case Keyword::On:
            case Keyword::Ignoring:
            case Keyword::GroupLeft:
            case Keyword::GroupRight:
                return grouping(head.keyword == Keyword::By || head.keyword == Keyword::Without);
            default:
                m_result.function = functionBefore(m_stack.back());
            }
        }
        if (m_before >= 0 && token(m_before).keyword == Keyword::Offset)
            return typed(Kind::Duration, currentSpan());
        if (m_current >= 0 && (token(m_current).kind == TokenKind::Number || token(m_current).kind == TokenKind::Error))
            return;
        if (m_current >= 0 && token(m_current).kind == TokenKind::Duration)
            return;
        typed(isBehindOperand() ? Kind::Operator : Kind::Expression, currentSpan());
        m_result.isCalled = m_after < qsizetype(m_lexed.tokens.size()) && token(m_after).kind == TokenKind::LeftParen;
    }

    // "rate" of rate( and of sum by (a) (.
    QString functionBefore(qsizetype open) const
    {
        qsizetype at = open - 1;
        if (token(at).kind == TokenKind::RightParen) {
            at = matchingOpen(at) - 2;
            if (at < 0)
                return {};
        }
        return token(at).kind == TokenKind::Word ? textOf(at).toString() : QString();
    }

    bool isBehindOperand() const
    {
        switch (beforeKind()) {
        case TokenKind::Word:
            return token(m_before).keyword == Keyword::None || token(m_before).keyword == Keyword::Aggregation;
        case TokenKind::RightParen: { // of on (…) another operand follows
            const qsizetype open = matchingOpen(m_before);
            const Keyword head = open > 0 ? token(open - 1).keyword : Keyword::None;
            return head == Keyword::None || head == Keyword::Aggregation;
        }
        case TokenKind::RightBrace:
        case TokenKind::RightBracket:
        case TokenKind::Number:
        case TokenKind::Duration:
        case TokenKind::String:
            return true;
        default:
            return false;
        }
    }

    qsizetype matchingOpen(qsizetype close) const
    {
        int depth = 0;
        for (qsizetype i = close; i >= 0; --i) {
            depth += token(i).kind == TokenKind::RightParen ? 1 : token(i).kind == TokenKind::LeftParen ? -1 : 0;
            if (depth == 0)
                return i;
        }
        return -1;
    }

    qsizetype matchingClose(qsizetype open) const
    {
        int depth = 0;
        for (qsizetype i = open; i < qsizetype(m_lexed.tokens.size()); ++i) {
            depth += token(i).kind == TokenKind::LeftParen ? 1 : token(i).kind == TokenKind::RightParen ? -1 : 0;
            if (depth == 0)
                return i;
        }
        return -1;
    }

    void grouping(bool isAggregation)
    {
        typed(Kind::Grouping, currentSpan());
        const qsizetype open = m_stack.back(), close = matchingClose(open);
        for (qsizetype i = open + 1; i < (close < 0 ? m_before + 1 : close); ++i)
            if (token(i).kind == TokenKind::Word && i != m_current)
                m_result.used.append(textOf(i).toString());
        m_result.selector = firstSelector(isAggregation ? aggregated(open, close) : m_text);
    }

    // What is aggregated: behind by (…), or in the parentheses before it.
    QString aggregated(qsizetype open, qsizetype close) const
    {
        qsizetype from = close >= 0 ? close + 1 : -1, to = -1;
        if (from >= 0 && token(from).kind == TokenKind::LeftParen) {
            to = matchingClose(from);
        } else if (open > 1 && token(open - 2).kind == TokenKind::RightParen) {
            to = open - 2;
            from = matchingOpen(to);
        } else {
            return m_text;
        }
        const qsizetype start = from >= 0 ? token(from).span.to : 0;
        return m_text.mid(start, (to >= 0 ? token(to).span.from : m_text.size()) - start);
    }

    static QString firstSelector(const QString &text)
    {
        const Tree tree = parse(text);
        for (const Node &node : tree.nodes)
            if (node.kind == NodeKind::Selector)
                if (const QString selector = selectorText(tree, node); !selector.isEmpty() && parse(selector).isValid())
                    return selector;
        return {};
    }

    const QString &m_text;
    const qsizetype m_cursor;
    const Lexed m_lexed;
    std::vector<qsizetype> m_stack; // tokens that opened
    qsizetype m_current = -1, m_before = -1, m_after = 0;
    CompletionContext m_result;
};

} // namespace

CompletionContext completionContext(const QString &text, qsizetype cursor)
{
    return ContextReader(text, std::clamp<qsizetype>(cursor, 0, text.size())).run();
}
