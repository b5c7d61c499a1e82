// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/query/completioncontext.h>
#include <app/query/promqlcolors.h>
#include <datasource/promql/ast.h>

// How a query field reads its text: what is wrong, its colours, what may stand at the cursor. Pure functions.
struct QueryGrammar {
    QList<promql::Problem> (*problems)(const QString &text);
    std::vector<SyntaxPart> (*parts)(const QString &text);
    CompletionContext (*context)(const QString &text, qsizetype cursor);
};

const QueryGrammar &promqlGrammar();
// A query of a variable, as Grafana writes it: label_values(series, label), label_values(label), label_names(regex), metrics(regex),
// query_result(query), or a selector alone.
const QueryGrammar &variableGrammar();

// The parts of such a query. Spans are without the spaces around them.
struct VariableCall {
    enum class Kind { None, LabelNames, LabelValues, Metrics, QueryResult };

    Kind kind = Kind::None; // None: `inner` is the whole text
    promql::Span name;
    promql::Span inner; // PromQL; a regex of LabelNames and Metrics
    std::optional<promql::Span> label; // LabelValues; absent without a comma: then inner is the label, or a series that waits for one
    bool isClosed = true; // ")" is there

    bool isRegex() const { return kind == Kind::LabelNames || kind == Kind::Metrics; }
};
VariableCall variableCall(const QString &text);
