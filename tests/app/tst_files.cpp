// SPDX-License-Identifier: GPL-3.0-or-later
#include "stubwindow.h"
#include <app/library.h>
#include <app/settings/settingshost.h>
#include <dashboard/settingsediting.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/sheet.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

// What a person does with files, in the window: opened in every way, saved in every way, changed by others, closed with changes.
class TstFiles : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnHome> m_home;
    std::unique_ptr<StubWindow> m_desk;
    QTemporaryDir m_folder;

    MainWindow &window() { return m_desk->window; }
    DashboardPage &page() { return *window().currentDashboard(); }
    DashboardEditor &editor() { return page().editor(); }
    static QByteArray board(const char *title)
    {
        return QByteArray("{\n  \"title\": \"") + title
            + "\",\n  \"schemaVersion\": 41,\n  \"time\": {\"from\": \"now-1h\", \"to\": \"now\"},\n"
              "  \"templating\": {\"list\": [{\"name\": \"env\", \"type\": \"custom\", \"query\": \"a,b\", "
              "\"current\": {\"text\": \"a\", \"value\": \"a\"}}]},\n"
              "  \"panels\": [{\"id\": 7, \"type\": \"text\", \"title\": \"Notes\", \"gridPos\": {\"x\": 0, \"y\": 0, \"w\": 12, \"h\": "
              "4}}]\n}\n";
    }
    QString put(const QString &name, const QByteArray &text)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void retitle(const QString &title) { QVERIFY(page().apply(setDashboardValue(editor().document(), u"title"_s, title, u"Title"_s))); }
    QFileDialog *dialog() { return window().findChild<QFileDialog *>(); }
    // Pastes a name into the file dialog that is open, and Enter.
    void answerDialog(const QString &path)
    {
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        const QPointer<QFileDialog> asked = dialog();
        auto *name = asked->findChild<QLineEdit *>(u"fileNameEdit"_s);
        QVERIFY(name);
        name->setFocus();
        QApplication::clipboard()->setText(path); // typing would go by way of completions
        const auto pasted = [&] { // the dialog writes its own proposal once the folder was read
            QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClick(name, Qt::Key_V, Qt::ControlModifier);
            return name->text() == path && asked->selectedFiles() == QStringList{path};
        };
        QTRY_VERIFY(pasted());
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(!asked);
        QApplication::setActiveWindow(&window()); // what a window manager does when a dialog has closed
    }
    void chooseInSaveMenu(const QString &id)
    {
        gui::click(window(), u"saveMore"_s);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        auto *action = menu->findChild<QAction *>(u"menu.file."_s + id);
        QVERIFY2(action && action->isEnabled(), qPrintable(id));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    }
    void drop(QMimeData &data)
    {
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window(), &event);
    }
    qsizetype tabs() { return window().openPages().size(); }

private slots:
    void initTestCase()
    {
        m_home = std::make_unique<OwnHome>();
        QVERIFY(m_folder.isValid());
    }
    void init()
    {
        m_desk = std::make_unique<StubWindow>([](const StubRequest &) { return StubAnswer::json(R"({"status":"success","data":[]})"); });
        QVERIFY(m_desk->isShown);
        window().activateWindow();
    }
    void cleanup()
    {
        if (m_desk)
            for (const MainWindow::OpenPage &each : window().openPages()) {
                window().showTab(each.tab);
                if (window().currentDashboard())
                    editor().discard();
            }
        m_desk.reset();
        for (const QString &each : QDir(m_folder.path()).entryList(QDir::Files))
            QFile::remove(m_folder.filePath(each));
    }

    void anEmptyDashboardSaysWhatToDo_data()
    {
        QTest::addColumn<bool>("fromFile");
        QTest::newRow("new") << false;
        QTest::newRow("file") << true;
    }
    void anEmptyDashboardSaysWhatToDo()
    {
        QFETCH(bool, fromFile);
        if (fromFile)
            QVERIFY(m_desk->open(put(u"empty.json"_s, "{\"title\": \"Empty\", \"schemaVersion\": 41}")));
        else
            gui::key(window(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(window().currentDashboard());
        const QByteArray before = editor().document().text();
        QWidget *empty = gui::find(window(), u"emptyDashboard"_s);
        QVERIFY(empty);
        gui::picture(window(), fromFile ? u"files-empty-file"_s : u"files-empty-new"_s);
        gui::click(window(), u"empty.panel"_s);
        QVERIFY(gui::find(window(), u"gallery"_s));
        gui::key(window(), Qt::Key_Escape);
        gui::click(window(), u"empty.row"_s);
        QVERIFY(gui::find(window(), u"rowName"_s));
        gui::key(window(), Qt::Key_Escape);
        QVERIFY(!empty->isVisible());
        gui::key(window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(empty->isVisible());
        QApplication::clipboard()->setText(u"{\"type\": \"text\", \"title\": \"Pasted\"}"_s);
        gui::click(window(), u"empty.paste"_s);
        QCOMPARE(page().session().instances().size(), 1);
        QVERIFY(!empty->isVisible());
        gui::key(window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(empty->isVisible());
        QCOMPARE(editor().document().text(), before);
        gui::keys(window(), u"dk"_s); // nothing to be edited there
        QTRY_VERIFY(!empty->isVisible());
        gui::key(window(), Qt::Key_Escape);
        QTRY_VERIFY(empty->isVisible());
    }

    void opensByDialog()
    {
        const QString path = put(u"one.json"_s, board("One"));
        gui::key(window(), Qt::Key_O, Qt::ControlModifier);
        answerDialog(path);
        QTRY_VERIFY(window().currentDashboard());
        QCOMPARE(page().path(), path);
        gui::key(window(), Qt::Key_O, Qt::ControlModifier); // one that is open comes to the front
        answerDialog(path);
        QCOMPARE(tabs(), 1);
    }

    void whatLiesInYamlBecomesAFileOfItsOwn()
    {
        const QByteArray yaml
            = "kind: ConfigMap\ndata:\n  a.json: |\n    {\"title\": \"In YAML\", \"schemaVersion\": 42, \"panels\": []}\n";
        const QString from = put(u"boards.yaml"_s, yaml);
        const QString to = m_folder.filePath(u"own.json"_s);
        QVERIFY(window().opener().openFile(from));
        gui::key(window(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(dialog() && dialog()->selectedFiles() == QStringList{m_folder.filePath(u"in-yaml.json"_s)});
        answerDialog(to);
        QTRY_COMPARE(page().path(), to);
        QCOMPARE(Json::parse(read(to)).value_or(Json())[u"title"].toString(), u"In YAML"_s);
        QCOMPARE(read(from), yaml);
    }

    void importsFromTheClipboard()
    {
        window().showHome();
        QApplication::clipboard()->setText(QString::fromUtf8(board("Of the clipboard")));
        gui::click(window(), u"homeImport"_s);
        QVERIFY(gui::find(window(), u"importQuestion"_s));
        gui::picture(window(), u"files-import"_s);
        gui::key(window(), Qt::Key_Return);
        QTRY_VERIFY(window().currentDashboard());
        QCOMPARE(page().title(), u"Of the clipboard"_s);
        QVERIFY(page().path().isEmpty());
        QCOMPARE(editor().document().text(), board("Of the clipboard"));
        window().showHome();
        QApplication::clipboard()->setText(u"no dashboard {"_s);
        gui::click(window(), u"homeImport"_s);
        answerDialog(put(u"two.json"_s, board("Two")));
        QTRY_COMPARE(page().title(), u"Two"_s);
    }

    void takesWhatIsDropped()
    {
        const QString first = put(u"one.json"_s, board("One")), second = put(u"two.json"_s, board("Two"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(first), QUrl::fromLocalFile(second), QUrl(u"https://example.org/x.json"_s),
                      QUrl::fromLocalFile(put(u"torn.json"_s, "{\"panels\": ["))});
        drop(data);
        QCOMPARE(tabs(), 2);
        QCOMPARE(page().path(), second);
        QVERIFY(gui::find(window(), u"toast"_s)); // the torn one is told
    }

    void savesInEveryWay()
    {
        const QString path = put(u"one.json"_s, board("One")), copy = m_folder.filePath(u"copy.json"_s),
                      other = m_folder.filePath(u"other.json"_s);
        QVERIFY(m_desk->open(path));
        retitle(u"First"_s);
        gui::key(window(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(read(path), board("First"));
        retitle(u"Second"_s);
        chooseInSaveMenu(u"saveCopy"_s);
        answerDialog(copy);
        QCOMPARE(read(copy), board("Second"));
        QCOMPARE(read(path), board("First"));
        QCOMPARE(page().path(), path);
        QVERIFY(editor().isModified());
        gui::key(window(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        answerDialog(other);
        QCOMPARE(page().path(), other);
        QCOMPARE(read(other), board("Second"));
        QCOMPARE(read(path), board("First"));
        QVERIFY(!editor().isModified());
        retitle(u"Third"_s);
        chooseInSaveMenu(u"revert"_s);
        QCOMPARE(page().title(), u"Second"_s);
        QVERIFY(!editor().isModified());
        gui::key(window(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(page().title(), u"Third"_s);
        chooseInSaveMenu(u"copyJson"_s);
        QCOMPARE(QApplication::clipboard()->text().toUtf8(), board("Third"));
    }

    void whatIsLookedAtIsNotSavedUnsaid()
    {
        const QString path = put(u"one.json"_s, board("One"));
        QVERIFY(m_desk->open(path));
        page().session().setTimeRange({u"now-2d"_s, u"now"_s});
        page().session().setVariable(u"env"_s, {u"b"_s});
        QVERIFY(!editor().isModified());
        retitle(u"First"_s);
        gui::key(window(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(read(path), board("First"));
        chooseInSaveMenu(u"defaultTime"_s);
        chooseInSaveMenu(u"defaultVariables"_s);
        gui::key(window(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(
            read(path),
            board("First").replace("now-1h", "now-2d").replace("\"text\": \"a\", \"value\": \"a\"", "\"text\": \"b\", \"value\": \"b\""));
        gui::key(window(), Qt::Key_Z, Qt::ControlModifier);
        gui::key(window(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(editor().document().text(), board("First"));
    }

    void aSaveThatFailsLosesNothing()
    {
        const QString path = put(u"sub/one.json"_s, board("One"));
        QVERIFY(m_desk->open(path));
        retitle(u"First"_s);
        QVERIFY(QDir(m_folder.filePath(u"sub"_s)).removeRecursively());
        editor().checkFile();
        QVERIFY(gui::find(window(), u"outside"_s));
        gui::picture(window(), u"files-gone"_s);
        gui::key(window(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(gui::find(window(), u"toast"_s));
        QVERIFY(editor().isModified());
        QCOMPARE(editor().document().text(), board("First"));
        QVERIFY(QDir().mkpath(m_folder.filePath(u"sub"_s)));
        gui::key(window(), Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(read(path), board("First"));
    }

    void anotherProgramChangesTheFile()
    {
        const QString path = put(u"one.json"_s, board("One"));
        QVERIFY(m_desk->open(path));
        put(u"one.json"_s, board("Theirs"));
        editor().checkFile(); // nothing is unsaved: taken
        QCOMPARE(page().title(), u"Theirs"_s);
        retitle(u"Mine"_s);
        put(u"one.json"_s, board("Theirs again"));
        editor().checkFile();
        QCOMPARE(page().title(), u"Mine"_s);
        gui::click(window(), u"outside.compare"_s);
        QVERIFY(gui::find(window(), u"compareSheet"_s));
        gui::picture(window(), u"files-compare"_s);
        gui::key(window(), Qt::Key_Escape);
        gui::click(window(), u"outside.keep"_s);
        QTRY_VERIFY(!window().findChild<QWidget *>(u"outside"_s)->isVisible());
        QCOMPARE(page().title(), u"Mine"_s);
        put(u"one.json"_s, board("Theirs at last"));
        editor().checkFile();
        gui::click(window(), u"outside.reload"_s);
        QTRY_COMPARE(page().title(), u"Theirs at last"_s);
        QVERIFY(!editor().isModified());
        gui::key(window(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(page().title(), u"Mine"_s);
    }

    void closingAsksOnce_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::newRow("cancel") << u"cancel"_s;
        QTest::newRow("discard") << u"discard"_s;
        QTest::newRow("save") << u"save"_s;
    }
    void closingAsksOnce()
    {
        QFETCH(QString, answer);
        QStringList paths;
        for (const char *each : {"One", "Two", "Three", "Untouched"}) {
            paths.append(put(QString::fromLatin1(each) + u".json"_s, board(each)));
            QVERIFY(m_desk->open(paths.last()));
            if (qstrcmp(each, "Untouched") != 0)
                retitle(QString::fromLatin1(each) + u"!"_s);
        }
        window().close();
        window().close(); // impatient
        QVERIFY(window().isVisible());
        const auto questions = [this] {
            int count = 0;
            for (const Sheet *each : window().findChildren<Sheet *>(u"closeQuestion"_s))
                count += each->isVisible();
            return count;
        };
        QCOMPARE(questions(), 1);
        gui::picture(window(), u"files-close"_s);
        gui::click(window(), u"answer."_s + answer);
        QTRY_COMPARE(questions(), 0);
        QCOMPARE(window().isVisible(), answer == u"cancel");
        QCOMPARE(read(paths[1]), board(answer == u"save" ? "Two!" : "Two"));
        QCOMPARE(read(paths[3]), board("Untouched"));
        if (answer == u"cancel") {
            QCOMPARE(tabs(), 4);
            window().close(); // and again from the start
            gui::click(window(), u"answer.discard"_s);
            QTRY_VERIFY(!window().isVisible());
        }
    }

    void closingSavesANewOneByName()
    {
        for (const QString &name : {u"a.json"_s, u"b.json"_s}) {
            gui::key(window(), Qt::Key_N, Qt::ControlModifier);
            retitle(name);
        }
        window().close();
        gui::click(window(), u"answer.save"_s);
        answerDialog(m_folder.filePath(u"a.json"_s));
        QVERIFY(window().isVisible());
        answerDialog(m_folder.filePath(u"b.json"_s));
        QTRY_VERIFY(!window().isVisible());
        QVERIFY(read(m_folder.filePath(u"b.json"_s)).contains("b.json"));
    }

    void whatIsHalfTypedAsksToo()
    {
        QVERIFY(m_desk->open(put(u"one.json"_s, board("One"))));
        gui::keys(window(), u"ds"_s);
        gui::type(window(), u"dashboard:title"_s, u"Half typed"_s);
        window().close();
        QVERIFY(window().isVisible());
        gui::click(window(), u"answer.save"_s);
        QTRY_VERIFY(!window().isVisible());
        QCOMPARE(read(m_folder.filePath(u"one.json"_s)), board("Half typed"));
    }

    void aLinkToAPanelOpensIt()
    {
        const QString path = put(u"a #1.json"_s, board("One"));
        QVERIFY(m_desk->open(path));
        page().session().setTimeRange({u"now-2d"_s, u"now-1d"_s});
        page().session().setVariable(u"env"_s, {u"b"_s});
        page().view().frame(u"panel-7"_s)->setFocus();
        gui::keys(window(), u"pu"_s);
        const QUrl link(QApplication::clipboard()->text());
        QCOMPARE(link.toLocalFile(), path);
        window().closeCurrentTab();
        QVERIFY(!window().currentDashboard());
        QMimeData data;
        data.setUrls({link});
        drop(data);
        QVERIFY(window().currentDashboard());
        QCOMPARE(page().view().viewedPanel(), u"panel-7"_s);
        QCOMPARE(page().session().rawRange().from, u"now-2d"_s);
        QCOMPARE(page().session().variable(u"env"_s)->values, QStringList{u"b"_s});
        QVERIFY(!editor().isModified());
    }
};

ADD_TEST(TstFiles)
#include "tst_files.moc"
