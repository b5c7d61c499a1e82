// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <datasource/promql/ast.h>

namespace promql {

// The expression with even spaces, broken into indented lines where it is longer than `width`. Numbers, strings and variables stay as they
// are written, comments stay where they belong. Nothing when the text cannot be read whole, or is over 100,000 characters.
std::optional<QString> format(const Tree &tree, int width = 90);

// name{a="b"} of a selector, without range and offset; matchers with variables left out. What completion asks a server for. Empty when
// nothing is left that selects.
QString selectorText(const Tree &tree, const Node &selector);

} // namespace promql
