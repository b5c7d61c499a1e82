// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/charttime.h>

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <pipeline/ticks.h>

QString tooltipTime(qint64 ms, qint64 spanMs, const QTimeZone &zone)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, zone);
    const bool fine = spanMs > 0 && spanMs < 60'000;
    return QLocale::c().toString(time, fine ? QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz") : QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString flagTime(qint64 ms, qint64 spanMs, const QTimeZone &zone)
{
    constexpr qint64 day = 24 * 3'600'000;
    if (spanMs <= 0 || spanMs > day)
        return timeLabel(ms, spanMs, zone);
    return tooltipTime(ms, spanMs, zone).mid(11);
}

QString zoneName(qint64 ms, const QTimeZone &zone)
{
    if (zone == QTimeZone::utc())
        return QStringLiteral("UTC");
    return zone.abbreviation(QDateTime::fromMSecsSinceEpoch(ms, zone));
}
