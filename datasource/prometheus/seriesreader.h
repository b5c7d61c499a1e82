// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <datasource/prometheus/answerframes.h>
#include <datasource/prometheus/jsonreader.h>

// Reads the samples of one series after the other, onto the request's grid where they lie on it. The bytes of the answer are followed
// by SIMDJSON_PADDING readable ones.
class SeriesReader
{
public:
    SeriesReader(const QueryRequest &request, qsizetype maxSamples) : m_request(request), m_maxSamples(maxSamples) { }
    void setEnd(const char *end) { m_end = end; }

    // Stops early, without an error, when the limit of samples is passed or the token asks for it.
    simdjson::error_code readMany(ondemand::value samples, const std::stop_token &stop, DecodedSeries &series);
    // The same of [[1700000000,"1.5"],…] just as servers write it, in place; moves `text` behind it. False: it is written in another
    // way or has too many samples, and nothing was read.
    bool readPlain(const char *&text, const std::stop_token &stop, DecodedSeries &series);
    simdjson::error_code readOne(ondemand::value pair, DecodedSeries &series);
    bool readTime(ondemand::value number, qint64 &ms) const;

    qsizetype sampleCount() const { return m_samples; }
    const StepGrid &grid() const { return m_grid; }

private:
    bool readPlainPair(const char *&text, qint64 &ms, double &value) const;
    bool readPlainPairs(const char *&text, const std::stop_token &stop, DecodedSeries &series);
    simdjson::error_code readPair(ondemand::value pair, qint64 &ms, double &value) const;
    bool isOver(const std::stop_token &stop) const { return m_samples > m_maxSamples || (m_samples % 4096 == 0 && stop.stop_requested()); }
    void begin(DecodedSeries &series);
    void put(qint64 ms, double value, DecodedSeries &series);
    bool putOnGrid(qint64 ms, double value, DecodedSeries &series);
    void leaveGrid(DecodedSeries &series);
    void finish(DecodedSeries &series);
    void chooseGrid(qint64 firstMs);

    const QueryRequest &m_request;
    const qsizetype m_maxSamples;
    const char *m_end = nullptr;
    StepGrid m_grid;
    bool m_gridChosen = false;
    qsizetype m_samples = 0;
    qsizetype m_gapCells = 0;
    qsizetype m_lastSize = 0; // of the series before: the next one is probably as long

    bool m_onGrid = true;
    qint64 m_nextMs = 0; // the time of the next row
};
