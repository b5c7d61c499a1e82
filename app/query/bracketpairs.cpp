// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/bracketpairs.h>

#include <datasource/promql/lexer.h>

using namespace promql;

namespace {

bool opens(TokenKind kind)
{
    return kind == TokenKind::LeftParen || kind == TokenKind::LeftBrace || kind == TokenKind::LeftBracket;
}

bool closes(TokenKind kind)
{
    return kind == TokenKind::RightParen || kind == TokenKind::RightBrace || kind == TokenKind::RightBracket;
}

} // namespace

QChar partnerOf(QChar opening)
{
    switch (opening.unicode()) {
    case u'(':
        return u')';
    case u'[':
        return u']';
    case u'{':
        return u'}';
    case u'"':
    case u'\'':
    case u'`':
        return opening;
    default:
        return {};
    }
}

bool isClosing(QChar c)
{
    return c == u')' || c == u']' || c == u'}';
}

bool isQuoteMark(QChar c)
{
    return c == u'"' || c == u'\'' || c == u'`';
}

bool isInsideString(const QString &text, qsizetype cursor)
{
    const Lexed lexed = lex(text);
    for (const Span &comment : lexed.comments)
        if (cursor > comment.from && cursor <= comment.to)
            return true;
    for (const Token &token : lexed.tokens) {
        const bool isText = token.is(TokenKind::String) || (token.is(TokenKind::Error) && isQuoteMark(text[token.span.from]));
        if (isText && cursor > token.span.from && (cursor < token.span.to || (token.is(TokenKind::Error) && cursor == token.span.to)))
            return true;
    }
    return false;
}

std::optional<std::pair<qsizetype, qsizetype>> bracketsAt(const QString &text, qsizetype cursor)
{
    const bool isNear = (cursor > 0 && cursor <= text.size() && (isClosing(text[cursor - 1]) || !partnerOf(text[cursor - 1]).isNull()))
        || (cursor < text.size() && (isClosing(text[cursor]) || !partnerOf(text[cursor]).isNull()));
    if (!isNear || text.size() > 50'000)
        return std::nullopt;
    std::vector<qsizetype> open;
    std::optional<std::pair<qsizetype, qsizetype>> best;
    for (const Token &token : lex(text).tokens) {
        if (opens(token.kind)) {
            open.push_back(token.span.from);
        } else if (closes(token.kind) && !open.empty()) {
            const qsizetype from = open.back(), to = token.span.from;
            open.pop_back();
            if (partnerOf(text[from]) != text[to])
                continue;
            if (cursor == from + 1 || cursor == to + 1) // the bracket before the cursor comes first
                return std::pair(from, to);
            if (cursor == from || cursor == to)
                best = std::pair(from, to);
        }
    }
    return best;
}
