// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

// How a JSON text is laid out. Works on bytes: numbers, escapes and the order of keys stay as they are written.

// Without blanks outside strings. json must be JSON.
QByteArray compactJson(const QByteArray &json);
// On one line; colon: what stands between key and value. blanks: after commas. padded: inside of braces.
QByteArray oneLineJson(const QByteArray &compact, const QByteArray &colon, bool blanks, bool padded);
// A line each member and item; the first line has no indentation, the last one has `indent`.
QByteArray indentedJson(const QByteArray &compact, const QByteArray &colon, const QByteArray &unit, const QByteArray &newline,
                        const QByteArray &indent);
