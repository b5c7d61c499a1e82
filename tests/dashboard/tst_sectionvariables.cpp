// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/layoutediting.h>
#include <tests/dashboard/sessionworld.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray grid(const QByteArray &name, const QByteArray &more = {})
{
    return v2Layout("GridLayout", v2Item(name, 0, 0, 24, 4, more));
}

QByteArray panel(int id, const QByteArray &expr)
{
    const QByteArray name = "p" + QByteArray::number(id);
    return "\"" + name + "\": " + v2Panel(id, "stat", name, v2Query("A", expr, "one"));
}

QByteArray custom(const QByteArray &name, const QByteArray &values, const QByteArray &more = {})
{
    return v2Text("{ 'kind': 'CustomVariable', 'spec': { 'name': '" + name + "', 'query': '" + values + "'" + more + " } }");
}

QByteArray labelValues(const QByteArray &name, const QByteArray &query)
{
    return v2Text("{ 'kind': 'QueryVariable', 'spec': { 'name': '" + name
                  + "', 'refresh': 'onDashboardLoad', 'query': { 'kind': 'DataQuery', 'group': 'prometheus', 'datasource': { 'name': 'one' "
                    "}, 'spec': { 'query': '"
                  + query + "' } } } }");
}

QByteArray own(const QByteArray &variables)
{
    return v2Text("'variables': [ " + variables + " ], ");
}

void turn(World &world)
{
    for (int i = 0; i < 6; ++i) {
        QCoreApplication::processEvents();
        world.showAll();
    }
}

QStringList takeAsked(World &world)
{
    QStringList texts = world.source->openQueries();
    world.source->answerQueries(1);
    turn(world);
    texts.sort();
    return texts;
}

QString rowId(const World &world, int index)
{
    return world.session->rows()[index].id;
}

} // namespace

// Variables of rows and tabs: chosen for their section alone, seeing what is around them.
class TstSectionVariables : public QObject
{
    Q_OBJECT

private slots:
    void onlyTheSectionAsksAnew()
    {
        World world(v2Board(panel(1, "in $job") + ", " + panel(2, "out $job"),
                            v2Rows(v2Row("A", grid("p1"), own(custom("job", "x, y"))) + ", " + v2Row("B", grid("p2"))),
                            own(custom("job", "a, b"))));
        DashboardSession &session = *world.session;
        session.start();
        turn(world);
        QCOMPARE(takeAsked(world), (QStringList{u"in x"_s, u"out a"_s}));
        const QString id = rowId(world, 0);
        QCOMPARE(session.sectionVariables(id).size(), 1);
        QCOMPARE(session.sectionVariables(id)[0].options.size(), 2);
        QVERIFY(session.sectionVariables(rowId(world, 1)).isEmpty());
        session.setSectionVariable(id, u"job"_s, {u"y"_s});
        turn(world);
        QCOMPARE(takeAsked(world), QStringList{u"in y"_s});
        session.setVariable(u"job"_s, {u"b"_s});
        turn(world);
        QCOMPARE(takeAsked(world), QStringList{u"out b"_s});
        QVERIFY(!session.isLoading());
    }

    // Its query speaks of a variable of the dashboard, an inner section's of the outer one's; each waits for what it needs.
    void questionsSeeWhatIsAround()
    {
        World world(
            v2Board(panel(1, "q $zone $host"),
                    v2Rows(v2Row("Outer",
                                 v2Rows(v2Row("Inner", grid("p1"),
                                              own(labelValues("host", "label_values(up{zone=\\\"$zone\\\", job=\\\"$job\\\"}, host)")))),
                                 own(custom("zone", "eu, us")))),
                    own(custom("job", "a, b"))));
        DashboardSession &session = *world.session;
        session.start();
        turn(world);
        QCOMPARE(world.source->openValues(), QStringList{u"host up{zone=\"eu\", job=\"a\"}"_s});
        QVERIFY(world.source->openQueries().isEmpty()); // the panel waits
        QVERIFY(session.isLoading());
        world.source->answerValues({{u"host"_s, {u"h1"_s, u"h2"_s}}});
        turn(world);
        QCOMPARE(takeAsked(world), QStringList{u"q eu h1"_s});
        session.setSectionVariable(rowId(world, 0), u"zone"_s, {u"us"_s});
        turn(world);
        QCOMPARE(world.source->openValues(), QStringList{u"host up{zone=\"us\", job=\"a\"}"_s});
        world.source->answerValues({{u"host"_s, {u"h2"_s, u"h3"_s}}});
        turn(world);
        QCOMPARE(takeAsked(world), QStringList{u"q us h2"_s}); // h1 is no longer offered
        session.setVariable(u"job"_s, {u"b"_s});
        turn(world);
        QCOMPARE(world.source->openValues(), QStringList{u"host up{zone=\"us\", job=\"b\"}"_s});
        world.source->answerValues({});
        turn(world);
        QCOMPARE(takeAsked(world), QStringList{u"q us "_s});
        QVERIFY(!session.isLoading());
    }

    void foldedSectionsAskNothing()
    {
        const QByteArray row = v2Row("A", grid("p1"), own(labelValues("host", "label_values(host)")));
        World world(v2Board(panel(1, "q $host"), v2Rows(QByteArray(row).replace("\"collapse\": false", "\"collapse\": true"))));
        world.session->start();
        turn(world);
        QVERIFY(world.source->valueQueries.empty());
        world.session->setRowCollapsed(rowId(world, 0), false);
        turn(world);
        QCOMPARE(world.source->openValues().size(), 1);
    }

    // What lies in the section repeats by its variable, and each repeat of a row has a choice of its own.
    void repeats()
    {
        const QByteArray repeat = v2Text(", 'repeat': { 'mode': 'variable', 'value': 'host' }");
        const QByteArray hosts
            = custom("host", "h1, h2", v2Text(", 'multi': true, 'current': { 'text': [ 'h1', 'h2' ], 'value': [ 'h1', 'h2' ] }"));
        World world(v2Board(panel(1, "q $host"), v2Rows(v2Row("A", grid("p1", repeat), own(hosts)))));
        world.session->start();
        turn(world);
        QCOMPARE(takeAsked(world), (QStringList{u"q h1"_s, u"q h2"_s}));
        world.session->setSectionVariable(rowId(world, 0), u"host"_s, {u"h2"_s});
        turn(world);
        QCOMPARE(world.session->instances().size(), 1);

        const QByteArray byJob = own(custom("zone", "eu, us")) + v2Text("'repeat': { 'mode': 'variable', 'value': 'job' }, ");
        World rows(
            v2Board(panel(1, "q $job $zone"), v2Rows(v2Row("A", grid("p1"), byJob)),
                    own(custom("job", "a, b", v2Text(", 'multi': true, 'current': { 'text': [ 'a', 'b' ], 'value': [ 'a', 'b' ] }")))));
        rows.session->start();
        turn(rows);
        QCOMPARE(takeAsked(rows), (QStringList{u"q a eu"_s, u"q b eu"_s}));
        rows.session->setSectionVariable(rowId(rows, 1), u"zone"_s, {u"us"_s});
        turn(rows);
        QCOMPARE(takeAsked(rows), QStringList{u"q b us"_s});
    }

    // Rows that change places take their choices along; ids count places.
    void choicesFollowTheirRow()
    {
        World world(v2Board(
            panel(1, "one $job") + ", " + panel(2, "two $job"),
            v2Rows(v2Row("A", grid("p1"), own(custom("job", "x, y"))) + ", " + v2Row("B", grid("p2"), own(custom("job", "x, y"))))));
        DashboardSession &session = *world.session;
        session.start();
        turn(world);
        takeAsked(world);
        session.setSectionVariable(rowId(world, 0), u"job"_s, {u"y"_s});
        turn(world);
        QCOMPARE(takeAsked(world), QStringList{u"one y"_s});
        const Result<Command> down = moveRow(session.document(), session.rows()[0].sourceId, 1);
        QVERIFY(down);
        session.setDocument(*session.document().edited(down->splices));
        turn(world);
        QCOMPARE(session.rows()[0].title, u"B"_s);
        QCOMPARE(session.sectionVariables(rowId(world, 0))[0].values, QStringList{u"x"_s});
        QCOMPARE(session.sectionVariables(rowId(world, 1))[0].values, QStringList{u"y"_s});
        QVERIFY(takeAsked(world).isEmpty());
    }

    void badVariablesCostThemselves()
    {
        const QByteArray bad
            = v2Text("7, { 'kind': 5, 'spec': [] }, { 'kind': 'CustomVariable', 'spec': { 'name': [ ] } }, "
                     "{ 'kind': 'CustomVariable', 'spec': { 'name': 'job', 'query': [ 1 ], 'multi': 'no', 'label': { } } }, ");
        World world(
            v2Board(panel(1, "in $zone"), v2Rows(v2Row("A", grid("p1"), own(bad + custom("zone", "eu") + ", " + custom("zone", "us"))))));
        world.session->start();
        turn(world);
        QCOMPARE(takeAsked(world), QStringList{u"in eu"_s});
        QStringList pointers;
        for (const ModelProblem &problem : world.session->dashboard().problems)
            pointers.append(problem.pointer);
        const QString list = u"/spec/layout/spec/rows/0/spec/variables/"_s;
        for (const char *at : {"0", "1", "2", "3/spec/multi", "3/spec/label", "5"})
            QVERIFY2(pointers.contains(list + QLatin1String(at)), qPrintable(QLatin1String(at) + u' ' + pointers.join(u' ')));
    }

    // Ad hoc filters of a section go into the queries of its panels alone.
    void filtersOfASection()
    {
        const QByteArray filters
            = v2Text("{ 'kind': 'AdhocVariable', 'group': 'prometheus', 'datasource': { 'name': 'one' }, 'spec': { 'name': 'f', "
                     "'filters': [ { 'key': 'env', 'operator': '=', 'value': 'prod' } ] } }");
        World world(
            v2Board(panel(1, "in") + ", " + panel(2, "out"), v2Rows(v2Row("A", grid("p1"), own(filters)) + ", " + v2Row("B", grid("p2")))));
        world.session->start();
        turn(world);
        QHash<QString, qsizetype> asked;
        for (const FakeSource::Query &query : world.source->queries)
            asked.insert(query.request.text, query.request.adHocFilters.size());
        QCOMPARE(asked, (QHash<QString, qsizetype>{{u"in"_s, 1}, {u"out"_s, 0}}));
    }
};

ADD_TEST(TstSectionVariables)
#include "tst_sectionvariables.moc"
