// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/panelediting.h>
#include <dashboard/sharing.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
const QByteArray kBoard = R"({
  "title": "Library",
  "schemaVersion": 41,
  "__elements": {
    "cpu": {"name": "CPU usage", "uid": "cpu", "kind": 1, "model": {"type": "timeseries", "title": "CPU", "gridPos": {"x": 0, "y": 0, "w": 3, "h": 3},
      "datasource": {"type": "prometheus", "uid": "main"}, "targets": [{"refId": "A", "expr": "cpu"}], "options": {"legend": {"displayMode": "table"}}}}
  },
  "panels": [
    {"id": 1, "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8}, "libraryPanel": {"uid": "cpu", "name": "CPU usage"}},
    {"id": 2, "gridPos": {"x": 12, "y": 0, "w": 12, "h": 8}, "title": "Mine", "libraryPanel": {"uid": "cpu", "name": "CPU usage"}},
    {"id": 3, "gridPos": {"x": 0, "y": 8, "w": 12, "h": 8}, "libraryPanel": {"uid": "gone", "name": "Memory"}}
  ]
}
)";

Document board(const QByteArray &text = kBoard)
{
    return *Document::fromText(text);
}
} // namespace

class TstLibraryPanels : public QObject
{
    Q_OBJECT

private slots:
    void stubsDrawTheirModel()
    {
        const Document document = board();
        const PanelPtr first = document.dashboard()->panel(1);
        QCOMPARE(first->type, u"timeseries"_s);
        QCOMPARE(first->title, u"CPU"_s);
        QCOMPARE(first->targets.value(0).expr, u"cpu"_s);
        QCOMPARE(first->gridPos.w, 12);
        QCOMPARE(first->pointer, u"/panels/0"_s);
        QVERIFY(first->missingLibraryPanel.isEmpty());
        QCOMPARE(document.dashboard()->panel(2)->title, u"Mine"_s);
        const PanelPtr gone = document.dashboard()->panel(3);
        QCOMPARE(gone->missingLibraryPanel, u"Memory"_s);
        QCOMPARE(gone->title, u"Memory"_s);
        QCOMPARE(gone->gridPos.y, 8);
    }

    // A title belongs to the stub; what only the model can hold makes the panel one of its own.
    void edits()
    {
        const Document document = board();
        const Result<Command> title = setPanelValue(document, u"panel-2"_s, u"title"_s, u"Other"_s, u"Title"_s);
        QVERIFY(title);
        QCOMPARE(title->notice, Command::Notice::None);
        QVERIFY(document.edited(title->splices)->valueAt(u"/panels/1/libraryPanel"_s).isObject());

        const Result<Command> legend = setPanelValue(document, u"panel-1"_s, u"options.legend.displayMode"_s, u"list"_s, u"Legend"_s);
        QVERIFY(legend);
        QCOMPARE(legend->notice, Command::Notice::LibraryUnlinked);
        const Document after = *document.edited(legend->splices);
        QVERIFY(!after.valueAt(u"/panels/0/libraryPanel"_s).isObject());
        QCOMPARE(after.dashboard()->panel(1)->options.get(u"legend.displayMode").toString(), u"list"_s);
        QCOMPARE(after.dashboard()->panel(1)->targets.value(0).expr, u"cpu"_s);
        QCOMPARE(after.dashboard()->panel(2)->options.get(u"legend.displayMode").toString(), u"table"_s);
        QCOMPARE(document.edited(legend->splices)->edited(inverse(legend->splices))->text(), kBoard);
    }

    // The model changed: what is drawn of it, too.
    void aNewModelIsSeen()
    {
        const Document document = board();
        const Document after = *document.edited(*document.setting(u"/__elements/cpu/model/title"_s, u"Processor"_s));
        QCOMPARE(after.dashboard()->panel(1)->title, u"Processor"_s);
    }

    void exported()
    {
        QByteArray text = kBoard;
        text.replace(R"("title": "Mine", "libraryPanel": {"uid": "cpu", "name": "CPU usage"})",
                     R"("title": "Whole", "type": "stat", "targets": [{"expr": "up"}], "libraryPanel": {"uid": "up", "name": "Up"})");
        text.replace(R"("panels")", R"("templating": {"list": [{"name": "job", "type": "constant", "query": "api"}]}, "panels")");
        const Result<QByteArray> shared = exportedForSharing(
            board(text), [](const QString &) { return u"Main"_s; }, u"1"_s);
        QVERIFY(shared);
        const Json json = *Json::parse(*shared);
        QCOMPARE(json[u"__elements"].keys(), (QStringList{u"cpu"_s, u"up"_s}));
        QCOMPARE(json[u"__elements"][u"cpu"][u"model"][u"datasource"][u"uid"].toString(), u"${DS_MAIN}"_s);
        QCOMPARE(json[u"__elements"][u"up"][u"model"][u"type"].toString(), u"stat"_s);
        QCOMPARE(json[u"panels"].at(1).keys(), (QStringList{u"id"_s, u"gridPos"_s, u"libraryPanel"_s}));
        QCOMPARE(json[u"__inputs"].size(), 2);
        QCOMPARE(json[u"__inputs"].at(1)[u"name"].toString(), u"VAR_JOB"_s);
        QCOMPARE(json[u"__inputs"].at(1)[u"value"].toString(), u"api"_s);
        const Document again = board(*shared);
        QCOMPARE(again.dashboard()->panel(2)->title, u"Whole"_s);
        QCOMPARE(again.dashboard()->variables.value(0).query.toString(), u"${VAR_JOB}"_s);
        // What is open stays open in the next export.
        const Json twice = *Json::parse(*exportedForSharing(
            again, [](const QString &) { return u"Main"_s; }, u"1"_s));
        QCOMPARE(twice[u"__inputs"], json[u"__inputs"]);
        QCOMPARE(twice[u"__elements"], json[u"__elements"]);
    }
};

ADD_TEST(TstLibraryPanels)
#include "tst_librarypanels.moc"
