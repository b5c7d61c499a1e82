// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <datasource/prometheus/histogramframes.h>
#include <datasource/prometheus/jsonreader.h>
#include <datasource/prometheus/seriesreader.h>

// Reads the native histograms of one series: [time, {"count": …, "sum": …, "buckets": [[rule, "low", "high", "count"], …]}]. Each
// histogram and each bucket counts as a sample.
class HistogramReader
{
public:
    HistogramReader(const SeriesReader &times, qsizetype maxSamples) : m_times(times), m_maxSamples(maxSamples) { }

    // Stops early, without an error, when the limit is passed.
    simdjson::error_code readMany(ondemand::value samples, DecodedHistogram &out);
    simdjson::error_code readOne(ondemand::value pair, DecodedHistogram &out);
    qsizetype sampleCount() const { return m_read; }

private:
    simdjson::error_code readBuckets(ondemand::value buckets, HistogramSample &sample);
    simdjson::error_code readBucket(ondemand::value bucket, HistogramSample &sample);

    const SeriesReader &m_times;
    const qsizetype m_maxSamples;
    qsizetype m_read = 0;
};
