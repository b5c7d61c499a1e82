// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimeZone>
#include <core/timerange.h>

// Ranges of time in words, Grafana's: "Last 6 hours", "now-13h to now-1h", "2026-03-15 10:00:00 to 2026-03-16 12:00:00".

struct SpanWords {
    RawTimeRange range;
    QString words;
    bool isValid = true; // it is a length of time
};
// "5m" or "now-5m": that much until now; "+5m": from now on.
SpanWords describeSpan(const QString &span);
bool isTimeSpan(const QString &text); // or a variable, which may become one

QString describeRange(const RawTimeRange &range, const QTimeZone &zone, qint64 nowMs);
