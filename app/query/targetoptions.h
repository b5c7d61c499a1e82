// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/optionschema.h>
#include <datasource/registry.h>

// What a query asks for beside its text: the keys of a panel's target, each with its row for the form.
struct TargetOptions {
    enum class Format { TimeSeries, Table, Heatmap };

    QString legendFormat; // "" verbose, "__auto", a template
    QString interval; // min step as written
    Format format = Format::TimeSeries;
    bool exemplar = false;
    bool hide = false;

    bool operator==(const TargetOptions &) const = default;
};
const OptionSchema<TargetOptions> &targetSchema();
const OptionRow &targetRow(const QString &key);

// Grafana keeps the type in two switches.
enum class QueryType { Range, Instant, Both };
QueryType queryTypeOf(const Json &target);
Json queryTypeMembers(QueryType type); // {"range", "instant"}

// The text of the query, under the key that the target uses ("expr"; "query" in targets of other programs).
QString queryTextOf(const Json &target);
QString queryTextKey(const Json &target);
// Whether the target is a PromQL query that can be edited here; what other kinds of source ask is kept as it is.
bool isPromqlTarget(const Json &target, const SourceRef &panelSource);
// "30s", "1m30s", ">10s", or with variables; empty = automatic.
bool isStep(const QString &text);

Json newTarget(const QString &refId); // as the "Add query" button makes one
QString nextRefId(const QStringList &taken); // A … Z, AA, …
