// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringList>
#include <core/result.h>
#include <vector>

// Half-open range of bytes.
struct ByteSpan {
    qsizetype begin = 0;
    qsizetype end = 0;

    qsizetype size() const { return end - begin; }
    bool operator==(const ByteSpan &) const = default;
};

// Where each value of a JSON text lies. Holds spans, no values and no copy of the text; whoever asks by pointer passes the text.
// Strict JSON, one value, a byte-order mark allowed in front. Iterative: depth costs no stack.
class JsonIndex
{
public:
    static constexpr int kMaxDepth = 512;

    struct Node {
        ByteSpan value;
        ByteSpan key; // with quotes; empty for array items and the root
        int parent = -1;
        int firstChild = -1;
        int next = -1; // sibling
        int children = 0;
        char kind = 0; // { [ " 0 (number) t f n
    };

    // Refuses depth over 512 (Limit) and anything that is not UTF-8 JSON (Parse); where: "line 3, byte 57".
    static Result<JsonIndex> scan(const QByteArray &text);

    const std::vector<Node> &nodes() const { return m_nodes; } // in text order; 0 is the root
    bool isEmpty() const { return m_nodes.empty(); }

    // RFC 6901. -1: nothing there. Of duplicate keys the last counts, as nlohmann and browsers have it.
    int find(const QByteArray &text, const QString &pointer) const;
    int member(const QByteArray &text, int object, const QString &key) const;
    QString pointer(const QByteArray &text, int node) const;
    QString key(const QByteArray &text, int node) const; // decoded

    // Pointers of members whose key came before in the same object.
    QStringList duplicateKeys(const QByteArray &text) const;

private:
    std::vector<Node> m_nodes;
};

// 1-based line of a byte.
int lineOfByte(const QByteArray &text, qsizetype offset);
// "a/b~c" <-> "a~1b~0c"
QString pointerEscaped(const QString &key);
QString pointerUnescaped(const QString &token);
QByteArray decodedJsonString(const QByteArray &text, ByteSpan quoted); // UTF-8
