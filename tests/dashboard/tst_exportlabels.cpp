// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QRegularExpression>
#include <dashboard/inputs.h>
#include <dashboard/panelediting.h>
#include <dashboard/v2/exportlabels.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray labelled(const QByteArray &refId, const QByteArray &label, const QByteArray &group = "prometheus")
{
    return v2Text("{ 'kind': 'PanelQuery', 'spec': { 'refId': '" + refId + "', 'hidden': false, 'query': { 'kind': 'DataQuery', 'group': '"
                  + group + "', 'version': 'v0', 'labels': { 'grafana.app/export-label': " + label
                  + ", 'grafana.app/export-datasource-name': 'Of the shop' }, 'spec': { 'expr': 'up' } } } }");
}

Document board(const QByteArray &queries)
{
    return *Document::fromText(
        v2Board("\"one\": " + v2Panel(1, "stat", "One", queries), v2Layout("GridLayout", v2Item("one", 0, 0, 12, 6))));
}

Json queryOf(const Document &document, int index)
{
    return document.valueAt(document.root() + "/elements/one/spec/data/spec/queries"_L1).at(index)[u"spec"][u"query"];
}

} // namespace

// Labels in the place of sources are inputs, whatever they are called, and stay labels when their panel is edited.
class TstExportLabels : public QObject
{
    Q_OBJECT

private slots:
    void everyLabelHasAName_data()
    {
        QTest::addColumn<QString>("label");
        for (const QString &label : {u"prometheus-1"_s, u"a_b"_s, u"a_5fb"_s, u"größe ${x}"_s, u"a.b/c"_s, u"\n"_s})
            QTest::newRow(qPrintable(label)) << label;
    }
    void everyLabelHasAName()
    {
        QFETCH(QString, label);
        QCOMPARE(labelOfPlaceholder(placeholderOfLabel(label)), label);
        QVERIFY(QRegularExpression(u"^\\w+$"_s).match(inputNameOfLabel(label)).hasMatch());
    }

    void whatIsNoPlaceholder()
    {
        for (const QString &text :
             {u"${x}"_s, u"${exportLabel_a"_s, u"${exportLabel_a_}"_s, u"${exportLabel_a_zz}"_s, u"${exportLabel_é}"_s})
            QCOMPARE(labelOfPlaceholder(text), QString());
    }

    void labelsAreAskedForOnce()
    {
        const Document document = board(labelled("A", "\"prometheus-1\"") + ", " + labelled("B", "\"prometheus-2\"") + ", "
                                        + labelled("C", "\"prometheus-1\"") + ", " + labelled("D", "\"loki-1\"", "loki"));
        const QList<DashboardInput> inputs = inputsOf(document);
        QCOMPARE(inputs.size(), 2); // no Loki
        QCOMPARE(inputs[0].shownName(), u"prometheus-1"_s);
        QCOMPARE(inputs[0].label, u"Of the shop"_s);
        QCOMPARE(inputs[1].shownName(), u"prometheus-2"_s);
        const PanelPtr panel = document.dashboard()->panels.first();
        QCOMPARE(panel->targets[1].datasource.uid, "${"_L1 + inputs[1].name + u'}');
    }

    void badLabelsAreNone()
    {
        const QByteArray huge = '"' + QByteArray(5000, 'x') + '"';
        for (const QByteArray &label : QByteArrayList{"7", "null", "[\"a\"]", "{\"a\": 1}", "\"\"", huge}) {
            const Document document = board(labelled("A", label));
            QVERIFY2(inputsOf(document).isEmpty(), label.left(20));
            QCOMPARE(document.dashboard()->panels.first()->targets.first().expr, u"up"_s);
        }
    }

    // A new query beside them bears the label too; one that gets a source loses it.
    void editsKeepLabels()
    {
        const Document document = board(labelled("A", "\"prometheus-1\""));
        const QString id = document.dashboard()->panels.first()->elementId();
        const Result<Command> more = addTarget(document, id, Json::object({{u"expr"_s, u"new"_s}}));
        QVERIFY(more);
        const Document added = *document.edited(more->splices);
        QCOMPARE(exportLabelOf(queryOf(added, 1)), u"prometheus-1"_s);
        QVERIFY(!added.text().contains("exportLabel_"));
        QCOMPARE(queryOf(added, 0), queryOf(document, 0));
        const Json source = Json::object({{u"type"_s, u"prometheus"_s}, {u"uid"_s, u"mine"_s}});
        const Result<Command> own = setPanelSource(added, id, source, u"T"_s);
        QVERIFY(own);
        const Document named = *added.edited(own->splices);
        for (int i : {0, 1}) {
            QCOMPARE(queryOf(named, i)[u"datasource"][u"name"].toString(), u"mine"_s);
            QVERIFY(!queryOf(named, i).contains(u"labels"));
        }
        QVERIFY(inputsOf(named).isEmpty());
    }
};

ADD_TEST(TstExportLabels)
#include "tst_exportlabels.moc"
