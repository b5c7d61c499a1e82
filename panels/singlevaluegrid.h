// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <panels/singlevalue.h>

// Where the items of a single-value panel stand. The content may be larger than the room: then the panel scrolls.
struct VizGrid {
    int columns = 1;
    int rows = 1;
    QSizeF cell;
    double gap = 0;
    QSizeF content;

    QRectF cellRect(int index) const;
    bool operator==(const VizGrid &) const = default;
};

// Auto: the grid whose cells are largest, by the aspect (width / height) that the items like. smallest: a cell is never smaller.
VizGrid vizGrid(int count, const QSizeF &room, VizOrientation orientation, const QSizeF &smallest, double aspect, double gap);
