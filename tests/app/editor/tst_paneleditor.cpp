// SPDX-License-Identifier: GPL-3.0-or-later
#include "formhands.h"
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/jsonedit.h>
#include <app/jsontextedit.h>
#include <app/mainwindow.h>
#include <dashboard/journal.h>
#include <dashboard/panelediting.h>
#include <dashboard/savefile.h>
#include <tests/app/pagehands.h>
#include <tests/support/testmain.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/field.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/segmentedcontrol.h>

using namespace Qt::StringLiterals;

// The panel editor by mouse and keyboard; what was done is undone at the end, to the byte.
class TstPanelEditor : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<App> m_app;
    std::unique_ptr<MainWindow> m_window;
    QByteArray m_original;

    DashboardPage &page() { return *m_window->currentDashboard(); }
    PanelPtr panel(int id) { return page().editor().document().dashboard()->panel(id); }
    PanelFrame *frame(int id) { return page().view().frame(u"panel-%1"_s.arg(id)); }
    JsonTextEdit *json() { return page().findChild<JsonTextEdit *>(u"jsonEdit.text"_s); }
    bool seen(const QString &name)
    {
        const QList<QWidget *> found = m_window->findChildren<QWidget *>(name);
        return std::any_of(found.begin(), found.end(), [](const QWidget *each) { return each->isVisible(); });
    }

    QString file()
    {
        m_original = R"({
  "title": "Edit",
  "schemaVersion": 41,
  "panels": [
    {
      "id": 1,
      "type": "timeseries",
      "title": "Requests",
      "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8},
      "fieldConfig": {"defaults": {"unit": "reqps", "custom": {"lineWidth": 2}}, "overrides": []},
      "options": {"legend": {"displayMode": "table"}, "tooltip": {"mode": "multi"}},
      "targets": [{"refId": "A", "expr": "up"}, {"refId": "B", "expr": "up == 0", "datasource": {"uid": "x"}}]
    },
    {"id": 2, "type": "text", "title": "Words", "gridPos": {"x": 12, "y": 0, "w": 12, "h": 8}, "options": {"content": "text"}},
    {"id": 3, "type": "stat", "title": "Below", "gridPos": {"x": 0, "y": 30, "w": 12, "h": 8}, "targets": [{"refId": "A", "expr": "up"}]}
  ]
}
)";
        QFile out(m_folder.filePath(u"edit.json"_s));
        if (out.open(QIODevice::WriteOnly))
            out.write(m_original);
        return out.fileName();
    }
    void openEditor(int id)
    {
        frame(id)->setFocus();
        gui::key(*m_window, Qt::Key_E);
        QCOMPARE(page().editedPanel(), u"panel-%1"_s.arg(id));
    }
    void chooseFrom(const QString &button, int downs)
    {
        gui::click(*m_window, button);
        QVERIFY(QApplication::activePopupWidget());
        for (int i = 0; i < downs; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
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
        m_window->resize(1600, 1000);
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
                page().undo();
            QCOMPARE(page().editor().document().text(), m_original);
        }
        m_window.reset();
    }
    void cleanupTestCase() { m_app.reset(); }

    void opensAndClosesByKey()
    {
        openEditor(1);
        QVERIFY(seen(u"editorHeader"_s) && seen(u"optionsDock"_s) && seen(u"queryDock"_s) && seen(u"panel.editing"_s));
        QVERIFY(!seen(u"toolbar"_s));
        QCOMPARE(page().findChild<PlainLabel *>(u"editor.title"_s)->text(), u"Requests"_s);
        gui::picture(*m_window, u"editor"_s);
        frame(1)->setFocus();
        gui::key(*m_window, Qt::Key_Escape);
        QVERIFY(page().editedPanel().isEmpty());
        QVERIFY(!seen(u"editorHeader"_s) && !seen(u"optionsDock"_s) && seen(u"toolbar"_s) && !seen(u"panel.editing"_s));
        QVERIFY(frame(1)->hasFocus());
        openEditor(1);
        gui::click(*m_window, u"editor.done"_s);
        QVERIFY(page().editedPanel().isEmpty());
    }

    void sizeAndPlace()
    {
        const auto at = [&](int id) {
            const GridRect rect = panel(id)->gridPos;
            return QList<int>{rect.x, rect.y, rect.w, rect.h};
        };
        const auto field = [&](const QString &key) { return qobject_cast<LineEdit *>(gui::find(*m_window, "option:gridPos."_L1 + key)); };
        openEditor(1);
        gui::click(*m_window, u"groupHead:Size and place"_s);
        QCOMPARE(field(u"w"_s)->text(), u"12"_s);
        const qsizetype steps = page().editor().history().commands().size();
        gui::type(*m_window, u"option:gridPos.w"_s, u"16"_s);
        QCOMPARE(at(1), QList<int>({0, 0, 12, 8})); // half a number is none
        gui::key(*m_window, Qt::Key_Return);
        QCOMPARE(at(1), QList<int>({0, 0, 16, 8}));
        QCOMPARE(at(2), QList<int>({12, 8, 12, 8})); // made room
        QCOMPARE(page().session().instance(u"panel-3"_s)->rect.y, 8); // what nothing moved keeps what the file says
        QCOMPARE(at(3), QList<int>({0, 30, 12, 8}));
        QCOMPARE(page().editor().history().commands().size(), steps + 1);
        gui::picture(*m_window, u"editor-place"_s);
        gui::type(*m_window, u"option:gridPos.x"_s, u"12"_s); // 16 wide: 8 at most
        QVERIFY(field(u"x"_s)->isInvalid());
        QVERIFY(field(u"x"_s)->toolTip().contains(u"from 0 to 8"_s));
        gui::key(*m_window, Qt::Key_Tab);
        QCOMPARE(field(u"x"_s)->text(), u"0"_s);
        QVERIFY(!field(u"x"_s)->isInvalid());
        gui::type(*m_window, u"option:gridPos.x"_s, u"8"_s);
        gui::key(*m_window, Qt::Key_Return);
        QCOMPARE(at(1).first(), 8);
        field(u"h"_s)->setFocus();
        gui::key(*m_window, Qt::Key_Up);
        QCOMPARE(at(1).last(), 9);
        gui::type(*m_window, u"option:gridPos.y"_s, u"8"_s);
        gui::key(*m_window, Qt::Key_Return);
        QCOMPARE(field(u"y"_s)->text(), QString::number(at(1)[1])); // where it landed
        QVERIFY(at(1)[1] > 0);
        const QList<int> all = at(1) + at(2) + at(3);
        QTemporaryDir folder;
        const QString copy = folder.filePath(u"copy.json"_s);
        QVERIFY(saveFile(copy, page().editor().document().text()));
        const Result<Document> again = Document::open(copy);
        QVERIFY(again);
        QList<int> read;
        for (const int id : {1, 2, 3}) {
            const GridRect rect = again->dashboard()->panel(id)->gridPos;
            read += QList<int>{rect.x, rect.y, rect.w, rect.h};
        }
        QCOMPARE(read, all);
        page().undo();
        page().undo();
        QCOMPARE(field(u"h"_s)->text(), u"8"_s);
        QCOMPARE(at(1), QList<int>({8, 0, 16, 8}));
    }

    void halfAQueryIsInTheJournal()
    {
        openEditor(1);
        gui::type(*m_window, u"text.A.text"_s, u"rate(up{"_s);
        const auto kept = [&] {
            QDirIterator files(m_folder.filePath(u"promontory"_s), QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext())
                if (const auto found = Journal::read(files.next()); found && !found->commands.isEmpty())
                    for (const Splice &splice : found->commands.last().splices)
                        if (splice.newBytes.contains("rate(up{})"))
                            return true;
            return false;
        };
        QTRY_VERIFY(kept());
        QVERIFY(gui::find(*m_window, u"text.A.text"_s)->hasFocus()); // nobody left the field or ran it
        QCOMPARE(panel(1)->targets.first().expr, u"rate(up{})"_s);
    }

    void opensByMouseAndGoesOver()
    {
        QTest::mouseDClick(frame(1), Qt::LeftButton, {}, QPoint(40, 14));
        QCOMPARE(page().editedPanel(), u"panel-1"_s);
        frame(2)->setHovered(true);
        QTest::mouseClick(frame(2)->findChild<QWidget *>(u"panel.menu"_s), Qt::LeftButton);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        gui::picture(*menu, u"editor-menu"_s);
        for (QAction *action : menu->actions())
            if (action->objectName() == u"menu.edit")
                action->trigger();
        menu->close();
        QCOMPARE(page().editedPanel(), u"panel-2"_s);
        QVERIFY(frame(2)->findChild<QWidget *>(u"panel.editing"_s)->isVisible());
        QVERIFY(!frame(1)->findChild<QWidget *>(u"panel.editing"_s)->isVisible());
    }

    void aPanelFarBelowComesIntoView()
    {
        openEditor(3);
        DashboardGrid &grid = page().view().grid();
        const auto inView = [&] {
            const int top = frame(3)->mapTo(grid.viewport(), QPoint()).y();
            return top >= 0 && top < grid.viewport()->height() - 40;
        };
        QTRY_VERIFY(inView());
        m_window->resize(1280, 720);
        QTRY_VERIFY(inView());
    }

    void textsHaveNoQueries()
    {
        openEditor(2);
        QVERIFY(!seen(u"tab.queries"_s) && !seen(u"addPanelQuery"_s) && seen(u"tab.json"_s));
        openEditor(1);
        QVERIFY(seen(u"tab.queries"_s) && seen(u"addPanelQuery"_s));
    }

    void optionsChangeThePanelAtOnce()
    {
        openEditor(1);
        gui::type(*m_window, u"option:title"_s, u"Answers"_s);
        QTRY_COMPARE(panel(1)->title, u"Answers"_s);
        QCOMPARE(frame(1)->title(), u"Answers"_s);
        QCOMPARE(page().findChild<PlainLabel *>(u"editor.title"_s)->text(), u"Answers"_s);
        QTest::keyClick(gui::find(*m_window, u"option:options.legend.placement"_s), Qt::Key_Right);
        QCOMPARE(panel(1)->options.get(u"legend.placement").toString(), u"right"_s);
        gui::picture(*m_window, u"editor-options"_s);
        gui::key(*m_window, Qt::Key_Escape); // from the form to the panel, then out
        QVERIFY(frame(1)->hasFocus());
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(panel(1)->options.get(u"legend.placement").toString(), QString());
        gui::key(*m_window, Qt::Key_Escape);
        QVERIFY(page().editedPanel().isEmpty());
    }

    // Ctrl+Z in a field of the form undoes what was done, not the field's letters: its edits and those before it.
    void undoInAFieldIsTheDocuments()
    {
        openEditor(1);
        QTest::keyClick(gui::find(*m_window, u"option:options.legend.placement"_s), Qt::Key_Right);
        gui::type(*m_window, u"option:title"_s, u"Answers"_s);
        QWidget *field = gui::find(*m_window, u"option:title"_s);
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(panel(1)->title, u"Requests"_s);
        QCOMPARE(m_window->focusWidget(), field);
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!page().editor().isModified());
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(panel(1)->options.get(u"legend.placement").toString(), u"right"_s);
        // What is no number yet is in no edit: the field's own undo takes it back.
        pagehands::openGroups(*m_window);
        auto *decimals = qobject_cast<QLineEdit *>(gui::find(*m_window, u"option:fieldConfig.defaults.decimals"_s));
        QTest::keyClicks(decimals, u"x"_s);
        QTest::keyClick(decimals, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(decimals->text(), QString());
        QCOMPARE(panel(1)->options.get(u"legend.placement").toString(), u"right"_s);
    }

    // A value mapping is called otherwise while the form follows, keeps its place in the file, and the steps say what they are.
    void mappingsAreRenamedInPlace()
    {
        openEditor(1);
        pagehands::openGroups(*m_window);
        const QString name = u"option:fieldConfig.defaults.mappings"_s, path = u"defaults.mappings.0.options"_s;
        for (const QString &value : {u"1"_s, u"2"_s}) {
            gui::click(*m_window, name + u".add"_s);
            hands::menuItem(u"value"_s);
            QTest::keyClicks(m_window->focusWidget(), value);
        }
        QCOMPARE(panel(1)->fieldConfig.get(path).keys(), (QStringList{u"1"_s, u"2"_s}));
        auto *first = qobject_cast<QLineEdit *>(gui::find(*m_window, name + u".0.match"_s));
        gui::type(*m_window, name + u".0.match"_s, u"170"_s);
        QCOMPARE(panel(1)->fieldConfig.get(path).keys(), (QStringList{u"170"_s, u"2"_s}));
        QCOMPARE(m_window->focusWidget(), first);
        QVERIFY(page().editor().history().undoText().startsWith(u"Value mappings"_s));
        QVERIFY(page().editor().history().done() >= 2); // each mapping is a step
        gui::click(*m_window, u"option:fieldConfig.defaults.thresholds.add"_s);
        QCOMPARE(page().editor().history().undoText(), u"Thresholds: add"_s);
        gui::click(*m_window, u"option:fieldConfig.defaults.thresholds.1.remove"_s);
        QTRY_COMPARE(page().editor().history().undoText(), u"Thresholds: remove"_s);
    }

    void typeChangesAndComesBack()
    {
        openEditor(1);
        chooseFrom(u"panelType"_s, 1);
        QCOMPARE(panel(1)->type, u"stat"_s);
        QCOMPARE(panel(1)->fieldConfig.get(u"defaults.unit").toString(), u"reqps"_s);
        QVERIFY(!panel(1)->options.contains(u"legend"));
        QCOMPARE(page().editedPanel(), u"panel-1"_s);
        QVERIFY(frame(1)->findChild<QWidget *>(u"panel.editing"_s)->isVisible());
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(panel(1)->type, u"timeseries"_s);
    }

    void jsonIsEditedWithErrorsInPlace()
    {
        openEditor(1);
        gui::click(*m_window, u"tab.json"_s);
        QTRY_VERIFY(json()->isVisible());
        QVERIFY(json()->toPlainText().startsWith(u"{\n  \"id\": 1"_s));
        json()->setFocus();
        QTextCursor cursor = json()->document()->find(u"Requests"_s);
        json()->setTextCursor(cursor);
        gui::keys(*m_window, u"Answers\","_s); // one quote too many
        gui::key(*m_window, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(page().findChild<PlainLabel *>(u"jsonEdit.message"_s)->text().startsWith(u"Line 4: "_s));
        gui::picture(*m_window, u"editor-json-error"_s);
        QCOMPARE(panel(1)->title, u"Requests"_s);
        json()->setTextCursor(json()->document()->find(u"Answers\",\","_s));
        gui::keys(*m_window, u"Answers\","_s);
        gui::key(*m_window, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(panel(1)->title, u"Answers"_s);
        QCOMPARE(frame(1)->title(), u"Answers"_s);
        QVERIFY(page().editor().document().text().contains("      \"title\": \"Answers\",\n")); // in the file's own indentation
        // What is JSON but no panel of this id is refused at its place.
        json()->setTextCursor(json()->document()->find(u"\"id\": 1"_s));
        gui::keys(*m_window, u"\"id\": 7"_s);
        gui::click(*m_window, u"jsonEdit.apply"_s);
        QVERIFY(page().findChild<PlainLabel *>(u"jsonEdit.message"_s)->text().startsWith(u"Line 2: "_s));
        QVERIFY(panel(1));
        gui::click(*m_window, u"jsonEdit.revert"_s);
    }

    // What has the focus still is an edit when the file is saved.
    void halfTypedOptionsAreSaved()
    {
        openEditor(1);
        auto *row = gui::find(*m_window, u"query.A"_s);
        QVERIFY(row);
        auto *legend = row->findChild<QLineEdit *>(u"legend"_s);
        QVERIFY(legend && legend->isVisible());
        QTest::mouseClick(legend, Qt::LeftButton);
        QTest::keyClicks(legend, u"{{job}}"_s);
        QVERIFY(legend->hasFocus());
        gui::key(*m_window, Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(panel(1)->targets[0].raw[u"legendFormat"], Json(u"{{job}}"_s));
        QFile saved(page().path());
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().contains("{{job}}"));
        auto *step = row->findChild<QLineEdit *>(u"minStep"_s);
        QVERIFY(step);
        step->setFocus();
        QTest::keyClicks(step, u"2m"_s);
        page().commitEdits();
        QCOMPARE(panel(1)->targets[0].raw[u"interval"], Json(u"2m"_s));
        page().undo();
        page().undo();
    }

    // JSON that is typed belongs to its panel: valid it becomes an edit, else it waits.
    void typedJsonStaysWithItsPanel()
    {
        openEditor(1);
        gui::click(*m_window, u"tab.json"_s);
        QTRY_VERIFY(json()->isVisible());
        json()->setFocus();
        json()->setTextCursor(json()->document()->find(u"Requests"_s));
        gui::keys(*m_window, u"Answers"_s);
        openEditor(2);
        QCOMPARE(panel(1)->title, u"Answers"_s);
        QVERIFY(json()->toPlainText().startsWith(u"{\n  \"id\": 2"_s));
        openEditor(1);
        json()->setFocus();
        json()->setTextCursor(json()->document()->find(u"Answers"_s));
        gui::keys(*m_window, u"Half\""_s);
        const QByteArray before = page().editor().document().text();
        openEditor(2);
        QVERIFY(json()->toPlainText().startsWith(u"{\n  \"id\": 2"_s));
        gui::click(*m_window, u"editor.done"_s);
        QCOMPARE(page().editor().document().text(), before);
        m_window->closeCurrentTab();
        QVERIFY(gui::find(*m_window, u"unfinishedQuestion"_s));
        gui::picture(*m_window, u"editor-json-unfinished"_s);
        gui::click(*m_window, u"answer.cancel"_s);
        openEditor(1);
        QVERIFY(json()->toPlainText().contains(u"Half\"\""_s));
        QVERIFY(page().findChild<PlainLabel *>(u"jsonEdit.message"_s)->text().startsWith(u"Line 4: "_s));
        gui::click(*m_window, u"jsonEdit.revert"_s);
        gui::click(*m_window, u"editor.done"_s);
        QVERIFY(page().unfinished().isEmpty());
    }

    // An edit made elsewhere meanwhile is not undone by JSON that was typed before it.
    void typedJsonDoesNotUndoOtherEdits()
    {
        openEditor(1);
        gui::click(*m_window, u"tab.json"_s);
        QTRY_VERIFY(json()->isVisible());
        json()->setFocus();
        json()->setTextCursor(json()->document()->find(u"Requests"_s));
        gui::keys(*m_window, u"Answers"_s);
        page().apply(setPanelSource(page().editor().document(), u"panel-1"_s, Json::object({{u"uid"_s, u"x"_s}}), u"Elsewhere"_s));
        const QByteArray before = page().editor().document().text();
        QVERIFY(page().findChild<PlainLabel *>(u"jsonEdit.message"_s)->text().contains(u"meanwhile"_s));
        gui::click(*m_window, u"editor.done"_s);
        QCOMPARE(page().editor().document().text(), before);
        QCOMPARE(page().unfinished().size(), 1);
        openEditor(1);
        gui::click(*m_window, u"jsonEdit.revert"_s);
        gui::click(*m_window, u"editor.done"_s);
    }

    void revertsAllOfThePanel()
    {
        openEditor(1);
        QVERIFY(!page().findChild<QWidget *>(u"editor.revert"_s)->isEnabled());
        chooseFrom(u"panelType"_s, 2);
        chooseFrom(u"panelType"_s, 1);
        QVERIFY(panel(1)->type != u"timeseries");
        gui::click(*m_window, u"editor.revert"_s);
        QCOMPARE(page().editor().document().text(), m_original);
        QVERIFY(!page().findChild<QWidget *>(u"editor.revert"_s)->isEnabled());
    }

    void sourceGoesToThePanelAndItsQueries()
    {
        openEditor(1);
        chooseFrom(u"panelSource"_s, 1);
        QVERIFY(!panel(1)->datasource.uid.isEmpty());
        QCOMPARE(panel(1)->targets[1].datasource.uid, panel(1)->datasource.uid);
        QVERIFY(panel(1)->targets[0].datasource.uid.isEmpty());
    }

    void queryOptionsAreEdited()
    {
        openEditor(1);
        gui::click(*m_window, u"queryOptions"_s);
        gui::picture(*QApplication::activePopupWidget(), u"editor-query-options"_s);
        gui::type(*m_window, u"option:maxDataPoints"_s, u"300"_s);
        gui::key(*m_window, Qt::Key_Return);
        QCOMPARE(panel(1)->maxDataPoints.value_or(0), 300);
        gui::type(*m_window, u"option:timeFrom"_s, u"2h"_s);
        gui::key(*m_window, Qt::Key_Return);
        QCOMPARE(panel(1)->timeFrom, u"2h"_s);
        QApplication::activePopupWidget()->close();
    }

    void whatIsGoneIsNotEdited()
    {
        openEditor(3);
        frame(3)->setFocus();
        gui::key(*m_window, Qt::Key_Delete);
        QVERIFY(!panel(3));
        QVERIFY(page().editedPanel().isEmpty());
        QVERIFY(seen(u"toolbar"_s));
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
        frame(1)->setFocus();
        gui::key(*m_window, Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(frame(4));
        openEditor(4);
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier); // the panel was never made
        QVERIFY(page().editedPanel().isEmpty());
    }

    void viewsAlone()
    {
        openEditor(1);
        gui::click(*m_window, u"editor.alone"_s);
        QCOMPARE(page().view().viewedPanel(), u"panel-1"_s);
        chooseFrom(u"panelType"_s, 1);
        QCOMPARE(page().view().viewedPanel(), u"panel-1"_s);
        gui::picture(*m_window, u"editor-alone"_s);
        frame(1)->setFocus();
        gui::key(*m_window, Qt::Key_Escape);
        QVERIFY(page().view().viewedPanel().isEmpty());
        QVERIFY(!page().editedPanel().isEmpty());
    }

    void docksFoldAndShrink()
    {
        openEditor(1);
        QWidget *dock = page().findChild<QWidget *>(u"queryDock"_s);
        const int open = dock->height();
        gui::click(*m_window, u"foldDock"_s);
        QTRY_COMPARE(dock->height(), 40);
        gui::click(*m_window, u"tab.json"_s);
        QTRY_VERIFY(std::abs(dock->height() - open) < 8);
        gui::click(*m_window, u"tab.queries"_s);
        pagehands::openGroups(*m_window);
        for (const QSize &size : {QSize(1280, 720), QSize(1024, 640), QSize(900, 700)}) {
            m_window->resize(size);
            QTRY_COMPARE(m_window->size(), size);
            gui::picture(*m_window, u"editor-%1"_s.arg(size.width()));
            for (const QString &name : {u"editorHeader"_s, u"optionsDock"_s, u"queryDock"_s, u"editor.done"_s, u"foldDock"_s}) {
                const QWidget *widget = page().findChild<QWidget *>(name);
                const QRect rect(widget->mapTo(m_window.get(), QPoint()), widget->size());
                QVERIFY2(m_window->rect().contains(rect), qPrintable(name));
            }
            QVERIFY(page().view().grid().viewport()->height() > 120);
            for (const SegmentedControl *control : page().findChild<QWidget *>(u"optionsDock"_s)->findChildren<SegmentedControl *>())
                for (const TextButton *segment : control->findChildren<TextButton *>())
                    QVERIFY2(!control->isVisible() || segment->text().isEmpty() || !segment->isElided(), qPrintable(segment->text()));
            QVERIFY(!page().findChild<QWidget *>(u"editorHeader"_s)->findChild<TextButton *>(u"time.range"_s)->isElided());
        }
    }
};

ADD_TEST(TstPanelEditor)
#include "tst_paneleditor.moc"
