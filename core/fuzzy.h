// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QStringView>
#include <optional>

// How well a typed pattern fits a name, for lists that narrow while one types. Case does not matter; blanks in the pattern separate
// words that may come in any order.
struct FuzzyMatch {
    int score = 0; // higher is better; comparable for one pattern only
    QList<int> positions; // of the characters that matched, ascending
};

// Nothing when the characters of a word do not occur in this order. An empty pattern fits everything with score 0.
// Order: the whole text, a prefix, the start of a word (after _ : . / space or a capital), inside, scattered; shorter texts first.
std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);
