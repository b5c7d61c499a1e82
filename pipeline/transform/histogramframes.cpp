// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <map>
#include <pipeline/transform/catalogue.h>
#include <pipeline/transform/cells.h>

using namespace Qt::StringLiterals;

namespace {
struct HistogramOptions {
    std::optional<double> bucketSize; // none: by the range, some 30 buckets
    double bucketOffset = 0;
    bool combine = false;
};

constexpr double kBuckets = 30;

// Human sizes: 1, 2, 2.5, 4, 5 of each power of ten; among the ones no 2.5.
double niceSize(double above, double atLeast)
{
    for (int power = -9; power <= 9; ++power) {
        for (const double mantissa : {1.0, 2.0, power == 0 ? 2.0 : 2.5, 4.0, 5.0}) {
            const double size = mantissa * std::pow(10, power);
            if (size > above && size >= atLeast)
                return size;
        }
    }
    return std::nan("");
}

std::vector<double> valuesOf(const QList<const Field *> &fields)
{
    std::vector<double> values;
    for (const Field *field : fields) {
        for (qsizetype row = 0; row < field->values.size(); ++row) {
            if (const double value = field->values.number(row); std::isfinite(value))
                values.push_back(value);
        }
    }
    std::sort(values.begin(), values.end());
    return values;
}

double sizeFor(const std::vector<double> &sorted)
{
    double smallest = HUGE_VAL;
    for (size_t i = 1; i < sorted.size(); ++i) {
        if (sorted[i] != sorted[i - 1])
            smallest = std::min(smallest, sorted[i] - sorted[i - 1]);
    }
    if (sorted.size() == 1)
        smallest = 1;
    return sorted.empty() ? 1 : niceSize((sorted.back() - sorted.front()) / kBuckets, smallest);
}

std::optional<int> decimalsOf(double size)
{
    for (int decimals = 0; size >= 1e-6 && decimals < 10; ++decimals) { // smaller ones print with an exponent
        const double scaled = size * std::pow(10, decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-9)
            return decimals == 0 ? std::nullopt : std::optional(decimals);
    }
    return {};
}

// Bucket numbers -> a count for each field. All that equals NaN is one bucket.
using Counts = std::map<double, std::vector<double>>;

Counts count(const QList<const Field *> &fields, double size, const HistogramOptions &options)
{
    Counts counts;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        for (qsizetype row = 0; row < fields[i]->values.size(); ++row) {
            const double value = fields[i]->values.number(row);
            if (!std::isfinite(value))
                continue;
            const double bucket = std::isnan(size) ? 0 : std::floor((value - options.bucketOffset) / size);
            std::vector<double> &into = counts[bucket];
            into.resize(options.combine ? 1 : size_t(fields.size()));
            ++into[options.combine ? 0 : size_t(i)];
        }
    }
    return counts;
}

Frames histogram(const HistogramOptions &options, const Frames &frames, TransformRun &run)
{
    QList<const Field *> fields;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            if (field.isNumeric())
                fields.append(&field);
        }
    }
    if (fields.isEmpty())
        return frames;
    const double size = options.bucketSize.value_or(0) > 0 ? *options.bucketSize : sizeFor(valuesOf(fields));
    const Counts counts = count(fields, size, options);
    const qsizetype columns = options.combine ? 1 : fields.size();
    if (run.stopped() || !run.hasRoomFor(double(counts.size()) * double(columns + 2)))
        return frames;
    std::vector<double> starts;
    std::vector<double> ends;
    std::vector<std::vector<double>> values(static_cast<size_t>(columns));
    for (const auto &[bucket, found] : counts) {
        starts.push_back(bucket * size + options.bucketOffset);
        ends.push_back((bucket + 1) * size + options.bucketOffset);
        for (size_t i = 0; i < values.size(); ++i)
            values[i].push_back(found[i]);
    }
    Frame out{{}, u"histogram"_s, Frame::Kind::Unknown, {}};
    const auto measured = std::find_if(fields.begin(), fields.end(), [](const Field *field) { return !field->config.unit.isEmpty(); });
    FieldConfig edge = measured == fields.end() ? FieldConfig() : (*measured)->config;
    if (const std::optional<int> decimals = decimalsOf(size))
        edge.decimals = decimals;
    out.fields.append({u"xMin"_s, {}, Column::numbers(std::move(starts)), edge, {}});
    out.fields.append({u"xMax"_s, {}, Column::numbers(std::move(ends)), edge, {}});
    for (qsizetype i = 0; i < columns; ++i) {
        Field field = *fields[i];
        field.values = Column::numbers(std::move(values[size_t(i)]));
        if (field.config.unit != "short"_L1)
            field.config.unit.clear();
        if (options.combine)
            field.name = u"count"_s;
        out.fields.append(std::move(field));
    }
    return {out};
}
} // namespace

Transformation histogramTransformation()
{
    using O = HistogramOptions;
    OptionSchema<O> schema;
    schema.number(u"bucketSize"_s, &O::bucketSize, QT_TRANSLATE_NOOP("Options", "Bucket size"));
    schema.number(u"bucketOffset"_s, &O::bucketOffset, QT_TRANSLATE_NOOP("Options", "Bucket offset"));
    schema.boolean(u"combine"_s, &O::combine, QT_TRANSLATE_NOOP("Options", "Combine series"));
    Transformation out
        = makeTransformation<O>(u"histogram"_s, QT_TRANSLATE_NOOP("Transformations", "Histogram"),
                                QT_TRANSLATE_NOOP("Transformations", "Counts values by size, in buckets"), schema, histogram);
    out.byRow = true;
    return out;
}
