// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/gauge/gaugeoptions.h>
#include <panels/singlevaluegrid.h>
#include <panels/valuetext.h>

// A gauge panel as values. Angles are radians, clockwise from three o'clock.
struct GaugeArc {
    double from = 0;
    double to = 0;
    QColor color;

    bool operator==(const GaugeArc &) const = default;
};

struct GaugeLabel {
    QString text;
    QPointF center;

    bool operator==(const GaugeLabel &) const = default;
};

struct GaugeDot {
    QPointF center;
    double radius = 0;
    QColor color;

    bool operator==(const GaugeDot &) const = default;
};

struct GaugeItem {
    QRectF rect;
    QPointF center;
    double bandRadius = 0; // middle of the threshold band; 0: no band
    double bandWidth = 0;
    QList<GaugeArc> band;
    double ringRadius = 0; // middle of the ring
    double ringWidth = 0;
    GaugeArc track;
    std::optional<GaugeArc> value;
    double zero = 0; // the angle where the bar begins
    QList<GaugeArc> pieces; // of track and value as they are painted
    QList<GaugeDot> trackCaps; // round ends, over the first piece
    QList<GaugeDot> caps; // over all
    std::optional<GaugeDot> marker; // at the end of the bar
    bool markerGlows = false;
    double glowRadius = 0; // of the light in the middle; 0: none
    bool barGlows = false;
    std::vector<QPolygonF> spark;
    QRectF sparkRect;

    ValueText text;
    QPointF textCenter;
    int valuePx = 14;
    QString unitBelow; // a unit that has no room beside the number
    QColor valueColor;
    QList<GaugeLabel> ends; // min and max below the ends of the arc
    QList<GaugeLabel> thresholds;
    QString name;
    QRectF nameRect;

    bool operator==(const GaugeItem &) const = default;
};

struct GaugeView {
    VizGrid grid;
    int namePx = 12;
    QList<GaugeItem> items;

    QSizeF content() const { return grid.content; }
    int itemAt(const QPointF &at) const;
};

GaugeView layoutGauge(const QList<FieldDisplay> &values, const GaugeOptions &options, const QSizeF &room, const Theme &theme);
