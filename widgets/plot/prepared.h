// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/plot/plotmodel.h>
#include <widgets/plot/pyramid.h>
#include <widgets/plot/samples.h>

// A series with what drawing it over and over needs. Rows of `x` and `y` are those of the model unless gaps are connected.
struct PreparedSeries {
    PlotSeries series;
    std::shared_ptr<const Samples> x; // shared by series of one time column
    Samples y;
    Samples base;
    std::shared_ptr<Pyramid> ownPyramid; // when the model brings none and the series is long
    const Pyramid *pyramid = nullptr;

    // Of the samples with from <= x <= to.
    MinMax range(double from, double to) const;
};

using PreparedList = std::shared_ptr<const std::vector<PreparedSeries>>; // never null

// A model with what drawing it needs; made on any thread, taken by PlotSurface::setPrepared.
struct PreparedPlot {
    PlotModel model;
    PreparedList series;
};
PreparedPlot preparePlot(const PlotModel &model);

// Takes over those of the pyramids made before (by index of the series) whose columns have only grown, when nobody else holds them.
std::vector<PreparedSeries> prepareSeries(const QList<PlotSeries> &series, std::vector<std::shared_ptr<Pyramid>> before);

// x, y and base without the gaps that are to be connected, and with one where neighbours are too far apart.
void connectGaps(const PlotSeries &series, Column &x, Column &y, Column &base);
