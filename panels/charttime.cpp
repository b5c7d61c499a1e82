// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/charttime.h>

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

QString tooltipTime(qint64 ms, qint64 spanMs, const QTimeZone &zone)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, zone);
    const bool fine = spanMs > 0 && spanMs < 60'000;
    return QLocale::c().toString(time, fine ? QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz") : QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString zoneName(qint64 ms, const QTimeZone &zone)
{
    if (zone == QTimeZone::utc())
        return QStringLiteral("UTC");
    return zone.abbreviation(QDateTime::fromMSecsSinceEpoch(ms, zone));
}
