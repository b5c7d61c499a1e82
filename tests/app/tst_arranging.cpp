// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actions.h>
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>
#include <app/paneledits.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/panelframe.h>

using namespace Qt::StringLiterals;

// Panels and rows on the grid: with the mouse and by keyboard, every step undone at the end.
class TstArranging : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<App> m_app;
    std::unique_ptr<MainWindow> m_window;
    QByteArray m_original;

    DashboardPage &page() { return *m_window->currentDashboard(); }
    GridRect rect(int id) { return page().editor().document().dashboard()->panel(id)->gridPos; }
    PanelFrame *frame(int id) { return page().view().frame(u"panel-%1"_s.arg(id)); }
    qsizetype count() { return page().editor().document().dashboard()->panels.size(); }

    QString file()
    {
        m_original = "{\n  \"title\": \"Arrange\",\n  \"schemaVersion\": 41,\n  \"panels\": [\n";
        const char *places[] = {"\"x\": 0, \"y\": 0, \"w\": 8, \"h\": 6", "\"x\": 8, \"y\": 0, \"w\": 8, \"h\": 6",
                                "\"x\": 16, \"y\": 0, \"w\": 8, \"h\": 6"};
        for (int i = 0; i < 3; ++i)
            m_original += "    {\"id\": " + QByteArray::number(i + 1) + ", \"type\": \"text\", \"title\": \"P" + QByteArray::number(i + 1)
                + "\", \"gridPos\": {" + places[i] + "}, \"options\": {\"content\": \"text\"}}" + (i < 2 ? ",\n" : "\n");
        m_original += "  ]\n}\n";
        QFile out(m_folder.filePath(u"arrange.json"_s));
        if (out.open(QIODevice::WriteOnly))
            out.write(m_original);
        return out.fileName();
    }
    void drag(PanelFrame *frame, const QPoint &from, const QPoint &by, bool release = true)
    {
        QTest::mousePress(frame, Qt::LeftButton, {}, from);
        const QPoint origin = frame->mapToGlobal(QPoint()); // the frame moves under the mouse
        move(frame, from + by / 3, origin); // a drag begins when the mouse has moved some way
        move(frame, from + by, origin);
        if (release)
            QTest::mouseRelease(frame, Qt::LeftButton, {}, from + by);
    }
    // QTest::mouseMove moves without buttons.
    static void move(QWidget *widget, const QPoint &at, std::optional<QPoint> origin = {})
    {
        QMouseEvent event(QEvent::MouseMove, at, origin ? *origin + at : widget->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(widget, &event);
    }
    QPoint cell()
    {
        return DashboardGrid::cellsToPixels({1, 1, 1, 1}, page().view().grid().viewport()->width()).topLeft()
            - DashboardGrid::cellsToPixels({0, 0, 1, 1}, page().view().grid().viewport()->width()).topLeft();
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        qputenv("XDG_STATE_HOME", m_folder.path().toUtf8());
        CommandLine line;
        line.source = QUrl(u"http://127.0.0.1:9"_s);
        m_app = std::make_unique<App>(line);
    }
    void init()
    {
        QDir(m_folder.filePath(u"promontory"_s)).removeRecursively();
        m_window = std::make_unique<MainWindow>(*m_app);
        m_window->resize(1400, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QVERIFY(m_window->opener().openFile(file()));
        QTRY_VERIFY(frame(3) && frame(3)->width() > 100);
    }
    void cleanup()
    {
        if (!QTest::currentTestFailed()) {
            while (page().editor().history().canUndo())
                gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
            QCOMPARE(page().editor().document().text(), m_original);
        }
        m_window.reset();
    }
    void cleanupTestCase() { m_app.reset(); }

    void dragsByTheHeader()
    {
        drag(frame(1), QPoint(60, 10), QPoint(cell().x() * 8, cell().y() * 2), false);
        QVERIFY(page().view().grid().isInGesture());
        QVERIFY(gui::find(*m_window, u"grid.ghost"_s));
        gui::picture(*m_window, u"arrange-drag"_s);
        QTest::mouseRelease(frame(1), Qt::LeftButton, {}, QPoint(60, 10));
        QVERIFY(!page().view().grid().isInGesture());
        QCOMPARE(rect(1).x, 8);
        QCOMPARE(page().editor().history().commands().size(), 1); // one step for all that moved
        QVERIFY(!rect(1).overlaps(rect(2)));
    }

    void escapeCancels()
    {
        const QRect before = frame(1)->geometry();
        drag(frame(1), QPoint(60, 10), QPoint(300, 200), false);
        QVERIFY(page().view().grid().isInGesture());
        gui::key(*m_window, Qt::Key_Escape);
        QVERIFY(!page().view().grid().isInGesture());
        QTRY_COMPARE(frame(1)->geometry(), before);
        QVERIFY(!page().editor().isModified());
        QTest::mouseRelease(frame(1), Qt::LeftButton);
    }

    // Escape ends the drag alone: the editor stays, what was chosen stays chosen.
    void escapeEndsNothingElse()
    {
        page().editPanel(u"panel-1"_s);
        QTRY_VERIFY(frame(2));
        drag(frame(2), QPoint(60, 10), QPoint(60, 90), false);
        QVERIFY(page().view().grid().isInGesture());
        gui::key(*m_window, Qt::Key_Escape);
        QVERIFY(!page().view().grid().isInGesture());
        QTest::mouseRelease(frame(2), Qt::LeftButton);
        QCOMPARE(page().editedPanel(), u"panel-1"_s);
        page().closeEditor();
        page().view().setSelection({u"panel-1"_s});
        QWidget *ground = page().view().grid().viewport();
        QTest::mousePress(ground, Qt::LeftButton, {}, QPoint(40, frame(1)->geometry().bottom() + 40));
        move(ground, frame(2)->geometry().center());
        auto *band = ground->window()->findChild<QRubberBand *>();
        QVERIFY(band && band->isVisible());
        gui::key(*m_window, Qt::Key_Escape);
        QVERIFY(!band->isVisible());
        move(ground, frame(2)->geometry().center() + QPoint(10, 10)); // the button is still down
        QVERIFY(!band->isVisible());
        QTest::mouseRelease(ground, Qt::LeftButton, {}, frame(2)->geometry().center());
        QCOMPARE(page().view().selection(), QStringList{u"panel-1"_s});
        gui::key(*m_window, Qt::Key_Escape);
        QVERIFY(page().view().selection().isEmpty());
        QVERIFY(!page().editor().isModified());
    }

    void resizesByTheCorner()
    {
        frame(3)->setHovered(true);
        QWidget *corner = frame(3)->findChild<QWidget *>(u"panel.corner"_s);
        QVERIFY(corner && corner->isVisible());
        QTest::mousePress(corner, Qt::LeftButton, {}, QPoint(5, 5));
        move(corner, QPoint(5, 5) - QPoint(cell().x() * 3, -cell().y() * 4));
        gui::picture(*m_window, u"arrange-resize"_s);
        QTest::mouseRelease(corner, Qt::LeftButton);
        QCOMPARE(rect(3), (GridRect{16, 0, 5, 10}));
    }

    void keyboardMovesAndResizes()
    {
        frame(1)->setFocus();
        gui::key(*m_window, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(rect(1).w, 9);
        gui::key(*m_window, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(rect(1).h, 7);
        gui::key(*m_window, Qt::Key_Down, Qt::ControlModifier);
        QVERIFY(rect(1).y > 0);
    }

    void keysGoToThePanelThatWasReachedLast()
    {
        QEnterEvent enter(QPointF(60, 60), QPointF(60, 60), frame(1)->mapToGlobal(QPoint(60, 60)));
        QApplication::sendEvent(frame(1), &enter);
        frame(2)->setFocus(Qt::TabFocusReason); // while the mouse rests
        gui::key(*m_window, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(rect(1).h, 6);
        QCOMPARE(rect(2).h, 7);
        QApplication::sendEvent(frame(3), &enter);
        gui::key(*m_window, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(rect(2).h, 7);
        QCOMPARE(rect(3).h, 7);
    }

    void severalTogether()
    {
        QTest::mouseClick(frame(1), Qt::LeftButton, Qt::ControlModifier, QPoint(60, 10));
        QTest::mouseClick(frame(2), Qt::LeftButton, Qt::ControlModifier, QPoint(60, 10));
        QCOMPARE(page().view().selection().size(), 2);
        gui::picture(*m_window, u"arrange-selected"_s);
        gui::key(*m_window, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(u'['));
        gui::key(*m_window, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(count(), 5);
        QCOMPARE(page().view().selection().size(), 2); // the new ones
        gui::key(*m_window, Qt::Key_Delete);
        QCOMPARE(count(), 3);
        gui::key(*m_window, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(page().view().selection().size(), 3);
        gui::key(*m_window, Qt::Key_Delete);
        QCOMPARE(count(), 0);
    }

    void rubberBand()
    {
        QWidget *ground = page().view().grid().viewport();
        const QPoint below(40, frame(1)->geometry().bottom() + 40);
        QTest::mousePress(ground, Qt::LeftButton, {}, below);
        move(ground, QPoint(frame(2)->geometry().center().x(), frame(2)->geometry().center().y()));
        QTest::mouseRelease(ground, Qt::LeftButton, {}, frame(2)->geometry().center());
        QCOMPARE(page().view().selection().size(), 2);
        QTest::mouseClick(ground, Qt::LeftButton, {}, below);
        QVERIFY(page().view().selection().isEmpty());
    }

    void pasteFromAnEditorAndGarbage()
    {
        QApplication::clipboard()->setText(u"{\"type\": \"stat\", \"title\": \"From a text editor\"}"_s);
        gui::key(*m_window, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(count(), 4);
        QApplication::clipboard()->setText(u"no panel"_s);
        gui::key(*m_window, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(count(), 4);
        QVERIFY(gui::find(*m_window, u"toast"_s));
    }

    void pastesWhatOthersCopy_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("panels"); // 0: refused
        const auto row = [](const char *name, const char *text, int panels) { QTest::newRow(name) << QString::fromUtf8(text) << panels; };
        row("nothing", "", 0);
        row("null", "null", 0);
        row("number", "7", 0);
        row("empty list", "[]", 0);
        row("list of numbers", "[1, 2]", 0);
        row("object of something else", "{\"a\": {\"b\": []}}", 0);
        row("torn", "{\"type\": \"stat\", \"title\": ", 0);
        row("two", "[{\"type\": \"stat\"}, {\"type\": \"text\", \"title\": \"B\"}]", 2);
        row("one of two is none", "[{\"type\": \"stat\"}, 3]", 0);
        row("unknown type", "{\"type\": \"acme-thing\", \"options\": {\"x\": 1}}", 1);
        row("strange place", "{\"type\": \"text\", \"gridPos\": {\"x\": -5, \"y\": \"?\", \"w\": 99999, \"h\": -3}}", 1);
        row("grafana's panel",
            "{\"id\": 1, \"type\": \"stat\", \"gridPos\": {\"x\": 0, \"y\": 0, \"w\": 6, \"h\": 4}, \"targets\": [], \"pluginVersion\": "
            "\"11.0.0\"}",
            1);
        row("element",
            "{\"kind\": \"Panel\", \"spec\": {\"id\": 3, \"title\": \"E\", \"vizConfig\": {\"kind\": \"stat\", \"spec\": {\"options\": "
            "{}}}}}",
            1);
        row("dashboard",
            "{\"title\": \"D\", \"schemaVersion\": 41, \"panels\": [{\"type\": \"row\", \"panels\": [{\"type\": \"text\"}]}, {\"type\": "
            "\"stat\"}]}",
            2);
        row("export by the API", "{\"dashboard\": {\"panels\": [{\"type\": \"stat\"}]}, \"meta\": {}}", 1);
    }
    void pastesWhatOthersCopy()
    {
        QFETCH(QString, text);
        QFETCH(int, panels);
        QApplication::clipboard()->setText(text);
        gui::key(*m_window, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(count(), 3 + panels);
        QCOMPARE(page().editor().isModified(), panels > 0);
        if (panels == 0)
            QVERIFY(gui::find(*m_window, u"toast"_s));
        for (const PanelPtr &panel : page().editor().document().dashboard()->panels)
            QVERIFY(panel->gridPos.w >= 1 && panel->gridPos.x >= 0 && panel->gridPos.x + panel->gridPos.w <= 24);
    }

    void menusDoTheSame()
    {
        frame(2)->setHovered(true);
        QTest::mouseClick(frame(2)->findChild<QWidget *>(u"panel.menu"_s), Qt::LeftButton);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        gui::picture(*menu, u"panel-menu"_s);
        for (QAction *action : menu->actions()) { // the same keys as everywhere else
            const QString id = action->objectName().section(u'.', -1);
            for (const QString &each : {u"copy"_s, u"duplicate"_s, u"remove"_s})
                if (id == each)
                    QVERIFY2(action->text().endsWith(m_window->actions().keyText("panel."_L1 + id)), qPrintable(action->text()));
        }
        for (QAction *action : menu->actions())
            if (action->objectName() == u"menu.duplicate" || action->objectName() == u"duplicate")
                action->trigger();
        menu->close();
        QCOMPARE(count(), 4);
        gui::click(*m_window, u"add"_s);
        menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        gui::picture(*menu, u"add-menu"_s);
        for (QAction *action : menu->actions())
            if (action->text().startsWith(u"Row"_s))
                action->trigger();
        menu->close();
        gui::keys(*m_window, u"Details"_s);
        gui::key(*m_window, Qt::Key_Return);
        QCOMPARE(page().session().rows().size(), 1);
        QCOMPARE(page().session().rows().first().title, u"Details"_s);
        gui::picture(*m_window, u"arrange-row"_s);
    }

    void keyboardChoosesSeveral()
    {
        frame(1)->setFocus();
        gui::key(*m_window, Qt::Key_Space, Qt::ControlModifier);
        frame(3)->setFocus();
        gui::key(*m_window, Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(page().view().selection().size(), 2);
        gui::key(*m_window, Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(count(), 1);
        gui::key(*m_window, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(count(), 3);
        QCOMPARE(page().view().selection().size(), 2);
        frame(2)->setFocus();
        gui::key(*m_window, Qt::Key_Escape);
        QVERIFY(page().view().selection().isEmpty());
    }

    void rowsMoveWithTheirPanels()
    {
        const auto rowAt = [this](int index) { return page().session().rows()[index]; };
        const auto header = [this](const QString &id) { return gui::find(*m_window, u"row."_s + id); };
        for (int i = 0; i < 2; ++i) {
            page().edits().addRow();
            gui::keys(*m_window, i == 0 ? u"First"_s : u"Second"_s);
            gui::key(*m_window, Qt::Key_Return);
        }
        const QString first = rowAt(0).id;
        // A panel of each, by the mouse: to the foot of the page.
        QTRY_VERIFY(header(first)->width() > 100);
        drag(frame(3), QPoint(60, 10), QPoint(0, cell().y() * 20));
        QTRY_COMPARE(page().session().instance(u"panel-3"_s)->rowId, rowAt(1).id);
        // By keys.
        header(rowAt(1).id)->setFocus();
        gui::key(*m_window, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(rowAt(0).title, u"Second"_s);
        QCOMPARE(rect(3).y, rowAt(0).rect.y + 1);
        // By the mouse, back again.
        QWidget *second = header(rowAt(0).id);
        QTRY_VERIFY(second->y() < header(first)->y());
        QTest::mousePress(second, Qt::LeftButton, {}, QPoint(40, 10));
        const QPoint origin = second->mapToGlobal(QPoint());
        move(second, QPoint(40, 40), origin);
        move(second, QPoint(40, cell().y() * 4), origin);
        QVERIFY(page().view().grid().isInGesture());
        gui::picture(*m_window, u"arrange-row-drag"_s);
        QTest::mouseRelease(second, Qt::LeftButton, {}, QPoint(40, cell().y() * 4));
        QCOMPARE(rowAt(0).title, u"First"_s);
        QVERIFY(!rowAt(1).collapsed); // it was no click
        QCOMPARE(page().session().instance(u"panel-3"_s)->rowId, rowAt(1).id);
        // Deleted by key, its panel stays.
        header(rowAt(1).id)->setFocus();
        gui::key(*m_window, Qt::Key_Delete);
        QCOMPARE(page().session().rows().size(), 1);
        QCOMPARE(count(), 3);
    }

    void historyGoesToAnyStep()
    {
        gui::key(*m_window, Qt::Key_A, Qt::ControlModifier);
        gui::key(*m_window, Qt::Key_Delete);
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(count(), 3);
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(count(), 0);
        gui::click(*m_window, u"history"_s);
        QWidget *list = gui::find(*m_window, u"historyList"_s);
        gui::picture(*list, u"history-list"_s);
        auto *view = list->findChild<QListView *>();
        const QModelIndex first = view->model()->index(view->model()->rowCount() - 1, 0);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(first).center());
        QCOMPARE(count(), 3);
    }
};

ADD_TEST(TstArranging)
#include "tst_arranging.moc"
