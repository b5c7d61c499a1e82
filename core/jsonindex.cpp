// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/jsonscan.h>

#include <QtCore/QSet>
#include <core/utf8.h>

// What is asked of a text that was scanned.

namespace {

void appendUtf8(QByteArray &out, uint code)
{
    const char32_t wide = code;
    out += QString::fromUcs4(&wide, 1).toUtf8();
}

uint hex4(const QByteArray &text, qsizetype at)
{
    return text.mid(at, 4).toUInt(nullptr, 16);
}

char unescaped(char c)
{
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return c;
    }
}

} // namespace

QString JsonIndex::key(const QByteArray &text, int node) const
{
    const ByteSpan span = m_nodes[size_t(node)].key;
    return span.size() > 0 ? textOfUtf8(decodedJsonString(text, span)) : QString();
}

int JsonIndex::member(const QByteArray &text, int object, const QString &key) const
{
    int found = -1;
    if (object < 0 || m_nodes[size_t(object)].kind != '{')
        return found;
    const QByteArray wanted = key.toUtf8();
    for (int child = m_nodes[size_t(object)].firstChild; child >= 0; child = m_nodes[size_t(child)].next)
        if (decodedJsonString(text, m_nodes[size_t(child)].key) == wanted)
            found = child;
    return found;
}

int JsonIndex::find(const QByteArray &text, const QString &pointer) const
{
    if (m_nodes.empty() || (!pointer.isEmpty() && !pointer.startsWith(u'/')))
        return -1;
    int node = 0;
    const QStringList tokens = pointer.isEmpty() ? QStringList() : pointer.mid(1).split(u'/');
    for (const QString &token : tokens) {
        const Node &at = m_nodes[size_t(node)];
        if (at.kind == '[') {
            bool ok = false;
            int index = token.toInt(&ok);
            ok = ok && index >= 0 && index < at.children && token == QString::number(index); // 00 and +0 are none
            node = ok ? at.firstChild : -1;
            for (; node >= 0 && index > 0; --index)
                node = m_nodes[size_t(node)].next;
        } else {
            node = member(text, node, pointerUnescaped(token));
        }
        if (node < 0)
            return -1;
    }
    return node;
}

QString JsonIndex::pointer(const QByteArray &text, int node) const
{
    QString path;
    while (node > 0) {
        const Node &at = m_nodes[size_t(node)];
        QString token;
        if (m_nodes[size_t(at.parent)].kind == '{') {
            token = pointerEscaped(key(text, node));
        } else {
            int index = 0;
            for (int child = m_nodes[size_t(at.parent)].firstChild; child != node; child = m_nodes[size_t(child)].next)
                ++index;
            token = QString::number(index);
        }
        path.prepend(u'/' + token);
        node = at.parent;
    }
    return path;
}

QStringList JsonIndex::duplicateKeys(const QByteArray &text) const
{
    QStringList found;
    for (const Node &node : m_nodes) {
        if (node.kind != '{' || node.children < 2)
            continue;
        QSet<QByteArray> seen;
        for (int child = node.firstChild; child >= 0; child = m_nodes[size_t(child)].next) {
            const QByteArray key = decodedJsonString(text, m_nodes[size_t(child)].key);
            if (seen.contains(key))
                found.append(pointer(text, child));
            seen.insert(key);
        }
    }
    return found;
}

int lineOfByte(const QByteArray &text, qsizetype offset)
{
    return 1 + int(std::count(text.begin(), text.begin() + std::clamp<qsizetype>(offset, 0, text.size()), '\n'));
}

QString pointerEscaped(const QString &key)
{
    return QString(key).replace(u'~', QLatin1String("~0")).replace(u'/', QLatin1String("~1"));
}

QString pointerUnescaped(const QString &token)
{
    return QString(token).replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
}

QByteArray decodedJsonString(const QByteArray &text, ByteSpan quoted)
{
    const QByteArray inner = text.mid(quoted.begin + 1, quoted.size() - 2);
    if (!inner.contains('\\'))
        return inner;
    QByteArray out;
    for (qsizetype i = 0; i < inner.size(); ++i) {
        if (inner[i] != '\\') {
            out += inner[i];
            continue;
        }
        if (inner[++i] != 'u') {
            out += unescaped(inner[i]);
            continue;
        }
        uint code = hex4(inner, i + 1);
        i += 4;
        const bool pair = code >= 0xd800 && code < 0xdc00 && i + 6 < inner.size() && inner[i + 1] == '\\' && inner[i + 2] == 'u';
        if (const uint low = pair ? hex4(inner, i + 3) : 0; low >= 0xdc00 && low < 0xe000) {
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            i += 6;
        }
        appendUtf8(out, code);
    }
    return out;
}
