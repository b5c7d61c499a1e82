// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <dashboard/model.h>

// Where elements land: 24 columns, upward compaction, rows folded or open.

constexpr int kGridColumns = 24;

struct PlacedElement {
    QString elementId;
    GridRect rect;
    QString rowId; // empty = under no row
    bool folded = false; // its row is; the rectangle says nothing

    bool operator==(const PlacedElement &) const = default;
};

struct PlacedRow {
    QString id;
    QString title;
    bool collapsed = false;
    GridRect rect;
    int panelCount = 0;

    bool operator==(const PlacedRow &) const = default;
};

struct PlacedLayout {
    QList<PlacedElement> elements;
    QList<PlacedRow> rows;
    int height = 0; // grid rows in use

    bool operator==(const PlacedLayout &) const = default;
};

// folded: rows whose state is not the file's.
PlacedLayout placed(const LayoutItem &layout, const QHash<QString, bool> &folded = {});
// Each rectangle as far up as it goes without overlap, in order of (y, x); never above firstRow.
QList<GridRect> compacted(const QList<GridRect> &rects, int firstRow = 0);
