// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/plot/plotframe.h>
#include <widgets/plot/plotsurface.h>

// What lies under the mouse.
std::optional<PlotHit> nearestSample(PlotFrame &frame, QPointF pos, double maxPx);
QList<PlotHit> samplesAt(PlotFrame &frame, double x);
std::optional<HeatHit> heatCellAt(PlotFrame &frame, QPointF pos);

// Where each diamond of the model stands; nothing: outside of the x range.
QList<std::optional<QPointF>> diamondPlaces(PlotFrame &frame);
int diamondAt(PlotFrame &frame, QPointF pos, double maxPx); // -1: none
// Marks at that x, the nearest first; regions by their ends only, or with `insideToo` by all of them.
QList<int> marksAt(PlotFrame &frame, double px, double maxPx, bool insideToo);
