// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionworld.h"

#include <tests/support/testmain.h>

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

    void heldPanelsAskNothing()
    {
        World world;
        world.settle();
        QTRY_COMPARE(world.session->data(u"panel-2"_s).state, PanelData::State::Done);
        world.session->setHeld(u"panel-2"_s, true);
        const auto asked = [&] { return world.source->openQueries().filter(u"b{"_s).size(); };
        world.session->refreshPanel(u"panel-2"_s);
        world.session->refreshPanel(u"panel-1"_s);
        QTRY_VERIFY(!world.source->openQueries().isEmpty());
        QCOMPARE(asked(), 0);
        QCOMPARE(world.session->data(u"panel-2"_s).state, PanelData::State::Done);
        world.session->setHeld(u"panel-2"_s, false);
        QTRY_COMPARE(asked(), 1);
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
