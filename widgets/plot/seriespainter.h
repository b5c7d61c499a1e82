// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRect>
#include <QtGui/QImage>
#include <deque>
#include <stop_token>
#include <unordered_map>
#include <widgets/plot/prepared.h>
#include <widgets/plot/trace.h>

// Draws series straight into the pixels of an image, with several threads when there is much to do. Keeps its buffers.
class SeriesPainter
{
public:
    struct View {
        QRect plot; // in pixels of the image; inside it
        double dpr = 1;
        double from = 0;
        double to = 1;
        std::vector<ValueScale> scales; // of the y axes
        int highlight = -1;
        double dimmed = 1; // alpha of the others while one is highlighted
    };
    // Any thread; leaves the picture unfinished when it is told to stop.
    void paint(QImage &image, const std::vector<PreparedSeries> &series, const View &view, const std::stop_token &stop = {});

    // What paint() draws, in drawing order; valid until the next call of either.
    const std::vector<Trace> &plan(const std::vector<PreparedSeries> &series, const View &view);

private:
    using Bounds = std::vector<qsizetype>; // of the pixel columns
    void planOne(const PreparedSeries &p, const View &view, int index, Trace &trace);
    const Bounds &boundsOf(const Samples &x, const View &view);
    void paintColumns(quint32 *pixels, std::ptrdiff_t stride, int from, int to, TraceMemory &memory, const std::stop_token &stop) const;

    std::vector<Trace> m_traces; // in drawing order
    std::deque<Bounds> m_bounds; // their addresses stay
    size_t m_boundsUsed = 0;
    std::unordered_map<const Samples *, size_t> m_boundsOf;
    std::vector<std::vector<quint32>> m_rows; // colours of inks
    size_t m_rowsUsed = 0;
    std::vector<TraceMemory> m_memories;
    bool m_tiled = false;
};
