// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <widgets/plot/pyramid.h>
#include <widgets/plot/rangescan.h>

namespace {
constexpr qsizetype kBlock = 64; // rows of the lowest level
constexpr qsizetype kFan = 16; // blocks of a level in one of the next
constexpr double kInf = std::numeric_limits<double>::infinity();

void join(MinMax &into, const MinMax &other)
{
    into.min = std::min(into.min, other.min);
    into.max = std::max(into.max, other.max);
}
} // namespace

Pyramid::Pyramid(const Column &column)
{
    append(column);
}

void Pyramid::append(const Column &column)
{
    const qsizetype before = m_rows;
    m_samples = Samples(column);
    m_rows = m_samples.size();
    const auto blocks = size_t(m_rows / kBlock);
    if (m_levels.empty())
        m_levels.emplace_back();
    Level &base = m_levels.front();
    base.min.resize(blocks);
    base.max.resize(blocks);
    for (auto i = size_t(before / kBlock); i < blocks; ++i) {
        const MinMax range = scan(qsizetype(i) * kBlock, qsizetype(i + 1) * kBlock);
        base.min[i] = range.min;
        base.max[i] = range.max;
    }
    raise(size_t(before / kBlock));
}

// Fills the levels above the lowest, from the block of the lowest that is the first new one.
void Pyramid::raise(size_t firstNew)
{
    for (size_t k = 0; m_levels[k].min.size() >= 4 * size_t(kFan); ++k) {
        if (k + 1 == m_levels.size()) {
            m_levels.emplace_back();
            firstNew = 0;
        }
        const Level &below = m_levels[k];
        Level &level = m_levels[k + 1];
        const size_t blocks = below.min.size() / kFan;
        level.min.resize(blocks);
        level.max.resize(blocks);
        firstNew /= kFan;
        for (size_t i = firstNew; i < blocks; ++i) {
            level.min[i] = *std::min_element(&below.min[i * kFan], &below.min[i * kFan] + kFan);
            level.max[i] = *std::max_element(&below.max[i * kFan], &below.max[i * kFan] + kFan);
        }
    }
}

std::shared_ptr<const Pyramid> Pyramid::extended(const Column &column) const
{
    auto result = std::make_shared<Pyramid>(*this);
    result->append(column);
    return result;
}

bool Pyramid::isPrefixOf(const Column &column) const
{
    const Column &own = m_samples.column();
    if (own.isGrid() || column.isGrid() || own.type() != column.type() || column.blockCount() < own.blockCount())
        return false;
    for (qsizetype i = 0; i < own.blockCount(); ++i) {
        const auto a = own.block(i);
        const auto b = column.block(i);
        if (a.data() != b.data() || a.size() != b.size())
            return false;
    }
    return true;
}

MinMax Pyramid::scan(qsizetype first, qsizetype last) const
{
    MinMax result{kInf, -kInf};
    m_samples.eachRun(first, last, [&](std::span<const double> run) { join(result, finiteRange(run)); });
    return result;
}

MinMax Pyramid::range(qsizetype first, qsizetype last) const
{
    first = std::max<qsizetype>(first, 0);
    last = std::min(last, m_rows);
    const qsizetype from = (first + kBlock - 1) / kBlock;
    const qsizetype to = last / kBlock;
    if (from >= to)
        return scan(first, last);
    MinMax result = scan(first, from * kBlock);
    join(result, scan(to * kBlock, last));
    climb(0, size_t(from), size_t(to), result);
    return result;
}

void Pyramid::climb(size_t k, size_t from, size_t to, MinMax &result) const
{
    for (;; ++k) {
        const Level &level = m_levels[k];
        const auto take = [&](size_t i) { join(result, {level.min[i], level.max[i]}); };
        const size_t above = k + 1 < m_levels.size() ? m_levels[k + 1].min.size() * kFan : 0;
        if (above == 0 || to - from <= 2 * kFan) {
            for (; from < to; ++from)
                take(from);
            return;
        }
        for (; from < to && from % kFan != 0; ++from)
            take(from);
        for (; to > from && (to % kFan != 0 || to > above); --to)
            take(to - 1);
        if (from >= to)
            return;
        from /= kFan;
        to /= kFan;
    }
}

bool Pyramid::operator==(const Pyramid &other) const
{
    return m_rows == other.m_rows && m_levels == other.m_levels && m_samples.column() == other.m_samples.column();
}
