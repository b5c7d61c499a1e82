// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/session.h>
#include <tests/support/fakesource.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
QByteArray fileText(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/dashboards/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct World {
    SourceRegistry registry;
    std::shared_ptr<FakeSource> source = std::make_shared<FakeSource>();
    qint64 now = 1773570030456;
    std::unique_ptr<DashboardSession> session;
    std::vector<std::pair<qint64, std::function<void()>>> timers; // what the session waits for, the newest last

    explicit World(const QByteArray &text = fileText(u"chained.json"_s), const std::shared_ptr<ViewContext> &view = {})
    {
        registry.set({u"one"_s, u"One"_s, u"prometheus"_s, source});
        SessionSetup setup;
        setup.clock = [this] { return now; };
        setup.systemZone = QTimeZone::utc();
        setup.view = view;
        setup.later = [this](qint64 ms, std::function<void()> call) { timers.emplace_back(ms, std::move(call)); };
        setup.traits = [](const QString &type) { return PanelTraits{type != "text"_L1, {}}; };
        session = std::make_unique<DashboardSession>(*Document::fromText(text), registry, setup);
    }

    void showAll()
    {
        for (const PanelInstance &instance : session->instances())
            session->setVisible(instance.id, true, 600);
    }

    // All timers that were ever set run out: those that are void must do nothing.
    void passTime(qint64 ms)
    {
        now += ms;
        for (const auto &timer : std::exchange(timers, {}))
            timer.second();
        QCoreApplication::processEvents();
    }

    static std::map<QString, QStringList> labels()
    {
        return {{u"instance"_s, {u"h+1.x:90"_s, u"h\\2\"q"_s}}, {u"endpoint"_s, {u"/a"_s, u"/b"_s}}, {u"zone"_s, {u"z"_s}}};
    }

    // Everything resolved and drawn once.
    void settle()
    {
        session->start();
        showAll();
        for (int i = 0; i < 20; ++i) {
            source->answerValues(labels());
            QCoreApplication::processEvents();
            source->answerQueries(1);
            QTest::qWait(1);
        }
    }
};

// A dashboard of the last hour with one panel and the variable span = 3h.
QByteArray oneQuery(const QByteArray &panelKeys, const QByteArray &legend = "x")
{
    const QByteArray more = panelKeys.isEmpty() ? QByteArray() : "," + panelKeys;
    return R"({"schemaVersion":39,"time":{"from":"now-1h","to":"now"},
"templating":{"list":[{"name":"span","type":"constant","query":"3h"}]},
"panels":[{"id":1,"type":"timeseries","targets":[{"refId":"A","expr":"q","legendFormat":")"
        + legend + R"("}])" + more + "}]}";
}

QStringList names(const World &world)
{
    QStringList names;
    for (const Frame &frame : world.session->data(u"panel-1"_s).frames)
        for (const Field &field : frame.fields)
            if (field.isNumeric())
                names.append(field.state.displayName);
    return names;
}
} // namespace

class TstSession : public QObject
{
    Q_OBJECT

private slots:
    void variablesResolveInParallelAndDownstreamAfter()
    {
        World world;
        world.session->start();
        world.showAll();
        QCOMPARE(world.source->openValues(), (QStringList{u"instance up"_s, u"zone up"_s}));
        QCoreApplication::processEvents();
        QCOMPARE(world.source->openQueries(), (QStringList{u"c{p=\"x\"}"_s})); // the one that waits for nothing; its twin shares it
        world.source->answerValues(World::labels());
        QCOMPARE(world.source->openValues().size(), 1);
        QVERIFY(world.source->openValues().first().startsWith("endpoint "_L1));
    }

    void changingInstanceAsksOnlyWhatUsesIt()
    {
        World world;
        world.settle();
        QTRY_COMPARE(world.session->data(u"panel-2"_s).state, PanelData::State::Done);
        QVERIFY(world.source->openQueries().isEmpty());
        const size_t before = world.source->queries.size();
        const size_t valuesBefore = world.source->valueQueries.size();
        world.session->setVariable(u"instance"_s, {u"h+1.x:90"_s});
        QCoreApplication::processEvents();
        QCOMPARE(world.source->valueQueries.size(), valuesBefore + 1);
        QCOMPARE(world.source->openValues(), (QStringList{u"endpoint up{instance=~\"h\\\\+1\\\\.x:90\"}"_s}));
        QCOMPARE(world.source->openQueries(), (QStringList{u"a{instance=~\"h\\\\+1\\\\.x:90\"}"_s}));
        world.source->answerValues({{u"endpoint"_s, {u"/b"_s}}});
        QCoreApplication::processEvents();
        QCOMPARE(world.source->openQueries(), (QStringList{u"a{instance=~\"h\\\\+1\\\\.x:90\"}"_s, u"b{endpoint=~\"/b\"}"_s}));
        QCOMPARE(world.source->queries.size(), before + 2);
    }

    void allAndSeveralMakeARegex()
    {
        World world;
        world.settle();
        const QString both = u"(h\\\\+1\\\\.x:90|h\\\\\\\\2\\\\\\\"q)"_s;
        QCOMPARE(world.session->explain(u"panel-1"_s).value(0).text, "a{instance=~\""_L1 + both + "\"}"_L1);
        QCOMPARE(world.session->explain(u"panel-2"_s).value(0).text, u"b{endpoint=~\"(/a|/b)\"}"_s);
        QCOMPARE(world.session->interpolate(u"on $instance"_s), u"on All"_s);
    }

    void dataIsNamedAndNoticed()
    {
        World world;
        world.settle();
        QTRY_COMPARE(world.session->data(u"panel-1"_s).state, PanelData::State::Done);
        const PanelData &data = world.session->data(u"panel-1"_s);
        QCOMPARE(data.frames.size(), 1);
        QCOMPARE(data.fetchedAtMs, world.now);
        QCOMPARE(world.session->rawData(u"panel-1"_s).frames.size(), 1);
        QTRY_COMPARE(world.session->data(u"panel-4"_s).notices.size(), 1);
        QVERIFY(world.session->data(u"panel-4"_s).notices.first().text.contains("gone"_L1));
        QCOMPARE(world.session->data(u"panel-5"_s).state, PanelData::State::NotStarted);
        QVERIFY(world.session->lastRefresh().queries >= 4);
    }

    void failureKeepsTheOldPicture()
    {
        World world;
        world.settle();
        QTRY_COMPARE(world.session->data(u"panel-3"_s).state, PanelData::State::Done);
        const Frames before = world.session->data(u"panel-3"_s).frames;
        const qint64 fetched = world.now;
        world.now += 60'000;
        world.session->refresh();
        QTRY_VERIFY(!world.source->openQueries().isEmpty());
        world.source->failQueries(u"parse error at char 3"_s);
        QTRY_COMPARE(world.session->data(u"panel-3"_s).state, PanelData::State::Failed);
        QCOMPARE(world.session->data(u"panel-3"_s).error->what, u"parse error at char 3"_s);
        QCOMPARE(world.session->data(u"panel-3"_s).frames, before);
        QCOMPARE(world.session->data(u"panel-3"_s).fetchedAtMs, fetched);
    }

    void refreshNeverOverlapsItself()
    {
        World world;
        world.settle();
        const size_t before = world.source->queries.size();
        world.session->refresh();
        QTRY_COMPARE(world.source->openQueries().size(), 3);
        world.session->refresh();
        world.session->refresh();
        QCoreApplication::processEvents();
        QCOMPARE(world.source->queries.size(), before + 3);
        world.source->answerQueries(2);
        QTRY_COMPARE(world.source->queries.size(), before + 6); // the one that was owed
    }

    void invisiblePanelsDoNotRun()
    {
        World world;
        world.session->start();
        world.session->setVisible(u"panel-3"_s, true, 600);
        QCoreApplication::processEvents();
        world.source->answerValues(World::labels());
        QCoreApplication::processEvents();
        QCOMPARE(world.source->queries.size(), 1u);
        world.session->setVisible(u"panel-1"_s, true, 600);
        world.source->answerValues(World::labels());
        QTRY_COMPARE(world.source->queries.size(), 2u);
    }

    void closingAborts()
    {
        World world;
        world.session->start();
        world.showAll();
        QCoreApplication::processEvents();
        QVERIFY(!world.source->openQueries().isEmpty());
        world.session.reset();
        QVERIFY(world.source->openQueries().isEmpty());
        QVERIFY(world.source->openValues().isEmpty());
    }

    void cycleIsNamed()
    {
        World world(fileText(u"cycle.json"_s));
        world.session->start();
        const VariableState *state = world.session->variable(u"a"_s);
        QVERIFY(state && state->error);
        QVERIFY2(state->error->what.contains(u"a → b → a"_s), qPrintable(state->error->what));
        QVERIFY(world.source->openValues().isEmpty());
    }

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

    void seriesAreNamedAcrossTheAnswer()
    {
        World world(oneQuery({}, "__auto"));
        world.session->start();
        world.showAll();
        QTRY_COMPARE(world.source->openQueries().size(), 1);
        world.source->answerSeries({{{u"__name__"_s, u"up"_s}, {u"job"_s, u"a"_s}, {u"instance"_s, u"1"_s}},
                                    {{u"__name__"_s, u"up"_s}, {u"job"_s, u"a"_s}, {u"instance"_s, u"2"_s}}});
        QTRY_COMPARE(world.session->data(u"panel-1"_s).state, PanelData::State::Done);
        QCOMPARE(names(world), (QStringList{u"{instance=\"1\"}"_s, u"{instance=\"2\"}"_s}));
        QCOMPARE(world.session->data(u"panel-1"_s).frames.first().fields.at(1).name, u"up"_s); // as overrides by name find it
    }

    void withoutALegendTheNameIsWhole()
    {
        World world(oneQuery({}, ""));
        world.session->start();
        world.showAll();
        QTRY_COMPARE(world.source->openQueries().size(), 1);
        world.source->answerSeries({{{u"__name__"_s, u"up"_s}, {u"job"_s, u"a"_s}}, {{u"job"_s, u"b"_s}}, {}});
        QTRY_COMPARE(world.session->data(u"panel-1"_s).state, PanelData::State::Done);
        QCOMPARE(names(world), (QStringList{u"up{job=\"a\"}"_s, u"{job=\"b\"}"_s, u"q"_s}));
    }

    void timeMoves()
    {
        World world;
        world.settle();
        QCOMPARE(world.session->range(), (TimeRange{world.now - 3'600'000, world.now}));
        world.session->zoomOut();
        QCOMPARE(world.session->range(), (TimeRange{world.now - 5'400'000, world.now + 1'800'000}));
        QVERIFY(world.session->canGoBack());
        world.session->goBack();
        QCOMPARE(world.session->rawRange(), (RawTimeRange{u"now-1h"_s, u"now"_s}));
        world.session->shift(-1);
        QCOMPARE(world.session->range(), (TimeRange{world.now - 5'400'000, world.now - 1'800'000}));
    }
};

ADD_TEST(TstSession)
#include "tst_session.moc"
