// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QRectF>
#include <dashboard/model.h>
#include <functional>

// Where elements land: 24 columns, upward compaction, rows folded or open, what repeats once for each value of its variable.

constexpr int kGridColumns = 24;

// What a variable gives to that which repeats by it, at least one; absent: nothing repeats by it, what names it is shown once.
using RepeatValues = std::function<std::optional<QList<VariableOption>>(const QString &variable)>;

// One value of a repeat: it holds inside the panel or row.
struct RepeatedValue {
    QString variable;
    VariableOption option;

    bool operator==(const RepeatedValue &) const = default;
};

// Which of the repeats of an element: side by side in so many columns, or below each other (one column).
struct RepeatPlace {
    bool repeats = false;
    int index = 0;
    int count = 1;
    int columns = 1;
    bool fillsWidth = false; // side by side: all 24 columns, whatever the file says

    int rows() const { return (count + columns - 1) / columns; }
    QRectF in(const GridRect &whole) const; // cells; side by side the width may be no whole number
    bool operator==(const RepeatPlace &) const = default;
};

struct PlacedElement {
    QString id; // the element's; of a repeat with the values, so that it stays with its value
    QString elementId;
    QList<RepeatedValue> values; // the row's first
    GridRect rect; // of the element with all its repeats in this row
    RepeatPlace repeat;
    QString rowId; // empty = under no row
    bool folded = false; // its row is; the rectangle says nothing

    bool operator==(const PlacedElement &) const = default;
};

struct PlacedRow {
    QString id;
    QString sourceId; // of the row in the file
    QString title;
    QList<RepeatedValue> values;
    bool collapsed = false;
    GridRect rect;
    int panelCount = 0;

    bool operator==(const PlacedRow &) const = default;
};

struct PlacedLayout {
    QList<PlacedElement> elements;
    QList<PlacedRow> rows;
    int height = 0; // grid rows in use
    int leftOut = 0; // repeats beyond what is laid out

    bool operator==(const PlacedLayout &) const = default;
};

// folded: rows whose state is not the file's.
PlacedLayout placed(const LayoutItem &layout, const QHash<QString, bool> &folded = {}, const RepeatValues &repeats = {});

// Variables that something repeats by.
QStringList repeatVariables(const LayoutItem &layout);

// Each rectangle as far up as it goes without overlap, in order of (y, x); never above firstRow. The rules are those of
// react-grid-layout, which Grafana uses: what is pushed down takes along what it touches.
QList<GridRect> compacted(const QList<GridRect> &rects, int firstRow = 0);

// What the file has to say so that the page looks as it does: places in which each element and row stands once.
struct ShownPlace {
    QString id; // of the element or row in the file
    bool isRow = false;
    bool counts = true; // of several repeats of a row one says where things are
    GridRect rect;
    RepeatPlace repeat;
};
QHash<QString, GridRect> sourcePlaces(const QList<ShownPlace> &shown);
