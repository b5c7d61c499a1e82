// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointF>
#include <widgets/plot/coverage.h>
#include <widgets/plot/plotmodel.h>
#include <widgets/plot/pyramid.h>
#include <widgets/plot/samples.h>
#include <widgets/plot/scale.h>

// One series, ready to be drawn at one size; lengths in device pixels.
struct Trace {
    enum class Kind { Spans, Short, Long, Bars, Points };

    const Samples *x = nullptr;
    const Samples *y = nullptr;
    const Samples *base = nullptr; // null: zero
    const Pyramid *pyramid = nullptr; // null: the rows are scanned
    const std::vector<qsizetype> *bounds = nullptr; // first row of each pixel column, and one more
    TimeScale time;
    ValueScale value;
    Kind kind = Kind::Spans; // Spans: more samples than columns; Short, Long: lines of few or many pixels
    PlotSeries::Interpolation interpolation = PlotSeries::Interpolation::Linear;
    int columns = 0; // of the plot
    int height = 0;
    float width = 1;
    float baseline = 0; // where zero lies
    float pointRadius = 0; // 0: no points
    float lonePointRadius = 0; // of samples between gaps
    float barHalf = 0;
    float barShift = 0;
    std::vector<float> dash;
    Ink stroke;
    Ink fill;
};

// What drawing needs besides: reused from frame to frame, one a thread.
struct TraceMemory {
    Coverage coverage;
    std::vector<float> top;
    std::vector<float> bottom;
    std::vector<float> base;
    std::vector<LineSpan> lines; // one a column
    std::vector<QPointF> points;
    std::vector<QPointF> bases;
    std::vector<QPointF> dashed;
    std::vector<quint32> tile;
    std::vector<int> seenRows; // of each trace, found by findSeenRows
    std::vector<float> darkness;
    float fillEnd = 0; // rows from here on need no fill of the trace at hand
};

// How many rows of each trace, from the top, can be seen in the tile that begins at column first; the others of the traces in drawing
// order lie over it. 0: the trace need not be drawn.
void findSeenRows(const std::vector<Trace> &traces, int first, TraceMemory &memory);

// The samples as the line goes: steps, or a smooth curve in short pieces.
void shapeLine(std::vector<QPointF> &line, const std::vector<QPointF> &samples, PlotSeries::Interpolation interpolation);
// The rows (memory.top, .bottom; top > bottom: none) that the line reaches in the columns first … last - 1.
void columnRanges(const Trace &trace, int first, int last, TraceMemory &memory);
// Where the fill of a column ends: at zero (or fillEnd, where that is higher), or at the series below.
float fillBase(const Trace &trace, int column, float fillEnd);
struct TraceBar {
    float left, right, top, bottom;
};
TraceBar barOf(const Trace &trace, int first, qsizetype row);
bool isFramed(const Trace &trace); // bars with an outline
// The rows that can be seen in some columns, of marks that reach so far to each side.
void rowsNear(const Trace &trace, int first, int columns, float reach, qsizetype &from, qsizetype &to);
bool isLone(const Trace &trace, qsizetype row); // a sample between gaps

// Draws the plot's pixel columns first … first + memory.coverage.columns() - 1; the target begins at column first.
void drawTrace(const Trace &trace, int first, TraceMemory &memory, const PixelTarget &target);

// Its parts.
void drawSpans(const Trace &trace, int first, TraceMemory &memory, const PixelTarget &target);
void drawShortLines(const Trace &trace, int first, TraceMemory &memory, const PixelTarget &target);
void drawLongLines(const Trace &trace, int first, TraceMemory &memory, const PixelTarget &target);
void drawBars(const Trace &trace, int first, TraceMemory &memory, const PixelTarget &target);
void drawPoints(const Trace &trace, int first, TraceMemory &memory, const PixelTarget &target, float radius, bool loneOnly);
