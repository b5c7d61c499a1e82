// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <datasource/promql/token.h>

namespace promql {

// The length of the variable that begins at `at`: $name, ${name}, ${name.field:format}, [[name]], [[name:format]]; 0 when there is none.
qsizetype placeholderLength(QStringView text, qsizetype at);

// Every variable in the span, in order.
std::vector<Span> placeholdersIn(QStringView text, Span span);

bool hasPlaceholder(QStringView text);

} // namespace promql
