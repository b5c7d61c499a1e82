// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/query/completioncontext.h>
#include <app/query/metricindex.h>

// One offer of the completion popup.
struct CompletionItem {
    enum class Kind { Function, Aggregation, Keyword, Metric, Label, Value, Variable, Range };

    Kind kind = Kind::Metric;
    QString text; // shown
    QString insert; // in place of CompletionContext::replace
    int cursorBack = 0; // where the cursor goes: so many characters before the end of what was inserted
    QString detail; // a word for the right end of the row: counter, function, …
    QString help;
    QString signature;
    QList<int> positions; // of the letters that were typed
    int score = 0;

    bool operator==(const CompletionItem &) const = default;
};

// What there is to choose from. The caller asks the index for what the context needs.
struct CompletionSources {
    std::shared_ptr<const NameTable> metrics; // may be null
    std::function<MetricInfo(const QString &)> info; // may be empty
    QStringList labelNames;
    QStringList labelValues;
    QStringList variables; // of the dashboard, without $
};

// The best offers, best first, at most `limit`. Pure.
QList<CompletionItem> complete(const CompletionContext &context, const CompletionSources &sources, int limit = 50);

// A regular expression that fits the value alone, written inside double quotes.
QString escapedForRegex(const QString &value);
