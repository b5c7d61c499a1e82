// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/jsonformat.h>

namespace {

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

qsizetype endOfString(const QByteArray &json, qsizetype quote)
{
    qsizetype i = quote + 1;
    while (i < json.size() && json[i] != '"')
        i += json[i] == '\\' ? 2 : 1;
    return std::min(i + 1, json.size());
}

qsizetype nextToken(const QByteArray &json, qsizetype i)
{
    while (i < json.size() && isSpace(json[i]))
        ++i;
    return i;
}

} // namespace

QByteArray jsonIndented(const QByteArray &json, int indent)
{
    QByteArray out;
    out.reserve(json.size() * 2);
    int depth = 0;
    const auto newLine = [&] {
        if (indent >= 0)
            out += '\n' + QByteArray(qsizetype(depth) * indent, ' ');
    };
    for (qsizetype i = nextToken(json, 0); i < json.size(); i = nextToken(json, i)) {
        const char c = json[i];
        if (c == '"') {
            const qsizetype end = endOfString(json, i);
            out += json.mid(i, end - i);
            i = end;
            continue;
        }
        ++i;
        if (c == '}' || c == ']') {
            --depth;
            newLine();
        }
        out += c;
        if (c == '{' || c == '[') {
            const qsizetype next = nextToken(json, i);
            if (next < json.size() && (json[next] == '}' || json[next] == ']')) { // empty: stays together
                out += json[next];
                i = next + 1;
                continue;
            }
            ++depth;
            newLine();
        } else if (c == ',') {
            newLine();
        } else if (c == ':' && indent >= 0) {
            out += ' ';
        }
    }
    return out;
}
