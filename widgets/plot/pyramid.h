// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/column.h>
#include <memory>
#include <vector>
#include <widgets/plot/rangescan.h>
#include <widgets/plot/samples.h>

// Smallest and largest value of blocks of 64, 1,024, 16,384 … rows of a column: the range of any run of rows in O(log n). Gaps
// (NaN) and infinities do not count. Made on any thread; shared once it is const.
class Pyramid
{
public:
    explicit Pyramid(const Column &column);
    // Takes over a column that starts with the same rows; works on the new rows only.
    void append(const Column &column);
    std::shared_ptr<const Pyramid> extended(const Column &column) const;
    // True when the column shares the memory of all of this one's rows, at its beginning.
    bool isPrefixOf(const Column &column) const;

    qsizetype rows() const { return m_rows; }
    const Column &column() const { return m_samples.column(); }
    // Of rows first … last - 1; empty when there is no finite value.
    MinMax range(qsizetype first, qsizetype last) const;
    bool operator==(const Pyramid &other) const;

private:
    struct Level {
        std::vector<double> min;
        std::vector<double> max;

        bool operator==(const Level &) const = default;
    };
    void raise(size_t firstNew);
    void climb(size_t level, size_t from, size_t to, MinMax &result) const;
    MinMax scan(qsizetype first, qsizetype last) const;

    Samples m_samples;
    qsizetype m_rows = 0;
    std::vector<Level> m_levels;
};
