// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QDir>
#include <QtCore/QRandomGenerator>
#include <dashboard/edithistory.h>
#include <dashboard/layout.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
const QByteArray kSmall = R"({
  "title": "T",
  "schemaVersion": 39,
  "odd": 1.50,
  "panels": [
    { "id": 1, "type": "timeseries", "title": "A", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8}, "targets": [{"expr": "up"}] },
    { "id": 2, "type": "stat", "title": "B", "gridPos": {"x": 12, "y": 0, "w": 12, "h": 8} }
  ]
}
)";

QStringList dashboardsIn(const QString &folder)
{
    QStringList paths;
    for (const QString &name : QDir(folder).entryList({u"*.json"_s}, QDir::Files))
        paths.append(folder + u'/' + name);
    return paths;
}

QString corpusFolder()
{
    const QString named = qEnvironmentVariable("PROMONTORY_CORPUS");
    return named.isEmpty() ? QStringLiteral(SOURCE_DIR "/../shared/corpus") : named;
}
} // namespace

class TstDocument : public QObject
{
    Q_OBJECT

private slots:
    void readsPanels()
    {
        const Result<Document> document = Document::fromText(kSmall);
        QVERIFY(document);
        const Dashboard &dashboard = *document->dashboard();
        QCOMPARE(dashboard.title, u"T"_s);
        QCOMPARE(dashboard.panels.size(), 2);
        QCOMPARE(dashboard.panels[0]->targets.value(0).expr, u"up"_s);
        QCOMPARE(dashboard.panels[0]->targets.value(0).refId, u"A"_s);
        QCOMPARE(dashboard.panels[1]->gridPos, (GridRect{12, 0, 12, 8}));
        QCOMPARE(dashboard.panel(2)->pointer, u"/panels/1"_s);
        QVERIFY(dashboard.problems.isEmpty());
        QVERIFY(dashboard.notices.isEmpty());
    }

    void readsTransformationsOfVersionTwo()
    {
        const auto read = [](const char *step) {
            const QByteArray text = R"({"apiVersion": "dashboard.grafana.app/v2", "kind": "Dashboard", "spec": {"title": "T", "elements": {
                "a": {"kind": "Panel", "spec": {"id": 1, "data": {"kind": "QueryGroup", "spec": {"queries": [], "transformations": [)"
                + QByteArray(step) + R"(]}}, "vizConfig": {"kind": "VizConfig", "group": "table", "spec": {}}}}},
                "layout": {"kind": "GridLayout", "spec": {"items": [{"kind": "GridLayoutItem", "spec": {"x": 0, "y": 0, "width": 6,
                "height": 3, "element": {"kind": "ElementReference", "name": "a"}}}]}}}})";
            return Document::fromText(text)->dashboard()->panels.value(0)->transformations.at(0);
        };
        const Json now = read(R"({"kind": "Transformation", "group": "reduce", "spec": {"options": {"mode": "x"}, "disabled": true}})");
        QCOMPARE(now[u"id"].toString(), u"reduce"_s);
        QCOMPARE(now[u"options"][u"mode"].toString(), u"x"_s);
        QVERIFY(now[u"disabled"].toBool());
        QCOMPARE(read(R"({"kind": "limit", "spec": {"id": "limit", "options": {}}})")[u"id"].toString(), u"limit"_s);
    }

    void editKeepsOtherBytesAndPanels()
    {
        const Document before = *Document::fromText(kSmall);
        const Splices splices = *before.setting(u"/panels/1/title"_s, Json(u"New"_s));
        const Document after = *before.edited(splices);
        QCOMPARE(after.text(), QByteArray(kSmall).replace("\"B\"", "\"New\""));
        QCOMPARE(after.dashboard()->panels[0].get(), before.dashboard()->panels[0].get());
        QVERIFY(after.dashboard()->panels[1] != before.dashboard()->panels[1]);
        QCOMPARE(after.dashboard()->panels[1]->title, u"New"_s);
        QCOMPARE(after.edited(inverse(splices))->text(), kSmall);
    }

    void settingAddsMissingMembers()
    {
        const Document before = *Document::fromText(kSmall);
        const Document after = *before.edited(*before.setting(u"/panels/1/options/legend/show"_s, Json(true)));
        QCOMPARE(after.dashboard()->panels[1]->options.get(u"legend.show"), Json(true));
        QCOMPARE(after.valueAt(u"/odd"_s), Json(1.5));
        QVERIFY(after.text().contains("\"odd\": 1.50"));
        QVERIFY(before.setting(u"/odd"_s, Json(1.5))->isEmpty());
    }

    void removingTakesOneComma_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QByteArray>("wanted");
        QTest::newRow("first") << QByteArray(R"({"a": 1, "b": 2})") << u"/a"_s << QByteArray(R"({"b": 2})");
        QTest::newRow("last") << QByteArray(R"({"a": 1, "b": 2})") << u"/b"_s << QByteArray(R"({"a": 1})");
        QTest::newRow("only") << QByteArray(R"({"a": 1})") << u"/a"_s << QByteArray(R"({})");
        QTest::newRow("item") << QByteArray(R"({"a": [1, 2, 3]})") << u"/a/1"_s << QByteArray(R"({"a": [1, 3]})");
        QTest::newRow("missing") << QByteArray(R"({"a": 1})") << u"/x"_s << QByteArray(R"({"a": 1})");
    }
    void removingTakesOneComma()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, pointer);
        QFETCH(QByteArray, wanted);
        const Document document = *Document::fromText(text);
        QCOMPARE(document.edited(*document.removing(pointer))->text(), wanted);
    }

    void randomEditsUndoToTheSameBytes()
    {
        QRandomGenerator random(42);
        EditHistory history(*Document::fromText(kSmall));
        int applied = 0;
        for (int i = 0; i < 300; ++i) {
            const JsonIndex &index = history.document().index();
            const int node = int(random.bounded(1, int(index.nodes().size())));
            const QString pointer = index.pointer(history.document().text(), node);
            const int kind = random.bounded(3);
            const Result<Splices> splices = kind == 0 && index.nodes().size() > 40 ? history.document().removing(pointer)
                : kind == 1 ? history.document().setting(pointer, Json(u"text \" %1 é"_s.arg(i)))
                            : history.document().setting(pointer + u"/new%1"_s.arg(i), Json::object({{u"k"_s, Json(i)}}));
            if (!splices)
                continue;
            QVERIFY2(history.apply({u"edit"_s, {}, *splices}, i * 5000).has_value(), qPrintable(pointer));
            ++applied;
            if (random.bounded(4) == 0)
                QVERIFY(history.undo().has_value());
        }
        QVERIFY(applied > 100);
        const QByteArray last = history.document().text();
        while (history.canUndo())
            QVERIFY(history.undo().has_value());
        QCOMPARE(history.document().text(), kSmall);
        QVERIFY(!history.isModified());
        while (history.canRedo())
            QVERIFY(history.redo().has_value());
        QVERIFY(history.isModified() || last == kSmall);
    }

    void mergedCommandsUndoTogether()
    {
        EditHistory history(*Document::fromText(kSmall));
        for (const QString &title : {u"x"_s, u"xy"_s, u"xyz"_s})
            QVERIFY(history.apply({u"Title"_s, u"title"_s, *history.document().setting(u"/title"_s, Json(title))}, 1000));
        QCOMPARE(history.undoText(), u"Title"_s);
        QVERIFY(history.undo());
        QVERIFY(history.undo());
        QCOMPARE(history.document().text(), kSmall);
        QVERIFY(!history.canUndo());
    }

    void staleSpliceIsRefused()
    {
        const Document document = *Document::fromText(kSmall);
        QVERIFY(!document.edited({{4, "nothing", "else"}}));
        QVERIFY(!document.edited({{-1, "", "x"}}));
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::newRow("empty") << QByteArray() << int(Error::Kind::Parse);
        QTest::newRow("list") << QByteArray("[]") << int(Error::Kind::Parse);
        QTest::newRow("cut") << QByteArray("{\"a\": ") << int(Error::Kind::Parse);
        QTest::newRow("not UTF-8") << QByteArray("{\"a\": \"\xff\"}") << int(Error::Kind::Parse);
        QTest::newRow("deep") << QByteArray("{\"a\":") + QByteArray(600, '[') + QByteArray(600, ']') + "}" << int(Error::Kind::Limit);
    }
    void refused()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        const Result<Document> document = Document::fromText(text);
        QVERIFY(!document);
        QCOMPARE(int(document.error().kind), kind);
    }

    void wrongTypesCostOnlyThemselves()
    {
        const Document document = *Document::fromText(
            R"({"title": {"x": 1}, "schemaVersion": "38", "refresh": false, "tags": 5, "time": [], "templating": {"list": [{"name": 3}, 7]},
                "panels": [{"id": "4", "type": "stat", "title": [], "gridPos": "no", "targets": [{"expr": 7}, "x"], "options": 5}, 12]})");
        const Dashboard &dashboard = *document.dashboard();
        QCOMPARE(dashboard.schemaVersion, 38);
        QCOMPARE(dashboard.refresh, QString());
        QCOMPARE(dashboard.panels.size(), 1);
        QCOMPARE(dashboard.panels[0]->id, 4);
        QCOMPARE(dashboard.panels[0]->type, u"stat"_s);
        QStringList pointers;
        for (const ModelProblem &problem : dashboard.problems)
            pointers.append(problem.pointer);
        for (const QString &pointer : {u"/title"_s, u"/tags"_s, u"/time"_s, u"/panels/0/title"_s, u"/panels/0/gridPos"_s,
                                       u"/panels/0/options"_s, u"/panels/0/targets/1"_s})
            QVERIFY2(pointers.contains(pointer), qPrintable(pointer + " of "_L1 + pointers.join(u' ')));
    }

    void idsAreMadeUnique()
    {
        const Document document = *Document::fromText(R"({"panels": [{"id": 3, "type": "a"}, {"id": 3, "type": "b"}, {"type": "c"}]})");
        QList<int> ids;
        for (const PanelPtr &panel : document.dashboard()->panels)
            ids.append(panel->id);
        QCOMPARE(ids, (QList<int>{3, 4, 5}));
    }

    void rowsFold()
    {
        const Document document = *Document::fromText(R"({"schemaVersion": 39, "panels": [
            {"id": 1, "type": "stat", "gridPos": {"x": 0, "y": 0, "w": 24, "h": 4}},
            {"id": 2, "type": "row", "title": "Open", "collapsed": false, "gridPos": {"x": 0, "y": 4, "w": 24, "h": 1}, "panels": []},
            {"id": 3, "type": "stat", "gridPos": {"x": 0, "y": 9, "w": 12, "h": 5}},
            {"id": 4, "type": "row", "title": "Folded", "collapsed": true, "gridPos": {"x": 0, "y": 20, "w": 24, "h": 1},
             "panels": [{"id": 5, "type": "stat", "gridPos": {"x": 6, "y": 21, "w": 6, "h": 7}}]}]})");
        const LayoutItem &layout = document.dashboard()->layout;
        const PlacedLayout closed = placed(layout);
        QCOMPARE(closed.rows.size(), 2);
        QCOMPARE(closed.rows[0].rect.y, 4);
        QCOMPARE(closed.elements[1].rect, (GridRect{0, 5, 12, 5}));
        QCOMPARE(closed.rows[1].rect.y, 10);
        QVERIFY(closed.elements[2].folded);
        QCOMPARE(closed.height, 11);
        const PlacedLayout open = placed(layout, {{u"row-4"_s, false}, {u"row-2"_s, true}});
        QCOMPARE(open.rows[1].rect.y, 5);
        QCOMPARE(open.elements[2].rect, (GridRect{6, 6, 6, 7}));
        QVERIFY(open.elements[1].folded);
    }

    void panelsBelowAFoldedRowStayBelowIt()
    {
        const Document document = *Document::fromText(R"({"schemaVersion": 39, "panels": [
            {"id": 1, "type": "stat", "gridPos": {"x": 0, "y": 0, "w": 24, "h": 4}},
            {"id": 2, "type": "row", "title": "Folded", "collapsed": true, "gridPos": {"x": 0, "y": 4, "w": 24, "h": 1},
             "panels": [{"id": 3, "type": "stat", "gridPos": {"x": 0, "y": 5, "w": 6, "h": 7}}]},
            {"id": 4, "type": "stat", "gridPos": {"x": 0, "y": 9, "w": 12, "h": 5}}]})");
        const PlacedLayout layout = placed(document.dashboard()->layout);
        QCOMPARE(layout.rows.first().rect.y, 4);
        QCOMPARE(layout.elements.last().rect, (GridRect{0, 5, 12, 5}));
        QCOMPARE(layout.height, 10);
        const PlacedLayout open = placed(document.dashboard()->layout, {{u"row-2"_s, false}});
        QCOMPARE(open.elements.last().rect, (GridRect{0, 12, 12, 5}));
    }

    void compactionMovesUp()
    {
        const QList<GridRect> landed = compacted({{0, 10, 12, 4}, {12, 3, 12, 8}, {0, 20, 24, 2}, {0, 30, 40, 1}});
        QCOMPARE(landed[0], (GridRect{0, 0, 12, 4}));
        QCOMPARE(landed[1], (GridRect{12, 0, 12, 8}));
        QCOMPARE(landed[2], (GridRect{0, 8, 24, 2}));
        QCOMPARE(landed[3], (GridRect{0, 10, 24, 1}));
    }

    void ownDashboardsOpen_data() { addFiles(dashboardsIn(QStringLiteral(TEST_DATA_DIR "/dashboards"))); }
    void ownDashboardsOpen() { opens(); }

    void brokenFilesSayWhy()
    {
        const QStringList paths = dashboardsIn(QStringLiteral(TEST_DATA_DIR "/broken"));
        QVERIFY(!paths.isEmpty());
        for (const QString &path : paths) {
            const Result<Document> document = Document::open(path);
            QVERIFY2(!document, qPrintable(path));
            QVERIFY2(document.error().where.contains(path), qPrintable(document.error().where));
        }
        QVERIFY(!Document::open(u"/nowhere/at/all.json"_s));
    }

    void corpusOpens_data()
    {
        QTest::addColumn<QString>("path");
        QStringList paths;
        QFile manifest(corpusFolder() + "/MANIFEST.tsv"_L1);
        if (!manifest.open(QIODevice::ReadOnly))
            QSKIP("no corpus here");
        const QStringList lines = QString::fromUtf8(manifest.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines.mid(1))
            paths.append(corpusFolder() + u'/' + line.section(u'\t', 0, 0));
        for (const QString &path : paths)
            QTest::newRow(qPrintable(path.section(u'/', -2))) << path;
    }
    void corpusOpens() { opens(); }

private:
    static void addFiles(const QStringList &paths)
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : paths)
            QTest::newRow(qPrintable(path.section(u'/', -1))) << path;
    }

    void opens()
    {
        QFETCH(QString, path);
        const Result<Document> document = Document::open(path);
        QVERIFY2(document, document ? "" : qPrintable(document.error().what));
        const Dashboard &dashboard = *document->dashboard();
        QVERIFY(!dashboard.panels.isEmpty());
        QVERIFY(!dashboard.title.isEmpty());
        const PlacedLayout layout = placed(dashboard.layout);
        QCOMPARE(layout.elements.size(), dashboard.panels.size());
        for (qsizetype i = 0; i < layout.elements.size(); ++i)
            for (qsizetype j = i + 1; j < layout.elements.size(); ++j)
                QVERIFY(layout.elements[i].folded || layout.elements[j].folded
                        || !layout.elements[i].rect.overlaps(layout.elements[j].rect));
        for (const PanelPtr &panel : dashboard.panels)
            QVERIFY2(document->index().find(document->text(), panel->pointer) > 0, qPrintable(panel->pointer));
    }
};

ADD_TEST(TstDocument)
#include "tst_document.moc"
