// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/plainruns.h>

void PlainRuns::takeFrom(QByteArray &json, SeriesReader &reader, const std::stop_token &stop)
{
    constexpr std::string_view kKey = "\"values\":";
    const std::string_view text(json.constData(), size_t(json.size()));
    QByteArray rest;
    size_t copied = 0;
    for (size_t at = text.find(kKey); at != text.npos && !stop.stop_requested(); at = text.find(kKey, at)) {
        at += kKey.size();
        DecodedSeries samples;
        const char *end = text.data() + at;
        if (!reader.readPlain(end, stop, samples))
            continue;
        rest.append(text.data() + copied, qsizetype(at - copied));
        m_runs.push_back({rest.size(), std::move(samples)});
        rest.append("[]");
        at = copied = size_t(end - text.data());
    }
    if (m_runs.empty())
        return;
    rest.append(text.data() + copied, qsizetype(text.size() - copied));
    json = std::move(rest);
}

bool PlainRuns::take(qsizetype offset, DecodedSeries &series)
{
    while (m_next < m_runs.size() && m_runs[m_next].offset < offset)
        ++m_next;
    if (m_next == m_runs.size() || m_runs[m_next].offset != offset)
        return false;
    DecodedSeries &samples = m_runs[m_next++].samples;
    series.firstRow = samples.firstRow;
    series.values = std::move(samples.values);
    series.times = std::move(samples.times);
    return true;
}
