// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>
#include <cstddef>

// Colour over premultiplied pixels, the innermost loops. `solid` is the colour, or `rows` has one for each row; stride is from one row
// to the next, in pixels. Rows of a column that follow each other in memory (stride 1) go sixteen at a time.

constexpr int kSumsPadding = 16; // floats that may be read and written beyond the last row
constexpr int kRowsPadding = 16; // pixels that may be read and written beyond the last row of a column with stride 1

// Each row's share is the sum of `sums` down to it, at most full. Leaves rows first … last of the sums zero.
void blendColumn(float *sums, int first, int last, quint32 *pixels, std::ptrdiff_t stride, quint32 solid, const quint32 *rows);
// From top to bottom, rows at the ends in part.
void blendSpan(quint32 *pixels, std::ptrdiff_t stride, float top, float bottom, quint32 solid, const quint32 *rows);
// Rows first … last - 1 of columns that lie side by side.
void blendRect(quint32 *pixels, std::ptrdiff_t stride, int columns, int first, int last, quint32 solid, const quint32 *rows);

// An upright line in one column: a share of the column's width is covered between the outer rows, as much again between the inner ones,
// the rest between its own. Nothing, where outerTop >= outerBottom.
struct LineSpan {
    float outerTop, outerBottom;
    float innerTop, innerBottom;
    float ownTop, ownBottom;
};
// In columns with stride 1, which lie columnStride apart.
void blendLines(quint32 *pixels, std::ptrdiff_t columnStride, const LineSpan *spans, int count, float share, quint32 solid,
                const quint32 *rows);
