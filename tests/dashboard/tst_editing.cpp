// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/gridplacement.h>
#include <dashboard/layoutediting.h>
#include <dashboard/panelclipboard.h>
#include <dashboard/session.h>
#include <dashboard/settingsediting.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray kTabs = "{\r\n\t\"title\": \"T\",\r\n\t\"panels\": [\r\n\t\t{ \"id\": 1, \"type\": \"stat\" },\r\n\t\t{ \"id\": 2, "
                         "\"type\": \"stat\" }\r\n\t],\r\n\t\"tags\": []\r\n}";

Document read(const QByteArray &text)
{
    return *Document::fromText(text);
}

Document after(const Document &document, const Result<Command> &command)
{
    if (!command) {
        QTest::qFail(qPrintable(command.error().what), __FILE__, __LINE__);
        return document;
    }
    const Document next = *document.edited(command->splices);
    if (next.edited(inverse(command->splices))->text() != document.text())
        QTest::qFail("undo gives other bytes", __FILE__, __LINE__);
    return next;
}

// Lines of `b` that are not in `a`.
QList<QByteArray> newLines(const QByteArray &a, const QByteArray &b)
{
    const QList<QByteArray> before = a.split('\n');
    QList<QByteArray> lines;
    for (const QByteArray &line : b.split('\n'))
        if (!before.contains(line))
            lines.append(line.trimmed());
    return lines;
}

Document sample()
{
    QFile file(QStringLiteral(SOURCE_DIR "/resources/sample/python-app.json"));
    return file.open(QIODevice::ReadOnly) ? read(file.readAll()) : Document();
}

// Two free panels, an open row with one, a folded one with one.
Document rows()
{
    return read(R"({
  "title": "Rows",
  "panels": [
    {
      "id": 1,
      "type": "stat",
      "gridPos": {"h": 4, "w": 12, "x": 0, "y": 0},
      "odd": 1.50
    },
    {
      "id": 2,
      "type": "row",
      "collapsed": false,
      "gridPos": {"h": 1, "w": 24, "x": 0, "y": 4},
      "panels": [],
      "title": "Open"
    },
    {
      "id": 3,
      "type": "stat",
      "gridPos": {"h": 4, "w": 12, "x": 0, "y": 5},
      "odd": 2.50
    },
    {
      "id": 4,
      "type": "row",
      "collapsed": true,
      "gridPos": {"h": 1, "w": 24, "x": 0, "y": 9},
      "panels": [
        {
          "id": 5,
          "type": "stat",
          "gridPos": {"h": 6, "w": 12, "x": 0, "y": 10},
          "odd": 3.50
        }
      ],
      "title": "Folded"
    },
    {
      "id": 6,
      "type": "row",
      "collapsed": false,
      "gridPos": {"h": 1, "w": 24, "x": 0, "y": 10},
      "panels": [],
      "title": "Last"
    }
  ]
})");
}

const LayoutItem *row(const Document &document, const QString &id)
{
    for (const LayoutItem &item : document.dashboard()->layout.children)
        if (item.id == id)
            return &item;
    return nullptr;
}

} // namespace

class TstEditing : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheStyleOfTheFile()
    {
        Document document = read(kTabs);
        document
            = after(document, setDashboardValue(document, u"time"_s, Json::object({{u"from"_s, u"now-1h"_s}, {u"to"_s, u"now"_s}}), {}));
        QVERIFY(document.text().contains("\"tags\": [],\r\n\t\"time\": {\r\n\t\t\"from\": \"now-1h\",\r\n\t\t\"to\": \"now\"\r\n\t}\r\n}"));
        document = after(document, addPanel(document, Json::object({{u"type"_s, u"text"_s}}))->command);
        QVERIFY2(document.text().contains(
                     "{ \"id\": 2, \"type\": \"stat\" },\r\n\t\t{ \"type\": \"text\", \"id\": 3, \"gridPos\": { \"h\": 8, "),
                 document.text().constData()); // on one line, as its siblings
        document = after(document, addDashboardItem(document, u"tags"_s, 0, Json(u"web"_s), {}));
        QVERIFY(document.text().contains("\"tags\": [\r\n\t\t\"web\"\r\n\t]"));
    }

    void valueOfAPanel()
    {
        const Document before = sample();
        const QString id = before.dashboard()->panels.first()->elementId();
        const Document set = after(before, setPanelValue(before, id, u"options.legend.calcs"_s, Json::strings({u"max"_s}), u"Legend"_s));
        QCOMPARE(set.dashboard()->panel(id)->options.get(u"legend.calcs"), Json::strings({u"max"_s}));
        QVERIFY(set.dashboard()->panels.last() == before.dashboard()->panels.last()); // others are shared
        const Result<Command> same = setPanelValue(set, id, u"title"_s, Json(set.dashboard()->panel(id)->title), {});
        QVERIFY(same->isEmpty());
        const Document removed = after(set, removePanelValue(set, id, u"options.legend"_s, {}));
        QVERIFY(removed.dashboard()->panel(id)->options[u"legend"].isNull());
        QVERIFY(!setPanelValue(before, u"panel-999"_s, u"title"_s, Json(u""_s), {}));
    }

    // What one types is one step; a switch there and back is two, and an item is not undone with the words in it.
    void quickEditsAreTheStepsThatOneMade()
    {
        EditHistory history(sample());
        const QString first = history.document().dashboard()->panels.first()->elementId();
        qint64 now = 0;
        const auto set = [&](const QString &path, const Json &value) {
            const Result<Command> command = setPanelValue(history.document(), first, path, value, path);
            QVERIFY(command && history.apply(*command, now += 100));
        };
        for (const QString &typed : {u"T"_s, u"Ti"_s, u"Tit"_s})
            set(u"title"_s, typed);
        QCOMPARE(history.done(), qsizetype(1));
        set(u"transparent"_s, true);
        set(u"transparent"_s, false);
        QCOMPARE(history.done(), qsizetype(3));
        const auto steps = [](double last) {
            return *Json::parse(
                "{\"mode\": \"absolute\", \"steps\": [{\"color\": \"green\", \"value\": null}, {\"color\": \"red\", \"value\": "
                + QByteArray::number(last) + "}]}");
        };
        const QString place = u"fieldConfig.defaults.thresholds"_s;
        set(place, *Json::parse(R"({"mode": "absolute", "steps": [{"color": "blue", "value": null}]})"));
        set(place, steps(80));
        set(place, steps(9));
        set(place, steps(90));
        QCOMPARE(history.done(), qsizetype(5));
        QVERIFY(history.undo());
        QCOMPARE(history.document().dashboard()->panels.first()->raw.get(place + u".steps"_s).size(), qsizetype(1));
    }

    void onlyEditedKeysDiffer()
    {
        const Document before = sample();
        const QString id = before.dashboard()->panels.first()->elementId();
        const Document set = after(before, setPanelValue(before, id, u"title"_s, Json(u"New title"_s), {}));
        QCOMPARE(newLines(before.text(), set.text()), QList<QByteArray>{"\"title\": \"New title\","});
    }

    void insideOfListsAndObjectsTheRestStays()
    {
        const QByteArray text
            = "{\n \"panels\": [{\"id\": 1, \"type\": \"stat\", \"steps\": [ {\"value\": 1.50, \"color\":\"red\"},\n  {\"value\": 2e1},"
              " {\"value\": 3.0} ],  \"map\": {\"a.b\": 1.0,\"c/d\" : 2}}]\n}";
        const Document before = *Document::fromText(text);
        const auto steps = [](const char *json) { return Json::parse(json).value(); };
        const auto set = [&](const QString &path, const char *json) {
            return after(before, setPanelValue(before, u"panel-1"_s, path, steps(json), u"x"_s)).text();
        };
        QCOMPARE(set(u"steps"_s, "[{\"value\":1.5,\"color\":\"blue\"},{\"value\":20},{\"value\":3}]"),
                 QByteArray(text).replace("red", "blue"));
        QCOMPARE(set(u"steps"_s, "[{\"value\":1.5,\"color\":\"red\"},{\"value\":3}]"),
                 QByteArray(text).replace(",\n  {\"value\": 2e1}", ""));
        QCOMPARE(set(u"map"_s, "{\"a.b\":1,\"c/d\":3}"), QByteArray(text).replace("\"c/d\" : 2", "\"c/d\" : 3"));
        QCOMPARE(set(u"map"_s, "{\"c/d\":2}"), QByteArray(text).replace("\"a.b\": 1.0,", ""));
        QCOMPARE(set(u"map"_s, "{\"x\\\"y\":1,\"c/d\":2}"), QByteArray(text).replace("\"a.b\"", "\"x\\\"y\"")); // called otherwise
        QCOMPARE(set(u"map"_s, "{\"x\":5,\"y\":2}"), QByteArray(text).replace("\"a.b\": 1.0", "\"x\": 5").replace("c/d", "y"));
        const QByteArray more = set(u"steps"_s, "[{\"value\":1.5,\"color\":\"red\"},{\"value\":20},{\"value\":25},{\"value\":3}]");
        QVERIFY(more.contains("1.50") && more.contains("2e1") && more.contains("3.0") && more.contains("25"));
    }

    void targets()
    {
        Document document = sample();
        const QString id = document.dashboard()->panels.first()->elementId();
        const qsizetype count = document.dashboard()->panel(id)->targets.size();
        const QString refId = nextRefId(*document.dashboard()->panel(id));
        document = after(document, addTarget(document, id, Json::object({{u"expr"_s, u"up"_s}})));
        QCOMPARE(document.dashboard()->panel(id)->targets.last().refId, refId);
        document = after(document, duplicateTarget(document, id, count));
        QCOMPARE(document.dashboard()->panel(id)->targets.last().expr, u"up"_s);
        QVERIFY(document.dashboard()->panel(id)->targets.last().refId != refId);
        document = after(document, movePanelItem(document, id, u"targets"_s, count + 1, 0, {}));
        QCOMPARE(document.dashboard()->panel(id)->targets.first().expr, u"up"_s);
        document = after(document, removePanelItem(document, id, u"targets"_s, 0, {}));
        QCOMPARE(document.dashboard()->panel(id)->targets.size(), count + 1);
    }

    void refIds()
    {
        Panel panel;
        for (int i = 0; i < 27; ++i) {
            Target target;
            target.refId = nextRefId(panel);
            panel.targets.append(target);
        }
        QCOMPARE(panel.targets[25].refId, u"Z"_s);
        QCOMPARE(panel.targets[26].refId, u"AA"_s);
    }

    void typeChangeKeepsWhatCarriesOver()
    {
        const Document before
            = read(R"({"panels": [{"id": 1, "type": "timeseries", "title": "T", "pluginVersion": "9", "targets": [{"refId": "A"}],
            "options": {"legend": {"show": true}, "tooltip": {}}, "fieldConfig": {"defaults": {"unit": "s", "custom": {"lineWidth": 2, "x": 1}},
            "overrides": [{"matcher": {"id": "byName", "options": "a"}, "properties": [{"id": "unit", "value": "ms"}, {"id": "custom.lineWidth", "value": 3}]}]}}]})");
        const Document now = after(before, changePanelType(before, u"panel-1"_s, {u"stat"_s, {u"tooltip"_s}, {u"x"_s}}, {}));
        const Panel &panel = *now.dashboard()->panels.first();
        QCOMPARE(panel.type, u"stat"_s);
        QCOMPARE(panel.options.keys(), QStringList{u"tooltip"_s});
        QCOMPARE(panel.fieldConfig.get(u"defaults.unit").toString(), u"s"_s);
        QCOMPARE(panel.fieldConfig.get(u"defaults.custom").keys(), QStringList{u"x"_s});
        QCOMPARE(panel.fieldConfig.get(u"overrides.0.properties").size(), 1);
        QCOMPARE(panel.targets.size(), 1);
        QVERIFY(panel.pluginVersion.isEmpty());
    }

    void copyPasteDuplicateRemove()
    {
        Document document = rows();
        const QByteArray clip = copiedPanels(document, {u"panel-1"_s, u"panel-5"_s});
        const Result<NewPanels> pasted = pastePanels(document, clip);
        QVERIFY(pasted);
        QCOMPARE(pasted->elementIds, (QStringList{u"panel-7"_s, u"panel-8"_s}));
        document = after(document, pasted->command);
        QCOMPARE(document.dashboard()->panels.size(), 5);
        const Result<NewPanels> twins = duplicatePanels(document, {u"panel-1"_s, u"panel-5"_s});
        QVERIFY(twins);
        document = after(document, twins->command);
        QCOMPARE(document.dashboard()->panel(twins->elementIds[0])->gridPos, (GridRect{12, 0, 12, 4}));
        const auto listOf = [&](const QString &id) { return document.dashboard()->panel(id)->pointer.section(u'/', 0, -2); };
        QCOMPARE(listOf(twins->elementIds[1]), listOf(u"panel-5"_s)); // in the folded row, too
        document = after(document, removePanels(document, {u"panel-1"_s, u"panel-5"_s, u"panel-3"_s}));
        QVERIFY(!document.dashboard()->panel(1) && !document.dashboard()->panel(5) && !document.dashboard()->panel(3));
        QVERIFY(!pastePanels(document, "no json"));
        QVERIFY(!pastePanels(document, "{\"name\": 1}"));
        QVERIFY(!pastePanels(document, "[]"));
    }

    void rowsFoldAsGrafanaKeepsThem()
    {
        const Document before = rows();
        const Document folded = after(before, setRowFolded(before, u"row-2"_s, true));
        QCOMPARE(folded.dashboard()->panel(3)->pointer, u"/panels/1/panels/0"_s);
        QVERIFY(row(folded, u"row-2"_s)->collapsed);
        QVERIFY(folded.text().contains("\"odd\": 2.50"));
        const Document open = after(before, setRowFolded(before, u"row-4"_s, false));
        QCOMPARE(open.dashboard()->panel(5)->pointer, u"/panels/4"_s);
        QCOMPARE(row(open, u"row-6"_s)->rect.y, 16);
        QVERIFY(open.text().contains("      \"odd\": 3.50"));
        const Document back = after(folded, setRowFolded(folded, u"row-2"_s, false));
        QCOMPARE(back.dashboard()->panel(3)->gridPos, before.dashboard()->panel(3)->gridPos);
    }

    void rowsMoveAddRenameRemove()
    {
        Document document = rows();
        document = after(document, moveRow(document, u"row-4"_s, -1));
        QVERIFY(row(document, u"row-4"_s)->rect.y < row(document, u"row-2"_s)->rect.y);
        QCOMPARE(document.dashboard()->panel(3)->gridPos.y, row(document, u"row-2"_s)->rect.y + 1);
        document = after(document, renameRow(document, u"row-4"_s, u"N"_s));
        QCOMPARE(row(document, u"row-4"_s)->title, u"N"_s);
        const Document without = after(document, removeRow(document, u"row-4"_s, false));
        QVERIFY(without.dashboard()->panel(5) && !row(without, u"row-4"_s));
        const Document with = after(document, removeRow(document, u"row-2"_s, true));
        QVERIFY(!with.dashboard()->panel(3));
        const Result<NewRow> added = addRow(document, u"New"_s);
        document = after(document, added->command);
        QCOMPARE(row(document, added->rowId)->title, u"New"_s);
        QVERIFY(!renameRow(document, u"row-99"_s, {}));
    }

    void placesAreWrittenWhereTheyDiffer()
    {
        const Document before = rows();
        const Result<Command> none = setPlaces(before, {{u"panel-1"_s, GridRect{0, 0, 12, 4}}}, {});
        QVERIFY(none->isEmpty());
        const Document moved
            = after(before, setPlaces(before, {{u"panel-1"_s, GridRect{12, 0, 12, 4}}, {u"row-2"_s, GridRect{0, 5, 24, 1}}}, {}));
        QCOMPARE(newLines(before.text(), moved.text()).size(), 2);
        QCOMPARE(moved.dashboard()->panel(1)->gridPos.x, 12);
    }

    void variables()
    {
        Document document = sample();
        const int uses = usesOfVariable(document, u"instance"_s);
        QVERIFY(uses > 2);
        document = after(document, renameVariable(document, u"instance"_s, u"host"_s));
        QCOMPARE(usesOfVariable(document, u"instance"_s), 0);
        QCOMPARE(usesOfVariable(document, u"host"_s), uses);
        QVERIFY(document.text().contains("label_values(app_requests_total, instance)")); // the label is not the variable
        QVERIFY(!renameVariable(document, u"host"_s, u"endpoint"_s));
        QVERIFY(!renameVariable(document, u"host"_s, u"a b"_s));
        QVERIFY(!addVariable(document, Json::object({{u"name"_s, u"__x"_s}})));
        document = after(document, addVariable(document, Json::object({{u"name"_s, u"env"_s}, {u"type"_s, u"custom"_s}})));
        document = after(document, moveVariable(document, u"env"_s, 0));
        QCOMPARE(document.dashboard()->variables.first().name, u"env"_s);
        document = after(document, setVariableValue(document, u"env"_s, u"query"_s, Json(u"a,b"_s), {}));
        QCOMPARE(document.dashboard()->variables.first().query.toString(), u"a,b"_s);
        document = after(document, removeVariable(document, u"env"_s));
        QVERIFY(document.dashboard()->variables.first().name != u"env"_s);
    }

    void renameFollowsEveryWriting_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("bare") << u"up{a=\"$v\"}"_s << u"up{a=\"$w\"}"_s;
        QTest::newRow("longer name stays") << u"$value $v2 $v_x"_s << u"$value $v2 $v_x"_s;
        QTest::newRow("braces") << u"${v} ${v:regex} ${v.text} ${value}"_s << u"${w} ${w:regex} ${w.text} ${value}"_s;
        QTest::newRow("brackets") << u"[[v]] [[v:csv]] [[value]]"_s << u"[[w]] [[w:csv]] [[value]]"_s;
        QTest::newRow("word stays") << u"v = v"_s << u"v = v"_s;
    }
    void renameFollowsEveryWriting()
    {
        QFETCH(QString, text);
        const Document document
            = read(Json::object({{u"templating"_s, Json::object({{u"list"_s, Json::array({Json::object({{u"name"_s, u"v"_s}})})}})},
                                 {u"x"_s, text},
                                 {u"panels"_s, Json::array()}})
                       .dump(2));
        const Document now = after(document, renameVariable(document, u"v"_s, u"w"_s));
        QTEST(now.valueAt(u"/x"_s).toString(), "wanted");
    }

    void defaultsOfNow()
    {
        const Document before = sample();
        const Document timed = after(before, saveTimeAsDefault(before, {u"now-1h"_s, u"now"_s}));
        QCOMPARE(newLines(before.text(), timed.text()), QList<QByteArray>{"\"from\": \"now-1h\","});
        VariableState state;
        state.definition = before.dashboard()->variables[1];
        state.values = {u"/a"_s, u"/b"_s};
        state.texts = state.values;
        const Document chosen = after(before, saveVariablesAsDefault(before, {state}, {}));
        QCOMPARE(chosen.dashboard()->variables[1].currentValues, state.values);
    }

    void newDashboard()
    {
        const Document document = read(newDashboardText(u"N"_s, u"uid"_s));
        QVERIFY(document.text().endsWith("}\n"));
        QVERIFY(document.dashboard()->problems.isEmpty() && document.dashboard()->notices.isEmpty());
        const Result<NewPanels> added = addPanel(document, Json::object({{u"type"_s, u"timeseries"_s}, {u"title"_s, u"A"_s}}));
        const Document with = after(document, added->command);
        QCOMPARE(with.dashboard()->panels.size(), 1);
        QVERIFY(with.text().contains("  \"panels\": [\n    {\n      \"type\": \"timeseries\","));
    }

    void wholeTextByItsDifference()
    {
        const Document before = sample();
        QByteArray text = before.text();
        text.replace("\"Python application\"", "\"Other\"");
        const Result<Command> command = replaceText(before, text, {});
        QCOMPARE(command->splices.size(), 1);
        QVERIFY(command->splices.first().newBytes.size() < 200);
        QCOMPARE(after(before, command).text(), text);
        QVERIFY(!replaceText(before, "{", {}));
    }

    void placement_data()
    {
        using Rects = QList<GridRect>;
        QTest::addColumn<Rects>("rects");
        QTest::addColumn<int>("index");
        QTest::addColumn<QList<int>>("to"); // x y w h
        QTest::addColumn<Rects>("wanted");
        const Rects two{{0, 0, 12, 8}, {12, 0, 12, 8}};
        QTest::newRow("swap: the other goes up into the free place")
            << Rects{{0, 0, 12, 8}, {0, 8, 12, 8}} << 0 << QList<int>{0, 8, 12, 8} << Rects{{0, 8, 12, 8}, {0, 0, 12, 8}};
        QTest::newRow("onto a neighbour pushes it down") << two << 0 << QList<int>{12, 0, 12, 8} << Rects{{12, 0, 12, 8}, {12, 8, 12, 8}};
        QTest::newRow("compacts upward") << two << 0 << QList<int>{0, 30, 12, 8} << two;
        QTest::newRow("wider pushes the neighbour") << two << 0 << QList<int>{0, 0, 16, 8} << Rects{{0, 0, 16, 8}, {12, 8, 12, 8}};
        QTest::newRow("not out of the columns") << two << 1 << QList<int>{20, 0, 12, 8} << two;
        QTest::newRow("at least one cell") << Rects{{0, 0, 4, 4}} << 0 << QList<int>{0, 0, 0, -3} << Rects{{0, 0, 1, 1}};
        QTest::newRow("pushes go on down") << Rects{{0, 0, 8, 4}, {8, 0, 8, 4}, {8, 4, 8, 4}} << 0 << QList<int>{8, 0, 8, 4}
                                           << Rects{{8, 0, 8, 4}, {8, 4, 8, 4}, {8, 8, 8, 4}};
    }
    void placement()
    {
        QFETCH(QList<GridRect>, rects);
        QFETCH(int, index);
        QFETCH(QList<int>, to);
        const QList<GridRect> now = movedTo(rects, index, {to[0], to[1], to[2], to[3]});
        for (qsizetype i = 0; i < now.size(); ++i)
            for (qsizetype k = i + 1; k < now.size(); ++k)
                QVERIFY(!now[i].overlaps(now[k]));
        QTEST(now, "wanted");
    }

    void placementNeverOverlaps()
    {
        QRandomGenerator random(7);
        QList<GridRect> rects;
        for (int i = 0; i < 30; ++i)
            rects.append(placeForNew(rects, random.bounded(1, 25), random.bounded(1, 10)));
        for (int step = 0; step < 500; ++step) {
            const int index = random.bounded(30);
            rects = step % 3 ? movedTo(rects, index, {random.bounded(24), random.bounded(60), random.bounded(1, 25), random.bounded(1, 10)})
                             : movedBy(rects, {index, (index + 7) % 30}, random.bounded(-5, 6), random.bounded(-9, 10));
            for (qsizetype i = 0; i < rects.size(); ++i) {
                QVERIFY(rects[i].x >= 0 && rects[i].x + rects[i].w <= 24 && rects[i].y >= 0);
                for (qsizetype k = i + 1; k < rects.size(); ++k)
                    QVERIFY(!rects[i].overlaps(rects[k]));
            }
        }
    }
};

ADD_TEST(TstEditing)
#include "tst_editing.moc"
