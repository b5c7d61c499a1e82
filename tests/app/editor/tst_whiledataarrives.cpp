// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>
#include <app/query/pickbutton.h>
#include <dashboard/panelediting.h>
#include <tests/app/pagehands.h>
#include <tests/support/fakesource.h>
#include <tests/support/testmain.h>
#include <widgets/controls/field.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/segmentedcontrol.h>
#include <widgets/form/choosebutton.h>
#include <widgets/form/colorpicker.h>
#include <widgets/form/optionparts.h>

using namespace Qt::StringLiterals;

// New data come every second, under whatever a person is doing: what is half typed, the cursor, the focus, open lists and what is
// scrolled stay as they are. Each control of the editor is tried.
class TstWhileDataArrives : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<FakeSource> m_source;
    std::unique_ptr<App> m_app;
    std::unique_ptr<MainWindow> m_window;
    int m_round = 0;
    int m_series = 2;
    bool m_renames = true; // a series goes and another one comes with each answer

    DashboardPage &page() { return *m_window->currentDashboard(); }

    QString file()
    {
        QFile out(m_folder.filePath(u"board.json"_s));
        if (out.open(QIODevice::WriteOnly))
            out.write(R"({"title": "Board", "schemaVersion": 41, "panels": [
                {"id": 1, "type": "timeseries", "title": "Requests", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8},
                 "fieldConfig": {"defaults": {"unit": "reqps",
                    "color": {"mode": "fixed", "fixedColor": "red"},
                    "thresholds": {"mode": "absolute", "steps": [{"color": "green", "value": null}, {"color": "red", "value": 10},
                        {"color": "blue", "value": 20}]},
                    "mappings": [{"type": "value", "options": {"1": {"text": "one", "index": 0}, "2": {"text": "two", "index": 1}}},
                        {"type": "range", "options": {"from": 3, "to": 4, "result": {"text": "some", "index": 2}}},
                        {"type": "regex", "options": {"pattern": "/a/", "result": {"text": "a", "index": 3}}},
                        {"type": "special", "options": {"match": "nan", "result": {"text": "none", "index": 4}}}],
                    "links": [{"title": "Runbook", "url": "/d/runbook"}]},
                  "overrides": [
                    {"matcher": {"id": "byName", "options": "x"}, "properties": [{"id": "unit", "value": "s"}, {"id": "min", "value": 1},
                        {"id": "custom.lineStyle", "value": {"fill": "dash", "dash": [10, 5]}}]},
                    {"matcher": {"id": "byNames", "options": {"mode": "include", "names": ["x"]}}, "properties": []},
                    {"matcher": {"id": "byRegexp", "options": "/x/"}, "properties": [{"id": "not.known", "value": 1}]},
                    {"matcher": {"id": "byFrameRefID", "options": "A"}, "properties": []},
                    {"matcher": {"id": "byValue", "options": {"reducer": "max", "op": "gte", "value": 1}}, "properties": []}]},
                 "options": {"legend": {"displayMode": "table", "calcs": ["mean", "max"]}},
                 "links": [{"title": "Docs", "url": "/d/runbook"}],
                 "targets": [{"refId": "A", "expr": "up"}, {"refId": "B", "expr": "up * 2"}]},
                {"id": 2, "type": "table", "title": "Rows", "gridPos": {"x": 12, "y": 0, "w": 12, "h": 8},
                 "options": {"sortBy": [{"displayName": "Value", "desc": true}]},
                 "transformations": [{"id": "organize", "options": {}}, {"id": "groupBy", "options": {"fields": {
                        "Value": {"operation": "aggregate", "aggregations": ["mean"]}}}},
                    {"id": "filterByValue", "options": {"filters": [{"fieldName": "Value", "config": {"id": "greater",
                        "options": {"value": 0}}}]}},
                    {"id": "calculateField", "options": {}}, {"id": "sortBy", "options": {}}],
                 "targets": [{"refId": "A", "expr": "up"}]}]})");
        return out.fileName();
    }

    // Other series than the ones before.
    void refresh()
    {
        page().session().refresh();
        ++m_round;
        const QString name = m_renames ? u"app-%1"_s.arg(m_round) : u"app"_s;
        QList<Labels> series{{{u"instance"_s, name}}, {{u"instance"_s, u"steady"_s}}};
        for (int i = 2; i < m_series; ++i)
            series.append({{u"instance"_s, u"more-%1"_s.arg(i)}});
        const QString watched = page().editedPanel().isEmpty() ? u"panel-2"_s : page().editedPanel();
        const auto arrived = [&] {
            m_source->answerSeries(series, m_round); // what is open by then
            for (const Frame &frame : page().session().rawData(watched).frames)
                for (const Field &field : frame.fields)
                    if (field.labels.value(u"instance"_s) == name && field.values.number(0) == m_round)
                        return true;
            return false;
        };
        QTRY_VERIFY(arrived());
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }

    void edit(int id)
    {
        page().view().frame(u"panel-%1"_s.arg(id))->setFocus();
        gui::key(*m_window, Qt::Key_E);
        QCOMPARE(page().editedPanel(), u"panel-%1"_s.arg(id));
        pagehands::openGroups(*m_window);
        QCoreApplication::processEvents();
    }
    // Named, visible, in the editor's docks.
    template <class Widget>
    QStringList names()
    {
        QStringList all;
        for (const QWidget *dock : {page().findChild<QWidget *>(u"optionsDock"_s), page().findChild<QWidget *>(u"queryDock"_s)})
            for (const Widget *each : dock->findChildren<Widget *>())
                if (each->isVisible() && each->isEnabled() && !each->objectName().isEmpty() && !all.contains(each->objectName()))
                    all.append(each->objectName());
        return all;
    }
    QWidget *shown(const QString &name)
    {
        for (QWidget *each : page().findChildren<QWidget *>(name))
            if (each->isVisible())
                return each;
        return nullptr;
    }
    QList<int> scrolled()
    {
        QList<int> all;
        for (const QScrollBar *bar : page().findChildren<QScrollBar *>())
            if (bar->isVisible())
                all.append(bar->value());
        return all;
    }
    void reveal(QWidget *widget)
    {
        for (QWidget *each = widget->parentWidget(); each; each = each->parentWidget())
            if (auto *area = qobject_cast<QScrollArea *>(each))
                area->ensureWidgetVisible(widget);
        QCoreApplication::processEvents();
    }
    void asItWas()
    {
        QVERIFY(page().editor().goTo(0));
        page().view().frame(page().editedPanel())->setFocus();
        QCoreApplication::processEvents();
    }

    void typeIn(const QString &name)
    {
        QWidget *widget = shown(name);
        if (!widget)
            return; // of a control that another edit brought
        reveal(widget);
        auto *line = qobject_cast<QLineEdit *>(widget);
        auto *lines = qobject_cast<QPlainTextEdit *>(widget);
        if (line ? line->isReadOnly() : lines->isReadOnly())
            return;
        const auto text = [&] { return line ? line->text() : lines->toPlainText(); };
        const auto cursor = [&] { return line ? line->cursorPosition() : lines->textCursor().position(); };
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(widget, name.startsWith("text."_L1) ? u"up+0"_s : u"1e"_s); // half a number
        QTest::keyClick(widget, Qt::Key_Left);
        const QString typed = text();
        const int at = cursor();
        const QList<int> places = scrolled();
        refresh();
        if (QTest::currentTestFailed())
            return qInfo() << name, void();
        widget = m_window->focusWidget();
        QVERIFY2(widget && widget->objectName() == name, qPrintable(name));
        line = qobject_cast<QLineEdit *>(widget); // a row of a field may be another one
        lines = qobject_cast<QPlainTextEdit *>(widget);
        QVERIFY2(text() == typed, qPrintable(u"%1: %2 became %3"_s.arg(name, typed, text())));
        QVERIFY2(cursor() == at, qPrintable(name));
        QVERIFY2(scrolled() == places, qPrintable(name));
        asItWas();
    }

    void openListOf(const QString &name)
    {
        QWidget *button = shown(name);
        if (!button || !button->isEnabled())
            return;
        reveal(button);
        QTest::mouseClick(button, Qt::LeftButton);
        const QPointer<QWidget> popup = QApplication::activePopupWidget();
        QVERIFY2(popup, qPrintable(name));
        auto *search = popup->findChild<QLineEdit *>();
        if (search && search->isVisible())
            QTest::keyClicks(search, u"e"_s);
        const auto *list = popup->findChild<QListView *>();
        const auto row = [&] { return list ? list->currentIndex().row() : -1; };
        const int at = row();
        const QString typed = search ? search->text() : QString();
        const QRect place = popup->geometry();
        refresh();
        if (QTest::currentTestFailed())
            return qInfo() << name, void();
        QVERIFY2(popup && popup->isVisible(), qPrintable(name));
        QVERIFY2(QApplication::activePopupWidget() == popup, qPrintable(name));
        QVERIFY2(!search || search->text() == typed, qPrintable(name));
        QVERIFY2(row() == at && popup->geometry() == place, qPrintable(name));
        popup->close();
        asItWas();
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        qputenv("XDG_STATE_HOME", m_folder.path().toUtf8());
        CommandLine line;
        line.source = QUrl(u"http://127.0.0.1:9"_s);
        m_app = std::make_unique<App>(line);
        m_source = std::make_shared<FakeSource>();
        SourceEntry entry = m_app->sources().find({}).entry;
        entry.source = m_source;
        m_app->sources().set(entry);
        m_window = std::make_unique<MainWindow>(*m_app);
        m_window->resize(1400, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QVERIFY(m_window->opener().openFile(file()));
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_app.reset();
    }
    void cleanup()
    {
        if (QTest::currentTestFailed())
            gui::picture(*m_window, u"while-failed"_s);
    }

    void controls_data()
    {
        QTest::addColumn<int>("panel");
        QTest::addColumn<QString>("tab");
        QTest::newRow("queries") << 1 << u"queries"_s;
        QTest::newRow("transformations") << 2 << u"transformations"_s;
        QTest::newRow("json") << 1 << u"json"_s;
    }
    void controls()
    {
        QFETCH(int, panel);
        QFETCH(QString, tab);
        edit(panel);
        refresh();
        pagehands::openTab(*m_window, u"queryTabs"_s, tab);
        QCoreApplication::processEvents();
        int tried = 0;
        for (const QString &name : names<QLineEdit>() + names<QPlainTextEdit>()) {
            if (name == "options.search"_L1) // hides the others
                continue;
            typeIn(name);
            if (QTest::currentTestFailed())
                return;
            ++tried;
        }
        for (const QString &name : names<ChooseButton>() + names<PickButton>() + names<ColorButton>() + names<ItemMenuButton>()) {
            openListOf(name);
            if (QTest::currentTestFailed())
                return;
            ++tried;
        }
        qInfo("%d controls", tried);
        QVERIFY(tried > 40);
        gui::key(*m_window, Qt::Key_Escape);
        page().closeEditor();
    }

    // Cells, what is typed and what is scrolled in the dialog that shows a panel's data.
    void inspect()
    {
        page().inspect(u"panel-2"_s, u"data"_s);
        m_series = 60;
        m_renames = false;
        refresh();
        auto *dialog = page().findChild<QDialog *>(u"inspect"_s);
        QVERIFY(dialog);
        auto *table = dialog->findChild<QTableView *>(u"inspectTable"_s);
        gui::click(*dialog, u"inspectBefore"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        auto *query = dialog->findChild<QPlainTextEdit *>(u"inspectQuery"_s);
        auto *json = dialog->findChild<QPlainTextEdit *>(u"inspectJson"_s);
        table->setCurrentIndex(table->model()->index(1, 0));
        for (QPlainTextEdit *text : {query, json}) {
            dialog->findChild<SegmentedControl *>(u"inspectTabs"_s)->setCurrent(text == query ? u"query"_s : u"json"_s);
            text->selectAll();
            text->verticalScrollBar()->setValue(3);
        }
        const int down = json->verticalScrollBar()->value();
        const QString selected = query->textCursor().selectedText().left(20);
        refresh();
        QCOMPARE(table->currentIndex(), table->model()->index(1, 0));
        QCOMPARE(query->textCursor().selectedText().left(20), selected);
        QVERIFY(json->textCursor().hasSelection());
        QCOMPARE(json->verticalScrollBar()->value(), down);
        dialog->close();
    }

    // The table of a panel: its current cell, its scrolling, the list of a column's filter; more rows come in between.
    void table()
    {
        QVERIFY(page().apply(setPanelValue(page().editor().document(), u"panel-2"_s, u"transformations"_s,
                                           *Json::parse(R"([{"id": "reduce", "options": {"reducers": ["max"]}}])"), {})));
        m_series = 40;
        refresh();
        auto *view = page().view().frame(u"panel-2"_s)->findChild<QTableView *>();
        QTRY_VERIFY(view && view->isVisible() && view->model()->rowCount() > 1);
        view->setFocus();
        view->setCurrentIndex(view->model()->index(1, 0));
        m_series = 41;
        refresh();
        QCOMPARE(view->currentIndex(), view->model()->index(1, 0));
        QCOMPARE(m_window->focusWidget(), view);
    }
};

ADD_TEST(TstWhileDataArrives)
#include "tst_whiledataarrives.moc"
