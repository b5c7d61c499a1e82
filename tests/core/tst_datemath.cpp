// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/datemath.h>
#include <tests/support/goldens.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstDatemath : public QObject
{
    Q_OBJECT

private slots:
    void golden_datemath()
    {
        const int failed = goldens::runTsv(u"datemath"_s, [](const goldens::Row &row) {
            TimeSettings settings;
            settings.nowMs = QDateTime::fromString(row[u"now_iso"_s], Qt::ISODateWithMs).toMSecsSinceEpoch();
            settings.zone = zoneByName(row[u"timezone"_s]);
            settings.weekStart = weekStartByName(row[u"week_start"_s]);
            settings.fiscalYearStartMonth = row[u"fiscal_start_month0"_s].toInt();
            const auto text = [](std::optional<qint64> ms) { return ms ? QString::number(*ms) : u"undefined"_s; };
            const QString from = text(resolveTime(row[u"expr"_s], settings, false));
            const QString to = text(resolveTime(row[u"expr"_s], settings, true));
            return from == row[u"from_ms"_s] && to == row[u"to_ms_roundUp"_s] ? QString() : from + u' ' + to;
        });
        QCOMPARE(failed, 0);
    }

    void absolute_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("iso") << u"2026-03-15T10:20:30.456Z"_s << u"Europe/Berlin"_s << 1773570030456LL;
        QTest::newRow("offset") << u"2026-03-15T10:20:30+02:00"_s << u"utc"_s << 1773562830000LL;
        QTest::newRow("local") << u"2026-03-15 10:20:30"_s << u"Asia/Kolkata"_s << 1773550230000LL;
        QTest::newRow("day") << u"2026-03-15"_s << u"Europe/Berlin"_s << 1773529200000LL;
        QTest::newRow("minutes") << u"2026-03-15 10:20"_s << u"utc"_s << 1773570000000LL;
        QTest::newRow("epoch") << u"1700000000000"_s << u"utc"_s << 1700000000000LL;
        QTest::newRow("compact") << u"20260315T102030Z"_s << u"Asia/Kolkata"_s << 1773570030000LL;
    }
    void absolute()
    {
        QFETCH(QString, text);
        QFETCH(QString, zone);
        QFETCH(qint64, ms);
        TimeSettings settings;
        settings.zone = zoneByName(zone);
        QCOMPARE(resolveTime(text, settings, false).value_or(-1), ms);
    }

    // Only quarters and years have a fiscal one: of others the f adds as without it, and rounds nothing.
    void otherFiscalUnits()
    {
        TimeSettings settings;
        settings.nowMs = 1773570030456;
        settings.fiscalYearStartMonth = 2;
        QCOMPARE(resolveTime(u"now-1fd"_s, settings, false), resolveTime(u"now-1d"_s, settings, false));
        QCOMPARE(resolveTime(u"now/fM"_s, settings, true), std::optional(settings.nowMs));
        QCOMPARE(resolveTime(u"now/fx"_s, settings, false), std::nullopt);
    }

    void rangesAreOrdered()
    {
        TimeSettings settings;
        settings.nowMs = 10'000'000;
        QCOMPARE(*resolveRange({u"now"_s, u"now-1h"_s}, settings), (TimeRange{6'400'000, 10'000'000}));
        const Result<TimeRange> bad = resolveRange({u"now-6h"_s, u"later"_s}, settings);
        QVERIFY(!bad);
        QVERIFY(bad.error().what.contains("later"_L1));
    }

    void unknownZoneIsTheSystems()
    {
        const QTimeZone system("Asia/Kolkata");
        QCOMPARE(zoneByName(u"Mars/Phobos"_s, system), system);
        QCOMPARE(zoneByName(u"browser"_s, system), system);
        QCOMPARE(zoneByName(u"UTC"_s, system), QTimeZone::utc());
    }
};

ADD_TEST(TstDatemath)
#include "tst_datemath.moc"
