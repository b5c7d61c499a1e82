// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstring>
#include <widgets/plot/blending.h>
#include <widgets/plot/coverage.h>

void Coverage::paintSpan(const PixelTarget &target, int column, float top, float bottom, const Ink &ink) const
{
    top = clampY(top);
    bottom = clampY(bottom);
    if (top < bottom)
        blendSpan(target.pixels + column * target.columnStride, target.rowStride, top, bottom, ink.solid, ink.rows);
}

void paintRect(const PixelTarget &target, int column, int columns, int first, int last, const Ink &ink)
{
    blendRect(target.pixels + column, target.rowStride, columns, first, last, ink.solid, ink.rows);
}

void Coverage::reset(int columns, int height)
{
    if (columns == m_columns && height == m_height)
        return;
    m_columns = columns;
    m_height = height;
    m_pitch = size_t(height) + 4 + kSumsPadding;
    m_sums.assign(m_pitch * size_t(columns), 0);
    m_rows.assign(size_t(columns), {height + 1, 0});
}

// Coverage above row r, of an edge that falls evenly from low to high, is the integral of clamp(r - y, 0, 1); sums hold its differences.
void Coverage::slope(float *sums, float low, float high, float share)
{
    const int first = int(low);
    const int last = int(high);
    const float step = share / (high - low);
    const float into = float(first + 1) - low;
    const float out = high - float(last);
    float before = 0.5F * step * into * into;
    sums[first] += before;
    for (int row = first + 1; row < last; ++row) {
        const float now = step * (float(row) + 0.5F - low);
        sums[row] += now - before;
        before = now;
    }
    const float end = share - 0.5F * step * out * out;
    sums[last] += end - before;
    sums[last + 1] += share - end;
}

void Coverage::columnsOfEdge(float xa, float ya, float xb, float yb)
{
    const float sign = xa <= xb ? 1.0F : -1.0F;
    if (sign < 0) {
        std::swap(xa, xb);
        std::swap(ya, yb);
    }
    const float fall = (yb - ya) / (xb - xa);
    const int last = std::min(int(xb), m_columns - 1);
    float x = xa;
    float y = ya;
    for (int column = int(xa); column <= last; ++column) {
        const bool end = xb <= float(column + 1);
        const float nextX = end ? xb : float(column + 1);
        const float nextY = end ? yb : clampY(ya + fall * (nextX - xa));
        if (nextX > x)
            piece(column, y, nextY, sign * (nextX - x));
        x = nextX;
        y = nextY;
    }
}

void Coverage::edge(float xa, float ya, float xb, float yb)
{
    const auto right = float(m_columns);
    if (xa == xb || (xa <= 0 && xb <= 0) || (xa >= right && xb >= right))
        return;
    const auto yAt = [=](float x) { return ya + (yb - ya) * ((x - xa) / (xb - xa)); };
    const auto xInside = [=](float x) { return std::clamp(x, 0.0F, right); };
    const float xs = xInside(xa);
    const float xe = xInside(xb);
    float ys = xs == xa ? ya : yAt(xs);
    float ye = xe == xb ? yb : yAt(xe);
    const auto bottom = float(m_height);
    // Cut where the edge leaves through the top or the bottom; what is above counts as lying on the top.
    float cuts[4] = {xs, xs, xe, xe};
    const auto xOfY = [=](float y) { return xs + (xe - xs) * ((y - ys) / (ye - ys)); };
    if (ys < 0 || ys > bottom)
        cuts[1] = (ye <= 0 && ys < 0) || (ye >= bottom && ys > bottom) ? xe : xOfY(ys < 0 ? 0 : bottom);
    if ((ye < 0 || ye > bottom) && cuts[1] != xe)
        cuts[2] = xOfY(ye < 0 ? 0 : bottom);
    const auto yOf = [&](float x) { return clampY(x == xs ? ys : x == xe ? ye : ys + (ye - ys) * ((x - xs) / (xe - xs))); };
    for (int i = 0; i < 3; ++i) {
        if (cuts[i] != cuts[i + 1])
            columnsOfEdge(cuts[i], yOf(cuts[i]), cuts[i + 1], yOf(cuts[i + 1]));
    }
}

void Coverage::rect(float left, float top, float right, float bottom)
{
    left = std::max(left, 0.0F);
    right = std::min(right, float(m_columns));
    for (int column = int(left); float(column) < right; ++column)
        span(column, top, bottom, std::min(right, float(column + 1)) - std::max(left, float(column)));
}

void Coverage::disc(float x, float y, float radius)
{
    const int first = std::max(0, int(std::floor(x - radius)));
    const int last = std::min(m_columns - 1, int(std::floor(x + radius)));
    for (int column = first; column <= last; ++column) {
        const float left = std::max(float(column), x - radius);
        const float right = std::min(float(column + 1), x + radius);
        const float off = 0.5F * (left + right) - x;
        const float half = std::sqrt(std::max(0.0F, radius * radius - off * off));
        span(column, y - half, y + half, right - left);
    }
}

void Coverage::triangle(float ax, float ay, float bx, float by, float cx, float cy)
{
    // Clockwise on the screen has its upper edges from left to right.
    if ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay) < 0) {
        std::swap(bx, cx);
        std::swap(by, cy);
    }
    edge(ax, ay, bx, by);
    edge(bx, by, cx, cy);
    edge(cx, cy, ax, ay);
}

void Coverage::paint(const PixelTarget &target, const Ink &ink)
{
    for (int column = 0; column < m_columns; ++column) {
        Rows &rows = m_rows[size_t(column)];
        if (rows.first > rows.last)
            continue;
        float *sums = &m_sums[size_t(column) * m_pitch];
        const int last = std::min(rows.last + 1, m_height);
        blendColumn(sums, rows.first, last, target.pixels + column * target.columnStride, target.rowStride, ink.solid, ink.rows);
        std::fill(sums + last, sums + rows.last + 2, 0.0F);
        rows = {m_height + 1, 0};
    }
}

namespace {
typedef quint32 Four __attribute__((vector_size(16)));

inline void transpose4(const quint32 *from, std::ptrdiff_t fromStride, quint32 *to, std::ptrdiff_t toStride)
{
    Four a, b, c, d;
    std::memcpy(&a, from, 16);
    std::memcpy(&b, from + fromStride, 16);
    std::memcpy(&c, from + 2 * fromStride, 16);
    std::memcpy(&d, from + 3 * fromStride, 16);
    const Four ab0 = __builtin_shufflevector(a, b, 0, 4, 1, 5);
    const Four ab1 = __builtin_shufflevector(a, b, 2, 6, 3, 7);
    const Four cd0 = __builtin_shufflevector(c, d, 0, 4, 1, 5);
    const Four cd1 = __builtin_shufflevector(c, d, 2, 6, 3, 7);
    const Four r0 = __builtin_shufflevector(ab0, cd0, 0, 1, 4, 5);
    const Four r1 = __builtin_shufflevector(ab0, cd0, 2, 3, 6, 7);
    const Four r2 = __builtin_shufflevector(ab1, cd1, 0, 1, 4, 5);
    const Four r3 = __builtin_shufflevector(ab1, cd1, 2, 3, 6, 7);
    std::memcpy(to, &r0, 16);
    std::memcpy(to + toStride, &r1, 16);
    std::memcpy(to + 2 * toStride, &r2, 16);
    std::memcpy(to + 3 * toStride, &r3, 16);
}

// to[x * toStride + y] = from[y * fromStride + x]
void transpose(const quint32 *from, std::ptrdiff_t fromStride, int width, int height, quint32 *to, std::ptrdiff_t toStride)
{
    const int wide = width & ~3;
    const int high = height & ~3;
    for (int y = 0; y < high; y += 4) {
        for (int x = 0; x < wide; x += 4)
            transpose4(from + y * fromStride + x, fromStride, to + x * toStride + y, toStride);
    }
    for (int y = 0; y < height; ++y) {
        for (int x = y < high ? wide : 0; x < width; ++x)
            to[x * toStride + y] = from[y * fromStride + x];
    }
}
} // namespace

void loadTile(const quint32 *image, std::ptrdiff_t rowStride, int columns, int height, quint32 *tile, std::ptrdiff_t columnStride)
{
    transpose(image, rowStride, columns, height, tile, columnStride);
}

void storeTile(const quint32 *tile, std::ptrdiff_t columnStride, int columns, int height, quint32 *image, std::ptrdiff_t rowStride)
{
    transpose(tile, columnStride, height, columns, image, rowStride);
}
