// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <memory>
#include <span>
#include <vector>

// An immutable column of one type, held in shared blocks: copying shares, appending adds a block.
// Numbers and times are doubles (times: ms since the epoch, UTC). Two kinds of NaN are told apart: missing() means that there is no
// sample (a gap, Grafana's null); any other NaN is a value that the server sent. Both draw as gaps.
class Column
{
public:
    enum class Type { Number, Time, Text, Bool };

    Column() = default;
    static Column numbers(std::vector<double> values);
    static Column times(std::vector<double> ms);
    static Column texts(std::vector<QString> values);
    static Column bools(std::vector<double> values); // 0, 1 or missing()
    // Evenly spaced times without storage of their own: startMs + i * stepMs.
    static Column grid(qint64 startMs, qint64 stepMs, qsizetype count);

    static double missing();
    static bool isMissing(double value);

    Type type() const { return m_type; }
    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

    // Row access; O(1) for up to a few blocks. Text columns: number() is missing(), a null text is a null QString.
    double number(qsizetype row) const;
    QString text(qsizetype row) const;
    bool isNull(qsizetype row) const;

    // Number, time and bool columns: contiguous runs in row order. A grid column makes its run on first use.
    qsizetype blockCount() const;
    std::span<const double> block(qsizetype index) const;

    bool isGrid() const { return m_stepMs > 0; }
    qint64 gridStartMs() const { return m_startMs; }
    qint64 gridStepMs() const { return m_stepMs; }

    // Both share the blocks; a tail of another type gives the column unchanged.
    Column appended(const Column &tail) const;
    Column slice(qsizetype first, qsizetype count) const;
    // One block with all the rows; cheap when there is one already.
    Column compacted() const;

    bool sharesStorageWith(const Column &other) const;
    bool operator==(const Column &other) const; // by value; missing() equals missing(), NaN equals NaN

private:
    struct Block {
        std::shared_ptr<const std::vector<double>> numbers;
        std::shared_ptr<const std::vector<QString>> texts;
        qsizetype first = 0;
        qsizetype count = 0;
    };
    static Column fromNumbers(Type type, std::vector<double> values);
    const Block &blockOf(qsizetype &row) const;
    void materialise() const;

    Type m_type = Type::Number;
    qsizetype m_size = 0;
    qint64 m_startMs = 0;
    qint64 m_stepMs = 0;
    mutable std::shared_ptr<const std::vector<Block>> m_blocks; // of a grid: made on first use, atomically
};
