// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/timeseries/timeseriesview.h>

// Puts the exemplars of the time range into the view, on its first y axis. Of very many the highest of each moment stays.
void addExemplars(TimeSeriesView &view, const TimeSeriesInput &input);
// Time, value and labels of one of the view's exemplars; a trace id among them can be copied.
TooltipModel exemplarTooltip(const TimeSeriesView &view, const TimeSeriesInput &input, int index);
