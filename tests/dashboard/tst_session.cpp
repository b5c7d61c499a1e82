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

    explicit World(const QByteArray &text = fileText(u"chained.json"_s))
    {
        registry.set({u"one"_s, u"One"_s, u"prometheus"_s, source});
        SessionSetup setup;
        setup.clock = [this] { return now; };
        setup.systemZone = QTimeZone::utc();
        setup.traits = [](const QString &type) { return PanelTraits{type != "text"_L1, {}}; };
        session = std::make_unique<DashboardSession>(*Document::fromText(text), registry, setup);
    }

    void showAll()
    {
        for (const PanelInstance &instance : session->instances())
            session->setVisible(instance.id, true, 600);
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
