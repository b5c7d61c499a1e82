// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

struct MinMax {
    double min = 0;
    double max = 0;

    bool isEmpty() const { return !(min <= max); }
    bool operator==(const MinMax &) const = default;
};

// Smallest and largest finite value; empty (min > max) when there is none. As fast as memory.
MinMax finiteRange(std::span<const double> values);
// No gap and no infinity among them.
bool areFinite(std::span<const double> values);
