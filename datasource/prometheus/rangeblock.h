// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/frame.h>
#include <core/timerange.h>
#include <optional>
#include <stop_token>

// What a range query answered, in rows that count from the epoch, so that pieces of different ranges fit together. Values share storage
// with the frames that they come from. All functions are pure.

struct RowRange {
    qint64 first = 0;
    qint64 end = 0; // one behind the last

    qint64 count() const { return std::max<qint64>(0, end - first); }
    bool isEmpty() const { return end <= first; }
    bool operator==(const RowRange &) const = default;
};

// Times that a query of one range and step has: row * stepMs + phaseMs.
struct RowScale {
    qint64 stepMs = 1;
    qint64 phaseMs = 0; // 0 <= phaseMs < stepMs

    static RowScale of(const TimeRange &range, qint64 stepMs);
    qint64 msOf(qint64 row) const { return row * stepMs + phaseMs; }
    qint64 lastRowUntil(qint64 ms) const; // the last one that is not after ms
    RowRange rowsOf(const TimeRange &range) const;
    TimeRange rangeOf(const RowRange &rows) const { return {msOf(rows.first), msOf(rows.end - 1)}; }
    bool operator==(const RowScale &) const = default;
};

struct RangeSeries {
    Labels labels;
    qint64 firstRow = 0;
    Column values; // Column::missing() in gaps

    qint64 endRow() const { return firstRow + values.size(); }
};

struct RangeBlock {
    RowScale scale;
    RowRange rows; // that were asked for; each series lies inside
    std::vector<RangeSeries> series;
};

// Of an answer to a query of that range. Nothing when some frame has no place on the grid (native histograms, times off the step).
std::optional<RangeBlock> rangeBlock(const Frames &frames, const TimeRange &range, qint64 stepMs);

RangeBlock cut(const RangeBlock &block, const RowRange &rows);

// Both together, with the newer one's word for the rows that both have. Precondition: their rows overlap or touch, and the scale is the
// same.
RangeBlock joined(const RangeBlock &older, const RangeBlock &newer, std::stop_token stop = {});

// As the source itself would have answered for the block's rows; see makeFrames.
Frames rangeFrames(const RangeBlock &block, const QString &refId);

std::optional<qint64> lastSampleMs(const RangeBlock &block);
qsizetype sampleCount(const RangeBlock &block);
qint64 bytesOf(const RangeBlock &block);
