// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRegularExpression>

// A pattern out of a file: after so many steps a match that backtracks without end is none.
inline QRegularExpression limitedPattern(const QString &pattern, int steps = 20'000, QRegularExpression::PatternOptions options = {})
{
    return QRegularExpression(QStringLiteral("(*LIMIT_MATCH=%1)").arg(steps) + pattern, options);
}
