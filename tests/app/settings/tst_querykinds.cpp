// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/querykinds.h>
#include <app/settings/variabletypes.h>
#include <dashboard/variablequery.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

using Kind = VariableQueryParts::Kind;

// Queries of variables in parts, and back.
class TstQueryKinds : public QObject
{
    Q_OBJECT

private slots:
    void parts_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *query, Kind kind, const QString &label, const QString &text) {
            QTest::newRow(query) << QString::fromLatin1(query) << int(kind) << label << text;
        };
        row("label_names()", Kind::LabelNames, {}, {});
        row("label_names(inst.*)", Kind::LabelNames, {}, u"inst.*"_s);
        row("label_values(job)", Kind::LabelValues, u"job"_s, {});
        row("label_values(up{a=\"b,c\"}, job)", Kind::LabelValues, u"job"_s, u"up{a=\"b,c\"}"_s);
        row("label_values(up, job)", Kind::LabelValues, u"job"_s, u"up"_s);
        row("metrics(http_.*)", Kind::Metrics, {}, u"http_.*"_s);
        row("query_result(topk(2, up))", Kind::QueryResult, {}, u"topk(2, up)"_s);
        row("up{job=\"$job\"}", Kind::Series, {}, u"up{job=\"$job\"}"_s);
    }
    void parts()
    {
        QFETCH(QString, query);
        const VariableQueryParts parts = queryParts(query);
        QTEST(int(parts.kind), "kind");
        QTEST(parts.label, "label");
        QTEST(parts.text, "text");
        QCOMPARE(queryText(parts), query);
        // What the form says is what the client asks.
        QCOMPARE(parseVariableQuery(queryText(parts), {}), parseVariableQuery(query, {}));
    }

    void nothingIsValues()
    {
        QCOMPARE(queryParts({}).kind, Kind::LabelValues);
        QCOMPARE(queryText({}), QString());
    }

    void objectFormKeepsItsMembers()
    {
        Variable variable;
        variable.query = *Json::parse(R"j({"query":"label_values(up,job)","refId":"x","qryType":1,"metric":"up","label":"job"})j");
        variable.raw = Json::object({{u"query"_s, variable.query}});
        Json raw = variable.raw;
        for (const auto &[path, value] : queryChanges(variable, {Kind::Metrics, {}, u"http_.*"_s}))
            raw = value.isNull() ? raw.without(path) : raw.with(path, value);
        QCOMPARE(raw[u"query"], *Json::parse(R"j({"query":"metrics(http_.*)","refId":"x","qryType":2})j"));
        QVERIFY(!raw.contains(u"definition")); // was not there
    }

    void newOnesAreRead_data()
    {
        QTest::addColumn<QString>("type");
        for (const VariableType &type : variableTypes())
            QTest::newRow(qPrintable(type.id)) << type.id;
    }
    void newOnesAreRead()
    {
        QFETCH(QString, type);
        QList<ModelProblem> problems;
        const Json from = *Json::parse(R"j({"name":"x","label":"L","multi":true,"hide":1,"datasource":{"type":"prometheus","uid":"u"}})j");
        const Variable made = readVariable(newVariable(type, u"x"_s, {u"prometheus"_s, u"u"_s}, from), u"/v"_s, problems);
        QVERIFY(problems.isEmpty());
        QCOMPARE(made.type, type);
        QCOMPARE(made.label, u"L"_s);
        QCOMPARE(made.hide, 1);
        QCOMPARE(made.multi, type == u"query" || type == u"custom" || type == u"datasource");
    }

    void defaultsAreTheReaders()
    {
        QList<ModelProblem> problems;
        Json json = Json::object({{u"name"_s, u"x"_s}});
        const Variable absent = readVariable(json, {}, problems);
        for (const SettingsRow &row : variableRows())
            if (!row.row.defaultValue.isNull())
                json = json.with(row.row.key, row.row.defaultValue);
        Variable given = readVariable(json, {}, problems);
        QVERIFY(problems.isEmpty());
        given.raw = absent.raw;
        QCOMPARE(given, absent);
    }

    void freeNames()
    {
        Variable a, b;
        a.name = u"x"_s;
        b.name = u"x_2"_s;
        QCOMPARE(freeVariableName(u"x"_s, {a, b}), u"x_3"_s);
        QCOMPARE(freeVariableName(u"y"_s, {a, b}), u"y"_s);
    }

    void problems()
    {
        QVERIFY(!variableValueProblem(u"regex"_s, u"query"_s, u"/(/"_s).isEmpty());
        QVERIFY(variableValueProblem(u"regex"_s, u"query"_s, u"/(a)/"_s).isEmpty());
        QVERIFY(!variableValueProblem(u"query"_s, u"interval"_s, u"1m,x"_s).isEmpty());
        QVERIFY(variableValueProblem(u"query"_s, u"interval"_s, u"1m,$__interval"_s).isEmpty());
    }
};

ADD_TEST(TstQueryKinds)
#include "tst_querykinds.moc"
