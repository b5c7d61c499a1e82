// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/explore/exploredrafts.h>
#include <app/explore/explorepage.h>
#include <app/mainwindow.h>
#include <tests/support/gui.h>
#include <tests/support/stubserver.h>
#include <tests/support/testmain.h>
#include <widgets/controls/optionlist.h>
#include <widgets/controls/panelframe.h>

using namespace Qt::StringLiterals;

// What Explore does around its queries, against a server whose answers are known to the byte.
class TstExploreActions : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<App> m_app;
    std::unique_ptr<MainWindow> m_window;

    static StubAnswer answer(const StubRequest &request)
    {
        const QByteArray metric = "{\"metric\":{\"__name__\":\"jobs\",\"queue\":\"a, \\\"b\\\"\",\"state\":\"=1+2\"},";
        const auto data = [](const QByteArray &type, const QByteArray &series) {
            return StubAnswer::json("{\"status\":\"success\",\"data\":{\"resultType\":\"" + type + "\",\"result\":[" + series + "}]}}");
        };
        if (request.path == "/api/v1/query_range"_L1)
            return data("matrix", metric + "\"values\":[[" + request.query.queryItemValue(u"start"_s).toLatin1() + ",\"1\"]]");
        if (request.path == "/api/v1/query"_L1)
            return data("vector", metric + "\"value\":[1770000000.5,\"2.5\"]");
        return StubAnswer::json("{\"status\":\"success\",\"data\":[]}");
    }
    static StubAnswer slow(const StubRequest &request)
    {
        return request.path.startsWith("/api/v1/query"_L1) ? StubAnswer::hang() : answer(request);
    }
    int asked(const QString &path) const
    {
        const QList<StubRequest> requests = m_server->requests();
        return int(std::count_if(requests.begin(), requests.end(), [&](const StubRequest &each) { return each.path == path; }));
    }
    ExplorePage &page() { return *m_window->findChild<ExplorePage *>(); }
    DashboardSession &session() { return page().pane().session(); }
    TextButton &run() { return *page().findChild<TextButton *>(u"run"_s); }
    QString queryText(const QString &refId = u"A"_s)
    {
        return qobject_cast<QPlainTextEdit *>(gui::find(*m_window, u"text.%1.text"_s.arg(refId)))->toPlainText();
    }
    void ask(const QString &text)
    {
        gui::type(*m_window, u"text.A.text"_s, text);
        gui::key(*m_window, Qt::Key_Return, Qt::ShiftModifier);
    }
    void open()
    {
        CommandLine line;
        line.source = m_server->url();
        m_app = std::make_unique<App>(line);
        m_window = std::make_unique<MainWindow>(*m_app);
        m_window->resize(1400, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void close()
    {
        m_window.reset();
        m_app.reset();
    }
    DashboardPage *openBoard()
    {
        const QString path = m_folder.filePath(u"board.json"_s);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly))
            return nullptr;
        out.write("{\"title\": \"Board\", \"schemaVersion\": 41, \"time\": {\"from\": \"now-45m\", \"to\": \"now\"}, \"panels\": ["
                  "{\"id\": 7, \"type\": \"timeseries\", \"title\": \"Jobs\", \"gridPos\": {\"x\": 0, \"y\": 0, \"w\": 12, \"h\": 8}, "
                  "\"targets\": ["
                  "{\"refId\": \"A\", \"expr\": \"jobs{state=\\\"one\\\"}\"},"
                  "{\"refId\": \"B\", \"expr\": \"jobs{state=\\\"two\\\"}\", \"legendFormat\": \"two\"}]},"
                  "{\"id\": 8, \"type\": \"text\", \"title\": \"Beside\", \"gridPos\": {\"x\": 12, \"y\": 0, \"w\": 12, \"h\": 8}}]}");
        out.close();
        return m_window->opener().openFile(path) ? m_window->currentDashboard() : nullptr;
    }
    void hover(DashboardPage &board, const QString &title)
    {
        for (PanelFrame *frame : board.findChildren<PanelFrame *>()) {
            if (frame->title() != title)
                continue;
            QTest::mouseMove(frame, QPoint(1, 1));
            QTest::mouseMove(frame, frame->rect().center());
        }
        QTRY_VERIFY(!board.view().hoveredPanel().isEmpty());
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        qputenv("XDG_STATE_HOME", m_folder.path().toUtf8());
    }
    void init()
    {
        m_server = std::make_unique<StubServer>(&TstExploreActions::answer);
        open();
        gui::keys(*m_window, u"ge"_s);
        QVERIFY(gui::find(*m_window, u"explore"_s));
    }
    void cleanup()
    {
        close();
        m_server.reset();
    }

    void tableAsCsv()
    {
        ask(u"jobs"_s);
        QTRY_VERIFY(!session().data(kExploreTable).frames.isEmpty());
        gui::click(*m_window, u"exploreCsv"_s);
        QPointer<QFileDialog> dialog = page().findChild<QFileDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        const QString path = m_folder.filePath(u"jobs"_s);
        auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        QVERIFY(name);
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(QFile::exists(path + u".csv"_s));
        QFile file(path + u".csv"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
                 QByteArray("Time,__name__,queue,state,Value\r\n2026-02-02T02:40:00.500Z,jobs,\"a, \"\"b\"\"\",'=1+2,2.5\r\n"));
    }

    void runsByItself()
    {
        ask(u"jobs"_s);
        QTRY_COMPARE(asked(u"/api/v1/query_range"_s), 1);
        QTRY_COMPARE(session().runningQueries(), 0);
        gui::click(*m_window, u"runEvery"_s);
        auto *popup = page().findChild<OptionPopup *>();
        QVERIFY(popup && popup->isVisible());
        auto *list = popup->findChild<QListView *>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(popup->model()->index(popup->model()->rowOf(u"5s"_s))).center());
        QCOMPARE(session().refreshInterval(), u"5s"_s);
        QCOMPARE(page().findChild<TextButton *>(u"runEvery"_s)->text(), u"5s"_s);
        QTRY_COMPARE_WITH_TIMEOUT(asked(u"/api/v1/query_range"_s), 2, 30'000);
        QTRY_COMPARE(asked(u"/api/v1/query"_s), 2);
        QCOMPARE(m_app->queryHistory().entries().size(), 1);
    }

    void stopReachesTheServer()
    {
        ask(u"jobs"_s);
        QTRY_COMPARE(session().runningQueries(), 0);
        const Frames before = session().data(kExploreGraph).frames;
        QCOMPARE(run().text(), u"Run"_s);
        m_server->setScript(&TstExploreActions::slow);
        const int queries = asked(u"/api/v1/query_range"_s);
        gui::click(*m_window, u"run"_s);
        QTRY_COMPARE(asked(u"/api/v1/query_range"_s), queries + 1);
        QTRY_COMPARE(run().text(), u"Stop"_s);
        const int open = m_server->openConnections();
        gui::click(*m_window, u"run"_s);
        QTRY_COMPARE(run().text(), u"Run"_s);
        QCOMPARE(session().runningQueries(), 0);
        QTRY_VERIFY(m_server->openConnections() <= open - 2); // both sockets are given up
        QCOMPARE(session().data(kExploreGraph).frames, before); // the picture stays
        m_server->setScript(&TstExploreActions::answer);
        gui::click(*m_window, u"run"_s);
        QTRY_COMPARE(asked(u"/api/v1/query_range"_s), queries + 2);
    }

    void keysFromAPanel()
    {
        DashboardPage *board = openBoard();
        QVERIFY(board);
        hover(*board, u"Jobs"_s);
        gui::keys(*m_window, u"px"_s);
        QVERIFY(gui::find(*m_window, u"explore"_s));
        QCOMPARE(queryText(), u"jobs{state=\"one\"}"_s);
        QCOMPARE(queryText(u"B"_s), u"jobs{state=\"two\"}"_s);
        QCOMPARE(page().pane().panel().targets[1].legendFormat, u"two"_s);
        QCOMPARE(session().rawRange().from, u"now-45m"_s);
        QTRY_VERIFY(!session().data(kExploreGraph).frames.isEmpty());
        QCOMPARE(m_app->queryHistory().entries().first().text(), u"jobs{state=\"one\"}\njobs{state=\"two\"}"_s);
    }

    void historyAfterARestart()
    {
        ask(u"jobs + 1"_s);
        ask(u"jobs + 2"_s);
        close();
        open();
        gui::keys(*m_window, u"ge"_s);
        auto *list = qobject_cast<QListView *>(gui::find(*m_window, u"historyList"_s));
        QCOMPARE(list->model()->index(0, 0).data().toString(), u"jobs + 2"_s);
        QCOMPARE(queryText(), QString());
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        gui::key(*m_window, Qt::Key_Return);
        QCOMPARE(queryText(), u"jobs + 1"_s);
        QTRY_VERIFY(!session().data(kExploreGraph).frames.isEmpty());
        QCOMPARE(m_app->queryHistory().entries().first().text(), u"jobs + 1"_s); // asked again: in front, and once
        QCOMPARE(list->model()->index(1, 0).data().toString(), u"jobs + 2"_s);
    }

    void typedTextsComeBack()
    {
        ask(u"jobs"_s);
        QTRY_VERIFY(!session().data(kExploreGraph).frames.isEmpty());
        gui::click(*m_window, u"addQuery"_s);
        gui::type(*m_window, u"text.B.text"_s, u"rate(jobs{state="_s); // half of one
        const QString half = queryText(u"B"_s); // with the brackets that the field closed
        gui::click(*m_window, u"split"_s);
        QTRY_COMPARE(page().panes().size(), 2);
        page().panes()[1]->focusQuery();
        gui::key(*m_window, Qt::Key_A, Qt::ControlModifier);
        gui::keys(*m_window, u"sum by "_s);
        close(); // nothing is asked
        open();
        m_server->setScript(&TstExploreActions::answer);
        const int before = asked(u"/api/v1/query_range"_s);
        gui::keys(*m_window, u"ge"_s);
        QCOMPARE(page().panes().size(), 2);
        QCOMPARE(page().panes()[0]->draft().get(u"targets.0.expr").toString(), u"jobs"_s);
        QCOMPARE(page().panes()[0]->draft().get(u"targets.1.expr").toString(), half);
        QCOMPARE(page().panes()[1]->draft().get(u"targets.0.expr").toString(), u"sum by "_s);
        QVERIFY(!session().isLoading()); // nobody ran it
        QCOMPARE(asked(u"/api/v1/query_range"_s), before);
        for (const auto &[side, text] : {std::pair(0, u"jobs * 2"_s), std::pair(1, u"jobs * 3"_s)}) {
            page().panes()[side]->focusQuery();
            gui::key(*m_window, Qt::Key_A, Qt::ControlModifier);
            gui::keys(*m_window, text);
        }
        gui::click(*m_window, u"run"_s); // both sides
        QTRY_VERIFY(asked(u"/api/v1/query_range"_s) > before);
        for (const ExplorePane *pane : page().panes())
            QVERIFY(pane->draft().isNull());
        close();
        open();
        gui::keys(*m_window, u"ge"_s);
        QCOMPARE(page().panes().size(), 1); // what was run is in the history
        QCOMPARE(queryText(), QString());
    }

    // What stands on the disk while the window is there is what a crash leaves.
    void typedTextsAreOnTheDisk()
    {
        QVERIFY(QDir(ExploreDrafts::defaultFolder()).entryList({u"*.journal"_s}).isEmpty());
        gui::type(*m_window, u"text.A.text"_s, u"jobs * 7"_s);
        const auto files = [] { return QDir(ExploreDrafts::defaultFolder()).entryInfoList({u"*.journal"_s}); };
        QTRY_COMPARE(files().size(), qsizetype(1));
        QVERIFY(!(files().first().permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        QCOMPARE(ExploreDrafts().take(), Json()); // it is this window's as long as that lives
        const QTemporaryDir crashed;
        QVERIFY(QFile::copy(files().first().filePath(), crashed.filePath(files().first().fileName())));
        const Json left = ExploreDrafts(crashed.path()).take();
        QCOMPARE(left.get(u"sides.0.targets.0.expr").toString(), u"jobs * 7"_s);
        QVERIFY(!left.dump().contains("127.0.0.1")); // where the source is, is none of its business
        gui::key(*m_window, Qt::Key_Return, Qt::ShiftModifier);
        QTRY_VERIFY(files().isEmpty());
    }

    void aTypedTextIsOneUndoAway()
    {
        gui::type(*m_window, u"text.A.text"_s, u"jobs * 7"_s);
        page().open({Json::object({{u"refId"_s, Json(u"A"_s)}, {u"expr"_s, Json(u"jobs"_s)}})}, {}, {}, u"Queries of a panel"_s);
        QCOMPARE(queryText(), u"jobs"_s);
        page().pane().undo();
        QCOMPARE(queryText(), u"jobs * 7"_s);
    }

    void intoAnOpenDashboard()
    {
        DashboardPage *board = openBoard();
        QVERIFY(board);
        const QByteArray before = board->editor().document().text();
        gui::keys(*m_window, u"ge"_s);
        ask(u"sum(jobs)"_s);
        gui::click(*m_window, u"addToDashboard"_s);
        auto *menu = m_window->findChild<QMenu *>(u"addToMenu"_s);
        QVERIFY(menu && menu->isVisible());
        for (QAction *action : menu->actions())
            if (action->text() == "Board"_L1)
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        QCOMPARE(m_window->currentDashboard(), board);
        QCOMPARE(board->editor().document().dashboard()->panels.size(), 3);
        const Panel &added = *board->editor().document().dashboard()->panels.last();
        QCOMPARE(added.title, u"sum(jobs)"_s);
        QCOMPARE(added.targets.first().expr, u"sum(jobs)"_s);
        board->view().setFocus();
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(board->editor().document().text(), before);
        board->editor().discard();
    }
};

ADD_TEST(TstExploreActions)
#include "tst_exploreactions.moc"
