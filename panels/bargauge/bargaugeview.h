// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/bargauge/bargaugeoptions.h>
#include <panels/singlevaluegrid.h>
#include <panels/valuetext.h>
#include <widgets/legendlayout.h>

// A bar gauge as values.
struct BarPiece { // a filled part: the bar itself, or one LCD cell
    QRectF rect;
    QColor from; // at the scale's low end
    QColor to;

    bool operator==(const BarPiece &) const = default;
};

struct BarItem {
    QRectF rect;
    QRectF track; // empty: not drawn
    QList<BarPiece> pieces;
    QList<QLineF> notches; // where a threshold cuts the bar
    std::optional<QLineF> zero; // of a scale that goes below 0
    double radius = 3;

    QString name;
    QRectF nameRect;
    Qt::Alignment nameAlignment = Qt::AlignLeft;
    ValueText text;
    QRectF valueRect; // empty: hidden
    Qt::Alignment valueAlignment = Qt::AlignRight;
    QColor valueColor;

    bool operator==(const BarItem &) const = default;
};

struct BarGaugeView {
    VizGrid grid;
    bool vertical = false; // bars grow upwards
    int namePx = 12;
    int valuePx = 13;
    QList<BarItem> items;

    QSizeF content() const { return grid.content; }
    int itemAt(const QPointF &at) const;
};

BarGaugeView layoutBarGauge(const QList<FieldDisplay> &values, const BarGaugeOptions &options, const QSizeF &room, const Theme &theme);
// One item a series, also where each row has its bar. Without items: the options hide it.
LegendModel barGaugeLegend(const QList<FieldDisplay> &values, const LegendOptions &options, Brightness theme, const QTimeZone &zone);
