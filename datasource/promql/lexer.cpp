// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/promql/lexer.h>
#include <datasource/promql/placeholders.h>

namespace promql {
namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

class Lexer
{
public:
    explicit Lexer(QStringView text) : m_text(text) { }

    Lexed run()
    {
        while (m_at < m_text.size())
            next();
        add(TokenKind::End, m_text.size());
        return std::move(m_lexed);
    }

private:
    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(u'\0'); }

    void add(TokenKind kind, qsizetype end)
    {
        m_lexed.tokens.push_back({kind, {m_at, end}, Keyword::None, false});
        m_at = end;
    }

    void next()
    {
        const QChar c = peek();
        if (isBlank(c)) {
            ++m_at;
        } else if (c == u'#') {
            const qsizetype end = m_text.indexOf(u'\n', m_at);
            m_lexed.comments.push_back({m_at, end < 0 ? m_text.size() : end});
            m_at = m_lexed.comments.back().to;
        } else if (c == u'"' || c == u'\'' || c == u'`') {
            string(c);
        } else if (isNameStart(c) || isDigit(c) || (c == u'.' && isDigit(peek(1))) || (c == u':' && !isInside(u'['))
                   || placeholderLength(m_text, m_at) > 0) {
            word();
        } else {
            symbol(c);
        }
    }

    void string(QChar quote)
    {
        qsizetype end = m_at + 1;
        for (; end < m_text.size() && m_text[end] != quote; ++end) {
            if (quote == u'`')
                continue;
            if (m_text[end] == u'\n')
                return add(TokenKind::Error, end);
            if (m_text[end] == u'\\')
                ++end;
        }
        if (end >= m_text.size())
            return add(TokenKind::Error, m_text.size());
        const qsizetype from = m_at;
        add(TokenKind::String, end + 1);
        m_lexed.tokens.back().hasVariable = hasPlaceholder(m_text.sliced(from, end - from));
    }

    // A run of name characters, digits and variables: node_${what}_total, 5${unit}, 1e-3.
    void word()
    {
        const qsizetype from = m_at;
        const bool isNumeric = isDigit(peek()) || peek() == u'.';
        bool hasVariable = false;
        qsizetype end = m_at;
        while (end < m_text.size()) {
            const QChar c = m_text[end];
            if (const qsizetype length = placeholderLength(m_text, end); length > 0) {
                hasVariable = true;
                end += length;
            } else if (isNameStart(c) || isDigit(c) || (c == u':' && !isInside(u'[')) || (c == u'.' && isNumeric)
                       || ((c == u'+' || c == u'-') && isNumeric && isExponent(from, end))) {
                ++end;
            } else {
                break;
            }
        }
        const QStringView text = m_text.sliced(from, end - from);
        add(hasVariable ? TokenKind::Word : kindOf(text, isNumeric), end);
        m_lexed.tokens.back().hasVariable = hasVariable;
        if (!hasVariable && !isInside(u'{'))
            m_lexed.tokens.back().keyword = keywordOf(text);
    }

    TokenKind kindOf(QStringView text, bool isNumeric) const
    {
        if (isNumeric)
            return isNumber(text) ? TokenKind::Number : isDuration(text) ? TokenKind::Duration : TokenKind::Error;
        return !isInside(u'{') && isNumber(text) ? TokenKind::Number : TokenKind::Word;
    }

    // The sign belongs to the number when "2e" stands before it.
    bool isExponent(qsizetype from, qsizetype at) const
    {
        const QStringView before = m_text.sliced(from, at - from);
        if (before.size() < 2 || before.last().toLower() != u'e' || before.startsWith(u"0x", Qt::CaseInsensitive))
            return false;
        return std::all_of(before.begin(), before.end() - 1, [](QChar c) { return isDigit(c) || c == u'.' || c == u'_'; });
    }

    void symbol(QChar c)
    {
        const QChar after = peek(1);
        switch (c.unicode()) {
        case u'(':
            return open(c, TokenKind::LeftParen);
        case u'{':
            return open(c, TokenKind::LeftBrace);
        case u'[':
            return open(c, TokenKind::LeftBracket);
        case u')':
            return close(u'(', TokenKind::RightParen);
        case u'}':
            return close(u'{', TokenKind::RightBrace);
        case u']':
            return close(u'[', TokenKind::RightBracket);
        case u'=':
            return after == u'=' ? add(TokenKind::Equal, m_at + 2)
                : after == u'~'  ? add(TokenKind::RegexMatch, m_at + 2)
                                 : add(TokenKind::Assign, m_at + 1);
        case u'!':
            return after == u'=' ? add(TokenKind::NotEqual, m_at + 2)
                : after == u'~'  ? add(TokenKind::RegexNoMatch, m_at + 2)
                                 : add(TokenKind::Error, m_at + 1);
        case u'<':
            return after == u'=' ? add(TokenKind::LessEqual, m_at + 2) : add(TokenKind::Less, m_at + 1);
        case u'>':
            return after == u'=' ? add(TokenKind::GreaterEqual, m_at + 2) : add(TokenKind::Greater, m_at + 1);
        default:
            return add(simple(c), m_at + (c.isHighSurrogate() && after.isLowSurrogate() ? 2 : 1));
        }
    }

    static TokenKind simple(QChar c)
    {
        switch (c.unicode()) {
        case u',':
            return TokenKind::Comma;
        case u':':
            return TokenKind::Colon;
        case u'@':
            return TokenKind::At;
        case u'+':
            return TokenKind::Plus;
        case u'-':
            return TokenKind::Minus;
        case u'*':
            return TokenKind::Star;
        case u'/':
            return TokenKind::Slash;
        case u'%':
            return TokenKind::Percent;
        case u'^':
            return TokenKind::Caret;
        default:
            return TokenKind::Error;
        }
    }

    void open(QChar bracket, TokenKind kind)
    {
        m_open.append(bracket);
        add(kind, m_at + 1);
    }

    // One that was forgotten is closed with the one around it.
    void close(QChar bracket, TokenKind kind)
    {
        if (isInside(bracket))
            m_open.chop(1);
        else if (m_open.size() > 1 && m_open[m_open.size() - 2] == bracket)
            m_open.chop(2);
        add(kind, m_at + 1);
    }

    bool isInside(QChar bracket) const { return m_open.endsWith(bracket); }

    QStringView m_text;
    qsizetype m_at = 0;
    QString m_open; // the brackets that are open
    Lexed m_lexed;
};

} // namespace

Lexed lex(QStringView text)
{
    return Lexer(text).run();
}

} // namespace promql
