// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/reduce.h>

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <cmath>
#include <limits>
#include <pipeline/reduceorder.h>

using namespace Qt::StringLiterals;

namespace {
constexpr double kMax = std::numeric_limits<double>::max();

Reduced none()
{
    return {};
}
Reduced number(double value)
{
    return {Reduced::Kind::Number, value, {}, {}};
}
Reduced truth(bool value)
{
    return {Reduced::Kind::Bool, value ? 1.0 : 0.0, {}, {}};
}

Reduced valueAt(const Column &values, qsizetype row)
{
    if (values.isNull(row))
        return none();
    switch (values.type()) {
    case Column::Type::Text:
        return {Reduced::Kind::Text, Column::missing(), values.text(row), {}};
    case Column::Type::Bool:
        return truth(values.number(row) != 0);
    default:
        return number(values.number(row));
    }
}

bool hasNumbers(const Column &values)
{
    return values.type() == Column::Type::Number || values.type() == Column::Type::Time;
}

// One pass over the numbers; NaN is no value here, a missing one is 0 or no value.
struct Totals {
    double sum = 0;
    double min = kMax;
    double max = -kMax;
    double logmin = kMax;
    double first = Column::missing();
    double last = Column::missing();
    double delta = 0;
    double step = kMax;
    qsizetype count = 0;
    bool allZero = true;
    bool rising = true;

    void add(double value)
    {
        sum += value;
        min = std::min(min, value);
        max = std::max(max, value);
        if (value > 0)
            logmin = std::min(logmin, value);
        allZero = allZero && value == 0;
        if (count++ == 0) {
            first = last = value;
            return;
        }
        const double change = value - last;
        step = std::min(step, change);
        // After a reset of the counter the first step up is unknown growth.
        if (!(last > value) && rising)
            delta += change;
        rising = !(last > value);
        last = value;
    }
};

Totals totals(const Column &values, bool missingIsZero)
{
    Totals out;
    if (!hasNumbers(values))
        return out;
    for (qsizetype index = 0; index < values.blockCount(); ++index) {
        for (const double value : values.block(index)) {
            if (!std::isnan(value))
                out.add(value);
            else if (missingIsZero && Column::isMissing(value))
                out.add(0);
        }
    }
    return out;
}

qsizetype missingCount(const Column &values)
{
    qsizetype count = 0;
    if (values.type() == Column::Type::Text) {
        for (qsizetype row = 0; row < values.size(); ++row)
            count += values.isNull(row);
        return count;
    }
    for (qsizetype index = 0; index < values.blockCount(); ++index) {
        for (const double value : values.block(index))
            count += std::isnan(value) && Column::isMissing(value);
    }
    return count;
}

bool isValue(const Column &values, qsizetype row)
{
    return values.type() == Column::Type::Text ? !values.isNull(row) : !std::isnan(values.number(row));
}

Reduced lastValue(const Column &values)
{
    if (values.type() != Column::Type::Text) {
        for (qsizetype index = values.blockCount() - 1, end = values.size(); index >= 0; --index) {
            const auto run = values.block(index);
            end -= qsizetype(run.size());
            for (qsizetype i = qsizetype(run.size()) - 1; i >= 0; --i) {
                if (!std::isnan(run[size_t(i)]))
                    return valueAt(values, end + i);
            }
        }
        return none();
    }
    qsizetype row = values.size() - 1;
    while (row >= 0 && !isValue(values, row))
        --row;
    return row < 0 ? none() : valueAt(values, row);
}

Reduced firstValue(const Column &values)
{
    for (qsizetype row = 0; row < values.size(); ++row) {
        if (isValue(values, row))
            return valueAt(values, row);
    }
    return none();
}

double variance(const Column &values)
{
    double mean = 0;
    double squares = 0;
    double count = 0;
    for (qsizetype index = 0; hasNumbers(values) && index < values.blockCount(); ++index) {
        for (const double value : values.block(index)) {
            if (std::isnan(value) && Column::isMissing(value))
                continue;
            const double before = mean;
            mean += (value - before) / ++count;
            squares += (value - before) * (value - mean);
        }
    }
    return count > 0 ? squares / count : 0;
}

// The values that ordering looks at: rows of the column (or -1: a zero that stands for a missing value) and their sort keys.
struct Ordered {
    std::vector<qsizetype> rows;
    std::vector<double> keys;
};

double keyOf(const Column &values, qsizetype row)
{
    if (values.isNull(row))
        return 0;
    if (values.type() != Column::Type::Text)
        return values.number(row);
    const QString text = values.text(row).trimmed();
    bool ok = true;
    const double key = text.isEmpty() ? 0 : text.toDouble(&ok);
    return ok ? key : std::nan("");
}

Ordered ordered(const Column &values, NullMode nulls)
{
    std::vector<qsizetype> rows;
    std::vector<double> keys;
    for (qsizetype row = 0; row < values.size(); ++row) {
        const bool missing = values.isNull(row);
        if (missing && nulls != NullMode::AsZero && nulls != NullMode::Null)
            continue;
        rows.push_back(missing && nulls == NullMode::AsZero ? -1 : row);
        keys.push_back(keyOf(values, row));
    }
    Ordered out;
    for (const size_t index : orderByKey(keys)) {
        out.rows.push_back(rows[index]);
        out.keys.push_back(keys[index]);
    }
    return out;
}

Reduced orderedAt(const Column &values, const Ordered &all, size_t index)
{
    return all.rows[index] < 0 ? number(0) : valueAt(values, all.rows[index]);
}

Reduced median(const Column &values, NullMode nulls)
{
    const Ordered all = ordered(values, nulls);
    if (all.rows.empty())
        return number(std::nan(""));
    const size_t middle = all.rows.size() / 2;
    if (all.rows.size() % 2 == 1)
        return orderedAt(values, all, middle);
    return number((all.keys[middle - 1] + all.keys[middle]) / 2);
}

Reduced percentile(const Column &values, int percent, NullMode nulls)
{
    const Ordered all = ordered(values, nulls);
    if (all.rows.empty())
        return none();
    return orderedAt(values, all, size_t(std::floor(double(all.rows.size() - 1) * (percent / 100.0) + 0.5)));
}

// What "the same value" means: text by text, all NaNs alike, missing apart from NaN.
QString identity(const Column &values, qsizetype row, NullMode nulls)
{
    if (values.isNull(row))
        return nulls == NullMode::AsZero ? u"n0"_s : u"missing"_s;
    if (values.type() == Column::Type::Text)
        return u't' + values.text(row);
    const double value = values.number(row);
    return u'n' + (value == 0 ? u"0"_s : QString::number(value, 'g', QLocale::FloatingPointShortest));
}

bool skipped(const Column &values, qsizetype row, NullMode nulls)
{
    return nulls != NullMode::AsZero && nulls != NullMode::Null && values.isNull(row);
}

qsizetype changeCount(const Column &values, NullMode nulls)
{
    qsizetype count = 0;
    QString last;
    for (qsizetype row = 0; row < values.size(); ++row) {
        if (skipped(values, row, nulls))
            continue;
        const QString now = identity(values, row, nulls);
        count += !last.isNull() && (now != last || now == "nnan"_L1);
        last = now;
    }
    return count;
}

qsizetype distinctCount(const Column &values, NullMode nulls)
{
    QSet<QString> seen;
    for (qsizetype row = 0; row < values.size(); ++row) {
        if (!skipped(values, row, nulls))
            seen.insert(identity(values, row, nulls));
    }
    return seen.size();
}

Column unique(const Column &values)
{
    QSet<QString> seen;
    Column out;
    std::vector<double> numbers;
    std::vector<QString> texts;
    for (qsizetype row = 0; row < values.size(); ++row) {
        const qsizetype before = seen.size();
        seen.insert(identity(values, row, NullMode::Null));
        if (seen.size() == before)
            continue;
        if (values.type() == Column::Type::Text)
            texts.push_back(values.text(row));
        else
            numbers.push_back(values.number(row));
    }
    switch (values.type()) {
    case Column::Type::Text:
        return Column::texts(std::move(texts));
    case Column::Type::Bool:
        return Column::bools(std::move(numbers));
    case Column::Type::Time:
        return Column::times(std::move(numbers));
    case Column::Type::Number:
        break;
    }
    return Column::numbers(std::move(numbers));
}

Reduced unless(bool absent, double value)
{
    return absent ? none() : number(value);
}

Reduced fromTotals(const QString &id, const Column &values, NullMode nulls)
{
    const Totals t = totals(values, nulls == NullMode::AsZero);
    const bool empty = t.count == 0;
    // Infinite values alone leave an end without a value.
    const bool noMin = t.min == kMax;
    const bool noMax = t.max == -kMax;
    if (id == "min"_L1)
        return unless(noMin, t.min);
    if (id == "max"_L1)
        return unless(noMax, t.max);
    if (id == "mean"_L1)
        return unless(empty, t.sum / double(t.count));
    if (id == "sum"_L1)
        return number(t.sum);
    if (id == "range"_L1)
        return unless(noMin || noMax, t.max - t.min);
    if (id == "delta"_L1)
        return number(t.delta);
    if (id == "step"_L1)
        return unless(t.step == kMax, t.step);
    if (id == "diff"_L1)
        return unless(empty, t.last - t.first);
    if (id == "diffperc"_L1)
        return number(empty ? 0 : (t.last - t.first) / t.first * 100);
    if (id == "logmin"_L1)
        return number(t.logmin);
    if (id == "allIsZero"_L1)
        return truth(!empty && t.allZero);
    return id == "allIsNull"_L1 ? truth(empty) : none();
}

Reduced ofEmpty(const QString &id)
{
    if (id == "sum"_L1 || id == "count"_L1 || id == "countAll"_L1)
        return number(0);
    if (id == "allIsZero"_L1 || id == "allIsNull"_L1)
        return truth(id == "allIsNull"_L1);
    return none();
}

// Unknown: empty.
QString canonicalId(const QString &id)
{
    static const QHash<QString, QString> ids = [] {
        QHash<QString, QString> all;
        for (const ReducerInfo &info : reducers()) {
            all.insert(info.id, info.id);
            for (const QString &alias : info.aliases)
                all.insert(alias, info.id);
        }
        return all;
    }();
    return ids.value(id);
}
} // namespace

Reduced reduce(const Column &values, const QString &reducerId, NullMode nulls)
{
    const QString id = canonicalId(reducerId);
    if (id.isEmpty())
        return none();
    if (values.isEmpty())
        return ofEmpty(id);
    if (id == "lastNotNull"_L1)
        return lastValue(values);
    if (id == "firstNotNull"_L1)
        return firstValue(values);
    if (id == "last"_L1)
        return valueAt(values, values.size() - 1);
    if (id == "first"_L1)
        return valueAt(values, 0);
    if (id == "countAll"_L1)
        return number(double(values.size()));
    if (id == "count"_L1) {
        const bool all = nulls == NullMode::AsZero || nulls == NullMode::Null;
        return number(double(values.size() - (all ? 0 : missingCount(values))));
    }
    if (id == "variance"_L1)
        return number(variance(values));
    if (id == "stdDev"_L1)
        return number(std::sqrt(variance(values)));
    if (id == "median"_L1)
        return median(values, nulls);
    if (id == "changeCount"_L1)
        return number(double(changeCount(values, nulls)));
    if (id == "distinctCount"_L1)
        return number(double(distinctCount(values, nulls)));
    if (id == "allValues"_L1)
        return {Reduced::Kind::List, Column::missing(), {}, values};
    if (id == "uniqueValues"_L1)
        return {Reduced::Kind::List, Column::missing(), {}, unique(values)};
    if (id.startsWith(u'p'))
        return percentile(values, id.mid(1).toInt(), nulls);
    return fromTotals(id, values, nulls);
}

double reduceToNumber(const Column &values, const QString &reducerId, NullMode nulls)
{
    const Reduced result = reduce(values, reducerId, nulls);
    return result.kind == Reduced::Kind::Number ? result.number : Column::missing();
}
