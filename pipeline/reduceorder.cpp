// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/reduceorder.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace {
constexpr size_t kShort = 32;

// Binary insertion after the first run: defined also where the comparison is no order.
void insertionSort(const std::vector<double> &keys, std::vector<size_t> &order)
{
    const auto less = [&keys, &order](size_t a, size_t b) { return keys[order[a]] < keys[order[b]]; };
    size_t sorted = 1;
    if (order.size() > 1 && less(1, 0)) {
        for (sorted = 2; sorted < order.size() && less(sorted, sorted - 1);)
            ++sorted;
        std::reverse(order.begin(), order.begin() + std::ptrdiff_t(sorted));
    } else {
        while (sorted < order.size() && !less(sorted, sorted - 1))
            ++sorted;
    }
    for (; sorted < order.size(); ++sorted) {
        size_t left = 0;
        size_t right = sorted;
        while (left < right) {
            const size_t middle = left + (right - left) / 2;
            if (less(sorted, middle))
                right = middle;
            else
                left = middle + 1;
        }
        const auto begin = order.begin();
        std::rotate(begin + std::ptrdiff_t(left), begin + std::ptrdiff_t(sorted), begin + std::ptrdiff_t(sorted + 1));
    }
}
} // namespace

std::vector<size_t> orderByKey(const std::vector<double> &keys)
{
    std::vector<size_t> order(keys.size());
    std::iota(order.begin(), order.end(), size_t(0));
    if (order.size() < kShort) {
        insertionSort(keys, order);
        return order;
    }
    const auto numbersEnd = std::stable_partition(order.begin(), order.end(), [&keys](size_t row) { return !std::isnan(keys[row]); });
    std::stable_sort(order.begin(), numbersEnd, [&keys](size_t a, size_t b) { return keys[a] < keys[b]; });
    return order;
}
