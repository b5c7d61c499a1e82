// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <datasource/promql/token.h>
#include <widgets/theme/theme.h>

// What a part of a query is, for its colour.
enum class SyntaxRole { Function, Metric, Label, String, Number, Keyword, Operator, Variable, Comment };

struct SyntaxPart {
    promql::Span span;
    SyntaxRole role;

    bool operator==(const SyntaxPart &) const = default;
};

// In the order of the text; what has no role of its own is left out.
std::vector<SyntaxPart> syntaxParts(const QString &text);

QColor syntaxColor(const Theme &theme, SyntaxRole role);
