// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRect>
#include <QtGui/QImage>
#include <widgets/plot/plotmodel.h>
#include <widgets/plot/samples.h>
#include <widgets/plot/scale.h>

// Cells into pixels: each cell's colour is looked up once, each row of cells written as one line and copied down.
class HeatPainter
{
public:
    void setCells(const HeatCells &cells);
    bool isEmpty() const { return m_columns == 0 || m_rows == 0; }
    void paint(QImage &image, const QRect &plot, const TimeScale &time, const ValueScale &value, double dpr);
    // The cell at x, y; false: none.
    bool cellAt(double x, double y, qsizetype &column, qsizetype &row) const;

private:
    struct Edge {
        int from = 0;
        int to = 0; // exclusive
    };
    void mapColumns(const QRect &plot, const TimeScale &time, double dpr);
    std::vector<Edge> rowEdges(const QRect &plot, const ValueScale &value, double dpr) const;
    void paintRounded(QImage &image, const QRect &plot, const std::vector<Edge> &rows, double dpr) const;

    HeatCells m_cells;
    Samples m_x;
    size_t m_columns = 0;
    size_t m_rows = 0;
    std::vector<quint32> m_colors; // row after row; premultiplied, 0: no cell
    std::vector<int> m_columnOf; // of a pixel column; -1: none
    std::vector<Edge> m_edges; // of the visible columns of cells, by column
    std::vector<quint32> m_line;
};
