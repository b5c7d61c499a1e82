// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QRect>
#include <QtCore/QString>
#include <QtGui/QColor>
#include <optional>

// What a legend lists, as values, and where its parts lie: pure functions of content and size (mock/README.md section 4).

struct LegendValue {
    QString text;
    double number = 0; // what the column sorts by; NaN sorts last

    bool operator==(const LegendValue &other) const;
};

struct LegendItem {
    enum class Swatch { Line, Dashed, Points, Bars };
    enum class State { On, Off, Dimmed }; // Off: its series is hidden; Dimmed: another one is isolated

    QString name;
    QColor color;
    Swatch swatch = Swatch::Line;
    State state = State::On;
    QList<LegendValue> values; // one for each column
    int series = -1; // the owner's number

    bool operator==(const LegendItem &) const = default;
};

struct LegendModel {
    bool table = false;
    bool right = false; // beside the plot, not below it
    QStringList columns; // headings of the values
    QList<LegendItem> items;
    int sortColumn = -2; // -2: as they come; -1: by name; else by that column
    bool sortDescending = false;

    bool operator==(const LegendModel &) const = default;
};

// Items ordered by sortColumn; equal ones keep their order.
void sortLegend(LegendModel &model);

struct LegendPlace {
    bool shown = false;
    bool right = false; // a legend at the right moves below in narrow panels
    QRect legend;
    QRect plot;

    bool operator==(const LegendPlace &) const = default;
};

// What is left of a legend at a size: a table below a small plot becomes a list of names.
LegendModel legendForSize(const LegendModel &model, const QSize &panel);

// How a panel's content is shared between plot and legend. widthPx: asked for by the file, of a legend at the right.
LegendPlace placeLegend(const LegendModel &model, const QSize &panel, std::optional<double> widthPx = {});

struct LegendColumn {
    int column = -1; // -1: the name
    int x = 0;
    int width = 0;

    bool operator==(const LegendColumn &) const = default;
};

struct LegendLayout {
    int headHeight = 0; // of a table with columns; stays when rows scroll
    int rowHeight = 20;
    int contentHeight = 0; // without the head
    int viewHeight = 0; // what of the content is seen
    QList<LegendColumn> columns; // of a table
    QList<QRect> cells; // of a list that flows: one for each item, in content coordinates
    int cellWidth = 0; // of a list too long for that: all cells are alike …
    int perLine = 0; // … and so many stand in a line; 0: not such a list
    int more = 0; // items that the only line of a list leaves out ("+3")
    QPoint moreAt; // left end and middle of that text

    bool flows() const { return columns.isEmpty(); }
    int itemAt(const QPoint &content, int itemCount) const; // -1: none
    QRect itemRect(int item, int width) const;
    int firstItemAt(int y) const; // an item from which on all are at least partly below y of the content
};

LegendLayout layoutLegend(const LegendModel &model, const QSize &size, bool right);
