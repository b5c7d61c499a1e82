// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <pipeline/ticks.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kHour = 3'600'000;

DisplayProcessor display(const QString &unit = {})
{
    Field field;
    field.values = Column::numbers({});
    field.config.unit = unit;
    return DisplayProcessor(field, Brightness::Dark);
}

QStringList labelsOf(const QList<Tick> &ticks)
{
    QStringList labels;
    for (const Tick &tick : ticks)
        labels.append(tick.label);
    return labels;
}

qint64 at(int year, int month, int day, int hour = 0, int minute = 0, const QByteArray &zone = "Europe/Berlin")
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), QTimeZone(zone)).toMSecsSinceEpoch();
}
} // namespace

class TstTicks : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<double>("min");
        QTest::addColumn<double>("max");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QStringList>("labels");
        QTest::newRow("percent") << 0.0 << 100.0 << u"percent"_s << QStringList{u"0%"_s, u"20%"_s, u"40%"_s, u"60%"_s, u"80%"_s, u"100%"_s};
        QTest::newRow("around zero") << -1.0 << 1.0 << QString() << QStringList{u"-1"_s, u"-0.5"_s, u"0"_s, u"0.5"_s, u"1"_s};
        QTest::newRow("bytes are powers of 1024")
            << 0.0 << 5 * 1073741824.0 << u"bytes"_s << QStringList{u"0 B"_s, u"1 GiB"_s, u"2 GiB"_s, u"3 GiB"_s, u"4 GiB"_s, u"5 GiB"_s};
        QTest::newRow("small bytes") << 0.0 << 4096.0 << u"bytes"_s
                                     << QStringList{u"0 B"_s, u"1 KiB"_s, u"2 KiB"_s, u"3 KiB"_s, u"4 KiB"_s};
    }
    void values()
    {
        QFETCH(double, min);
        QFETCH(double, max);
        QFETCH(QString, unit);
        QFETCH(QStringList, labels);
        QCOMPARE(labelsOf(valueTicks(min, max, 240, display(unit))), labels);
    }

    void everyRangeHasTicksInside_data()
    {
        QTest::addColumn<double>("min");
        QTest::addColumn<double>("max");
        QTest::newRow("tiny") << 0.0 << 1e-12;
        QTest::newRow("huge") << 0.0 << 1e30;
        QTest::newRow("far from zero") << 1e9 << 1e9 + 1;
        QTest::newRow("negative") << -1e6 << -1.0;
        QTest::newRow("odd") << 0.123 << 0.777;
    }
    void everyRangeHasTicksInside()
    {
        QFETCH(double, min);
        QFETCH(double, max);
        for (const int pixels : {10, 80, 240, 4000}) {
            const QList<Tick> ticks = valueTicks(min, max, pixels, display());
            QVERIFY2(ticks.size() >= 2 && ticks.size() <= 7, qPrintable(QString::number(ticks.size())));
            const QStringList labels = labelsOf(ticks);
            QCOMPARE(QSet<QString>(labels.begin(), labels.end()).size(), labels.size());
            for (qsizetype i = 0; i < ticks.size(); ++i) {
                QVERIFY(ticks[i].value >= min && ticks[i].value <= max * (1 + 1e-12) + 1e-30);
                QVERIFY(i == 0 || ticks[i].value > ticks[i - 1].value);
            }
        }
    }

    void nothingToMark_data()
    {
        QTest::addColumn<double>("min");
        QTest::addColumn<double>("max");
        QTest::addColumn<int>("pixels");
        const double nan = std::nan("");
        QTest::newRow("flat") << 5.0 << 5.0 << 200;
        QTest::newRow("turned") << 6.0 << 5.0 << 200;
        QTest::newRow("nan min") << nan << 5.0 << 200;
        QTest::newRow("nan max") << 5.0 << nan << 200;
        QTest::newRow("infinite") << 0.0 << HUGE_VAL << 200;
        QTest::newRow("wider than a number") << -std::numeric_limits<double>::max() << std::numeric_limits<double>::max() << 200;
        QTest::newRow("no pixels") << 0.0 << 1.0 << 0;
    }
    void nothingToMark()
    {
        QFETCH(double, min);
        QFETCH(double, max);
        QFETCH(int, pixels);
        QVERIFY(valueTicks(min, max, pixels, display()).isEmpty());
        QVERIFY(logTicks(min, max, pixels, display()).isEmpty());
    }

    void logarithmic()
    {
        QCOMPARE(labelsOf(logTicks(1, 1000, 240, display())), (QStringList{u"1"_s, u"10"_s, u"100"_s, u"1000"_s}));
        QVERIFY(logTicks(0, 10, 240, display()).isEmpty());
        const QList<Tick> wide = logTicks(1e-30, 1e30, 240, display());
        QVERIFY(wide.size() >= 2 && wide.size() <= 7);
        const QList<Tick> binary = logTicks(1, 16, 240, display(), 2);
        QCOMPARE(binary.size(), 5);
        QCOMPARE(binary.last().value, 16.0);
    }

    // The clocks go from 2:00 to 3:00: an axis of hours has no 2:00, and the ticks behind stand at whole hours of the new time.
    void springForward()
    {
        const QList<Tick> ticks = timeTicks(at(2026, 3, 29, 0), at(2026, 3, 29, 6), 6 * 64, QTimeZone("Europe/Berlin"));
        QCOMPARE(labelsOf(ticks), (QStringList{u"03/29"_s, u"01:00"_s, u"03:00"_s, u"04:00"_s, u"05:00"_s, u"06:00"_s}));
        QCOMPARE(ticks[2].value - ticks[1].value, double(kHour));
    }

    // 2:00 comes twice; it is marked once, and the hour between is longer.
    void fallBack()
    {
        const QList<Tick> ticks = timeTicks(at(2026, 10, 25, 0), at(2026, 10, 25, 6), 7 * 64, QTimeZone("Europe/Berlin"));
        QCOMPARE(labelsOf(ticks), (QStringList{u"10/25"_s, u"01:00"_s, u"02:00"_s, u"03:00"_s, u"04:00"_s, u"05:00"_s, u"06:00"_s}));
        QCOMPARE(ticks.last().value - ticks.first().value, double(7 * kHour));
        for (qsizetype i = 1; i < ticks.size(); ++i)
            QVERIFY(ticks[i].value > ticks[i - 1].value);
    }

    void daysStayAtMidnightAcrossTheChange()
    {
        const QTimeZone zone("Europe/Berlin");
        const QList<Tick> ticks = timeTicks(at(2026, 3, 27), at(2026, 4, 1), 5 * 64, zone);
        QCOMPARE(labelsOf(ticks), (QStringList{u"03/27"_s, u"03/28"_s, u"03/29"_s, u"03/30"_s, u"03/31"_s, u"04/01"_s}));
        for (const Tick &tick : ticks)
            QCOMPARE(QDateTime::fromMSecsSinceEpoch(qint64(tick.value), zone).time(), QTime(0, 0));
        QCOMPARE(ticks[3].value - ticks[2].value, double(23 * kHour));
    }

    void monthsAndYearsBeginWhereTheyBegin()
    {
        const QTimeZone zone("Europe/Berlin");
        const QList<Tick> months = timeTicks(at(2025, 11, 10), at(2026, 4, 10), 6 * 64, zone);
        QCOMPARE(labelsOf(months), (QStringList{u"Dec"_s, u"2026"_s, u"Feb"_s, u"Mar"_s, u"Apr"_s}));
        const QList<Tick> years = timeTicks(at(2019, 6, 1), at(2026, 6, 1), 8 * 64, zone);
        QCOMPARE(labelsOf(years).first(), u"2020"_s);
        QCOMPARE(labelsOf(years).last(), u"2026"_s);
        QCOMPARE(years.size(), 7);
    }

    void quarterHourZones()
    {
        const QByteArray kathmandu = "Asia/Kathmandu"; // +05:45
        const QList<Tick> ticks
            = timeTicks(at(2026, 5, 1, 10, 0, kathmandu), at(2026, 5, 1, 11, 0, kathmandu), 4 * 64, QTimeZone(kathmandu));
        QCOMPARE(labelsOf(ticks), (QStringList{u"10:00"_s, u"10:15"_s, u"10:30"_s, u"10:45"_s, u"11:00"_s}));
    }

    void milliseconds()
    {
        const QList<Tick> ticks = timeTicks(1'700'000'000'000, 1'700'000'000'010, 5 * 64, QTimeZone::utc());
        QCOMPARE(labelsOf(ticks).first(), u"22:13:20.000"_s);
        QCOMPARE(ticks.size(), 6);
    }

    void timesWithoutSense()
    {
        const QTimeZone utc = QTimeZone::utc();
        QVERIFY(timeTicks(5, 5, 100, utc).isEmpty());
        QVERIFY(timeTicks(6, 5, 100, utc).isEmpty());
        QVERIFY(timeTicks(0, 1000, 0, utc).isEmpty());
        QVERIFY(timeTicks(0, 1000, 100, QTimeZone()).isEmpty());
        QVERIFY(timeTicks(std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), 100, utc).isEmpty());
        QVERIFY(timeTicks(0, 8'640'000'000'000'000, 500, utc).size() < 20); // to the end of JavaScript's time
    }

    void exactMoment()
    {
        const QTimeZone zone("Europe/Berlin");
        QCOMPARE(timeLabel(at(2026, 7, 1, 12), kHour, zone), u"2026-07-01 12:00:00"_s);
        QCOMPARE(timeLabel(at(2026, 7, 1, 12) + 5, 5000, zone), u"2026-07-01 12:00:00.005"_s);
        QCOMPARE(timeLabel(at(2026, 7, 1, 12), 500 * 24 * kHour, zone), u"2026-07-01 12:00"_s);
    }
};

ADD_TEST(TstTicks)
#include "tst_ticks.moc"
