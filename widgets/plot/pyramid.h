// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/column.h>
#include <memory>
#include <vector>

struct MinMax {
    double min = 0;
    double max = 0;

    bool isEmpty() const { return !(min <= max); }
};

// Smallest and largest value of blocks of 64, 1,024, 16,384 … rows of a column: the range of any run of rows in O(log n). Gaps
// (NaN) and infinities do not count. Immutable; made on any thread.
class Pyramid
{
public:
    explicit Pyramid(const Column &column);
    // The pyramid of a column that starts with the rows of this one's; works on the new rows only.
    std::shared_ptr<const Pyramid> extended(const Column &column) const;

    qsizetype rows() const { return m_rows; }
    const Column &column() const { return m_column; }
    // Of rows first … last - 1 of column(); empty (min > max) when there is no finite value.
    MinMax range(qsizetype first, qsizetype last) const;
    bool operator==(const Pyramid &other) const;

private:
    struct Level {
        std::vector<double> min;
        std::vector<double> max;

        bool operator==(const Level &) const = default;
    };
    Pyramid() = default;
    void build(qsizetype fromRow);
    MinMax scan(qsizetype first, qsizetype last) const;

    Column m_column;
    qsizetype m_rows = 0;
    std::vector<Level> m_levels;
};
