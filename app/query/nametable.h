// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <vector>

// Many names, searched at each keystroke: a prefix, the start of a word in the name (total in http_requests_total), and where those are
// few, letters in order. Immutable; building it sorts every word of every name and belongs off the GUI thread.
class NameTable
{
public:
    NameTable() = default;
    explicit NameTable(QStringList names);

    qsizetype size() const { return m_names.size(); }
    const QStringList &names() const { return m_names; } // sorted, each once
    bool contains(const QString &name) const;
    // The best `limit` of them, best first. Bounded work: about 100,000 comparisons of a few letters.
    QStringList search(QStringView pattern, int limit) const;

private:
    struct Start {
        quint32 name;
        quint32 offset;
    };
    struct Hit {
        quint32 name;
        quint32 cost; // lower is better
    };
    void addWordStarts(QStringView pattern, std::vector<Hit> &hits) const;
    void addScattered(QStringView pattern, std::vector<Hit> &hits) const;
    QStringView suffix(const Start &start) const { return QStringView(m_lower[start.name]).sliced(start.offset); }

    QStringList m_names;
    QStringList m_lower; // shares the text with m_names where it is the same
    std::vector<Start> m_starts; // sorted by the text from there on
    std::vector<quint64> m_letters; // of each name, as a set
};
