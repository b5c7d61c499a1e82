// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/paneldata.h>
#include <panels/timeseries/timeseriesdata.h>
#include <pipeline/displayprocessor.h>
#include <widgets/charttooltip.h>
#include <widgets/legendlayout.h>
#include <widgets/plot/plotmodel.h>

struct TimeSeriesInput {
    PanelData data;
    TimeSeriesOptions options;
    LegendChoice choice;
    TimeRange range; // of the time axis
    QTimeZone zone = QTimeZone::utc();
    const Theme *theme = &Theme::dark();
};

// A ticker is kept from view to view while what it writes stays the same, so that equal models compare equal.
struct KeptTicker {
    FieldConfig config; // of the axis
    QByteArray zone;
    Brightness theme = Brightness::Dark;
    TimeSeriesField::Distribution distribution = TimeSeriesField::Distribution::Linear;
    double logBase = 10;
    double linearThreshold = 1;
    std::shared_ptr<const PlotTicker> ticker;
};

// A row of one of PanelData::exemplars.
struct ExemplarRow {
    qsizetype frame = 0;
    qsizetype row = 0;

    bool operator==(const ExemplarRow &) const = default;
};

// What the panel draws, as values. plot.series goes with series.
struct TimeSeriesView {
    QList<ChartSeries> series;
    PlotModel plot;
    LegendModel legend; // items know their series
    QList<KeptTicker> tickers;
    QList<ExemplarRow> exemplars; // those of plot.diamonds, one for one
    QString emptyReason; // why there is nothing to draw; empty: there is

    QList<int> shownSeries() const;
    int legendItemOf(int series) const; // -1: none
};

TimeSeriesView timeSeriesView(const TimeSeriesInput &input, const TimeSeriesView *previous = nullptr);

// What was clicked becomes the next choice: isolate, or show all again; with `toggle` hide or show that one.
LegendChoice clickLegend(const TimeSeriesView &view, LegendChoice choice, int item, bool toggle);
LegendChoice clickColumn(const TimeSeriesView &view, LegendChoice choice, int column);

struct SeriesRow {
    int series = -1;
    qsizetype row = -1;
    double x = 0;

    bool operator==(const SeriesRow &) const = default;
};
// The shown series nearest to the cursor, within the proximity that the options ask for; -1: none.
struct SeriesDistance {
    int series = -1;
    double px = 0;
};
int hotSeries(const TimeSeriesView &view, const TooltipOptions &options, const QList<SeriesDistance> &distances);
// rows: of all series at the cursor; hot: the series nearest to it, or -1. Empty rows: no tooltip.
TooltipModel timeSeriesTooltip(const TimeSeriesView &view, const TimeSeriesInput &input, const QList<SeriesRow> &rows, int hot);
