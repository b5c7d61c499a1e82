// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/jsonscan.h>

// What differs between two JSON texts, found by an own walk over both: values that are spelled otherwise, members and items that came or
// went. Items of lists are lined up by their bytes, then by id, refId, uid and name, then by place where as many stand on both sides.
struct JsonDifference {
    enum class Kind { Changed, Removed, Added, Order };

    Kind kind = Kind::Changed;
    QString pointer; // in the text that has it: the first one, of what was added the second one
    QByteArray before;
    QByteArray after;

    QString told() const { return QChar(u"=-+~"[int(kind)]) + pointer; } // "=/title", "-/panels/2", "+/links"
};

class JsonComparison
{
public:
    JsonComparison(const QByteArray &before, const QByteArray &after);

    const QList<JsonDifference> &differences() const { return m_differences; }
    // Both texts without what differs: a changed value is cut out, a member or item with the comma and the blanks before it (after it,
    // where it is the first). The two are the same when nothing else was touched.
    QByteArray restBefore() const { return m_restBefore; }
    QByteArray restAfter() const { return m_restAfter; }

private:
    struct Side {
        QByteArray text;
        JsonIndex index;
        QList<ByteSpan> cuts;

        explicit Side(const QByteArray &bytes);
        const JsonIndex::Node &node(int at) const { return index.nodes()[size_t(at)]; }
        QByteArray bytes(int at) const { return text.mid(node(at).value.begin, node(at).value.size()); }
        QList<int> children(int at) const;
        QByteArray member(int at, const QString &key) const;
        QByteArray name(int at) const; // of an item: what tells it from its siblings
        void cutValue(int at) { cuts.append(node(at).value); }
        void cutChildren(int container, const QList<int> &gone);
        QByteArray rest() const;
    };

    void compare(int a, int b);
    void compareMembers(int a, int b);
    void compareItems(int a, int b);
    void compareGap(const QList<int> &a, const QList<int> &b, QList<int> &gone, QList<int> &come);
    void settle(int a, int b, const QList<int> &gone, const QList<int> &come);
    void add(JsonDifference::Kind kind, int a, int b);

    Side m_a;
    Side m_b;
    QList<JsonDifference> m_differences;
    QByteArray m_restBefore;
    QByteArray m_restAfter;
};
