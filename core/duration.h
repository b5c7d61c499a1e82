// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QMap>
#include <QtCore/QString>
#include <core/result.h>
#include <core/timerange.h>

// Lengths of time as dashboards and Prometheus write them.

// Grafana's intervals: "15s", "1h", "500ms", or a bare number of seconds. Only the first part counts ("1h30m" is an hour), as there.
struct IntervalParts {
    double unitSeconds = 1;
    QString unit; // y M w d h m s ms
    qint64 count = 0;
};
Result<IntervalParts> describeInterval(const QString &text);
Result<qint64> intervalToMs(const QString &text);

// Go's and Grafana's back end's: "1m30s", "1d", "1.5h", a bare number of seconds.
Result<qint64> parseGoDuration(const QString &text);
QString goDuration(qint64 ms); // "1m30s", "20.5s", "0s"

// The next step that people count in: 1 s, 2 s, 5 s, 10 s, 15 s, 20 s, 30 s, 1 m, …
qint64 roundInterval(double ms);
qint64 roundIntervalInclusive(double ms); // as Grafana's back end: a bound itself rounds down
QString secondsToHms(double seconds); // the largest unit that fits, one: "2h", "500ms"
QString stepText(qint64 ms); // as $__interval prints
QString spanText(qint64 ms); // "1h 2min 3sec"
QString durationText(qint64 ms); // "1h30m", the shortest that parseGoDuration reads as the same

// Words like "2d 3h" -> {days: 2, hours: 3}; what is not understood is left out.
QMap<QString, qint64> parseDurationWords(const QString &text);
bool isDurationWords(const QString &text);
bool isGoDurationWords(const QString &text);
bool isGrafanaDurationWords(const QString &text);

// Grafana's calculateInterval: range / points, rounded, not under the low limit ("" = none).
struct NiceInterval {
    qint64 ms = 0;
    QString text;
};
Result<NiceInterval> calculateInterval(qint64 rangeMs, int maxDataPoints, const QString &lowLimit);
