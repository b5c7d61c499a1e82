// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstring>
#include <widgets/plot/coverage.h>
#include <widgets/plot/simd.h>

namespace {
// All four channels times a / 255, rounded right.
PLOT_INLINE quint32 scaled(quint32 color, quint32 a)
{
    quint32 even = (color & 0xff00ff) * a;
    even = ((even + ((even >> 8) & 0xff00ff) + 0x800080) >> 8) & 0xff00ff;
    quint32 odd = ((color >> 8) & 0xff00ff) * a;
    odd = (odd + ((odd >> 8) & 0xff00ff) + 0x800080) & 0xff00ff00;
    return even | odd;
}

PLOT_INLINE void blend(quint32 &pixel, quint32 color)
{
    pixel = color + scaled(pixel, 255 - (color >> 24));
}

typedef quint16 __attribute__((may_alias)) Half;

// pixels = color + pixels * rest / 255, sixteen at a time. Two channels share a 16-bit half: each is multiplied as the upper byte of
// one; what makes up for cutting the lower byte off is put there beforehand.
PLOT_INLINE void blendContiguous(quint32 *pixels, int count, quint32 color, quint32 rest)
{
    constexpr int kStep = 16;
    const auto factor = quint16(rest * 257);
    const auto round = quint16(std::min(255U, 32'640 / std::max(1U, rest)));
    quint16 tint[2 * kStep];
    for (int i = 0; i < kStep; ++i)
        std::memcpy(tint + 2 * i, &color, sizeof color);
    for (; count >= kStep; count -= kStep, pixels += kStep) {
        auto *halves = reinterpret_cast<Half *>(pixels);
        for (int i = 0; i < 2 * kStep; ++i) {
            const auto low = quint16(quint16(halves[i] << 8) | round);
            const auto high = quint16((halves[i] & 0xff00) | round);
            const auto lowResult = quint16((quint32(low) * quint32(factor)) >> 16);
            const auto highResult = quint16((quint32(high) * quint32(factor)) >> 16);
            halves[i] = quint16(((highResult & 0xff00) | (lowResult >> 8)) + tint[i]); // no channel runs over
        }
    }
    for (int i = 0; i < count; ++i)
        pixels[i] = color + scaled(pixels[i], rest);
}

PLOT_INLINE void blendSolid(quint32 *pixels, std::ptrdiff_t stride, int count, quint32 color)
{
    const quint32 rest = 255 - (color >> 24);
    if (stride == 1) {
        if (rest == 0)
            std::fill_n(pixels, count, color);
        else
            blendContiguous(pixels, count, color, rest);
        return;
    }
    for (int i = 0; i < count; ++i, pixels += stride)
        *pixels = color + scaled(*pixels, rest);
}

PLOT_INLINE void blendRows(quint32 *pixels, std::ptrdiff_t stride, int count, const quint32 *colors, quint32 share)
{
    if (stride == 1) {
        for (int i = 0; i < count; ++i) {
            const quint32 color = scaled(colors[i], share);
            pixels[i] = color + scaled(pixels[i], 255 - (color >> 24));
        }
        return;
    }
    for (int i = 0; i < count; ++i, pixels += stride)
        blend(*pixels, scaled(colors[i], share));
}

template <int kCount>
PLOT_INLINE bool areZero(const float *sums)
{
    constexpr int kWords = kCount / 2;
    quint64 words[kWords];
    std::memcpy(words, sums, sizeof words);
    for (int left = kWords / 2; left >= 4; left /= 2) {
        for (int i = 0; i < left; ++i)
            words[i] |= words[i + left];
    }
    return (words[0] | words[1] | words[2] | words[3]) == 0;
}

PLOT_INLINE quint32 shareOf(float sum)
{
    return quint32(std::min(std::fabs(sum), 1.0F) * 255.0F + 0.5F);
}

struct ColumnInk {
    quint32 solid;
    const quint32 *rows;
};

// Rows that lie apart in memory, as in an image.
PLOT_INLINE void paintStrided(float *sums, int first, int last, quint32 *pixels, std::ptrdiff_t stride, const ColumnInk &ink)
{
    constexpr int kStep = 8;
    float sum = 0;
    for (int y = first; y < last;) {
        int count = 0;
        while (y + count + kStep <= last && areZero<kStep>(sums + y + count))
            count += kStep;
        if (count == 0) {
            sum += sums[y];
            count = 1;
        }
        const quint32 share = shareOf(sum);
        quint32 *to = pixels + y * stride;
        if (share > 0 && count == 1)
            blend(*to, scaled(ink.rows ? ink.rows[y] : ink.solid, share));
        else if (share > 0 && ink.rows)
            blendRows(to, stride, count, ink.rows + y, share);
        else if (share > 0)
            blendSolid(to, stride, count, scaled(ink.solid, share));
        y += count;
    }
    std::memset(sums + first, 0, size_t(last - first + 1) * sizeof(float));
}

constexpr int kBlock = 16;
typedef float Floats __attribute__((vector_size(kBlock * sizeof(float))));
typedef qint32 Ints __attribute__((vector_size(kBlock * sizeof(qint32))));
typedef quint32 Pixels __attribute__((vector_size(kBlock * sizeof(quint32))));

PLOT_INLINE void scale(Pixels &color, const Pixels &a)
{
    Pixels even = (color & 0xff00ff) * a;
    even = ((even + ((even >> 8) & 0xff00ff) + 0x800080) >> 8) & 0xff00ff;
    Pixels odd = ((color >> 8) & 0xff00ff) * a;
    odd = (odd + ((odd >> 8) & 0xff00ff) + 0x800080) & 0xff00ff00;
    color = even | odd;
}

// Each lane becomes the sum of itself, those before it and `carry`, which becomes the last one.
PLOT_INLINE void sumUp(Floats &v, float &carry)
{
    const Floats zero{};
    v += __builtin_shufflevector(v, zero, 16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    v += __builtin_shufflevector(v, zero, 16, 16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
    v += __builtin_shufflevector(v, zero, 16, 16, 16, 16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    v += __builtin_shufflevector(v, zero, 16, 16, 16, 16, 16, 16, 16, 16, 0, 1, 2, 3, 4, 5, 6, 7);
    v += carry;
    carry = v[kBlock - 1];
}

// Sixteen rows with shares of their own; count of them are painted.
PLOT_INLINE void paintBlock(float *sums, float &sum, quint32 *pixels, int count, quint32 solid, const quint32 *rows)
{
    Floats v;
    std::memcpy(&v, sums, sizeof v);
    std::memset(sums, 0, sizeof v);
    sumUp(v, sum);
    v = v < 0 ? -v : v;
    v = v > 1 ? Floats{} + 1 : v;
    const auto share = (Pixels) __builtin_convertvector(v * 255.0F + 0.5F, Ints);
    Pixels color = Pixels{} + solid;
    if (rows)
        std::memcpy(&color, rows, size_t(count) * sizeof(quint32));
    scale(color, share);
    Pixels under{};
    if (count == kBlock)
        std::memcpy(&under, pixels, sizeof under);
    else
        std::memcpy(&under, pixels, size_t(count) * sizeof(quint32));
    scale(under, 255 - (color >> 24));
    under += color;
    if (count == kBlock)
        std::memcpy(pixels, &under, sizeof under);
    else
        std::memcpy(pixels, &under, size_t(count) * sizeof(quint32));
}

// Leaves the sums empty.
PLOT_INLINE void paintContiguous(float *sums, int first, int last, quint32 *pixels, const ColumnInk &ink)
{
    float sum = 0;
    for (int y = first; y < last;) {
        int count = 0;
        while (y + count + 4 * kBlock <= last && areZero<4 * kBlock>(sums + y + count))
            count += 4 * kBlock;
        while (y + count + kBlock <= last && areZero<kBlock>(sums + y + count))
            count += kBlock;
        const quint32 share = count > 0 ? shareOf(sum) : 0;
        if (count == 0) {
            count = std::min(kBlock, last - y);
            paintBlock(sums + y, sum, pixels + y, count, ink.solid, ink.rows ? ink.rows + y : nullptr);
        } else if (share > 0 && ink.rows) {
            blendRows(pixels + y, 1, count, ink.rows + y, share);
        } else if (share > 0) {
            blendSolid(pixels + y, 1, count, scaled(ink.solid, share));
        }
        y += count;
    }
}

PLOT_CLONES void paintColumn(float *sums, int first, int last, quint32 *pixels, std::ptrdiff_t stride, quint32 solid, const quint32 *rows)
{
    if (stride == 1)
        paintContiguous(sums, first, last, pixels, {solid, rows});
    else
        paintStrided(sums, first, last, pixels, stride, {solid, rows});
}

// One row that is covered in part.
PLOT_INLINE void paintPart(quint32 *pixels, std::ptrdiff_t stride, int row, float share, quint32 solid, const quint32 *rows)
{
    if (share > 0)
        blend(pixels[row * stride], scaled(rows ? rows[row] : solid, shareOf(share)));
}

PLOT_CLONES void paintSpan(quint32 *pixels, std::ptrdiff_t stride, float top, float bottom, quint32 solid, const quint32 *rows)
{
    const int first = int(top);
    const int last = int(bottom);
    if (first == last)
        return paintPart(pixels, stride, first, bottom - top, solid, rows);
    const bool cut = top > float(first);
    if (cut)
        paintPart(pixels, stride, first, float(first + 1) - top, solid, rows);
    const int from = first + (cut ? 1 : 0);
    if (from < last && rows)
        blendRows(pixels + from * stride, stride, last - from, rows + from, 255);
    else if (from < last)
        blendSolid(pixels + from * stride, stride, last - from, solid);
    paintPart(pixels, stride, last, bottom - float(last), solid, rows);
}

PLOT_CLONES void paintRows(quint32 *pixels, std::ptrdiff_t rowStride, int columns, int first, int last, quint32 solid, const quint32 *rows)
{
    for (int y = first; y < last; ++y)
        blendSolid(pixels + y * rowStride, 1, columns, rows ? rows[y] : solid);
}
} // namespace

void Coverage::paintSpan(const PixelTarget &target, int column, float top, float bottom, const Ink &ink) const
{
    top = clampY(top);
    bottom = clampY(bottom);
    if (top < bottom)
        ::paintSpan(target.pixels + column * target.columnStride, target.rowStride, top, bottom, ink.solid, ink.rows);
}

void paintRect(const PixelTarget &target, int column, int columns, int first, int last, const Ink &ink)
{
    paintRows(target.pixels + column, target.rowStride, columns, first, last, ink.solid, ink.rows);
}

void Coverage::reset(int columns, int height)
{
    if (columns == m_columns && height == m_height)
        return;
    m_columns = columns;
    m_height = height;
    m_pitch = size_t(height) + 4 + kBlock;
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
        paintColumn(sums, rows.first, last, target.pixels + column * target.columnStride, target.rowStride, ink.solid, ink.rows);
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
