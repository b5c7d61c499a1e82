// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QStandardPaths>
#include <QtGui/QClipboard>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QLineEdit>
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/loadwatch.h>
#include <app/localengineservice.h>
#include <app/mainwindow.h>
#include <tests/support/stallwatch.h>
#include <tests/support/testmain.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/panelframe.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

// The real program in a real window (CMake runs this under Xvfb), over the live sample: clicks through it by mouse and keyboard, and
// takes the pictures of README when PROMONTORY_WRITE_DOCS is set.
class TstSmoke : public QObject
{
    Q_OBJECT

    static constexpr int kPatienceMs = 60'000;

    QTemporaryDir m_home;
    std::unique_ptr<App> m_app;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<StallWatch> m_stalls;

    DashboardPage &page() { return *m_window->currentDashboard(); }
    DashboardSession &session() { return page().session(); }

    template <class Widget = QWidget>
    Widget *find(const QString &name)
    {
        for (QWidget *top : QApplication::topLevelWidgets())
            for (Widget *each : top->findChildren<Widget *>(name))
                if (each->isVisible())
                    return each;
        for (QWidget *top : QApplication::topLevelWidgets())
            if (top->objectName() == name && top->isVisible())
                return qobject_cast<Widget *>(top);
        return nullptr;
    }

    void click(const QString &name)
    {
        QTRY_VERIFY2(find(name), qPrintable(name));
        QTest::mouseClick(find(name), Qt::LeftButton);
    }

    QString panelId(const QString &title)
    {
        for (const PanelInstance &instance : session().instances())
            if (instance.panel->title == title)
                return instance.id;
        return {};
    }

    bool allDone()
    {
        if (session().isLoading())
            return false;
        for (const QString &id : page().view().grid().visibleItems())
            if (session().instance(id) && page().view().asks(id) && session().data(id).state != PanelData::State::Done)
                return false;
        return true;
    }

    void choose(const QString &list, const QString &text)
    {
        QTRY_VERIFY2(find<QAbstractItemView>(list), qPrintable(list));
        auto *view = find<QAbstractItemView>(list);
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const QModelIndex index = view->model()->index(row, 0);
            if (index.data().toString() != text)
                continue;
            view->scrollTo(index);
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
            return;
        }
        QFAIL(qPrintable(u"no %1 in %2"_s.arg(text, list)));
    }

    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariableIsSet("PROMONTORY_WRITE_DOCS") ? QStringLiteral(SOURCE_DIR "/docs/pictures")
                                                                                  : QDir::currentPath() + u"/pictures"_s;
        QVERIFY(QDir().mkpath(folder));
        QCoreApplication::processEvents();
        QVERIFY(m_window->grab().save(folder + u'/' + name + u".png"_s));
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(false);
        QVERIFY(m_home.isValid());
        for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            qputenv(name, m_home.path().toUtf8());
        CommandLine line;
        line.demo = true;
        line.theme = u"dark"_s;
        m_stalls = std::make_unique<StallWatch>();
        m_app = std::make_unique<App>(line);
        m_window = std::make_unique<MainWindow>(*m_app);
        m_window->resize(1600, 1000);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QApplication::setActiveWindow(m_window.get()); // Xvfb has no window manager that would do it
        const auto demo = m_app->demoFile();
        QVERIFY2(demo, demo ? "" : qPrintable(demo.error().what));
        QVERIFY(m_window->opener().openFile(*demo));
        m_app->startEngine();
    }

    void showsDataInEveryPanel()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_app->localEngine()->engine().state() == LocalEngine::State::Ready, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(allDone(), kPatienceMs);
        for (const QString &id : page().view().grid().visibleItems()) {
            if (!session().instance(id) || !page().view().asks(id))
                continue;
            QVERIFY2(!session().data(id).error, qPrintable(id));
            QVERIFY2(page().view().frame(id)->state().body == PanelFrameState::Body::Content,
                     qPrintable(session().instance(id)->panel->title));
        }
        qInfo("longest stall of the window while starting: %.0f ms", m_stalls->longestMs());
        QVERIFY2(m_stalls->longestMs() < 500, qPrintable(QString::number(m_stalls->longestMs())));
        picture(u"dashboard-dark"_s);
    }

    void changesTheTimeRange()
    {
        m_stalls->reset();
        click(u"time.range"_s);
        choose(u"timePicker.quick"_s, u"Last 1 hour"_s);
        QTRY_COMPARE(session().rawRange().from, u"now-1h"_s);
        QTRY_VERIFY_WITH_TIMEOUT(allDone(), kPatienceMs);
        const TimeRange shown = session().data(panelId(u"Requests per second"_s)).range;
        QVERIFY(qAbs(shown.spanMs() - 3'600'000) < 120'000);
        click(u"time.zoomOut"_s);
        QTRY_VERIFY(session().range().spanMs() > 7'000'000);
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(session().rawRange().from, u"now-1h"_s);
    }

    void typesATimeRange()
    {
        click(u"time.range"_s);
        QTRY_VERIFY(find<QLineEdit>(u"timePicker.from"_s));
        auto *from = find<QLineEdit>(u"timePicker.from"_s);
        from->selectAll();
        QTest::keyClicks(from, u"now-6h"_s);
        auto *to = find<QLineEdit>(u"timePicker.to"_s);
        to->selectAll();
        QTest::keyClicks(to, u"now"_s);
        click(u"timePicker.apply"_s);
        QTRY_COMPARE(session().rawRange().from, u"now-6h"_s);
        QTRY_VERIFY_WITH_TIMEOUT(allDone(), kPatienceMs);
    }

    void changesAVariable()
    {
        QTRY_VERIFY(session().variable(u"instance"_s) && session().variable(u"instance"_s)->options.size() == 2);
        click(u"variable.instance.value"_s);
        choose(u"optionPopup.list"_s, u"app-2"_s);
        QTRY_COMPARE(session().variable(u"instance"_s)->values, QStringList{u"app-2"_s});
        QTRY_VERIFY_WITH_TIMEOUT(allDone(), kPatienceMs);
        const auto reports = session().explain(panelId(u"Requests per second"_s));
        QVERIFY(!reports.isEmpty());
        QVERIFY2(reports.first().text.contains(u"app-2"_s), qPrintable(reports.first().text));
    }

    void viewsAndInspectsAPanel()
    {
        const QString id = panelId(u"Requests per second"_s);
        QWidget *frame = find(u"panel."_s + id);
        QVERIFY(frame);
        QTest::mouseMove(frame, frame->rect().center());
        frame->setFocus();
        QTest::keyClick(frame, Qt::Key_V);
        QTRY_COMPARE(page().view().viewedPanel(), id);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_VERIFY(page().view().viewedPanel().isEmpty());

        page().inspect(id, u"data"_s);
        click(u"inspectCopy"_s);
        QVERIFY(QApplication::clipboard()->text().startsWith(u"Time,"_s));
        click(u"segment.query"_s);
        click(u"segment.json"_s);
        QTest::keyClick(find(u"inspect"_s), Qt::Key_Escape);
        QTRY_VERIFY(!find(u"inspect"_s));
    }

    void foldsARow()
    {
        const QString row = session().rows().first().id;
        const int before = session().gridHeight();
        page().view().grid().scrollTo(row);
        click(u"row."_s + row);
        QTRY_VERIFY(session().gridHeight() < before);
        click(u"row."_s + row);
        QTRY_COMPARE(session().gridHeight(), before);
    }

    void kiosk()
    {
        click(u"kiosk"_s);
        QTRY_VERIFY(!find(u"rail"_s));
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_VERIFY(find(u"rail"_s));
    }

    void showsTheSources()
    {
        click(u"rail.sources"_s);
        QTRY_VERIFY(find(u"sourceAdd"_s));
        picture(u"sources"_s);
        click(u"rail.dashboards"_s);
        QTRY_VERIFY(m_window->currentDashboard());
    }

    void lightTheme()
    {
        applyTheme(*qApp, Theme::light());
        QTRY_VERIFY_WITH_TIMEOUT(allDone(), kPatienceMs);
        picture(u"dashboard-light"_s);
        applyTheme(*qApp, Theme::dark());
    }

    void neverStalled() { qInfo("longest stall of the window in use: %.0f ms", m_stalls->longestMs()); }

    void cleanupTestCase()
    {
        m_window.reset();
        m_app.reset();
    }
};

ADD_TEST(TstSmoke)
#include "tst_smoke.moc"
