// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/transform/calculations.h>

#include <cmath>
#include <pipeline/reduce.h>

using namespace Qt::StringLiterals;

namespace {
// Welford's running variance of the values that are there.
double variance(const Column &values, qsizetype first, qsizetype end)
{
    double mean = 0;
    double squares = 0;
    double count = 0;
    for (qsizetype row = std::max(qsizetype(0), first); row < std::min(end, values.size()); ++row) {
        const double value = values.number(row);
        if (Column::isMissing(value))
            continue;
        ++count;
        const double before = mean;
        mean += (value - before) / count;
        squares += (value - before) * (value - mean);
    }
    return count > 0 ? squares / count : 0;
}

// A calculation over no fields at all.
double ofNothing(const QString &reducer)
{
    static const QStringList zeros{u"sum"_s, u"count"_s, u"changeCount"_s, u"distinctCount"_s, u"delta"_s, u"variance"_s, u"stdDev"_s};
    return zeros.contains(reducer) ? 0 : reducer == "median"_L1 ? std::nan("") : Column::missing();
}

class RunningMean
{
public:
    void add(double value, int sign)
    {
        if (Column::isMissing(value))
            return;
        m_sum += sign * value;
        m_count += sign;
    }
    double mean() const { return m_count == 0 ? 0 : m_sum / m_count; }

private:
    double m_sum = 0;
    double m_count = 0;
};

std::vector<double> trailingMean(const Column &values, qsizetype rows)
{
    std::vector<double> out(size_t(values.size()));
    RunningMean running;
    for (qsizetype row = 0; row < values.size(); ++row) {
        if (!values.isNull(row)) {
            running.add(values.number(row), 1);
            if (row > rows - 1)
                running.add(values.number(row - rows), -1);
        }
        out[size_t(row)] = running.mean();
    }
    return out;
}

std::vector<double> centeredMean(const Column &values, qsizetype before, qsizetype after)
{
    std::vector<double> out(size_t(values.size()));
    RunningMean running;
    for (qsizetype row = 0; row < std::min(after, values.size()); ++row)
        running.add(values.number(row), 1);
    for (qsizetype row = 0; row < values.size(); ++row) {
        if (row + after < values.size())
            running.add(values.number(row + after), 1);
        if (row - before > 0)
            running.add(values.number(row - before - 1), -1);
        out[size_t(row)] = running.mean();
    }
    return out;
}
} // namespace

std::vector<double> calculations::moving(const Column &values, const Window &window, TransformRun &run)
{
    const double wanted = std::ceil(window.size * (window.isShare ? double(values.size()) : 1));
    const auto rows = qsizetype(std::clamp(wanted, 0.0, 1e12));
    const qsizetype before = window.centered ? rows / 2 : rows - 1;
    const qsizetype after = window.centered ? (rows + 1) / 2 - 1 : 0;
    const Column column = values.compacted();
    if (window.reducer == "mean"_L1)
        return window.centered ? centeredMean(column, before, after) : trailingMean(column, rows);
    std::vector<double> out(size_t(values.size()));
    const qint64 each = std::min(rows, values.size());
    for (qsizetype row = 0; row < values.size() && !run.stopped() && run.spend(each); ++row) {
        const double value = variance(column, row - before, row + after + 1);
        out[size_t(row)] = window.reducer == "stdDev"_L1 ? std::sqrt(value) : value;
    }
    return out;
}

std::vector<double> calculations::cumulative(const Column &values, bool mean)
{
    std::vector<double> out(size_t(values.size()));
    double total = 0;
    for (qsizetype row = 0; row < values.size(); ++row) {
        const double value = values.number(row);
        total += Column::isMissing(value) ? 0 : value;
        out[size_t(row)] = mean ? total / double(row + 1) : total;
    }
    return out;
}

std::vector<double> calculations::ofRows(const QList<const Column *> &columns, qsizetype rows, const QString &reducer, const QString &nulls,
                                         TransformRun &run)
{
    const NullMode mode = nulls == "connected"_L1 ? NullMode::Ignore : nulls == "null as zero"_L1 ? NullMode::AsZero : NullMode::Null;
    std::vector<double> values(size_t(rows), columns.isEmpty() ? ofNothing(reducer) : 0);
    std::vector<double> row(size_t(columns.size()));
    for (qsizetype r = 0; r < rows && !columns.isEmpty() && !run.stopped(); ++r) {
        for (qsizetype c = 0; c < columns.size(); ++c)
            row[size_t(c)] = columns[c]->number(r);
        values[size_t(r)] = reduce(Column::numbers(row), reducer, mode).number;
    }
    return values;
}

std::optional<std::vector<double>> calculations::unary(const QString &op, std::vector<double> values)
{
    double (*function)(double) = nullptr;
    if (op == "percent"_L1) {
        double total = 0;
        for (const double value : values)
            total += std::isfinite(value) ? value : 0;
        for (double &value : values)
            value /= total == 0 ? 1 : total;
        return values;
    }
    if (op == "abs"_L1)
        function = [](double x) { return std::abs(x); };
    else if (op == "exp"_L1)
        function = [](double x) { return std::exp(x); };
    else if (op == "ln"_L1)
        function = [](double x) { return std::log(x); };
    else if (op == "floor"_L1)
        function = [](double x) { return std::floor(x); };
    else if (op == "ceil"_L1)
        function = [](double x) { return std::ceil(x); };
    else if (op == "round"_L1)
        function = [](double x) { return std::floor(x + 0.5); };
    else
        return {};
    std::transform(values.begin(), values.end(), values.begin(), function);
    return values;
}

std::optional<std::vector<double>> calculations::binary(const QString &op, const std::vector<double> &left,
                                                        const std::vector<double> &right)
{
    double (*function)(double, double) = nullptr;
    if (op == "+"_L1)
        function = [](double a, double b) { return a + b; };
    else if (op == "-"_L1)
        function = [](double a, double b) { return a - b; };
    else if (op == "*"_L1)
        function = [](double a, double b) { return a * b; };
    else if (op == "/"_L1)
        function = [](double a, double b) { return a / b; };
    else if (op == "%"_L1)
        function = [](double a, double b) { return std::fmod(a, b); };
    else if (op == "**"_L1)
        function = [](double a, double b) { return std::abs(a) == 1 && !std::isfinite(b) ? std::nan("") : std::pow(a, b); };
    else
        return {};
    std::vector<double> out(std::min(left.size(), right.size()));
    for (size_t i = 0; i < out.size(); ++i)
        out[i] = function(left[i], right[i]);
    return out;
}
