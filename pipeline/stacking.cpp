// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/stacking.h>

#include <cmath>
#include <map>

namespace {
// Where the next series of a group begins, row by row, above and below zero.
struct Piles {
    std::vector<double> above;
    std::vector<double> below;
    std::vector<double> total; // of all magnitudes; percent only

    void grow(size_t rows)
    {
        for (std::vector<double> *each : {&above, &below, &total})
            each->resize(std::max(each->size(), rows), 0);
    }
};

using Key = std::pair<StackMode, QString>;

std::vector<double> valuesOf(const StackInput &input)
{
    std::vector<double> values;
    values.reserve(size_t(input.values.size()));
    for (qsizetype index = 0; index < input.values.blockCount(); ++index) {
        const auto run = input.values.block(index);
        values.insert(values.end(), run.begin(), run.end());
    }
    if (input.negative) {
        for (double &value : values)
            value = std::isnan(value) ? value : -value;
    }
    return values;
}

Stacked unstacked(std::vector<double> values)
{
    const size_t rows = values.size();
    return {Column::numbers(std::vector<double>(rows, 0)), Column::numbers(std::move(values))};
}

Stacked piled(std::vector<double> values, bool percent, Piles &piles)
{
    std::vector<double> lower(values.size(), 0);
    for (size_t row = 0; row < values.size(); ++row) {
        if (std::isnan(values[row])) {
            lower[row] = Column::missing();
            continue;
        }
        if (percent)
            values[row] = piles.total[row] > 0 ? values[row] / piles.total[row] : 0;
        double &pile = std::signbit(values[row]) ? piles.below[row] : piles.above[row];
        lower[row] = pile;
        pile += values[row];
        values[row] = pile;
    }
    return {Column::numbers(std::move(lower)), Column::numbers(std::move(values))};
}
} // namespace

QList<Stacked> stack(const QList<StackInput> &inputs)
{
    std::map<Key, Piles> groups;
    std::vector<std::vector<double>> values;
    for (const StackInput &input : inputs) {
        values.push_back(valuesOf(input));
        if (input.mode == StackMode::None)
            continue;
        Piles &piles = groups[{input.mode, input.group}];
        piles.grow(values.back().size());
        for (size_t row = 0; row < values.back().size(); ++row)
            piles.total[row] += std::isnan(values.back()[row]) ? 0 : std::abs(values.back()[row]);
    }
    QList<Stacked> out;
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        const StackInput &input = inputs[i];
        if (input.mode == StackMode::None)
            out.append(unstacked(std::move(values[size_t(i)])));
        else
            out.append(piled(std::move(values[size_t(i)]), input.mode == StackMode::Percent, groups[{input.mode, input.group}]));
    }
    return out;
}
