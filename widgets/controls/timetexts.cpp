// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/timepickerpopup.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <pipeline/timewords.h>

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("TimeRange", text);
}

QuickRange quick(const char *text, const char *from, const char *to = "now")
{
    return {say(text), {QString::fromLatin1(from), QString::fromLatin1(to)}};
}

} // namespace

QList<QuickRange> defaultQuickRanges()
{
    return {
        quick(QT_TRANSLATE_NOOP("TimeRange", "Last 5 minutes"), "now-5m"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Last 15 minutes"), "now-15m"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Last 30 minutes"), "now-30m"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Last 1 hour"), "now-1h"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Last 3 hours"), "now-3h"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Last 6 hours"), "now-6h"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Last 12 hours"), "now-12h"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Last 24 hours"), "now-24h"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Last 2 days"), "now-2d"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Last 7 days"), "now-7d"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Last 30 days"), "now-30d"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Last 90 days"), "now-90d"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Last 6 months"), "now-6M"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Last 1 year"), "now-1y"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Last 2 years"), "now-2y"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Last 5 years"), "now-5y"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Today"), "now/d", "now/d"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Today so far"), "now/d"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Yesterday"), "now-1d/d", "now-1d/d"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Day before yesterday"), "now-2d/d", "now-2d/d"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "This day last week"), "now-7d/d", "now-7d/d"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "This week"), "now/w", "now/w"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "This week so far"), "now/w"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Previous week"), "now-1w/w", "now-1w/w"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "This month"), "now/M", "now/M"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "This month so far"), "now/M"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Previous month"), "now-1M/M", "now-1M/M"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "This year"), "now/y", "now/y"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "This year so far"), "now/y"),
        quick(QT_TRANSLATE_NOOP("TimeRange", "Previous year"), "now-1y/y", "now-1y/y"),
    };
}

QString rangeText(const RawTimeRange &range, const QString &zoneId)
{
    for (const QuickRange &known : defaultQuickRanges()) {
        if (known.range == range)
            return known.text;
    }
    return describeRange(range, zoneFor(zoneId), QDateTime::currentMSecsSinceEpoch());
}

QTimeZone zoneFor(const QString &id)
{
    if (id.compare(QLatin1String("utc"), Qt::CaseInsensitive) == 0)
        return QTimeZone::utc();
    const QTimeZone zone(id.toLatin1());
    return id.isEmpty() || id == QLatin1String("browser") || !zone.isValid() ? QTimeZone::systemTimeZone() : zone;
}

QString zoneText(const QString &id)
{
    if (id.compare(QLatin1String("utc"), Qt::CaseInsensitive) == 0)
        return QStringLiteral("UTC");
    return id.isEmpty() || id == QLatin1String("browser") ? say(QT_TRANSLATE_NOOP("TimeRange", "Local time")) : id;
}
