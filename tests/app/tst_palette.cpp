// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actions.h>
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>
#include <app/palette.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/panelframe.h>

using namespace Qt::StringLiterals;

// Actions by keys, chords, the palette and the help sheet, in a window whose dashboard asks nothing.
class TstPalette : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<App> m_app;
    std::unique_ptr<MainWindow> m_window;

    QString dashboardFile()
    {
        QFile file(m_folder.filePath(u"texts.json"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(
                "{\"title\": \"Texts\", \"schemaVersion\": 41, \"panels\": ["
                "{\"id\": 1, \"type\": \"text\", \"title\": \"Latency notes\", \"gridPos\": {\"x\": 0, \"y\": 0, \"w\": 12, \"h\": 8}},"
                "{\"id\": 2, \"type\": \"text\", \"title\": \"Far down\", \"gridPos\": {\"x\": 0, \"y\": 90, \"w\": 12, \"h\": 8}}]}");
        return file.fileName();
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        CommandLine line;
        line.source = QUrl(u"http://127.0.0.1:9"_s);
        m_app = std::make_unique<App>(line);
    }
    void init()
    {
        m_window = std::make_unique<MainWindow>(*m_app);
        m_window->resize(1400, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QVERIFY(m_window->opener().openFile(dashboardFile()));
    }
    void cleanup() { m_window.reset(); }
    void cleanupTestCase() { m_app.reset(); }

    void everyActionIsSound()
    {
        QStringList ids;
        QStringList ways;
        for (const Action &action : m_window->actions().all()) {
            QVERIFY2(!action.text.isEmpty() && !action.group.isEmpty() && action.run, qPrintable(action.id));
            QVERIFY2(QFile::exists(QLatin1String(":/icons/") + action.icon + QLatin1String(".svg")), qPrintable(action.icon));
            ids.append(action.id);
            for (const QKeySequence &keys : action.keys)
                ways.append(keys.toString());
            ways += action.chords;
        }
        const auto distinct = [](QStringList list) { return list.removeDuplicates() == 0; };
        QVERIFY(distinct(ids));
        QVERIFY2(distinct(ways), qPrintable(ways.join(u' ')));
    }

    void goesToAPanel()
    {
        gui::key(*m_window, Qt::Key_K, Qt::ControlModifier);
        gui::find(*m_window, u"palette"_s);
        gui::picture(*m_window, u"palette-all"_s);
        gui::keys(*m_window, u"far"_s);
        gui::picture(*m_window, u"palette-far"_s);
        gui::key(*m_window, Qt::Key_Return);
        DashboardPage &page = *m_window->currentDashboard();
        PanelFrame *frame = page.view().frame(page.session().instances().last().id);
        QTRY_VERIFY(frame->hasFocus() || frame->isAncestorOf(QApplication::focusWidget()));
        QTRY_VERIFY(!frame->visibleRegion().isEmpty());
        QVERIFY(!m_window->findChild<Palette *>() || !m_window->findChild<Palette *>()->isVisible());
    }

    void runsACommand()
    {
        gui::key(*m_window, Qt::Key_K, Qt::ControlModifier);
        gui::keys(*m_window, u"kiosk"_s);
        gui::key(*m_window, Qt::Key_Return);
        QTRY_VERIFY(m_window->isKiosk());
        gui::key(*m_window, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->isKiosk());
    }

    void closesAndGivesTheFocusBack()
    {
        auto *before = QApplication::focusWidget();
        gui::key(*m_window, Qt::Key_K, Qt::ControlModifier);
        QPointer<Palette> palette = m_window->findChild<Palette *>();
        QVERIFY(palette);
        gui::key(*m_window, Qt::Key_Escape);
        QTRY_VERIFY(!palette);
        QCOMPARE(QApplication::focusWidget(), before);
        gui::key(*m_window, Qt::Key_K, Qt::ControlModifier);
        palette = m_window->findChild<Palette *>();
        QTest::mouseClick(palette, Qt::LeftButton, {}, QPoint(5, 5)); // on the scrim
        QTRY_VERIFY(!palette);
    }

    void helpShowsEveryActionWithKeys()
    {
        gui::keys(*m_window, u"?"_s);
        QWidget *help = gui::find(*m_window, u"helpSheet"_s);
        QVERIFY(help);
        gui::picture(*m_window, u"help"_s);
        for (const Action &action : m_window->actions().all())
            if (!action.keys.isEmpty() || !action.chords.isEmpty())
                QVERIFY2(help->findChild<QWidget *>(u"help:"_s + action.id), qPrintable(action.id));
        gui::keys(*m_window, u"dk"_s); // nothing happens below an open sheet
        QVERIFY(!m_window->isKiosk());
        gui::key(*m_window, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<QWidget *>(u"helpSheet"_s));
        gui::keys(*m_window, u"dk"_s);
        QTRY_VERIFY(m_window->isKiosk());
    }
};

ADD_TEST(TstPalette)
#include "tst_palette.moc"
