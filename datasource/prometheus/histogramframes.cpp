// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/histogramframes.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kMaxCells = 20'000'000;

struct Span {
    double low;
    double high;
};

// What the buckets of all times cover, cut where none of them reaches across.
std::vector<Span> spansOf(const DecodedHistogram &histogram)
{
    std::vector<Span> all;
    for (const HistogramSample &sample : histogram.samples) {
        for (const HistogramBucket &bucket : sample.buckets)
            all.push_back({bucket.low, bucket.high});
    }
    std::sort(all.begin(), all.end(), [](const Span &a, const Span &b) { return a.low != b.low ? a.low < b.low : a.high < b.high; });
    std::vector<Span> spans;
    for (const Span &each : all) {
        if (!spans.empty() && each.low < spans.back().high)
            spans.back().high = std::max(spans.back().high, each.high);
        else
            spans.push_back(each);
    }
    return spans;
}

Column timesOf(const DecodedHistogram &histogram)
{
    const auto &samples = histogram.samples;
    const qint64 step = samples.size() > 1 ? samples[1].ms - samples[0].ms : 1;
    bool even = step > 0;
    std::vector<double> times;
    for (size_t i = 0; i < samples.size(); ++i) {
        even = even && samples[i].ms == samples[0].ms + qint64(i) * step;
        times.push_back(double(samples[i].ms));
    }
    return even ? Column::grid(samples[0].ms, step, qsizetype(samples.size())) : Column::times(std::move(times));
}

} // namespace

double histogramNumber(const QString &text)
{
    if (text == "+Inf"_L1 || text == "Inf"_L1)
        return INFINITY;
    if (text == "-Inf"_L1)
        return -INFINITY;
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok ? value : NAN;
}

QString histogramBound(double value)
{
    if (std::isinf(value))
        return value > 0 ? u"+Inf"_s : u"-Inf"_s;
    return QString::number(value, 'g', 17 - (QString::number(value, 'g', 16).toDouble() == value));
}

std::optional<Frame> histogramFrame(const DecodedHistogram &histogram, const QString &refId)
{
    const std::vector<Span> spans = spansOf(histogram);
    if (spans.empty() || spans.size() > kMaxCells / histogram.samples.size())
        return {};
    std::vector<std::vector<double>> counts(spans.size(), std::vector<double>(histogram.samples.size(), 0));
    for (size_t at = 0; at < histogram.samples.size(); ++at) {
        for (const HistogramBucket &bucket : histogram.samples[at].buckets) {
            const auto span
                = std::upper_bound(spans.begin(), spans.end(), bucket.low, [](double low, const Span &each) { return low < each.high; });
            counts[size_t(span - spans.begin())][at] += bucket.count;
        }
    }
    Frame frame{{}, refId, Frame::Kind::HeatmapRows, {{u"Time"_s, {}, timesOf(histogram), {}, {}}}};
    for (size_t i = 0; i < spans.size(); ++i) {
        Labels labels = histogram.labels;
        labels.insert(u"ge"_s, histogramBound(spans[i].low));
        labels.insert(u"le"_s, histogramBound(spans[i].high));
        frame.fields.append({labels.value(u"le"_s), labels, Column::numbers(std::move(counts[i])), {}, {}});
    }
    frame.name = frame.fields[1].name;
    return frame;
}
