// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <widgets/plot/samples.h>

Samples::Samples(const Column &column) : m_column(column), m_size(column.type() == Column::Type::Text ? 0 : column.size())
{
    if (column.isGrid()) {
        m_startMs = double(column.gridStartMs());
        m_stepMs = double(column.gridStepMs());
        return;
    }
    qsizetype start = 0;
    for (qsizetype i = 0; i < column.blockCount(); ++i) {
        m_runs.push_back(column.block(i));
        m_starts.push_back(start);
        start += qsizetype(m_runs.back().size());
    }
    if (m_runs.size() == 1)
        m_only = m_runs.front().data();
}

double Samples::find(qsizetype row) const
{
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), row);
    const auto i = size_t(after - m_starts.begin() - 1);
    return m_runs[i][size_t(row - m_starts[i])];
}

qsizetype Samples::lowerBound(double x) const
{
    if (m_stepMs > 0)
        return qsizetype(std::clamp(std::ceil((x - m_startMs) / m_stepMs), 0.0, double(m_size)));
    qsizetype low = 0;
    for (qsizetype count = m_size; count > 0;) {
        const qsizetype half = count / 2;
        if (at(low + half) < x) {
            low += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return low;
}

// Times are nearly even: a guess is put right in a few steps, else searched.
qsizetype Samples::near(double x, qsizetype guess) const
{
    qsizetype row = std::clamp<qsizetype>(guess, 0, m_size);
    for (int steps = 0; steps < 8; ++steps) {
        if (row > 0 && at(row - 1) >= x)
            --row;
        else if (row < m_size && at(row) < x)
            ++row;
        else
            return row;
    }
    return lowerBound(x);
}

void Samples::bounds(double from, double step, int count, std::vector<qsizetype> &rows) const
{
    rows.resize(size_t(count) + 1);
    if (m_stepMs > 0 || m_size == 0) {
        for (int i = 0; i <= count; ++i)
            rows[size_t(i)] = m_size == 0 ? 0 : lowerBound(from + i * step);
        return;
    }
    qsizetype row = lowerBound(from);
    const qsizetype end = lowerBound(from + count * step);
    const double perColumn = double(end - row) / std::max(1, count);
    for (int i = 0; i <= count; ++i) {
        rows[size_t(i)] = row;
        row = near(from + (i + 1) * step, row + qsizetype(perColumn));
    }
}
