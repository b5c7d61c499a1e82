// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/frame.h>
#include <vector>

struct HistogramBucket {
    double low = 0;
    double high = 0; // over low
    double count = 0;
};

struct HistogramSample {
    qint64 ms = 0;
    std::vector<HistogramBucket> buckets;
};

// A native histogram as it was read: its buckets may be finer at one time than at another.
struct DecodedHistogram {
    Labels labels;
    std::vector<HistogramSample> samples;
};

// A heatmap frame: a field for each bucket, lowest first, named by its upper bound, with the bounds as labels "ge" and "le". Buckets that
// a coarser one covers at another time are added up to that one, so counts stay exact. Nothing
// if there are no buckets, or over 20 million cells.
std::optional<Frame> histogramFrame(const DecodedHistogram &histogram, const QString &refId);

double histogramNumber(const QString &text); // "+Inf", "-Inf", numbers; else NaN
QString histogramBound(double value); // as Prometheus prints it
