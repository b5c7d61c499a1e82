// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionworld.h"

#include <tests/support/testmain.h>

class TstSessionTime : public QObject
{
    Q_OBJECT

private slots:
    void refreshTimer()
    {
        World world;
        world.settle();
        QVERIFY(world.timers.empty()); // the file sets no refresh
        world.session->setRefreshInterval(u"30s"_s);
        QCOMPARE(world.timers.back().first, 30'000);
        world.session->setRefreshInterval(u"10ms"_s);
        QCOMPARE(world.timers.back().first, 1000); // no faster
        world.session->setRefreshInterval(u"1m"_s);
        const size_t before = world.source->queries.size();
        const TimeRange range = world.session->range();
        world.passTime(60'000);
        QTRY_COMPARE(world.source->openQueries().size(), 3);
        QCOMPARE(world.source->queries.size(), before + 3); // three timers were set, one counts
        QCOMPARE(world.session->range(), (TimeRange{range.fromMs + 60'000, range.toMs + 60'000}));
        QCOMPARE(world.timers.size(), 1u);
        world.source->answerQueries(2);
        QTRY_COMPARE(world.session->runningQueries(), 0);
        world.session->setRefreshInterval(QString());
        world.passTime(60'000);
        QVERIFY(world.source->openQueries().isEmpty());
    }

    void aTickWhileOneRunsIsOwed()
    {
        World world;
        world.settle();
        world.session->setRefreshInterval(u"5s"_s);
        world.passTime(5000);
        QTRY_COMPARE(world.source->openQueries().size(), 3);
        const size_t before = world.source->queries.size();
        world.passTime(5000);
        world.passTime(5000);
        QCOMPARE(world.source->queries.size(), before);
        world.source->answerQueries(2);
        QTRY_COMPARE(world.source->queries.size(), before + 3);
        QCOMPARE(world.session->range().toMs, world.now);
        QCOMPARE(world.timers.size(), 1u);
    }

    void resumeAfterSuspendIsOneRefresh_data()
    {
        QTest::addColumn<qint64>("jumpMs");
        QTest::newRow("a night") << 9 * 3'600'000LL;
        QTest::newRow("a year") << 365 * 86'400'000LL;
        QTest::newRow("back") << -3 * 3'600'000LL; // the clock was set right
    }
    void resumeAfterSuspendIsOneRefresh()
    {
        QFETCH(qint64, jumpMs);
        World world;
        world.settle();
        world.session->setRefreshInterval(u"5s"_s);
        const TimeRange range = world.session->range();
        const size_t before = world.source->queries.size();
        world.passTime(jumpMs); // the timer that ran out meanwhile calls once
        QTRY_COMPARE(world.source->openQueries().size(), 3);
        QCOMPARE(world.session->range(), (TimeRange{range.fromMs + jumpMs, range.toMs + jumpMs}));
        QCOMPARE(world.timers.size(), 1u);
        QCOMPARE(world.timers.back().first, 5000);
        world.source->answerQueries(2);
        QTRY_COMPARE(world.session->runningQueries(), 0);
        QCOMPARE(world.source->queries.size(), before + 3); // nothing is owed for the ticks that never were
        QTRY_COMPARE(world.session->data(u"panel-3"_s).fetchedAtMs, world.now);
    }

    void networkGoneAndBack()
    {
        World world;
        world.settle();
        world.session->setRefreshInterval(u"5s"_s);
        const Frames before = world.session->data(u"panel-3"_s).frames;
        const qint64 fetched = world.now;
        for (int i = 0; i < 3; ++i) {
            world.passTime(5000);
            QTRY_COMPARE(world.source->openQueries().size(), 3);
            world.source->failQueries(u"No route to host"_s);
            QTRY_COMPARE(world.session->runningQueries(), 0);
            QTRY_COMPARE(world.session->data(u"panel-3"_s).state, PanelData::State::Failed);
            const PanelData &data = world.session->data(u"panel-3"_s);
            QCOMPARE(data.frames, before); // the old picture, and from when it is
            QCOMPARE(data.fetchedAtMs, fetched);
        }
        world.passTime(5000);
        QTRY_COMPARE(world.source->openQueries().size(), 3);
        world.source->answerQueries(7);
        QTRY_COMPARE(world.session->data(u"panel-3"_s).state, PanelData::State::Done); // by itself
        QVERIFY(!world.session->data(u"panel-3"_s).error);
        QCOMPARE(world.session->data(u"panel-3"_s).fetchedAtMs, world.now);
    }

    void aHiddenWindowAsksNothing()
    {
        World world;
        world.settle();
        world.session->setRefreshInterval(u"30s"_s);
        world.session->setWindowShown(false);
        const size_t before = world.source->queries.size();
        world.passTime(30'000);
        world.passTime(600'000);
        QCOMPARE(world.source->queries.size(), before);
        world.session->setWindowShown(true);
        QTRY_COMPARE(world.source->openQueries().size(), 3);
        QCOMPARE(world.session->range().toMs, world.now);
        world.source->answerQueries(2);
        QTRY_COMPARE(world.session->runningQueries(), 0);
        world.session->setWindowShown(false);
        world.session->setWindowShown(true); // nothing was owed
        QCoreApplication::processEvents();
        QCOMPARE(world.source->queries.size(), before + 3);
    }

    void cancelEndsWhatIsInFlight()
    {
        World world;
        world.settle();
        QTRY_COMPARE(world.session->data(u"panel-3"_s).state, PanelData::State::Done);
        const PanelData before = world.session->data(u"panel-3"_s);
        world.session->setRefreshInterval(u"30s"_s);
        world.passTime(30'000);
        QTRY_COMPARE(world.source->openQueries().size(), 3);
        world.passTime(30'000); // one more is owed
        const int cancelled = world.source->cancelled;
        world.session->cancel();
        QCOMPARE(world.session->runningQueries(), 0);
        QVERIFY(world.source->openQueries().isEmpty());
        QCOMPARE(world.source->cancelled, cancelled + 3);
        QTRY_COMPARE(world.session->data(u"panel-3"_s).state, PanelData::State::Failed);
        const PanelData &after = world.session->data(u"panel-3"_s);
        QCOMPARE(after.error->kind, Error::Kind::Cancelled);
        QCOMPARE(after.frames, before.frames);
        QCOMPARE(after.fetchedAtMs, before.fetchedAtMs);
        QVERIFY(!world.session->isLoading());
        QVERIFY(world.source->openQueries().isEmpty()); // what was owed is cancelled as well
        world.passTime(30'000);
        QTRY_COMPARE(world.source->openQueries().size(), 3); // the timer goes on
        world.source->answerQueries(3);
        QTRY_COMPARE(world.session->data(u"panel-3"_s).state, PanelData::State::Done);
        QVERIFY(!world.session->data(u"panel-3"_s).error);
    }

    void cancelOfNothing()
    {
        World world;
        world.settle();
        QTRY_COMPARE(world.session->data(u"panel-3"_s).state, PanelData::State::Done);
        world.session->cancel();
        QCoreApplication::processEvents();
        QCOMPARE(world.session->data(u"panel-3"_s).state, PanelData::State::Done);
    }

    void panelsOfAnotherTime_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<qint64>("from"); // before now
        QTest::addColumn<qint64>("to");
        QTest::addColumn<QString>("info");
        constexpr qint64 hour = 3'600'000;
        QTest::newRow("none") << QByteArray() << hour << 0LL << QString();
        QTest::newRow("from") << QByteArray(R"("timeFrom":"2h")") << 2 * hour << 0LL << u"Last 2 hours"_s;
        QTest::newRow("shift") << QByteArray(R"("timeShift":"1d")") << 25 * hour << 24 * hour << u"Shifted by 1 day"_s;
        QTest::newRow("both") << QByteArray(R"("timeFrom":"30m","timeShift":"1h")") << 3 * hour / 2 << hour
                              << u"Last 30 minutes, shifted by 1 hour"_s;
        QTest::newRow("hidden") << QByteArray(R"("timeFrom":"2h","hideTimeOverride":true)") << 2 * hour << 0LL << QString();
        QTest::newRow("variable") << QByteArray(R"("timeFrom":"$span")") << 3 * hour << 0LL << u"Last 3 hours"_s;
    }
    void panelsOfAnotherTime()
    {
        QFETCH(QByteArray, keys);
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        QFETCH(QString, info);
        World world(oneQuery(keys));
        world.settle();
        const TimeRange wanted{world.now - from, world.now - to};
        QCOMPARE(world.session->panelRange(u"panel-1"_s), wanted);
        QCOMPARE(world.session->timeInfo(u"panel-1"_s), info);
        QCOMPARE(world.source->queries.size(), 1u);
        QVERIFY(qAbs(world.source->queries.front().request.range.toMs - wanted.toMs) < 60'000); // on the grid of steps
        world.session->setAbsoluteRange({1'700'000'000'000, 1'700'003'600'000});
        QCOMPARE(world.session->timeInfo(u"panel-1"_s).contains("Last"_L1), false); // a relative span has no place in absolute time
    }

    void nonsenseOfTimeIsSaid()
    {
        World world(oneQuery(R"("timeFrom":"soon")"));
        world.settle();
        QCOMPARE(world.session->data(u"panel-1"_s).state, PanelData::State::Failed);
        QVERIFY(world.session->data(u"panel-1"_s).error->what.contains("soon"_L1));
        QVERIFY(world.source->queries.empty());
    }

    void windowsShareTheView()
    {
        const auto view = std::make_shared<ViewContext>();
        view->resetRange({u"now-1h"_s, u"now"_s});
        World one(fileText(u"chained.json"_s), view);
        World two(fileText(u"chained.json"_s), view);
        one.settle();
        two.settle();
        one.session->setAbsoluteRange({1'700'000'000'000, 1'700'003'600'000});
        QCOMPARE(two.session->range(), (TimeRange{1'700'000'000'000, 1'700'003'600'000}));
        QTRY_COMPARE(two.source->openQueries().size(), 3);
        QVERIFY(two.session->canGoBack());
        two.session->goBack();
        QCOMPARE(one.session->rawRange(), (RawTimeRange{u"now-1h"_s, u"now"_s}));
        one.session->setVariable(u"plain"_s, {u"y"_s});
        QCOMPARE(two.session->variable(u"plain"_s)->values, QStringList{u"y"_s});
        one.session->setZone(u"Europe/Berlin"_s);
        QCOMPARE(two.session->zone(), QTimeZone("Europe/Berlin"));
        World late(fileText(u"chained.json"_s), view);
        QCOMPARE(late.session->variable(u"plain"_s)->values, QStringList{u"y"_s});
        one.session.reset();
        two.session->setAbsoluteRange({1'700'000'000'000, 1'700'007'200'000}); // the other one is gone
        QCOMPARE(late.session->range().toMs, 1'700'007'200'000);
    }
};

ADD_TEST(TstSessionTime)
#include "tst_sessiontime.moc"
