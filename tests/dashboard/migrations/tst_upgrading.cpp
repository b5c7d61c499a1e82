// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/layoutediting.h>
#include <dashboard/panelediting.h>
#include <dashboard/upgrading.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

// Numbers and escapes as no writer of JSON would spell them: what is not touched keeps them.
const QByteArray kGraph = R"({
  "schemaVersion": 14, "title": "Old\u0020one",
  "panels": [
    {"id": 1, "type": "graph", "title": "CPU", "fill": 1.0, "lines": true, "weight": 1e0,
     "gridPos": {"h": 8, "w": 12, "x": 0, "y": 0},
     "datasource": "Prometheus", "targets": [{"expr": "up", "refId": "A"}], "yaxes": [{"format": "bytes"}, {"format": "s"}]}
  ]
}
)";

const QByteArray kRows = R"({
  "schemaVersion": 12,
  "rows": [
    {"title": "First", "showTitle": true, "panels": [
      {"id": 1, "type": "graph", "span": 6, "weight": 1e0},
      {"type": "text", "span": 6, "content": "hi"}
    ]},
    {"title": "Folded", "collapse": true, "panels": [{"id": 2, "type": "singlestat", "span": 3}]}
  ]
}
)";

Document of(const QByteArray &text)
{
    return *Document::fromText(text);
}

Document done(const Document &document, const Result<Command> &command)
{
    return *document.edited(command->splices);
}

QByteArray undone(const Document &document, const Result<Command> &command)
{
    return done(document, command).edited(inverse(command->splices))->text();
}

} // namespace

class TestUpgrading : public QObject
{
    Q_OBJECT

private slots:
    void oldFormHoldsIt()
    {
        const Document document = of(kGraph);
        const auto title = setPanelValue(document, u"panel-1"_s, u"title"_s, u"Load"_s, u"Title"_s);
        QCOMPARE(done(document, title).text(), QByteArray(kGraph).replace("\"CPU\"", "\"Load\""));
        const auto expr = setPanelValue(document, u"panel-1"_s, u"targets.0.expr"_s, u"up == 1"_s, u"Query"_s);
        QCOMPARE(done(document, expr).text(), QByteArray(kGraph).replace("\"up\"", "\"up == 1\""));
        QCOMPARE(expr->notice, Command::Notice::None);
        const auto place = setPlaces(document, {{u"panel-1"_s, {0, 0, 12, 9}}}, u"Move"_s);
        QCOMPARE(done(document, place).text(), QByteArray(kGraph).replace("\"h\": 8", "\"h\": 9"));
    }

    void oldFormCannotHoldIt()
    {
        const Document document = of(kGraph);
        const auto unit = setPanelValue(document, u"panel-1"_s, u"fieldConfig.defaults.unit"_s, u"percent"_s, u"Unit"_s);
        QVERIFY(unit);
        QCOMPARE(unit->notice, Command::Notice::PanelUpgraded);
        QVERIFY(unit->text != u"Unit"_s);
        const Document after = done(document, unit);
        QCOMPARE(after.valueAt(u"/panels/0/type"_s).toString(), u"timeseries"_s);
        QCOMPARE(after.dashboard()->panel(1)->fieldConfig.get(u"defaults.unit").toString(), u"percent"_s);
        QVERIFY(after.text().contains("\"weight\": 1e0") && after.text().contains("Old\\u0020one"));
        QVERIFY(!after.text().contains("yaxes"));
        QCOMPARE(undone(document, unit), kGraph);
    }

    void rowsBecomeAGrid()
    {
        const Document document = of(kRows);
        QStringList ids;
        for (const PanelPtr &panel : document.dashboard()->panels)
            ids.append(panel->elementId());
        const auto move = setPlaces(document, {{u"panel-1"_s, {12, 1, 12, 7}}, {ids.at(1), {0, 1, 12, 7}}}, u"Move"_s);
        QVERIFY(move);
        QCOMPARE(move->notice, Command::Notice::LayoutUpgraded);
        const Document after = done(document, move);
        QVERIFY(!after.text().contains("\"rows\"") && after.text().contains("\"weight\": 1e0"));
        QCOMPARE(after.dashboard()->panel(1)->gridPos, (GridRect{12, 1, 12, 7}));
        QCOMPARE(after.dashboard()->panels.size(), ids.size());
        for (const QString &id : std::as_const(ids))
            QVERIFY2(after.dashboard()->panel(id), qPrintable(id));
        QCOMPARE(after.dashboard()->layout.children.size(), document.dashboard()->layout.children.size());
        QVERIFY(after.dashboard()->layout.children.at(1).collapsed);
        QCOMPARE(undone(document, move), kRows);
    }

    void panelInRowsIsUpgradedAlone()
    {
        const Document document = of(kRows);
        const auto edit = setPanelValue(document, u"panel-1"_s, u"options.legend.placement"_s, u"right"_s, u"Placement"_s);
        QVERIFY(edit);
        const Document after = done(document, edit);
        QCOMPARE(after.valueAt(u"/rows/0/panels/0/type"_s).toString(), u"timeseries"_s);
        QCOMPARE(after.valueAt(u"/rows/0/panels/0/span"_s).toInt(), 6);
        QCOMPARE(after.dashboard()->panel(1)->gridPos, document.dashboard()->panel(1)->gridPos);
        QCOMPARE(undone(document, edit), kRows);
    }

    void wholeFile()
    {
        for (const QByteArray &text : {kGraph, kRows}) {
            const Document document = of(text);
            const auto upgrade = upgradeDashboard(document);
            QVERIFY(upgrade);
            const Document after = done(document, upgrade);
            QCOMPARE(after.dashboard()->schemaVersion, kSchemaVersion);
            QVERIFY(after.text().contains("\"weight\": 1e0"));
            for (const PanelPtr &panel : after.dashboard()->panels)
                QVERIFY2(!panel->isMigrated, qPrintable(panel->pointer));
            QVERIFY(upgradeDashboard(after)->isEmpty());
            QCOMPARE(undone(document, upgrade), text);
        }
    }
};

ADD_TEST(TestUpgrading)
#include "tst_upgrading.moc"
