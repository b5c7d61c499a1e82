// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsondifference.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

qsizetype startOf(const JsonIndex::Node &node)
{
    return node.key.size() > 0 ? node.key.begin : node.value.begin;
}

} // namespace

JsonComparison::Side::Side(const QByteArray &bytes) : text(bytes)
{
    if (auto scanned = JsonIndex::scan(bytes))
        index = std::move(*scanned);
}

QList<int> JsonComparison::Side::children(int at) const
{
    QList<int> all;
    for (int each = node(at).firstChild; each >= 0; each = node(each).next)
        all.append(each);
    return all;
}

QByteArray JsonComparison::Side::member(int at, const QString &key) const
{
    const int found = node(at).kind == '{' ? index.member(text, at, key) : -1;
    return found >= 0 ? bytes(found) : QByteArray();
}

QByteArray JsonComparison::Side::name(int at) const
{
    for (const auto &key : {u"id"_s, u"refId"_s, u"uid"_s, u"name"_s})
        if (node(at).kind == '{')
            if (const int member = index.member(text, at, key); member >= 0)
                return bytes(member);
    return {};
}

void JsonComparison::Side::cutChildren(int container, const QList<int> &gone)
{
    const QList<int> all = children(container);
    const JsonIndex::Node &whole = node(container);
    if (gone.size() == all.size()) {
        cuts.append({whole.value.begin + 1, whole.value.end - 1});
        return;
    }
    qsizetype from = -1; // behind the last child that stays
    for (const int each : all) {
        if (!gone.contains(each))
            from = node(each).value.end;
        else if (from >= 0)
            cuts.append({from, node(each).value.end});
        if (from >= 0 && gone.contains(each))
            from = node(each).value.end;
    }
    // Those before the first that stays go with the comma behind them.
    const auto stays = std::find_if(all.begin(), all.end(), [&](int each) { return !gone.contains(each); });
    if (stays != all.begin())
        cuts.append({startOf(node(all.front())), startOf(node(*stays))});
}

QByteArray JsonComparison::Side::rest() const
{
    QList<ByteSpan> sorted = cuts;
    std::sort(sorted.begin(), sorted.end(), [](const ByteSpan &a, const ByteSpan &b) { return a.begin < b.begin; });
    QByteArray out;
    qsizetype at = 0;
    for (const ByteSpan &cut : sorted) {
        if (cut.begin > at)
            out += QByteArrayView(text).sliced(at, cut.begin - at);
        at = std::max(at, cut.end);
    }
    return out + text.mid(at);
}

JsonComparison::JsonComparison(const QByteArray &before, const QByteArray &after) : m_a(before), m_b(after)
{
    if (m_a.index.isEmpty() || m_b.index.isEmpty()) {
        m_differences.append({JsonDifference::Kind::Changed, u"no JSON"_s, {}, {}});
        return;
    }
    compare(0, 0);
    m_restBefore = m_a.rest();
    m_restAfter = m_b.rest();
}

void JsonComparison::add(JsonDifference::Kind kind, int a, int b)
{
    const bool added = kind == JsonDifference::Kind::Added;
    m_differences.append({kind, added ? m_b.index.pointer(m_b.text, b) : m_a.index.pointer(m_a.text, a),
                          a < 0 ? QByteArray() : m_a.bytes(a), b < 0 ? QByteArray() : m_b.bytes(b)});
}

void JsonComparison::compare(int a, int b)
{
    const char kind = m_a.node(a).kind;
    if (m_a.bytes(a) == m_b.bytes(b))
        return;
    if (kind == '{' && m_b.node(b).kind == '{')
        return compareMembers(a, b);
    if (kind == '[' && m_b.node(b).kind == '[')
        return compareItems(a, b);
    add(JsonDifference::Kind::Changed, a, b);
    m_a.cutValue(a);
    m_b.cutValue(b);
}

void JsonComparison::settle(int a, int b, const QList<int> &gone, const QList<int> &come)
{
    for (const int each : gone)
        add(JsonDifference::Kind::Removed, each, -1);
    for (const int each : come)
        add(JsonDifference::Kind::Added, -1, each);
    const bool nothingStays = gone.size() == m_a.node(a).children || come.size() == m_b.node(b).children;
    if (!gone.isEmpty() || nothingStays)
        m_a.cutChildren(a, gone);
    if (!come.isEmpty() || nothingStays)
        m_b.cutChildren(b, come);
}

void JsonComparison::compareMembers(int a, int b)
{
    QList<int> gone, come = m_b.children(b);
    int last = -1;
    for (const int each : m_a.children(a)) {
        const QByteArray key = m_a.text.mid(m_a.node(each).key.begin, m_a.node(each).key.size());
        const auto same = std::find_if(come.begin(), come.end(), [&](int other) {
            return m_b.text.mid(m_b.node(other).key.begin, m_b.node(other).key.size()) == key;
        });
        if (same == come.end()) {
            gone.append(each);
            continue;
        }
        if (*same < last)
            add(JsonDifference::Kind::Order, each, *same);
        last = *same;
        come.erase(same);
        compare(each, last);
    }
    settle(a, b, gone, come);
}

// The longest common row of equal items; what lies between is compared on its own.
void JsonComparison::compareItems(int a, int b)
{
    const QList<int> as = m_a.children(a), bs = m_b.children(b);
    std::vector<size_t> ha, hb;
    for (const int each : as)
        ha.push_back(qHash(m_a.bytes(each)));
    for (const int each : bs)
        hb.push_back(qHash(m_b.bytes(each)));
    std::vector<std::vector<int>> most(ha.size() + 1, std::vector<int>(hb.size() + 1, 0));
    for (size_t i = ha.size(); i-- > 0;)
        for (size_t j = hb.size(); j-- > 0;)
            most[i][j] = ha[i] == hb[j] ? most[i + 1][j + 1] + 1 : std::max(most[i + 1][j], most[i][j + 1]);
    QList<int> gapA, gapB, gone, come;
    size_t i = 0, j = 0;
    while (i < ha.size() || j < hb.size()) {
        if (i < ha.size() && j < hb.size() && ha[i] == hb[j]) {
            compareGap(std::exchange(gapA, {}), std::exchange(gapB, {}), gone, come);
            ++i;
            ++j;
        } else if (j >= hb.size() || (i < ha.size() && most[i + 1][j] >= most[i][j + 1])) {
            gapA.append(as[qsizetype(i++)]);
        } else {
            gapB.append(bs[qsizetype(j++)]);
        }
    }
    compareGap(gapA, gapB, gone, come);
    settle(a, b, gone, come);
}

void JsonComparison::compareGap(const QList<int> &a, const QList<int> &b, QList<int> &gone, QList<int> &come)
{
    // One came where another was, as the panel of a row that went.
    const auto another = [&](int was, int is) {
        return m_a.member(was, u"id"_s) != m_b.member(is, u"id"_s) && m_a.member(was, u"type"_s) != m_b.member(is, u"type"_s);
    };
    if (a.size() == b.size()) {
        for (qsizetype i = 0; i < a.size(); ++i) {
            if (!another(a[i], b[i])) {
                compare(a[i], b[i]);
                continue;
            }
            gone.append(a[i]);
            come.append(b[i]);
        }
        return;
    }
    qsizetype from = 0;
    for (const int each : a) {
        const QByteArray name = m_a.name(each);
        qsizetype at = from;
        while (at < b.size() && (name.isEmpty() || m_b.name(b[at]) != name))
            ++at;
        if (at == b.size()) {
            gone.append(each);
            continue;
        }
        come += b.mid(from, at - from);
        compare(each, b[at]);
        from = at + 1;
    }
    come += b.mid(from);
}
