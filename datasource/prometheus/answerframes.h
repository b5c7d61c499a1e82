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

// The two fields that a frame of time series is made of.
Field timeField(Column times);
Field valueField(Labels labels, Column values);

QString keyOf(const Labels &labels, const QString &except = {}); // equal for equal labels, one of them left out

// Rows of one series, and those that the series of an answer share: from the first sample of any to the last. A series stays out, in a
// frame of its own, when filling it up to them would cost too much.
struct RowSpan {
    qint64 first = 0;
    qint64 count = 0;
};

struct SharedRows {
    qint64 first = 0;
    qint64 end = 0;
    qint64 fewest = 0; // rows that a series must have to share

    qint64 rows() const { return std::max<qint64>(0, end - first); }
    bool has(const RowSpan &span) const { return span.count >= fewest; }
};
SharedRows sharedRows(const std::vector<RowSpan> &spans);

// Time series of one answer as request.format Heatmap gives them: one frame for each set of labels besides `le`.
Frames heatmapFrames(const Frames &frames, const QString &refId);
