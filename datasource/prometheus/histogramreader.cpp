// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/histogramreader.h>

#include <cmath>

simdjson::error_code HistogramReader::readBucket(ondemand::value bucket, HistogramSample &sample)
{
    ondemand::array parts;
    if (const auto code = bucket.get_array().get(parts))
        return code;
    double numbers[4]{};
    int index = 0;
    for (auto part : parts) {
        std::string_view text;
        if (index > 3)
            return simdjson::INCORRECT_TYPE;
        if (index > 0) { // the first says which bounds belong to the bucket
            if (const auto code = part.get_string().get(text))
                return code;
            numbers[index] = histogramNumber(toQString(text));
            if (index < 3 && std::isnan(numbers[index]))
                return simdjson::NUMBER_ERROR;
        }
        ++index;
    }
    if (index != 4)
        return simdjson::INCORRECT_TYPE;
    ++m_read;
    if (numbers[1] < numbers[2])
        sample.buckets.push_back({numbers[1], numbers[2], numbers[3]});
    return simdjson::SUCCESS;
}

simdjson::error_code HistogramReader::readBuckets(ondemand::value buckets, HistogramSample &sample)
{
    ondemand::array items;
    if (const auto code = buckets.get_array().get(items))
        return code;
    for (auto item : items) {
        ondemand::value bucket;
        if (const auto code = item.get(bucket))
            return code;
        if (const auto code = readBucket(bucket, sample))
            return code;
        if (m_read > m_maxSamples)
            break;
    }
    return simdjson::SUCCESS;
}

simdjson::error_code HistogramReader::readOne(ondemand::value pair, DecodedHistogram &out)
{
    ondemand::array parts;
    if (const auto code = pair.get_array().get(parts))
        return code;
    HistogramSample sample;
    ++m_read;
    int index = 0;
    for (auto item : parts) {
        ondemand::value part;
        if (const auto code = item.get(part))
            return code;
        if (index == 0 && !m_times.readTime(part, sample.ms))
            return simdjson::NUMBER_ERROR;
        ondemand::object histogram;
        if (index == 1 && !part.get_object().get(histogram)) {
            ondemand::value buckets;
            if (histogram.find_field_unordered("buckets").get(buckets) == simdjson::SUCCESS) {
                if (const auto code = readBuckets(buckets, sample))
                    return code;
            }
        }
        ++index;
    }
    if (index != 2)
        return simdjson::INCORRECT_TYPE;
    out.samples.push_back(std::move(sample));
    return simdjson::SUCCESS;
}

simdjson::error_code HistogramReader::readMany(ondemand::value samples, DecodedHistogram &out)
{
    ondemand::array items;
    if (const auto code = samples.get_array().get(items))
        return code;
    for (auto item : items) {
        ondemand::value pair;
        if (const auto code = item.get(pair))
            return code;
        if (const auto code = readOne(pair, out))
            return code;
        if (m_read > m_maxSamples)
            break;
    }
    return simdjson::SUCCESS;
}
