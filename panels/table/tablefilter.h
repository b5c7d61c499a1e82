// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QString>
#include <optional>

// What a column is filtered by: a comparison, and which of its texts are chosen.
struct ColumnFilter {
    enum class Op { Contains, Expression, Equal, NotEqual, Less, AtMost, Greater, AtLeast };

    Op op = Op::Contains; // Contains: a regular expression, else a plain text; Expression: "$ >= 10 && $ < 20 || $ == 99"
    QString operand; // empty: no comparison
    std::optional<QSet<QString>> chosen; // nothing: all

    bool isEmpty() const { return operand.isEmpty() && !chosen; }
    bool operator==(const ColumnFilter &) const = default;
};

struct TableFilter {
    QString search; // rows with a cell that contains it, in any case
    QHash<QString, ColumnFilter> columns; // by column name

    bool isEmpty() const { return search.isEmpty() && columns.isEmpty(); }
    bool operator==(const TableFilter &) const = default;
};

// A comparison that can be asked many times. Numbers compare as numbers where both sides are; else texts do. What cannot be read passes
// everything.
class CellTest
{
public:
    explicit CellTest(const ColumnFilter &filter);
    bool passes(const QString &text, double numeric) const;

private:
    struct Step {
        ColumnFilter::Op op;
        QString text;
        std::optional<double> number;
        bool passes(const QString &text, double numeric) const;
    };

    void readExpression(const QString &source);
    static Step step(ColumnFilter::Op op, const QString &operand);

    std::optional<QSet<QString>> m_chosen;
    QList<QList<Step>> m_any; // of which all must pass; empty: everything passes
    std::optional<QRegularExpression> m_pattern;
    QString m_contains;
};
