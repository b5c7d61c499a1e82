// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/dashboard/sessionworld.h>
#include <tests/support/testmain.h>

namespace {

QByteArray board(const QByteArray &annotations)
{
    return R"({"schemaVersion":39,"time":{"from":"now-1h","to":"now"},"templating":{"list":[)"
           R"({"name":"job","type":"constant","query":"api"},{"name":"src","type":"constant","query":"one"}]},)"
           R"("annotations":{"list":[)"
        + annotations + R"(]},"panels":[{"id":1,"type":"timeseries"},{"id":2,"type":"stat"}]})";
}

const QByteArray kDeploys
    = R"({"name":"Deploys","enable":true,"iconColor":"red","datasource":{"type":"prometheus","uid":"one"},)"
      R"("expr":"changes(up{job='$job'}[$__interval]) > 0","step":"2m","titleFormat":"{{job}} of $job","tagKeys":"job"})";

void ask(World &world)
{
    world.session->start();
    world.showAll();
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

QStringList asked(const World &world)
{
    QStringList texts;
    for (const FakeSource::Query &query : world.source->queries)
        texts.append(query.request.text);
    return texts;
}

AnnotationState only(const World &world)
{
    return world.session->annotations().value(0);
}

} // namespace

// Annotations: one question a refresh for each that is on, events out of its answer.
class TstSessionAnnotations : public QObject
{
    Q_OBJECT

private slots:
    void asksAndFinds()
    {
        World world(board(kDeploys));
        QSignalSpy refreshed(world.session.get(), &DashboardSession::refreshed);
        ask(world);
        QCOMPARE(asked(world), QStringList{u"changes(up{job='api'}[2m]) > 0"_s});
        const QueryRequest request = world.source->queries[0].request;
        QCOMPARE(request.kind, QueryRequest::Kind::Range);
        QCOMPARE(request.stepMs, 120'000);
        QCOMPARE(request.range.fromMs % 120'000, 0);
        QVERIFY(only(world).loading);
        QVERIFY(world.session->isLoading());
        world.source->answerSeries({{{u"job"_s, u"a"_s}}, {{u"job"_s, u"b"_s}}});
        QTRY_COMPARE(refreshed.size(), 1);
        QCOMPARE(world.session->lastRefresh().queries, 1);
        QCOMPARE(only(world).events, 2);
        const AnnotationLayers layers = world.session->annotationsOf(u"panel-1"_s);
        QCOMPARE(layers.size(), 1);
        QCOMPARE(layers[0].color, u"red"_s);
        QCOMPARE(layers[0].events[0].title, u"a of api"_s);
        QCOMPARE(layers[0].events[1].tags, QStringList{u"b"_s});
        QVERIFY(layers[0].events[0].isRegion()); // two samples a second apart, and the step is longer
    }

    void onceARefresh()
    {
        World world(board(kDeploys));
        ask(world);
        world.source->answerQueries(1);
        QTRY_COMPARE(only(world).events, 1);
        world.session->setVisible(u"panel-1"_s, true, 700); // something runs, nothing changed
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(asked(world).size(), 1);
        world.session->refresh();
        QTRY_COMPARE(asked(world).size(), 2);
        world.session->setAbsoluteRange({1773500000000, 1773510000000}); // the one in flight is of no use any more
        QTRY_COMPARE(asked(world).size(), 3);
        QCOMPARE(world.source->cancelled, 1);
    }

    void offIsNotAsked_data()
    {
        QTest::addColumn<QByteArray>("annotation");
        QTest::newRow("not said to be on") << QByteArray(R"({"name":"a","expr":"x"})");
        QTest::newRow("off") << QByteArray(R"({"name":"a","enable":false,"expr":"x"})");
        QTest::newRow("not said") << QByteArray(R"({"name":"a","expr":"x"})");
        QTest::newRow("Grafana's own") << QByteArray(
            R"({"name":"a","enable":true,"builtIn":1,"expr":"x","datasource":{"type":"grafana","uid":"-- Grafana --"}})");
        QTest::newRow("of Loki") << QByteArray(R"({"name":"a","enable":true,"expr":"{app=~`a`}","datasource":{"type":"loki","uid":"l"}})");
        QTest::newRow("no query") << QByteArray(R"({"name":"a","enable":true,"datasource":{"type":"prometheus","uid":"one"}})");
        QTest::newRow("nothing") << QByteArray("null");
    }
    void offIsNotAsked()
    {
        QFETCH(QByteArray, annotation);
        World world(board(annotation));
        ask(world);
        QCOMPARE(asked(world), QStringList());
        QVERIFY(!world.session->isLoading());
    }

    void newerForm()
    {
        World world(board(R"({"name":"a","enable":true,"datasource":{"type":"prometheus","uid":"${src}"},)"
                          R"("target":{"expr":"up == 0","interval":"5m","refId":"Anno"}})"));
        ask(world);
        QCOMPARE(asked(world), QStringList{u"up == 0"_s});
        QCOMPARE(world.source->queries[0].request.stepMs, 300'000);
        QVERIFY(only(world).notices.isEmpty()); // the variable names the source
    }

    void switched()
    {
        World world(board(kDeploys));
        ask(world);
        world.source->answerQueries(1);
        QTRY_COMPARE(only(world).events, 1);
        QSignalSpy changed(world.session.get(), &DashboardSession::annotationsChanged);
        world.session->setAnnotationEnabled(u"Deploys"_s, false);
        QCOMPARE(changed.size(), 1);
        QVERIFY(world.session->annotationsOf(u"panel-1"_s).isEmpty());
        world.session->refresh();
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(asked(world).size(), 1);
        world.session->setAnnotationEnabled(u"Deploys"_s, true);
        QTRY_COMPARE(asked(world).size(), 2); // there was a refresh meanwhile
        QCOMPARE(world.session->annotationsOf(u"panel-1"_s).size(), 1); // what is known shows at once
    }

    void forSomePanels_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<bool>("first");
        QTest::addColumn<bool>("second");
        QTest::newRow("all") << QByteArray("{}") << true << true;
        QTest::newRow("one") << QByteArray(R"({"exclude":false,"ids":[2]})") << false << true;
        QTest::newRow("but one") << QByteArray(R"({"exclude":true,"ids":[2]})") << true << false;
        QTest::newRow("empty list") << QByteArray(R"({"exclude":true,"ids":[]})") << true << true;
    }
    void forSomePanels()
    {
        QFETCH(QByteArray, filter);
        QFETCH(bool, first);
        QFETCH(bool, second);
        World world(board(kDeploys.chopped(1) + ",\"filter\":" + filter + "}"));
        ask(world);
        world.source->answerQueries(1);
        QTRY_COMPARE(only(world).events, 1);
        QCOMPARE(!world.session->annotationsOf(u"panel-1"_s).isEmpty(), first);
        QCOMPARE(!world.session->annotationsOf(u"panel-2"_s).isEmpty(), second);
    }

    // What was found stays while a new answer fails.
    void failure()
    {
        World world(board(kDeploys));
        ask(world);
        world.source->answerQueries(1);
        QTRY_COMPARE(only(world).events, 1);
        world.session->refresh();
        QTRY_COMPARE(world.source->openQueries().size(), 1);
        world.source->failQueries(u"bad"_s);
        QTRY_VERIFY(only(world).error);
        QCOMPARE(only(world).error->what, u"bad"_s);
        QCOMPARE(only(world).events, 1);
        QVERIFY(!world.session->isLoading());
        QCOMPARE(world.session->lastRefresh().failed, 1);
    }

    void cancelled()
    {
        World world(board(kDeploys));
        ask(world);
        QVERIFY(only(world).loading);
        world.session->cancel();
        QVERIFY(!only(world).loading);
        QCOMPARE(world.source->cancelled, 1);
        QCOMPARE(only(world).error->kind, Error::Kind::Cancelled);
    }

    void hiddenWindow()
    {
        World world(board(kDeploys));
        ask(world);
        world.session->setWindowShown(false);
        QCOMPARE(world.source->cancelled, 1);
        QVERIFY(!world.session->isLoading());
        world.session->setWindowShown(true);
        QTRY_COMPARE(asked(world).size(), 2);
    }

    // Another title needs no other answer; another query does; the file's own switch counts when it is edited.
    void edited()
    {
        World world(board(kDeploys));
        ask(world);
        world.source->answerQueries(1);
        QTRY_COMPARE(only(world).events, 1);
        const auto edit = [&](const char *from, const char *to) {
            world.session->setDocument(
                *Document::fromText(QByteArray(world.session->document().text()).replace(QByteArray(from), QByteArray(to))));
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
        };
        edit("{{job}} of", "new {{job}} of");
        QTRY_COMPARE(world.session->annotationsOf(u"panel-1"_s)[0].events[0].title, u"new a of api"_s);
        QCOMPARE(asked(world).size(), 1);
        edit("changes(", "resets(");
        QTRY_COMPARE(asked(world).size(), 2);
        edit("\"enable\":true", "\"enable\":false");
        QVERIFY(!only(world).enabled);
        world.session->setAnnotationEnabled(u"Deploys"_s, true);
        edit("\"red\"", "\"blue\"");
        QVERIFY(only(world).enabled);
    }
};

ADD_TEST(TstSessionAnnotations)
#include "tst_sessionannotations.moc"
