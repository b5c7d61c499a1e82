// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/rangeblock.h>

#include <QtCore/QHash>
#include <datasource/prometheus/answerframes.h>

namespace {

// Appending adds a block of storage each time; more of them than this slow every reader down.
constexpr qsizetype kMostBlocks = 8;

qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

// Prometheus compares bytes of UTF-8; in UTF-16 only surrogates are out of that order.
int compareTexts(const QString &a, const QString &b)
{
    const qsizetype size = std::min(a.size(), b.size());
    for (qsizetype i = 0; i < size; ++i) {
        if (a[i] == b[i])
            continue;
        if (a[i].isSurrogate() != b[i].isSurrogate() && a[i].unicode() >= 0xd800 && b[i].unicode() >= 0xd800)
            return a[i].isSurrogate() ? 1 : -1;
        return a[i] < b[i] ? -1 : 1;
    }
    return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

// The order that Prometheus answers in.
bool isBefore(const RangeSeries &left, const RangeSeries &right)
{
    auto a = left.labels.begin();
    auto b = right.labels.begin();
    for (; a != left.labels.end() && b != right.labels.end(); ++a, ++b) {
        if (const int names = compareTexts(a.key(), b.key()))
            return names < 0;
        if (const int values = compareTexts(a.value(), b.value()))
            return values < 0;
    }
    return a == left.labels.end() && b != right.labels.end();
}

Column nothing(qint64 rows)
{
    return Column::numbers(std::vector<double>(size_t(rows), Column::missing()));
}

// Puts columns at their rows one behind the other, gaps filled.
class Assembly
{
public:
    void add(qint64 firstRow, const Column &values)
    {
        if (values.isEmpty())
            return;
        if (m_result.values.isEmpty())
            m_result.firstRow = firstRow;
        else if (firstRow > m_result.endRow())
            m_result.values = m_result.values.appended(nothing(firstRow - m_result.endRow()));
        m_result.values = m_result.values.appended(values);
    }

    RangeSeries take(const Labels &labels)
    {
        m_result.labels = labels;
        if (m_result.values.blockCount() > kMostBlocks)
            m_result.values = m_result.values.compacted();
        return std::move(m_result);
    }

private:
    RangeSeries m_result;
};

Column part(const RangeSeries &series, const RowRange &rows, qint64 &first)
{
    first = std::max(series.firstRow, rows.first);
    const qint64 end = std::min(series.endRow(), rows.end);
    return end > first ? series.values.slice(first - series.firstRow, end - first) : Column();
}

RangeSeries joinedSeries(const RangeSeries *older, const RangeSeries *newer, const RowRange &rows, const RowRange &newerRows)
{
    Assembly assembly;
    qint64 first = 0;
    if (older) {
        const Column before = part(*older, {rows.first, newerRows.first}, first);
        assembly.add(first, before);
    }
    if (newer)
        assembly.add(newer->firstRow, newer->values);
    if (older) {
        const Column after = part(*older, {newerRows.end, rows.end}, first);
        assembly.add(first, after);
    }
    return assembly.take((newer ? newer : older)->labels);
}

// Rows without a sample at both ends are no part of a series.
RangeSeries trimmed(const RangeSeries &series)
{
    const qsizetype size = series.values.size();
    qsizetype first = 0;
    while (first < size && Column::isMissing(series.values.number(first)))
        ++first;
    qsizetype end = size;
    while (end > first && Column::isMissing(series.values.number(end - 1)))
        --end;
    return {series.labels, series.firstRow + first, series.values.slice(first, end - first)};
}

bool addSeries(const Frame &frame, RangeBlock &block)
{
    const Column &times = frame.fields.isEmpty() ? Column() : frame.fields.first().values;
    if (frame.kind != Frame::Kind::TimeSeries || !times.isGrid() || times.gridStepMs() != block.scale.stepMs)
        return false;
    const qint64 first = block.scale.lastRowUntil(times.gridStartMs());
    if (block.scale.msOf(first) != times.gridStartMs())
        return false;
    for (const Field &field : frame.fields.mid(1))
        block.series.push_back({field.labels, first, field.values});
    return first >= block.rows.first && first + times.size() <= block.rows.end;
}

Column times(const RowScale &scale, qint64 firstRow, qint64 count)
{
    return Column::grid(scale.msOf(firstRow), scale.stepMs, count);
}

Column filled(const RangeSeries &series, const RowRange &rows)
{
    Column values = series.values;
    if (series.firstRow > rows.first)
        values = nothing(series.firstRow - rows.first).appended(values);
    if (series.endRow() < rows.end)
        values = values.appended(nothing(rows.end - series.endRow()));
    return values.compacted();
}

} // namespace

RowScale RowScale::of(const TimeRange &range, qint64 stepMs)
{
    stepMs = std::max<qint64>(1, stepMs);
    return {stepMs, range.fromMs - floorDiv(range.fromMs, stepMs) * stepMs};
}

qint64 RowScale::lastRowUntil(qint64 ms) const
{
    return floorDiv(ms - phaseMs, stepMs);
}

RowRange RowScale::rowsOf(const TimeRange &range) const
{
    return {-floorDiv(-(range.fromMs - phaseMs), stepMs), lastRowUntil(range.toMs) + 1};
}

std::optional<RangeBlock> rangeBlock(const Frames &frames, const TimeRange &range, qint64 stepMs)
{
    RangeBlock block;
    block.scale = RowScale::of(range, stepMs);
    block.rows = block.scale.rowsOf(range);
    for (const Frame &frame : frames)
        if (!addSeries(frame, block))
            return {};
    return block;
}

RangeBlock cut(const RangeBlock &block, const RowRange &rows)
{
    RangeBlock result;
    result.scale = block.scale;
    result.rows = {std::max(rows.first, block.rows.first), std::min(rows.end, block.rows.end)};
    result.series.reserve(block.series.size());
    for (const RangeSeries &series : block.series) {
        qint64 first = 0;
        Column values = part(series, result.rows, first);
        if (!values.isEmpty())
            result.series.push_back({series.labels, first, std::move(values)});
    }
    return result;
}

RangeBlock joined(const RangeBlock &older, const RangeBlock &newer, std::stop_token stop)
{
    RangeBlock result;
    result.scale = older.scale;
    result.rows = {std::min(older.rows.first, newer.rows.first), std::max(older.rows.end, newer.rows.end)};
    QHash<QString, const RangeSeries *> newerOf;
    for (const RangeSeries &series : newer.series)
        newerOf.insert(keyOf(series.labels), &series);
    for (const RangeSeries &series : older.series) {
        if (stop.stop_requested())
            return result;
        RangeSeries both = joinedSeries(&series, newerOf.take(keyOf(series.labels)), result.rows, newer.rows);
        if (!both.values.isEmpty())
            result.series.push_back(std::move(both));
    }
    const size_t known = result.series.size();
    for (const RangeSeries &series : newer.series)
        if (newerOf.contains(keyOf(series.labels)))
            result.series.push_back(series);
    // A server that has no such order keeps its own, with new series behind.
    const auto middle = result.series.begin() + qsizetype(known);
    if (std::is_sorted(result.series.begin(), middle, isBefore) && std::is_sorted(middle, result.series.end(), isBefore))
        std::inplace_merge(result.series.begin(), middle, result.series.end(), isBefore);
    return result;
}

Frames rangeFrames(const RangeBlock &block, const QString &refId)
{
    std::vector<RangeSeries> all;
    std::vector<RowSpan> spans;
    for (const RangeSeries &series : block.series) {
        all.push_back(trimmed(series));
        if (all.back().values.isEmpty())
            all.pop_back();
        else
            spans.push_back({all.back().firstRow, all.back().values.size()});
    }
    const SharedRows shared = sharedRows(spans);
    Frame together{{}, refId, Frame::Kind::TimeSeries, {}};
    Frames frames;
    for (size_t i = 0; i < all.size(); ++i) {
        const RangeSeries &series = all[i];
        if (!shared.has(spans[i])) {
            frames.append(
                {{},
                 refId,
                 Frame::Kind::TimeSeries,
                 {timeField(times(block.scale, series.firstRow, series.values.size())), valueField(series.labels, series.values)}});
            continue;
        }
        if (together.fields.isEmpty())
            together.fields.append(timeField(times(block.scale, shared.first, shared.rows())));
        together.fields.append(valueField(series.labels, filled(series, {shared.first, shared.end})));
    }
    if (!together.fields.isEmpty())
        frames.prepend(std::move(together));
    return frames;
}

std::optional<qint64> lastSampleMs(const RangeBlock &block)
{
    std::optional<qint64> last;
    for (const RangeSeries &series : block.series) {
        const qint64 known = last ? block.scale.lastRowUntil(*last) : series.firstRow - 1;
        for (qint64 row = series.endRow() - 1; row > known && row >= series.firstRow; --row) {
            if (Column::isMissing(series.values.number(row - series.firstRow)))
                continue;
            last = block.scale.msOf(row);
            break;
        }
    }
    return last;
}

qsizetype sampleCount(const RangeBlock &block)
{
    qsizetype count = 0;
    for (const RangeSeries &series : block.series)
        for (qsizetype i = 0; i < series.values.blockCount(); ++i)
            count += std::ranges::count_if(series.values.block(i), [](double value) { return !Column::isMissing(value); });
    return count;
}

qint64 bytesOf(const RangeBlock &block)
{
    qint64 bytes = 0;
    for (const RangeSeries &series : block.series)
        bytes += series.values.size() * qint64(sizeof(double)) + 64 + series.labels.size() * 64;
    return bytes;
}
