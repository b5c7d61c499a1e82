// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRect>
#include <QtGui/QImage>
#include <list>
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
    void paint(QImage &image, const std::vector<PreparedSeries> &series, const View &view);

private:
    struct Bounds {
        const Samples *x;
        std::vector<qsizetype> rows;
    };
    void plan(const std::vector<PreparedSeries> &series, const View &view);
    void planOne(const PreparedSeries &p, const View &view, int index, Trace &trace);
    const Bounds &boundsOf(const Samples &x, const View &view);
    void paintColumns(quint32 *pixels, std::ptrdiff_t stride, int from, int to, TraceMemory &memory) const;

    std::vector<Trace> m_traces; // in drawing order
    std::list<Bounds> m_bounds;
    size_t m_boundsUsed = 0;
    std::vector<std::vector<quint32>> m_rows; // colours of inks
    size_t m_rowsUsed = 0;
    std::vector<TraceMemory> m_memories;
    bool m_tiled = false;
};
