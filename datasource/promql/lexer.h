// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <datasource/promql/token.h>

namespace promql {

struct Lexed {
    std::vector<Token> tokens; // the last one is End
    std::vector<Span> comments; // from # to the end of the line
};

// Never fails: what cannot be is a token of kind Error. Time and memory grow with the text only.
Lexed lex(QStringView text);

// The meaning of a string token without its quotes; nothing when an escape in it is unknown. Not closed is fine.
struct Unquoted {
    QString value;
    Span badEscape; // of the text of the token; empty when all is well
};
Unquoted unquote(QStringView token);

// "…" with what needs it escaped.
QString quoted(QStringView value);

bool isNumber(QStringView text); // 1, .5, 1e-3, 0x1f, 1_000, Inf, NaN
bool isDuration(QStringView text); // 1h30m: units from large to small, each once
qint64 durationMs(QStringView text); // of a text that isDuration

} // namespace promql
