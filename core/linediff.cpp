// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/linediff.h>

#include <algorithm>
#include <vector>

namespace {

constexpr qsizetype kMostCells = 4'000'000; // of the table below; beyond it the middle is taken as wholly replaced

// The longest common subsequence by its table, of what is left between equal beginnings and ends.
void diffMiddle(const QList<QByteArray> &a, const QList<QByteArray> &b, qsizetype head, qsizetype endA, qsizetype endB,
                QList<DiffLine> &out)
{
    const qsizetype n = endA - head, m = endB - head;
    const auto removed = [&](qsizetype i) { out.append({DiffLine::Kind::Removed, a[head + i], int(head + i + 1), 0}); };
    const auto added = [&](qsizetype k) { out.append({DiffLine::Kind::Added, b[head + k], 0, int(head + k + 1)}); };
    qsizetype i = 0, k = 0;
    if (n * m <= kMostCells) {
        std::vector<int> length(size_t((n + 1) * (m + 1)), 0);
        const auto at = [&](qsizetype x, qsizetype y) -> int & { return length[size_t(x * (m + 1) + y)]; };
        for (qsizetype x = n - 1; x >= 0; --x)
            for (qsizetype y = m - 1; y >= 0; --y)
                at(x, y) = a[head + x] == b[head + y] ? at(x + 1, y + 1) + 1 : std::max(at(x + 1, y), at(x, y + 1));
        while (i < n && k < m) {
            if (a[head + i] == b[head + k]) {
                out.append({DiffLine::Kind::Same, a[head + i], int(head + i + 1), int(head + k + 1)});
                ++i, ++k;
            } else if (at(i + 1, k) >= at(i, k + 1)) {
                removed(i++);
            } else {
                added(k++);
            }
        }
    }
    while (i < n)
        removed(i++);
    while (k < m)
        added(k++);
}

QList<DiffLine> withContext(const QList<DiffLine> &all, int context)
{
    QList<bool> kept(all.size(), false);
    for (qsizetype i = 0; i < all.size(); ++i)
        if (all[i].kind != DiffLine::Kind::Same)
            for (qsizetype k = std::max<qsizetype>(0, i - context); k <= std::min(all.size() - 1, i + context); ++k)
                kept[k] = true;
    QList<DiffLine> out;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (kept[i])
            out.append(all[i]);
        else if (out.isEmpty() || out.last().kind != DiffLine::Kind::Gap)
            out.append({DiffLine::Kind::Gap, {}, 0, 0});
    }
    return out;
}

} // namespace

QList<DiffLine> lineDiff(const QByteArray &before, const QByteArray &after, int context)
{
    if (before == after)
        return {};
    const QList<QByteArray> a = before.split('\n'), b = after.split('\n');
    qsizetype head = 0;
    while (head < std::min(a.size(), b.size()) && a[head] == b[head])
        ++head;
    qsizetype endA = a.size(), endB = b.size();
    while (endA > head && endB > head && a[endA - 1] == b[endB - 1])
        --endA, --endB;
    QList<DiffLine> all;
    for (qsizetype i = 0; i < head; ++i)
        all.append({DiffLine::Kind::Same, a[i], int(i + 1), int(i + 1)});
    diffMiddle(a, b, head, endA, endB, all);
    for (qsizetype i = 0; endA + i < a.size(); ++i)
        all.append({DiffLine::Kind::Same, a[endA + i], int(endA + i + 1), int(endB + i + 1)});
    return withContext(all, context);
}
