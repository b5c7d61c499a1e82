// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/column.h>

#include <bit>
#include <cmath>

namespace {
constexpr quint64 kMissingBits = 0x7ff8'0000'0000'07a2; // a quiet NaN with a payload of our own
}

double Column::missing()
{
    return std::bit_cast<double>(kMissingBits);
}

bool Column::isMissing(double value)
{
    return std::bit_cast<quint64>(value) == kMissingBits;
}

Column Column::fromNumbers(Type type, std::vector<double> values)
{
    Column column;
    column.m_type = type;
    column.m_size = qsizetype(values.size());
    auto shared = std::make_shared<const std::vector<double>>(std::move(values));
    column.m_blocks = std::make_shared<const std::vector<Block>>(1, Block{std::move(shared), nullptr, 0, column.m_size});
    return column;
}

Column Column::numbers(std::vector<double> values)
{
    return fromNumbers(Type::Number, std::move(values));
}

Column Column::times(std::vector<double> ms)
{
    return fromNumbers(Type::Time, std::move(ms));
}

Column Column::bools(std::vector<double> values)
{
    return fromNumbers(Type::Bool, std::move(values));
}

Column Column::texts(std::vector<QString> values)
{
    Column column;
    column.m_type = Type::Text;
    column.m_size = qsizetype(values.size());
    auto shared = std::make_shared<const std::vector<QString>>(std::move(values));
    column.m_blocks = std::make_shared<const std::vector<Block>>(1, Block{nullptr, std::move(shared), 0, column.m_size});
    return column;
}

Column Column::grid(qint64 startMs, qint64 stepMs, qsizetype count)
{
    Column column;
    column.m_type = Type::Time;
    column.m_size = count;
    column.m_startMs = startMs;
    column.m_stepMs = stepMs;
    return column;
}

void Column::materialise() const
{
    if (!isGrid() || std::atomic_load(&m_blocks))
        return;
    std::vector<double> values(static_cast<size_t>(m_size));
    for (qsizetype row = 0; row < m_size; ++row)
        values[size_t(row)] = double(m_startMs + row * m_stepMs);
    auto shared = std::make_shared<const std::vector<double>>(std::move(values));
    auto blocks = std::make_shared<const std::vector<Block>>(1, Block{std::move(shared), nullptr, 0, m_size});
    std::atomic_store(&m_blocks, std::shared_ptr<const std::vector<Block>>(std::move(blocks)));
}

const Column::Block &Column::blockOf(qsizetype &row) const
{
    for (const Block &block : *m_blocks) {
        if (row < block.count)
            return block;
        row -= block.count;
    }
    Q_UNREACHABLE();
}

double Column::number(qsizetype row) const
{
    if (row < 0 || row >= m_size || m_type == Type::Text)
        return missing();
    if (isGrid())
        return double(m_startMs + row * m_stepMs);
    const Block &block = blockOf(row);
    return (*block.numbers)[size_t(block.first + row)];
}

QString Column::text(qsizetype row) const
{
    if (row < 0 || row >= m_size || m_type != Type::Text)
        return {};
    const Block &block = blockOf(row);
    return (*block.texts)[size_t(block.first + row)];
}

bool Column::isNull(qsizetype row) const
{
    return m_type == Type::Text ? text(row).isNull() : isMissing(number(row));
}

qsizetype Column::blockCount() const
{
    materialise();
    return m_blocks && m_type != Type::Text ? qsizetype(m_blocks->size()) : 0;
}

std::span<const double> Column::block(qsizetype index) const
{
    materialise();
    const Block &block = (*m_blocks)[size_t(index)];
    return std::span<const double>(*block.numbers).subspan(size_t(block.first), size_t(block.count));
}

Column Column::appended(const Column &tail) const
{
    if (tail.m_size == 0 || (m_size > 0 && tail.m_type != m_type))
        return *this;
    if (m_size == 0)
        return tail;
    Column result = *this;
    result.m_size += tail.m_size;
    if (isGrid() && tail.m_stepMs == m_stepMs && tail.m_startMs == m_startMs + m_size * m_stepMs) {
        result.m_blocks = nullptr;
        return result;
    }
    materialise();
    tail.materialise();
    std::vector<Block> blocks = *m_blocks;
    blocks.insert(blocks.end(), tail.m_blocks->begin(), tail.m_blocks->end());
    result.m_startMs = result.m_stepMs = 0;
    result.m_blocks = std::make_shared<const std::vector<Block>>(std::move(blocks));
    return result;
}

Column Column::slice(qsizetype first, qsizetype count) const
{
    first = qBound<qsizetype>(0, first, m_size);
    count = qBound<qsizetype>(0, count, m_size - first);
    if (isGrid())
        return grid(m_startMs + first * m_stepMs, m_stepMs, count);
    Column result;
    result.m_type = m_type;
    result.m_size = count;
    if (!m_blocks)
        return result;
    std::vector<Block> blocks;
    for (Block block : *m_blocks) {
        const qsizetype skip = std::min(first, block.count);
        first -= skip;
        block.first += skip;
        block.count = std::min(block.count - skip, count);
        count -= block.count;
        if (block.count > 0)
            blocks.push_back(std::move(block));
    }
    result.m_blocks = std::make_shared<const std::vector<Block>>(std::move(blocks));
    return result;
}

Column Column::compacted() const
{
    if (isGrid() || !m_blocks || (m_blocks->size() == 1 && m_blocks->front().count == m_size))
        return *this;
    if (m_type == Type::Text) {
        std::vector<QString> values;
        values.reserve(size_t(m_size));
        for (qsizetype row = 0; row < m_size; ++row)
            values.push_back(text(row));
        return texts(std::move(values));
    }
    std::vector<double> values;
    values.reserve(size_t(m_size));
    for (qsizetype index = 0; index < blockCount(); ++index) {
        const auto run = block(index);
        values.insert(values.end(), run.begin(), run.end());
    }
    return fromNumbers(m_type, std::move(values));
}

bool Column::sharesStorageWith(const Column &other) const
{
    if (isGrid() || other.isGrid())
        return m_startMs == other.m_startMs && m_stepMs == other.m_stepMs && m_size == other.m_size;
    return m_blocks == other.m_blocks;
}

bool Column::operator==(const Column &other) const
{
    if (m_type != other.m_type || m_size != other.m_size)
        return false;
    if (sharesStorageWith(other))
        return true;
    for (qsizetype row = 0; row < m_size; ++row) {
        if (m_type == Type::Text) {
            if (text(row) != other.text(row) || text(row).isNull() != other.text(row).isNull())
                return false;
            continue;
        }
        const double a = number(row);
        const double b = other.number(row);
        if (isMissing(a) != isMissing(b) || (a != b && !(std::isnan(a) && std::isnan(b))))
            return false;
    }
    return true;
}
