// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actions.h>
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>
#include <app/paneledits.h>
#include <tests/dashboard/repeatboard.h>
#include <tests/support/gui.h>
#include <tests/support/stubserver.h>
#include <tests/support/testmain.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/rowheader.h>

using namespace Qt::StringLiterals;

namespace {
const char *const kAnswer = R"({"status":"success","data":{"resultType":"matrix","result":[]}})";

QByteArray indented(const QByteArray &compact)
{
    return QByteArray(compact).replace(",\n", ",\n  ") + "\n\n"; // a file with a style of its own
}
} // namespace

// Repeated panels and rows in the window: what is done to one of them is done to the panel in the file, once.
class TstRepeats : public QObject
{
    Q_OBJECT

    StubServer m_server{[](const StubRequest &) { return StubAnswer::json(kAnswer); }};
    QTemporaryDir m_folder;
    std::unique_ptr<App> m_app;
    std::unique_ptr<MainWindow> m_window;
    QByteArray m_original;

    DashboardPage &page() { return *m_window->currentDashboard(); }
    DashboardView &view() { return page().view(); }
    GridRect rect(int id) { return page().editor().document().dashboard()->panel(id)->gridPos; }

    void open(const QByteArray &text)
    {
        m_original = text;
        QFile out(m_folder.filePath(u"repeats.json"_s));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
        out.close();
        QVERIFY(m_window->opener().openFile(out.fileName()));
        QCoreApplication::processEvents();
    }
    // Three side by side, a panel below, a row for each of two regions with two panels, a last row.
    void openPage()
    {
        open(indented(board(panel(7, R"(,"repeat":"region","maxPerRow":2)", R"("x":3,"y":0,"w":6,"h":4)") + ",\n"
                                + panel(8, {}, R"("x":0,"y":8,"w":12,"h":3)") + ",\n" + row(20, 11, R"(,"repeat":"zone")") + ",\n"
                                + panel(21, {}, R"("x":0,"y":12,"w":12,"h":4)") + ",\n" + panel(22, {}, R"("x":12,"y":12,"w":12,"h":4)")
                                + ",\n" + row(30, 16, {}) + ",\n" + panel(31, {}, R"("x":0,"y":17,"w":24,"h":4)"),
                            R"("$__all")")));
    }
    static void move(QWidget *widget, const QPoint &at, const QPoint &origin)
    {
        QMouseEvent event(QEvent::MouseMove, at, origin + at, Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(widget, &event);
    }
    void drag(QWidget *widget, const QPoint &cells)
    {
        const QPoint from(60, 10), origin = widget->mapToGlobal(QPoint());
        const int width = view().grid().viewport()->width();
        const QRect zero = DashboardGrid::cellsToPixels(QRect(0, 0, 1, 1), width),
                    one = DashboardGrid::cellsToPixels(QRect(1, 1, 1, 1), width);
        const QPoint by(cells.x() * (one.x() - zero.x()), cells.y() * (one.y() - zero.y()));
        QTest::mousePress(widget, Qt::LeftButton, {}, from);
        move(widget, from + by / 3, origin);
        move(widget, from + by, origin);
        gui::picture(*m_window, u"repeats-drag"_s);
        QTest::mouseRelease(widget, Qt::LeftButton, {}, from + by);
        QCoreApplication::processEvents();
    }
    QStringList shown()
    {
        QStringList lines;
        for (const RowInstance &each : page().session().rows())
            lines.append(each.id);
        for (const PanelInstance &each : page().session().instances())
            lines.append(each.id);
        return lines;
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        qputenv("XDG_STATE_HOME", m_folder.path().toUtf8());
        CommandLine line;
        line.source = m_server.url();
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

    void showsThem()
    {
        openPage();
        PanelFrame *second = view().frame(u"panel-7~us.1"_s);
        QTRY_VERIFY(second->width() > 100);
        QCOMPARE(second->title(), u"in us.1"_s);
        QCOMPARE(second->y(), view().frame(u"panel-7~eu"_s)->y());
        QCOMPARE(view().frame(u"panel-7~ap"_s)->x(), view().frame(u"panel-7~eu"_s)->x());
        QVERIFY(view().frame(u"panel-8"_s)->y() > view().frame(u"panel-7~ap"_s)->geometry().bottom());
        gui::picture(*m_window, u"repeats"_s);
        const QStringList before = shown();
        page().session().setVariable(u"region"_s, {u"ap"_s});
        QCOMPARE(shown().size(), before.size() - 2);
        QTRY_COMPARE(view().frame(u"panel-7~ap"_s)->y(), 12);
        QCOMPARE(page().editor().document().text(), m_original);
    }

    void draggingOneMovesThePanelOfTheFile()
    {
        openPage();
        drag(view().frame(u"panel-7~us.1"_s), {0, 4}); // below the panel under them
        QCOMPARE(page().editor().history().commands().size(), 1);
        QCOMPARE(rect(7), (GridRect{3, 3, 6, 4})); // the width of the file says nothing and stays
        QCOMPARE(rect(8), (GridRect{0, 0, 12, 3}));
        QCOMPARE(rect(21), (GridRect{0, 12, 12, 4})); // below, all is as it was
        QCOMPARE(page().session().instance(u"panel-7~ap"_s)->place(), QRectF(0, 7, 12, 4));
    }

    void resizingOneResizesAll()
    {
        openPage();
        view().frame(u"panel-7~eu"_s)->setFocus();
        gui::key(*m_window, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(rect(7), (GridRect{3, 0, 6, 5}));
        QCOMPARE(page().session().instance(u"panel-7~ap"_s)->place(), QRectF(0, 5, 12, 5));
        QCOMPARE(page().editor().history().commands().size(), 1);
        gui::key(*m_window, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier); // as wide as the page already
        QCOMPARE(page().editor().history().commands().size(), 1);
        QVERIFY(gui::find(*m_window, u"toast"_s)); // why
    }

    // In a repeated row, what is done in any of them is done in all.
    void movingInsideARepeatOfARow()
    {
        openPage();
        view().reveal(u"panel-21~b"_s);
        QCoreApplication::processEvents();
        QCOMPARE(view().chosen(), QStringList{u"panel-21~b"_s});
        gui::key(*m_window, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(rect(21).w, 13);
        gui::picture(*m_window, u"repeats-row"_s);
        QVERIFY(rect(22).y >= rect(21).bottom());
        const auto inRow = [&](const QString &id, const QString &row) {
            const GridRect at = page().session().instance(id)->rect;
            for (const RowInstance &each : page().session().rows())
                if (each.id == row)
                    return QPoint(at.x, at.y - each.rect.y);
            return QPoint();
        };
        QCOMPARE(inRow(u"panel-21~a"_s, u"row-20~a"_s), inRow(u"panel-21~b"_s, u"row-20~b"_s));
        QCOMPARE(inRow(u"panel-22~a"_s, u"row-20~a"_s), inRow(u"panel-22~b"_s, u"row-20~b"_s));
    }

    void rowsGoWithTheirRepeats()
    {
        openPage();
        emit view().rowActionRequested(u"down"_s, u"row-20~b"_s);
        QCOMPARE(page().session().rows()[0].id, u"row-30"_s);
        QCOMPARE(page().session().rows()[2].id, u"row-20~b"_s);
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
        view().grid().scrollTo(u"row-20~b"_s);
        QCoreApplication::processEvents();
        drag(view().grid().made(u"row-20~b"_s), {0, 20});
        QCOMPARE(page().session().rows()[0].id, u"row-30"_s);
        QCOMPARE(page().session().rows()[1].id, u"row-20~a"_s);
        QCOMPARE(page().session().instance(u"panel-22~b"_s)->rowId, u"row-20~b"_s);
        page().edits().runOnRow(u"removeAll"_s, u"row-20~b"_s);
        QCOMPARE(page().session().rows().size(), 1);
        QVERIFY(!page().editor().document().dashboard()->panel(21));
    }

    void rowsRepeatByMenu()
    {
        openPage();
        view().grid().scrollTo(u"row-30"_s);
        QCoreApplication::processEvents();
        QContextMenuEvent wanted(QContextMenuEvent::Keyboard, QPoint(40, 10), view().grid().made(u"row-30"_s)->mapToGlobal(QPoint(40, 10)));
        QApplication::sendEvent(view().grid().made(u"row-30"_s), &wanted);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QMenu *repeats = nullptr;
        for (QAction *action : menu->actions())
            if (action->menu())
                repeats = action->menu();
        QVERIFY(repeats);
        QStringList texts;
        for (QAction *action : repeats->actions())
            texts.append(action->text());
        QCOMPARE(texts.size(), 3); // no constants
        repeats->popup(menu->geometry().topRight());
        gui::picture(*repeats, u"repeats-menu"_s);
        repeats->actions()[2]->trigger();
        repeats->close();
        menu->close();
        QCOMPARE(page().session().rows().size(), 4);
        QCOMPARE(page().session().rows().last().id, u"row-30~b"_s);
        page().edits().runOnRow(u"repeat."_s, u"row-30~b"_s);
        QCOMPARE(page().session().rows().last().id, u"row-30"_s);
    }

    void foldingOneFoldsThatOne()
    {
        openPage();
        const QWidget *first = view().grid().made(u"row-20~a"_s);
        view().grid().scrollTo(u"row-20~a"_s);
        QCoreApplication::processEvents();
        QTest::mouseClick(const_cast<QWidget *>(first), Qt::LeftButton, {}, QPoint(40, 10));
        QVERIFY(page().session().isFolded(u"panel-21~a"_s));
        QVERIFY(!page().session().isFolded(u"panel-21~b"_s));
        QCOMPARE(page().editor().document().text(), m_original);
    }

    void keysActOnThePanelOfTheFile()
    {
        openPage();
        view().frame(u"panel-7~us.1"_s)->setFocus();
        gui::key(*m_window, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(u"\"repeat\""));
        gui::key(*m_window, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(page().editor().document().dashboard()->panels.size(), 6);
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
        view().frame(u"panel-7~us.1"_s)->setFocus();
        gui::key(*m_window, Qt::Key_Delete);
        QVERIFY(!page().editor().document().dashboard()->panel(7));
        QCOMPARE(page().session().instances().size(), 1 + 4 + 1);
    }

    void editingOneEditsThePanelOfTheFile()
    {
        openPage();
        page().editPanel(u"panel-7~us.1"_s);
        QCOMPARE(page().editedPanel(), u"panel-7~us.1"_s);
        page().edits().edit(u"panel-7~us.1"_s, PanelEdit::set(u"title"_s, u"of $region"_s, u"Title"_s));
        QCOMPARE(view().frame(u"panel-7~eu"_s)->title(), u"of Europe"_s);
        QCOMPARE(view().frame(u"panel-7~us.1"_s)->title(), u"of us.1"_s);
        view().place(u"panel-7~us.1"_s, {0, 0, 24, 6});
        QCOMPARE(rect(7).h, 6);
        page().edits().edit(u"panel-7~us.1"_s, PanelEdit::set(u"repeat"_s, u""_s, u"Repeat"_s));
        QCOMPARE(page().editedPanel(), u"panel-7"_s); // there is one now
        page().closeEditor();
    }

    void viewingOneFollowsItsVariable()
    {
        openPage();
        view().viewPanel(u"panel-7~us.1"_s);
        QCOMPARE(view().grid().visibleItems(), QStringList{u"panel-7~us.1"_s});
        page().session().setVariable(u"region"_s, {u"ap"_s});
        QTRY_COMPARE(view().viewedPanel(), u"panel-7~ap"_s); // that one went
        QVERIFY(view().frame(u"panel-7~ap"_s)->height() > 500);
        view().viewPanel({});
    }

    void newPanelsMakeRoomForRepeats()
    {
        openPage();
        const QString made = page().edits().addPanel(*Json::parse(R"({"type":"stat","title":"New"})"), true);
        QCOMPARE(page().session().instance(made)->rect.y, 0);
        QCOMPARE(rect(7).w, 6);
        QCOMPARE(page().session().instance(u"panel-7~ap"_s)->rect.y, page().session().instance(made)->rect.bottom());
    }

    void moreThanAPageHoldsIsSaid()
    {
        QByteArray values;
        for (int i = 0; i < 5100; ++i)
            values += 'v' + QByteArray::number(i) + ',';
        QByteArray text = board(panel(7, R"(,"repeat":"region")"), R"("$__all")");
        open(text.replace("Europe : eu,us.1,ap", values.chopped(1)));
        QTRY_VERIFY(gui::find(*m_window, u"toast"_s));
        gui::picture(*m_window, u"repeats-cut"_s);
    }

    // Five hundred: what is out of sight has no widget and asks nothing.
    void hundredsAreCheap()
    {
        QByteArray values;
        for (int i = 0; i < 500; ++i)
            values += 'v' + QByteArray::number(i) + ',';
        QByteArray text = board(panel(7, R"(,"repeat":"region")", R"("x":0,"y":0,"w":6,"h":8)"), R"("$__all")");
        const int before = m_server.requestCount();
        open(text.replace("Europe : eu,us.1,ap", values.chopped(1)));
        const auto frames = [&] { return view().findChildren<PanelFrame *>().size(); };
        QTRY_VERIFY(frames() > 0);
        QCOMPARE(page().session().instances().size(), 500);
        const auto inSight = [&] { return view().grid().visibleItems().size(); };
        QTRY_COMPARE(page().session().data(u"panel-7~v0"_s).state, PanelData::State::Done);
        QCOMPARE(frames(), inSight());
        QVERIFY(inSight() < 40);
        QTRY_COMPARE(page().session().runningQueries(), 0);
        QCOMPARE(m_server.requestCount() - before, inSight());
        // At the foot, those there; between them none was made.
        view().grid().scrollTo(u"panel-7~v499"_s);
        QTRY_COMPARE(page().session().data(u"panel-7~v499"_s).state, PanelData::State::Done);
        QTRY_COMPARE(page().session().runningQueries(), 0);
        QVERIFY(frames() < 80);
        QVERIFY(m_server.requestCount() - before < 80);
        QVERIFY(!view().grid().item(u"panel-7~v250"_s));
        // Tab goes on from place to place.
        view().grid().scrollTo(u"panel-7~v100"_s);
        QCoreApplication::processEvents();
        view().frame(u"panel-7~v100"_s)->setFocus(Qt::TabFocusReason);
        const auto walks = [&](int i, Qt::Key key, Qt::KeyboardModifiers modifiers) {
            for (int tabs = 0; tabs < 10; ++tabs) { // past the buttons inside a panel
                gui::key(*m_window, key, modifiers);
                if (qobject_cast<PanelFrame *>(QApplication::focusWidget()))
                    return QApplication::focusWidget()->objectName() == u"panel.panel-7~v%1"_s.arg(i);
            }
            return false;
        };
        for (int i = 99; i > 60; --i)
            QVERIFY2(walks(i, Qt::Key_Backtab, Qt::ShiftModifier), qPrintable(QString::number(i)));
        for (int i = 61 + 1; i < 140; ++i)
            QVERIFY2(walks(i, Qt::Key_Tab, {}), qPrintable(QString::number(i)));
        view().grid().scrollTo(u"panel-7~v499"_s);
        QTRY_COMPARE(page().session().runningQueries(), 0);
        const int seen = m_server.requestCount();
        page().session().refresh();
        QTRY_COMPARE(m_server.requestCount() - seen, inSight());
    }
};

ADD_TEST(TstRepeats)
#include "tst_repeats.moc"
