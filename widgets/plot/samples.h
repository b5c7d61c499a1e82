// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <core/column.h>
#include <span>
#include <vector>

// Fast row access to the numbers of a column; holds the column, so the memory stays.
class Samples
{
public:
    Samples() = default;
    explicit Samples(const Column &column);

    const Column &column() const { return m_column; }
    qsizetype size() const { return m_size; }
    double at(qsizetype row) const
    {
        if (m_stepMs > 0)
            return m_startMs + double(row) * m_stepMs;
        return m_only ? m_only[row] : find(row);
    }
    // Calls f(span) for the contiguous pieces of rows first … last - 1. Not for grids.
    template <class F>
    void eachRun(qsizetype first, qsizetype last, F f) const
    {
        if (m_only) {
            if (first < last)
                f(std::span<const double>(m_only + first, size_t(last - first)));
            return;
        }
        for (size_t i = 0; i < m_runs.size() && m_starts[i] < last; ++i) {
            const qsizetype from = std::max(first, m_starts[i]);
            const qsizetype to = std::min(last, m_starts[i] + qsizetype(m_runs[i].size()));
            if (from < to)
                f(m_runs[i].subspan(size_t(from - m_starts[i]), size_t(to - from)));
        }
    }
    // Of an ascending column: the first row with a value >= x.
    qsizetype lowerBound(double x) const;
    // lowerBound of from + i * step for i = 0 … count: one row per pixel column.
    void bounds(double from, double step, int count, std::vector<qsizetype> &rows) const;

private:
    double find(qsizetype row) const;
    qsizetype near(double x, qsizetype guess) const;

    Column m_column;
    qsizetype m_size = 0;
    double m_startMs = 0;
    double m_stepMs = 0;
    const double *m_only = nullptr;
    std::vector<std::span<const double>> m_runs;
    std::vector<qsizetype> m_starts;
};
