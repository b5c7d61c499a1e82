// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/jsonstyle.h>

namespace {

// Copies a string that begins at `at`; returns the byte behind it.
qsizetype copyString(const QByteArray &json, qsizetype at, QByteArray &out)
{
    const qsizetype begin = at++;
    while (at < json.size() && json[at] != '"')
        at += json[at] == '\\' ? 2 : 1;
    at = std::min(at + 1, json.size());
    out += QByteArrayView(json).sliced(begin, at - begin);
    return at;
}

bool opens(char c)
{
    return c == '{' || c == '[';
}

bool closes(char c)
{
    return c == '}' || c == ']';
}

} // namespace

QByteArray compactJson(const QByteArray &json)
{
    QByteArray out;
    for (qsizetype at = 0; at < json.size();) {
        const char c = json[at];
        if (c == '"') {
            at = copyString(json, at, out);
            continue;
        }
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            out += c;
        ++at;
    }
    return out;
}

QByteArray oneLineJson(const QByteArray &compact, const QByteArray &colon, bool blanks, bool padded)
{
    QByteArray out;
    for (qsizetype at = 0; at < compact.size();) {
        const char c = compact[at];
        if (c == '"') {
            at = copyString(compact, at, out);
            continue;
        }
        const bool isEmpty = at + 1 < compact.size() && opens(c) && closes(compact[at + 1]);
        if (padded && c == '}' && compact[at - 1] != '{')
            out += ' ';
        if (c == ':')
            out += colon;
        else
            out += c;
        if ((c == ',' && blanks) || (c == '{' && padded && !isEmpty))
            out += ' ';
        ++at;
    }
    return out;
}

QByteArray indentedJson(const QByteArray &compact, const QByteArray &colon, const QByteArray &unit, const QByteArray &newline,
                        const QByteArray &indent)
{
    QByteArray out;
    qsizetype level = 0;
    const auto line = [&] { out += newline + indent + unit.repeated(level); };
    for (qsizetype at = 0; at < compact.size();) {
        const char c = compact[at];
        if (c == '"') {
            at = copyString(compact, at, out);
            continue;
        }
        ++at;
        if (closes(c)) {
            --level;
            line();
        }
        if (c == ':')
            out += colon;
        else
            out += c;
        if (opens(c) && at < compact.size() && closes(compact[at])) {
            out += compact[at++];
        } else if (opens(c)) {
            ++level;
            line();
        } else if (c == ',') {
            line();
        }
    }
    return out;
}
