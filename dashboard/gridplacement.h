// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/layout.h>

// Where panels land while one of them is moved or resized. The rules are those of react-grid-layout, which Grafana uses: what is in the
// way goes up if there is room above the moved item, else down, one row at a time; then everything moves up as far as it goes.

// The rectangles once `index` lies at `to` (clipped to the columns, at least 1 x 1); in the order given.
QList<GridRect> movedTo(QList<GridRect> rects, qsizetype index, const GridRect &to);
// Several at once: they keep their places towards each other.
QList<GridRect> movedBy(const QList<GridRect> &rects, const QList<qsizetype> &indexes, int dx, int dy);
// The first place, from the top, where w x h fits beside or below the last rectangle: at its right, else under everything.
GridRect placeForNew(const QList<GridRect> &rects, int w, int h);
