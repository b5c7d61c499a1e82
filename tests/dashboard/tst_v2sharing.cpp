// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/sharing.h>
#include <dashboard/upgrading.h>
#include <dashboard/v2/exportlabels.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstV2Sharing : public QObject
{
    Q_OBJECT

private slots:
    void sourcesBecomeLabels()
    {
        const QByteArray variables = v2Text(
            "'variables': [ { 'kind': 'QueryVariable', 'spec': { 'name': 'job', 'current': { 'text': 'secret', 'value': 'secret' }, "
            "'query': "
            "{ 'kind': 'DataQuery', 'group': 'prometheus', 'version': 'v0', 'datasource': { 'name': 'main' }, 'spec': {} } } },\n"
            "      { 'kind': 'DatasourceVariable', 'spec': { 'name': 'ds', 'current': { 'text': 'M', 'value': 'main' } } } ],\n    ");
        QByteArray text
            = v2Board("\"one\": " + v2Panel(1, "stat", "One", v2Query("A", "up") + ", " + v2Query("B", "down", "other"))
                          + ",\n    \"two\": " + v2Panel(2, "stat", "Two", v2Query("A", "x", "${ds}") + ", " + v2Query("B", "y", "other")),
                      v2Layout("GridLayout", v2Item("one", 0, 0, 12, 6)), variables);
        text.replace("\"metadata\": { \"name\": \"b\" }", "\"metadata\": { \"name\": \"b\", \"resourceVersion\": \"7\" }");
        const Document document = *Document::fromText(text);
        const Result<QByteArray> shared = exportedForSharing(
            document, [](const QString &) { return QString(); }, u"1"_s);
        QVERIFY(shared);
        const Json json = *Json::parse(*shared);
        QVERIFY(!json[u"metadata"].contains(u"resourceVersion"));
        QCOMPARE(json[u"metadata"][u"name"].toString(), u"b"_s);
        const auto query = [&](const char16_t *element, int index) {
            return json[u"spec"][u"elements"][element][u"spec"][u"data"][u"spec"][u"queries"].at(index)[u"spec"][u"query"];
        };
        const auto label = [](const Json &of) { return of[u"labels"][u"grafana.app/export-label"].toString(); };
        QCOMPARE(label(query(u"one", 0)), u"prometheus-1"_s); // the first that is met: the variable's
        QCOMPARE(label(query(u"one", 1)), u"prometheus-2"_s);
        QCOMPARE(label(query(u"two", 1)), u"prometheus-2"_s);
        QVERIFY(!query(u"one", 0).contains(u"datasource"));
        QCOMPARE(query(u"two", 0)[u"datasource"][u"name"].toString(), u"${ds}"_s); // a variable chooses it
        const Json job = json[u"spec"][u"variables"].at(0)[u"spec"];
        QCOMPARE(label(job[u"query"]), u"prometheus-1"_s);
        QVERIFY(!shared->contains("secret"));
        QCOMPARE(json[u"spec"][u"variables"].at(1)[u"spec"][u"current"][u"value"].toString(), QString());
        QVERIFY(Document::fromText(*shared));
        QVERIFY(shared->contains("\"x\": 1.50")); // what is not concerned keeps its bytes
    }

    // Variables of rows, also of rows inside rows, are shared without values, as those of the dashboard are.
    void variablesOfSectionsAreOpen()
    {
        const auto variables = [](const QByteArray &name) {
            return "'variables': [ { 'kind': 'QueryVariable', 'spec': { 'name': '" + name
                + "', 'current': { 'text': 'secret', 'value': 'secret' }, 'query': { 'kind': 'DataQuery', 'group': 'prometheus', "
                  "'version': 'v0', 'datasource': { 'name': 'main' }, 'spec': {} } } } ], ";
        };
        const QByteArray inner = v2Row("Inner", v2Layout("GridLayout", v2Item("one", 0, 0, 12, 6)), variables("inner"));
        const QByteArray text = v2Board("\"one\": " + v2Panel(1, "stat", "One", v2Query("A", "up")),
                                        v2Rows(v2Row("Outer", v2Rows(inner), variables("outer"))));
        const Result<QByteArray> shared = exportedForSharing(
            *Document::fromText(text), [](const QString &) { return QString(); }, u"1"_s);
        QVERIFY(shared);
        QVERIFY(!shared->contains("secret"));
        const Json outer = Json::parse(*shared)->get(u"spec.layout.spec.rows").at(0)[u"spec"];
        for (const Json &section : {outer, outer[u"layout"][u"spec"][u"rows"].at(0)[u"spec"]})
            QCOMPARE(section[u"variables"].at(0)[u"spec"][u"query"][u"labels"][u"grafana.app/export-label"].toString(), u"prometheus-1"_s);
    }

    // A label that the file bears already is another source than the first one that is named.
    void labelsOfTheFileStay()
    {
        QByteArray text = v2Board("\"one\": " + v2Panel(1, "stat", "One", v2Query("A", "up") + ", " + v2Query("B", "down", "other")),
                                  v2Layout("GridLayout", v2Item("one", 0, 0, 12, 6)));
        text.replace("\"datasource\": { \"name\": \"main\" }", "\"labels\": { \"grafana.app/export-label\": \"prometheus-1\" }");
        const Result<QByteArray> shared = exportedForSharing(
            *Document::fromText(text), [](const QString &uid) { return uid == "other"_L1 ? u"Other one"_s : QString(); }, u"1"_s);
        QVERIFY(shared);
        const Json queries = Json::parse(*shared)->get(u"spec.elements.one.spec.data.spec.queries");
        const auto labels = [&](int index) { return queries.at(index)[u"spec"][u"query"][u"labels"]; };
        QCOMPARE(labels(0)[u"grafana.app/export-label"].toString(), u"prometheus-1"_s);
        QCOMPARE(labels(1)[u"grafana.app/export-label"].toString(), u"prometheus-2"_s);
        QCOMPARE(labels(1)[u"grafana.app/export-datasource-name"].toString(), u"Other one"_s);
    }

    // v2alpha1 has no place for labels: the export is v2beta1, the file stays.
    void olderDialectBecomesTheNewer()
    {
        const QByteArray old = v2Text(
            "'variables': [ { 'kind': 'QueryVariable', 'spec': { 'name': 'job', 'datasource': { 'type': 'prometheus', 'uid': 'main' }, "
            "'query': { 'kind': 'prometheus', 'spec': { 'query': 'label_values(job)' } } } }, { 'kind': 'AdhocVariable', 'spec': { "
            "'name': 'f', 'datasource': { 'type': 'prometheus', 'uid': 'other' } } } ],\n    ");
        QByteArray text
            = v2Board("\"one\": " + v2Panel(1, "stat", "One", v2Query("A", "up")), v2Layout("GridLayout", v2Item("one", 0, 0, 12, 6)), old);
        text.replace("\"kind\": \"VizConfig\", \"group\": \"stat\", \"version\": \"12.0\"", "\"kind\": \"stat\"");
        text.replace(
            "\"query\": { \"kind\": \"DataQuery\", \"group\": \"prometheus\", \"version\": \"v0\", \"datasource\": { \"name\": \"main\" }",
            "\"datasource\": { \"type\": \"prometheus\", \"uid\": \"main\" }, \"query\": { \"kind\": \"prometheus\"");
        text.replace("dashboard.grafana.app/v2", "dashboard.grafana.app/v2alpha1");
        const Document before = *Document::fromText(text);
        QCOMPARE(before.dashboard()->panels.first()->targets.first().datasource.uid, u"main"_s);
        const Result<Command> upgrade = upgradeDashboard(before); // the same on its own, with the sources
        QVERIFY(upgrade);
        const Document upgraded = *before.edited(upgrade->splices);
        QCOMPARE(upgraded.valueAt(u"/spec/elements/one/spec/data/spec/queries/0/spec/query/datasource/name"_s).toString(), u"main"_s);
        QCOMPARE(upgraded.valueAt(u"/spec/elements/one/spec/vizConfig/group"_s).toString(), u"stat"_s);
        QVERIFY(upgradeDashboard(upgraded)->isEmpty());
        QCOMPARE(upgraded.dashboard()->problems.size(), 0);
        const Result<QByteArray> shared = exportedForSharing(before, {}, u"1"_s);
        QVERIFY(shared);
        const Document after = *Document::fromText(*shared);
        QCOMPARE(after.valueAt(u"/apiVersion"_s).toString(), u"dashboard.grafana.app/v2beta1"_s);
        QCOMPARE(after.dashboard()->panels.first()->type, u"stat"_s);
        QCOMPARE(after.dashboard()->panels.first()->targets.first().expr, u"up"_s);
        const auto label = [&](const QString &pointer) { return exportLabelOf(after.valueAt(after.root() + pointer)); };
        QCOMPARE(label(u"/elements/one/spec/data/spec/queries/0/spec/query"_s), u"prometheus-1"_s);
        QCOMPARE(label(u"/variables/0/spec/query"_s), u"prometheus-1"_s);
        QCOMPARE(label(u"/variables/1"_s), u"prometheus-2"_s);
        QVERIFY(!shared->contains("\"uid\""));
        QVERIFY(shared->contains("\"x\": 1.50"));
    }
};

ADD_TEST(TstV2Sharing)
#include "tst_v2sharing.moc"
