// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/ticks.h>

#include <QtCore/QDateTime>
#include <pipeline/momentformat.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kTimePixels = 64;
constexpr qsizetype kMostTicks = 400;
constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kMonth = 30 * kDay;
constexpr qint64 kYear = 365 * kDay;
constexpr qint64 kMaxMs = 8'640'000'000'000'000;

constexpr qint64 kShort[] = {1,
                             2,
                             5,
                             10,
                             20,
                             50,
                             100,
                             200,
                             500,
                             kSecond,
                             2 * kSecond,
                             5 * kSecond,
                             10 * kSecond,
                             15 * kSecond,
                             30 * kSecond,
                             kMinute,
                             2 * kMinute,
                             5 * kMinute,
                             10 * kMinute,
                             15 * kMinute,
                             30 * kMinute};
constexpr int kHours[] = {1, 2, 3, 4, 6, 8, 12};
constexpr int kDays[] = {1, 2, 4, 7, 14};
constexpr int kMonths[] = {1, 2, 3, 4, 6};
constexpr int kYears[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000};

QString pattern(const QDateTime &time, qint64 step)
{
    const bool midnight = time.time() == QTime(0, 0) || time == time.date().startOfDay(time.timeZone());
    if (!midnight)
        return step < kSecond ? u"HH:mm:ss.SSS"_s : step < kMinute ? u"HH:mm:ss"_s : u"HH:mm"_s;
    if (time.date().month() == 1 && time.date().day() == 1 && step >= kDay)
        return u"YYYY"_s;
    if (step >= kMonth && time.date().day() == 1)
        return u"MMM"_s;
    return u"MM/DD"_s;
}

class Ticks
{
public:
    Ticks(qint64 from, qint64 to, const QTimeZone &zone) : m_from(from), m_to(to), m_zone(zone) { }

    QDate firstDate() const { return QDateTime::fromMSecsSinceEpoch(m_from, m_zone).date(); }
    bool full() const { return m_ticks.size() >= kMostTicks; }

    // False: past the end.
    bool add(const QDateTime &time, qint64 step)
    {
        const qint64 ms = time.toMSecsSinceEpoch();
        if (ms > m_to || full())
            return false;
        if (ms >= m_from && (m_ticks.isEmpty() || double(ms) > m_ticks.last().value))
            m_ticks.append({double(ms), formatMoment(double(ms), pattern(time, step), m_zone)});
        return true;
    }

    void everyShort(qint64 step)
    {
        // Zones are shifted by quarters of an hour at least, save for steps of half an hour: the shift of the start aligns them.
        const qint64 shift = qint64(m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(m_from, m_zone))) * 1000;
        const qint64 local = m_from + shift;
        const qint64 first = local - ((local % step) + step) % step;
        for (qint64 ms = first - shift; add(QDateTime::fromMSecsSinceEpoch(ms, m_zone), step);)
            ms += step;
    }

    void everyHours(int hours)
    {
        for (QDate date = firstDate(); !full(); date = date.addDays(1)) {
            for (int hour = 0; hour < 24; hour += hours) {
                const QDateTime time = hour == 0 ? date.startOfDay(m_zone) : QDateTime(date, QTime(hour, 0), m_zone);
                // An hour that the clocks leave out has no tick; one that they repeat has one.
                if (hour > 0 && time.time().hour() != hour)
                    continue;
                if (!add(time, hours * kHour))
                    return;
            }
        }
    }

    void everyDays(int days)
    {
        QDate date = firstDate();
        const qint64 anchor = days % 7 == 0 ? QDate(1970, 1, 5).toJulianDay() : 0; // weeks begin on Monday
        date = date.addDays(-((date.toJulianDay() - anchor) % days));
        while (add(date.startOfDay(m_zone), days * kDay))
            date = date.addDays(days);
    }

    void everyMonths(int months)
    {
        const QDate start = firstDate();
        QDate date(start.year(), (start.month() - 1) / months * months + 1, 1);
        while (add(date.startOfDay(m_zone), months * kMonth))
            date = date.addMonths(months);
    }

    void everyYears(int years)
    {
        QDate date(firstDate().year() / years * years, 1, 1);
        if (!date.isValid())
            date = QDate(years, 1, 1);
        while (date.isValid() && add(date.startOfDay(m_zone), years * kYear))
            date = date.addYears(years);
    }

    QList<Tick> take() { return std::move(m_ticks); }

private:
    qint64 m_from;
    qint64 m_to;
    QTimeZone m_zone;
    QList<Tick> m_ticks;
};

void fill(Ticks &ticks, double wanted)
{
    for (const qint64 step : kShort) {
        if (double(step) >= wanted)
            return ticks.everyShort(step);
    }
    for (const int hours : kHours) {
        if (double(hours * kHour) >= wanted)
            return ticks.everyHours(hours);
    }
    for (const int days : kDays) {
        if (double(days * kDay) >= wanted)
            return ticks.everyDays(days);
    }
    for (const int months : kMonths) {
        if (double(months * kMonth) >= wanted)
            return ticks.everyMonths(months);
    }
    for (const int years : kYears) {
        if (double(years * kYear) >= wanted)
            return ticks.everyYears(years);
    }
}
} // namespace

QList<Tick> timeTicks(qint64 fromMs, qint64 toMs, int pixels, const QTimeZone &zone)
{
    if (fromMs >= toMs || pixels <= 0 || fromMs < -kMaxMs || toMs > kMaxMs || !zone.isValid())
        return {};
    Ticks ticks(fromMs, toMs, zone);
    fill(ticks, double(toMs - fromMs) * kTimePixels / pixels);
    return ticks.take();
}

QString timeLabel(qint64 ms, qint64 spanMs, const QTimeZone &zone)
{
    const QString pattern = spanMs < 10 * kSecond ? u"YYYY-MM-DD HH:mm:ss.SSS"_s
        : spanMs < 400 * kDay                     ? u"YYYY-MM-DD HH:mm:ss"_s
                                                  : u"YYYY-MM-DD HH:mm"_s;
    return formatMoment(double(ms), pattern, zone);
}
