// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/queryplan.h>
#include <dashboard/sourcekind.h>
#include <tests/support/fakesource.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstSourceKind : public QObject
{
    Q_OBJECT

private slots:
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<SourceRef>("panel");
        QTest::addColumn<QString>("kind"); // empty: understands PromQL
        const auto row = [](const char *name, const QByteArray &target, const SourceRef &panel, const char *kind) {
            QTest::newRow(name) << target << panel << QString::fromLatin1(kind);
        };
        row("no source", R"({"expr":"up"})", {}, "");
        row("prometheus", R"({"expr":"up","datasource":{"type":"prometheus","uid":"p"}})", {}, "");
        row("its panel's", R"({"expr":"up"})", {u"loki"_s, u"l"_s}, "loki");
        row("its own, not its panel's", R"({"expr":"up","datasource":{"type":"prometheus","uid":"p"}})", {u"loki"_s, u"l"_s}, "");
        row("mixed", R"({"expr":"x","datasource":{"type":"loki","uid":"l"}})", {u"datasource"_s, u"-- Mixed --"_s}, "loki");
        row("managed", R"({"expr":"up"})", {u"grafana-amazonprometheus-datasource"_s, u"a"_s}, "");
        row("victoria", R"({"expr":"up"})", {u"victoriametrics-metrics-datasource"_s, u"v"_s}, "");
        row("plugin", R"({"query":"x"})", {u"grafana-opensearch-datasource"_s, u"a"_s}, "opensearch");
        row("name of a source", R"({"expr":"up"})", {{}, u"Thanos"_s}, "");
        row("test data by name", R"({"scenarioId":"random_walk"})", {{}, u"gdev-testdata"_s}, "testdata");
        row("sql", R"({"rawSql":"SELECT 1"})", {{}, u"db"_s}, "sql");
        row("graphite", R"({"target":"a.b.c"})", {}, "graphite");
        row("left behind by graphite", R"({"target":"","expr":"up"})", {}, "");
        row("another panel's data", R"({"panelId":3})", {u"datasource"_s, u"-- Dashboard --"_s}, "-- Dashboard --");
        row("expression", R"({"expression":"$A*2","datasource":{"type":"__expr__","uid":"__expr__"}})", {u"prometheus"_s, u"p"_s},
            "__expr__");
    }

    void kinds()
    {
        QFETCH(QByteArray, target);
        QFETCH(SourceRef, panel);
        QTEST(foreignKind(*Json::parse(target), panel), "kind");
    }

    void texts()
    {
        QCOMPARE(foreignQueryText(*Json::parse(R"({"expr":"{a=1}"})")), u"{a=1}"_s);
        QCOMPARE(foreignQueryText(*Json::parse(R"({"refId":"A","rawSql":"SELECT 1"})")), u"SELECT 1"_s);
        QCOMPARE(foreignQueryText(*Json::parse(R"({"refId":"A","spans":3})")), uR"({"spans":3})"_s);
    }

    // A query for another kind of source goes to none.
    void isNotAsked()
    {
        Panel panel;
        panel.datasource = {u"loki"_s, u"l"_s};
        Target target;
        target.refId = u"A"_s;
        target.expr = u"{app=1}"_s;
        target.raw = *Json::parse(R"({"refId":"A","expr":"{app=1}"})");
        panel.targets = {target};
        QCOMPARE(foreignPanel(panel).kinds, QStringList{u"loki"_s});
        const SourceRegistry sources;
        const QueryPlan plan = planQueries(panel, sources, {});
        QVERIFY(plan.queries.isEmpty() && !plan.error);
    }

    // Beside one that is asked, it is a notice.
    void isSaidBesideOthers()
    {
        SourceRegistry sources;
        sources.set({u"p"_s, u"P"_s, u"prometheus"_s, std::make_shared<FakeSource>()});
        Panel panel;
        for (const char *text : {R"({"refId":"A","expr":"up"})", R"({"refId":"B","expr":"x","datasource":{"type":"loki","uid":"l"}})"}) {
            Target target;
            target.raw = *Json::parse(text);
            target.refId = target.raw[u"refId"].toString();
            target.expr = target.raw[u"expr"].toString();
            panel.targets.append(target);
        }
        QVERIFY(foreignPanel(panel).kinds.isEmpty());
        PlanInputs inputs;
        inputs.range = {0, 3'600'000};
        inputs.lookup = [](const QString &) { return std::optional<VariableValue>(); };
        const QueryPlan plan = planQueries(panel, sources, inputs);
        QCOMPARE(plan.queries.size(), 1);
        QCOMPARE(plan.notices.size(), 1);
        QVERIFY(plan.notices[0].text.contains(u"loki"_s));
    }
};

ADD_TEST(TstSourceKind)
#include "tst_sourcekind.moc"
