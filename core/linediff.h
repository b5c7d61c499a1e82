// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

// The difference of two texts by lines, for a person to read.
struct DiffLine {
    enum class Kind { Same, Removed, Added, Gap }; // Gap: lines left out
    Kind kind = Kind::Same;
    QByteArray text; // without its line end; of a gap empty
    int oldLine = 0; // 1-based; 0 = not in that text
    int newLine = 0;

    bool operator==(const DiffLine &) const = default;
};

// Changed lines with so many same ones around each run of changes. Texts that differ in very many lines get a difference that is right
// but not the shortest.
QList<DiffLine> lineDiff(const QByteArray &before, const QByteArray &after, int context = 3);
