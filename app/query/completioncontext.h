// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <datasource/promql/token.h>

// What may stand at the cursor of a query, and what is typed of it already.
struct CompletionContext {
    enum class Kind {
        Nothing, // in a comment, in a number, behind an operator of a label …
        Expression, // a metric, a function, an aggregation
        Operator, // behind an operand: by, offset, and, …
        LabelName, // in braces
        LabelValue, // in quotes, or where quotes belong
        Grouping, // by (…), on (…)
        Range, // in brackets
        Duration, // behind offset
        Variable, // $…
        MetricName, // alone, nothing around it
    };

    Kind kind = Kind::Nothing;
    QString typed; // what is matched
    promql::Span replace; // what an item takes the place of
    QString selector; // whose labels; "" = of all series
    QString label; // LabelValue
    QStringList used; // labels that are there already
    QString function; // the call or aggregation around the cursor
    bool needsQuotes = false; // LabelValue
    bool isRegex = false; // LabelValue
    bool isCalled = false; // "(" follows
    bool isCompared = false; // LabelName: an operator follows
    bool startsVariable = false; // Expression: label_values() and its kin may stand here
    bool orLabel = false; // Expression: or the name of a label alone

    bool operator==(const CompletionContext &) const = default;
};

// Pure; reads the whole text once.
CompletionContext completionContext(const QString &text, qsizetype cursor);
