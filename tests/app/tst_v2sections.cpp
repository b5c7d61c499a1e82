// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/sectionbars.h>
#include <app/settings/settingshost.h>
#include <tests/app/stubwindow.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/field.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/variablebar.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray tab(const QByteArray &title, const QByteArray &layout, const QByteArray &more = {})
{
    return v2Text("{ 'kind': 'TabsLayoutTab', 'spec': { 'title': '" + title + "', " + more + "'layout': " + layout + " } }");
}

QByteArray custom(const QByteArray &name, const QByteArray &values, const QByteArray &more = {})
{
    return v2Text("{ 'kind': 'CustomVariable', 'spec': { 'name': '" + name + "', 'query': '" + values + "'" + more + " } }");
}

QByteArray own(const QByteArray &variables)
{
    return v2Text("'variables': [ " + variables + " ], ");
}

QByteArray grid(const QByteArray &name)
{
    return v2Layout("GridLayout", v2Item(name, 0, 0, 12, 6));
}

// A tab with variables; in it a row with one of its own, one without a header, and one with none; then a tab with very many.
QByteArray board()
{
    QByteArrayList elements;
    for (int i = 1; i <= 4; ++i)
        elements.append(
            "\"p" + QByteArray::number(i) + "\": "
            + v2Panel(i, i % 2 ? "timeseries" : "stat", "$zone $host " + QByteArray::number(i), v2Query("A", "up$zone$host$size", "main")));
    const QByteArray hosts = custom("host", "h1, h2, h3", ", 'multi': true, 'current': { 'text': [ 'h1' ], 'value': [ 'h1' ] }");
    const QByteArray rows = v2Rows(v2Row("With a variable", grid("p1"), own(hosts)) + ", "
                                   + v2Row("Without a header", grid("p2"),
                                           "'hideHeader': true, " + own(custom("size", "small, large", ", 'label': 'Size of the thing'")))
                                   + ", " + v2Row("Plain", grid("p3")));
    QByteArrayList many;
    for (int i = 0; i < 16; ++i)
        many.append(custom("variable_" + QByteArray::number(i), "value one, value two"));
    return v2Board(elements.join(",\n    "),
                   v2Text("{ 'kind': 'TabsLayout', 'spec': { 'tabs': [\n    "
                          + tab("First", rows, own(custom("zone", "eu, us") + ", " + custom("hidden", "x", ", 'hide': 'hideVariable'")))
                          + ",\n    " + tab("Many", grid("p4"), own(many.join(", "))) + " ] } }"));
}

} // namespace

// Variables of rows and tabs in the window.
class TstV2Sections : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnHome> m_home;
    std::unique_ptr<StubWindow> m_desk;

    DashboardPage &page() { return *m_desk->window.currentDashboard(); }
    PanelFrame *frame(int id) { return page().view().frame(u"panel-%1"_s.arg(id)); }
    VariableBar *bar(const QString &rowId) { return qobject_cast<VariableBar *>(page().view().grid().made(SectionBars::idOf(rowId))); }
    QString row(int index) { return page().session().rows()[index].id; }
    void open(const QString &theme = u"dark"_s)
    {
        const QString path = m_home->folder.filePath(u"v2.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(board());
        file.close();
        m_desk.reset();
        m_desk = std::make_unique<StubWindow>(
            [](const StubRequest &) { return StubAnswer::json(R"({"status":"success","data":{"resultType":"vector","result":[]}})"); },
            QSize(1280, 900), theme);
        QVERIFY(m_desk->open(path));
        QTRY_VERIFY(!page().session().isLoading());
        QTRY_VERIFY(!page().view().grid().isLayoutDue());
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

    void shownBelowTheirHeader()
    {
        const auto top = [&](QWidget *widget) { return widget->mapTo(&m_desk->window, QPoint()).y(); };
        gui::picture(m_desk->window, u"v2-section-variables-dark"_s);
        VariableBar *ofTab = bar(row(0)), *ofRow = bar(row(1)), *headless = bar(row(2));
        QVERIFY(ofTab && ofRow && headless);
        QVERIFY(!bar(row(3)));
        QVERIFY(!ofTab->findChild<QWidget *>(u"variable.hidden"_s));
        QWidget *header = page().view().grid().made(row(1));
        QVERIFY(top(ofTab) < top(header) && top(header) < top(ofRow) && top(ofRow) < top(frame(1)));
        QVERIFY(top(frame(1)) + frame(1)->height() < top(headless) && top(headless) < top(frame(2)));
        QCOMPARE(frame(1)->title(), u"eu h1 1"_s);
        page().session().setRowCollapsed(row(1), true);
        QTRY_VERIFY(!bar(row(1)));
        page().session().setRowCollapsed(row(1), false);
        QTRY_VERIFY(bar(row(1)));
    }

    void chosenByMouseAndKeys()
    {
        gui::click(m_desk->window, u"variable.zone.value"_s);
        gui::picture(m_desk->window, u"v2-section-popup"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(frame(1)->title(), u"us h1 1"_s);
        QCOMPARE(frame(3)->title(), u"us $host 3"_s);
        QVERIFY(!page().editor().isModified());
    }

    // The way to the variable itself.
    void editedFromItsList()
    {
        gui::click(m_desk->window, u"variable.zone.value"_s);
        QWidget *edit = nullptr;
        for (QWidget *widget : QApplication::allWidgets())
            if (widget->objectName() == u"variable.zone.edit"_s && widget->isVisible())
                edit = widget;
        QVERIFY(edit);
        QTest::mouseClick(edit, Qt::LeftButton);
        QTRY_VERIFY(page().settings().isOpen());
        QCOMPARE(qobject_cast<PlainLabel *>(gui::find(m_desk->window, u"variables.title"_s))->text(), u"$zone"_s);
        gui::picture(m_desk->window, u"v2-section-settings"_s);
        page().settings().close();
        QVERIFY(bar(row(0)));
    }

    // The file's own values, once one says so; and back.
    void keptAsDefault()
    {
        page().session().setSectionVariable(row(0), u"zone"_s, {u"us"_s});
        page().session().setSectionVariable(row(1), u"host"_s, {u"h2"_s, u"h3"_s});
        emit page().fileActionRequested(u"defaultVariables"_s);
        const Document &document = page().editor().document();
        const QString tab = u"/spec/layout/spec/tabs/0/spec"_s;
        QCOMPARE(document.valueAt(tab + "/variables/0/spec/current/value"_L1).toString(), u"us"_s);
        QCOMPARE(document.valueAt(tab + "/layout/spec/rows/0/spec/variables/0/spec/current/value"_L1).size(), 2);
        QTRY_COMPARE(frame(1)->title(), u"us h2 + h3 1"_s);
        page().undo();
        QCOMPARE(page().editor().document().text(), board());
        QTRY_COMPARE(frame(1)->title(), u"us h2 + h3 1"_s); // the choice is the session's
    }

    void reachedByTab()
    {
        page().view().grid().setFocus();
        bool reached = false;
        for (int i = 0; i < 12 && !reached; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached = bar(row(1))->isAncestorOf(QApplication::focusWidget());
        }
        QVERIFY(reached);
    }

    // Many wrap to lines, and what lies below makes room, at any width.
    void manyWrap()
    {
        page().session().setCurrentTab(page().session().tabs()[0].id, page().session().tabs()[0].tabs[1].id);
        QTRY_VERIFY(!page().session().isLoading());
        for (const int width : {1280, 700, 1024}) {
            m_desk->window.resize(width, 640);
            const auto fits = [&] {
                VariableBar *many = bar(row(0));
                return many && !page().view().grid().isLayoutDue() && many->heightForWidth(many->width()) <= many->height()
                    && many->geometry().bottom() < frame(4)->geometry().top();
            };
            QTRY_VERIFY2(fits(), qPrintable(QString::number(width)));
            gui::picture(m_desk->window, u"v2-section-many-%1"_s.arg(width));
        }
    }

    void light()
    {
        open(u"light"_s);
        gui::picture(m_desk->window, u"v2-section-variables-light"_s);
        QVERIFY(bar(row(0)));
    }

    // With controls above them, panels still go where the mouse leaves them.
    void dragBesideControls()
    {
        const int height = frame(3)->height();
        page().view().place(u"panel-3"_s, {12, 0, 12, 6});
        QTRY_VERIFY(frame(3)->x() > 600);
        QCOMPARE(frame(3)->height(), height);
        page().undo();
        QCOMPARE(page().editor().document().text(), board());
    }
};

ADD_TEST(TstV2Sections)
#include "tst_v2sections.moc"
