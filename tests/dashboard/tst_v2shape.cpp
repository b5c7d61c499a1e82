// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/v2shape.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray board()
{
    return v2Board("\"one\": " + v2Panel(1, "stat", "One", v2Query("A", "up")) + ",\n    \"two\": " + v2Panel(2, "stat", "Two"),
                   v2Rows(v2Row("A", v2Layout("GridLayout", v2Item("one", 0, 0, 12, 6))) + ",\n    "
                          + v2Row("B", v2Layout("AutoGridLayout", v2AutoItem("two")))));
}

// The file with another value at a pointer; as the model has it.
Document with(const QString &pointer, const Json &value)
{
    const Document document = *Document::fromText(board());
    JsonText json = document.toEdit();
    json.set(pointer, value);
    return *Document::fromText(json.text());
}

QStringList pointers(const Document &document)
{
    QStringList all;
    for (const ModelProblem &problem : document.dashboard()->problems)
        all.append(problem.pointer);
    return all;
}

} // namespace

// A wrong type costs what it is the value of and gives a line, wherever it stands.
class TstV2Shape : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsWrong() { QCOMPARE(pointers(*Document::fromText(board())), QStringList()); }

    void wrongTypes_data()
    {
        QTest::addColumn<QString>("pointer");
        const QString rows = u"/spec/layout/spec/rows"_s, item = rows + "/0/spec/layout/spec/items/0"_L1, one = u"/spec/elements/one"_s;
        for (const QString &each : {u"/spec/layout"_s,
                                    u"/spec/layout/spec"_s,
                                    u"/spec/layout/kind"_s,
                                    rows,
                                    rows + "/0"_L1,
                                    rows + "/0/spec"_L1,
                                    rows + "/0/spec/title"_L1,
                                    rows + "/0/spec/collapse"_L1,
                                    rows + "/0/spec/hideHeader"_L1,
                                    rows + "/0/spec/layout"_L1,
                                    rows + "/0/spec/variables"_L1,
                                    rows + "/1/spec/layout/spec/maxColumnCount"_L1,
                                    rows + "/0/spec/layout/spec/items"_L1,
                                    item,
                                    item + "/spec"_L1,
                                    item + "/spec/x"_L1,
                                    item + "/spec/width"_L1,
                                    item + "/spec/element"_L1,
                                    item + "/spec/element/name"_L1,
                                    item + "/spec/repeat"_L1,
                                    item + "/spec/conditionalRendering"_L1,
                                    one,
                                    one + "/spec"_L1,
                                    one + "/spec/title"_L1,
                                    one + "/spec/data"_L1,
                                    one + "/spec/data/spec"_L1,
                                    one + "/spec/data/spec/queries"_L1,
                                    one + "/spec/data/spec/queries/0"_L1,
                                    one + "/spec/data/spec/queries/0/spec"_L1,
                                    one + "/spec/data/spec/queries/0/spec/refId"_L1,
                                    one + "/spec/data/spec/queries/0/spec/hidden"_L1,
                                    one + "/spec/data/spec/queries/0/spec/query"_L1,
                                    one + "/spec/data/spec/queries/0/spec/query/group"_L1,
                                    one + "/spec/data/spec/queries/0/spec/query/datasource"_L1,
                                    one + "/spec/data/spec/queries/0/spec/query/spec/legendFormat"_L1,
                                    one + "/spec/data/spec/queryOptions/interval"_L1,
                                    one + "/spec/vizConfig"_L1,
                                    one + "/spec/vizConfig/spec/options"_L1,
                                    one + "/spec/vizConfig/spec/fieldConfig"_L1,
                                    u"/spec/variables"_s,
                                    u"/spec/annotations"_s,
                                    u"/spec/timeSettings"_s,
                                    u"/spec/cursorSync"_s})
            QTest::newRow(qPrintable(each)) << each;
    }
    void wrongTypes()
    {
        QFETCH(QString, pointer);
        const Json list = Json::array({Json::array({1})});
        const bool wantsList = pointer.endsWith("rows"_L1) || pointer.endsWith("items"_L1) || pointer.endsWith("queries"_L1)
            || pointer.endsWith("variables"_L1) || pointer.endsWith("annotations"_L1);
        const Document document = with(pointer, wantsList ? Json(7) : list);
        const QStringList found = pointers(document);
        QVERIFY2(found.contains(pointer), qPrintable(found.join(u'\n')));
        QCOMPARE(found.count(pointer), 1);
    }

    void elementsAndPlaces()
    {
        Document document = with(u"/spec/layout/spec/rows/0/spec/layout/spec/items/0/spec/element/name"_s, u"three"_s);
        QCOMPARE(pointers(document),
                 (QStringList{u"/spec/layout/spec/rows/0/spec/layout/spec/items/0/spec/element/name"_s, u"/spec/elements/one"_s}));
        document = with(u"/spec/layout/spec/rows/0/spec/layout/kind"_s, u"SpiralLayout"_s);
        QCOMPARE(pointers(document), QStringList{u"/spec/layout/spec/rows/0/spec/layout/kind"_s});
        QCOMPARE(document.dashboard()->panels.size(), 2);
    }

    void queriesOfVariables()
    {
        const auto of = [](const Json &query) {
            const Json spec = Json::object({{u"name"_s, u"v"_s}, {u"query"_s, query}});
            return pointers(with(u"/spec/variables"_s, Json::array({Json::object({{u"kind"_s, u"QueryVariable"_s}, {u"spec"_s, spec}})})));
        };
        QCOMPARE(of(u"label_values(x)"_s), QStringList());
        QCOMPARE(of(7), QStringList{u"/spec/variables/0/spec/query"_s});
        QCOMPARE(of(Json::object({{u"group"_s, 7}})), QStringList{u"/spec/variables/0/spec/query/group"_s});
    }

    // Of the dashboard and of a row.
    void variables_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("spec"); // beside the name
        QTest::addColumn<QString>("pointers"); // below the spec, one a line
        const auto row = [](const QByteArray &name, const QByteArray &kind, const QByteArray &spec, const QString &pointers) {
            QTest::newRow(name.constData()) << kind << v2Text(spec) << pointers;
        };
        row("as Grafana writes it", "QueryVariable",
            "'hide': 'hideLabel', 'sort': 'naturalAsc', 'refresh': 'onDashboardLoad', 'multi': true, 'options': [ { 'text': 'a', 'value': "
            "'a', 'selected': true } ], 'current': { 'text': [ 'a' ], 'value': [ 'a' ] }, 'allValue': '.*', 'regexApplyTo': 'text'",
            {});
        row("a switch", "SwitchVariable", "'current': 'on', 'enabledValue': 'on', 'disabledValue': 'off'", {});
        row("filters", "AdhocVariable",
            "'filters': [ { 'key': 'a', 'operator': '=|', 'value': 'x', 'values': [ 'x', 'y' ] } ], 'baseFilters': [], 'defaultKeys': []",
            {});
        row("a number for a text", "CustomVariable", "'current': { 'text': 7, 'value': 7 }", {});
        row("current", "CustomVariable", "'current': 7", u"current"_s);
        row("current, a list", "CustomVariable", "'current': [ 'a' ]", u"current"_s);
        row("value", "CustomVariable", "'current': { 'text': 'a', 'value': { 'a': 1 } }", u"current/value"_s);
        row("values", "CustomVariable", "'current': { 'text': [ {} ], 'value': [ 'a', [ 'b' ] ] }", u"current/text current/value"_s);
        row("options", "CustomVariable", "'options': { 'text': 'a' }", u"options"_s);
        row("an option", "CustomVariable", "'options': [ 'a', { 'text': {}, 'value': 'a', 'selected': 'yes' } ]",
            u"options/0 options/1/text options/1/selected"_s);
        row("true or false", "QueryVariable", "'multi': 'often', 'includeAll': [], 'allowCustomValue': {}, 'skipUrlSync': 'no'",
            u"multi includeAll allowCustomValue skipUrlSync"_s);
        row("texts", "QueryVariable", "'label': [], 'description': {}, 'regex': true, 'allValue': {}",
            u"label description regex allValue"_s);
        row("names", "QueryVariable", "'hide': 'maybe', 'sort': 'up', 'refresh': 'often', 'regexApplyTo': 'both'",
            u"hide sort refresh regexApplyTo"_s);
        row("numbers for names", "QueryVariable", "'hide': 2, 'sort': []", u"hide sort"_s);
        row("query of another kind", "IntervalVariable", "'query': { 'spec': {} }, 'auto': 'x', 'auto_count': 'many', 'auto_min': []",
            u"query auto auto_count auto_min"_s);
        row("values of a switch", "SwitchVariable", "'enabledValue': [ 'on' ], 'disabledValue': {}", u"enabledValue disabledValue"_s);
        row("type of the sources", "DatasourceVariable", "'pluginId': {}", u"pluginId"_s);
        row("wrong filters", "AdhocVariable",
            "'filters': [ 7, { 'key': [], 'operator': true, 'value': {}, 'values': 'x' } ], 'baseFilters': 'none'",
            u"filters/0 filters/1/key filters/1/operator filters/1/value filters/1/values baseFilters"_s);
        row("default of a group-by", "GroupByVariable", "'defaultValue': 7", u"defaultValue"_s);
        row("own options", "QueryVariable", "'staticOptions': [ { 'text': 'x', 'value': [ {} ] } ], 'staticOptionsOrder': 1.5e3",
            u"staticOptions/0/value"_s);
    }
    void variables()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, spec);
        QFETCH(QString, pointers);
        const Json variable = *Json::parse("{ \"kind\": \"" + kind + "\", \"spec\": { \"name\": \"v\", " + spec + " } }");
        for (const QString &list : {u"/spec/variables"_s, u"/spec/layout/spec/rows/0/spec/variables"_s}) {
            QStringList wanted = pointers.split(u' ', Qt::SkipEmptyParts);
            for (QString &each : wanted)
                each = list + "/0/spec/"_L1 + each;
            QStringList found = ::pointers(with(list, Json::array({variable})));
            wanted.sort();
            found.sort();
            QCOMPARE(found, wanted);
        }
    }

    // An element that two items show; what is wrong in it is said once.
    void sharedElements()
    {
        Document document = with(u"/spec/layout/spec/rows/1/spec/layout/spec/items/0/spec/element/name"_s, u"one"_s);
        QCOMPARE(pointers(document), (QStringList{u"/spec/elements/one/spec/id"_s, u"/spec/elements/two"_s}));
        QVERIFY(document.valueAt(u"/spec/elements/one/spec/id"_s).isNumber());
        JsonText json = document.toEdit();
        json.set(u"/spec/elements/one/spec/title"_s, Json::array());
        QCOMPARE(pointers(*Document::fromText(json.text())).count(u"/spec/elements/one/spec/title"_s), 1);
    }

    void deepNesting()
    {
        QByteArray layout = v2Layout("GridLayout", v2Item("one", 0, 0, 12, 6));
        for (int i = 0; i < 40; ++i)
            layout = v2Rows(v2Row("r", layout));
        const Document document = *Document::fromText(v2Board("\"one\": " + v2Panel(1, "stat", "1"), layout));
        QCOMPARE(pointers(document).size(), 1);
        QVERIFY(document.dashboard()->layout.children.size() <= 17);
    }

    void pointersOfPanels()
    {
        const QString at = u"/e"_s, place = u"/p"_s;
        QCOMPARE(v2PanelPointer(at, place, u"/e/gridPos/w"_s), u"/p/spec/w"_s);
        QCOMPARE(v2PanelPointer(at, place, u"/e/repeatDirection"_s), u"/p/spec/repeatDirection"_s);
        QCOMPARE(v2PanelPointer(at, place, u"/e/targets/2/datasource/uid"_s), u"/e/spec/data/spec/queries/2/spec/query/datasource/uid"_s);
        QCOMPARE(v2PanelPointer(at, place, u"/e/transformations/1"_s), u"/e/spec/data/spec/transformations/1"_s);
        QCOMPARE(v2PanelPointer(at, place, u"/e"_s), u"/e"_s);
    }
};

ADD_TEST(TstV2Shape)
#include "tst_v2shape.moc"
