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

    // As people type them; what a golden row has not.
    void looseTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ms");
        QTest::newRow("month") << u"2026-03"_s << u"1772323200000"_s;
        QTest::newRow("no zeros") << u"2026-3-5 1:2:3"_s << u"1772672523000"_s;
        QTest::newRow("slashes") << u"2026/03/15"_s << u"1773532800000"_s;
        QTest::newRow("hour") << u"2026-03-15 10"_s << u"1773568800000"_s;
        QTest::newRow("digits of a day and minute") << u"20260315 1020"_s << u"1773570000000"_s;
        QTest::newRow("digits of a second") << u"20260315102030"_s << u"1773570030000"_s;
        QTest::newRow("two blanks") << u"2026-03-15  10:20:30"_s << u"1773570030000"_s;
        QTest::newRow("year") << u"2026"_s << u"1767225600000"_s;
        QTest::newRow("no month") << u"2026-13"_s << u"invalid"_s;
        QTest::newRow("no day") << u"2026-2-30"_s << u"invalid"_s;
        QTest::newRow("words") << u"2026-03-15 noon"_s << u"invalid"_s;
        QTest::newRow("milliseconds") << u"1710010100000"_s << u"1710010100000"_s;
    }
    void looseTimes()
    {
        QFETCH(QString, text);
        QTEST(parsed(text, QTimeZone::utc()), "ms");
    }

    void momentFormats_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::newRow("long years") << u"YYYYY YYYYYY Y y"_s << u"02026 +002026 2026 2026"_s;
        QTest::newRow("era") << u"N NN NNNN"_s << u"AD AD Anno Domini"_s;
        QTest::newRow("day of the week") << u"e d E"_s << u"0 0 7"_s;
        QTest::newRow("fractions") << u"SSSS SSSSSS"_s << u"4560 456000"_s;
        QTest::newRow("short forms") << u"l|ll|lll|llll"_s << u"3/15/2026|Mar 15, 2026|Mar 15, 2026 10:20 AM|Sun, Mar 15, 2026 10:20 AM"_s;
        QTest::newRow("zone") << u"z zz"_s << u"GMT GMT"_s;
        QTest::newRow("ISO") << QString() << u"2026-03-15T10:20:30Z"_s;
    }
    void momentFormats()
    {
        QFETCH(QString, pattern);
        QTEST(formatMoment(double(kNowMs), pattern, QTimeZone("Europe/London")), "text");
    }

    void fiscalPeriodsBeforeHaveNoName()
    {
        QCOMPARE(describeRange({u"now-1fQ/fQ"_s, u"now-1fQ/fQ"_s}, QTimeZone::utc(), kNowMs), u"now-1fQ/fQ to now-1fQ/fQ"_s);
        QCOMPARE(describeRange({u"now-1y/y"_s, u"now-1y/y"_s}, QTimeZone::utc(), kNowMs), u"Previous year"_s);
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
