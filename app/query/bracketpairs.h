// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <optional>
#include <utility>

// Brackets and quotes of a query under the keys. Pure.

QChar partnerOf(QChar opening); // ( [ { " ' `; null for others
bool isClosing(QChar c); // ) ] }
bool isQuoteMark(QChar c);
bool isInsideString(const QString &text, qsizetype cursor); // or inside a comment

// Where the bracket next to the cursor and its partner stand; those in strings and comments do not count.
std::optional<std::pair<qsizetype, qsizetype>> bracketsAt(const QString &text, qsizetype cursor);
