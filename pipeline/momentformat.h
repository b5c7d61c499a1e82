// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QTimeZone>

// Dates in the pattern language of moment.js ("YYYY-MM-DD HH:mm:ss", "[literal]"), in English. Not a date: "Invalid date".
QString formatMoment(double ms, const QString &pattern, const QTimeZone &zone);
// "5 minutes ago", "in 3 days".
QString fromNow(double ms, double nowMs);
bool isDate(double ms);
