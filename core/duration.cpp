// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/duration.h>

#include <QtCore/QRegularExpression>
#include <cmath>

namespace {
const QMap<QString, double> &unitSeconds()
{
    static const QMap<QString, double> seconds{
        {QStringLiteral("y"), 31'536'000}, {QStringLiteral("M"), 2'592'000}, {QStringLiteral("w"), 604'800}, {QStringLiteral("d"), 86'400},
        {QStringLiteral("h"), 3600},       {QStringLiteral("m"), 60},        {QStringLiteral("s"), 1},       {QStringLiteral("ms"), 0.001},
    };
    return seconds;
}

struct Round {
    double below;
    qint64 ms;
};
constexpr Round kRounds[] = {
    {10, 1},
    {15, 10},
    {35, 20},
    {75, 50},
    {150, 100},
    {350, 200},
    {750, 500},
    {1500, 1000},
    {3500, 2000},
    {7500, 5000},
    {12'500, 10'000},
    {17'500, 15'000},
    {25'000, 20'000},
    {45'000, 30'000},
    {90'000, 60'000},
    {210'000, 120'000},
    {450'000, 300'000},
    {750'000, 600'000},
    {1'050'000, 900'000},
    {1'500'000, 1'200'000},
    {2'700'000, 1'800'000},
    {5'400'000, 3'600'000},
    {9'000'000, 7'200'000},
    {16'200'000, 10'800'000},
    {32'400'000, 21'600'000},
    {86'400'000, 43'200'000},
    {604'800'000, 86'400'000},
    {1'814'400'000, 604'800'000},
    {3'628'800'000, 2'592'000'000},
};
constexpr qint64 kYearMs = 31'536'000'000;
constexpr double kMostMs = 9e15; // what a double counts exactly; 285,000 years

struct Part {
    qint64 ms;
    const char *unit;
};
constexpr Part kParts[] = {{kYearMs, "y"}, {86'400'000, "d"}, {3'600'000, "h"}, {60'000, "m"}, {1000, "s"}, {1, "ms"}};

tl::unexpected<Error> badInterval()
{
    return fail(Error::Kind::Config,
                QStringLiteral("Invalid interval string, has to be either unit-less or end with one of the following "
                               "units: \"y, M, w, d, h, m, s, ms\""));
}

const QStringList &goUnits()
{
    static const QStringList units{QStringLiteral("h"),  QStringLiteral("s"),  QStringLiteral("m"), QStringLiteral("ms"),
                                   QStringLiteral("us"), QStringLiteral("µs"), QStringLiteral("ns")};
    return units;
}

bool everyWord(const QString &text, const QStringList &units)
{
    static const QRegularExpression pattern(QStringLiteral("([0-9]*[.]?[0-9]+)(.+)"));
    const QStringList words = text.trimmed().split(u' ');
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        const QRegularExpressionMatch match = pattern.match(word);
        return match.hasMatch() && units.contains(match.captured(2));
    });
}

const QRegularExpression &wordPattern()
{
    static const QRegularExpression pattern(QStringLiteral("(\\d+)(.+)"));
    return pattern;
}

QString wordUnit(const QString &abbreviation)
{
    static const QMap<QString, QStringList> names{
        {QStringLiteral("years"), {QStringLiteral("y"), QStringLiteral("Y"), QStringLiteral("years")}},
        {QStringLiteral("months"), {QStringLiteral("M"), QStringLiteral("months")}},
        {QStringLiteral("weeks"), {QStringLiteral("w"), QStringLiteral("W"), QStringLiteral("weeks")}},
        {QStringLiteral("days"), {QStringLiteral("d"), QStringLiteral("D"), QStringLiteral("days")}},
        {QStringLiteral("hours"), {QStringLiteral("h"), QStringLiteral("H"), QStringLiteral("hours")}},
        {QStringLiteral("minutes"), {QStringLiteral("m"), QStringLiteral("minutes")}},
        {QStringLiteral("seconds"), {QStringLiteral("s"), QStringLiteral("S"), QStringLiteral("seconds")}},
    };
    for (auto it = names.begin(); it != names.end(); ++it)
        if (it->contains(abbreviation))
            return it.key();
    return {};
}
} // namespace

Result<IntervalParts> describeInterval(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    static const QRegularExpression whole(QStringLiteral("^\\s*([-+]?\\d+)")); // of "1e3" the 1 counts
    if (isNumber && number != 0) {
        const double count = whole.match(text).captured(1).toDouble();
        if (!(std::abs(number) * 1000 < kMostMs))
            return badInterval();
        return IntervalParts{1, QStringLiteral("s"), qint64(count)};
    }
    static const QRegularExpression pattern(QStringLiteral("^(-?\\d+)(?:\\.\\d+)?(ms|[Mwdhmsy])"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return badInterval();
    const QString unit = match.captured(2);
    const double seconds = unitSeconds().value(unit);
    if (!(std::abs(match.captured(1).toDouble()) * seconds * 1000 < kMostMs))
        return badInterval();
    return IntervalParts{seconds, unit, match.captured(1).toLongLong()};
}

Result<qint64> intervalToMs(const QString &text)
{
    return describeInterval(text).map(
        [](const IntervalParts &parts) { return qint64(std::llround(parts.unitSeconds * 1000)) * parts.count; });
}

Result<qint64> parseGoDuration(const QString &text)
{
    static const QRegularExpression bare(QStringLiteral("^\\d+$"));
    static const QRegularExpression whole(QStringLiteral("^(\\d+)([dwMy])$"));
    static const QRegularExpression parts(QStringLiteral("\\G(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|ms|s|m|h)"));
    const auto bad = [&] { return fail(Error::Kind::Config, QStringLiteral("bad duration %1").arg(text.left(80))); };
    if (bare.match(text).hasMatch())
        return text.size() > 12 ? Result<qint64>(bad()) : Result<qint64>(text.toLongLong() * 1000);
    if (const QRegularExpressionMatch match = whole.match(text); match.hasMatch()) {
        const double wholeMs = match.captured(1).toDouble() * unitSeconds().value(match.captured(2)) * 1000;
        return wholeMs < kMostMs ? Result<qint64>(qint64(wholeMs)) : Result<qint64>(bad());
    }
    qsizetype at = text.startsWith(u'-') || text.startsWith(u'+') ? 1 : 0;
    double ms = 0;
    const qsizetype first = at;
    while (at < text.size()) {
        const QRegularExpressionMatch match = parts.match(text, at);
        if (!match.hasMatch())
            return bad();
        const QString unit = match.captured(2);
        const double factor = unit == QLatin1String("ns") ? 1e-6
            : unit.endsWith(QLatin1String("ms"))          ? 1
            : unit.size() == 2                            ? 1e-3
                                                          : unitSeconds().value(unit) * 1000;
        ms += match.captured(1).toDouble() * factor;
        at = match.capturedEnd();
    }
    if (at == first || !(ms < kMostMs))
        return bad();
    return qint64(text.startsWith(u'-') ? -ms : ms);
}

QString goDuration(qint64 ms)
{
    if (ms == 0)
        return QStringLiteral("0s");
    if (ms > -1000 && ms < 1000)
        return QStringLiteral("%1ms").arg(ms);
    QString text = ms < 0 ? QStringLiteral("-") : QString();
    ms = std::abs(ms);
    const qint64 minutes = ms / 60'000;
    if (minutes >= 60)
        text += QStringLiteral("%1h").arg(minutes / 60);
    if (minutes > 0)
        text += QStringLiteral("%1m").arg(minutes % 60);
    return text + QString::number(double(ms % 60'000) / 1000, 'g', 12) + u's';
}

qint64 roundInterval(double ms)
{
    for (const Round &round : kRounds)
        if (ms < round.below)
            return round.ms;
    return kYearMs;
}

qint64 roundIntervalInclusive(double ms)
{
    for (const Round &round : kRounds)
        if (ms <= round.below)
            return round.ms;
    return kYearMs;
}

QString secondsToHms(double seconds)
{
    const double ms = std::floor(seconds * 1000 + 1e-6);
    for (const Part &part : kParts)
        if (ms >= double(part.ms))
            return QString::number(qint64(ms / double(part.ms))) + QLatin1String(part.unit);
    return QStringLiteral("less than a millisecond");
}

QString stepText(qint64 ms)
{
    return ms < 1 ? QStringLiteral("1ms") : secondsToHms(double(ms) / 1000);
}

QString spanText(qint64 ms)
{
    const qint64 seconds = std::llround(double(ms) / 1000);
    if (seconds < 1)
        return QStringLiteral("less than 1sec");
    QStringList parts;
    if (seconds >= 3600)
        parts.append(QStringLiteral("%1h").arg(seconds / 3600));
    if (seconds % 3600 >= 60)
        parts.append(QStringLiteral("%1min").arg(seconds % 3600 / 60));
    if (seconds % 60 > 0)
        parts.append(QStringLiteral("%1sec").arg(seconds % 60));
    return parts.join(u' ');
}

QString durationText(qint64 ms)
{
    const qint64 dayMs = 86'400'000;
    if (ms >= dayMs && ms % dayMs == 0)
        return QStringLiteral("%1d").arg(ms / dayMs);
    QString text;
    for (const Part &part : kParts) {
        if (part.ms >= dayMs || ms < part.ms)
            continue;
        text += QString::number(ms / part.ms) + QLatin1String(part.unit);
        ms %= part.ms;
    }
    return text.isEmpty() ? QStringLiteral("0s") : text;
}

QMap<QString, qint64> parseDurationWords(const QString &text)
{
    QMap<QString, qint64> found;
    for (const QString &word : text.split(u' ')) {
        const QRegularExpressionMatch match = wordPattern().match(word);
        const QString unit = match.hasMatch() ? wordUnit(match.captured(2)) : QString();
        if (!unit.isEmpty())
            found[unit] = match.captured(1).toLongLong();
    }
    return found;
}

bool isDurationWords(const QString &text)
{
    const QStringList words = text.trimmed().split(u' ');
    return std::all_of(words.begin(), words.end(), [](const QString &word) { return !parseDurationWords(word).isEmpty(); });
}

bool isGoDurationWords(const QString &text)
{
    return everyWord(text, goUnits());
}

bool isGrafanaDurationWords(const QString &text)
{
    return everyWord(text, goUnits() + QStringList{QStringLiteral("y"), QStringLiteral("M"), QStringLiteral("w"), QStringLiteral("d")});
}

Result<NiceInterval> calculateInterval(qint64 rangeMs, int maxDataPoints, const QString &lowLimit)
{
    qint64 ms = roundInterval(double(rangeMs) / std::max(1, maxDataPoints));
    if (!lowLimit.isEmpty()) {
        const Result<qint64> low = intervalToMs(lowLimit);
        if (!low)
            return tl::unexpected<Error>(low.error());
        ms = std::max(ms, *low);
    }
    return NiceInterval{ms, secondsToHms(double(ms) / 1000)};
}
