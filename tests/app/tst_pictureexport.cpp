// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/panelframe.h>

using namespace Qt::StringLiterals;

// Export of a panel and of the whole dashboard from the window, as pixels, shapes and pages.
class TstPictureExport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<App> m_app;
    std::unique_ptr<MainWindow> m_window;

    DashboardPage &page() { return *m_window->currentDashboard(); }

    QString file()
    {
        QFile out(m_folder.filePath(u"notes.json"_s));
        if (out.open(QIODevice::WriteOnly))
            out.write(R"({"title": "Notes $who", "schemaVersion": 41,
                "templating": {"list": [{"type": "custom", "name": "who", "query": "Ada,Grace",
                    "current": {"text": "Ada", "value": "Ada"}}]},
                "panels": [
                {"id": 1, "type": "text", "title": "First", "gridPos": {"x": 0, "y": 0, "w": 24, "h": 20}, "options": {"content": "one"}},
                {"id": 2, "type": "text", "title": "Far", "gridPos": {"x": 0, "y": 90, "w": 24, "h": 20}, "options": {"content": "of $who"}}
                ]})");
        return out.fileName();
    }

    QFileDialog *openDialog()
    {
        for (QFileDialog *each : page().findChildren<QFileDialog *>(u"exportDialog"_s))
            if (each->isVisible())
                return each;
        return nullptr;
    }

    // Answers the file dialog and gives what was written.
    QByteArray written(const QString &name)
    {
        const QString path = m_folder.filePath(name);
        QFile::remove(path);
        QFileDialog *dialog = openDialog();
        if (!dialog || dialog->defaultSuffix() != QFileInfo(name).suffix())
            return {};
        emit dialog->fileSelected(path);
        dialog->close();
        if (!QFileInfo(path).dir().exists() || !QTest::qWaitFor([&] { return QFile::exists(path); }))
            return {};
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        qputenv("XDG_STATE_HOME", m_folder.path().toUtf8());
        CommandLine line;
        line.source = QUrl(u"http://127.0.0.1:9"_s);
        m_app = std::make_unique<App>(line);
        m_window = std::make_unique<MainWindow>(*m_app);
        m_window->resize(1200, 700);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QVERIFY(m_window->opener().openFile(file()));
        QTRY_VERIFY(page().view().frame(u"panel-1"_s));
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_app.reset();
    }

    void panel()
    {
        emit page().view().panelActionRequested(u"export.svg"_s, u"panel-1"_s);
        const QByteArray svg = written(u"panel.svg"_s);
        QVERIFY(svg.contains(">First</text>"));
        QVERIFY(svg.contains(">one</text>"));
        QVERIFY(!svg.contains("Far"));
        emit page().view().panelActionRequested(u"export.pdf"_s, u"panel-1"_s);
        QVERIFY(written(u"panel.pdf"_s).startsWith("%PDF"));
        emit page().view().panelActionRequested(u"export.png"_s, u"panel-1"_s);
        QCOMPARE(QImage::fromData(written(u"panel.png"_s)).size(), page().view().frame(u"panel-1"_s)->size() * 2);
    }

    // With the variables of the page, and with what is not on the screen; the page stays as it is.
    void dashboard()
    {
        page().session().setVariable(u"who"_s, {u"Grace"_s});
        m_window->fileAction(u"export.svg"_s);
        const QByteArray svg = written(u"all.svg"_s);
        QVERIFY(svg.contains(">Notes Grace</text>"));
        QVERIFY(svg.contains(">First</text>") && svg.contains(">Far</text>") && svg.contains(">of Grace</text>"));
        m_window->fileAction(u"export.pdf"_s);
        QVERIFY(written(u"all.pdf"_s).count("/Type /Page\n") >= 2);
        m_window->fileAction(u"export.png"_s);
        QVERIFY(QImage::fromData(written(u"all.png"_s)).height() > 2 * m_window->height());
        const auto isSheet = [](const QWidget *widget) { return widget->objectName() == u"exportSheet"; };
        QTRY_VERIFY(QApplication::topLevelWidgets().removeIf(isSheet) == 0);
        QVERIFY(!page().editor().isModified());
    }

    void aFileThatCannotBeWrittenIsTold()
    {
        QSignalSpy told(&page(), &DashboardPage::notice);
        m_window->fileAction(u"export.svg"_s);
        written(u"none/all.svg"_s);
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(told.first()[2].toString().contains(u"none"_s));
    }

    // The page goes while the picture is being made.
    void closesMeanwhile()
    {
        m_window->fileAction(u"export.svg"_s);
        QFileDialog *dialog = openDialog();
        QVERIFY(dialog);
        emit dialog->fileSelected(m_folder.filePath(u"late.svg"_s));
        m_window.reset();
        QCoreApplication::processEvents();
        QVERIFY(!QFile::exists(m_folder.filePath(u"late.svg"_s)));
    }
};

ADD_TEST(TstPictureExport)
#include "tst_pictureexport.moc"
