// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actions.h>
#include <app/paneledits.h>
#include <tests/app/stubwindow.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/sectiontabs.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

StubAnswer answer(const StubRequest &request)
{
    const bool isRange = request.path.endsWith("/query_range"_L1);
    if (!isRange && !request.path.endsWith("/query"_L1))
        return StubAnswer::json(R"({"status":"success","data":[]})");
    QByteArray values;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (int i = 0; i < 120; ++i)
        values += (i ? ",[" : "[") + QByteArray::number(now - 3600 + i * 30) + ",\"" + QByteArray::number(20 + i % 17) + "\"]";
    const QByteArray type = isRange ? "matrix" : "vector";
    const QByteArray points = isRange ? "\"values\":[" + values + "]" : "\"value\":[" + QByteArray::number(now) + ",\"3\"]";
    return StubAnswer::json(R"({"status":"success","data":{"resultType":")" + type + R"(","result":[{"metric":{"job":"a"},)" + points
                            + "}]}}");
}

QByteArray tab(const QByteArray &title, const QByteArray &layout, const QByteArray &more = {})
{
    return v2Text("{ 'kind': 'TabsLayoutTab', 'spec': { 'title': '" + title + "', " + more + "'layout': " + layout + " } }");
}

QByteArray whenJobIsB()
{
    return v2Text(
        ", 'conditionalRendering': { 'kind': 'ConditionalRenderingGroup', 'spec': { 'visibility': 'show', 'condition': 'and', "
        "'items': [ { 'kind': 'ConditionalRenderingVariable', 'spec': { 'variable': 'job', 'operator': 'equals', 'value': 'b' } } ] } }");
}

// Three tabs: two panels and a hidden one; rows, the first without a header; an automatic grid that fills the screen.
QByteArray board()
{
    QByteArrayList elements;
    const char *titles[] = {"Requests", "Only for b", "Errors", "Without a header", "In a row", "Auto one", "Auto two"};
    for (int i = 1; i <= 7; ++i)
        elements.append("\"p" + QByteArray::number(i)
                        + "\": " + v2Panel(i, i % 2 ? "timeseries" : "stat", titles[i - 1], v2Query("A", "up", "main")));
    const QByteArray first = v2Layout("GridLayout",
                                      v2Item("p1", 0, 0, 12, 8) + ",\n      " + v2Item("p2", 0, 8, 24, 4, whenJobIsB()) + ",\n      "
                                          + v2Item("p3", 0, 12, 12, 8));
    const QByteArray second = v2Rows(v2Row("Hidden header", v2Layout("GridLayout", v2Item("p4", 0, 0, 12, 5)), "'hideHeader': true, ")
                                     + ",\n    " + v2Row("Shown header", v2Layout("GridLayout", v2Item("p5", 0, 0, 24, 6))));
    const QByteArray third
        = v2Layout("AutoGridLayout", v2AutoItem("p6") + ",\n      " + v2AutoItem("p7"), "'fillScreen': true, 'maxColumnCount': 2, ");
    const QByteArray tabs = v2Text("{ 'kind': 'TabsLayout', 'spec': { 'tabs': [\n    " + tab("Overview of $job", first) + ",\n    "
                                   + tab("Rows", second) + ",\n    " + tab("A tab with a title that is rather long", third) + " ] } }");
    const QByteArray variable = v2Text("'variables': [ { 'kind': 'CustomVariable', 'spec': { 'name': 'job', 'query': 'a, b', 'current': { "
                                       "'text': 'a', 'value': 'a' } } } ],\n    ");
    return v2Board(elements.join(",\n    "), tabs, variable);
}

} // namespace

// A dashboard in the v2 form in the window, by a person's hands: what is done lands where the v2 form has it, and nowhere else.
class TstV2Window : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnHome> m_home;
    std::unique_ptr<StubWindow> m_desk;
    QByteArray m_original;
    QString m_path;

    DashboardPage &page() { return *m_desk->window.currentDashboard(); }
    Json spec() { return page().editor().document().valueAt(page().editor().document().root()); }
    Json itemOf(int tab, int item)
    {
        return spec()[u"layout"][u"spec"][u"tabs"].at(tab)[u"spec"][u"layout"][u"spec"][u"items"].at(item)[u"spec"];
    }
    PanelFrame *frame(int id) { return page().view().frame(u"panel-%1"_s.arg(id)); }
    QStringList shown()
    {
        QStringList titles;
        for (const QString &id : page().view().grid().items())
            if (auto *panel = qobject_cast<PanelFrame *>(page().view().grid().made(id)))
                titles.append(panel->title());
        titles.sort();
        return titles;
    }
    static void move(QWidget *widget, const QPoint &at, const QPoint &origin)
    {
        QMouseEvent event(QEvent::MouseMove, at, origin + at, Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(widget, &event);
    }
    static void drag(QWidget *widget, const QPoint &from, const QPoint &by)
    {
        QTest::mousePress(widget, Qt::LeftButton, {}, from);
        const QPoint origin = widget->mapToGlobal(QPoint()); // the panel moves under the mouse
        move(widget, from + by / 3, origin);
        move(widget, from + by, origin);
        QTest::mouseRelease(widget, Qt::LeftButton, {}, from + by);
    }
    QPoint cell()
    {
        const int width = page().view().grid().viewport()->width();
        return DashboardGrid::cellsToPixels({1, 1, 1, 1}, width).topLeft() - DashboardGrid::cellsToPixels({0, 0, 1, 1}, width).topLeft();
    }
    void open(const QString &theme = u"dark"_s)
    {
        m_original = board();
        m_path = m_home->folder.filePath(u"v2.json"_s);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_original);
        file.close();
        m_desk.reset();
        m_desk = std::make_unique<StubWindow>(answer, QSize(1280, 900), theme);
        QVERIFY(m_desk->open(m_path));
        QTRY_VERIFY(!page().session().isLoading());
    }

private slots:
    void init()
    {
        m_home = std::make_unique<OwnHome>();
        open();
    }
    void cleanup()
    {
        m_desk.reset();
        applyTheme(*qApp, Theme::dark());
    }

    void tabsByMouseAndKeys_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("dark") << u"dark"_s;
        QTest::newRow("light") << u"light"_s;
    }
    void tabsByMouseAndKeys()
    {
        QFETCH(QString, theme);
        open(theme);
        QTRY_COMPARE(shown(), (QStringList{u"Errors"_s, u"Requests"_s}));
        gui::picture(m_desk->window, u"v2-first-"_s + theme);
        auto *bar = page().findChild<SectionTabs *>();
        QVERIFY(bar);
        const QString first = bar->current();
        gui::click(m_desk->window, "sectionTab."_L1 + page().session().tabs()[0].tabs[1].id);
        QTRY_COMPARE(shown(), (QStringList{u"In a row"_s, u"Without a header"_s}));
        QTRY_VERIFY(!page().session().isLoading());
        gui::picture(m_desk->window, u"v2-rows-"_s + theme);
        QCOMPARE(page().view().grid().items().size(), 4); // the bar, a header, two panels
        gui::key(m_desk->window, Qt::Key_Right);
        QTRY_COMPARE(shown(), (QStringList{u"Auto one"_s, u"Auto two"_s}));
        QTRY_VERIFY(!page().session().isLoading());
        gui::picture(m_desk->window, u"v2-fills-"_s + theme);
        QTRY_VERIFY(frame(6)->height() > 600); // a usual one is 334 px high
        gui::key(m_desk->window, Qt::Key_PageDown, Qt::AltModifier); // round to the first one
        QTRY_COMPARE(bar->current(), first);
        gui::key(m_desk->window, Qt::Key_PageUp, Qt::AltModifier);
        QTRY_COMPARE(shown(), (QStringList{u"Auto one"_s, u"Auto two"_s}));
        QVERIFY(!page().editor().isModified());
    }

    void conditionsInTheWindow()
    {
        QTRY_COMPARE(shown(), (QStringList{u"Errors"_s, u"Requests"_s}));
        const int without = frame(3)->y();
        page().session().setVariable(u"job"_s, {u"b"_s});
        QTRY_COMPARE(shown(), (QStringList{u"Errors"_s, u"Only for b"_s, u"Requests"_s}));
        QTRY_COMPARE(frame(3)->y(), without + 4 * 38);
        QTRY_VERIFY(!page().session().isLoading());
        gui::picture(m_desk->window, u"v2-condition"_s);
        page().session().setVariable(u"job"_s, {u"a"_s});
        QTRY_COMPARE(shown().size(), 2);
        gui::keys(m_desk->window, u"d"_s);
        gui::key(m_desk->window, Qt::Key_H, Qt::ShiftModifier); // shows what conditions hide
        QTRY_COMPARE(shown().size(), 3);
        gui::keys(m_desk->window, u"d"_s);
        gui::key(m_desk->window, Qt::Key_H, Qt::ShiftModifier);
        QTRY_COMPARE(shown().size(), 2);
    }

    // Each lands in its item; what stands in other tabs, and what is hidden, stays as it is.
    void movesAndResizes()
    {
        QTRY_COMPARE(shown().size(), 2);
        const QPoint header(40, 12);
        QEnterEvent enter(header, header, frame(3)->mapToGlobal(header));
        QApplication::sendEvent(frame(3), &enter);
        drag(frame(3)->findChild<QWidget *>(u"panel.corner"_s), QPoint(5, 5), QPoint(cell().x() * 4, cell().y() * 2));
        QCOMPARE(itemOf(0, 2)[u"width"].toInt(), 16);
        QCOMPARE(itemOf(0, 2)[u"height"].toInt(), 10);
        QByteArray expected = m_original;
        expected.replace("\"y\": 12, \"width\": 12, \"height\": 8", "\"y\": 12, \"width\": 16, \"height\": 10");
        QCOMPARE(page().editor().document().text(), expected);

        gui::click(m_desk->window, "sectionTab."_L1 + page().session().tabs()[0].tabs[1].id);
        QTRY_COMPARE(shown().size(), 2);
        QTest::qWait(0);
        drag(frame(4), header, QPoint(cell().x() * 12, 0));
        expected.replace("\"x\": 0, \"y\": 0, \"width\": 12, \"height\": 5", "\"x\": 12, \"y\": 0, \"width\": 12, \"height\": 5");
        QCOMPARE(page().editor().document().text(), expected);
        // From below the shown header to the row without one, whose panel makes room.
        drag(frame(5), header, QPoint(0, -cell().y() * 6));
        const Json rows = spec()[u"layout"][u"spec"][u"tabs"].at(1)[u"spec"][u"layout"][u"spec"][u"rows"];
        const auto first = [&](int row) { return rows.at(row)[u"spec"][u"layout"][u"spec"][u"items"].at(0)[u"spec"]; };
        QCOMPARE(first(0)[u"element"][u"name"].toString(), u"p5"_s);
        QCOMPARE(first(0)[u"y"].toInt(), 0);
        QCOMPARE(first(1)[u"element"][u"name"].toString(), u"p4"_s);
        QCOMPARE(itemOf(0, 1)[u"y"].toInt(), 8);
        for (int i = 0; i < 3; ++i)
            gui::key(m_desk->window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(page().editor().document().text(), m_original);
    }

    void titleOptionsVariableSaveAndReopen()
    {
        QTRY_COMPARE(shown().size(), 2);
        page().editPanel(u"panel-1"_s);
        gui::type(m_desk->window, u"option:title"_s, u"Requests a second"_s);
        gui::key(m_desk->window, Qt::Key_Return);
        QTRY_COMPARE(frame(1)->title(), u"Requests a second"_s);
        page().edits().edit(u"panel-1"_s, PanelEdit::set(u"options.legend.displayMode"_s, Json(u"table"_s), u"Legend"_s));
        gui::click(m_desk->window, u"editor.done"_s);
        const Json element = spec()[u"elements"][u"p1"][u"spec"];
        QCOMPARE(element[u"title"].toString(), u"Requests a second"_s);
        QCOMPARE(element[u"vizConfig"][u"spec"][u"options"][u"legend"][u"displayMode"].toString(), u"table"_s);

        page().session().setVariable(u"job"_s, {u"b"_s});
        emit page().fileActionRequested(u"defaultVariables"_s);
        QCOMPARE(spec()[u"variables"].at(0)[u"spec"][u"current"][u"value"].toString(), u"b"_s);

        gui::key(m_desk->window, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!page().editor().isModified());
        const QByteArray saved = page().editor().document().text();
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), saved);
        m_desk.reset();
        m_desk = std::make_unique<StubWindow>(answer, QSize(1280, 900));
        QVERIFY(m_desk->open(m_path));
        QTRY_COMPARE(shown(), (QStringList{u"Errors"_s, u"Only for b"_s, u"Requests a second"_s}));
        while (page().editor().history().canUndo())
            page().undo();
        QCOMPARE(page().editor().document().text(), m_original);
    }

    void addsIntoTheTabInFront()
    {
        gui::click(m_desk->window, "sectionTab."_L1 + page().session().tabs()[0].tabs[1].id);
        QTRY_COMPARE(shown().size(), 2);
        QVERIFY(!page().edits().addPanel(*Json::parse(R"({"type":"text","title":"New","gridPos":{"w":6,"h":3}})"), true).isEmpty());
        QTRY_COMPARE(shown(), (QStringList{u"In a row"_s, u"New"_s, u"Without a header"_s}));
        page().undo();
        QCOMPARE(page().editor().document().text(), m_original);
    }

    void addsARowIntoTheTabInFront()
    {
        QTRY_COMPARE(shown().size(), 2);
        const QSize before = frame(1)->size();
        page().edits().addRow();
        QTRY_VERIFY(m_desk->window.findChild<QWidget *>(u"rowName"_s));
        gui::type(m_desk->window, u"rowNameField"_s, u"More"_s);
        gui::key(m_desk->window, Qt::Key_Return);
        QTRY_COMPARE(page().session().rows().last().title, u"More"_s);
        const Json rows = spec()[u"layout"][u"spec"][u"tabs"].at(0)[u"spec"][u"layout"][u"spec"][u"rows"];
        QCOMPARE(rows.at(1)[u"spec"][u"title"].toString(), u"More"_s);
        QTRY_COMPARE(shown(), (QStringList{u"Errors"_s, u"Requests"_s}));
        QCOMPARE(frame(1)->size(), before);
        gui::picture(m_desk->window, u"v2-new-row"_s);
        page().undo();
        page().undo();
        QCOMPARE(page().editor().document().text(), m_original);
    }

    // Beside it there is no room: below it, but in its own tab, though it is the last of it.
    void copiesStayInTheirTab()
    {
        QTRY_COMPARE(shown().size(), 2);
        const QString first = page().session().tabs()[0].current;
        gui::click(m_desk->window, "sectionTab."_L1 + page().session().tabs()[0].tabs[1].id);
        QTRY_COMPARE(shown(), (QStringList{u"In a row"_s, u"Without a header"_s}));
        page().view().setSelection({u"panel-5"_s});
        page().edits().run(u"duplicate"_s);
        QTRY_COMPARE(shown(), (QStringList{u"In a row"_s, u"In a row"_s, u"Without a header"_s}));
        page().undo();
        gui::click(m_desk->window, "sectionTab."_L1 + first);
        QTRY_COMPARE(shown(), (QStringList{u"Errors"_s, u"Requests"_s}));
        page().view().setSelection({u"panel-1"_s, u"panel-3"_s});
        page().edits().run(u"copy"_s);
        page().edits().paste();
        QTRY_COMPARE(shown(), (QStringList{u"Errors"_s, u"Errors"_s, u"Requests"_s, u"Requests"_s}));
        QCOMPARE(page().session().tabs()[0].current, page().session().tabs()[0].tabs[0].id);
        page().undo();
        QCOMPARE(page().editor().document().text(), m_original);
    }

    void nothingIsShown()
    {
        const QString path = m_home->folder.filePath(u"hidden.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(v2Board("\"p1\": " + v2Panel(1, "stat", "Hidden", v2Query("A", "up", "main")),
                           v2Layout("GridLayout", v2Item("p1", 0, 0, 12, 8, whenJobIsB())),
                           v2Text("'variables': [ { 'kind': 'CustomVariable', 'spec': { 'name': 'job', 'query': 'a, b' } } ],\n    ")));
        file.close();
        QVERIFY(m_desk->open(path));
        QTRY_VERIFY(page().findChild<QWidget *>(u"allHidden"_s)->isVisible());
        gui::picture(m_desk->window, u"v2-nothing"_s);
        gui::click(m_desk->window, u"allHidden.show"_s);
        QTRY_COMPARE(shown(), QStringList{u"Hidden"_s});
        QVERIFY(page().view().grid().isVisible());
    }

    // What the menu of a tab has, by the palette: for the tab in front.
    void paletteOfTheTabInFront()
    {
        const TabsInstance bar = page().session().tabs()[0];
        for (const QString &id : {u"tab.rename"_s, u"tab.up"_s, u"tab.down"_s, u"tab.removeAll"_s})
            QVERIFY2(m_desk->window.actions().isEnabled(id), qPrintable(id));
        gui::key(m_desk->window, Qt::Key_K, Qt::ControlModifier);
        gui::keys(m_desk->window, u"> tab right"_s);
        gui::key(m_desk->window, Qt::Key_Return);
        QTRY_COMPARE(page().session().tabs()[0].tabs[1].title, bar.tabs[0].title);
        QTRY_COMPARE(page().session().tabs()[0].current, page().session().tabs()[0].tabs[1].id); // still in front
        QVERIFY(m_desk->window.actions().trigger(u"tab.removeAll"_s));
        QTRY_COMPARE(page().session().tabs()[0].tabs.size(), bar.tabs.size() - 1);
    }

    void tabMenu()
    {
        const TabsInstance bar = page().session().tabs()[0];
        emit page().view().rowActionRequested(u"down"_s, bar.tabs[0].id);
        QTRY_COMPARE(page().session().tabs()[0].tabs[1].title, u"Overview of a"_s);
        QCOMPARE(spec()[u"layout"][u"spec"][u"tabs"].at(0)[u"spec"][u"title"].toString(), u"Rows"_s);
        page().undo();
        QCOMPARE(page().editor().document().text(), m_original);
    }
};

ADD_TEST(TstV2Window)
#include "tst_v2window.moc"
