// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/app/stubwindow.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/panelframe.h>

using namespace Qt::StringLiterals;

// A panel that has no picture says why, and its button leads to what can be done.
class TstPanelMessages : public QObject
{
    Q_OBJECT

    OwnHome m_home;

private slots:
    void leadsToTheQuery_data()
    {
        QTest::addColumn<QByteArray>("targets");
        QTest::addColumn<QString>("headline");
        QTest::newRow("refused") << QByteArray(R"([{"refId": "A", "expr": "up +"}])") << u"unexpected end"_s;
        QTest::newRow("none") << QByteArray("[]") << u"This panel has no query"_s;
    }
    void leadsToTheQuery()
    {
        QFETCH(QByteArray, targets);
        QFETCH(QString, headline);
        StubWindow desk([](const StubRequest &) {
            StubAnswer refused = StubAnswer::json(R"({"status":"error","errorType":"bad_data","error":"unexpected end"})");
            refused.status = 400;
            return refused;
        });
        QFile out(m_home.folder.filePath(u"one.json"_s));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(R"({"title": "T", "schemaVersion": 42, "panels": [{"id": 1, "type": "timeseries", "title": "P",
                      "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8}, "targets": )"
                  + targets + "}]}");
        out.close();
        DashboardPage *page = desk.open(out.fileName());
        QVERIFY(page);
        const auto state = [&] { return page->view().frame(u"panel-1"_s)->state(); };
        QTRY_COMPARE(state().body, PanelFrameState::Body::Message);
        QCOMPARE(state().headline, headline);
        gui::click(desk.window, u"panel.action.edit"_s);
        QCOMPARE(page->editedPanel(), u"panel-1"_s);
    }
};

ADD_TEST(TstPanelMessages)
#include "tst_panelmessages.moc"
