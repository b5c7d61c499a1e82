// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionworld.h"

#include <dashboard/paneljob.h>
#include <tests/support/testmain.h>

namespace {
// Quotes may be single ones.
Json parsed(const char *json)
{
    return Json::parse(QByteArray(json).replace('\'', '"')).value();
}

// Two series on one grid; the second has a gap.
Frame twoSeries()
{
    Frame frame{{}, u"A"_s, Frame::Kind::TimeSeries, {{u"Time"_s, {}, Column::grid(1000, 1000, 3), {}, {}}}};
    frame.fields.append({u"Value"_s, {{u"host"_s, u"a"_s}}, Column::numbers({1, 2, 3}), {}, {}});
    frame.fields.append({u"Value"_s, {{u"host"_s, u"b"_s}}, Column::numbers({4, Column::missing(), 8}), {}, {}});
    return frame;
}

PanelJob jobWith(const char *transformations)
{
    PanelJob job;
    job.answers.append({u"A"_s, u"{{host}}"_s, u"up"_s, false, {twoSeries()}});
    job.transformations = parsed(transformations);
    return job;
}

QStringList noticesOf(const PanelResult &result)
{
    QStringList texts;
    for (const Notice &notice : result.notices)
        texts.append(notice.text);
    return texts;
}

QStringList shownNames(const Frame &frame)
{
    QStringList names;
    for (const Field &field : frame.fields)
        names.append(field.state.displayName);
    return names;
}
} // namespace

class TstPanelJob : public QObject
{
    Q_OBJECT

private slots:
    void transformsBeforeFieldConfig()
    {
        PanelJob job = jobWith("[{'id': 'reduce', 'options': {'reducers': ['lastNotNull', 'count']}}]");
        job.fieldConfig = parsed("{'overrides': [{'matcher': {'id': 'byName', 'options': 'Count'}, 'properties': [{'id': 'unit', 'value': "
                                 "'short'}, {'id': 'displayName', 'value': 'How many'}]}]}");
        const PanelResult result = runPanelJob(job, {});
        QCOMPARE(result.frames.size(), 1);
        const Frame &table = result.frames.first();
        QCOMPARE(shownNames(table), QStringList({u"Field"_s, u"Last *"_s, u"How many"_s}));
        QCOMPARE(table.fields[0].values, Column::texts({u"a"_s, u"b"_s}));
        QCOMPARE(table.fields[1].values, Column::numbers({3, 8}));
        QCOMPARE(table.fields[2].values, Column::numbers({3, 2}));
        QCOMPARE(table.fields[2].config.unit, u"short"_s);
        QVERIFY(result.notices.isEmpty());
        // What Inspect shows as "before".
        QCOMPARE(result.raw.size(), 1);
        QCOMPARE(result.raw.first().fields.size(), 3);
        QCOMPARE(result.raw.first().fields[1].values, Column::numbers({1, 2, 3}));
    }

    void gapsAreNoRows()
    {
        const PanelResult result = runPanelJob(jobWith("[{'id': 'merge'}]"), {});
        QCOMPARE(result.frames.size(), 1);
        QCOMPARE(result.frames.first().rowCount(), 5);
        QCOMPARE(result.frames.first().kind, Frame::Kind::Table);
    }

    void renamingKeepsGaps()
    {
        const char *list = "[{'id': 'renameByRegex', 'options': {'regex': '(.)', 'renamePattern': 'host $1'}}]";
        const PanelResult result = runPanelJob(jobWith(list), {});
        QCOMPARE(result.frames.size(), 2);
        QCOMPARE(shownNames(result.frames[1]), QStringList({u"Time"_s, u"host b"_s}));
        QCOMPARE(result.frames[1].rowCount(), 3);
        QCOMPARE(result.frames[1].kind, Frame::Kind::TimeSeries);
    }

    void disabledAndOtherTopicsArePassedBy()
    {
        const char *list = "[{'id': 'reduce', 'disabled': true, 'options': {}}, {'id': 'reduce', 'topic': 'annotations', 'options': {}}]";
        const PanelResult result = runPanelJob(jobWith(list), {});
        QCOMPARE(result.frames.first().fields.first().values.size(), 3);
        QVERIFY(result.notices.isEmpty());
    }

    void variablesInOptions()
    {
        PanelJob job = jobWith("[{'id': 'filterFieldsByName', 'options': {'include': {'names': ['$host']}}}]");
        VariableValue host;
        host.value = Json(u"b"_s);
        host.text = u"b"_s;
        job.variables.insert(u"host"_s, host);
        const PanelResult result = runPanelJob(job, {});
        QCOMPARE(result.frames.size(), 1);
        QCOMPARE(shownNames(result.frames.first()), QStringList{u"b"_s});
    }

    void noticesNameTheStep_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QString>("part");
        QTest::newRow("unknown") << QByteArray("[{'id': 'smoothing', 'options': {}}]") << u"“smoothing” is not known"_s;
        QTest::newRow("option not honoured") << QByteArray("[{'id': 'merge', 'options': {'useful': true}}]")
                                             << u"Merge series or tables: not honoured: useful"_s;
        QTest::newRow("wrong type") << QByteArray("[{'id': 'joinByField', 'options': {'byField': [1]}}]")
                                    << u"Join by field: option byField"_s;
        QTest::newRow("calculation") << QByteArray("[{'id': 'reduce', 'options': {'reducers': ['maxx']}}]")
                                     << u"Reduce: calculation “maxx” is not known"_s;
        QTest::newRow("pattern") << QByteArray("[{'id': 'renameByRegex', 'options': {'regex': '/[/'}}]") << u"Rename by pattern: “/[/”"_s;
    }
    void noticesNameTheStep()
    {
        QFETCH(const QByteArray, list);
        QFETCH(const QString, part);
        const PanelResult result = runPanelJob(jobWith(list.constData()), {});
        QCOMPARE(result.notices.size(), 1);
        QVERIFY2(result.notices.first().text.contains(part), qPrintable(result.notices.first().text));
        QVERIFY(!result.frames.isEmpty()); // it changed nothing
    }

    // The option with the wrong type falls back alone.
    void wrongTypeCostsThatOptionOnly()
    {
        const PanelResult result
            = runPanelJob(jobWith("[{'id': 'reduce', 'options': {'reducers': ['min'], 'labelsToFields': 'yes', 'mode': 3}}]"), {});
        QCOMPARE(result.notices.size(), 2);
        QCOMPARE(result.frames.first().fields[1].values, Column::numbers({1, 4}));
    }

    void hostileJoinIsRefused()
    {
        PanelJob job;
        for (const QString &refId : {u"A"_s, u"B"_s, u"C"_s}) {
            Frame frame{{}, refId, Frame::Kind::Table, {}};
            frame.fields.append({u"k"_s, {}, Column::texts(std::vector<QString>(2000, u"same"_s)), {}, {}});
            frame.fields.append({u"v"_s + refId, {}, Column::numbers(std::vector<double>(2000, 1)), {}, {}});
            job.answers.append({refId, {}, {}, true, {frame}});
        }
        job.transformations = parsed("[{'id': 'joinByField', 'options': {'byField': 'k', 'mode': 'inner'}}]");
        const PanelResult result = runPanelJob(job, {});
        QCOMPARE(result.frames.size(), 3);
        QCOMPARE(result.notices.size(), 1);
        QVERIFY2(result.notices.first().text.contains(u"limit of 10 million"_s), qPrintable(noticesOf(result).join(u'\n')));
    }

    // Variables of the dashboard reach the options; what Inspect shows as "before" is as the queries answered.
    void textForNoValue()
    {
        PanelJob job;
        job.fieldConfig = *Json::parse(R"({"defaults":{"noValue":"none yet"}})");
        QCOMPARE(runPanelJob(job, {}).noValue, u"none yet"_s);
        World world(oneQuery(R"("fieldConfig":{"defaults":{"noValue":"none yet"}})"));
        world.settle();
        QCOMPARE(world.session->data(u"panel-1"_s).noValue, u"none yet"_s);
    }

    void inTheSession()
    {
        World world(
            oneQuery("\"transformations\":[{\"id\":\"renameByRegex\",\"options\":{\"regex\":\"x\",\"renamePattern\":\"last $span\"}}]"));
        world.settle();
        QTRY_COMPARE(names(world), QStringList{u"last 3h"_s});
        const Frames &raw = world.session->rawData(u"panel-1"_s).frames;
        QCOMPARE(raw.first().fields.last().config.displayName, QString());
        QCOMPARE(raw.first().fields.last().config.displayNameFromDS, u"x"_s);
    }

    void stopsWhenAsked()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY(runPanelJob(jobWith("[{'id': 'reduce'}]"), source.get_token()).frames.isEmpty());
    }
};

ADD_TEST(TstPanelJob)
#include "tst_paneljob.moc"
