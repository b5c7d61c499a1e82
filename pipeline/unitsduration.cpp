// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>
#include <pipeline/momentformat.h>
#include <pipeline/numbertext.h>
#include <pipeline/unitfamily.h>

using namespace Qt::StringLiterals;

namespace {
// Below the bound: divide, and say so. Words take an s from above one.
struct Step {
    double below;
    double divisor;
    const char *suffix;
    bool word = false;
};
constexpr double kForever = HUGE_VAL;

constexpr Step kNanoseconds[] = {{1e3, 1, " ns"},
                                 {1e6, 1e3, " µs"},
                                 {1e9, 1e6, " ms"},
                                 {6e10, 1e9, " s"},
                                 {3.6e12, 6e10, " min", true},
                                 {8.64e13, 3.6e12, " hour", true},
                                 {kForever, 8.64e13, " day", true}};
constexpr Step kMicroseconds[] = {{1e3, 1, " µs"}, {1e6, 1e3, " ms"}, {kForever, 1e6, " s"}};
constexpr Step kMilliseconds[] = {{1e3, 1, " ms"},
                                  {6e4, 1e3, " s"},
                                  {3.6e6, 6e4, " min", true},
                                  {8.64e7, 3.6e6, " hour", true},
                                  {3.1536e10, 8.64e7, " day", true},
                                  {kForever, 3.1536e10, " year", true}};
// Negative powers are written as factors: 0.0000725 / 1e-6 would lose a digit.
constexpr Step kSeconds[] = {{1e-6, -1e9, " ns"},
                             {1e-3, -1e6, " µs"},
                             {1, -1e3, " ms"},
                             {60, 1, " s"},
                             {3600, 60, " min", true},
                             {86400, 3600, " hour", true},
                             {604800, 86400, " day", true},
                             {31536000, 604800, " week", true},
                             {kForever, 3.15569e7, " year", true}};
constexpr Step kMinutes[] = {{60, 1, " min"},
                             {1440, 60, " hour", true},
                             {10080, 1440, " day", true},
                             {604800, 10080, " week", true},
                             {kForever, 5.25948e5, " year", true}};
constexpr Step kHours[] = {{24, 1, " hour"}, {168, 24, " day", true}, {8760, 168, " week", true}, {kForever, 8760, " year", true}};
constexpr Step kDays[] = {{7, 1, " day", true}, {365, 7, " week", true}, {kForever, 365, " year", true}};

FormattedValue stepped(std::span<const Step> steps, double value, std::optional<int> decimals)
{
    const Step *step = &steps.back();
    for (const Step &each : steps) {
        if (std::abs(value) < each.below) {
            step = &each;
            break;
        }
    }
    const double scaled = step->divisor < 0 ? value * -step->divisor : value / step->divisor;
    const bool plural = step->word && std::abs(scaled) > 1;
    return {numbertext::rounded(scaled, decimals), {}, QString::fromUtf8(step->suffix) + (plural ? u"s"_s : QString())};
}

FormattedValue seconds(double value, std::optional<int> decimals)
{
    return value == 0 ? FormattedValue{u"0"_s, {}, u" s"_s} : stepped(kSeconds, value, decimals);
}

struct Word {
    const char *name;
    double ms;
};
constexpr Word kWords[] = {{"year", 3.1536e10}, {"month", 2.592e9}, {"week", 6.048e8}, {"day", 8.64e7},
                           {"hour", 3.6e6},     {"minute", 6e4},    {"second", 1e3},   {"millisecond", 1}};

FormattedValue words(double value, double scaleMs, const QString &zeroUnit, std::optional<int> decimals)
{
    if (value == 0)
        return {u"0"_s, {}, zeroUnit};
    if (value < 0)
        return {words(-value, scaleMs, zeroUnit, decimals).text, {}, u" ago"_s};
    double rest = value * scaleMs;
    int left = decimals.value_or(0);
    bool started = false;
    QStringList parts;
    for (const Word &word : kWords) {
        if (left < 0)
            break;
        const double count = rest / word.ms;
        if (count >= 1 || started) {
            started = true;
            const double whole = std::floor(count);
            parts.append(numbertext::shortest(whole) + u' ' + QLatin1String(word.name) + (whole == 1 ? QString() : u"s"_s));
            rest = std::fmod(rest, word.ms);
            --left;
        }
    }
    return {parts.join(u", "), {}, {}};
}

QString twoDigits(double value)
{
    return (value > 9 ? QString() : u"0"_s) + numbertext::shortest(value);
}

FormattedValue hoursMinutesSeconds(double value, bool withDays)
{
    if (value < 0)
        return {hoursMinutesSeconds(-value, withDays).text, {}, u" ago"_s};
    // Days are taken off by difference, hours by remainder: for huge values the two round differently.
    const double days = withDays ? std::floor(value / 86400) : 0;
    const double rest = withDays ? value - days * 24 * 3600 : value; // in this order: huge values round as in Grafana
    const double hours = std::floor(rest / 3600);
    const double inHour = withDays ? rest - hours * 3600 : std::fmod(rest, 3600);
    const QString prefix = std::isnan(days) || days == 0 ? QString() : numbertext::shortest(days) + u" d "_s;
    return {prefix + twoDigits(hours) + u':' + twoDigits(std::floor(inHour / 60)) + u':' + twoDigits(std::floor(std::fmod(inHour, 60))),
            {},
            {}};
}

FormattedValue clock(double ms, std::optional<int> decimals)
{
    const auto format = [ms](const QString &pattern) { return formatMoment(ms, pattern, QTimeZone::utc()); };
    const int detail = decimals ? *decimals : 3;
    if (ms < 1000)
        return {format(u"SSS[ms]"_s), {}, {}};
    if (ms < 60'000)
        return {format(detail == 0 ? u"ss[s]"_s : u"ss[s]:SSS[ms]"_s), {}, {}};
    constexpr std::array kPatterns{u"", u"mm[m]", u"mm[m]:ss[s]", u"mm[m]:ss[s]:SSS[ms]"};
    if (ms < 3'600'000) {
        const int index = detail == 0 ? 1 : detail == 1 ? 2 : 3;
        return {format(QString::fromUtf16(kPatterns[size_t(index)])), {}, {}};
    }
    const QString hours = numbertext::shortest(std::floor(ms / 3'600'000)) + u'h';
    const size_t index = detail >= 0 && detail < 3 ? size_t(detail) : 3;
    return {index == 0 ? hours : hours + u':' + format(QString::fromUtf16(kPatterns[index])), {}, {}};
}
} // namespace

FormattedValue formatDuration(DurationUnit unit, double value, std::optional<int> decimals)
{
    switch (unit) {
    case DurationUnit::Nanoseconds:
        return stepped(kNanoseconds, value, decimals);
    case DurationUnit::Microseconds:
        return stepped(kMicroseconds, value, decimals);
    case DurationUnit::Milliseconds:
        return stepped(kMilliseconds, value, decimals);
    case DurationUnit::Seconds:
        return seconds(value, decimals);
    case DurationUnit::Minutes:
        return stepped(kMinutes, value, decimals);
    case DurationUnit::Hours:
        return stepped(kHours, value, decimals);
    case DurationUnit::Days:
        return stepped(kDays, value, decimals);
    case DurationUnit::Timeticks:
        return seconds(value / 100, decimals);
    case DurationUnit::WordsMs:
        return words(value, 1, u" milliseconds"_s, decimals);
    case DurationUnit::WordsS:
        return words(value, 1000, u" seconds"_s, decimals);
    case DurationUnit::Hms:
        return hoursMinutesSeconds(value, false);
    case DurationUnit::Dhms:
        return hoursMinutesSeconds(value, true);
    case DurationUnit::ClockMs:
        return clock(value, decimals);
    case DurationUnit::ClockS:
        return clock(value * 1000, decimals);
    }
    return {};
}
