// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QDir>
#include <dashboard/document.h>
#include <dashboard/migrations/migration.h>
#include <dashboard/migrations/plugins/plugins.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

// Pairs of tests/data/migrations: a folder a schema step ("v12", more cases as "v12-…") or a type of panel. PROMONTORY_WRITE_MIGRATIONS=1
// writes expected.json anew, to be read by a person.
namespace {

QString folder()
{
    return QStringLiteral(TEST_DATA_DIR "/migrations");
}

Json readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? Json::parse(file.readAll()).value_or(Json()) : Json();
}

Json ran(const QString &name, const Json &input, QList<ModelProblem> &problems)
{
    const MigrationContext context{0, {}, &problems};
    const int version = name.startsWith(u'v') ? name.section(u'-', 0, 0).mid(1).toInt() : 0;
    if (version == 0)
        return withStep({0, nullptr, pluginMigrated}, input, context);
    for (const SchemaStep &step : schemaSteps())
        if (step.to == version)
            return withStep(step, input, context);
    return {};
}

} // namespace

class TestSteps : public QObject
{
    Q_OBJECT

private slots:
    void pair_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : QDir(folder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << name;
    }

    void pair()
    {
        QFETCH(QString, name);
        const QString at = folder() + u'/' + name;
        const Json input = readJson(at + "/input.json"_L1);
        QVERIFY(input.isObject());
        QList<ModelProblem> problems;
        const Json output = ran(name, input, problems);
        if (qEnvironmentVariableIsSet("PROMONTORY_WRITE_MIGRATIONS")) {
            QFile file(at + "/expected.json"_L1);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(output.dump(2) + '\n');
        }
        QCOMPARE(output.dump(2), readJson(at + "/expected.json"_L1).dump(2));
        for (const ModelProblem &problem : problems)
            QVERIFY2(problem.pointer.startsWith(u'/') && !problem.why.isEmpty(), qPrintable(problem.pointer));
        QList<ModelProblem> again;
        QCOMPARE(ran(name, output, again).dump(2), output.dump(2)); // an upgraded panel may meet its step again
    }

    void eachStepHasAPair()
    {
        for (const SchemaStep &step : schemaSteps()) {
            const QString name = u"v%1"_s.arg(step.to, 2, 10, QChar(u'0'));
            QVERIFY2(QFile::exists(folder() + u'/' + name + "/input.json"_L1), qPrintable(name));
            QVERIFY(step.dashboard || step.panel);
        }
    }

    // Any value at any place of an old panel costs that option at most.
    void wrongTypesHarmNothing()
    {
        const std::vector<Json> wrong{Json(),
                                      Json(true),
                                      Json(-7),
                                      Json(1e300),
                                      Json(u"x"_s),
                                      Json::array({Json(1), Json::object()}),
                                      Json::object({{u"x"_s, Json::array()}})};
        for (const QString &name : QDir(folder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const Json input = readJson(folder() + u'/' + name + "/input.json"_L1);
            for (const Json &panel : input[u"panels"].items())
                for (const QString &key : panel.keys())
                    for (const Json &value : wrong) {
                        QList<ModelProblem> problems;
                        const Json changed = panel.with(key, value);
                        const Json done = migratedPanel(changed, {0, u"/panels/0"_s, &problems});
                        QVERIFY(done.isObject() || done.isNull());
                    }
        }
    }

    void wrongTypesAreListed()
    {
        const Result<Document> document = Document::fromText(
            R"({"schemaVersion":14,"panels":[{"id":3,"type":"graph","fill":"full","seriesOverrides":[{"alias":"a","linewidth":[]}]}]})");
        QVERIFY(document);
        QStringList pointers;
        for (const ModelProblem &problem : document->dashboard()->problems)
            pointers.append(problem.pointer);
        QCOMPARE(pointers, (QStringList{u"/panels/0/fill"_s, u"/panels/0/seriesOverrides/0/linewidth"_s}));
        QCOMPARE(document->dashboard()->panel(3)->type, u"timeseries"_s);
        QCOMPARE(document->dashboard()->panel(3)->pointer, u"/panels/0"_s);
    }

    void whole()
    {
        QList<ModelProblem> problems;
        const Json rows = readJson(folder() + "/v16/input.json"_L1).with(u"schemaVersion", u"14"_s);
        const Json done = migratedDashboard(rows, {schemaVersionOf(rows), {}, &problems});
        QCOMPARE(done[u"schemaVersion"].toInt(), kSchemaVersion);
        QVERIFY(!done.contains(u"rows"));
        QCOMPARE(done[u"panels"].at(0)[u"type"].toString(), u"timeseries"_s);
        QCOMPARE(done[u"panels"].at(0)[u"maxPerRow"].toInt(), 4);
    }
};

ADD_TEST(TestSteps)
#include "tst_steps.moc"
