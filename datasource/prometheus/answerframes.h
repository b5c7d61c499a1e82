// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <datasource/prometheus/prometheussource.h>
#include <stop_token>

// The rows that a range query has: startMs + row * stepMs, 0 <= row < count.
struct StepGrid {
    qint64 startMs = 0;
    qint64 stepMs = 1;
    qsizetype count = 0;
};

// One series as it was read. On the grid: values of the rows from firstRow on, Column::missing() in gaps. Off the grid: `times` holds
// the ms of each value.
struct DecodedSeries {
    Labels labels;
    qsizetype firstRow = 0;
    std::vector<double> values;
    std::vector<double> times;
};

struct DecodedAnswer {
    StepGrid grid;
    std::vector<DecodedSeries> series;
    bool hasScalar = false; // a scalar or string answer
    bool isText = false; // it is a string
    qint64 scalarMs = 0;
    QString scalarText;
};

// Puts the series into the shape that request.format asks for. Fields of numbers are named "Value" and carry the labels, __name__
// included; those of heatmap rows are named by their upper bound.
Result<Frames> makeFrames(DecodedAnswer &&answer, const QueryRequest &request, const std::stop_token &stop);
