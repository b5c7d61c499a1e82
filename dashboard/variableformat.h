// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimeZone>
#include <dashboard/scopedvars.h>

// How a variable's value prints: the formats of ${name:format}.

struct FormatContext {
    QString name; // of the variable
    QTimeZone zone = QTimeZone::systemTimeZone(); // of date:PATTERN
};

// format: "regex", "join: / ", "date:iso", …; empty or unknown: glob.
QString formatVariable(const VariableValue &variable, const QString &format, const FormatContext &context);
// The value in a PromQL string: one value escaped for a matcher; of multi and All variables a regex, escaped.
QString formatForPrometheus(const VariableValue &variable);

QString escapePromString(const QString &value, bool specialChars = true); // for ="…"
QString escapePromRegex(const QString &value, bool specialChars = true); // for =~"…"
QString escapeRegex(const QString &value);
QString promQueryValue(const Json &value, bool multi, bool includeAll, bool specialChars = true);
QString scalarText(const Json &value); // as JavaScript's String()
QStringList valueTexts(const Json &value); // a list's items, or the one scalar
