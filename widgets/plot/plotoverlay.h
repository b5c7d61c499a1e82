// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QPointF>
#include <QtCore/QString>
#include <optional>

class PlotFrame;
class QPainter;
struct PlotHit;

// What lies above the series and changes without drawing them again.
struct PlotCursor {
    std::optional<double> x;
    std::optional<double> y; // on y axis 0
    QString flag; // the time, on the axis
    QList<PlotHit> dots;
};

void paintMarks(QPainter &painter, PlotFrame &frame);
void paintDiamonds(QPainter &painter, PlotFrame &frame);
void paintCursor(QPainter &painter, PlotFrame &frame, const PlotCursor &cursor);
void paintSelection(QPainter &painter, PlotFrame &frame, double fromPx, double toPx);
