// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/layoutediting.h>
#include <tests/dashboard/repeatboard.h>
#include <tests/dashboard/sessionworld.h>
#include <tests/support/testmain.h>

namespace {

QStringList ids(const World &world)
{
    QStringList ids;
    for (const PanelInstance &each : world.session->instances())
        ids.append(each.id);
    return ids;
}

QList<QRectF> cells(const World &world)
{
    QList<QRectF> cells;
    for (const PanelInstance &each : world.session->instances())
        cells.append(each.place());
    return cells;
}

QStringList asked(const World &world, size_t from = 0)
{
    QStringList texts;
    for (size_t i = from; i < world.source->queries.size(); ++i)
        texts.append(world.source->queries[i].request.text);
    texts.sort();
    return texts;
}

// As the window does it: what comes onto the page is seen.
void run(World &world)
{
    QObject::connect(world.session.get(), &DashboardSession::layoutChanged, world.session.get(), [&world] { world.showAll(); });
    world.settle();
}

} // namespace

class TstSessionRepeats : public QObject
{
    Q_OBJECT

private slots:
    void eachValueAsksItsOwn()
    {
        World world(board(panel(7, R"(,"repeat":"region","description":"${region:text}")")));
        run(world);
        QCOMPARE(ids(world), (QStringList{u"panel-7~eu"_s, u"panel-7~us.1"_s}));
        // A repeated value is escaped as a value of a variable of several is.
        QCOMPARE(asked(world), (QStringList{u"q7{r=~\"eu\"}"_s, u"q7{r=~\"us\\\\.1\"}"_s}));
        QCOMPARE(world.session->interpolate(u"$region, [[region]], ${region:raw}"_s, u"panel-7~eu"_s), u"Europe, Europe, eu"_s);
        QCOMPARE(world.session->interpolate(u"${__all_variables}"_s, u"panel-7~us.1"_s),
                 u"var-region=us.1&var-zone=a&var-zone=b&var-fixed=c"_s);
        QCOMPARE(world.session->interpolate(u"$region"_s), u"Europe + us.1"_s);
        for (const PanelInstance &each : world.session->instances())
            QCOMPARE(world.session->data(each.id).state, PanelData::State::Done);
    }

    void allIsEveryOptionEvenWithAnAllValue()
    {
        QByteArray text = board(panel(7, R"(,"repeat":"region")"), R"("$__all")");
        World world(text);
        run(world);
        QCOMPARE(ids(world).size(), 3);
        World other(text.replace(R"("includeAll":true)", R"("includeAll":true,"allValue":".*")"));
        run(other);
        QCOMPARE(asked(other), (QStringList{u"q7{r=~\"ap\"}"_s, u"q7{r=~\"eu\"}"_s, u"q7{r=~\"us\\\\.1\"}"_s}));
    }

    void newValuesKeepWhatStays()
    {
        World world(board(panel(7, R"(,"repeat":"region")")));
        run(world);
        const size_t before = world.source->queries.size();
        const Frames kept = world.session->data(u"panel-7~eu"_s).frames;
        QSignalSpy layouts(world.session.get(), &DashboardSession::layoutChanged);
        world.session->setVariable(u"region"_s, {u"ap"_s, u"eu"_s});
        world.settle();
        QCOMPARE(layouts.size(), 1);
        QCOMPARE(ids(world), (QStringList{u"panel-7~ap"_s, u"panel-7~eu"_s}));
        QCOMPARE(asked(world, before), QStringList{u"q7{r=~\"ap\"}"_s});
        QCOMPARE(world.session->data(u"panel-7~eu"_s).frames, kept);
        world.session->setVariable(u"zone"_s, {u"a"_s}); // nothing repeats by it
        world.settle();
        QCOMPARE(layouts.size(), 1);
    }

    // Side by side over the whole width, whatever the file says; at most maxPerRow (else 4), the last line not wider.
    void placesSideBySide()
    {
        const QByteArray below = ',' + panel(8, {}, R"("x":0,"y":4,"w":24,"h":2)");
        const auto places = [&](const QByteArray &members, const QByteArray &selected) {
            World world(board(panel(7, R"(,"repeat":"region")" + members) + below, selected));
            run(world);
            return cells(world);
        };
        QCOMPARE(places({}, R"("$__all")"), (QList<QRectF>{{0, 0, 8, 4}, {8, 0, 8, 4}, {16, 0, 8, 4}, {0, 4, 24, 2}}));
        QCOMPARE(places(R"(,"maxPerRow":2)", R"("$__all")"), (QList<QRectF>{{0, 0, 12, 4}, {12, 0, 12, 4}, {0, 4, 12, 4}, {0, 8, 24, 2}}));
        QCOMPARE(places(R"(,"repeatDirection":"h","maxPerRow":1)", R"(["eu","ap"])"),
                 (QList<QRectF>{{0, 0, 24, 4}, {0, 4, 24, 4}, {0, 8, 24, 2}}));
        QCOMPARE(places(R"(,"repeatDirection":"v")", R"("$__all")"),
                 (QList<QRectF>{{0, 0, 6, 4}, {0, 4, 6, 4}, {0, 8, 6, 4}, {0, 12, 24, 2}}));
    }

    void fiveSideBySideAreNoWholeColumns()
    {
        QByteArray text = board(panel(7, R"(,"repeat":"region","maxPerRow":5)"), R"("$__all")");
        World world(text.replace("eu,us.1,ap", "eu,us.1,ap,d,e"));
        run(world);
        QCOMPARE(cells(world)[4], QRectF(4 * 4.8, 0, 4.8, 4));
    }

    // Only what offers options is repeated by; without any value it is there once, with nothing for it.
    void whatIsNoListStandsOnce()
    {
        for (const QByteArray name : {"fixed", "nowhere"}) {
            World world(board(panel(7, ",\"repeat\":\"" + name + '"')));
            run(world);
            QCOMPARE(ids(world), QStringList{u"panel-7"_s});
            QCOMPARE(asked(world), QStringList{u"q7{r=~\"(eu|us\\\\.1)\"}"_s});
        }
        QByteArray text = board(panel(7, R"(,"repeat":"region")"), R"("$__all")");
        World world(text.replace("Europe : eu,us.1,ap", ""));
        run(world);
        QCOMPARE(ids(world), QStringList{u"panel-7~"_s});
        QCOMPARE(world.session->interpolate(u"in $region"_s, u"panel-7~"_s), u"in All"_s);
    }

    void rowsRepeatWithTheirPanels()
    {
        World world(board(panel(1, {}, R"("x":0,"y":0,"w":24,"h":2)") + ',' + row(5, 2, R"(,"repeat":"region")") + ','
                          + panel(6, {}, R"("x":0,"y":3,"w":12,"h":4)") + ',' + panel(7, {}, R"("x":12,"y":3,"w":12,"h":4)") + ','
                          + row(8, 7, {}) + ',' + panel(9, {}, R"("x":0,"y":8,"w":24,"h":2)")));
        run(world);
        QStringList rows;
        QList<int> tops;
        for (const RowInstance &each : world.session->rows()) {
            rows.append(world.session->rowTitle(each));
            tops.append(each.rect.y);
        }
        QCOMPARE(rows, (QStringList{u"Row Europe"_s, u"Row us.1"_s, u"Row Europe + us.1"_s}));
        QCOMPARE(tops, (QList<int>{2, 7, 12}));
        QCOMPARE(world.session->rows()[1].sourceId, u"row-5"_s);
        QCOMPARE(asked(world),
                 (QStringList{u"q1{r=~\"(eu|us\\\\.1)\"}"_s, u"q6{r=~\"eu\"}"_s, u"q6{r=~\"us\\\\.1\"}"_s, u"q7{r=~\"eu\"}"_s,
                              u"q7{r=~\"us\\\\.1\"}"_s, u"q9{r=~\"(eu|us\\\\.1)\"}"_s}));
        QCOMPARE(world.session->instance(u"panel-7~us.1"_s)->place(), QRectF(12, 8, 12, 4));
    }

    void aPanelRepeatsInsideARepeatedRow()
    {
        World world(board(row(5, 0, R"(,"repeat":"region")") + ',' + panel(6, R"(,"repeat":"zone")", R"("x":0,"y":1,"w":12,"h":4)") + ','
                          + panel(7, R"(,"repeat":"region")", R"("x":0,"y":5,"w":12,"h":4)")));
        run(world);
        // By the row's own variable there is one value inside the row.
        QCOMPARE(ids(world),
                 (QStringList{u"panel-6~eu~a"_s, u"panel-6~eu~b"_s, u"panel-7~eu"_s, u"panel-6~us.1~a"_s, u"panel-6~us.1~b"_s,
                              u"panel-7~us.1"_s}));
        QCOMPARE(world.session->interpolate(u"$region $zone"_s, u"panel-6~us.1~b"_s), u"us.1 b"_s);
    }

    void foldedRowsAskNothing()
    {
        World world(board(row(5, 0, R"(,"repeat":"region","collapsed":true,"panels":[)" + panel(6, R"(,"repeat":"zone")") + ']')));
        run(world);
        QCOMPARE(world.session->rows().size(), 2);
        QCOMPARE(world.session->gridHeight(), 2);
        QVERIFY(world.source->queries.empty());
        world.session->setRowCollapsed(world.session->rows()[1].id, false); // each folds by itself
        world.settle();
        QCOMPARE(asked(world), QStringList{u"q6{r=~\"us\\\\.1\"}"_s}); // equal questions of a and b are asked once
        QVERIFY(world.session->rows()[0].collapsed);
    }

    // Until the values are known nothing is asked; what was there before stays while they are asked for again.
    void waitsForTheValues()
    {
        QByteArray text = board(panel(7, R"(,"repeat":"pod")"));
        text.replace("{\"name\":\"zone\"", podVariable() + ",{\"name\":\"zone\"");
        World world(text);
        QObject::connect(world.session.get(), &DashboardSession::layoutChanged, world.session.get(), [&world] { world.showAll(); });
        world.session->start();
        world.showAll();
        QCoreApplication::processEvents();
        QCOMPARE(world.source->queries.size(), 0u);
        const std::map<QString, QStringList> pods{{u"pod"_s, {u"a"_s, u"b"_s}}};
        world.source->answerValues(pods);
        QCoreApplication::processEvents();
        QCOMPARE(ids(world), (QStringList{u"panel-7~a"_s, u"panel-7~b"_s}));
        QCOMPARE(world.source->openQueries().size(), 1); // q7 knows no pod
        world.settle();
        world.session->refresh();
        QCoreApplication::processEvents();
        QCOMPARE(world.source->openValues().size(), 1);
        QCOMPARE(ids(world).size(), 2);
        QCOMPARE(world.session->data(u"panel-7~a"_s).state, PanelData::State::Done);
    }

    void heldAndOutOfSightAsNothing()
    {
        World world(board(panel(7, R"(,"repeat":"region")")));
        run(world);
        const size_t before = world.source->queries.size();
        world.session->setHeld(u"panel-7"_s, true);
        world.session->refresh();
        world.settle();
        QCOMPARE(world.source->queries.size(), before);
        world.session->setVisible(u"panel-7~eu"_s, false, 0);
        world.session->setHeld(u"panel-7"_s, false);
        QCoreApplication::processEvents();
        QCOMPARE(world.source->openQueries(), QStringList{u"q7{r=~\"us\\\\.1\"}"_s});
        world.session->setVariable(u"region"_s, {u"ap"_s}); // who asked is gone
        QCoreApplication::processEvents();
        QVERIFY(!world.source->openQueries().contains(u"q7{r=~\"us\\\\.1\"}"_s));
    }

    void thousandsAreCut()
    {
        QByteArray values;
        for (int i = 0; i < 6000; ++i)
            values += 'v' + QByteArray::number(i) + ',';
        QByteArray text = board(panel(7, R"(,"repeat":"region")") + ',' + panel(8, R"(,"repeat":"region")", R"("x":0,"y":4,"w":6,"h":4)"),
                                R"("$__all")");
        World world(text.replace("Europe : eu,us.1,ap", values.chopped(1)));
        world.session->start();
        QCOMPARE(world.session->instances().size(), 5001); // of each element one at least
        QCOMPARE(world.session->leftOutRepeats(), 1000 + 5999);
        world.session->setVisible(u"panel-7~v17"_s, true, 600);
        QCoreApplication::processEvents();
        QCOMPARE(world.source->openQueries(), QStringList{u"q7{r=~\"v17\"}"_s}); // what is out of sight asks nothing
    }

    // What an old Grafana saved along is neither shown nor touched.
    void savedCopiesAreNotShown()
    {
        const QByteArray copy = R"(,"repeatPanelId":7,"repeatIteration":1,"scopedVars":{"region":{"text":"eu","value":"eu"}})";
        const QByteArray text = board(panel(7, R"(,"repeat":"region","scopedVars":{"region":{"value":"old"}})") + ',' + panel(30, copy)
                                      + ',' + row(31, 5, R"(,"repeatPanelId":5,"collapsed":true,"panels":[)" + panel(32, copy) + ']') + ','
                                      + panel(33, R"(,"repeat":"zone","repeatedByRow":true,"repeatPanelId":9)"));
        World world(text);
        run(world);
        QCOMPARE(ids(world), (QStringList{u"panel-7~eu"_s, u"panel-7~us.1"_s}));
        QVERIFY(world.session->rows().isEmpty());
        QCOMPARE(asked(world).size(), 2);
        const Result<NewRow> made = addRow(world.session->document(), u"New"_s);
        QCOMPARE(made->rowId, u"row-34"_s);
    }

    void anEditOfTheFileIsOnAll()
    {
        World world(board(panel(7, R"(,"repeat":"region")")));
        run(world);
        const QByteArray text = board(panel(7, R"(,"repeat":"region","repeatDirection":"v")"));
        world.session->setDocument(*Document::fromText(text));
        QCOMPARE(cells(world), (QList<QRectF>{{0, 0, 6, 4}, {0, 4, 6, 4}}));
        world.session->setDocument(*Document::fromText(board(panel(7, {}))));
        QCOMPARE(ids(world), QStringList{u"panel-7"_s});
    }
};

ADD_TEST(TstSessionRepeats)
#include "tst_sessionrepeats.moc"
