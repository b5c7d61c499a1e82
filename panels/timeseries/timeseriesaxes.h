// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/timeseries/timeseriesview.h>

// Gives each series its y axis: fields that agree on unit, limits, scale and side share one. Fills plot.y and the axis of each plot
// series, with ranges from the data that is shown; then the x axis.
void layOutAxes(TimeSeriesView &view, const TimeSeriesInput &input, const TimeSeriesView *previous);
// The threshold lines and bands of the axes, once each.
QList<PlotThreshold> axisThresholds(const TimeSeriesView &view, Brightness theme);
