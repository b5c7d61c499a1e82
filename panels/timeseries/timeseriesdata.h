// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSet>
#include <core/frame.h>
#include <panels/timeseries/timeseriesoptions.h>
#include <pipeline/color.h>

// What the person clicked in the legend; lives as long as the panel does.
struct LegendChoice {
    QString isolated; // the name of the only series shown; empty: none
    QSet<QString> off; // hidden by a click …
    QSet<QString> on; // … or shown again although the file hides them
    std::optional<int> sortColumn; // as LegendModel; absent: the file's
    bool sortDescending = false;

    bool operator==(const LegendChoice &) const = default;
};

// One line of the chart, in the order of the frames.
struct ChartSeries {
    enum class State { Shown, Dimmed, Hidden };

    QString name;
    QString refId; // of the query; empty where a transformation mixed several
    Field field; // as the pipeline left it: tooltip and legend tell these values
    TimeSeriesField options;
    Rgba color;
    State state = State::Shown;
    Column x;
    Column y; // what is drawn: transformed, stacked
    Column base; // lower edge; empty: zero
    bool stacked = false;
};

// The series of the frames that have a time field, with what is drawn of them. Frames without one are left out.
QList<ChartSeries> chartSeries(const Frames &frames, const LegendChoice &choice, Brightness theme);
