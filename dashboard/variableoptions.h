// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <dashboard/model.h>

// What a variable offers, and which of it is selected.

inline QString allVariableValue()
{
    return QStringLiteral("$__all");
}

QList<VariableOption> customOptions(const QString &query); // "a, key : value, b\,c", or a JSON list of objects
QList<VariableOption> intervalOptions(const QString &query); // "1m,10m,1h"
QList<VariableOption> switchOptions(const Json &variable); // enabledValue, disabledValue; absent: true, false

struct RegexSpec {
    QString regex; // "", "text" (whole), "/pattern/flags"; groups: the first, or those named text and value
    bool applyToText = false;
};
// Filters, captures and drops doubled values. Config error: the regex does not compile.
Result<QList<VariableOption>> filteredOptions(const QList<VariableOption> &items, const RegexSpec &spec);
QList<VariableOption> sortedOptions(QList<VariableOption> options, int sort); // 0..8 as in the file
// The answer with the options that the file adds: before it (as a rule), after it, or sorted among it.
QList<VariableOption> withStaticOptions(const QList<VariableOption> &answered, const Variable &variable);

struct Selection {
    QStringList values; // {"$__all"} is All
    QStringList texts;

    bool operator==(const Selection &) const = default;
};
struct SelectionRules {
    bool multi = false;
    bool includeAll = false;
    bool defaultToAll = false;
};
// What of the selection is still offered; when nothing is, the first option (or All).
Selection revalidated(const Selection &current, const QList<VariableOption> &options, const SelectionRules &rules);
