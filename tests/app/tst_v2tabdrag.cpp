// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/app/stubwindow.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/rowheader.h>
#include <widgets/controls/sectiontabs.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray leaf(const QByteArray &name)
{
    return v2Layout("GridLayout", v2Item(name, 0, 0, 12, 2));
}

// Rows { A { a, b }, B }, More { C, D }, Grid, Empty, Nested { N1 { E }, N2 }
QByteArray board()
{
    QByteArrayList elements;
    for (const char *name : {"a", "b", "c", "d", "e", "f", "g", "h"})
        elements.append("\"" + QByteArray(name) + "\": " + v2Panel(int(elements.size()) + 1, "text", name));
    return v2Board(
        elements.join(",\n    "),
        v2Tabs(
            {v2Tab("Rows", v2Rows(v2Row("A", v2Rows(v2Row("a", leaf("a")) + ", " + v2Row("b", leaf("b")))) + ", " + v2Row("B", leaf("c")))),
             v2Tab("More", v2Rows(v2Row("C", leaf("d")) + ", " + v2Row("D", leaf("e")))), v2Tab("Grid", leaf("f")),
             v2Tab("Empty", v2Layout("GridLayout", {})),
             v2Tab("Nested", v2Tabs({v2Tab("N1", v2Rows(v2Row("E", leaf("g")))), v2Tab("N2", leaf("h"))}))}));
}

const QString kBefore = u"Rows{A{a b} B} More{C D} Grid Empty Nested{N1{E} N2}"_s;

} // namespace

// Rows dragged into other tabs, which open below the drag.
class TstV2TabDrag : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnHome> m_home;
    std::unique_ptr<StubWindow> m_desk;
    QString m_path;
    QPointer<QWidget> m_dragged;
    QPoint m_at; // the mouse

    DashboardPage &page() { return *m_desk->window.currentDashboard(); }
    DashboardGrid &grid() { return page().view().grid(); }
    QWidget *header(const QString &title)
    {
        for (const RowInstance &row : page().session().rows())
            if (row.title == title && row.tabs.isEmpty())
                return grid().made(row.id);
        return nullptr;
    }
    QString front(int bar = 0)
    {
        const QList<TabsInstance> all = page().session().tabs();
        for (const TabsInstance::Tab &tab : all.value(bar).tabs)
            if (tab.id == all[bar].current)
                return tab.title;
        return {};
    }
    // Where its header stands when nothing is dragged, on the screen.
    QPoint placeOf(const QString &title)
    {
        for (const RowInstance &row : page().session().rows())
            if (row.title == title && row.tabs.isEmpty())
                return m_dragged->parentWidget()->mapToGlobal(DashboardGrid::cellsToPixels({0, qreal(row.rect.y), 24, 1}, 800).topLeft()
                                                              + QPoint(60, 12));
        return {};
    }
    // The middle of a tab, on the screen.
    QPoint tabOf(const QString &title)
    {
        for (const TabsInstance &bar : page().session().tabs())
            for (const TabsInstance::Tab &tab : bar.tabs)
                if (tab.title == title)
                    if (QWidget *button = m_desk->window.findChild<QWidget *>(u"sectionTab."_s + tab.id))
                        return button->mapToGlobal(button->rect().center());
        return {};
    }
    QString shape(const Document &document) { return v2Shape(document.valueAt(u"/spec/layout"_s)); }
    QString shape() { return shape(page().editor().document()); }
    void press(const QString &title)
    {
        m_dragged = header(title);
        QVERIFY(m_dragged);
        m_at = m_dragged->mapToGlobal(QPoint(60, 12));
        QTest::mousePress(m_dragged, Qt::LeftButton, {}, QPoint(60, 12));
        move(m_at + QPoint(0, 12));
        QVERIFY(grid().isInGesture());
    }
    void move(const QPoint &global)
    {
        m_at = global;
        QVERIFY(m_dragged);
        QMouseEvent event(QEvent::MouseMove, m_dragged->mapFromGlobal(global), global, Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(m_dragged, &event);
    }
    void release()
    {
        QVERIFY(m_dragged);
        QMouseEvent event(QEvent::MouseButtonRelease, m_dragged->mapFromGlobal(m_at), m_at, Qt::LeftButton, {}, {});
        QApplication::sendEvent(m_dragged, &event);
        QVERIFY(!grid().isInGesture());
        QTRY_VERIFY(!grid().isLayoutDue());
    }
    void hover(const QString &tab, int bar = 0)
    {
        const auto isFront = [&] { // the page may still settle below the mouse
            move(tabOf(tab));
            return front(bar) == tab;
        };
        QTRY_VERIFY(isFront());
        QTRY_VERIFY(!grid().isLayoutDue());
        QVERIFY(grid().isInGesture());
        QVERIFY(m_dragged);
    }

private slots:
    void init()
    {
        m_home = std::make_unique<OwnHome>();
        m_path = m_home->folder.filePath(u"v2.json"_s);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(board());
        file.close();
        m_desk = std::make_unique<StubWindow>([](const StubRequest &) { return StubAnswer::json("{}"); }, QSize(1280, 900));
        QVERIFY(m_desk->open(m_path));
        QTRY_VERIFY(!page().session().isLoading() && !grid().isLayoutDue());
        QCOMPARE(shape(), kBefore);
    }
    void cleanup() { m_desk.reset(); }

    void drops_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QStringList>("over"); // tabs, of one bar in the other
        QTest::addColumn<QString>("to"); // a header there; empty: far below
        QTest::addColumn<QString>("wanted");
        QTest::newRow("before a row") << u"B"_s << QStringList{u"More"_s} << u"C"_s
                                      << u"Rows{A{a b}} More{B C D} Grid Empty Nested{N1{E} N2}"_s;
        QTest::newRow("between rows") << u"B"_s << QStringList{u"More"_s} << u"D"_s
                                      << u"Rows{A{a b}} More{C B D} Grid Empty Nested{N1{E} N2}"_s;
        QTest::newRow("at the end") << u"B"_s << QStringList{u"More"_s} << QString()
                                    << u"Rows{A{a b}} More{C D B} Grid Empty Nested{N1{E} N2}"_s;
        QTest::newRow("with all in it") << u"A"_s << QStringList{u"More"_s} << u"D"_s
                                        << u"Rows{B} More{C A{a b} D} Grid Empty Nested{N1{E} N2}"_s;
        QTest::newRow("out of a row") << u"b"_s << QStringList{u"More"_s} << u"C"_s
                                      << u"Rows{A{a} B} More{b C D} Grid Empty Nested{N1{E} N2}"_s;
        QTest::newRow("below a grid") << u"B"_s << QStringList{u"Grid"_s} << QString()
                                      << u"Rows{A{a b}} More{C D} Grid{ B} Empty Nested{N1{E} N2}"_s;
        QTest::newRow("into nothing") << u"A"_s << QStringList{u"Empty"_s} << QString()
                                      << u"Rows{B} More{C D} Grid Empty{A{a b}} Nested{N1{E} N2}"_s;
        QTest::newRow("into tabs of a tab") << u"B"_s << QStringList{u"Nested"_s} << QString()
                                            << u"Rows{A{a b}} More{C D} Grid Empty Nested{N1{E B} N2}"_s;
        QTest::newRow("into another one of those")
            << u"B"_s << QStringList{u"Nested"_s, u"N2"_s} << QString() << u"Rows{A{a b}} More{C D} Grid Empty Nested{N1{E} N2{ B}}"_s;
        QTest::newRow("there and back") << u"B"_s << QStringList{u"More"_s, u"Rows"_s} << u"A"_s
                                        << u"Rows{B A{a b}} More{C D} Grid Empty Nested{N1{E} N2}"_s;
    }
    void drops()
    {
        QFETCH(QString, row);
        QFETCH(QStringList, over);
        QFETCH(QString, to);
        QFETCH(QString, wanted);
        press(row);
        for (const QString &tab : over)
            hover(tab, tab.startsWith(u'N') && tab.size() == 2 ? 1 : 0);
        move(to.isEmpty() ? m_at + QPoint(0, 500) : placeOf(to));
        gui::picture(m_desk->window, u"v2-tab-drag-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
        release();
        QCOMPARE(shape(), wanted);
        QCOMPARE(front(), over.first() == u"More"_s && over.size() > 1 ? over.last() : over.first());
        QVERIFY(header(row)); // it is where one looks
        QVERIFY(!QApplication::overrideCursor());
        emit page().fileActionRequested(u"save"_s);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<Document> again = Document::fromText(file.readAll());
        QVERIFY(again);
        QCOMPARE(shape(*again), wanted);
        QCOMPARE(again->dashboard()->panels.size(), 8);
        page().undo();
        QCOMPARE(page().editor().document().text(), board());
        QCOMPARE(front(), over.first() == u"More"_s && over.size() > 1 ? over.last() : over.first());
        page().redo();
        QCOMPARE(shape(), wanted);
    }

    void escapeGivesAllBack()
    {
        press(u"A"_s);
        hover(u"More"_s);
        move(placeOf(u"D"_s));
        QTest::keyClick(&m_desk->window, Qt::Key_Escape);
        QVERIFY(!grid().isInGesture());
        QCOMPARE(front(), u"Rows"_s);
        QCOMPARE(page().editor().document().text(), board());
        QTRY_VERIFY(!grid().isLayoutDue());
        QVERIFY(header(u"A"_s) && header(u"A"_s)->isVisible() && !header(u"C"_s));
        QVERIFY(header(u"a"_s)->y() > header(u"A"_s)->y());
        QVERIFY(!QApplication::overrideCursor());
    }

    void byTheMenu()
    {
        emit static_cast<RowHeader *>(header(u"B"_s))->menuRequested(m_desk->window.mapToGlobal(QPoint(300, 300)));
        auto *menu = m_desk->window.findChild<QMenu *>(u"rowMenu"_s);
        QVERIFY(menu);
        QStringList offered;
        for (QAction *action : menu->actions())
            if (action->menu() && action->objectName().contains(u"row.into"_s))
                for (QAction *tab : action->menu()->actions()) {
                    offered.append(tab->text());
                    if (tab->text() == u"Tab “Nested”, tab “N2”"_s)
                        QTimer::singleShot(0, tab, &QAction::trigger);
                }
        QCOMPARE(
            offered,
            (QStringList{u"Tab “More”"_s, u"Tab “Grid”"_s, u"Tab “Empty”"_s, u"Tab “Nested”, tab “N1”"_s, u"Tab “Nested”, tab “N2”"_s}));
        menu->close();
        QTRY_COMPARE(shape(), u"Rows{A{a b}} More{C D} Grid Empty Nested{N1{E} N2{ B}}"_s);
        page().undo();
        QCOMPARE(page().editor().document().text(), board());
    }

    void looks_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("dark") << u"dark"_s;
        QTest::newRow("light") << u"light"_s;
    }
    void looks()
    {
        QFETCH(QString, theme);
        m_desk.reset();
        m_desk = std::make_unique<StubWindow>([](const StubRequest &) { return StubAnswer::json("{}"); }, QSize(760, 560), theme);
        QVERIFY(m_desk->open(m_path));
        QTRY_VERIFY(!page().session().isLoading() && !grid().isLayoutDue());
        press(u"b"_s);
        move(tabOf(u"More"_s));
        gui::picture(m_desk->window, u"v2-tab-drag-over-"_s + theme);
        move(placeOf(u"b"_s) + QPoint(0, 40)); // out of its row
        gui::picture(m_desk->window, u"v2-row-drag-out-"_s + theme);
        release();
        QCOMPARE(shape(), u"Rows{A{a} b B} More{C D} Grid Empty Nested{N1{E} N2}"_s);
        applyTheme(*qApp, Theme::dark());
    }

    // It passes over a tab; no moment, no other tab.
    void passingOverOpensNothing()
    {
        press(u"B"_s);
        move(tabOf(u"More"_s));
        move(tabOf(u"Rows"_s));
        QTRY_COMPARE(front(), u"Rows"_s);
        move(placeOf(u"A"_s));
        release();
        QCOMPARE(shape(), u"Rows{B A{a b}} More{C D} Grid Empty Nested{N1{E} N2}"_s);
    }

    // The file changes in the middle of it.
    void anotherDocument()
    {
        press(u"B"_s);
        hover(u"More"_s);
        emit page().view().rowActionRequested(u"down"_s, page().session().rows().value(1).id);
        QVERIFY(!grid().isInGesture());
        QCOMPARE(shape(), u"Rows{A{a b} B} More{D C} Grid Empty Nested{N1{E} N2}"_s);
        QCOMPARE(front(), u"More"_s);
        QVERIFY(!QApplication::overrideCursor());
    }

    void foldedStaysFolded()
    {
        for (const RowInstance &row : page().session().rows())
            if (row.title == u"B"_s)
                page().session().setRowCollapsed(row.id, true);
        QTRY_VERIFY(!grid().isLayoutDue());
        press(u"A"_s);
        hover(u"More"_s);
        move(m_at + QPoint(0, 500));
        release();
        QCOMPARE(shape(), u"Rows{B} More{C D A{a b}} Grid Empty Nested{N1{E} N2}"_s);
        page().session().setCurrentTab(page().session().tabs()[0].id, page().session().tabs()[0].tabs[0].id);
        for (const RowInstance &row : page().session().rows())
            QCOMPARE(row.collapsed, row.title == u"B"_s);
    }
};

ADD_TEST(TstV2TabDrag)
#include "tst_v2tabdrag.moc"
