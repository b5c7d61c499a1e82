// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/adhocfilters.h>
#include <dashboard/settingsediting.h>
#include <dashboard/variableoptions.h>
#include <tests/dashboard/sessionworld.h>
#include <tests/support/testmain.h>

namespace {
const QByteArray kDashboard = R"({"schemaVersion":41,"title":"d","templating":{"list":[
  {"name":"Filters","type":"adhoc","datasource":{"type":"prometheus","uid":"one"},
   "baseFilters":[{"key":"env","operator":"=","value":"prod"}],
   "filters":[{"key":"job","operator":"=","value":"a","condition":""}]},
  {"name":"by","type":"groupby","datasource":{"type":"prometheus","uid":"one"},"current":{"text":["zone"],"value":["zone"]}}]},
  "panels":[{"id":1,"type":"timeseries","datasource":{"type":"prometheus","uid":"one"},"gridPos":{"x":0,"y":0,"w":12,"h":8},
   "targets":[{"refId":"A","expr":"sum(up{x='$Filters'}) + 0"}]}]})";

QStringList sent(const World &world)
{
    QStringList texts;
    for (const AdHocFilter &filter : world.source->queries.back().request.adHocFilters)
        texts.append(filterText(filter));
    return texts;
}
} // namespace

class TstAdHocFilters : public QObject
{
    Q_OBJECT

private slots:
    void texts()
    {
        const QList<AdHocFilter> filters{
            {u"a|b"_s, u"="_s, u"x,y|z"_s}, {u"job"_s, u"!=|"_s, u"p"_s, {u"p"_s, u"q"_s}}, {u"j"_s, u"=~"_s, QString()}};
        for (const AdHocFilter &filter : filters)
            QCOMPARE(filterFromText(filterText(filter)), filter);
        QCOMPARE(filterText(filters[1]), u"job|!=__gfp__|p|q"_s);
        QVERIFY(!filterFromText(u"job|="_s));
        QVERIFY(!filterFromText(u"|=|a"_s));
    }

    // Those of the file and those that are always there go with each query; what is chosen takes the place of the file's.
    void filtersAndGroupsGoWithTheQueries()
    {
        World world(kDashboard);
        world.settle();
        QCOMPARE(sent(world), (QStringList{u"env|=|prod"_s, u"job|=|a"_s}));
        QCOMPARE(world.source->queries.back().request.groupBy, QStringList{u"zone"_s});
        QCOMPARE(world.source->queries.back().request.text, u"sum(up{x=''}) + 0"_s);
        world.session->setVariable(u"Filters"_s, {u"job|=__gfp__|a|b"_s, u"c|!=|d"_s});
        world.session->setVariable(u"by"_s, {});
        QTRY_COMPARE(sent(world).size(), 3);
        QCOMPARE(sent(world).last(), u"c|!=|d"_s);
        QTRY_VERIFY(world.source->queries.back().request.groupBy.isEmpty());
    }

    void labelsOfTheSourceAreOffered()
    {
        World world(kDashboard);
        world.session->start();
        QTRY_COMPARE(world.source->valueQueries.size(), size_t(2));
        QCOMPARE(world.source->valueQueries[0].request.kind, ValuesRequest::Kind::LabelNames);
        world.source->answerValues({{QString(), {u"job"_s, u"zone"_s}}});
        QTRY_COMPARE(world.session->variable(u"Filters"_s)->options.size(), 2);
        QCOMPARE(world.session->variable(u"Filters"_s)->values, QStringList{u"job|=|a"_s}); // nothing is chosen for the person
    }

    void allVariablesAsInAnAddress()
    {
        World world(kDashboard);
        world.settle();
        QCOMPARE(world.session->variableValue(u"__all_variables"_s)->text, u"var-Filters=job%7C%3D%7Ca&var-by=zone"_s);
    }

    void optionsOfTheFileBesideTheAnswer()
    {
        const auto offered = [](const QByteArray &order) {
            World world(R"({"schemaVersion":41,"title":"d","templating":{"list":[{"name":"v","type":"query","refresh":1,"sort":1,
              "query":"label_values(zone) ","staticOptions":[{"text":"None","value":"-"},{"value":"b"}],"staticOptionsOrder":")"
                        + order + R"("}]}})");
            world.session->start();
            QCoreApplication::processEvents();
            world.source->answerValues({{u"zone"_s, {u"c"_s, u"a"_s}}});
            QStringList texts;
            for (const VariableOption &option : world.session->variable(u"v"_s)->options)
                texts.append(option.text);
            return texts.join(u' ');
        };
        QCOMPARE(offered("before"), u"None b a c"_s);
        QCOMPARE(offered("after"), u"a c None b"_s);
        QCOMPARE(offered("sorted"), u"None a b c"_s);
    }

    void patternsThatTakeTooLongAreNamed()
    {
        VariableOption item;
        item.text = item.value = QString(5000, u'a') + u'!';
        const auto options = filteredOptions({item}, {u"/^(a+)+$/"_s});
        QVERIFY(!options);
        QCOMPARE(options.error().kind, Error::Kind::Limit);
    }

    void filtersAsDefault()
    {
        World world(kDashboard);
        world.settle();
        const Document document = *Document::fromText(kDashboard);
        const Result<Command> same = saveVariablesAsDefault(document, world.session->variables(), {});
        QVERIFY(!same || same->splices.isEmpty());
        world.session->setVariable(u"Filters"_s, {u"job|=|a"_s, u"c|=__gfp__|d|e"_s});
        const Result<Command> command = saveVariablesAsDefault(document, world.session->variables(), {});
        QVERIFY(command);
        EditHistory history(document);
        QVERIFY(history.apply(*command, 0));
        const Json filters = (*Json::parse(history.document().text()))[u"templating"][u"list"].at(0)[u"filters"];
        QCOMPARE(filters.size(), 2);
        QVERIFY(filters.at(0).contains(u"condition"));
        QCOMPARE(filters.at(1)[u"values"].toStrings(), (QStringList{u"d"_s, u"e"_s}));
    }
};

ADD_TEST(TstAdHocFilters)
#include "tst_adhocfilters.moc"
