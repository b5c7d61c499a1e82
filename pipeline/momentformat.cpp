// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/momentformat.h>

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr double kMaxMs = 8.64e15; // what JavaScript calls a date
constexpr qsizetype kMaxPattern = 200;
constexpr qint64 kDayMs = 86'400'000;

QString padded(qint64 value, int width)
{
    return QString::number(value).rightJustified(width, u'0');
}

QString offset(const QDateTime &time, const QString &colon)
{
    const int minutes = time.offsetFromUtc() / 60;
    return (minutes < 0 ? u"-"_s : u"+"_s) + padded(std::abs(minutes) / 60, 2) + colon + padded(std::abs(minutes) % 60, 2);
}

int hour12(const QDateTime &time)
{
    const int hour = time.time().hour() % 12;
    return hour == 0 ? 12 : hour;
}

// Sunday first, as en-US counts weeks.
int localWeek(QDate date)
{
    const QDate first(date.year(), 1, 1);
    const int shift = first.dayOfWeek() % 7;
    const int week = (date.dayOfYear() - 1 + shift) / 7 + 1;
    const QDate next(date.year() + 1, 1, 1);
    return date.daysTo(next) <= next.dayOfWeek() % 7 ? 1 : week;
}

// The year that the local week belongs to.
int localWeekYear(QDate date)
{
    return date.month() == 12 && localWeek(date) == 1 ? date.year() + 1 : date.year();
}

// Ordinals are plain numbers: Grafana sets the start of the week, and the language that this makes has no endings for them.
QString dateToken(QStringView token, const QDateTime &time)
{
    const QDate date = time.date();
    const QLocale english = QLocale::c();
    if (token == "YYYYYY"_L1)
        return (date.year() < 0 ? u'-' : u'+') + padded(std::abs(date.year()), 6);
    if (token.startsWith(u"YYYY"))
        return padded(date.year(), int(token.size()));
    if (token == "Y"_L1 || token.startsWith(u'y'))
        return QString::number(date.year());
    if (token.startsWith(u'N'))
        return token.size() == 4 ? u"Anno Domini"_s : u"AD"_s;
    if (token == "YY"_L1)
        return padded(date.year() % 100, 2);
    if (token == "Q"_L1)
        return QString::number((date.month() + 2) / 3);
    if (token == "MMMM"_L1 || token == "MMM"_L1)
        return english.monthName(date.month(), token.size() == 4 ? QLocale::LongFormat : QLocale::ShortFormat);
    if (token == "Mo"_L1)
        return QString::number(date.month());
    if (token == "MM"_L1 || token == "M"_L1)
        return padded(date.month(), int(token.size()));
    if (token == "DDDD"_L1 || token == "DDD"_L1)
        return padded(date.dayOfYear(), token.size() == 4 ? 3 : 1);
    if (token == "Do"_L1)
        return QString::number(date.day());
    if (token == "DD"_L1 || token == "D"_L1)
        return padded(date.day(), int(token.size()));
    if (token == "dddd"_L1 || token == "ddd"_L1 || token == "dd"_L1) {
        const QString name = english.dayName(date.dayOfWeek());
        return token.size() == 4 ? name : name.left(token.size());
    }
    if (token == "d"_L1 || token == "e"_L1)
        return QString::number(date.dayOfWeek() % 7);
    if (token == "E"_L1)
        return QString::number(date.dayOfWeek());
    if (token == "Wo"_L1 || token == "wo"_L1 || token == "Qo"_L1 || token == "do"_L1 || token == "DDDo"_L1)
        return dateToken(token.chopped(1), time);
    if (token == "WW"_L1 || token == "W"_L1)
        return padded(date.weekNumber(), int(token.size()));
    if (token == "ww"_L1 || token == "w"_L1)
        return padded(localWeek(date), int(token.size()));
    if (token == "gggg"_L1 || token == "gg"_L1)
        return padded(token.size() == 4 ? localWeekYear(date) : localWeekYear(date) % 100, int(token.size()));
    if (token == "GGGG"_L1 || token == "GG"_L1) {
        int year = 0;
        (void)date.weekNumber(&year);
        return padded(token.size() == 4 ? year : year % 100, int(token.size()));
    }
    return {};
}

QString timeToken(QStringView token, const QDateTime &time)
{
    const QTime clock = time.time();
    const int width = int(token.size());
    switch (token.front().unicode()) {
    case u'H':
        return padded(clock.hour(), width);
    case u'h':
        return padded(hour12(time), width);
    case u'k':
        return padded(clock.hour() == 0 ? 24 : clock.hour(), width);
    case u'm':
        return padded(clock.minute(), width);
    case u's':
        return padded(clock.second(), width);
    case u'S':
        return padded(clock.msec(), 3).leftJustified(width, u'0').left(width);
    case u'A':
        return clock.hour() < 12 ? u"AM"_s : u"PM"_s;
    case u'a':
        return clock.hour() < 12 ? u"am"_s : u"pm"_s;
    case u'Z':
        return offset(time, token.size() == 1 ? u":"_s : QString());
    case u'X':
        return QString::number(time.toSecsSinceEpoch());
    case u'x':
        return QString::number(time.toMSecsSinceEpoch());
    case u'z':
        return time.timeZoneAbbreviation();
    default:
        return {};
    }
}

// Longest first: the pattern is cut greedily.
constexpr std::array kTokens{
    "SSSSSSSSS", "SSSSSSSS", "SSSSSSS", "SSSSSS", "SSSSS", "SSSS", "YYYYYY", "YYYYY", "YYYY", "NNNNN", "GGGG", "gggg", "MMMM", "DDDo",
    "DDDD",      "dddd",     "LLLL",    "llll",   "NNNN",  "yyyy", "SSS",    "MMM",   "DDD",  "ddd",   "LLL",  "lll",  "LTS",  "NNN",
    "yyy",       "YY",       "GG",      "gg",     "MM",    "Mo",   "DD",     "Do",    "dd",   "do",    "HH",   "hh",   "kk",   "mm",
    "ss",        "SS",       "ZZ",      "WW",     "Wo",    "ww",   "wo",     "Qo",    "LL",   "ll",    "LT",   "NN",   "yy",   "yo",
    "zz",        "M",        "D",       "d",      "H",     "h",    "k",      "m",     "s",    "S",     "A",    "a",    "Z",    "X",
    "x",         "Q",        "E",       "e",      "W",     "w",    "L",      "l",     "z",    "N",     "Y",    "y"};

QString localized(QStringView token)
{
    if (token == "llll"_L1)
        return u"ddd, MMM D, YYYY h:mm A"_s;
    if (token == "lll"_L1)
        return u"MMM D, YYYY h:mm A"_s;
    if (token == "ll"_L1)
        return u"MMM D, YYYY"_s;
    if (token == "l"_L1)
        return u"M/D/YYYY"_s;
    if (token == "LLLL"_L1)
        return u"dddd, MMMM D, YYYY h:mm A"_s;
    if (token == "LLL"_L1)
        return u"MMMM D, YYYY h:mm A"_s;
    if (token == "LL"_L1)
        return u"MMMM D, YYYY"_s;
    if (token == "LTS"_L1)
        return u"h:mm:ss A"_s;
    if (token == "LT"_L1)
        return u"h:mm A"_s;
    return u"MM/DD/YYYY"_s;
}

QString formatted(const QDateTime &time, QStringView pattern)
{
    QString out;
    for (qsizetype i = 0; i < pattern.size();) {
        const QStringView rest = pattern.mid(i);
        if (rest.front() == u'[' && rest.contains(u']')) {
            out += rest.mid(1, rest.indexOf(u']') - 1);
            i += rest.indexOf(u']') + 1;
            continue;
        }
        if (rest.front() == u'\\' && rest.size() > 1) {
            out += rest[1];
            i += 2;
            continue;
        }
        const auto hit
            = std::find_if(kTokens.begin(), kTokens.end(), [rest](const char *token) { return rest.startsWith(QLatin1String(token)); });
        const QStringView token = rest.left(hit == kTokens.end() ? 1 : qsizetype(strlen(*hit)));
        i += token.size();
        if (hit == kTokens.end()) {
            out += token;
        } else if (token.front() == u'L' || token.front() == u'l') {
            out += formatted(time, localized(token));
        } else {
            const QString date = dateToken(token, time);
            out += date.isEmpty() ? timeToken(token, time) : date;
        }
    }
    return out;
}

QString counted(double count, const QString &one, const QString &many)
{
    return count <= 1 ? one : QString::number(count) + u' ' + many;
}

QString span(double ms, double months)
{
    const double seconds = std::round(ms / 1000);
    if (seconds <= 44)
        return u"a few seconds"_s;
    if (const double minutes = std::round(ms / 60'000); minutes < 45)
        return counted(minutes, u"a minute"_s, u"minutes"_s);
    if (const double hours = std::round(ms / 3'600'000); hours < 22)
        return counted(hours, u"an hour"_s, u"hours"_s);
    if (const double days = std::round(ms / kDayMs); days < 26)
        return counted(days, u"a day"_s, u"days"_s);
    if (std::round(months) < 11)
        return counted(std::round(months), u"a month"_s, u"months"_s);
    return counted(std::round(months / 12), u"a year"_s, u"years"_s);
}
} // namespace

bool isDate(double ms)
{
    return std::abs(ms) <= kMaxMs;
}

QString formatMoment(double ms, const QString &pattern, const QTimeZone &zone)
{
    if (!isDate(ms))
        return u"Invalid date"_s;
    const QTimeZone shown = zone.isValid() ? zone : QTimeZone::utc();
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(qint64(std::trunc(ms)), shown);
    if (!time.isValid())
        return u"Invalid date"_s;
    if (pattern.isEmpty())
        return formatted(time, time.offsetFromUtc() == 0 ? u"YYYY-MM-DDTHH:mm:ss[Z]" : u"YYYY-MM-DDTHH:mm:ssZ");
    return formatted(time, QStringView(pattern).left(kMaxPattern));
}

QString fromNow(double ms, double nowMs)
{
    if (!isDate(ms))
        return u"Invalid date"_s;
    const double distance = std::abs(ms - nowMs);
    const QDateTime first = QDateTime::fromMSecsSinceEpoch(qint64(std::min(ms, nowMs)), QTimeZone::utc());
    const QDateTime last = QDateTime::fromMSecsSinceEpoch(qint64(std::max(ms, nowMs)), QTimeZone::utc());
    int whole = (last.date().year() - first.date().year()) * 12 + last.date().month() - first.date().month();
    if (first.addMonths(whole) > last)
        --whole;
    const double rest = double(first.addMonths(whole).msecsTo(last)) / kDayMs;
    const QString text = span(distance, whole + rest * 4800 / 146097);
    return ms > nowMs ? u"in "_s + text : text + u" ago"_s;
}
