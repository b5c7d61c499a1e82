// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <datasource/promql/ast.h>

namespace promql {

struct Argument {
    QString name;
    ValueType type = ValueType::InstantVector;
    bool isOptional = false;
    bool repeats = false; // the last one, any number of times

    bool operator==(const Argument &) const = default;
};

// A function or an aggregation, for checking and for help.
struct Function {
    QString name;
    QList<Argument> arguments;
    ValueType result = ValueType::InstantVector;
    QString help; // a sentence
    bool isAggregation = false;
    bool isExperimental = false; // Prometheus has it behind a feature flag, or had it only for some versions

    qsizetype fewest() const;
    qsizetype most() const; // -1: any number
    QString signature() const; // "clamp(v instant vector, min scalar, max scalar)"
    bool operator==(const Function &) const = default;
};

// All functions of Prometheus 2.42 to 3.x, and the aggregations, sorted by name.
const QList<Function> &functions();

// Nothing when Prometheus has no such function. Case matters for functions and does not for aggregations.
const Function *findFunction(QStringView name);

// Only VictoriaMetrics' dialect has it.
bool isMetricsqlFunction(QStringView name);

// "instant vector", for messages.
QString typeName(ValueType type);
QString typeWithArticle(ValueType type); // "an instant vector"

// The function whose name is meant by a name that does not exist; empty when none is near.
QString nearestFunction(QStringView name);

} // namespace promql
