// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/timewords.h>

#include <QtCore/QMap>
#include <QtCore/QRegularExpression>
#include <core/datemath.h>
#include <pipeline/momentformat.h>

using namespace Qt::StringLiterals;

namespace {
// Whole units have names of their own: of "now/d" until now, until the end of it, and of the one before (nullptr: none).
struct WholeUnit {
    const char *unit;
    const char *soFar;
    const char *all;
    const char *before;
};
constexpr WholeUnit kWholeUnits[] = {
    {"d", "Today so far", "Today", "Yesterday"},
    {"w", "This week so far", "This week", "Previous week"},
    {"M", "This month so far", "This month", "Previous month"},
    {"y", "This year so far", "This year", "Previous year"},
    {"fQ", "This fiscal quarter so far", "This fiscal quarter", nullptr},
    {"fy", "This fiscal year so far", "This fiscal year", nullptr},
};

// Lengths that the picker of old offered ahead of now.
const QStringList &aheadSpans()
{
    static const QStringList spans{u"1m"_s, u"5m"_s, u"15m"_s, u"30m"_s, u"1h"_s,  u"3h"_s, u"6h"_s, u"12h"_s, u"24h"_s,
                                   u"2d"_s, u"7d"_s, u"30d"_s, u"60d"_s, u"90d"_s, u"6M"_s, u"1y"_s, u"2y"_s,  u"5y"_s};
    return spans;
}

QString knownWords(const RawTimeRange &range)
{
    for (const WholeUnit &whole : kWholeUnits) {
        const QString current = "now/"_L1 + QLatin1String(whole.unit);
        const QString before = "now-1%1/%1"_L1.arg(QLatin1String(whole.unit));
        if (range == RawTimeRange{current, u"now"_s})
            return QString::fromLatin1(whole.soFar);
        if (range == RawTimeRange{current, current})
            return QString::fromLatin1(whole.all);
        if (whole.before && range == RawTimeRange{before, before})
            return QString::fromLatin1(whole.before);
    }
    if (range == RawTimeRange{u"now-2d/d"_s, u"now-2d/d"_s})
        return u"Day before yesterday"_s;
    if (range == RawTimeRange{u"now-7d/d"_s, u"now-7d/d"_s})
        return u"This day last week"_s;
    if (range.from == "now"_L1 && range.to.startsWith("now+"_L1) && aheadSpans().contains(range.to.mid(4)))
        return describeSpan(range.to.mid(3)).words;
    return {};
}

QString unitWord(const QString &unit)
{
    static const QMap<QString, QString> words{{u"s"_s, u"second"_s},      {u"m"_s, u"minute"_s}, {u"h"_s, u"hour"_s},
                                              {u"d"_s, u"day"_s},         {u"w"_s, u"week"_s},   {u"M"_s, u"month"_s},
                                              {u"Q"_s, u"quarter"_s},     {u"y"_s, u"year"_s},   {u"fQ"_s, u"fiscal quarter"_s},
                                              {u"fy"_s, u"fiscal year"_s}};
    return words.value(unit);
}
} // namespace

SpanWords describeSpan(const QString &span)
{
    const bool ahead = span.startsWith(u'+');
    const QString text = span.contains("now"_L1) ? span : (ahead ? "now"_L1 : "now-"_L1) + span;
    SpanWords made;
    made.range = ahead ? RawTimeRange{u"now"_s, text} : RawTimeRange{text, u"now"_s};
    made.words = knownWords({text, u"now"_s});
    if (!made.words.isEmpty())
        return made;
    static const QRegularExpression pattern(u"^now[-+](\\d+)(f[Qy]|[smhdwMQy])"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    made.isValid = match.hasMatch();
    if (!made.isValid) {
        made.words = made.range.from + " to "_L1 + made.range.to;
        return made;
    }
    const double amount = match.captured(1).toDouble();
    made.words = (ahead ? "Next "_L1 : "Last "_L1) + QString::number(amount, 'g', 15) + u' ' + unitWord(match.captured(2))
        + (amount > 1 ? "s"_L1 : ""_L1);
    return made;
}

bool isTimeSpan(const QString &text)
{
    return text.startsWith(u'$') || text.startsWith("+$"_L1) || describeSpan(text).isValid;
}

QString describeRange(const RawTimeRange &range, const QTimeZone &zone, qint64 nowMs)
{
    if (const QString known = knownWords(range); !known.isEmpty())
        return known;
    const bool fromNowOn = isRelativeTime(range.from);
    const bool toNowOn = isRelativeTime(range.to);
    if (fromNowOn && toNowOn)
        return range.to == "now"_L1 ? describeSpan(range.from).words : range.from + " to "_L1 + range.to;
    TimeSettings settings;
    settings.nowMs = nowMs;
    const auto end = [&](const QString &text, bool relative, bool up) {
        settings.zone = relative ? QTimeZone::utc() : zone;
        const std::optional<qint64> ms = resolveTime(text, settings, up);
        if (!ms)
            return text;
        return relative ? fromNow(double(*ms), double(nowMs)) : formatMoment(double(*ms), u"YYYY-MM-DD HH:mm:ss"_s, zone);
    };
    return end(range.from, fromNowOn, false) + " to "_L1 + end(range.to, toNowOn, true);
}
