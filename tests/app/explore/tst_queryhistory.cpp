// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/explore/exploremodel.h>
#include <app/explore/historymodel.h>
#include <app/explore/queryhistory.h>
#include <app/query/targetoptions.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstQueryHistory : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static PastQuery query(const QString &text, const QString &source = u"a"_s)
    {
        return {{newTarget(u"A"_s).with(u"expr", Json(text))}, source, u"Local Prometheus"_s, 1000, false};
    }
    static Panel panel(const QByteArray &targets)
    {
        const Document document
            = *Document::fromText("{\"panels\": [{\"id\": 1, \"type\": \"timeseries\", \"targets\": " + targets + "}]}");
        return *document.dashboard()->panels.first();
    }

private slots:
    void keptAcrossStarts()
    {
        const QString file = m_folder.filePath(u"state/history.json"_s);
        QueryHistory history(file);
        QVERIFY(history.entries().isEmpty());
        history.add(query(u"up"_s));
        history.add(query(u"rate(x[5m])"_s));
        history.add(query(u"  "_s)); // nothing
        history.setStarred(query(u"up"_s), true);
        history.add(query(u"up"_s)); // to the front, with its star
        history.add(query(u"up"_s, u"b"_s)); // another source
        QueryHistory again(file);
        QCOMPARE(again.entries().size(), 3);
        QCOMPARE(again.entries()[0].sourceUid, u"b"_s);
        QCOMPARE(again.entries()[1].text(), u"up"_s);
        QVERIFY(again.entries()[1].starred);
        again.remove(query(u"rate(x[5m])"_s));
        history.add(query(u"z"_s)); // of the other program: it takes up what this one wrote
        QCOMPARE(QueryHistory(file).entries().size(), 3);
    }

    void starredOnesOutlive()
    {
        const QString file = m_folder.filePath(u"many.json"_s);
        QByteArray text = "{\"queries\": [";
        for (int i = 0; i < 520; ++i)
            text += "{\"targets\": [{\"expr\": \"q" + QByteArray::number(i) + "\"}]},";
        text += "{\"targets\": [{\"expr\": \"kept\"}], \"starred\": true}]}";
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(text) == text.size());
        out.close();
        QueryHistory history(file);
        history.add(query(u"up"_s));
        QCOMPARE(history.entries().size(), 501);
        QCOMPARE(history.entries().last().text(), u"kept"_s);
    }

    void garbage()
    {
        const QString file = m_folder.filePath(u"torn.json"_s);
        for (const char *text : {"", "{\"quer", "[]", "{\"queries\": [1, {\"targets\": [null, {\"expr\": 5}]}]}"}) {
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(text) >= 0);
            out.close();
            QVERIFY2(QueryHistory(file).entries().isEmpty(), text);
        }
    }

    void search()
    {
        QueryHistory history(m_folder.filePath(u"search.json"_s));
        history.add(query(u"sum(rate(http_requests_total[5m]))"_s));
        history.add(query(u"up == 0"_s));
        history.setStarred(query(u"up == 0"_s), true);
        HistoryModel model(history);
        QCOMPARE(model.rowCount(), 2);
        model.setFilter(u"HTTP sum"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.query(model.index(0))->text(), u"sum(rate(http_requests_total[5m]))"_s);
        model.setFilter(u"nothing"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        model.setStarredOnly(true);
        QCOMPARE(model.rowCount(), 1);
    }

    void typesMakeGraphAndTable_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("graph"); // queries of it; -1: no such panel
        QTest::addColumn<int>("table");
        QTest::newRow("range") << QByteArray(R"({"expr": "up", "range": true})") << 1 << -1;
        QTest::newRow("instant") << QByteArray(R"({"expr": "up", "instant": true})") << -1 << 1;
        QTest::newRow("both") << QByteArray(R"({"expr": "up", "instant": true, "range": true})") << 1 << 1;
        QTest::newRow("none") << QByteArray() << 0 << -1;
    }
    void typesMakeGraphAndTable()
    {
        QFETCH(QByteArray, target);
        const Document view = exploreView(panel('[' + target + ']'));
        const auto count = [&](const QString &id) {
            const PanelPtr found = view.dashboard()->panel(id);
            return found ? int(found->targets.size()) : -1;
        };
        QTEST(count(kExploreGraph), "graph");
        QTEST(count(kExploreTable), "table");
    }

    void stylesAreKept()
    {
        for (const GraphStyle style : {GraphStyle::Lines, GraphStyle::Bars, GraphStyle::Points, GraphStyle::Stacked})
            QCOMPARE(int(graphStyleOf(Json::object().with(u"fieldConfig.defaults.custom", graphStyleMembers(style)))), int(style));
    }

    void panelOfADashboard()
    {
        const Json made = panelForDashboard(
            panel(R"([{"refId": "A", "expr": "up > 0", "range": true, "instant": true}, {"refId": "B", "expr": " "}])"));
        QCOMPARE(made[u"title"].toString(), u"up > 0"_s);
        QCOMPARE(made[u"type"].toString(), u"timeseries"_s);
        QCOMPARE(made[u"targets"].size(), 1);
        QVERIFY(!made[u"targets"].at(0).contains(u"instant"));
        QVERIFY(!made.contains(u"id"));
        const Json table = panelForDashboard(panel(R"([{"refId": "A", "expr": "up > 0", "range": false, "instant": true}])"));
        QCOMPARE(table[u"type"].toString(), u"table"_s);
        QCOMPARE(table[u"targets"].at(0)[u"format"].toString(), u"table"_s);
    }
};

ADD_TEST(TstQueryHistory)
#include "tst_queryhistory.moc"
