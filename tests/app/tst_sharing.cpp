// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>
#include <dashboard/document.h>
#include <tests/support/fakesource.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/panelframe.h>

using namespace Qt::StringLiterals;

// Exports by keys alone, the file's name typed into the dialog; what was written is read back.
class TstSharing : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<App> m_app;
    std::unique_ptr<MainWindow> m_window;

    QString file()
    {
        QFile out(m_folder.filePath(u"own.json"_s));
        if (out.open(QIODevice::WriteOnly))
            out.write(R"({
  "title": "Shop",
  "schemaVersion": 41,
  "panels": [
    {"id": 1, "type": "timeseries", "title": "Orders", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8},
      "datasource": {"type": "prometheus", "uid": "fake"}, "targets": [{"refId": "A", "expr": "orders", "datasource": {"type": "prometheus", "uid": "fake"}}]}
  ]
}
)");
        return out.fileName();
    }
    void typeInto(const QString &dialogName, const QString &path)
    {
        auto *dialog = m_window->findChild<QFileDialog *>(dialogName);
        QVERIFY(dialog && dialog->isVisible());
        auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s); // Qt's own dialog
        QVERIFY(name);
        dialog->activateWindow();
        name->setFocus(); // without it the dialog keeps the file that it proposed
        QTRY_VERIFY(name->hasFocus());
        name->selectAll();
        QTest::keyClicks(name, QFileInfo(path).fileName()); // the dialog is in the dashboard's folder
        QCOMPARE(name->text(), QFileInfo(path).fileName());
        QTimer::singleShot(2000, qApp, [] { // a question would wait for ever
            if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
                QTest::qFail(qPrintable(box->text()), __FILE__, __LINE__);
                box->close();
            }
        });
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(QFile::exists(path));
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        qputenv("XDG_STATE_HOME", m_folder.path().toUtf8());
        CommandLine line;
        line.source = QUrl(u"http://127.0.0.1:9"_s);
        m_app = std::make_unique<App>(line);
        m_app->sources().set({u"fake"_s, u"Shop's server"_s, u"prometheus"_s, std::make_shared<FakeSource>()});
        m_app->sources().setDefault(u"fake"_s);
    }
    void init()
    {
        m_window = std::make_unique<MainWindow>(*m_app);
        m_window->resize(1400, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QVERIFY(m_window->opener().openFile(file()));
    }
    void cleanup() { m_window.reset(); }
    void cleanupTestCase() { m_app.reset(); }

    void dashboardForOthers()
    {
        const QByteArray before = m_window->currentDashboard()->editor().document().text();
        gui::key(*m_window, Qt::Key_K, Qt::ControlModifier);
        QVERIFY(gui::find(*m_window, u"palette"_s));
        gui::keys(*m_window, u"export for sharing"_s);
        gui::key(*m_window, Qt::Key_Return);
        const QString path = m_folder.filePath(u"shared.json"_s);
        typeInto(u"saveDialog"_s, path);
        const Result<Document> shared = Document::open(path);
        QVERIFY(shared);
        const Json json = *Json::parse(shared->text());
        QCOMPARE(json[u"__inputs"].size(), 1);
        const QString input = json[u"__inputs"].at(0)[u"name"].toString();
        QCOMPARE(json[u"__inputs"].at(0)[u"type"].toString(), u"datasource"_s);
        QCOMPARE(json[u"__inputs"].at(0)[u"pluginId"].toString(), u"prometheus"_s);
        QCOMPARE(json[u"__inputs"].at(0)[u"label"].toString(), u"Shop's server"_s);
        QStringList required;
        for (const Json &each : json[u"__requires"].items())
            required.append(each[u"id"].toString());
        QVERIFY2(required.contains(u"prometheus"_s) && required.contains(u"timeseries"_s), qPrintable(required.join(u' ')));
        const Panel &panel = *shared->dashboard()->panels.first();
        QCOMPARE(panel.title, u"Orders"_s);
        QCOMPARE(panel.targets.first().expr, u"orders"_s);
        QCOMPARE(panel.datasource.uid, u"${%1}"_s.arg(input));
        QCOMPARE(panel.targets.first().datasource.uid, u"${%1}"_s.arg(input));
        QCOMPARE(m_window->currentDashboard()->editor().document().text(), before); // the dashboard itself stays
        QCOMPARE(QFileInfo(m_window->currentDashboard()->path()).fileName(), u"own.json"_s);
    }

    void panelFromItsMenu()
    {
        PanelFrame *frame = m_window->currentDashboard()->view().frame(u"panel-1"_s);
        QTRY_VERIFY(frame->width() > 100);
        emit m_window->currentDashboard()->view().panelActionRequested(u"export.json"_s, u"panel-1"_s);
        const QString path = m_folder.filePath(u"panel.json"_s);
        typeInto(u"exportDialog"_s, path);
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const Json panel = *Json::parse(written.readAll());
        QCOMPARE(panel[u"title"].toString(), u"Orders"_s);
        QCOMPARE(panel[u"targets"].at(0)[u"expr"].toString(), u"orders"_s);
    }
};

ADD_TEST(TstSharing)
#include "tst_sharing.moc"
