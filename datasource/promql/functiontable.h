// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>

namespace promql {

// One line a function. Arguments: "name:type", type one of V (instant vector), R (range vector), S (scalar), T (string), with ? when it may
// be left out, with * when it repeats from none on. The help is translated where it is read.
struct FunctionRow {
    const char *name;
    const char *arguments;
    char result; // V, S
    char flags; // ' ', 'a' aggregation, 'x' experimental, 'b' both
    const char *help;
};

const QList<FunctionRow> &functionRows();

} // namespace promql
