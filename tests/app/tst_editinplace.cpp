// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>
#include <app/overrideedit.h>
#include <pipeline/color.h>
#include <tests/support/gui.h>
#include <tests/support/stubserver.h>
#include <tests/support/testmain.h>
#include <widgets/controls/panelframe.h>
#include <widgets/form/colorpicker.h>
#include <widgets/legend.h>

using namespace Qt::StringLiterals;

// What a person changes in a panel itself, the colour of a series and the width of a column, is an edit of the file.
class TstEditInPlace : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    StubServer m_server;
    std::unique_ptr<App> m_app;
    std::unique_ptr<MainWindow> m_window;

    static QByteArray document()
    {
        return R"({
  "title": "In place",
  "schemaVersion": 41,
  "panels": [
    {"id": 1, "type": "timeseries", "title": "Series", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 9},
     "targets": [{"refId": "A", "expr": "up", "legendFormat": "{{job}}"}]},
    {"id": 2, "type": "table", "title": "Rows", "gridPos": {"x": 12, "y": 0, "w": 12, "h": 9},
     "fieldConfig": {"defaults": {}, "overrides": [{"matcher": {"id": "byName", "options": "job"}, "properties": []}]},
     "targets": [{"refId": "A", "expr": "up", "instant": true, "format": "table"}]}
  ]
}
)";
    }
    DashboardPage &page() { return *m_window->currentDashboard(); }
    PanelWidget *panel(int id) { return page().view().panel(u"panel-%1"_s.arg(id)); }
    QByteArray text() { return page().editor().document().text(); }
    Json overrides(int id) { return page().editor().document().dashboard()->panel(id)->fieldConfig[u"overrides"]; }

    static StubAnswer answer(const StubRequest &request)
    {
        const auto parameter = [&](const char *name) { return request.query.queryItemValue(QLatin1String(name)).toDouble(); };
        const auto series
            = [](const QByteArray &job, const QByteArray &samples) { return "{\"metric\":{\"job\":\"" + job + "\"}," + samples + "}"; };
        if (request.path.endsWith(u"/query_range"_s)) {
            QByteArray values;
            for (double at = parameter("start"); at <= parameter("end"); at += std::max(1.0, parameter("step")))
                values += (values.isEmpty() ? "" : ",") + QByteArray("[") + QByteArray::number(at, 'f', 3) + ",\"1\"]";
            return StubAnswer::json(R"({"status":"success","data":{"resultType":"matrix","result":[)"
                                    + series("api", "\"values\":[" + values + "]") + "," + series("db", "\"values\":[" + values + "]")
                                    + "]}}");
        }
        return StubAnswer::json(R"({"status":"success","data":{"resultType":"vector","result":[)" + series("api", "\"value\":[1,\"1\"]")
                                + "," + series("db", "\"value\":[1,\"2\"]") + "]}}");
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        qputenv("XDG_STATE_HOME", m_folder.path().toUtf8());
        m_server.setScript(&TstEditInPlace::answer);
        CommandLine line;
        line.source = m_server.url();
        m_app = std::make_unique<App>(line);
        m_window = std::make_unique<MainWindow>(*m_app);
        m_window->resize(1400, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QFile file(m_folder.filePath(u"inplace.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(document());
        file.close();
        QVERIFY(m_window->opener().openFile(file.fileName()));
        QTRY_VERIFY_WITH_TIMEOUT(panel(1) && panel(2) && !panel(1)->table().isEmpty() && !panel(2)->table().isEmpty(), 20'000);
    }
    void init()
    {
        m_window->activateWindow(); // a popup had it
        QTRY_VERIFY(m_window->isActiveWindow());
    }
    void cleanup()
    {
        while (page().editor().history().canUndo())
            QVERIFY(page().editor().undo());
        QCOMPARE(text(), document());
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_app.reset();
    }

    void aSwatchPicksAColour()
    {
        auto *legend = panel(1)->findChild<LegendView *>(u"legend"_s);
        QVERIFY(legend);
        QTRY_VERIFY(legend->isVisible() && legend->model().items.size() == 2);
        QTest::mouseClick(legend, Qt::LeftButton, {}, legend->swatchRect(1).center());
        auto *popup = qobject_cast<ColorPopup *>(QApplication::activePopupWidget());
        QVERIFY(popup);
        QCOMPARE(legend->model().items[1].state, LegendItem::State::On); // nothing was isolated by that click
        gui::picture(*popup, u"legend-color"_s);
        QTest::keyClick(popup->focusWidget() ? popup->focusWidget() : popup, Qt::Key_Return);
        QTRY_COMPARE(overrides(1).items().size(), size_t(1));
        const Json made = overrides(1).items().front();
        QCOMPARE(made[u"matcher"][u"options"].toString(), u"db"_s);
        QCOMPARE(made[u"properties"].items().front()[u"id"].toString(), u"color"_s);
        QCOMPARE(made[u"properties"].items().front()[u"value"][u"mode"].toString(), u"fixed"_s);
        QCOMPARE(page().editor().history().commands().size(), 1);
        const QString name = made[u"properties"].items().front()[u"value"][u"fixedColor"].toString();
        QTRY_COMPARE(legend->model().items[1].color, toQColor(colorByName(name, Brightness::Dark)));

        legend->setFocus();
        QTest::keyClick(legend, Qt::Key_End);
        QTest::keyClick(legend, Qt::Key_C);
        popup = qobject_cast<ColorPopup *>(QApplication::activePopupWidget());
        QVERIFY(popup);
        emit popup->colorChosen(QString()); // "Automatic colour"
        popup->close();
        QTRY_COMPARE(overrides(1).items().size(), size_t(0));
    }

    void aDraggedColumnKeepsItsWidth()
    {
        auto *view = panel(2)->findChild<QTableView *>(u"table"_s);
        QVERIFY(view);
        QHeaderView *head = view->horizontalHeader();
        QTRY_VERIFY(view->isVisible() && head->count() >= 3);
        const QPoint edge(head->sectionViewportPosition(1) + head->sectionSize(1) - 1, 14);
        const int before = head->sectionSize(1);
        const int width = before + 40;
        QTest::mousePress(head->viewport(), Qt::LeftButton, {}, edge);
        QMouseEvent move(QEvent::MouseMove, edge + QPoint(40, 0), head->viewport()->mapToGlobal(edge + QPoint(40, 0)), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(head->viewport(), &move);
        QTest::mouseRelease(head->viewport(), Qt::LeftButton, {}, edge + QPoint(40, 0));
        QTRY_COMPARE(overrides(2).items().front()[u"properties"].items().size(), size_t(1)); // joins the override that was there
        const Json made = overrides(2).items().front()[u"properties"].items().front();
        QCOMPARE(made[u"id"].toString(), u"custom.width"_s);
        QCOMPARE(int(made[u"value"].toInt()), width);
        QTRY_COMPARE(head->sectionSize(1), width);
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(head->sectionSize(1), before);
    }

    void overrides_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<bool>("takesAway");
        QTest::addColumn<int>("kind"); // -1: nothing to do
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const char *before, bool takesAway, int kind, const char *path) {
            QTest::newRow(name) << QByteArray(before) << takesAway << kind << QString::fromLatin1(path);
        };
        const int set = int(PanelEdit::Kind::Set);
        const int add = int(PanelEdit::Kind::AddItem);
        const int remove = int(PanelEdit::Kind::RemoveItem);
        const char *own
            = R"([{"matcher":{"id":"byName","options":"a"},"properties":[{"id":"unit","value":"s"},{"id":"color","value":1}]}])";
        const char *only = R"([{"matcher":{"id":"byName","options":"a"},"properties":[{"id":"color","value":1}]}])";
        row("none yet", "null", false, add, "fieldConfig.overrides");
        row("in place", own, false, set, "fieldConfig.overrides.0.properties.1.value");
        row("joins", R"([{"matcher":{"id":"byName","options":"a"},"properties":[]}])", false, add, "fieldConfig.overrides.0.properties");
        row("another field's", R"([{"matcher":{"id":"byName","options":"b"},"properties":[]}])", false, add, "fieldConfig.overrides");
        row("a later one would win",
            R"([{"matcher":{"id":"byName","options":"a"},"properties":[]},{"matcher":{"id":"byRegexp","options":"."},"properties":[{"id":"color"}]}])",
            false, add, "fieldConfig.overrides");
        row("takes away the property", own, true, remove, "fieldConfig.overrides.0.properties");
        row("takes away the override", only, true, remove, "fieldConfig.overrides");
        row("nothing to take away", "[]", true, -1, "");
    }

    void overrides()
    {
        QFETCH(QByteArray, before);
        QFETCH(bool, takesAway);
        const auto edit = overrideEdit(*Json::parse(before), u"a"_s, u"color"_s, takesAway ? Json() : Json(2), u"Colour"_s);
        QTEST(edit ? int(edit->kind) : -1, "kind");
        QTEST(edit ? edit->path : QString(), "path");
    }
};

ADD_TEST(TstEditInPlace)
#include "tst_editinplace.moc"
