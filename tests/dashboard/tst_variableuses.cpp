// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/variablepreview.h>
#include <dashboard/variableuses.h>
#include <tests/dashboard/variableboard.h>
#include <tests/support/fakesource.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

// Who uses whom, and the preview that no session sees.
class TstVariableUses : public QObject
{
    Q_OBJECT

private slots:
    void graph()
    {
        const Result<Document> document = Document::fromText(kBoard);
        const QList<Variable> &all = document->dashboard()->variables;
        QCOMPARE(dependenciesOf(all[1], all), QStringList{u"job"_s});
        QCOMPARE(dependentsOf(u"job"_s, all), QStringList{u"instance"_s});
        QCOMPARE(circleOf(u"a"_s, all), (QStringList{u"a"_s, u"b"_s, u"a"_s}));
        QVERIFY(circleOf(u"instance"_s, all).isEmpty());
    }

    void uses()
    {
        const Result<Document> document = Document::fromText(kBoard);
        using Kind = VariableUse::Kind;
        const QList<VariableUse> expected{
            {Kind::Link, u"Runbook"_s, 1}, {Kind::Variable, u"instance"_s, 1}, {Kind::Row, u"Row of $job"_s, 1}, {Kind::Panel, u"In"_s, 2}};
        QCOMPARE(usesIn(*document, u"job"_s), expected);
        QCOMPARE(usesIn(*document, u"instance"_s), (QList<VariableUse>{{Kind::Panel, u"Repeats"_s, 1}}));
    }

    void previewAsksOnItsOwn()
    {
        SourceRegistry sources;
        auto source = std::make_shared<FakeSource>();
        sources.set({u"p"_s, u"P"_s, u"prometheus"_s, source});
        sources.setDefault(u"p"_s);
        VariablePreview preview(sources, [](const QString &name) -> std::optional<VariableValue> {
            if (name != u"job")
                return {};
            VariableValue value;
            value.value = Json(u"web"_s);
            return value;
        });
        QVERIFY(!preview.state());
        QList<ModelProblem> problems;
        const Json kept = Json::object({{u"text"_s, u"old"_s}, {u"value"_s, u"old"_s}});
        const Json json = Json::object({{u"name"_s, u"i"_s},
                                        {u"type"_s, u"query"_s},
                                        {u"query"_s, u"label_values(up{job='$job'}, instance)"_s},
                                        {u"options"_s, Json::array({kept})}});
        preview.show(readVariable(json, {}, problems), {});
        QCOMPARE(source->openValues(), QStringList{u"instance up{job='web'}"_s});
        QVERIFY(preview.state()->loading);
        QVERIFY(preview.state()->options.isEmpty()); // what the file keeps is not what the server says
        preview.show(readVariable(json.with(u"query", u"label_values(job)"_s), {}, problems), {});
        QCOMPARE(source->openValues(), QStringList{u"job "_s}); // the first was dropped
        source->answerValues({{u"job"_s, {u"web"_s, u"db"_s}}});
        QCOMPARE(preview.state()->options.size(), 2);
    }
};

ADD_TEST(TstVariableUses)
#include "tst_variableuses.moc"
