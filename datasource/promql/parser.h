// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <datasource/promql/ast.h>

namespace promql {

// Reads PromQL as Prometheus 2.42 to 3.x know it, with dashboard variables in any place. Whatever the text, there is a tree; what is wrong
// with it is among the problems: syntax (the first fault only), unknown functions, arguments of the wrong type, selectors that
// match everything, broken regular expressions. Functions that only MetricsQL has are taken as they are.
// Pure. The depth of the tree is bounded (kMaxDepth); time and memory grow with the text only.
Tree parse(const QString &text);

inline constexpr int kMaxNesting = 200; // of brackets and signs
inline constexpr int kMaxDepth = 1000; // of the tree: a + b + c is two deep

} // namespace promql
