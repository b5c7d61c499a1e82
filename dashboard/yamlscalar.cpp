// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/yamlscalar.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <algorithm>

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

qsizetype lineEnd(const QByteArray &bytes, qsizetype at) // of the line break, or of the text
{
    const qsizetype end = bytes.indexOf('\n', at);
    return end < 0 ? bytes.size() : end;
}

qsizetype afterProperties(const QByteArray &bytes, qsizetype at)
{
    while (at < bytes.size() && (bytes[at] == '!' || bytes[at] == '&')) {
        while (at < bytes.size() && !isBlank(bytes[at]) && bytes[at] != '\n')
            ++at;
        while (at < bytes.size() && (isBlank(bytes[at]) || bytes[at] == '\n' || bytes[at] == '\r'))
            ++at;
    }
    return at;
}

std::optional<YamlScalar> quotedAt(const QByteArray &bytes, qsizetype at)
{
    YamlScalar scalar;
    scalar.style = bytes[at];
    scalar.begin = at;
    for (++at; at < bytes.size(); ++at) {
        if (scalar.style == '"' && bytes[at] == '\\') {
            ++at;
        } else if (bytes[at] == scalar.style) {
            if (scalar.style == '\'' && at + 1 < bytes.size() && bytes[at + 1] == '\'') {
                ++at;
                continue;
            }
            scalar.end = at + 1;
            return scalar;
        }
    }
    return {};
}

std::optional<YamlScalar> blockAt(const QByteArray &bytes, qsizetype at, int keyIndent)
{
    YamlScalar scalar;
    scalar.style = bytes[at];
    scalar.begin = at;
    for (++at; at < bytes.size() && (bytes[at] == '+' || bytes[at] == '-' || (bytes[at] >= '1' && bytes[at] <= '9')); ++at) {
        if (bytes[at] != '+' && bytes[at] != '-') {
            scalar.hasIndicator = true;
            scalar.indent = keyIndent + bytes[at] - '0';
        }
    }
    scalar.content = scalar.end = std::min(lineEnd(bytes, at) + 1, bytes.size());
    for (qsizetype line = scalar.content; line < bytes.size();) {
        const qsizetype end = lineEnd(bytes, line);
        qsizetype text = line;
        while (text < end && bytes[text] == ' ')
            ++text;
        const bool isEmpty = text == end || (text == end - 1 && bytes[text] == '\r');
        if (!isEmpty && scalar.indent == 0)
            scalar.indent = int(text - line);
        if (!isEmpty && (text - line < scalar.indent || scalar.indent <= keyIndent))
            break;
        if (!isEmpty)
            scalar.end = end > line && bytes[end - 1] == '\r' ? end - 1 : end;
        line = end + 1;
    }
    return scalar.end > scalar.content ? std::optional(scalar) : std::nullopt;
}

// What YAML takes for a line break or does not allow is escaped; outside of strings JSON has none of it.
QByteArray escaped(const QByteArray &line)
{
    if (std::all_of(line.begin(), line.end(), [](char c) { return uchar(c) < 0x7f; }))
        return line;
    QByteArray out;
    for (const char32_t code : QString::fromUtf8(line).toUcs4()) {
        const bool isBreak = code == 0x2028 || code == 0x2029 || code == 0xfeff || code == 0xfffe || code == 0xffff;
        if (isBreak || (code >= 0x7f && code < 0xa0))
            out += "\\u" + QByteArray::number(uint(code), 16).rightJustified(4, '0');
        else
            out += QString::fromUcs4(&code, 1).toUtf8();
    }
    return out;
}

QByteArray withoutEnd(QByteArray text)
{
    while (text.endsWith('\n') || text.endsWith('\r'))
        text.chop(1);
    return text;
}

// The lines of a block; those that stood there before keep their bytes.
QByteArray blockLines(const QList<QByteArray> &now, const QList<QByteArray> &before, const QList<QByteArray> &raw, int indent,
                      const QByteArray &newline)
{
    constexpr qsizetype kAhead = 64;
    QList<QByteArray> lines;
    qsizetype at = 0;
    const bool known = before.size() == raw.size();
    qsizetype tail = 0;
    while (known && tail < std::min(now.size(), before.size()) && now[now.size() - 1 - tail] == before[before.size() - 1 - tail])
        ++tail;
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (known && i >= now.size() - tail)
            at = before.size() - (now.size() - i);
        const qsizetype found = known ? before.mid(at, kAhead).indexOf(now[i]) : -1;
        if (found >= 0) {
            lines.append(raw[at + found]);
            at += found + 1;
        } else {
            lines.append(now[i].isEmpty() ? QByteArray() : QByteArray(indent, ' ') + escaped(now[i]));
        }
    }
    return lines.join(newline);
}

} // namespace

std::optional<YamlScalar> yamlScalarAt(const QByteArray &bytes, qsizetype at, int keyIndent)
{
    at = afterProperties(bytes, at);
    if (at < 0 || at >= bytes.size())
        return {};
    const char c = bytes[at];
    return c == '|' || c == '>' ? blockAt(bytes, at, keyIndent) : c == '"' || c == '\'' ? quotedAt(bytes, at) : std::nullopt;
}

std::optional<QByteArray> withYamlText(const QByteArray &bytes, const YamlScalar &scalar, const QByteArray &before, const QByteArray &json,
                                       int keyIndent)
{
    const qsizetype firstBreak = bytes.indexOf('\n', scalar.begin);
    const QByteArray newline = firstBreak > 0 && bytes[firstBreak - 1] == '\r' ? "\r\n" : "\n";
    QByteArray text = withoutEnd(QByteArray(json).replace("\r\n", "\n").replace('\r', '\n'));
    const QList<QByteArray> old = withoutEnd(before).split('\n');
    const bool isBlock = scalar.style == '|' || scalar.style == '>';
    // Blanks before the first line would be taken for its indentation.
    if (!scalar.hasIndicator && (text.startsWith(' ') || text.startsWith('\n')))
        while (text.startsWith(' ') || text.startsWith('\n'))
            text.remove(0, 1);
    const QList<QByteArray> now = text.split('\n');
    if (isBlock) {
        const bool isLiteral = scalar.style == '|';
        const QByteArray block = bytes.mid(scalar.content, scalar.end - scalar.content);
        QList<QByteArray> raw = block.split('\n');
        for (QByteArray &line : raw)
            if (line.endsWith('\r'))
                line.chop(1);
        QByteArray out = bytes;
        out.replace(scalar.content, block.size(), blockLines(now, old, isLiteral ? raw : QList<QByteArray>(), scalar.indent, newline));
        out[scalar.begin] = '|';
        return out;
    }
    const qsizetype end = lineEnd(bytes, scalar.end);
    const QByteArray rest = bytes.mid(scalar.end, end - scalar.end);
    const QByteArray said = rest.trimmed();
    if (!said.isEmpty() && !(said.startsWith('#') && isBlank(rest[0])))
        return {};
    const QByteArray lines = blockLines(now, {}, {}, keyIndent + 2, newline);
    const QByteArray header = before.endsWith('\n') ? "|" : "|-";
    const QByteArray comment = rest.endsWith('\r') ? rest.chopped(1) : rest;
    QByteArray out = bytes;
    out.replace(scalar.begin, end - scalar.begin, header + comment + newline + lines + (rest.endsWith('\r') ? "\r" : ""));
    return out;
}
