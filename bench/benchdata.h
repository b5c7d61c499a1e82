// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <widgets/plot/plotmodel.h>

// The peers' data from the folder that BENCH_DATA names, else generated in the same shape.
namespace benchdata {

// `series` columns over one shared grid of times: what the decoder makes of an answer.
struct Set {
    Column times;
    QList<Column> values;
};
const Set &lines(int series, int points);
QByteArray answer(int series, int points); // of query_range
HeatCells heat(int columns, int rows);

PlotModel chart(const Set &set, double width, double fill);
// The view of step `i` of 60: half of the range, moving by 1/120 of it.
void panStep(const Set &set, int i, double &from, double &to);
qint64 startMs();
qint64 stepMs();
} // namespace benchdata
