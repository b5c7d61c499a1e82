// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QDirIterator>
#include <QtCore/QTemporaryDir>
#include <app/cli/check.h>
#include <app/compatibility/reporttext.h>
#include <panels/registry.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray board(const QByteArray &panel, const QByteArray &members = {})
{
    return R"({"title":"T","schemaVersion":39,)" + members + R"("panels":[)" + panel + "]}";
}

QString corpusFolder()
{
    const QString named = qEnvironmentVariable("PROMONTORY_CORPUS");
    for (const QString &path : {named, QStringLiteral(SOURCE_DIR "/../shared/corpus"), QStringLiteral(SOURCE_DIR "/../../shared/corpus")})
        if (!path.isEmpty() && QFileInfo(path).isDir())
            return path;
    return {};
}

// Panels of a classic file, counted without the program's reader: every object of "panels" and of "rows[].panels".
// Copies of repeated panels that an old Grafana saved along do not count.
int panelsIn(const Json &list)
{
    int count = 0;
    for (const Json &panel : list.items())
        if (panel.isObject() && !panel[u"repeatPanelId"].toInt())
            count += 1 + panelsIn(panel[u"panels"]);
    return count;
}

bool migratesOldPanels()
{
    return Document::fromText(board(R"({"id":1,"type":"graph"})"))->dashboard()->panels[0]->type != "graph"_L1;
}

} // namespace

class TstReport : public QObject
{
    Q_OBJECT

    PanelRegistry m_registry = PanelRegistry::standard();
    Vocabulary m_words{m_registry};

    FileReport report(const QByteArray &text)
    {
        const Result<Document> document = Document::fromText(text, u"a.json"_s);
        return document ? reportOf(*document, m_registry, m_words) : FileReport();
    }

private slots:
    // What a layout of the v2 form says and nothing honours.
    void layoutsOfTheNewerForm()
    {
        const FileReport made = report(R"({"apiVersion":"dashboard.grafana.app/v2","spec":{"title":"T",
"elements":{"l":{"kind":"LibraryPanel","spec":{"id":1,"title":"L","libraryPanel":{"uid":"u","name":"CPU"}}}},
"layout":{"kind":"TabsLayout","spec":{"tabs":[{"kind":"TabsLayoutTab","spec":{"title":"A","layout":{"kind":"RowsLayout","spec":{"rows":[
{"kind":"RowsLayoutRow","spec":{"hideHeader":true,"conditionalRendering":{"kind":"ConditionalRenderingGroup","spec":{"items":[
{"kind":"ConditionalRenderingData","spec":{"value":true}},{"kind":"ConditionalRenderingUserTeam","spec":{}}]}},
"layout":{"kind":"AutoGridLayout","spec":{"fillScreen":true,"items":[
{"kind":"AutoGridLayoutItem","spec":{"element":{"kind":"ElementReference","name":"l"}}}]}}}}]}}}}]}}}})");
        QStringList pointers;
        for (const ReportLine &line : made.ignored)
            pointers.append(line.pointer.mid(12)); // below /spec/layout
        QCOMPARE(pointers, QStringList{u"/spec/tabs/0/spec/layout/spec/rows/0/spec/conditionalRendering/spec/items/1"_s});
        QCOMPARE(made.placeholders.size(), 1);
        QCOMPARE(made.placeholders[0].pointer, u"/spec/elements/l"_s);
    }

    void libraryPanels()
    {
        const FileReport made
            = report(board(R"({"id":1,"libraryPanel":{"uid":"u","name":"CPU"}},{"id":2,"libraryPanel":{"uid":"x","name":"Memory"}})",
                           R"("__elements":{"u":{"model":{"type":"stat","options":{"sparkle":true}}}},)"));
        QCOMPARE(made.placeholders.size(), 1);
        QCOMPARE(made.placeholders[0].pointer, u"/panels/1"_s);
        QVERIFY2(made.placeholders[0].why.contains(u"Memory"_s), qPrintable(made.placeholders[0].why));
        QCOMPARE(made.ignored.size(), 1);
        QCOMPARE(made.ignored[0].pointer, u"/__elements/u/model/options/sparkle"_s);
        QCOMPARE(made.ignored[0].panel, u"/panels/0"_s);
    }

    void lines_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("pointer"); // empty: nothing to say
        QTest::addColumn<QString>("why"); // a part of it
        const auto panel = [](const char *name, const char *members, const char *pointer, const char *why) {
            QTest::newRow(name) << board(QByteArray(R"({"id":1,"gridPos":{"x":0,"y":0,"w":12,"h":8},)") + members + '}')
                                << QString::fromUtf8(pointer) << QString::fromUtf8(why);
        };
        panel("nothing", R"("type":"stat","options":{"graphMode":"none"})", "", "");
        panel("unknown option", R"("type":"stat","options":{"sparkle":true})", "/panels/0/options/sparkle", "not known");
        panel("below a known one", R"("type":"timeseries","options":{"legend":{"glow":1}})", "/panels/0/options/legend/glow", "not known");
        panel("key with a slash", R"("type":"stat","options":{"a/b~c":1})", "/panels/0/options/a~1b~0c", "not known");
        panel("wrong type", R"("type":"stat","options":{"wideLayout":"wide"})", "/panels/0/options/wideLayout", "“true” is used");
        panel("wrong choice", R"("type":"stat","options":{"graphMode":"pie"})", "/panels/0/options/graphMode", "“area” is used");
        panel("wrong object", R"("type":"timeseries","options":{"legend":"table"})", "/panels/0/options/legend", "object");
        panel("reducer", R"("type":"stat","options":{"reduceOptions":{"calcs":["mode"]}})", "/panels/0/options/reduceOptions/calcs",
              "mode");
        panel("later", R"("type":"timeseries","fieldConfig":{"defaults":{"custom":{"showValues":true}}})",
              "/panels/0/fieldConfig/defaults/custom/showValues", "no numbers");
        panel("later, harmless", R"("type":"timeseries","fieldConfig":{"defaults":{"custom":{"showValues":false}}})", "", "");
        panel("custom", R"("type":"timeseries","fieldConfig":{"defaults":{"custom":{"lineShine":3}}})",
              "/panels/0/fieldConfig/defaults/custom/lineShine", "not known");
        panel("left by another type", R"("type":"stat","fieldConfig":{"defaults":{"custom":{"lineWidth":3}}})", "", "");
        panel("standard", R"("type":"stat","fieldConfig":{"defaults":{"smell":"roses"}})", "/panels/0/fieldConfig/defaults/smell",
              "not known");
        panel("standard value", R"("type":"stat","fieldConfig":{"defaults":{"max":"high"}})", "/panels/0/fieldConfig/defaults/max",
              "number");
        panel("colour scheme", R"("type":"stat","fieldConfig":{"defaults":{"color":{"mode":"rainbow"}}})",
              "/panels/0/fieldConfig/defaults/color/mode", "rainbow");
        panel("actions", R"("type":"stat","fieldConfig":{"defaults":{"actions":[{"title":"Restart"}]}})",
              "/panels/0/fieldConfig/defaults/actions", "never made");
        panel("override", R"("type":"table","fieldConfig":{"overrides":[{"matcher":{"id":"byName","options":"a"},
              "properties":[{"id":"custom.width","value":10},{"id":"custom.glow","value":1}]}]})",
              "/panels/0/fieldConfig/overrides/0/properties/1", "not known");
        panel("object of an override", R"("type":"table","fieldConfig":{"overrides":[{"matcher":{"id":"byName","options":"a"},
              "properties":[{"id":"custom.cellOptions","value":{"type":"gauge","needle":2}}]}]})",
              "/panels/0/fieldConfig/overrides/0/properties/0/value/needle", "not known");
        panel("matcher", R"("type":"table","fieldConfig":{"overrides":[{"matcher":{"id":"byMood","options":"a"},"properties":[]}]})",
              "/panels/0/fieldConfig/overrides/0/matcher/id", "byMood");
        panel("transformation", R"("type":"table","transformations":[{"id":"merge"},{"id":"knit","options":{}}])",
              "/panels/0/transformations/1", "knit");
        panel("disabled transformation", R"("type":"table","transformations":[{"id":"knit","disabled":true}])", "", "");
        panel("its option", R"("type":"table","transformations":[{"id":"limit","options":{"limitField":3,"from":"end"}}])",
              "/panels/0/transformations/0/options/from", "not known");
        panel("its filter", R"("type":"table","transformations":[{"id":"merge","filter":{"id":"byMood","options":"a"}}])",
              "/panels/0/transformations/0/filter", "byMood");
        panel("query of another source",
              R"("type":"timeseries","targets":[{"refId":"A","expr":"{app=`x`}","datasource":{"type":"loki","uid":"l"}}])",
              "/panels/0/targets/0", "loki");
        panel("member of a query", R"("type":"timeseries","targets":[{"refId":"A","expr":"up","scopes":["a"]}])",
              "/panels/0/targets/0/scopes", "as it is written");
        panel("format of a query", R"("type":"timeseries","targets":[{"refId":"A","expr":"up","format":"logs"}])",
              "/panels/0/targets/0/format", "time series");
        panel("member of a panel", R"("type":"timeseries","alert":{"name":"x"})", "/panels/0/alert", "not evaluated");
        panel("wrong member", R"("type":"timeseries","transparent":"often")", "/panels/0/transparent", "true or false");
        panel("bookkeeping", R"("type":"timeseries","pluginVersion":"11.1.0","editable":true,"error":false,"cacheTimeout":null,
              "targets":[{"refId":"A","expr":"up","editorMode":"code","disableTextWrap":false}])",
              "", "");
        const auto dashboard = [](const char *name, const char *members, const char *pointer, const char *why) {
            QTest::newRow(name) << board({}, members) << QString::fromUtf8(pointer) << QString::fromUtf8(why);
        };
        dashboard("dashboard's bookkeeping", R"("id":3,"version":7,"iteration":1,"gnetId":5,)", "", "");
        dashboard("live", R"("liveNow":true,)", "/liveNow", "each refresh");
        dashboard("member of the dashboard", R"("weather":"rain",)", "/weather", "not known");
        dashboard("variable type", R"("templating":{"list":[{"name":"a","type":"dice"}]},)", "/templating/list/0/type", "dice");
        dashboard("member of a variable", R"("templating":{"list":[{"name":"a","type":"custom","query":"x","spin":1}]},)",
                  "/templating/list/0/spin", "not known");
    }

    void lines()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, pointer);
        QFETCH(QString, why);
        const FileReport found = report(text);
        QStringList said;
        for (const ReportLine &line : found.ignored)
            said.append(line.pointer + u' ' + line.why);
        QVERIFY2(said.size() == (pointer.isEmpty() ? 0 : 1), qPrintable(said.join(u'\n')));
        if (pointer.isEmpty())
            return;
        QCOMPARE(found.ignored[0].pointer, pointer);
        QVERIFY2(found.ignored[0].why.contains(why), qPrintable(found.ignored[0].why));
        // The pointer leads to something in the file.
        QVERIFY(!Document::fromText(text)->valueAt(pointer).isNull());
    }

    // What a migration reads is honoured, in whatever place it lies.
    void migratedMembers()
    {
        if (!migratesOldPanels())
            QSKIP("panels of old are not migrated");
        const FileReport found = report(board(R"({"id":1,"type":"stat","pluginVersion":"6.5.0","options":{"sparkle":1,
            "fieldOptions":{"calcs":["max"],"defaults":{"unit":"bytes"}}}})"));
        QCOMPARE(found.ignored.size(), 1);
        QCOMPARE(found.ignored[0].pointer, u"/panels/0/options/sparkle"_s);
    }

    void countsPanels()
    {
        const FileReport found = report(board(R"({"id":1,"type":"row","collapsed":true,"panels":[
            {"id":2,"type":"stat","repeat":"x"},{"id":3,"type":"acme-sankey-panel"}]},{"id":4,"type":"stat"})"));
        QCOMPARE(found.panels, 4);
        QCOMPARE(found.drawn(), 3);
        QCOMPARE(found.placeholders.size(), 1);
        QCOMPARE(found.placeholders[0].pointer, u"/panels/0/panels/1"_s);
        QCOMPARE(found.placeholders[0].type, u"acme-sankey-panel"_s);
        QCOMPARE(found.types.value(u"stat"_s), 2);
        QCOMPARE(typesText(found.types), u"2 stat, 1 acme-sankey-panel, 1 row"_s);
    }

    void json()
    {
        FileReport found = report(board(R"({"id":1,"type":"stat","options":{"sparkle":true}},{"id":2,"type":"x"})"));
        const Json json = reportsJson({found}, {u"package.json"_s});
        QCOMPARE(json.keys(), (QStringList{u"files"_s, u"totals"_s}));
        const Json file = json[u"files"].at(0);
        QCOMPARE(file.keys(),
                 (QStringList{u"path"_s, u"title"_s, u"schemaVersion"_s, u"panels"_s, u"drawn"_s, u"placeholders"_s, u"ignored"_s,
                              u"errors"_s}));
        QCOMPARE(file[u"placeholders"].dump(), QByteArray(R"([{"pointer":"/panels/1","type":"x"}])"));
        QCOMPARE(file[u"ignored"].at(0)[u"pointer"].toString(), u"/panels/0/options/sparkle"_s);
        QCOMPARE(json[u"totals"][u"panels"].toInt(), 2);
        QCOMPARE(json[u"totals"][u"drawn"].toInt(), 1);
        QVERIFY(reportText(found).contains(u"/panels/0/options/sparkle"_s));
    }

    // A file of nothing but unknown members and wrong ones takes its time once, not squared.
    void manyMembers()
    {
        QByteArray members;
        for (int i = 0; i < 3'000; ++i)
            members += ",\"k" + QByteArray::number(i) + "\":1";
        QByteArray panels;
        for (int i = 0; i < 20'000; ++i)
            panels += R"({"type":"stat","transparent":"often"},)";
        const FileReport found = report(board(panels + R"({"type":"stat","fieldConfig":{"defaults":{"unit":"s")" + members + "}}}"));
        QCOMPARE(found.panels, 20'001);
        QCOMPARE(found.ignored.size(), 23'000);
    }

    void controlCharactersStayOut()
    {
        const FileReport found = report(board("{\"id\":1,\"type\":\"x\\u001b[31m\"}"));
        QVERIFY(!reportText(found).contains(QChar(0x1b)));
    }

    void walksFolders()
    {
        QTemporaryDir folder;
        const auto write = [&](const QString &name, const QByteArray &text) {
            QFile file(folder.filePath(name));
            QDir().mkpath(QFileInfo(file).path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write(u"a.json"_s, board(R"({"type":"stat"})"));
        write(u"below/b.json"_s, board(R"({"type":"stat"})"));
        write(u"package.json"_s, R"({"name":"web"})");
        write(u"notes.txt"_s, "no");
        write(u"broken.json"_s, "{");
        const CheckedFiles all = checkFiles({folder.path()}, m_registry, m_words);
        QCOMPARE(all.reports.size(), 3);
        QCOMPARE(all.reports.size(), all.documents.size());
        QCOMPARE(all.skipped, QStringList{folder.filePath(u"package.json"_s)});
        QCOMPARE(std::count_if(all.reports.begin(), all.reports.end(), [](const FileReport &each) { return !each.errors.isEmpty(); }), 1);
        // Named, a file that is no dashboard is an error.
        const CheckedFiles named = checkFiles({folder.filePath(u"package.json"_s), folder.filePath(u"gone.json"_s)}, m_registry, m_words);
        QCOMPARE(named.reports.size(), 2);
        QCOMPARE(named.reports[0].errors.size(), 1);
        QCOMPARE(named.reports[1].errors.size(), 1);
    }

    // Public dashboards, each as its author wrote it.
    void corpus()
    {
        const QString folder = corpusFolder();
        if (folder.isEmpty())
            QSKIP("no corpus: PROMONTORY_CORPUS names none, and there is none in ../shared/corpus");
        const CheckedFiles all = checkFiles({folder}, m_registry, m_words);
        QVERIFY2(all.skipped.isEmpty(), qPrintable(all.skipped.join(u'\n')));
        QVERIFY(!all.reports.isEmpty());
        int panels = 0;
        int placeholders = 0;
        for (qsizetype i = 0; i < all.reports.size(); ++i) {
            const FileReport &each = all.reports[i];
            QVERIFY2(each.errors.isEmpty(), qPrintable(each.path + each.errors.join(u' ')));
            const Json object = all.documents[i].valueAt(all.documents[i].root());
            if (object[u"panels"].isArray())
                QCOMPARE(each.panels, panelsIn(object[u"panels"]));
            for (const ReportLine &line : each.ignored)
                if (all.documents[i].index().find(all.documents[i].text(), line.pointer) < 0)
                    QFAIL(qPrintable(each.path + u": nothing lies at "_s + line.pointer));
            panels += each.panels;
            static const QStringList old{u"graph"_s, u"singlestat"_s, u"table-old"_s};
            for (const ReportPlaceholder &placeholder : each.placeholders)
                placeholders += migratesOldPanels() || !old.contains(placeholder.type);
        }
        qInfo("%d of %d panels are placeholders", placeholders, panels);
        QVERIFY2(placeholders * 50 < panels, "2 % of the panels or more are placeholders");
    }
};

ADD_TEST(TstReport)
#include "tst_report.moc"
