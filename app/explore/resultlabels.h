// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/frame.h>

// What Explore reads out of an answer: which labels its series have, and how each row of its table came to its value.

struct LabelValues {
    struct Value {
        QString text;
        qsizetype series = 0; // that have it

        bool operator==(const Value &) const = default;
    };

    QString name;
    QList<Value> values; // most series first

    bool operator==(const LabelValues &) const = default;
};

inline constexpr qsizetype kMostSeriesRead = 20'000; // later ones are passed by

// By name. Of time series the labels of the fields, of tables the text columns.
QList<LabelValues> resultLabels(const Frames &frames);

// The table with a sparkline column before each value column, where the series of the same query and labels are among `series`. Tables of
// more than 1,000 rows stay as they are.
Frames withTrends(const Frames &table, const Frames &series);
