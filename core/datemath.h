// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimeZone>
#include <core/result.h>
#include <core/timerange.h>
#include <optional>

// Time as people write it: "now-6h", "now-1d/d", "now/fQ", "2026-03-15T10:00:00Z", "2026-03-15||+1d", epoch ms.

struct TimeSettings {
    qint64 nowMs = 0;
    QTimeZone zone = QTimeZone::utc();
    Qt::DayOfWeek weekStart = Qt::Sunday;
    int fiscalYearStartMonth = 0; // 0 = January
};

// Units of "now-1d/d" are s m h d w M Q y, fQ, fy. roundUp: to the last ms of a unit, for the end of a range. Nothing: not a time.
std::optional<qint64> resolveTime(const QString &text, const TimeSettings &settings, bool roundUp);
// A time as a person types it into a picker: absolute ones count whole seconds.
std::optional<qint64> typedTime(const QString &text, const TimeSettings &settings, bool roundUp);
// Ends that are the wrong way round are swapped. Config error naming the end that is not a time.
Result<TimeRange> resolveRange(const RawTimeRange &range, const TimeSettings &settings);

bool isRelativeTime(const QString &text); // begins with "now"
bool isRelative(const RawTimeRange &range); // either end
RawTimeRange rawRange(const TimeRange &range); // epoch ms as text

// "" and "browser": the system's. An unknown name: the system's too.
QTimeZone zoneByName(const QString &name, const QTimeZone &system = QTimeZone::systemTimeZone());
Qt::DayOfWeek weekStartByName(const QString &name); // "", "browser" and unknown: Sunday
