// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/duration.h>
#include <tests/support/goldens.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
QString wordsText(const QMap<QString, qint64> &words)
{
    Json object = Json::object();
    for (const QString &unit : {u"years"_s, u"months"_s, u"weeks"_s, u"days"_s, u"hours"_s, u"minutes"_s, u"seconds"_s})
        if (words.contains(unit))
            object = object.with(unit, Json(words[unit]));
    return QString::fromUtf8(object.dump());
}

QString describeText(const QString &input)
{
    const Result<IntervalParts> parts = describeInterval(input);
    if (!parts)
        return "ERR "_L1 + parts.error().what;
    return u"{\"sec\":%1,\"type\":\"%2\",\"count\":%3}"_s.arg(goldens::printed(parts->unitSeconds), parts->unit).arg(parts->count);
}

QString msText(const QString &input, double divisor)
{
    const Result<qint64> ms = intervalToMs(input);
    return ms ? QString::number(double(*ms) / divisor, 'g', 15) : "ERR "_L1 + ms.error().what;
}

QString result(const QString &function, const QString &input)
{
    const auto truth = [](bool value) { return value ? u"true"_s : u"false"_s; };
    if (function == "intervalToMs"_L1)
        return msText(input, 1);
    if (function == "intervalToSeconds"_L1)
        return msText(input, 1000);
    if (function == "describeInterval"_L1)
        return describeText(input);
    if (function == "secondsToHms"_L1)
        return secondsToHms(input.toDouble());
    if (function.startsWith("msRangeToTimeString"_L1))
        return spanText(qint64(input.toDouble() * 1000));
    if (function == "roundInterval"_L1)
        return QString::number(roundInterval(input.toDouble()));
    if (function == "parseDuration"_L1)
        return wordsText(parseDurationWords(input));
    if (function == "isValidDuration"_L1)
        return truth(isDurationWords(input));
    if (function == "isValidGoDuration"_L1)
        return truth(isGoDurationWords(input));
    if (function == "isValidGrafanaDuration"_L1)
        return truth(isGrafanaDurationWords(input));
    return u"unknown function"_s;
}
} // namespace

class TstDuration : public QObject
{
    Q_OBJECT

private slots:
    void golden_interval_util()
    {
        QCOMPARE(goldens::runTsv(u"interval_util"_s,
                                 [](const goldens::Row &row) {
                                     const QString got = result(row[u"function"_s], row[u"input"_s]);
                                     return got == row[u"output"_s] ? QString() : got;
                                 }),
                 0);
    }

    void golden_interval_calc()
    {
        QCOMPARE(goldens::runTsv(u"interval_calc"_s,
                                 [](const goldens::Row &row) {
                                     const Result<NiceInterval> nice = calculateInterval(
                                         row[u"range_ms"_s].toLongLong(), row[u"max_data_points"_s].toInt(), row[u"low_limit"_s]);
                                     if (!nice)
                                         return row[u"interval_ms"_s] == "ERR"_L1 && row[u"interval"_s] == nice.error().what
                                             ? QString()
                                             : nice.error().what;
                                     const QString got = QString::number(nice->ms) + u' ' + nice->text;
                                     return got == row[u"interval_ms"_s] + u' ' + row[u"interval"_s] ? QString() : got;
                                 }),
                 0);
    }

    void wordsAndNumbers()
    {
        QVERIFY(isGrafanaDurationWords(u" 1.5h 2us "_s));
        QVERIFY(isGoDurationWords(u" 1h"_s));
        QVERIFY(!isGoDurationWords(u"1d"_s));
        QCOMPARE(intervalToMs(u"1e3"_s).value_or(-1), 1000); // the leading digits count
        QCOMPARE(spanText(600), u"1sec"_s);
        QCOMPARE(spanText(499), u"less than 1sec"_s);
    }

    void goDurations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("bare") << u"60"_s << 60'000LL;
        QTest::newRow("minutes and seconds") << u"1m30s"_s << 90'000LL;
        QTest::newRow("days") << u"2d"_s << 172'800'000LL;
        QTest::newRow("fraction") << u"1.5h"_s << 5'400'000LL;
        QTest::newRow("ms") << u"500ms"_s << 500LL;
        QTest::newRow("bad") << u">30s"_s << -1LL;
        QTest::newRow("empty") << QString() << -1LL;
    }
    void goDurations()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ms);
        QCOMPARE(parseGoDuration(text).value_or(-1), ms);
    }

    void durationTexts()
    {
        QCOMPARE(durationText(0), u"0s"_s);
        QCOMPARE(durationText(3'600'000), u"1h"_s);
        QCOMPARE(durationText(5'400'000), u"1h30m"_s);
        QCOMPARE(durationText(90'500), u"1m30s500ms"_s);
        QCOMPARE(durationText(172'800'000), u"2d"_s);
        for (const qint64 ms : {qint64(1), qint64(15'000), qint64(90'000'000), qint64(86'400'000) * 400, qint64(1) << 40})
            QCOMPARE(parseGoDuration(durationText(ms)).value_or(-1), ms);
    }

    void goDurationText()
    {
        QCOMPARE(goDuration(0), u"0s"_s);
        QCOMPARE(goDuration(20'500), u"20.5s"_s);
        QCOMPARE(goDuration(60'500), u"1m0.5s"_s);
        QCOMPARE(goDuration(86'415'000), u"24h0m15s"_s);
        QCOMPARE(goDuration(250), u"250ms"_s);
    }

    void lengthsBeyondMeasureAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"12000000000000866", "1e300", "inf", "999999999999d", "99999999999999999999y", "-99999999999999999s"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void lengthsBeyondMeasureAreRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!intervalToMs(text));
        QVERIFY(!parseGoDuration(text));
    }
};

ADD_TEST(TstDuration)
#include "tst_duration.moc"
