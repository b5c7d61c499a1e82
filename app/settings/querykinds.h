// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <dashboard/settingsediting.h>

// A variable's query to Prometheus in parts, as a form edits it.
struct VariableQueryParts {
    enum class Kind { LabelNames, LabelValues, Metrics, QueryResult, Series, Text }; // in the file as qryType 0 to 5

    Kind kind = Kind::LabelValues;
    QString label; // LabelValues
    QString text; // selector, regex, expression, or the whole query

    bool operator==(const VariableQueryParts &) const = default;
};

// What does not read as one of the forms is Text.
VariableQueryParts queryParts(const QString &query);
QString queryText(const VariableQueryParts &parts);
// What stores a query in a variable: the form of the file stays, its parts are not left to contradict the text.
MemberChanges queryChanges(const Variable &variable, const VariableQueryParts &parts);
