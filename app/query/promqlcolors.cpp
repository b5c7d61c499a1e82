// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/promqlcolors.h>

#include <datasource/promql/lexer.h>
#include <datasource/promql/placeholders.h>

using namespace promql;

namespace {

bool isLabelOperator(TokenKind kind)
{
    return kind == TokenKind::Assign || kind == TokenKind::NotEqual || kind == TokenKind::RegexMatch || kind == TokenKind::RegexNoMatch;
}

class Painter
{
public:
    explicit Painter(const QString &text) : m_text(text), m_lexed(lex(text)) { }

    std::vector<SyntaxPart> run()
    {
        const size_t count = m_lexed.tokens.size() - 1;
        for (size_t i = 0; i < count; ++i)
            token(i);
        for (const Span &comment : m_lexed.comments)
            m_parts.push_back({comment, SyntaxRole::Comment});
        std::sort(m_parts.begin(), m_parts.end(), [](const SyntaxPart &a, const SyntaxPart &b) { return a.span.from < b.span.from; });
        return std::move(m_parts);
    }

private:
    void token(size_t i)
    {
        const Token &token = m_lexed.tokens[i];
        switch (token.kind) {
        case TokenKind::Number:
        case TokenKind::Duration:
            return add(token.span, SyntaxRole::Number);
        case TokenKind::String:
            return withVariables(token, SyntaxRole::String);
        case TokenKind::Word:
            return withVariables(token, roleOf(i));
        case TokenKind::Error:
            if (const QChar first = m_text[token.span.from]; first == u'"' || first == u'\'' || first == u'`')
                add(token.span, SyntaxRole::String);
            return;
        case TokenKind::LeftBrace:
            ++m_braces;
            break;
        case TokenKind::RightBrace:
            m_braces = std::max(0, m_braces - 1);
            break;
        case TokenKind::LeftParen:
            m_isLabelList = i > 0 && takesLabels(m_lexed.tokens[i - 1].keyword);
            break;
        case TokenKind::RightParen:
            m_isLabelList = false;
            break;
        default:
            break;
        }
        add(token.span, SyntaxRole::Operator);
    }

    static bool takesLabels(Keyword keyword)
    {
        return keyword == Keyword::By || keyword == Keyword::Without || keyword == Keyword::On || keyword == Keyword::Ignoring
            || keyword == Keyword::GroupLeft || keyword == Keyword::GroupRight;
    }

    SyntaxRole roleOf(size_t i) const
    {
        const Token &token = m_lexed.tokens[i], &next = m_lexed.tokens[i + 1];
        if (m_braces > 0 || m_isLabelList)
            return i > 0 && isLabelOperator(m_lexed.tokens[i - 1].kind) ? SyntaxRole::String : SyntaxRole::Label;
        if (token.keyword == Keyword::Aggregation) {
            const bool isUsed = next.is(TokenKind::LeftParen) || next.keyword == Keyword::By || next.keyword == Keyword::Without;
            return isUsed ? SyntaxRole::Keyword : SyntaxRole::Metric;
        }
        if (token.keyword != Keyword::None)
            return SyntaxRole::Keyword;
        return next.is(TokenKind::LeftParen) ? SyntaxRole::Function : SyntaxRole::Metric;
    }

    void withVariables(const Token &token, SyntaxRole role)
    {
        qsizetype at = token.span.from;
        if (token.hasVariable) {
            for (const Span &variable : placeholdersIn(m_text, token.span)) {
                add({at, variable.from}, role);
                add(variable, SyntaxRole::Variable);
                at = variable.to;
            }
        }
        add({at, token.span.to}, role);
    }

    void add(Span span, SyntaxRole role)
    {
        if (!span.isEmpty())
            m_parts.push_back({span, role});
    }

    const QString &m_text;
    const Lexed m_lexed;
    std::vector<SyntaxPart> m_parts;
    int m_braces = 0;
    bool m_isLabelList = false;
};

} // namespace

std::vector<SyntaxPart> syntaxParts(const QString &text)
{
    return Painter(text).run();
}

QColor syntaxColor(const Theme &theme, SyntaxRole role)
{
    switch (role) {
    case SyntaxRole::Function:
        return theme.syntax.function;
    case SyntaxRole::Metric:
        return theme.syntax.metric;
    case SyntaxRole::Label:
        return theme.syntax.label;
    case SyntaxRole::String:
        return theme.syntax.string;
    case SyntaxRole::Number:
        return theme.syntax.number;
    case SyntaxRole::Keyword:
        return theme.syntax.keyword;
    case SyntaxRole::Operator:
        return theme.syntax.operator_;
    case SyntaxRole::Variable:
        return theme.syntax.variable;
    case SyntaxRole::Comment:
        return theme.syntax.comment;
    }
    return theme.text.primary;
}
