// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <QtGui/QPolygonF>
#include <core/column.h>
#include <vector>

class QColor;
class QPainter;

// The lines of a sparkline inside a rectangle: one polyline a run without gaps. More samples than pixel columns become first, min,
// max and last of each column, so no spike is lost. times: empty = evenly spaced.
std::vector<QPolygonF> sparklineRuns(const Column &values, const Column &times, const QRectF &rect);

// The line, and below it (to the rectangle's foot) a fill that fades. fillTop: alpha at the top; 0 = line only.
void paintSparkline(QPainter &painter, const std::vector<QPolygonF> &runs, const QRectF &rect, const QColor &color, double widthPx,
                    double fillTop);
