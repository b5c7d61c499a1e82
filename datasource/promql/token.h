// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringView>
#include <vector>

namespace promql {

// Characters of the text: [from, to).
struct Span {
    qsizetype from = 0;
    qsizetype to = 0;

    qsizetype length() const { return to - from; }
    bool isEmpty() const { return to <= from; }
    QStringView of(QStringView text) const { return text.sliced(from, length()); }
    bool operator==(const Span &) const = default;
};

enum class TokenKind {
    End,
    Error, // a character or a string that cannot be
    Number,
    Duration,
    String, // with its quotes
    Word, // name or keyword
    LeftParen,
    RightParen,
    LeftBrace,
    RightBrace,
    LeftBracket,
    RightBracket,
    Comma,
    Colon,
    At,
    Assign, // =
    Equal, // ==
    NotEqual,
    RegexMatch, // =~
    RegexNoMatch, // !~
    Less,
    Greater,
    LessEqual,
    GreaterEqual,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Caret,
};

// Words that mean something; None for names. Inside braces every word is a name.
enum class Keyword {
    None,
    Aggregation, // sum, topk, …
    By,
    Without,
    On,
    Ignoring,
    GroupLeft,
    GroupRight,
    Bool,
    Offset,
    And,
    Or,
    Unless,
    Atan2,
};

struct Token {
    TokenKind kind = TokenKind::End;
    Span span;
    Keyword keyword = Keyword::None;
    bool hasVariable = false; // of Grafana's $x, ${x:format}, [[x]]; such a word may stand for anything

    bool is(TokenKind k) const { return kind == k; }
    bool operator==(const Token &) const = default;
};

// The name is lower-case where it is a keyword; case does not matter to the language.
Keyword keywordOf(QStringView word);
bool isAggregation(QStringView word);

} // namespace promql
