// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstring>
#include <limits>
#include <widgets/plot/rangescan.h>
#include <widgets/plot/simd.h>

namespace {
constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr int kLanes = 8;
typedef double Lanes __attribute__((vector_size(kLanes * sizeof(double))));

// A comparison with NaN is false, so gaps never get in.
PLOT_CLONES void scanLanes(const double *p, size_t n, double *low, double *high)
{
    Lanes lo0, hi0;
    for (int k = 0; k < kLanes; ++k) {
        lo0[k] = kInf;
        hi0[k] = -kInf;
    }
    Lanes lo1 = lo0;
    Lanes hi1 = hi0;
    size_t i = 0;
    for (; i + 2 * kLanes <= n; i += 2 * kLanes) {
        Lanes u, w;
        std::memcpy(&u, p + i, sizeof u);
        std::memcpy(&w, p + i + kLanes, sizeof w);
        lo0 = u < lo0 ? u : lo0;
        hi0 = u > hi0 ? u : hi0;
        lo1 = w < lo1 ? w : lo1;
        hi1 = w > hi1 ? w : hi1;
    }
    lo0 = lo1 < lo0 ? lo1 : lo0;
    hi0 = hi1 > hi0 ? hi1 : hi0;
    double lo = kInf;
    double hi = -kInf;
    for (; i < n; ++i) {
        lo = p[i] < lo ? p[i] : lo;
        hi = p[i] > hi ? p[i] : hi;
    }
    for (int k = 0; k < kLanes; ++k) {
        lo = lo0[k] < lo ? lo0[k] : lo;
        hi = hi0[k] > hi ? hi0[k] : hi;
    }
    *low = lo;
    *high = hi;
}

// Only of finite numbers the difference from itself is zero.
PLOT_CLONES bool scanFinite(const double *p, size_t n)
{
    Lanes sum{};
    size_t i = 0;
    for (; i + kLanes <= n; i += kLanes) {
        Lanes v;
        std::memcpy(&v, p + i, sizeof v);
        sum += v - v;
    }
    double rest = 0;
    for (; i < n; ++i)
        rest += p[i] - p[i];
    for (int k = 0; k < kLanes; ++k)
        rest += sum[k];
    return rest == 0;
}
} // namespace

bool areFinite(std::span<const double> values)
{
    return scanFinite(values.data(), values.size());
}

MinMax finiteRange(std::span<const double> values)
{
    MinMax range{kInf, -kInf};
    scanLanes(values.data(), values.size(), &range.min, &range.max);
    if (range.min > -kInf && range.max < kInf)
        return range;
    if (range.isEmpty())
        return range;
    range = {kInf, -kInf};
    for (const double value : values) {
        if (!std::isfinite(value))
            continue;
        range.min = std::min(range.min, value);
        range.max = std::max(range.max, value);
    }
    return range;
}
