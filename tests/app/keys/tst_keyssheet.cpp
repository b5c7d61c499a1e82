// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actions.h>
#include <app/keys/keyslist.h>
#include <app/settings/settingshost.h>
#include <app/windowsettings.h>
#include <tests/app/stubwindow.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/field.h>
#include <widgets/controls/sheet.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

// Keys are changed by mouse and keyboard alone, and every place that prints keys prints those that hold.
class TstKeysSheet : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnHome> m_home;
    std::unique_ptr<StubWindow> m_desk;

    MainWindow &window() { return m_desk->window; }
    DashboardPage &page() { return *window().currentDashboard(); }
    Sheet *sheet() { return Sheet::topOf(&window()); }
    QString message() { return gui::find(window(), u"keysMessage"_s)->property("text").toString(); }
    void openForm()
    {
        QApplication::setActiveWindow(&window());
        page().setFocus();
        gui::keys(window(), u"?"_s);
        gui::click(window(), u"helpChange"_s);
        QVERIFY(gui::find(window(), u"keysSheet"_s));
    }
    void choose(const QString &words, const QString &id)
    {
        gui::type(window(), u"keysSearch"_s, words);
        gui::key(window(), Qt::Key_Return);
        auto *list = window().findChild<KeysList *>();
        QVERIFY(list->hasFocus());
        for (int i = 0; i < list->count() && list->current() != id; ++i)
            gui::key(window(), Qt::Key_Down);
        QCOMPARE(list->current(), id);
        gui::key(window(), Qt::Key_Return); // the recorder waits
    }
    QString toolTip(const QString &name)
    {
        QWidget *widget = gui::find(window(), name);
        QHelpEvent event(QEvent::ToolTip, QPoint(2, 2), widget->mapToGlobal(QPoint(2, 2)));
        QApplication::sendEvent(widget, &event);
        return QToolTip::text();
    }
    void pictures(const QString &name)
    {
        for (const auto &[theme, word] : {std::pair{&Theme::dark(), "dark"}, {&Theme::light(), "light"}}) {
            applyTheme(*qApp, *theme);
            gui::picture(window(), name + u'-' + QLatin1String(word));
        }
        applyTheme(*qApp, Theme::dark());
    }

private slots:
    void initTestCase() { m_home = std::make_unique<OwnHome>(); }
    void init()
    {
        windowSettings().remove("keys");
        m_desk = std::make_unique<StubWindow>([](const StubRequest &) { return StubAnswer::json(R"({"status":"success","data":[]})"); });
        const QString path = m_home->folder.filePath(u"keys.json"_s);
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(R"({"title": "Keys", "schemaVersion": 41, "panels": [
            {"id": 1, "type": "text", "title": "One", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 6}}]})");
        out.close();
        QVERIFY(m_desk->open(path));
        window().activateWindow();
    }
    void cleanup() { m_desk.reset(); }

    void combinationIsTakenFromAnother()
    {
        openForm();
        pictures(u"keys-form"_s);
        choose(u"settings of the"_s, u"dashboard.settings"_s);
        gui::key(window(), Qt::Key_D, Qt::ControlModifier); // Duplicate's
        QVERIFY(message().contains(u"Duplicate"));
        pictures(u"keys-conflict"_s);
        gui::click(window(), u"keysLeave"_s);
        QVERIFY(!window().actions().ways(u"dashboard.settings"_s).contains(u"Ctrl+D"_s));
        gui::key(window(), Qt::Key_Return);
        gui::key(window(), Qt::Key_D, Qt::ControlModifier);
        gui::key(window(), Qt::Key_Return); // "Use them here" has the focus
        QCOMPARE(window().actions().keyText(u"dashboard.settings"_s), u"Ctrl+D"_s);
        QCOMPARE(window().actions().ways(u"panel.duplicate"_s), QStringList{u"p d"_s});
        gui::key(window(), Qt::Key_Escape);
        QVERIFY(!sheet());
        gui::key(window(), Qt::Key_D, Qt::ControlModifier);
        QVERIFY(page().settings().isOpen());
        gui::key(window(), Qt::Key_Escape);
        QCOMPARE(toolTip(u"openSettings"_s), u"Settings of the dashboard  Ctrl+D"_s);
        page().view().openPanelMenu(u"panel-1"_s);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QVERIFY(menu->findChild<QAction *>(u"menu.duplicate"_s)->text().endsWith(u"\tP D"_s));
        menu->close();
        const App next((CommandLine())); // the next start
        QCOMPARE(windowSettings().value("keys/dashboard.settings").toStringList(), (QStringList{u"d s"_s, u"Ctrl+D"_s}));
    }

    void chordsOfOneAndTwoKeys()
    {
        openForm();
        choose(u"json of the"_s, u"dashboard.json"_s);
        gui::keys(window(), u"xj"_s);
        QCOMPARE(window().actions().ways(u"dashboard.json"_s), QStringList{u"x j"_s});
        gui::key(window(), Qt::Key_Return);
        gui::keys(window(), u"x"_s);
        gui::key(window(), Qt::Key_Return); // no second one
        QCOMPARE(window().actions().ways(u"dashboard.json"_s), QStringList{u"x"_s}); // "x j" would never be reached
        gui::key(window(), Qt::Key_Return);
        gui::keys(window(), u"d"_s);
        QTRY_VERIFY(message().contains(u"D K"_s) && message().contains(u"more"_s)); // begins many
        pictures(u"keys-many"_s);
        gui::click(window(), u"keysLeave"_s);
        gui::key(window(), Qt::Key_Return);
        gui::key(window(), Qt::Key_Down);
        QVERIFY(message().contains(u"choose others"_s));
        gui::key(window(), Qt::Key_Return);
        gui::key(window(), Qt::Key_Escape); // the recorder alone
        QVERIFY(sheet());
        gui::key(window(), Qt::Key_Escape);
        QVERIFY(!sheet());
        page().setFocus();
        gui::keys(window(), u"x"_s);
        QVERIFY(page().settings().isOpen());
    }

    void resetOneAndAll()
    {
        openForm();
        choose(u"zoom out"_s, u"time.zoomOut"_s);
        gui::key(window(), Qt::Key_F7);
        gui::click(window(), u"keysRemove:t z"_s);
        QTRY_COMPARE(window().actions().ways(u"time.zoomOut"_s), (QStringList{u"F7"_s, u"t -"_s, u"t o"_s}));
        gui::click(window(), u"keysReset"_s);
        QCOMPARE(window().actions().ways(u"time.zoomOut"_s), (QStringList{u"t z"_s, u"t -"_s, u"t o"_s}));
        QVERIFY(!gui::find(window(), u"keysResetAll"_s)->isEnabled());
        choose(u"Ctrl+K"_s, u"palette"_s); // found by its keys
        gui::key(window(), Qt::Key_Escape);
        gui::click(window(), u"keysRemove:Ctrl+K"_s);
        QTRY_VERIFY(window().actions().ways(u"palette"_s).isEmpty());
        gui::click(window(), u"keysResetAll"_s);
        gui::picture(window(), u"keys-reset"_s);
        gui::click(window(), u"answer.reset"_s);
        QCOMPARE(window().actions().keyText(u"palette"_s), u"Ctrl+K"_s);
        QVERIFY(windowSettings().value("keys/palette").isNull());
        QVERIFY(gui::find(window(), u"keysSheet"_s));
    }

    void otherWindowsFollow()
    {
        MainWindow other(m_desk->app);
        other.show();
        QVERIFY(QTest::qWaitForWindowExposed(&other));
        openForm();
        choose(u"search for"_s, u"palette"_s);
        gui::key(window(), Qt::Key_P, Qt::ControlModifier);
        gui::click(window(), u"keysRemove:Ctrl+K"_s);
        QTRY_COMPARE(other.actions().keyText(u"palette"_s), u"Ctrl+P"_s);
        QApplication::setActiveWindow(&other);
        QTest::keyClick(&other, Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!Sheet::topOf(&other));
        QTest::keyClick(&other, Qt::Key_P, Qt::ControlModifier);
        QVERIFY(Sheet::topOf(&other));
        gui::picture(other, u"keys-other"_s);
    }

    void nothingFits()
    {
        window().resize(700, 420);
        openForm();
        pictures(u"keys-small"_s);
        gui::type(window(), u"keysSearch"_s, u"zzzqqq"_s);
        QCOMPARE(gui::find(window(), u"keysTitle"_s)->property("text").toString(), u"Nothing is called so"_s);
        gui::picture(window(), u"keys-nothing"_s);
    }
};

ADD_TEST(TstKeysSheet)
#include "tst_keyssheet.moc"
