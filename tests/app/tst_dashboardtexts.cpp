// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/app.h>
#include <app/dashboardview.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/rowheader.h>
#include <widgets/plot/plotsurface.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
const QByteArray kBoard = R"({"title": "T", "schemaVersion": 41, "time": {"from": "now-6h", "to": "now"},
  "templating": {"list": [{"type": "custom", "name": "env", "query": "test,live", "current": {"text": "test", "value": "test"}}]},
  "panels": [
    {"id": 1, "type": "row", "title": "Row of $env", "gridPos": {"x": 0, "y": 0, "w": 24, "h": 1}, "panels": []},
    {"id": 2, "type": "stat", "title": "", "timeFrom": "1h", "gridPos": {"x": 0, "y": 1, "w": 12, "h": 8}},
    {"id": 3, "type": "stat", "title": "In $env", "timeFrom": "1h", "gridPos": {"x": 12, "y": 1, "w": 12, "h": 8}},
    {"id": 4, "type": "timeseries", "title": "", "transparent": true, "gridPos": {"x": 0, "y": 9, "w": 12, "h": 8}},
    {"id": 5, "type": "timeseries", "title": "", "gridPos": {"x": 12, "y": 9, "w": 12, "h": 8}}
  ]})";
}

// What a dashboard says in headers, and what stands behind its plots.
class TstDashboardTexts : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<App> m_app;
    std::unique_ptr<DashboardSession> m_session;
    std::unique_ptr<DashboardView> m_view;

    PanelFrame *frame(int id) const
    {
        for (const PanelInstance &instance : m_session->instances())
            if (instance.panel->id == id)
                return m_view->frame(instance.id);
        return nullptr;
    }

private slots:
    void initTestCase()
    {
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"})
            qputenv(name, m_folder.path().toUtf8());
        CommandLine line;
        line.source = QUrl(u"http://127.0.0.1:9"_s);
        m_app = std::make_unique<App>(line);
        SessionSetup setup;
        setup.traits = m_app->traits();
        m_session = std::make_unique<DashboardSession>(*Document::fromText(kBoard), m_app->sources(), setup);
        m_view = std::make_unique<DashboardView>(*m_session, m_app->panels());
        m_view->resize(1000, 800);
        m_view->show();
        m_session->start();
    }

    void cleanupTestCase()
    {
        m_view.reset();
        m_session.reset();
        m_app.reset();
    }

    void timeOfAPanelStandsAloneWithoutATitle()
    {
        QCOMPARE(frame(2)->title(), u"Last 1 hour"_s);
        QCOMPARE(frame(3)->title(), u"In test  ·  Last 1 hour"_s);
    }

    void rowsFollowTheVariables()
    {
        QCOMPARE(m_session->rows().size(), 1);
        auto *header = qobject_cast<RowHeader *>(m_view->grid().item(m_session->rows().first().id));
        QVERIFY(header);
        QCOMPARE(header->text(), u"Row of test"_s);
        m_session->setVariable(u"env"_s, {u"live"_s});
        QCOMPARE(header->text(), u"Row of live"_s);
        QCOMPARE(frame(3)->title(), u"In live  ·  Last 1 hour"_s);
    }

    void plotsOfTransparentPanelsHaveNoGroundOfTheirOwn()
    {
        const auto corner = [this](int id) {
            auto *plot = frame(id)->findChild<PlotSurface *>();
            const QImage image = plot->grab().toImage();
            return image.pixelColor(image.width() - 1, image.height() - 1);
        };
        QCOMPARE(corner(4), currentTheme(m_view.get()).bg.window);
        QCOMPARE(corner(5), currentTheme(m_view.get()).bg.panel);
    }
};

ADD_TEST(TstDashboardTexts)
#include "tst_dashboardtexts.moc"
