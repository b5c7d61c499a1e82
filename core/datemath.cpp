// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/datemath.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QRegularExpression>

namespace {
constexpr qsizetype kMaxDigits = 5; // Grafana's limit; keeps arithmetic far from overflow too
constexpr qint64 kMaxMs = 8'640'000'000'000'000; // the range of JavaScript dates

enum class Unit { None, Second, Minute, Hour, Day, Week, Month, Quarter, Year };

Unit unitOf(QChar letter)
{
    switch (letter.unicode()) {
    case 's':
        return Unit::Second;
    case 'm':
        return Unit::Minute;
    case 'h':
        return Unit::Hour;
    case 'd':
        return Unit::Day;
    case 'w':
        return Unit::Week;
    case 'M':
        return Unit::Month;
    case 'Q':
        return Unit::Quarter;
    case 'y':
        return Unit::Year;
    default:
        return Unit::None;
    }
}

qint64 unitMs(Unit unit)
{
    return unit == Unit::Second ? 1000 : unit == Unit::Minute ? 60'000 : unit == Unit::Hour ? 3'600'000 : 0;
}

// An instant in a zone, with calendar arithmetic that keeps the wall time.
class Moment
{
public:
    Moment(qint64 ms, const TimeSettings &settings, const QTimeZone &zone)
        : m_at(QDateTime::fromMSecsSinceEpoch(ms, zone))
        , m_settings(settings)
    {
    }

    qint64 ms() const { return m_at.toMSecsSinceEpoch(); }

    void add(qint64 count, Unit unit)
    {
        if (const qint64 fixed = unitMs(unit))
            m_at = m_at.addMSecs(count * fixed);
        else if (unit == Unit::Day || unit == Unit::Week)
            m_at = m_at.addDays(unit == Unit::Day ? count : 7 * count);
        else
            m_at = m_at.addMonths(int(unit == Unit::Month ? count : unit == Unit::Quarter ? 3 * count : 12 * count));
    }

    void floor(Unit unit)
    {
        if (const qint64 fixed = unitMs(unit)) {
            const qint64 local = ms() + m_at.offsetFromUtc() * 1000LL;
            const qint64 past = ((local % fixed) + fixed) % fixed;
            m_at = m_at.addMSecs(-past);
            return;
        }
        const QDate day = m_at.date();
        switch (unit) {
        case Unit::Week:
            return setStartOf(day.addDays(-((day.dayOfWeek() - m_settings.weekStart + 7) % 7)));
        case Unit::Month:
            return setStartOf(QDate(day.year(), day.month(), 1));
        case Unit::Quarter:
            return setStartOf(QDate(day.year(), (day.month() - 1) / 3 * 3 + 1, 1));
        case Unit::Year:
            return setStartOf(QDate(day.year(), 1, 1));
        default:
            return setStartOf(day);
        }
    }

    void ceil(Unit unit)
    {
        floor(unit);
        add(1, unit);
        m_at = m_at.addMSecs(-1);
    }

    // Quarters and years that begin with the fiscal start month; no other unit has a fiscal one.
    void roundFiscal(Unit unit, bool up)
    {
        if (unit != Unit::Quarter && unit != Unit::Year)
            return;
        const int length = unit == Unit::Quarter ? 3 : 12;
        const int past = (m_at.date().month() - 1 - m_settings.fiscalYearStartMonth + 12) % length;
        add(-past, Unit::Month);
        floor(Unit::Month);
        if (!up)
            return;
        add(length - 1, Unit::Month);
        ceil(Unit::Month);
    }

private:
    void setStartOf(QDate day) { m_at = day.startOfDay(m_at.timeZone()); }

    QDateTime m_at;
    const TimeSettings &m_settings;
};

// "-1d/d+6h" applied to a moment.
bool applyMath(Moment &moment, const QString &math, bool roundUp)
{
    for (qsizetype i = 0; i < math.size();) {
        const QChar op = math[i++];
        if (op != u'/' && op != u'+' && op != u'-')
            return false;
        const qsizetype first = i;
        while (i < math.size() && math[i] >= u'0' && math[i] <= u'9')
            ++i;
        if (i - first > kMaxDigits)
            return false;
        const qint64 count = i == first ? 1 : math.mid(first, i - first).toLongLong();
        const bool fiscal = i < math.size() && math[i] == u'f';
        i += fiscal;
        const Unit unit = i < math.size() ? unitOf(math[i++]) : Unit::None;
        if (unit == Unit::None)
            return false;
        if (op == u'/') {
            if (count != 1)
                return false;
            if (fiscal)
                moment.roundFiscal(unit, roundUp);
            else if (roundUp)
                moment.ceil(unit);
            else
                moment.floor(unit);
        } else {
            moment.add(op == u'+' ? count : -count, unit);
        }
    }
    return true;
}

// Of a time that comes twice when clocks go back, the first.
QDateTime localTime(const QDateTime &wall, const QTimeZone &zone)
{
    const QDateTime at(wall.date(), wall.time(), zone);
    const int before = zone.offsetFromUtc(at.addDays(-1));
    const QDateTime first = QDateTime(wall.date(), wall.time(), QTimeZone::utc()).addSecs(-before);
    return zone.offsetFromUtc(first) == before ? first : at;
}

std::optional<qint64> parseAbsolute(const QString &text, const QTimeZone &zone)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber && (text.size() > 8 || number < 0))
        return number >= -kMaxMs && number <= kMaxMs ? std::optional(number) : std::nullopt;
    static const QStringList compact{QStringLiteral("yyyyMMdd'T'HHmmss"), QStringLiteral("yyyyMMdd")};
    const bool utc = text.endsWith(u'Z');
    QDateTime at = QDateTime::fromString(QString(text).replace(u' ', u'T'), Qt::ISODateWithMs);
    if (!at.isValid() && !text.contains(u'-'))
        for (const QString &format : compact)
            if (!at.isValid())
                at = QDateTime::fromString(utc ? text.chopped(1) : text, format);
    if (!at.isValid())
        return {};
    if (at.timeSpec() == Qt::LocalTime)
        at = localTime(at, utc ? QTimeZone::utc() : zone);
    return at.toMSecsSinceEpoch();
}
// As people type times: 2026-3-5 1:02, 2026/03, 20260315 1020. What is left out is the first of its kind.
std::optional<qint64> looseTime(const QString &text, const QTimeZone &zone)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*(\\d{4})(?:\\W*(\\d{1,2})(?:\\W*(\\d{1,2})(?:[\\W_T]*(\\d{1,2})(?:\\W*("
                                                           "\\d{1,2})(?:\\W*(\\d{1,2})(?:[.,]\\d*)?)?)?)?)?)?\\s*$"));
    const QRegularExpressionMatch match = pattern.match(text);
    const auto part
        = [&match](int index, int otherwise) { return match.lastCapturedIndex() >= index ? match.captured(index).toInt() : otherwise; };
    const QDate date(part(1, 0), part(2, 1), part(3, 1));
    const QTime time(part(4, 0), part(5, 0), part(6, 0));
    if (!match.hasMatch() || !date.isValid() || !time.isValid())
        return {};
    return localTime(QDateTime(date, time, Qt::UTC), zone).toMSecsSinceEpoch();
}

// Digits alone are milliseconds, but of the lengths that a date has a date first.
bool mayBeDigitsOfADate(const QString &text)
{
    const bool isNumber = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber && text.size() <= 14 && text.size() % 2 == 0 && text.size() != 10;
}
} // namespace

std::optional<qint64> resolveTime(const QString &source, const TimeSettings &settings, bool roundUp)
{
    const QString text = source.trimmed();
    QString math;
    std::optional<qint64> start;
    QTimeZone zone = settings.zone;
    if (isRelativeTime(text)) {
        start = settings.nowMs;
        math = text.mid(3);
    } else if (const qsizetype bars = text.indexOf(QLatin1String("||")); bars >= 0) {
        zone = QTimeZone::utc();
        start = parseAbsolute(text.left(bars), zone);
        math = text.mid(bars + 2);
    } else {
        return parseAbsolute(text, zone);
    }
    if (!start)
        return {};
    math.remove(u' ');
    Moment moment(*start, settings, zone);
    if (!applyMath(moment, math, roundUp))
        return {};
    return std::abs(moment.ms()) <= kMaxMs ? std::optional(moment.ms()) : std::nullopt;
}

std::optional<qint64> typedTime(const QString &text, const TimeSettings &settings, bool roundUp)
{
    if (mayBeDigitsOfADate(text))
        if (const auto date = looseTime(text, settings.zone))
            return date;
    std::optional<qint64> ms = resolveTime(text, settings, roundUp);
    bool isNumber = false;
    (void)text.toLongLong(&isNumber);
    if (!ms)
        return looseTime(text, settings.zone);
    if (!isNumber && !isRelativeTime(text) && !text.endsWith(u'Z'))
        ms = *ms - ((*ms % 1000) + 1000) % 1000;
    return ms;
}

Result<TimeRange> resolveRange(const RawTimeRange &range, const TimeSettings &settings)
{
    const std::optional<qint64> from = resolveTime(range.from, settings, false);
    const std::optional<qint64> to = resolveTime(range.to, settings, true);
    if (!from || !to)
        return fail(Error::Kind::Config, QStringLiteral("\"%1\" is not a time").arg((from ? range.to : range.from).left(80)), {},
                    QCoreApplication::translate("Errors", "Write now-6h, now/d, 2026-03-15 10:00:00 or milliseconds."));
    return TimeRange{std::min(*from, *to), std::max(*from, *to)};
}

bool isRelativeTime(const QString &text)
{
    return text.trimmed().startsWith(QLatin1String("now"));
}

bool isRelative(const RawTimeRange &range)
{
    return isRelativeTime(range.from) || isRelativeTime(range.to);
}

RawTimeRange rawRange(const TimeRange &range)
{
    return {QString::number(range.fromMs), QString::number(range.toMs)};
}

QTimeZone zoneByName(const QString &name, const QTimeZone &system)
{
    if (name.isEmpty() || name == QLatin1String("browser"))
        return system;
    if (name.compare(QLatin1String("utc"), Qt::CaseInsensitive) == 0)
        return QTimeZone::utc();
    const QTimeZone zone(name.toUtf8());
    return zone.isValid() ? zone : system;
}

Qt::DayOfWeek weekStartByName(const QString &name)
{
    if (name == QLatin1String("monday"))
        return Qt::Monday;
    return name == QLatin1String("saturday") ? Qt::Saturday : Qt::Sunday;
}
