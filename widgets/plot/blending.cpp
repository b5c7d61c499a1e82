// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstring>
#include <widgets/plot/blending.h>
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
static_assert(kBlock <= kSumsPadding && kBlock <= kRowsPadding);
typedef float Floats __attribute__((vector_size(kBlock * sizeof(float))));
typedef qint32 Ints __attribute__((vector_size(kBlock * sizeof(qint32))));
typedef quint32 Pixels __attribute__((vector_size(kBlock * sizeof(quint32))));

typedef quint16 Halves __attribute__((vector_size(kBlock * sizeof(quint32))));

// As scaled(); a channel times a fits in 16 bits, which multiply faster than 32.
PLOT_INLINE void scale(Pixels &color, const Pixels &a)
{
    const auto both = (Halves)color;
    const auto factor = (Halves)(a | (a << 16));
    Halves even = (both & 0xff) * factor;
    even = (even + (even >> 8) + 0x80) >> 8;
    Halves odd = (both >> 8) * factor;
    odd = (odd + (odd >> 8) + 0x80) & 0xff00;
    color = (Pixels)(even | odd);
}

// References: a vector wider than the machine's registers, passed by value, changes the ABI.
PLOT_INLINE void blendBlock(quint32 *pixels, Pixels &color, const Pixels &share)
{
    scale(color, share);
    Pixels under;
    std::memcpy(&under, pixels, sizeof under);
    scale(under, 255 - (color >> 24));
    under += color;
    std::memcpy(pixels, &under, sizeof under);
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

// Sixteen rows with shares of their own. Behind the last of them, where the sum is zero, nothing changes.
PLOT_INLINE void paintBlock(float *sums, float &sum, quint32 *pixels, quint32 solid, const quint32 *rows, int count)
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
    blendBlock(pixels, color, share);
}

// How much of each row lies between top and bottom.
PLOT_INLINE void addRows(Floats &sum, const Floats &row, float top, float bottom, float weight)
{
    const Floats from = row > top ? row : Floats{} + top;
    const Floats next = row + 1;
    const Floats to = next < bottom ? next : Floats{} + bottom;
    const Floats part = to - from;
    sum += part > 0 ? part * weight : Floats{};
}

PLOT_INLINE void paintLine(quint32 *pixels, const LineSpan &span, float share, quint32 solid, const quint32 *rows)
{
    constexpr Floats kLane = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    const int last = int(std::ceil(span.outerBottom));
    const float rest = 1 - 2 * share;
    const bool isOpaque = !rows && solid >> 24 == 255;
    const int fullFirst = isOpaque ? int(std::ceil(rest > 0 ? span.ownTop : span.innerTop)) : last;
    const int fullLast = int(rest > 0 ? span.ownBottom : span.innerBottom);
    for (int y = int(span.outerTop); y < last; y += kBlock) {
        while (y >= fullFirst && y + kBlock <= fullLast) {
            const Pixels color = Pixels{} + solid;
            std::memcpy(pixels + y, &color, sizeof color);
            y += kBlock;
        }
        const Floats row = kLane + float(y);
        Floats sum{};
        addRows(sum, row, span.outerTop, span.outerBottom, share);
        addRows(sum, row, span.innerTop, span.innerBottom, share);
        if (rest > 0)
            addRows(sum, row, span.ownTop, span.ownBottom, rest);
        Pixels color = Pixels{} + solid;
        if (rows)
            std::memcpy(&color, rows + y, size_t(std::min(kBlock, last - y)) * sizeof(quint32));
        const auto covered = (Pixels) __builtin_convertvector(sum * 255.0F + 0.5F, Ints);
        blendBlock(pixels + y, color, covered);
    }
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
            paintBlock(sums + y, sum, pixels + y, ink.solid, ink.rows ? ink.rows + y : nullptr, count);
        } else if (share > 0 && ink.rows) {
            blendRows(pixels + y, 1, count, ink.rows + y, share);
        } else if (share > 0) {
            blendSolid(pixels + y, 1, count, scaled(ink.solid, share));
        }
        y += count;
    }
}

// One row that is covered in part.
PLOT_INLINE void paintPart(quint32 *pixels, std::ptrdiff_t stride, int row, float share, quint32 solid, const quint32 *rows)
{
    if (share > 0)
        blend(pixels[row * stride], scaled(rows ? rows[row] : solid, shareOf(share)));
}
} // namespace

PLOT_CLONES void blendColumn(float *sums, int first, int last, quint32 *pixels, std::ptrdiff_t stride, quint32 solid, const quint32 *rows)
{
    if (stride == 1)
        paintContiguous(sums, first, last, pixels, {solid, rows});
    else
        paintStrided(sums, first, last, pixels, stride, {solid, rows});
}

PLOT_CLONES void blendSpan(quint32 *pixels, std::ptrdiff_t stride, float top, float bottom, quint32 solid, const quint32 *rows)
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

PLOT_CLONES void blendRect(quint32 *pixels, std::ptrdiff_t rowStride, int columns, int first, int last, quint32 solid, const quint32 *rows)
{
    for (int y = first; y < last; ++y)
        blendSolid(pixels + y * rowStride, 1, columns, rows ? rows[y] : solid);
}

PLOT_CLONES void blendLines(quint32 *pixels, std::ptrdiff_t columnStride, const LineSpan *spans, int count, float share, quint32 solid,
                            const quint32 *rows)
{
    for (int i = 0; i < count; ++i, pixels += columnStride) {
        if (spans[i].outerTop < spans[i].outerBottom)
            paintLine(pixels, spans[i], share, solid, rows);
    }
}
