// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/model.h>
#include <datasource/datasource.h>

// The query language of Prometheus variables: label_names([re]), label_values([selector,] label), metrics(re), query_result(expr),
// or a bare selector.

struct VariableQuery {
    enum class Kind { Nothing, Values, Query };

    Kind kind = Kind::Nothing;
    ValuesRequest values;
    QueryRequest query; // query_result: instant
    QString filter; // regex that names must hold, of label_names(re)

    bool operator==(const VariableQuery &) const = default;
};

// The text of a query variable, whichever form it has in the file; not interpolated.
QString variableQueryText(const Json &query);
VariableQuery parseVariableQuery(const QString &text, const TimeRange &range);
// query_result: one text a series, "name{a=\"b\"} value ms".
QStringList queryResultTexts(const Frames &frames);
