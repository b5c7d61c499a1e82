// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/heatmap/heatmaprows.h>

#include <algorithm>
#include <cmath>
#include <core/duration.h>

namespace {

using H = HeatmapOptions;

constexpr double kUsualColumns = 20; // Grafana's
constexpr double kUsualRows = 10;
constexpr double kMostColumns = 4000;
constexpr double kMostRows = 400;

struct Extent {
    double low = INFINITY;
    double high = -INFINITY;

    void add(double value)
    {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    bool isEmpty() const { return !(low <= high); }
};

// Every sample of every series that can be counted.
template <class Visit>
void eachSample(const HeatmapInput &input, Visit visit)
{
    const bool positive = input.options.calculatedScale == H::Scale::Log;
    for (const Frame &frame : input.data.frames) {
        const auto time = std::find_if(frame.fields.begin(), frame.fields.end(), [](const Field &field) { return field.isTime(); });
        if (time == frame.fields.end())
            continue;
        for (const Field &field : frame.fields) {
            if (!field.isNumeric())
                continue;
            qsizetype row = 0;
            for (qsizetype b = 0; b < field.values.blockCount(); ++b) {
                for (const double value : field.values.block(b)) {
                    const double x = time->values.number(row++);
                    if (std::isfinite(value) && std::isfinite(x) && (!positive || value > 0))
                        visit(x, value);
                }
            }
        }
    }
}

const Field *firstSeries(const Frames &frames)
{
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            if (field.isNumeric())
                return &field;
        }
    }
    return nullptr;
}

// The largest 1, 2, 2.5 or 5 times a power of ten that is not over it.
double niceBelow(double value)
{
    const double magnitude = std::pow(10, std::floor(std::log10(value) + 1e-12));
    for (const double factor : {5.0, 2.5, 2.0}) {
        if (factor * magnitude <= value * (1 + 1e-9))
            return factor * magnitude;
    }
    return magnitude;
}

double niceTimeBelow(double ms)
{
    constexpr double s = 1000, m = 60 * s, h = 60 * m, d = 24 * h;
    double best = 1;
    for (const double each : {1.0,    2.0,    5.0,    10.0,   20.0,  50.0,   100.0, 200.0,  500.0,  s,      2 * s,  5 * s,
                              10 * s, 15 * s, 20 * s, 30 * s, m,     2 * m,  5 * m, 10 * m, 15 * m, 20 * m, 30 * m, h,
                              2 * h,  3 * h,  4 * h,  6 * h,  8 * h, 12 * h, d,     2 * d,  5 * d,  10 * d, 30 * d}) {
        if (each <= ms)
            best = each;
    }
    return best;
}

double numberIn(const Json &value)
{
    const double number = value.isNumber() ? value.toDouble() : value.toString().trimmed().toDouble();
    return std::isfinite(number) && number > 0 ? number : 0;
}

double columnStep(const HeatmapInput &input, const Extent &x)
{
    const Json &asked = input.options.xBuckets;
    const double span = std::max(1.0, x.high - x.low);
    double step = 0;
    if (input.options.xMode == H::BucketMode::Size)
        step = asked.isNumber() ? asked.toDouble() : double(parseGoDuration(asked.toString()).value_or(0));
    if (!(step > 0)) {
        const double count = input.options.xMode == H::BucketMode::Count ? numberIn(asked) : 0;
        step = niceTimeBelow(span / (count > 0 ? count : kUsualColumns));
    }
    return std::max(std::ceil(std::max(step, span / kMostColumns)), 1.0);
}

// Buckets by number: number 0 begins at zero (linear), at one (log), or is the middle one (symlog).
struct Buckets {
    H::Scale scale = H::Scale::Linear;
    double size = 1; // linear: of a bucket; log: buckets for each power of the base
    double base = 2;
    double threshold = 1;

    double indexOf(double value) const
    {
        if (scale == H::Scale::Log)
            return std::floor(std::log(value) / std::log(base) * size + 1e-9);
        if (scale != H::Scale::Symlog)
            return std::floor(value / size + 1e-9);
        if (std::abs(value) <= threshold)
            return 0;
        return std::copysign(std::floor(std::log(std::abs(value) / threshold) / std::log(base) + 1e-9) + 1, value);
    }

    double low(double index) const
    {
        if (scale == H::Scale::Log)
            return std::pow(base, index / size);
        if (scale != H::Scale::Symlog)
            return index * size;
        return index > 0 ? threshold * std::pow(base, index - 1) : -threshold * std::pow(base, -index);
    }
};

Buckets bucketsFor(const HeatmapInput &input, const Extent &y)
{
    const H &o = input.options;
    Buckets out{o.calculatedScale, 1, o.calculatedBase, o.calculatedThreshold};
    const double asked = numberIn(o.yBuckets);
    const bool counts = o.yMode == H::BucketMode::Count || asked <= 0;
    const double count = asked > 0 ? asked : kUsualRows;
    if (out.scale == H::Scale::Log) {
        const double powers = std::max(1.0, std::log(y.high / y.low) / std::log(out.base));
        out.size
            = std::clamp(o.yMode == H::BucketMode::Count && asked > 0 ? std::round(count / powers) : asked, 1.0, kMostRows / powers + 1);
    } else if (out.scale == H::Scale::Linear) {
        const double span = y.high > y.low ? y.high - y.low : std::max(1.0, std::abs(y.high));
        out.size = std::max(counts ? niceBelow(span / count) : asked, span / kMostRows);
    }
    return out;
}

} // namespace

HeatmapRows calculatedRows(const HeatmapInput &input)
{
    HeatmapRows out;
    out.endsAtSample = false;
    Extent x;
    Extent y;
    eachSample(input, [&](double at, double value) {
        x.add(at);
        y.add(value);
    });
    if (x.isEmpty())
        return out;
    const double step = columnStep(input, x);
    const Buckets buckets = bucketsFor(input, y);
    const double firstColumn = std::floor(x.low / step);
    const double firstRow = buckets.indexOf(y.low);
    const auto columns = size_t(std::floor(x.high / step) - firstColumn + 1);
    const auto rows = size_t(std::min(kMostRows + 1, buckets.indexOf(y.high) - firstRow + 1));
    std::vector<std::vector<double>> counts(rows, std::vector<double>(columns, 0));
    eachSample(input, [&](double at, double value) {
        const auto row = size_t(std::max(0.0, buckets.indexOf(value) - firstRow));
        counts[std::min(row, rows - 1)][size_t(std::floor(at / step) - firstColumn)] += 1;
    });
    out.stepMs = step;
    out.starts = Column::grid(qint64(firstColumn * step), qint64(step), qsizetype(columns));
    const Field &like = *firstSeries(input.data.frames);
    for (size_t i = 0; i < rows; ++i) {
        HeatmapRow row;
        row.field.config.unit = like.config.unit;
        row.field.config.decimals = like.config.decimals;
        row.field.values = Column::numbers(std::move(counts[i]));
        row.low = buckets.low(firstRow + double(i));
        row.bound = buckets.low(firstRow + double(i) + 1);
        row.lowLabel = boundLabel(*row.low, row.field, input);
        row.label = boundLabel(*row.bound, row.field, input);
        out.rows.append(row);
    }
    out.rows.removeIf([&](const HeatmapRow &row) {
        return (input.options.axisMin && *row.bound <= *input.options.axisMin)
            || (input.options.axisMax && *row.low >= *input.options.axisMax);
    });
    return out;
}
