// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/panelwidget.h>
#include <panels/timeseries/timeseriesview.h>

// Puts the exemplars of the time range into the view, on the y axis of the series that their query gave, else on the first one. Of very
// many the highest of each moment stays.
void addExemplars(TimeSeriesView &view, const TimeSeriesInput &input);
// Time, value (as its axis is written) and labels of one of the view's exemplars, with the links that the source gives its labels; a trace
// id among them can be copied.
TooltipModel exemplarTooltip(const TimeSeriesView &view, const TimeSeriesInput &input, const PanelContext &context, int index);
