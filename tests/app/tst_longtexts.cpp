// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagehands.h"
#include "richboard.h"
#include <app/actions.h>
#include <app/app.h>
#include <app/comparesheet.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>
#include <app/paneledits.h>
#include <app/settings/settingshost.h>
#include <app/settings/variabletypes.h>
#include <tests/support/clipping.h>
#include <tests/support/gui.h>
#include <tests/support/pseudolocale.h>
#include <tests/support/testmain.h>
#include <widgets/controls/popup.h>
#include <widgets/controls/sheet.h>

using namespace Qt::StringLiterals;

// Every page and dialog with texts 40 % longer: nothing is cut off, nothing lies on top of something else.
class TstLongTexts : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<PseudoLocale> m_longer;
    std::unique_ptr<App> m_app;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_faults;
    QStringList m_panels; // instances, one a type

    MainWindow &window() { return *m_window; }
    DashboardPage &page() { return *m_window->currentDashboard(); }

    static void settle()
    {
        for (int pass = 0; pass < 4; ++pass) {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QCoreApplication::processEvents();
        }
    }
    void look(const QString &scene)
    {
        settle();
        for (const QString &fault : clipping::faults())
            m_faults.append(scene + u" | "_s + fault);
        for (QWidget *each : QApplication::topLevelWidgets())
            if (each->isVisible())
                gui::picture(*each, u"long-%1-%2%3"_s.arg(scene).arg(window().width()).arg(each == m_window.get() ? u""_s : u"-popup"_s));
    }
    void shut()
    {
        for (QWidget *each : QApplication::topLevelWidgets())
            if (each->isVisible() && each != m_window.get())
                each->close();
        while (Sheet *sheet = Sheet::topOf(m_window.get())) {
            sheet->close();
            settle();
        }
        settle();
        QApplication::setActiveWindow(m_window.get());
    }
    void afterClick(const QString &button, const QString &scene)
    {
        gui::click(window(), button);
        look(scene);
        shut();
    }
    void run(const QString &action, const QString &scene)
    {
        QVERIFY2(window().actions().trigger(action), qPrintable(action));
        look(scene);
        shut();
    }
    void finish() { QVERIFY2(m_faults.isEmpty(), qPrintable(u"\n"_s + m_faults.join(u'\n'))); }
    static void sizes()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("small") << QSize(1280, 720);
        QTest::newRow("large") << QSize(1600, 1000);
    }

private slots:
    void initTestCase()
    {
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"})
            qputenv(name, m_folder.path().toUtf8());
        m_longer = std::make_unique<PseudoLocale>();
        CommandLine line;
        line.source = QUrl(u"http://127.0.0.1:9"_s);
        m_app = std::make_unique<App>(line);
        QFile out(m_folder.filePath(u"board.json"_s));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(richBoard(m_app->panels()));
        for (const PanelType &type : m_app->panels().types())
            if (type.id != u"row")
                m_panels.append(u"panel-%1"_s.arg(m_panels.size() + 1));
    }
    void init()
    {
        m_faults.clear();
        QFETCH(QSize, size);
        m_window = std::make_unique<MainWindow>(*m_app);
        m_window->resize(size);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QVERIFY(m_window->opener().openFile(m_folder.filePath(u"board.json"_s)));
        m_window->activateWindow();
        settle();
        QCOMPARE(m_window->size(), size);
    }
    void cleanup() { m_window.reset(); }
    void cleanupTestCase()
    {
        m_app.reset();
        m_longer.reset();
    }

    void dashboard_data() { sizes(); }
    void dashboard()
    {
        look(u"dashboard"_s);
        page().openAddMenu();
        look(u"add"_s);
        shut();
        page().openTimePicker();
        look(u"time"_s);
        shut();
        afterClick(u"saveMore"_s, u"save"_s);
        afterClick(u"about"_s, u"about"_s);
        run(u"palette"_s, u"palette"_s);
        run(u"help"_s, u"help"_s);
        run(u"keys"_s, u"keys"_s);
        page().openGallery();
        look(u"gallery"_s);
        shut();
        for (const QString &each : {u"data"_s, u"query"_s, u"json"_s}) {
            page().inspect(m_panels.first(), each);
            look(u"inspect-"_s + each);
            shut();
        }
        finish();
    }

    void changed_data() { sizes(); }
    void changed()
    {
        page().edits().addRow();
        look(u"changed"_s);
        afterClick(u"history"_s, u"history"_s);
        (new CompareSheet(richBoard(m_app->panels()), page().editor().document().text(), m_window.get()))->open();
        look(u"compare"_s);
        shut();
        run(u"tab.close"_s, u"close"_s);
        page().editor().discard();
        finish();
    }

    void pages_data() { sizes(); }
    void pages()
    {
        window().showHome();
        look(u"home"_s);
        window().showSources();
        look(u"sources"_s);
        gui::click(window(), u"sourceAdd"_s);
        gui::click(window(), u"sourceTraceAdd"_s);
        look(u"sources-add"_s);
        shut();
        window().showExplore();
        look(u"explore"_s);
        if (const auto *dock = window().findChild<QWidget *>(u"exploreDock"_s); !dock || !dock->isVisible())
            gui::click(window(), u"showDock"_s);
        for (const QString &each : {u"history"_s, u"metrics"_s, u"labels"_s}) {
            pagehands::openTab(window(), u"exploreTabs"_s, each);
            look(u"explore-"_s + each);
        }
        gui::click(window(), u"split"_s);
        look(u"explore-split"_s);
        finish();
    }

    void editor_data() { sizes(); }
    void editor()
    {
        for (const QString &each : std::as_const(m_panels)) {
            page().editPanel(each);
            settle();
            pagehands::openGroups(window());
            const QString scene = u"editor-"_s + page().editor().document().dashboard()->panel(each.mid(6).toInt())->type;
            look(scene);
        }
        page().editPanel(m_panels.first());
        for (const QString &each : {u"queries"_s, u"transformations"_s, u"json"_s}) {
            pagehands::openTab(window(), u"queryTabs"_s, each);
            look(u"editor-"_s + each);
        }
        finish();
    }

    void settings_data() { sizes(); }
    void settings()
    {
        for (const QString &each : {u"general"_s, u"variables"_s, u"links"_s, u"json"_s}) {
            page().settings().open(each);
            look(u"settings-"_s + each);
        }
        for (const VariableType &type : variableTypes()) {
            page().settings().showVariable(u"of_"_s + type.id);
            look(u"variable-"_s + type.id);
        }
        finish();
    }
};

ADD_TEST(TstLongTexts)
#include "tst_longtexts.moc"
