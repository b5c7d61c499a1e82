// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <datasource/prometheus/seriesreader.h>

// Most of an answer is "values":[[1700000000,"1.5"],…], written without a blank. Such runs are read in one go, and what is left for the
// JSON parser is the answer without them, so that it needs neither time nor memory for the samples.
// Only the key before an array can look like that: within a string its quotes would be escaped.
class PlainRuns
{
public:
    // Takes the runs out of the answer, which is followed by SIMDJSON_PADDING readable bytes, and reads them. Whatever is written in
    // another way, or lies beyond a limit or a stop, stays.
    void takeFrom(QByteArray &json, SeriesReader &reader, const std::stop_token &stop);
    // The samples of the run that stood in the array at `offset` of what is left. False: there was none. Ask in ascending order.
    bool take(qsizetype offset, DecodedSeries &series);

private:
    struct Run {
        qsizetype offset;
        DecodedSeries samples;
    };
    std::vector<Run> m_runs;
    size_t m_next = 0;
};
