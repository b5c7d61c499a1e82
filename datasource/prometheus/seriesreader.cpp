// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/seriesreader.h>

#include <datasource/prometheus/numberparser.h>

namespace {
constexpr qsizetype kFreeGapCells = 1'000'000;
constexpr qint64 kMaxGridRows = 20'000'000;
} // namespace

void SeriesReader::chooseGrid(qint64 firstMs)
{
    m_gridChosen = true;
    m_grid = {firstMs, 1, 1};
    if (m_request.kind != QueryRequest::Kind::Range || m_request.stepMs <= 0)
        return;
    // Some servers align the range themselves: then the grid lies up to a step before the one asked for.
    const qint64 step = m_request.stepMs;
    const qint64 shift = ((m_request.range.fromMs - firstMs) % step + step) % step;
    const qint64 start = m_request.range.fromMs - shift;
    const qint64 rows = (m_request.range.toMs - start) / step + (shift > 0 ? 2 : 1);
    m_grid = {start, step, qsizetype(qBound<qint64>(0, rows, kMaxGridRows))};
}

void SeriesReader::begin(DecodedSeries &series)
{
    m_onGrid = true;
    series.values.clear();
    series.times.clear();
    series.values.reserve(size_t(m_lastSize));
}

void SeriesReader::finish(DecodedSeries &series)
{
    m_lastSize = qsizetype(series.values.size());
    if (series.values.capacity() > 2 * series.values.size() + 16)
        series.values.shrink_to_fit();
}

bool SeriesReader::putOnGrid(qint64 ms, double value, DecodedSeries &series)
{
    if (series.values.empty()) {
        if (!m_gridChosen)
            chooseGrid(ms);
        const qint64 offset = ms - m_grid.startMs;
        if (offset < 0 || offset % m_grid.stepMs != 0 || offset / m_grid.stepMs >= m_grid.count)
            return false;
        series.firstRow = qsizetype(offset / m_grid.stepMs);
    } else if (ms != m_nextMs) {
        const qint64 gap = ms - m_nextMs;
        if (gap < 0 || gap % m_grid.stepMs != 0)
            return false;
        const qint64 cells = gap / m_grid.stepMs;
        // A few samples far apart would cost more as a column of gaps than with times of their own.
        if (m_gapCells + cells > kFreeGapCells + 4 * m_samples)
            return false;
        m_gapCells += qsizetype(cells);
        series.values.insert(series.values.end(), size_t(cells), Column::missing());
    }
    if (series.firstRow + qsizetype(series.values.size()) >= m_grid.count)
        return false;
    series.values.push_back(value);
    m_nextMs = ms + m_grid.stepMs;
    return true;
}

void SeriesReader::leaveGrid(DecodedSeries &series)
{
    m_onGrid = false;
    size_t kept = 0;
    for (size_t i = 0; i < series.values.size(); ++i) {
        if (Column::isMissing(series.values[i]))
            continue;
        series.times.push_back(double(m_grid.startMs + (series.firstRow + qint64(i)) * m_grid.stepMs));
        series.values[kept++] = series.values[i];
    }
    series.values.resize(kept);
    series.firstRow = 0;
}

void SeriesReader::put(qint64 ms, double value, DecodedSeries &series)
{
    ++m_samples;
    if (m_onGrid && putOnGrid(ms, value, series))
        return;
    if (m_onGrid)
        leaveGrid(series);
    series.times.push_back(double(ms));
    series.values.push_back(value);
}

bool SeriesReader::readPlainPair(const char *&text, qint64 &ms, double &value) const
{
    const char *end = nullptr;
    if (*text != '[' || !parseTimestampMs(text + 1, m_end, ms, end) || *end != ',' || end[1] != '"' || end + 2 >= m_end)
        return false;
    if (!parseSampleValue(end + 2, m_end, value, end) || end[1] != ']')
        return false;
    text = end + 2;
    return text < m_end;
}

bool SeriesReader::readPlainPairs(const char *&text, const std::stop_token &stop, DecodedSeries &series)
{
    qint64 ms = 0;
    double value = 0;
    do {
        ++text;
        if (!readPlainPair(text, ms, value))
            return false;
        put(ms, value, series);
        if (isOver(stop))
            return false;
    } while (*text == ',');
    return *text++ == ']';
}

bool SeriesReader::readPlain(const char *&text, const std::stop_token &stop, DecodedSeries &series)
{
    if (*text != '[')
        return false;
    const auto before = std::make_tuple(m_gridChosen, m_samples, m_gapCells);
    begin(series);
    if (!readPlainPairs(text, stop, series)) {
        std::tie(m_gridChosen, m_samples, m_gapCells) = before;
        return false;
    }
    finish(series);
    return true;
}

simdjson::error_code SeriesReader::readPair(ondemand::value pair, qint64 &ms, double &value) const
{
    ondemand::array items;
    if (const auto code = pair.get_array().get(items))
        return code;
    int index = 0;
    for (auto item : items) {
        ondemand::value part;
        if (const auto code = item.get(part))
            return code;
        const std::string_view token = part.raw_json_token();
        const char *end = nullptr;
        if (index == 0 && !readTime(part, ms))
            return simdjson::NUMBER_ERROR;
        if (index == 1 && (token.front() != '"' || !parseSampleValue(token.data() + 1, m_end, value, end)))
            return simdjson::NUMBER_ERROR;
        ++index;
    }
    return index == 2 ? simdjson::SUCCESS : simdjson::INCORRECT_TYPE;
}

bool SeriesReader::readTime(ondemand::value number, qint64 &ms) const
{
    const char *end = nullptr;
    if (parseTimestampMs(number.raw_json_token().data(), m_end, ms, end))
        return true;
    double seconds = 0;
    if (number.get_double().get(seconds) || !(std::abs(seconds) < 1e13))
        return false;
    ms = std::llround(seconds * 1000);
    return true;
}

simdjson::error_code SeriesReader::readOne(ondemand::value pair, DecodedSeries &series)
{
    qint64 ms = 0;
    double value = 0;
    if (const auto code = readPair(pair, ms, value))
        return code;
    begin(series);
    put(ms, value, series);
    finish(series);
    return simdjson::SUCCESS;
}

simdjson::error_code SeriesReader::readMany(ondemand::value samples, const std::stop_token &stop, DecodedSeries &series)
{
    ondemand::array items;
    if (const auto code = samples.get_array().get(items))
        return code;
    begin(series);
    for (auto item : items) {
        ondemand::value pair;
        qint64 ms = 0;
        double value = 0;
        if (const auto code = item.get(pair))
            return code;
        if (const auto code = readPair(pair, ms, value))
            return code;
        put(ms, value, series);
        if (isOver(stop))
            break;
    }
    finish(series);
    return simdjson::SUCCESS;
}
