// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/datemath.h>
#include <pipeline/momentformat.h>
#include <pipeline/timewords.h>
#include <tests/support/goldens.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kNowMs = 1773570030456;

double msOf(const QString &iso)
{
    return double(QDateTime::fromString(iso, Qt::ISODateWithMs).toMSecsSinceEpoch());
}

QString parsed(const QString &text, const QTimeZone &zone)
{
    TimeSettings settings;
    settings.nowMs = kNowMs;
    settings.zone = zone;
    const std::optional<qint64> ms = typedTime(text, settings, false);
    return ms ? QString::number(*ms) : u"invalid"_s;
}

QString spanText(const QString &span)
{
    const SpanWords words = describeSpan(span);
    return u"{\"from\":\"%1\",\"to\":\"%2\",\"display\":\"%3\"%4}"_s.arg(words.range.from, words.range.to, words.words,
                                                                         words.isValid ? QString() : u",\"invalid\":true"_s);
}

QString result(const QString &function, const QString &input)
{
    const QString name = function.section(u' ', 0, 0);
    if (name == "describeTimeRange"_L1) {
        const QString zone = function.section(u' ', 2);
        return describeRange({input.section(" | "_L1, 0, 0), input.section(" | "_L1, 1)}, zoneByName(zone, QTimeZone::utc()), kNowMs);
    }
    if (name == "describeTextRange"_L1)
        return spanText(input);
    if (name == "isValidTimeSpan"_L1)
        return isTimeSpan(input) ? u"true"_s : u"false"_s;
    if (name == "dateTimeFormatTimeAgo"_L1)
        return fromNow(double(kNowMs) + input.toDouble(), double(kNowMs));
    const QTimeZone zone = zoneByName(function.section(u' ', 1, 1));
    const QString pattern = function.section(u' ', 2);
    if (name == "dateTimeParse"_L1)
        return parsed(input, zone);
    if (name == "dateTimeFormatISO"_L1)
        return formatMoment(msOf(input), {}, zone);
    if (name == "timeZoneAbbrevation"_L1)
        return formatMoment(msOf(input), u"z"_s, zone);
    const QString full = u"YYYY-MM-DD HH:mm:ss"_s;
    if (name == "dateTimeFormatWithAbbrevation"_L1)
        return formatMoment(msOf(input), full + " z"_L1, zone);
    return formatMoment(msOf(input), pattern == "undefined"_L1 ? full : pattern, zone);
}
} // namespace

class TstGoldenDescribe : public QObject
{
    Q_OBJECT

private slots:
    void golden_describe()
    {
        const int failed = goldens::runTsv(u"describe"_s, [](const goldens::Row &row) -> QString {
            const QString got = result(row[u"function"_s], row[u"input"_s]);
            return got == row[u"output"_s] ? QString() : u'[' + got + u']';
        });
        QCOMPARE(failed, 0);
    }

    void localTimesThatClocksSkip()
    {
        QCOMPARE(parsed(u"2026-03-08 02:30:00"_s, QTimeZone("America/New_York")), u"1772955000000"_s);
        QCOMPARE(parsed(u"2026-03-29 02:30:00"_s, QTimeZone("Europe/Berlin")), u"1774747800000"_s);
        QCOMPARE(parsed(u"2026-11-01 01:30:00"_s, QTimeZone("America/New_York")), u"1793511000000"_s);
    }
};

ADD_TEST(TstGoldenDescribe)
#include "tst_golden_describe.moc"
