// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <core/frame.h>
#include <pipeline/reduce.h>

// Cells of columns, for functions that move rows about.
namespace cells {
// The rows named, in that order; -1 stands for a cell with nothing in it.
Column picked(const Column &column, const std::vector<qsizetype> &rows);
Frame picked(Frame frame, const std::vector<qsizetype> &rows); // all its fields
// As JavaScript prints the value; nothing: a null text.
QString text(const Column &column, qsizetype row);
// A text as JavaScript's Number() reads it: "" is 0, what is no number is NaN; nothing: missing.
double toNumber(const QString &text);
bool same(const Column &a, qsizetype rowA, const Column &b, qsizetype rowB);
// The same values in a column of another type: what does not fit is missing.
Column converted(const Column &column, Column::Type type);
Column filled(Column::Type type, qsizetype count); // with nothing
// Rows in ascending order, as a dashboard sorts a field of the type: texts by language rules with empty ones last, true before false.
std::vector<qsizetype> order(const Column &column, bool descending);
// Text order by language rules: letters before their case.
int compare(const QString &a, const QString &b);
// Digits in them by value: "a2" before "a10".
int compareNaturally(const QString &a, const QString &b);
// Results of reducers as one column: of the type that they have, texts where they differ; lists are printed as JSON.
Column ofResults(const std::vector<Reduced> &results, Column::Type whenEmpty = Column::Type::Number);
// The type that a reducer's result has, by that of its input.
Column::Type resultType(const QString &reducer, Column::Type input);
} // namespace cells

// Numbers equal cells alike: ids count up from 0 in the order of appearance. Columns of several types may be mixed.
class CellIds
{
public:
    qsizetype idOf(const Column &column, qsizetype row); // made where it is new
    qsizetype find(const Column &column, qsizetype row) const; // -1 = none
    qsizetype count() const { return m_count; }

private:
    qsizetype m_count = 0;
    QHash<QString, qsizetype> m_texts;
    QHash<quint64, qsizetype> m_numbers;
};

// The same for rows of several columns.
class RowIds
{
public:
    qsizetype idOf(const QList<const Column *> &columns, qsizetype row);
    qsizetype count() const { return m_count; }

private:
    qsizetype m_count = 0;
    std::vector<CellIds> m_cells;
    QHash<std::pair<qsizetype, qsizetype>, qsizetype> m_pairs;
};

// Grows a column cell by cell.
class ColumnBuilder
{
public:
    explicit ColumnBuilder(Column::Type type) : m_type(type) { }
    void reserve(qsizetype count);
    void add(const Column &column, qsizetype row); // row -1: nothing; another type is converted
    void addText(const QString &text);
    void addNumber(double value);
    void addNothing();
    Column done();

private:
    Column::Type m_type;
    std::vector<double> m_numbers;
    std::vector<QString> m_texts;
};
