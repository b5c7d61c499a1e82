// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/app/stubwindow.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray leaf(const QByteArray &name)
{
    return v2Layout("GridLayout", v2Item(name, 0, 0, 12, 2));
}

// A tab: Outer { One, Two }, Other { Three }, Last
QByteArray board()
{
    QByteArrayList elements;
    for (const char *name : {"a", "b", "c", "d"})
        elements.append("\"" + QByteArray(name) + "\": " + v2Panel(int(elements.size()) + 1, "text", name));
    const QByteArray rows = v2Rows(v2Row("Outer", v2Rows(v2Row("One", leaf("a")) + ",\n    " + v2Row("Two", leaf("b")))) + ",\n    "
                                   + v2Row("Other", v2Rows(v2Row("Three", leaf("c")))) + ",\n    " + v2Row("Last", leaf("d")));
    return v2Board(elements.join(",\n    "),
                   v2Text("{ 'kind': 'TabsLayout', 'spec': { 'tabs': [\n    { 'kind': 'TabsLayoutTab', 'spec': { 'title': 'T', 'layout': "
                          + rows + " } } ] } }"));
}

} // namespace

// Rows in rows, dragged by their headers.
class TstV2RowDrag : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnHome> m_home;
    std::unique_ptr<StubWindow> m_desk;

    DashboardPage &page() { return *m_desk->window.currentDashboard(); }
    QWidget *header(const QString &title)
    {
        for (const RowInstance &row : page().session().rows())
            if (row.title == title)
                return page().view().grid().made(row.id);
        return nullptr;
    }
    QString shape() { return v2Shape(page().editor().document().valueAt(u"/spec/layout"_s)); }
    static void move(QWidget *widget, const QPoint &at, const QPoint &origin)
    {
        QMouseEvent event(QEvent::MouseMove, at, origin + at, Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(widget, &event);
    }
    // To the middle of another header, and some pixels on.
    void drag(const QString &title, const QString &to, int more, const QString &picture = {})
    {
        QWidget *const widget = header(title), *const target = to.isEmpty() ? widget : header(to);
        QVERIFY(widget && target);
        const QPoint from(60, 12), by(0, target->y() - widget->y() + more);
        const QPoint origin = widget->mapToGlobal(QPoint());
        QTest::mousePress(widget, Qt::LeftButton, {}, from);
        move(widget, from + by / 3, origin);
        move(widget, from + by, origin);
        if (!picture.isEmpty())
            gui::picture(m_desk->window, picture);
        m_cursor = QApplication::overrideCursor() ? QApplication::overrideCursor()->shape() : Qt::ArrowCursor;
        QTest::mouseRelease(widget, Qt::LeftButton, {}, from + by);
    }
    Qt::CursorShape m_cursor = Qt::ArrowCursor;

private slots:
    void init()
    {
        m_home = std::make_unique<OwnHome>();
        const QString path = m_home->folder.filePath(u"v2.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(board());
        file.close();
        m_desk = std::make_unique<StubWindow>([](const StubRequest &) { return StubAnswer::json("{}"); }, QSize(1280, 900));
        QVERIFY(m_desk->open(path));
        QTRY_VERIFY(!page().view().grid().isLayoutDue());
        QCOMPARE(shape(), u"T{Outer{One Two} Other{Three} Last}"_s);
    }
    void cleanup() { m_desk.reset(); }

    void drags_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("more");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("with all that is in it") << u"Outer"_s << u"Last"_s << 0 << u"T{Other{Three} Last Outer{One Two}}"_s;
        QTest::newRow("back up") << u"Last"_s << u"Outer"_s << -4 << u"T{Last Outer{One Two} Other{Three}}"_s;
        QTest::newRow("into another row") << u"Two"_s << u"Three"_s << 0 << u"T{Outer{One} Other{Three Two} Last}"_s;
        QTest::newRow("before what is in it") << u"Two"_s << u"Other"_s << -38 << u"T{Outer{One} Other{Two Three} Last}"_s;
        QTest::newRow("the last one past the end of its row") << u"Two"_s << u"Two"_s << 38 << u"T{Outer{One} Two Other{Three} Last}"_s;
        QTest::newRow("over the end of the row above") << u"Last"_s << u"Last"_s << -38 << u"T{Outer{One Two} Other{Three Last}}"_s;
        QTest::newRow("out of its row") << u"One"_s << u"Outer"_s << -4 << u"T{One Outer{Two} Other{Three} Last}"_s;
        QTest::newRow("among its own") << u"Two"_s << u"One"_s << -4 << u"T{Outer{Two One} Other{Three} Last}"_s;
    }
    void drags()
    {
        QFETCH(QString, row);
        QFETCH(QString, to);
        QFETCH(int, more);
        QFETCH(QString, wanted);
        drag(row, to, more, row == "Two"_L1 ? u"v2-row-drag"_s : QString());
        QCOMPARE(shape(), wanted);
        QVERIFY(m_cursor != Qt::ForbiddenCursor);
        QTRY_VERIFY(!page().view().grid().isLayoutDue());
        page().undo();
        QCOMPARE(page().editor().document().text(), board());
    }

    // Far beyond the first one: it is the first one then.
    void beyondTheEnds()
    {
        drag(u"Last"_s, u"Outer"_s, -300);
        QCOMPARE(shape(), u"T{Last Outer{One Two} Other{Three}}"_s);
        QTRY_VERIFY(!page().view().grid().isLayoutDue());
        drag(u"Last"_s, u"Other"_s, 600);
        QCOMPARE(shape(), u"T{Outer{One Two} Other{Three} Last}"_s);
    }

    void nowhere()
    {
        const QByteArray alone
            = v2Board("\"a\": " + v2Panel(1, "text", "a"),
                      v2Text("{ 'kind': 'TabsLayout', 'spec': { 'tabs': [ { 'kind': 'TabsLayoutTab', 'spec': { 'title': 'T', "
                             "'layout': "
                             + v2Rows(v2Row("Only", leaf("a"))) + " } } ] } }"));
        QVERIFY(m_desk->window.opener().openText(alone, u"Alone"_s));
        QTRY_VERIFY(!page().view().grid().isLayoutDue());
        drag(u"Only"_s, {}, -120, u"v2-row-nowhere"_s);
        QCOMPARE(shape(), u"T{Only}"_s);
        QCOMPARE(m_cursor, Qt::ForbiddenCursor);
        QVERIFY(!QApplication::overrideCursor());
        QCOMPARE(page().editor().document().text(), alone);
        gui::picture(m_desk->window, u"v2-row-refused"_s);
    }

    void stepsByMenu()
    {
        const auto id = [&](const QString &title) {
            for (const RowInstance &row : page().session().rows())
                if (row.title == title)
                    return row.id;
            return QString();
        };
        emit page().view().rowActionRequested(u"down"_s, id(u"Outer"_s));
        QCOMPARE(shape(), u"T{Other{Three} Outer{One Two} Last}"_s);
        emit page().view().rowActionRequested(u"up"_s, id(u"Two"_s));
        QCOMPARE(shape(), u"T{Other{Three} Outer{Two One} Last}"_s);
    }
};

ADD_TEST(TstV2RowDrag)
#include "tst_v2rowdrag.moc"
