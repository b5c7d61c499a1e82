// SPDX-License-Identifier: GPL-3.0-or-later
#include "stubwindow.h"
#include <app/actions.h>
#include <app/explore/explorepage.h>
#include <app/paneledits.h>
#include <app/settings/settingshost.h>
#include <app/windowsettings.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/menu.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/sheet.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

// The keys of Grafana and of the desktop, each by what it does; and the palette, which has all that menus have.
class TstKeyboard : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnHome> m_home;
    std::unique_ptr<StubWindow> m_desk;
    QByteArray m_original;

    MainWindow &window() { return m_desk->window; }
    DashboardPage &page() { return *window().currentDashboard(); }
    DashboardSession &session() { return page().session(); }
    DashboardEditor &editor() { return page().editor(); }
    Json json() { return Json::parse(editor().document().text()).value_or(Json()); }
    Json panel(int index) { return json()[u"panels"].at(index); }
    void focus(const QString &panel)
    {
        page().view().frame(panel)->setFocus();
        QCOMPARE(page().view().hoveredPanel(), panel);
    }
    void chord(const QString &keys) // "d shift+e", "t left"
    {
        for (const QString &each : keys.split(u' ')) {
            QWidget *to = QApplication::focusWidget() ? QApplication::focusWidget() : &window();
            if (each == u"left" || each == u"right")
                QTest::keyClick(to, each == u"left" ? Qt::Key_Left : Qt::Key_Right);
            else if (each.startsWith(u"shift+"))
                QTest::keyClick(to, each[6].toUpper().toLatin1(), Qt::ShiftModifier);
            else
                QTest::keyClick(to, each[0].toLatin1(), each == u"+" || each == u"?" ? Qt::ShiftModifier : Qt::NoModifier);
        }
        QCoreApplication::processEvents();
    }
    Sheet *sheet() { return Sheet::topOf(&window()); }
    QMenu *menu() { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }
    static QByteArray board()
    {
        return R"({
  "title": "Keys", "schemaVersion": 41, "time": {"from": "now-6h", "to": "now"},
  "templating": {"list": [{"name": "env", "type": "custom", "query": "a,b"}]},
  "panels": [
    {"id": 1, "type": "timeseries", "title": "One", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 6}, "targets": [{"refId": "A", "expr": "up"}]},
    {"id": 2, "type": "timeseries", "title": "Two", "gridPos": {"x": 12, "y": 0, "w": 12, "h": 6},
      "targets": [{"refId": "A", "expr": "up", "exemplar": true}], "options": {"legend": {"showLegend": false}}},
    {"id": 3, "type": "row", "title": "Row", "gridPos": {"x": 0, "y": 6, "w": 24, "h": 1}},
    {"id": 4, "type": "text", "title": "Three", "gridPos": {"x": 0, "y": 7, "w": 12, "h": 4}}
  ]
}
)";
    }

private slots:
    void initTestCase() { m_home = std::make_unique<OwnHome>(); }
    void init()
    {
        m_desk = std::make_unique<StubWindow>([](const StubRequest &) { return StubAnswer::json(R"({"status":"success","data":[]})"); });
        const QString path = m_home->folder.filePath(u"keys.json"_s);
        QFile out(path);
        m_original = board();
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(m_original) > 0);
        out.close();
        QVERIFY(m_desk->open(path));
        QApplication::setActiveWindow(&window()); // shortcuts are the active window's
        QTRY_VERIFY(page().view().frame(u"panel-1"_s) && page().view().frame(u"panel-1"_s)->width() > 100);
    }
    void cleanup()
    {
        if (window().currentDashboard()) {
            if (!QTest::currentTestFailed()) {
                while (editor().history().canUndo())
                    gui::key(window(), Qt::Key_Z, Qt::ControlModifier);
                QCOMPARE(editor().document().text(), m_original);
            }
            editor().discard();
        }
        m_desk.reset();
        applyTheme(*qApp, Theme::dark());
    }

    // What Grafana, Perses and the desktop have for it.
    void ways_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QStringList>("chords");
        QTest::addColumn<QStringList>("keys");
        const auto row = [](const char *id, const char *chords, const char *keys = "") {
            QTest::newRow(id) << QString::fromLatin1(id) << QString::fromLatin1(chords).split(u',', Qt::SkipEmptyParts)
                              << QString::fromLatin1(keys).split(u',', Qt::SkipEmptyParts);
        };
        row("help", "?", "F1");
        row("palette", "", "Ctrl+K");
        row("go.home", "g h");
        row("go.dashboards", "g d");
        row("go.explore", "g e");
        row("theme.toggle", "c t");
        row("view.leave", "esc");
        row("time.zoomIn", "t +,t =,t i");
        row("time.zoomOut", "t -,t z,t o");
        row("time.left", "t left");
        row("time.right", "t right");
        row("time.absolute", "t a");
        row("time.copy", "t c");
        row("time.paste", "t v");
        row("file.save", "", "Ctrl+S");
        row("dashboard.refresh", "d r", "F5");
        row("dashboard.settings", "d s");
        row("view.kiosk", "d k", "F11");
        row("dashboard.unfold", "d shift+e");
        row("dashboard.fold", "d shift+c");
        row("dashboard.crosshair", "d o", "Ctrl+Shift+O");
        row("dashboard.legends", "d l");
        row("dashboard.exemplars", "d x");
        row("panel.edit", "e");
        row("panel.view", "v");
        row("panel.inspect", "i");
        row("panel.explore", "p x");
        row("panel.legend", "p l");
        row("panel.copy", "p c", "Ctrl+C");
        row("panel.paste", "p v", "Ctrl+V");
        row("panel.duplicate", "p d", "Ctrl+D");
        row("panel.remove", "p r", "Del");
        row("panel.link", "p u");
        row("panel.export.svg", "p e");
        row("panel.export.png", "p s");
        row("edit.undo", "", "Ctrl+Z");
        row("edit.redo", "", "Ctrl+Shift+Z,Ctrl+Y");
        row("file.new", "", "Ctrl+N");
        row("file.open", "", "Ctrl+O");
        row("file.saveAs", "", "Ctrl+Shift+S");
        row("tab.close", "", "Ctrl+W");
        row("tab.next", "", "Ctrl+Tab");
        row("window.close", "", "Ctrl+Q");
        row("panel.cut", "", "Ctrl+X");
        row("panel.selectAll", "", "Ctrl+A");
    }
    void ways()
    {
        QFETCH(QString, id);
        QFETCH(QStringList, chords);
        QFETCH(QStringList, keys);
        const Action *action = window().actions().find(id);
        QVERIFY(action);
        for (const QString &each : chords)
            QVERIFY2(action->chords.contains(each), qPrintable(each));
        for (const QString &each : keys)
            QVERIFY2(action->keys.contains(QKeySequence(each, QKeySequence::PortableText)), qPrintable(each));
    }

    // Keys that a person chose: they hold, and nothing else has them.
    void ownKeys()
    {
        {
            QSettings stored = windowSettings();
            stored.setValue("keys/dashboard.settings", QStringList{u"Ctrl+E"_s, u"x s"_s});
            stored.setValue("keys/panel.view", QStringList{u"e"_s});
            stored.setValue("keys/nonsense", QStringList{u"???"_s, QString()});
        }
        editor().discard();
        m_desk.reset();
        init();
        gui::key(window(), Qt::Key_E, Qt::ControlModifier);
        QVERIFY(page().settings().isOpen());
        gui::key(window(), Qt::Key_Escape);
        chord(u"x s"_s);
        QVERIFY(page().settings().isOpen());
        gui::key(window(), Qt::Key_Escape);
        chord(u"d s"_s);
        QVERIFY(!page().settings().isOpen());
        focus(u"panel-1"_s);
        chord(u"e"_s);
        QVERIFY(page().editedPanel().isEmpty());
        QCOMPARE(page().view().viewedPanel(), u"panel-1"_s);
        QCOMPARE(window().actions().keyText(u"dashboard.settings"_s),
                 QKeySequence(Qt::CTRL | Qt::Key_E).toString(QKeySequence::NativeText));
        chord(u"?"_s);
        QVERIFY(gui::find(window(), u"help:dashboard.settings"_s)->accessibleDescription().contains(u"X S"_s));
        QVERIFY(!window().findChild<QWidget *>(u"help:panel.edit"_s));
        sheet()->close();
        windowSettings().remove("keys");
    }

    void pages()
    {
        chord(u"g h"_s);
        QVERIFY(gui::find(window(), u"home"_s));
        chord(u"g d"_s);
        QVERIFY(window().currentDashboard());
        chord(u"g e"_s);
        QVERIFY(window().currentExplore());
        window().actions().trigger(u"go.sources"_s); // the query has the focus: chords would be typed into it
        QVERIFY(gui::find(window(), u"sourcesPage"_s));
        gui::key(window(), Qt::Key_Tab, Qt::ControlModifier); // round to the first tab
        QVERIFY(window().currentDashboard());
        gui::key(window(), Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(gui::find(window(), u"sourcesPage"_s));
        gui::key(window(), Qt::Key_W, Qt::ControlModifier);
        QVERIFY(window().currentExplore());
        window().actions().trigger(u"go.dashboards"_s);
        QVERIFY(window().currentDashboard());
    }

    void darkAndLight()
    {
        const bool before = currentTheme(&window()).isDark();
        chord(u"c t"_s);
        QCOMPARE(currentTheme(&window()).isDark(), !before);
        {
            const App again((CommandLine())); // the next start
            QCOMPARE(currentTheme(&window()).isDark(), !before);
        }
        chord(u"c t"_s);
        QCOMPARE(currentTheme(&window()).isDark(), before);
        QVERIFY(window().actions().trigger(u"theme.desktop"_s));
    }

    void timeRange()
    {
        const qint64 span = session().range().spanMs();
        chord(u"t +"_s);
        QCOMPARE(session().range().spanMs(), span / 2);
        chord(u"t z"_s);
        QCOMPARE(session().range().spanMs(), span);
        chord(u"t left"_s);
        const TimeRange moved = session().range();
        chord(u"t right"_s);
        QVERIFY(session().range().fromMs > moved.fromMs);
        session().setTimeRange({u"now-2h"_s, u"now"_s});
        chord(u"t c"_s);
        session().setTimeRange({u"now-1h"_s, u"now"_s});
        chord(u"t v"_s);
        QCOMPARE(session().rawRange().from, u"now-2h"_s);
        chord(u"t a"_s);
        QVERIFY(!session().rawRange().from.startsWith(u"now"));
        chord(u"t t"_s);
        QVERIFY(QApplication::activePopupWidget());
        QApplication::activePopupWidget()->close();
        chord(u"t r"_s);
        QVERIFY(QApplication::activePopupWidget());
        QApplication::activePopupWidget()->close();
    }

    void wholeDashboard()
    {
        chord(u"d l"_s); // one legend is on: none
        QCOMPARE(panel(0).get(u"options.legend.showLegend"_s), Json(false));
        QCOMPARE(editor().history().commands().size(), 1);
        chord(u"d l"_s);
        QCOMPARE(panel(0).get(u"options.legend.showLegend"_s), Json(true));
        QCOMPARE(panel(1).get(u"options.legend.showLegend"_s), Json(true));
        chord(u"d x"_s);
        QCOMPARE(panel(1)[u"targets"].at(0)[u"exemplar"], Json(false));
        chord(u"d x"_s);
        QCOMPARE(panel(0)[u"targets"].at(0)[u"exemplar"], Json(true));
        gui::key(window(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(session().dashboard().graphTooltip, 1);
        chord(u"d o"_s);
        chord(u"d o"_s);
        QCOMPARE(session().dashboard().graphTooltip, 0);
        chord(u"d shift+c"_s);
        QVERIFY(session().rows().first().collapsed);
        chord(u"d shift+e"_s);
        QVERIFY(!session().rows().first().collapsed);
        chord(u"d h"_s);
        QVERIFY(QApplication::activePopupWidget());
        QApplication::activePopupWidget()->close();
        chord(u"d a"_s);
        QVERIFY(menu());
        menu()->close();
        chord(u"d s"_s);
        QVERIFY(page().settings().isOpen());
        gui::key(window(), Qt::Key_Escape);
        QVERIFY(!page().settings().isOpen());
    }

    void onePanel()
    {
        focus(u"panel-1"_s);
        chord(u"p l"_s);
        QCOMPARE(panel(0).get(u"options.legend.showLegend"_s), Json(false));
        QVERIFY(panel(1).get(u"options.legend.showLegend"_s) == Json(false));
        chord(u"v"_s);
        QCOMPARE(page().view().viewedPanel(), u"panel-1"_s);
        chord(u"v"_s);
        QVERIFY(page().view().viewedPanel().isEmpty());
        focus(u"panel-1"_s);
        chord(u"e"_s);
        QCOMPARE(page().editedPanel(), u"panel-1"_s);
        focus(u"panel-1"_s);
        chord(u"e"_s);
        QVERIFY(page().editedPanel().isEmpty());
        focus(u"panel-2"_s);
        chord(u"p d"_s);
        QCOMPARE(session().instances().size(), 4);
        focus(u"panel-2"_s);
        chord(u"p c"_s);
        chord(u"p v"_s);
        QCOMPARE(session().instances().size(), 5);
        page().view().setSelection({});
        focus(u"panel-2"_s);
        chord(u"p r"_s);
        QCOMPARE(session().instances().size(), 4);
        focus(u"panel-1"_s);
        chord(u"p s"_s);
        QTRY_VERIFY(window().findChild<QFileDialog *>(u"exportDialog"_s));
        window().findChild<QFileDialog *>(u"exportDialog"_s)->close();
        QTRY_VERIFY(!window().findChild<QFileDialog *>(u"exportDialog"_s));
        QApplication::setActiveWindow(&window());
        focus(u"panel-1"_s);
        chord(u"i"_s);
        QTRY_VERIFY(window().findChild<QWidget *>(u"inspect"_s));
        window().findChild<QWidget *>(u"inspect"_s)->close();
        QTRY_VERIFY(!window().findChild<QWidget *>(u"inspect"_s));
        QApplication::setActiveWindow(&window());
        focus(u"panel-1"_s);
        chord(u"p x"_s);
        QVERIFY(window().currentExplore());
        window().actions().trigger(u"go.dashboards"_s);
    }

    // By keys alone: what had the focus before the palette is what its commands are about.
    void paletteActsOnWhatHadTheFocus()
    {
        const auto run = [this](const QString &words) {
            gui::key(window(), Qt::Key_K, Qt::ControlModifier);
            gui::keys(window(), words);
            gui::picture(window(), u"palette-"_s + words.mid(2, 6));
            gui::key(window(), Qt::Key_Return);
        };
        focus(u"panel-2"_s);
        run(u"> duplicate"_s);
        QCOMPARE(session().instances().size(), 4);
        page().view().setSelection({});
        gui::find(window(), u"row.row-3"_s)->setFocus();
        run(u"> remove the row with"_s);
        QVERIFY(session().rows().isEmpty());
        QCOMPARE(session().instances().size(), 3); // the copy stood above the row, as what it was made of
        gui::key(window(), Qt::Key_Z, Qt::ControlModifier);
        gui::find(window(), u"row.row-3"_s)->setFocus();
        run(u"> repeat the row"_s);
        QVERIFY(menu());
        QTest::keyClick(menu(), Qt::Key_Down);
        QTest::keyClick(menu(), Qt::Key_Down);
        QTest::keyClick(menu(), Qt::Key_Return);
        QTRY_COMPARE(session().rows().size(), 1);
        QVERIFY(editor().document().text().contains("\"repeat\": \"env\""));
    }

    void paletteSaysThatNothingFits()
    {
        window().openPalette();
        gui::keys(window(), u"> zzzzqx"_s);
        QVERIFY(gui::find(window(), u"paletteNothing"_s));
        gui::key(window(), Qt::Key_Return); // nothing to do
        QVERIFY(sheet());
        gui::key(window(), Qt::Key_Escape);
        QVERIFY(!sheet());
    }

    void paletteHasWhatMenusHave()
    {
        QStringList missing;
        int looked = 0;
        std::function<void(const QMenu &, const QString &)> look = [&](const QMenu &menu, const QString &prefix) {
            for (const QAction *action : menu.actions()) {
                if (action->isSeparator() || action->objectName().isEmpty() || action->objectName() == u"menu.row.repeat")
                    continue; // of data; the row's variables have a menu of their own
                if (action->menu()) {
                    look(*action->menu(), prefix);
                    continue;
                }
                static const QHash<QString, QString> others{{u"panel.inspect.data"_s, u"panel.inspect"_s},
                                                            {u"add.panel"_s, u"panel.add"_s},
                                                            {u"add.row"_s, u"row.add"_s},
                                                            {u"add.paste"_s, u"panel.paste"_s},
                                                            {u"report"_s, u"dashboard.report"_s}};
                const QString name = prefix + action->objectName().mid(5);
                const Action *known = window().actions().find(others.value(name, name));
                ++looked;
                if (!known || !known->inPalette)
                    missing.append(name);
            }
        };
        page().view().openPanelMenu(u"panel-1"_s);
        QVERIFY(menu());
        look(*menu(), u"panel."_s);
        menu()->close();
        auto *row = gui::find(window(), u"row.row-3"_s);
        row->setFocus();
        QTest::keyClick(row, Qt::Key_F10, Qt::ShiftModifier);
        QVERIFY(menu());
        look(*menu(), {});
        menu()->close();
        page().openAddMenu();
        look(*menu(), {});
        menu()->close();
        gui::click(window(), u"saveMore"_s);
        look(*menu(), {});
        menu()->close();
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", "_s)));
        QVERIFY(looked > 25);
        for (const char *button :
             {"dashboard.settings", "edit.history", "time.pick", "time.refresh", "time.zoomOut", "view.kiosk", "file.star", "dashboard.add",
              "file.import", "file.sample", "explore.run", "explore.split", "explore.dock", "explore.add"})
            QVERIFY2(window().actions().find(QString::fromLatin1(button)), button);
    }

    void menuKeyOpensTheMenuOfThePanel()
    {
        focus(u"panel-1"_s);
        gui::key(window(), Qt::Key_Menu);
        QVERIFY(menu());
        QVERIFY(menu()->findChild<QAction *>(u"menu.duplicate"_s));
        menu()->close();
    }
};

ADD_TEST(TstKeyboard)
#include "tst_keyboard.moc"
