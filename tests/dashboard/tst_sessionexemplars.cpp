// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/dashboard/sessionworld.h>
#include <tests/support/testmain.h>

namespace {

const QString kPanel = u"panel-1"_s;

QByteArray board(const QByteArray &target)
{
    return R"({"schemaVersion":39,"time":{"from":"now-1h","to":"now"},"templating":{"list":[)"
           R"({"name":"job","type":"constant","query":"api"}]},"panels":[{"id":1,"type":"timeseries",)"
           R"("targets":[{"refId":"B","expr":"q{job='$job'}","exemplar":true)"
        + target + "}]}]}";
}

void start(World &world)
{
    world.session->start();
    world.showAll();
    QTRY_VERIFY(!world.source->queries.empty());
}

QueryAnswer oneExemplar(double ms)
{
    QueryAnswer answer;
    answer.frames = {Frame{{},
                           u"A"_s,
                           Frame::Kind::Table,
                           {Field{u"Time"_s, {}, Column::times({ms}), {}, {}}, Field{u"Value"_s, {}, Column::numbers({0.67}), {}, {}},
                            Field{u"trace_id"_s, {}, Column::texts({u"abc"_s}), {}, {}}}}};
    answer.stats.samples = 1;
    return answer;
}

// The question is the second; the first is the query itself.
void answer(World &world, size_t index, const Result<QueryAnswer> &answer)
{
    world.source->queries[index].open = false;
    world.source->queries[index].done(answer);
}

void answerData(World &world)
{
    FakeSource::Query &query = world.source->queries[0];
    Frame frame;
    frame.kind = Frame::Kind::TimeSeries;
    frame.fields = {Field{u"Time"_s, {}, Column::grid(query.request.range.fromMs, 1000, 2), {}, {}},
                    Field{u"Value"_s, {}, Column::numbers({1, 2}), {}, {}}};
    QueryAnswer data;
    data.frames = {frame};
    answer(world, 0, data);
}

} // namespace

// "exemplar": true of a query: a question beside it, whose answer travels beside the frames.
class TstSessionExemplars : public QObject
{
    Q_OBJECT

private slots:
    void askedBesideTheQuery()
    {
        World world(board({}));
        start(world);
        QCOMPARE(world.source->queries.size(), 2);
        const QueryRequest &asked = world.source->queries[1].request;
        QCOMPARE(asked.kind, QueryRequest::Kind::Exemplars);
        QCOMPARE(asked.text, u"q{job='api'}"_s);
        QCOMPARE(asked.range, world.session->range());
    }

    void notAskedWithoutNeed_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("instant") << QByteArray(R"(,"instant":true,"range":false)");
        QTest::newRow("hidden") << QByteArray(R"(,"hide":true},{"refId":"C","expr":"up")");
        QTest::newRow("off") << QByteArray(R"(,"exemplar":false)");
    }
    void notAskedWithoutNeed()
    {
        QFETCH(QByteArray, target);
        QByteArray text = board(target);
        if (target.contains("exemplar"))
            text.replace(R"(,"exemplar":true)", "");
        World world(text);
        start(world);
        QCOMPARE(world.source->queries.size(), 1);
        QVERIFY(world.source->queries[0].request.kind != QueryRequest::Kind::Exemplars);
    }

    void dataDoesNotWait()
    {
        World world(board({}));
        start(world);
        answerData(world);
        QTRY_COMPARE(world.session->data(kPanel).state, PanelData::State::Done);
        const Frames before = world.session->data(kPanel).frames;
        QCOMPARE(before.size(), 1);
        QVERIFY(world.session->data(kPanel).exemplars.isEmpty());
        answer(world, 1, oneExemplar(double(world.now)));
        QTRY_COMPARE(world.session->data(kPanel).exemplars.size(), 1);
        QCOMPARE(world.session->data(kPanel).exemplars.first().refId, u"B"_s);
        QCOMPARE(world.session->data(kPanel).frames, before);
        const TargetReport report = world.session->explain(kPanel).value(1);
        QVERIFY(report.exemplars && !report.error && !report.running);
        QCOMPARE(report.stats.samples, 1);
    }

    void failureIsNoneOfThePanel()
    {
        World world(board({}));
        start(world);
        answer(world, 1, fail(Error::Kind::Http, u"HTTP 404 Not Found"_s));
        answerData(world);
        QTRY_COMPARE(world.session->data(kPanel).state, PanelData::State::Done);
        QVERIFY(!world.session->data(kPanel).error);
        QVERIFY(world.session->data(kPanel).notices.isEmpty());
        QCOMPARE(world.session->lastRefresh().failed, 0);
        QCOMPARE(world.session->explain(kPanel).value(1).error->what, u"HTTP 404 Not Found"_s);
    }

    void cancelledWithTheQuery()
    {
        World world(board({}));
        start(world);
        world.session->cancel();
        QCOMPARE(world.source->cancelled, 2);
    }
};

ADD_TEST(TstSessionExemplars)
#include "tst_sessionexemplars.moc"
