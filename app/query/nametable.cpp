// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/nametable.h>

#include <algorithm>

namespace {

constexpr qsizetype kMaxName = 400; // longer ones are found by their beginning
constexpr size_t kEnoughScattered = 2000;

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || (text[at].isLetterOrNumber() && !text[at - 1].isLetterOrNumber());
}

quint64 letterBit(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'a' && u <= u'z')
        return 1ull << (u - u'a');
    if (u >= u'0' && u <= u'9')
        return 1ull << (26 + u - u'0');
    return 1ull << (36 + u % 28);
}

quint64 lettersOf(QStringView text)
{
    quint64 letters = 0;
    for (const QChar c : text)
        letters |= letterBit(c);
    return letters;
}

// How far apart the letters lie where they occur in this order, with less for those that start a word; -1 where they do not.
int scatter(QStringView pattern, QStringView text)
{
    int cost = 0;
    qsizetype at = 0;
    for (const QChar c : pattern) {
        const qsizetype from = at;
        while (at < text.size() && text[at] != c)
            ++at;
        if (at == text.size())
            return -1;
        cost += at == from ? 0 : startsWord(text, at) ? 1 : 8;
        ++at;
    }
    return cost;
}

} // namespace

NameTable::NameTable(QStringList names) : m_names(std::move(names))
{
    std::sort(m_names.begin(), m_names.end());
    m_names.erase(std::unique(m_names.begin(), m_names.end()), m_names.end());
    m_lower.reserve(m_names.size());
    m_letters.reserve(size_t(m_names.size()));
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        const QString lower = m_names[i].toLower();
        m_lower.append(lower == m_names[i] ? m_names[i] : lower);
        const QStringView text = m_lower.last();
        m_letters.push_back(lettersOf(text));
        for (qsizetype at = 0; at < std::min(text.size(), kMaxName); ++at)
            if (startsWord(text, at))
                m_starts.push_back({quint32(i), quint32(at)});
    }
    std::sort(m_starts.begin(), m_starts.end(), [this](const Start &a, const Start &b) { return suffix(a) < suffix(b); });
}

bool NameTable::contains(const QString &name) const
{
    return std::binary_search(m_names.begin(), m_names.end(), name);
}

void NameTable::addWordStarts(QStringView pattern, std::vector<Hit> &hits) const
{
    const auto first = std::lower_bound(m_starts.begin(), m_starts.end(), pattern,
                                        [this](const Start &start, QStringView p) { return suffix(start) < p; });
    for (auto it = first; it != m_starts.end() && suffix(*it).startsWith(pattern); ++it)
        hits.push_back({it->name, quint32((it->offset == 0 ? 0 : 10'000) + m_lower[it->name].size())});
}

void NameTable::addScattered(QStringView pattern, std::vector<Hit> &hits) const
{
    const quint64 wanted = lettersOf(pattern);
    const size_t enough = hits.size() + kEnoughScattered;
    for (size_t i = 0; i < m_letters.size() && hits.size() < enough; ++i) {
        if ((m_letters[i] & wanted) != wanted)
            continue;
        const QStringView text = m_lower[qsizetype(i)];
        const int cost = text.contains(pattern) ? 0 : scatter(pattern, text.first(std::min(text.size(), kMaxName)));
        if (cost >= 0)
            hits.push_back({quint32(i), quint32(20'000 + 100 * cost + text.size())});
    }
}

QStringList NameTable::search(QStringView typed, int limit) const
{
    const QString pattern = typed.toString().toLower();
    std::vector<Hit> hits;
    addWordStarts(pattern, hits);
    if (hits.size() < size_t(limit) && pattern.size() > 1)
        addScattered(pattern, hits);
    const auto better = [](const Hit &a, const Hit &b) { return a.cost != b.cost ? a.cost < b.cost : a.name < b.name; };
    // A name has a handful of words that begin alike at most.
    const size_t most = std::min(hits.size(), size_t(limit) * 8);
    std::partial_sort(hits.begin(), hits.begin() + qsizetype(most), hits.end(), better);
    QStringList found;
    std::vector<quint32> taken;
    for (size_t i = 0; i < most && found.size() < limit; ++i) {
        if (std::find(taken.begin(), taken.end(), hits[i].name) != taken.end())
            continue;
        taken.push_back(hits[i].name);
        found.append(m_names[hits[i].name]);
    }
    return found;
}
