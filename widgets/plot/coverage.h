// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>
#include <cstddef>
#include <cstring>
#include <vector>
#include <widgets/plot/blending.h>
#include <widgets/plot/simd.h>

// Where colour goes: premultiplied 32-bit pixels that may lie row after row (an image) or column after column (a tile). Columns of a
// tile, whose rowStride is 1, have kRowsPadding more rows.
struct PixelTarget {
    quint32 *pixels = nullptr;
    std::ptrdiff_t columnStride = 1;
    std::ptrdiff_t rowStride = 1;
};

// One colour, or one a pixel row; premultiplied.
struct Ink {
    quint32 solid = 0;
    const quint32 *rows = nullptr;

    bool isEmpty() const { return !rows && solid >> 24 == 0; }
};

// How much of each pixel of a few pixel columns a shape covers: exact areas, anti-aliased both ways. Overlaps of one shape do not add up
// beyond full. Shapes are put in as their upper and lower edges, then painted at once, which empties it again.
// Coordinates are pixels, (0, 0) the upper left corner of the first column.
class Coverage
{
public:
    void reset(int columns, int height);
    int columns() const { return m_columns; }
    int height() const { return m_height; }

    // What lies below the edge counts with the direction of x: left to right adds, right to left takes away.
    void edge(float xa, float ya, float xb, float yb);
    // The same within one column (0 … columns - 1) with the share of its width; 0 <= y <= height.
    void piece(int column, float ya, float yb, float share)
    {
        float *sums = &m_sums[size_t(column) * m_pitch];
        const float low = ya < yb ? ya : yb;
        const float high = ya < yb ? yb : ya;
        const int first = int(low);
        touch(column, first, int(high) + 1);
        if (high <= float(first + 1)) {
            const float below = share * (0.5F * (low + high) - float(first));
            sums[first] += share - below;
            sums[first + 1] += below;
            return;
        }
        slope(sums, low, high, share);
    }
    // A band between two parallel edges within one column and between the plot's top and bottom, as wide as share. Each edge falls by
    // 1 / density rows a column, from its first row to its last; where it is cut off it goes on level, the upper edge at upperFirst and
    // the lower one at lowerLast.
    PLOT_INLINE void band(int column, float upperFirst, float upperLast, float lowerFirst, float lowerLast, float density, float share)
    {
        float *sums = &m_sums[size_t(column) * m_pitch];
        touch(column, int(upperFirst), int(lowerLast) + 1);
        ramp(sums, upperFirst, upperLast, density, share - density * (upperLast - upperFirst), 0);
        ramp(sums, lowerFirst, lowerLast, -density, 0, density * (lowerLast - lowerFirst) - share);
    }
    // From top to bottom over a share of the column's width.
    void span(int column, float top, float bottom, float share = 1)
    {
        top = clampY(top);
        bottom = clampY(bottom);
        if (top >= bottom)
            return;
        piece(column, top, top, share);
        piece(column, bottom, bottom, -share);
    }
    void rect(float left, float top, float right, float bottom);
    void disc(float x, float y, float radius);
    // Corners in either direction.
    void triangle(float ax, float ay, float bx, float by, float cx, float cy);

    void paint(const PixelTarget &target, const Ink &ink);
    // At once and by itself: a shape that is one span a column needs no sums.
    void paintSpan(const PixelTarget &target, int column, float top, float bottom, const Ink &ink) const;

    float clampY(float y) const { return y < 0 ? 0 : y > float(m_height) ? float(m_height) : y; }

private:
    static void ramp(float *sums, float low, float high, float density, float atLow, float atHigh);
    static void slope(float *sums, float low, float high, float share);
    void columnsOfEdge(float xa, float ya, float xb, float yb);
    void touch(int column, int first, int last)
    {
        Rows &rows = m_rows[size_t(column)];
        rows.first = first < rows.first ? first : rows.first;
        rows.last = last > rows.last ? last : rows.last;
    }
    struct Rows {
        int first;
        int last;
    };
    int m_columns = 0;
    int m_height = 0;
    size_t m_pitch = 0;
    std::vector<float> m_sums; // coverage of a row minus that of the row above
    std::vector<Rows> m_rows;
};

// Evenly between two rows, and something at both; without a division and, in most cases, without a jump that depends on the rows.
PLOT_INLINE void Coverage::ramp(float *sums, float low, float high, float density, float atLow, float atHigh)
{
    constexpr int kStep = 8;
    static_assert(kStep <= kSumsPadding);
    typedef float Floats __attribute__((vector_size(kStep * sizeof(float))));
    typedef int Ints __attribute__((vector_size(kStep * sizeof(int))));
    constexpr Ints kLane = {0, 1, 2, 3, 4, 5, 6, 7};
    const int first = int(low);
    const int last = int(high);
    for (int row = first; row < last; row += kStep) {
        Floats rows;
        std::memcpy(&rows, sums + row, sizeof rows);
        rows += kLane < last - row ? Floats{} + density : Floats{};
        std::memcpy(sums + row, &rows, sizeof rows);
    }
    const float into = low - float(first);
    const float out = high - float(last);
    const float beforeInto = 0.5F * density * into * into;
    const float beforeOut = 0.5F * density * out * out;
    sums[first] += atLow * (1 - into) - density * (0.5F + into) + beforeInto;
    sums[first + 1] += atLow * into - beforeInto;
    sums[last] += atHigh * (1 - out) + density * (0.5F + out) - beforeOut;
    sums[last + 1] += atHigh * out + beforeOut;
}

// Whole pixels: rows first … last - 1 of some columns, of a target whose columns lie side by side (columnStride 1).
void paintRect(const PixelTarget &target, int column, int columns, int first, int last, const Ink &ink);

// A rectangle of an image into a tile of columns, and back.
void loadTile(const quint32 *image, std::ptrdiff_t rowStride, int columns, int height, quint32 *tile, std::ptrdiff_t columnStride);
void storeTile(const quint32 *tile, std::ptrdiff_t columnStride, int columns, int height, quint32 *image, std::ptrdiff_t rowStride);
