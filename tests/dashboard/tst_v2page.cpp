// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/dashboard/sessionworld.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

// Panels "p1" … "p<count>", each asking for its own name.
QByteArray elements(int count)
{
    QByteArrayList all;
    for (int i = 1; i <= count; ++i) {
        const QByteArray name = "p" + QByteArray::number(i);
        all.append("\"" + name + "\": " + v2Panel(i, "stat", name, v2Query("A", name, "one")));
    }
    return all.join(",\n    ");
}

QByteArray grid(const QByteArray &name, const QByteArray &more = {})
{
    return v2Layout("GridLayout", v2Item(name, 0, 0, 24, 4, more));
}

QByteArray tab(const QByteArray &title, const QByteArray &layout, const QByteArray &more = {})
{
    return v2Text("{ 'kind': 'TabsLayoutTab', 'spec': { 'title': '" + title + "', " + more + "'layout': " + layout + " } }");
}

QByteArray tabs(const QByteArray &list)
{
    return v2Text("{ 'kind': 'TabsLayout', 'spec': { 'tabs': [\n    " + list + " ] } }");
}

QByteArray when(const QByteArray &items, const char *visibility = "show")
{
    return v2Text(QByteArray("'conditionalRendering': { 'kind': 'ConditionalRenderingGroup', 'spec': { 'visibility': '") + visibility
                  + "', 'condition': 'and', 'items': [ " + items + " ] } }");
}

QByteArray jobIs(const QByteArray &value)
{
    return "{ 'kind': 'ConditionalRenderingVariable', 'spec': { 'variable': 'job', 'operator': 'equals', 'value': '" + value + "' } }";
}

const QByteArray kHasData = "{ 'kind': 'ConditionalRenderingData', 'spec': { 'value': true } }";

const QByteArray kJob = v2Text("'variables': [ { 'kind': 'CustomVariable', 'spec': { 'name': 'job', 'multi': true, 'query': 'a, b', "
                               "'current': { 'text': 'a', 'value': 'a' } } } ],\n    ");

QStringList onPage(const DashboardSession &session)
{
    QStringList ids;
    for (const PanelInstance &each : session.instances())
        if (!session.isFolded(each.id))
            ids.append(each.id.mid(6) + u'@' + QString::number(each.rect.y));
    return ids;
}

QStringList titles(const TabsInstance &bar)
{
    QStringList all;
    for (const TabsInstance::Tab &each : bar.tabs)
        all.append((each.id == bar.current ? u"*"_s : QString()) + each.title);
    return all;
}

QStringList asked(const World &world)
{
    QStringList texts;
    for (const FakeSource::Query &query : world.source->queries)
        texts.append(query.request.text);
    texts.removeDuplicates();
    texts.sort();
    return texts;
}

void turn(World &world)
{
    world.showAll();
    for (int i = 0; i < 10; ++i) {
        QCoreApplication::processEvents();
        QTest::qWait(1);
    }
}

} // namespace

// What the v2 form shows and hides, and that what is away asks nothing.
class TstV2Page : public QObject
{
    Q_OBJECT

private slots:
    void headersThatAreNotShown()
    {
        const World world(v2Board(elements(3),
                                  v2Rows(v2Row("A", grid("p1"), "'hideHeader': true, ") + ", " + v2Row("B", grid("p2")) + ", "
                                         + v2Row("C", grid("p3"), "'hideHeader': true, 'collapse': true, 'fillScreen': true, ")
                                               .replace("\"collapse\": false, ", ""))));
        const QList<RowInstance> &rows = world.session->rows();
        QCOMPARE(rows.size(), 3);
        QVERIFY(rows[0].hidesHeader && !rows[1].hidesHeader && rows[2].hidesHeader);
        QVERIFY(!rows[2].collapsed); // nothing could open it
        QVERIFY(rows[2].fillsScreen && !rows[0].fillsScreen);
        QCOMPARE(onPage(*world.session), (QStringList{u"1@1"_s, u"2@6"_s, u"3@11"_s}));
    }

    void oneTabIsInFront()
    {
        World world(v2Board(elements(4),
                            tabs(tab("All of ${job}", grid("p1")) + ", "
                                 + tab("Rows", v2Rows(v2Row("R", grid("p2")) + ", " + v2Row("S", grid("p3")))) + ", "
                                 + tab("Last", tabs(tab("Inner", grid("p4"))))),
                            kJob));
        DashboardSession &session = *world.session;
        QCOMPARE(session.tabs().size(), 1);
        QCOMPARE(titles(session.tabs()[0]), (QStringList{u"*All of a"_s, u"Rows"_s, u"Last"_s}));
        QCOMPARE(onPage(session), QStringList{u"1@1"_s});
        session.start();
        turn(world);
        QCOMPARE(asked(world), QStringList{u"p1"_s});

        session.setCurrentTab(session.tabs()[0].id, session.tabs()[0].tabs[1].id);
        turn(world);
        QCOMPARE(onPage(session), (QStringList{u"2@2"_s, u"3@7"_s}));
        QCOMPARE(session.rows().size(), 3); // the tab in front and its two
        QCOMPARE(asked(world), (QStringList{u"p1"_s, u"p2"_s, u"p3"_s}));
        QCOMPARE(session.gridHeight(), 11);

        session.bringForward(u"panel-4"_s);
        QCOMPARE(session.tabs().size(), 2);
        QCOMPARE(titles(session.tabs()[0]), (QStringList{u"All of a"_s, u"Rows"_s, u"*Last"_s}));
        QCOMPARE(onPage(session), QStringList{u"4@2"_s});
        session.setVariable(u"job"_s, {u"b"_s});
        QCOMPARE(titles(session.tabs()[0]).first(), u"All of b"_s);
        QCOMPARE(titles(session.tabs()[1]), QStringList{u"*Inner"_s});

        session.setTabsAsRows(true);
        QVERIFY(session.tabs().isEmpty());
        QCOMPARE(onPage(session).size(), 4);
    }

    void tabsRepeatAndHide()
    {
        const QByteArray repeat = "'repeat': { 'mode': 'variable', 'value': 'job' }, ";
        World world(v2Board(elements(3),
                            tabs(tab("One", grid("p1"), when(jobIs("b")) + ", ") + ", "
                                 + tab("For $job", v2Rows(v2Row("Row of $job", grid("p2"))), repeat) + ", " + tab("End", grid("p3"))),
                            kJob));
        DashboardSession &session = *world.session;
        QCOMPARE(titles(session.tabs()[0]), (QStringList{u"*For a"_s, u"End"_s}));
        session.setVariable(u"job"_s, {u"a"_s, u"b"_s});
        QCOMPARE(titles(session.tabs()[0]), (QStringList{u"*One"_s, u"For a"_s, u"For b"_s, u"End"_s}));
        session.setCurrentTab(session.tabs()[0].id, session.tabs()[0].tabs[2].id);
        QCOMPARE(onPage(session), QStringList{u"2~b@2"_s});
        QCOMPARE(session.rowTitle(session.rows()[1]), u"Row of b"_s);
        session.setVariable(u"job"_s, {u"a"_s}); // the tab in front went
        QCOMPARE(titles(session.tabs()[0]), (QStringList{u"*For a"_s, u"End"_s}));
    }

    void whatIsHiddenTakesNoRoomAndAsksNothing()
    {
        World world(v2Board(
            elements(4),
            v2Rows(
                v2Row("A", grid("p1"), when(jobIs("b")) + ", ") + ", "
                + v2Row("B", v2Layout("GridLayout", v2Item("p2", 0, 0, 24, 4, ", " + when(jobIs("b"))) + ", " + v2Item("p3", 0, 4, 24, 4)))
                + ", " + v2Row("C", grid("p4", ", " + when("{ 'kind': 'ConditionalRenderingTimeRangeSize', 'spec': { 'value': '1h' } }")))),
            kJob));
        DashboardSession &session = *world.session;
        session.start();
        turn(world);
        QCOMPARE(onPage(session), QStringList{u"3@1"_s});
        QCOMPARE(session.rows().size(), 2);
        QCOMPARE(session.hiddenCount(), 3);
        QCOMPARE(asked(world), QStringList{u"p3"_s});

        session.setVariable(u"job"_s, {u"b"_s});
        turn(world);
        QCOMPARE(onPage(session), (QStringList{u"1@1"_s, u"2@6"_s, u"3@10"_s}));
        session.setTimeRange({u"now-30m"_s, u"now"_s});
        turn(world);
        QCOMPARE(onPage(session).last(), u"4@15"_s);
        QCOMPARE(asked(world).size(), 4);

        session.setVariable(u"job"_s, {u"a"_s});
        QCOMPARE(onPage(session).size(), 2);
        session.setPinned(u"panel-2"_s);
        QCOMPARE(onPage(session).size(), 3);
        session.setPinned({});
        session.setShowsHidden(true);
        QCOMPARE(onPage(session).size(), 4);
    }

    void dataBringsPanelsOntoThePage()
    {
        World world(v2Board(elements(3),
                            v2Layout("AutoGridLayout",
                                     v2AutoItem("p1", ", " + when(kHasData)) + ", "
                                         + v2AutoItem("p2", ", " + when(kHasData + ", " + jobIs("b"))) + ", " + v2AutoItem("p3"),
                                     "'maxColumnCount': 3, "),
                            kJob));
        DashboardSession &session = *world.session;
        QCOMPARE(onPage(session), QStringList{u"3@0"_s});
        QCOMPARE(session.instance(u"panel-3"_s)->rect.w, 24); // the others leave their columns to it
        session.start();
        turn(world);
        QVERIFY(session.isLoading());
        QCOMPARE(asked(world), (QStringList{u"p1"_s, u"p3"_s})); // the variable has decided about p2
        world.source->answerQueries(1);
        turn(world);
        QCOMPARE(onPage(session), (QStringList{u"1@0"_s, u"3@0"_s}));
        QCOMPARE(session.instance(u"panel-3"_s)->rect, (GridRect{12, 0, 12, 9}));

        world.source->answerQueries(1); // of the size that it has now
        session.refresh();
        turn(world);
        for (FakeSource::Query &query : world.source->queries)
            if (std::exchange(query.open, false))
                query.done(QueryAnswer{});
        turn(world);
        QCOMPARE(onPage(session), QStringList{u"3@0"_s});
        const size_t before = world.source->queries.size();
        world.source->answerQueries(1);
        session.refresh();
        turn(world);
        QVERIFY(world.source->queries.size() > before + 1); // it is asked on, though it is away
        world.source->failQueries(u"broken"_s); // what was there before stays what counts
        turn(world);
        QCOMPARE(onPage(session), QStringList{u"3@0"_s});
    }

    // What a section's variables have as a value in the file holds inside it, before the dashboard's.
    void variablesOfASection()
    {
        const QByteArray variables = "'variables': [ { 'kind': 'CustomVariable', 'spec': { 'name': 'job', 'query': 'x, y', 'multi': true, "
                                     "'includeAll': true, 'current': { 'text': 'All', 'value': [ '$__all' ] } } }, "
                                     "{ 'kind': 'ConstantVariable', 'spec': { 'name': 'zone', 'query': 'eu' } } ], ";
        const QByteArray elements = "\"in\": " + v2Panel(1, "stat", "In", v2Query("A", "up{job=~`$job`, zone=`$zone`}", "one"))
            + ",\n    \"out\": " + v2Panel(2, "stat", "Out", v2Query("A", "up{job=~`$job`, zone=`$zone`}", "one"));
        World world(v2Board(elements,
                            v2Rows(v2Row("Row of $zone", v2Rows(v2Row("Inner", grid("in", ", " + when(jobIs("y"))))), variables) + ", "
                                   + v2Row("B", grid("out"))),
                            kJob));
        DashboardSession &session = *world.session;
        QCOMPARE(session.rowTitle(session.rows()[0]), u"Row of eu"_s);
        QCOMPARE(onPage(session), (QStringList{u"1@2"_s, u"2@7"_s})); // the condition sees them too
        QCOMPARE(session.interpolate(u"$zone"_s, u"panel-1"_s), u"eu"_s);
        QCOMPARE(session.interpolate(u"$job"_s, u"panel-2"_s), u"a"_s);
        session.start();
        turn(world);
        QStringList texts = asked(world);
        QCOMPARE(texts.size(), 2);
        QVERIFY2(texts.join(u'\n').contains("(x|y)"_L1) && texts.join(u'\n').contains("`eu`"_L1), qPrintable(texts.join(u'\n')));
    }

    // Files that fold a part: what lies in it goes with it.
    void nestedRowsFoldWithTheOuterOne()
    {
        World world(
            v2Board(elements(2),
                    v2Rows(v2Row("Outer", v2Rows(v2Row("Inner", grid("p1"))), "'collapse': true, ").replace("\"collapse\": false, ", "")
                           + ", " + v2Row("Next", grid("p2")))));
        DashboardSession &session = *world.session;
        QCOMPARE(onPage(session), QStringList{u"2@2"_s});
        QCOMPARE(session.rows().size(), 2);
        QCOMPARE(session.rows()[0].panelCount, 1);
        session.bringForward(u"panel-1"_s);
        QCOMPARE(onPage(session), (QStringList{u"1@2"_s, u"2@7"_s}));
    }
};

ADD_TEST(TstV2Page)
#include "tst_v2page.moc"
