// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/layoutediting.h>
#include <dashboard/panelediting.h>
#include <dashboard/settingsediting.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray elements()
{
    return "\"one\": " + v2Panel(1, "stat", "One", v2Query("A", "up") + ", " + v2Query("B", "down", "other"))
        + ",\n    \"two/b\": " + v2Panel(2, "timeseries", "Two", v2Query("A", "rate(x[5m])"));
}

const QByteArray kMore
    = v2Text("'variables': [ { 'kind': 'QueryVariable', 'spec': { 'name': 'job', 'hide': 'dontHide', 'refresh': 'onDashboardLoad', "
             "'sort': 'alphabeticalAsc', 'query': { 'kind': 'DataQuery', 'group': 'prometheus', 'version': 'v0', 'spec': { 'query': "
             "'label_values(up, job)' } } } },\n      { 'kind': 'CustomVariable', 'spec': { 'name': 'size', 'query': 's, m', 'current': "
             "{ 'text': 'm', 'value': 'm' } } } ],\n    ");

QByteArray grid()
{
    return v2Board(elements(), v2Layout("GridLayout", v2Item("one", 0, 0, 12, 6) + ",\n      " + v2Item("two/b", 12, 0, 12, 6)), kMore);
}

QByteArray rows()
{
    return v2Board(elements(),
                   v2Rows(v2Row("Top", v2Layout("GridLayout", v2Item("one", 0, 0, 12, 6))) + ",\n    "
                          + v2Row("Bottom", v2Layout("GridLayout", v2Item("two/b", 0, 0, 24, 4)))));
}

Document read(const QByteArray &text)
{
    const Result<Document> document = Document::fromText(text);
    if (!document)
        qFatal("%s", qPrintable(document.error().what + document.error().where));
    return *document;
}

// The document after the edit; its inverse must give the bytes back, and the twin's meaning must be read from the text.
Document after(const Document &before, const Result<Command> &command)
{
    if (!command) {
        QTest::qFail(qPrintable(command.error().what), __FILE__, __LINE__);
        return before;
    }
    const Result<Document> now = before.edited(command->splices);
    if (!now) {
        QTest::qFail(qPrintable(now.error().what), __FILE__, __LINE__);
        return before;
    }
    if (applied(now->text(), inverse(command->splices)).value_or(QByteArray()) != before.text())
        QTest::qFail("undo gives other bytes", __FILE__, __LINE__);
    return *now;
}

// What differs in the texts, between the equal ends.
QByteArray changedIn(const Document &before, const Document &now)
{
    const QByteArray &a = before.text(), &b = now.text();
    qsizetype head = 0, tail = 0;
    while (head < std::min(a.size(), b.size()) && a[head] == b[head])
        ++head;
    while (tail < std::min(a.size(), b.size()) - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    return b.mid(head, b.size() - head - tail);
}

} // namespace

// Every edit of a v2 file stays in its form and touches what it means, nothing else.
class TstV2Editing : public QObject
{
    Q_OBJECT

private slots:
    void panelMembers_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("pointer");
        const QString spec = u"/spec/elements/one/spec"_s;
        QTest::newRow("title") << u"title"_s << QByteArray("\"New\"") << spec + u"/title"_s;
        QTest::newRow("description") << u"description"_s << QByteArray("\"D\"") << spec + u"/description"_s;
        QTest::newRow("transparent") << u"transparent"_s << QByteArray("true") << spec + u"/transparent"_s;
        QTest::newRow("option") << u"options.graphMode"_s << QByteArray("\"none\"") << spec + u"/vizConfig/spec/options/graphMode"_s;
        QTest::newRow("unit") << u"fieldConfig.defaults.unit"_s << QByteArray("\"s\"")
                              << spec + u"/vizConfig/spec/fieldConfig/defaults/unit"_s;
        QTest::newRow("min step") << u"interval"_s << QByteArray("\"1m\"") << spec + u"/data/spec/queryOptions/interval"_s;
        QTest::newRow("query") << u"targets.1.expr"_s << QByteArray("\"up2\"") << spec + u"/data/spec/queries/1/spec/query/spec/expr"_s;
        QTest::newRow("hidden") << u"targets.0.hide"_s << QByteArray("true") << spec + u"/data/spec/queries/0/spec/hidden"_s;
        QTest::newRow("refId") << u"targets.0.refId"_s << QByteArray("\"Z\"") << spec + u"/data/spec/queries/0/spec/refId"_s;
        QTest::newRow("type") << u"type"_s << QByteArray("\"gauge\"") << spec + u"/vizConfig/group"_s;
    }
    void panelMembers()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, value);
        QFETCH(QString, pointer);
        const Json json = *Json::parse(value);
        for (const QByteArray &text : {grid(), rows()}) {
            const Document before = read(text);
            const Document now = after(before, setPanelValue(before, u"panel-1"_s, path, json, u"T"_s));
            QCOMPARE(now.valueAt(pointer), json);
            QVERIFY2(changedIn(before, now).size() < 60, changedIn(before, now));
            QCOMPARE(now.dashboard()->panel(1)->raw.get(path), json);
        }
    }

    void queries()
    {
        const Document before = read(grid());
        const Document added = after(before, addTarget(before, u"panel-1"_s, Json::object({{u"expr"_s, u"new"_s}})));
        const PanelPtr panel = added.dashboard()->panel(1);
        QCOMPARE(panel->targets.size(), 3);
        QCOMPARE(panel->targets[2].expr, u"new"_s);
        QCOMPARE(panel->targets[2].refId, u"C"_s);
        QCOMPARE(added.valueAt(u"/spec/elements/one/spec/data/spec/queries/2/kind"_s).toString(), u"PanelQuery"_s);
        const Document removed = after(added, removePanelItem(added, u"panel-1"_s, u"targets"_s, 0, u"T"_s));
        QCOMPARE(removed.dashboard()->panel(1)->targets.size(), 2);
        QCOMPARE(removed.dashboard()->panel(1)->targets[0].datasource.uid, u"other"_s);
        const Json source = Json::object({{u"type"_s, u"prometheus"_s}, {u"uid"_s, u"third"_s}});
        const Document elsewhere = after(before, setPanelSource(before, u"panel-2"_s, source, u"T"_s));
        QCOMPARE(elsewhere.valueAt(u"/spec/elements/two~1b/spec/data/spec/queries/0/spec/query/datasource/name"_s).toString(), u"third"_s);
        QCOMPARE(elsewhere.dashboard()->panel(2)->datasource.uid, u"third"_s);
        const Json step = Json::object({{u"id"_s, u"organize"_s}, {u"options"_s, Json::object({{u"a"_s, 1}})}});
        const Document stepped = after(before, addPanelItem(before, u"panel-2"_s, u"transformations"_s, 0, step, u"T"_s));
        QCOMPARE(stepped.valueAt(u"/spec/elements/two~1b/spec/data/spec/transformations/0/group"_s).toString(), u"organize"_s);
        QCOMPARE(stepped.dashboard()->panel(2)->transformations.at(0)[u"id"].toString(), u"organize"_s);
        const Document other = after(stepped, setPanelValue(stepped, u"panel-2"_s, u"transformations.0.disabled"_s, true, u"T"_s));
        QCOMPARE(other.valueAt(u"/spec/elements/two~1b/spec/data/spec/transformations/0/spec/disabled"_s), Json(true));
    }

    // Before v2beta1 "kind" is the plugin's id, and the source stands beside the query.
    void olderDialect()
    {
        QByteArray text = grid();
        text.replace(R"("kind": "VizConfig", "group": "stat", "version": "12.0")", R"("kind": "stat")");
        text.replace(R"("kind": "VizConfig", "group": "timeseries", "version": "12.0")", R"("kind": "timeseries")");
        text.replace(R"("query": { "kind": "DataQuery", "group": "prometheus", "version": "v0", "datasource": { "name": "main" },)",
                     R"("datasource": { "type": "prometheus", "uid": "main" }, "query": { "kind": "prometheus",)");
        const Document before = read(text);
        QCOMPARE(before.dashboard()->panel(1)->type, u"stat"_s);
        QCOMPARE(before.dashboard()->panel(1)->targets[0].datasource.uid, u"main"_s);
        const Document typed = after(before, setPanelValue(before, u"panel-1"_s, u"type"_s, u"gauge"_s, u"T"_s));
        QCOMPARE(typed.valueAt(u"/spec/elements/one/spec/vizConfig/kind"_s).toString(), u"gauge"_s);
        const Document added = after(before, addTarget(before, u"panel-2"_s, Json::object({{u"expr"_s, u"new"_s}})));
        QCOMPARE(added.valueAt(u"/spec/elements/two~1b/spec/data/spec/queries/1/spec/query/kind"_s).toString(), u"prometheus"_s);
        QCOMPARE(added.dashboard()->panel(2)->targets[1].expr, u"new"_s);
        const Document fresh = after(
            before, addPanel(before, Json::object({{u"type"_s, u"text"_s}})).map([](const NewPanels &made) { return made.command; }));
        QCOMPARE(fresh.valueAt(u"/spec/elements/panel-3/spec/vizConfig/kind"_s).toString(), u"text"_s);
    }

    void places()
    {
        const Document before = read(grid());
        const Document moved = after(before, setPlaces(before, {{u"panel-1"_s, {12, 0, 12, 6}}, {u"panel-2"_s, {0, 0, 12, 6}}}, u"Move"_s));
        QCOMPARE(moved.valueAt(u"/spec/layout/spec/items/0/spec/x"_s).toInt(), 12);
        QCOMPARE(moved.valueAt(u"/spec/layout/spec/items/1/spec/x"_s).toInt(), 0);
        QVERIFY(moved.textAt(u"/spec/elements"_s) == before.textAt(u"/spec/elements"_s));
        // In rows y counts from the row's top; a panel that goes below another header is written there.
        const Document inRows = read(rows());
        const QList<LayoutItem> items = inRows.dashboard()->layout.children;
        const Document taller = after(
            inRows,
            setPlaces(inRows, {{u"panel-1"_s, {0, 1, 12, 9}}, {items[1].id, {0, 10, 24, 1}}, {u"panel-2"_s, {0, 11, 24, 4}}}, u"R"_s));
        QCOMPARE(taller.valueAt(u"/spec/layout/spec/rows/0/spec/layout/spec/items/0/spec/height"_s).toInt(), 9);
        QCOMPARE(taller.textAt(u"/spec/layout/spec/rows/1"_s), inRows.textAt(u"/spec/layout/spec/rows/1"_s));
        const Document across = after(
            inRows,
            setPlaces(inRows, {{u"panel-1"_s, {0, 12, 12, 6}}, {items[1].id, {0, 1, 24, 1}}, {u"panel-2"_s, {0, 2, 24, 4}}}, u"M"_s));
        QCOMPARE(across.valueAt(u"/spec/layout/spec/rows/0/spec/layout/spec/items"_s).size(), 0);
        QCOMPARE(across.valueAt(u"/spec/layout/spec/rows/1/spec/layout/spec/items"_s).size(), 2);
        QCOMPARE(across.dashboard()->layout.children[1].children.size(), 2);
    }

    void addCopyAndRemove()
    {
        for (const QByteArray &text : {grid(), rows()}) {
            const Document before = read(text);
            const Result<NewPanels> made
                = addPanel(before,
                           Json::object({{u"type"_s, u"text"_s},
                                         {u"title"_s, u"New"_s},
                                         {u"options"_s, Json::object({{u"content"_s, u"c"_s}})},
                                         {u"targets"_s, Json::array({Json::object({{u"refId"_s, u"A"_s}, {u"expr"_s, u"x"_s}})})},
                                         {u"datasource"_s, Json::object({{u"type"_s, u"prometheus"_s}, {u"uid"_s, u"d"_s}})}}));
            QVERIFY(made);
            QCOMPARE(made->elementIds, QStringList{u"panel-3"_s});
            const Document with = after(before, made->command);
            QCOMPARE(with.dashboard()->panels.size(), 3);
            const PanelPtr added = with.dashboard()->panel(3);
            QVERIFY(added);
            QCOMPARE(added->title, u"New"_s);
            QCOMPARE(added->targets[0].datasource.uid, u"d"_s);
            QCOMPARE(added->options[u"content"].toString(), u"c"_s);
            QCOMPARE(with.textAt(u"/spec/elements/one"_s), before.textAt(u"/spec/elements/one"_s));
            const Result<NewPanels> twice = duplicatePanels(before, {u"panel-1"_s});
            QVERIFY(twice);
            const Document copied = after(before, twice->command);
            QCOMPARE(copied.dashboard()->panel(3)->targets.size(), 2);
            QCOMPARE(copied.dashboard()->panel(3)->gridPos.w, 12);
            const Document less = after(with, removePanels(with, {u"panel-1"_s}));
            QCOMPARE(less.dashboard()->panels.size(), 2);
            QVERIFY(!less.valueAt(u"/spec/elements"_s).contains(u"one"));
            QVERIFY(!less.text().contains("\"one\""));
            const Document back = after(with, removePanels(with, {u"panel-3"_s}));
            QCOMPARE(back.dashboard()->panels.size(), 2);
        }
    }

    void rowEdits()
    {
        const Document before = read(rows());
        const QString top = before.dashboard()->layout.children[0].id, bottom = before.dashboard()->layout.children[1].id;
        const Document renamed = after(before, renameRow(before, top, u"Head"_s));
        QCOMPARE(renamed.valueAt(u"/spec/layout/spec/rows/0/spec/title"_s).toString(), u"Head"_s);
        QVERIFY(changedIn(before, renamed).size() < 10);
        const Document folded = after(before, setRowFolded(before, top, true));
        QCOMPARE(folded.valueAt(u"/spec/layout/spec/rows/0/spec/collapse"_s), Json(true));
        QVERIFY(changedIn(before, folded).size() < 10);
        const Document open = after(folded, setRowFolded(folded, folded.dashboard()->layout.children[0].id, false));
        QCOMPARE(open.text(), before.text());
        const Document moved = after(before, moveRow(before, bottom, -1));
        QCOMPARE(moved.dashboard()->layout.children[0].title, u"Bottom"_s);
        QCOMPARE(moved.dashboard()->layout.children[0].children[0].id, u"panel-2"_s);
        const Document repeated = after(before, setRowRepeat(before, top, u"job"_s));
        QCOMPARE(repeated.valueAt(u"/spec/layout/spec/rows/0/spec/repeat/value"_s).toString(), u"job"_s);
        QCOMPARE(repeated.dashboard()->layout.children[0].repeat, u"job"_s);
        const Result<NewRow> made = addRow(before, u"Third"_s);
        QVERIFY(made);
        const Document three = after(before, made->command);
        QCOMPARE(three.dashboard()->layout.children.size(), 3);
        QCOMPARE(three.dashboard()->layout.children[2].title, u"Third"_s);
        QCOMPARE(three.dashboard()->layout.children[2].id, made->rowId);
        const Document gone = after(before, removeRow(before, top, true));
        QCOMPARE(gone.dashboard()->panels.size(), 1);
        QCOMPARE(gone.valueAt(u"/spec/layout/spec/rows"_s).size(), 1);
        const Document kept = after(before, removeRow(before, bottom, false));
        QCOMPARE(kept.dashboard()->panels.size(), 2);
        QCOMPARE(kept.valueAt(u"/spec/layout/spec/rows"_s).size(), 1);
    }

    // Where there are none, the layout goes into a row without a header, with its bytes.
    void rowsWhereThereAreNone()
    {
        const Document before = read(grid());
        const Result<NewRow> made = addRow(before, u"New"_s);
        const Document now = after(before, made.map([](const NewRow &row) { return row.command; }));
        const Json rows = now.valueAt(u"/spec/layout/spec/rows"_s);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0)[u"spec"][u"layout"], before.valueAt(u"/spec/layout"_s));
        QCOMPARE(rows.at(0)[u"spec"][u"hideHeader"], Json(true));
        QCOMPARE(rows.at(1)[u"spec"][u"title"].toString(), u"New"_s);
        QCOMPARE(now.dashboard()->layout.children.last().id, made->rowId);
        QCOMPARE(now.dashboard()->panels.size(), before.dashboard()->panels.size());
        const Document twice = after(now, addRow(now, u"Second"_s).map([](const NewRow &row) { return row.command; }));
        QCOMPARE(twice.valueAt(u"/spec/layout/spec/rows"_s).size(), 3);
    }

    void rowsInTheTabInFront()
    {
        const auto tab = [](const QByteArray &title, const QByteArray &layout) {
            return v2Text("{ 'kind': 'TabsLayoutTab', 'spec': { 'title': '" + title + "', 'layout': " + layout + " } }");
        };
        const auto tabs = [](const QByteArray &list) { return v2Text("{ 'kind': 'TabsLayout', 'spec': { 'tabs': [ " + list + " ] } }"); };
        const QByteArray flow = v2Layout("AutoGridLayout", v2AutoItem("one"), "'fillScreen': true, ");
        const QByteArray empty = v2Layout("GridLayout", "");
        const QByteArray rows = v2Rows(v2Row("R", v2Layout("GridLayout", v2Item("two", 0, 0, 6, 6))));
        const Document before = read(v2Board("\"one\": " + v2Panel(1, "stat", "1") + ", \"two\": " + v2Panel(2, "stat", "2"),
                                             tabs(tab("A", flow) + ", " + tab("B", tabs(tab("C", empty) + ", " + tab("D", rows))))));
        const auto id = [&](const QString &title) {
            for (const LayoutItem &item : before.dashboard()->layout.children)
                if (item.title == title)
                    return item.id;
            return QString();
        };
        const auto added = [&](const QStringList &front) {
            const Result<NewRow> made = addRow(before, u"New"_s, front);
            const Document now = after(before, made.map([](const NewRow &row) { return row.command; }));
            for (const LayoutItem &item : now.dashboard()->layout.children)
                if (item.id == made->rowId)
                    return item.place + (item.title == "New"_L1 ? QString() : u" is "_s + item.title);
            return u"nowhere"_s;
        };
        const QString root = u"/spec/layout/spec/tabs/"_s;
        QCOMPARE(added({}), root + "0/spec/layout/spec/rows/1"_L1);
        QCOMPARE(added({id(u"B"_s)}), root + "1/spec/layout/spec/tabs/0/spec/layout/spec/rows/0"_L1);
        QCOMPARE(added({id(u"B"_s), id(u"D"_s)}), root + "1/spec/layout/spec/tabs/1/spec/layout/spec/rows/1"_L1);
    }

    void rowsInUnknownLayouts()
    {
        const QByteArray element = "\"one\": " + v2Panel(1, "stat", "1");
        const Result<NewRow> none = addRow(read(v2Board(element, v2Text("{ 'kind': 'SpiralLayout', 'spec': { } }"))), u"R"_s);
        QVERIFY(!none);
        QCOMPARE(int(none.error().kind), int(Error::Kind::Unsupported));
        for (const QByteArray &layout :
             QByteArrayList{"null", "{ 'kind': 'RowsLayout' }", "{ 'kind': 'TabsLayout', 'spec': { 'tabs': [] } }"}) {
            const Document before = read(v2Board(element, v2Text(layout)));
            const Result<NewRow> made = addRow(before, u"R"_s);
            QVERIFY2(made, layout);
            const Document now = after(before, made->command);
            QCOMPARE(now.dashboard()->layout.children.last().title, u"R"_s);
        }
    }

    void settings()
    {
        const Document before = read(grid());
        const auto set = [&](const QString &path, const Json &value, const QString &pointer, const Json &wanted) {
            const Document now = after(before, setDashboardValue(before, path, value, u"T"_s));
            QCOMPARE(now.valueAt(u"/spec"_s + pointer), wanted);
            QVERIFY2(changedIn(before, now).size() < 60, changedIn(before, now));
        };
        set(u"title"_s, u"N"_s, u"/title"_s, u"N"_s);
        set(u"tags"_s, Json::strings({u"a"_s, u"b"_s}), u"/tags"_s, Json::strings({u"a"_s, u"b"_s}));
        set(u"time.from"_s, u"now-9h"_s, u"/timeSettings/from"_s, u"now-9h"_s);
        set(u"refresh"_s, u"5s"_s, u"/timeSettings/autoRefresh"_s, u"5s"_s);
        set(u"timezone"_s, u"utc"_s, u"/timeSettings/timezone"_s, u"utc"_s);
        set(u"graphTooltip"_s, 2, u"/cursorSync"_s, u"Tooltip"_s);
        set(u"timepicker.hidden"_s, true, u"/timeSettings/hideTimepicker"_s, true);
        const Document saved = after(before, saveTimeAsDefault(before, {u"now-3h"_s, u"now-1h"_s}));
        QCOMPARE(saved.dashboard()->time.from, u"now-3h"_s);
        const Json link = Json::object({{u"title"_s, u"L"_s}, {u"url"_s, u"http://x"_s}, {u"type"_s, u"link"_s}});
        const Document linked = after(before, addDashboardItem(before, u"links"_s, 0, link, u"T"_s));
        QCOMPARE(linked.dashboard()->links.value(0).url, u"http://x"_s);
    }

    void variables()
    {
        const Document before = read(grid());
        const QString first = u"/spec/variables/0/spec"_s;
        const auto set = [&](const QString &path, const Json &value, const QString &pointer, const Json &wanted) {
            const Document now = after(before, setVariableValue(before, u"job"_s, path, value, u"T"_s));
            QCOMPARE(now.valueAt(first + pointer), wanted);
            QVERIFY2(changedIn(before, now).size() < 80, changedIn(before, now));
        };
        set(u"label"_s, u"Job"_s, u"/label"_s, u"Job"_s);
        set(u"hide"_s, 2, u"/hide"_s, u"hideVariable"_s);
        set(u"sort"_s, 3, u"/sort"_s, u"numericalAsc"_s);
        set(u"refresh"_s, 2, u"/refresh"_s, u"onTimeRangeChanged"_s);
        set(u"query"_s, Json::object({{u"query"_s, u"metrics(x)"_s}}), u"/query/spec/query"_s, u"metrics(x)"_s);
        const Document added
            = after(before, addVariable(before, Json::object({{u"name"_s, u"zone"_s}, {u"type"_s, u"textbox"_s}, {u"query"_s, u"eu"_s}})));
        QCOMPARE(added.valueAt(u"/spec/variables/2/kind"_s).toString(), u"TextVariable"_s);
        QCOMPARE(added.dashboard()->variables[2].query.toString(), u"eu"_s);
        const Document source = after(
            before, addVariable(before, Json::object({{u"name"_s, u"ds"_s}, {u"type"_s, u"datasource"_s}, {u"query"_s, u"prometheus"_s}})));
        QCOMPARE(source.valueAt(u"/spec/variables/2/spec/pluginId"_s).toString(), u"prometheus"_s);
        const Document removed = after(before, removeVariable(before, u"job"_s));
        QCOMPARE(removed.dashboard()->variables.size(), 1);
        QCOMPARE(removed.dashboard()->variables[0].name, u"size"_s);
        const Document moved = after(before, moveVariable(before, u"job"_s, 1));
        QCOMPARE(moved.dashboard()->variables[1].name, u"job"_s);
        QCOMPARE(moved.dashboard()->variables[1].sort, 1);
        const Document renamed = after(before, renameVariable(before, u"job"_s, u"task"_s));
        QCOMPARE(renamed.dashboard()->variables[0].name, u"task"_s);
    }

    void panelJson()
    {
        const Document before = read(grid());
        QByteArray text = before.textAt(u"/spec/elements/one"_s);
        text.replace("\"One\"", "\"Uno\"");
        const Document now = after(before, replacePanel(before, u"panel-1"_s, text));
        QCOMPARE(now.dashboard()->panel(1)->title, u"Uno"_s);
        QVERIFY(!replacePanel(before, u"panel-1"_s, "{\"type\": \"stat\"}"));
    }

    void automaticGrid()
    {
        const Document before
            = read(v2Board(elements(), v2Layout("AutoGridLayout", v2AutoItem("one") + ",\n      " + v2AutoItem("two/b"))));
        QCOMPARE(before.dashboard()->panel(1)->gridPos, (GridRect{0, 0, 12, 9}));
        const Document swapped
            = after(before, setPlaces(before, {{u"panel-1"_s, {12, 0, 12, 9}}, {u"panel-2"_s, {0, 0, 12, 9}}}, u"Move"_s));
        QCOMPARE(swapped.valueAt(u"/spec/layout/spec/items/0/spec/element/name"_s).toString(), u"two/b"_s);
        QVERIFY(!setPlaces(before, {{u"panel-1"_s, {0, 0, 6, 9}}}, u"Resize"_s));
        const Result<NewPanels> made = addPanel(before, Json::object({{u"type"_s, u"text"_s}}));
        QVERIFY(made);
        const Document with = after(before, made->command);
        QCOMPARE(with.valueAt(u"/spec/layout/spec/items/2/kind"_s).toString(), u"AutoGridLayoutItem"_s);
        QCOMPARE(with.dashboard()->panel(3)->gridPos, (GridRect{16, 0, 8, 9}));
    }
};

ADD_TEST(TstV2Editing)
#include "tst_v2editing.moc"
