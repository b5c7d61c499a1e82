// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>
#include <widgets/plot/coverage.h>
#include <widgets/plot/plotmodel.h>
#include <widgets/plot/scale.h>

// The colours that a series is drawn with. Colours that change with y are kept one a pixel row in `rows`, which must stay.
Ink strokeInk(const PlotSeries &series, const ValueScale &scale, int height, double alpha, std::vector<quint32> &rows);
Ink fillInk(const PlotSeries &series, const ValueScale &scale, int height, double alpha, std::vector<quint32> &rows);
// The colour of a value by stops; the first one's below it.
QColor colorAt(const QList<PlotColorStop> &stops, double value, bool smooth);

// The same for a QPainter: rows become a gradient over the height, of the fewest stops that say it.
QColor colorOf(quint32 premultiplied);
QBrush brushOf(const Ink &ink, int height);
