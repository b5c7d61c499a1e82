// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/fuzzy.h>

#include <algorithm>

namespace {

constexpr int kWhole = 1000, kPrefix = 800, kWordStart = 600, kInside = 400, kScattered = 100;

bool startsWord(QStringView text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text[at - 1];
    return !before.isLetterOrNumber() || (text[at].isUpper() && before.isLower());
}

QList<int> run(qsizetype from, qsizetype length)
{
    QList<int> positions;
    for (qsizetype i = 0; i < length; ++i)
        positions.append(int(from + i));
    return positions;
}

// The best place where the word stands as it is.
std::optional<FuzzyMatch> together(QStringView word, QStringView text)
{
    std::optional<FuzzyMatch> best;
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0; at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        const int score = at == 0 ? (word.size() == text.size() ? kWhole : kPrefix) : startsWord(text, at) ? kWordStart : kInside;
        if (!best || score > best->score)
            best = FuzzyMatch{score, run(at, word.size())};
        if (score != kInside)
            break;
    }
    return best;
}

// Characters in order; each that starts a word, or follows the one before, counts more.
std::optional<FuzzyMatch> scattered(QStringView word, QStringView text)
{
    FuzzyMatch match{kScattered, {}};
    qsizetype at = 0;
    for (const QChar c : word) {
        qsizetype found = text.indexOf(c, at, Qt::CaseInsensitive);
        if (found < 0)
            return std::nullopt;
        const bool follows = !match.positions.isEmpty() && found == match.positions.last() + 1;
        for (qsizetype next = found; !follows && next >= 0; next = text.indexOf(c, next + 1, Qt::CaseInsensitive)) {
            if (startsWord(text, next)) {
                found = next;
                break;
            }
        }
        match.score += startsWord(text, found) ? 20 : follows ? 10 : -2;
        match.positions.append(int(found));
        at = found + 1;
    }
    return match;
}

std::optional<FuzzyMatch> matchWord(QStringView word, QStringView text)
{
    if (word.size() > text.size())
        return std::nullopt;
    if (auto match = together(word, text))
        return match;
    return scattered(word, text);
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text)
{
    FuzzyMatch all;
    for (const QStringView word : pattern.split(u' ', Qt::SkipEmptyParts)) {
        const auto match = matchWord(word, text);
        if (!match)
            return std::nullopt;
        all.score += match->score;
        all.positions += match->positions;
    }
    if (all.positions.isEmpty())
        return all;
    all.score -= int(std::min<qsizetype>(text.size(), 90));
    std::sort(all.positions.begin(), all.positions.end());
    all.positions.erase(std::unique(all.positions.begin(), all.positions.end()), all.positions.end());
    return all;
}
