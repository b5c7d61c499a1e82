// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QPolygonF>
#include <panels/singlevaluegrid.h>
#include <panels/stat/statoptions.h>
#include <widgets/theme/theme.h>

// A stat panel as values: where what stands, in which size and color.
struct StatItem {
    QRectF rect;
    QRectF background; // empty: none
    QColor backgroundFrom; // top left
    QColor backgroundTo; // bottom right

    QString name; // elided when painted; empty: not shown
    QRectF nameRect;
    QColor nameColor;

    QString number; // never elided; a text that is no number may be
    QString unit; // empty also when it found no room
    bool unitFirst = false;
    bool isNumber = true;
    bool isPresent = true; // false: "No data" in weak type
    int valuePx = 0; // 0: not shown
    QRectF valueRect; // the baseline stands so that the digits are in its vertical middle
    QColor valueColor;

    QString percent; // "↑ 4.2%"; empty: not shown
    QRectF percentRect;
    QColor percentColor;

    std::vector<QPolygonF> spark; // empty: none
    QRectF sparkRect;
    QColor sparkColor;
    double sparkFill = 0; // alpha at the top

    bool operator==(const StatItem &) const = default;
};

struct StatView {
    VizGrid grid;
    int namePx = 12;
    int percentPx = 12;
    Qt::Alignment alignment = Qt::AlignHCenter;
    QList<StatItem> items;
    QList<QLineF> separators;

    QSizeF content() const { return grid.content; }
    int itemAt(const QPointF &at) const; // -1: none
};

StatView layoutStat(const QList<FieldDisplay> &values, const StatOptions &options, const QSizeF &room, const Theme &theme);
