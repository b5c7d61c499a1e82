// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/explore/explorepage.h>
#include <app/explore/historymodel.h>
#include <app/explore/queryhistory.h>
#include <app/mainwindow.h>
#include <app/query/resultline.h>
#include <panels/table/frametable.h>
#include <tests/support/gui.h>
#include <tests/support/liveprometheus.h>
#include <tests/support/testmain.h>
#include <widgets/controls/optionlist.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

// Explore as a person uses it, against a real Prometheus.
class TstExplore : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<LivePrometheus> m_server;
    std::unique_ptr<App> m_app;
    std::unique_ptr<MainWindow> m_window;

    static QByteArray history()
    {
        QByteArray text;
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        for (const auto &[metric, codes] : {std::pair("http_requests_total", 5), std::pair("process_open_fds", 1)}) {
            text += QByteArray("# TYPE ") + metric + " gauge\n";
            for (int code = 0; code < codes; ++code)
                for (qint64 at = now - 5400; at <= now; at += 15)
                    text += QByteArray(metric) + "{code=\"" + QByteArray::number(200 + 100 * code)
                        + "\",job=\"web\",instance=\"app-1:8000\"} "
                        + QByteArray::number(60 - 12 * code + 8 * std::sin(double(at) / 300 + code)) + ' ' + QByteArray::number(at) + '\n';
        }
        return text;
    }

    ExplorePage &page() { return *m_window->findChild<ExplorePage *>(); }
    DashboardSession &session() { return page().pane().session(); }
    qsizetype series()
    {
        const Frames frames = session().data(kExploreGraph).frames;
        return frames.isEmpty() ? 0 : frames.first().fields.size() - 1;
    }
    qsizetype rows()
    {
        qsizetype rows = 0;
        for (const Frame &frame : session().data(kExploreTable).frames)
            rows += frame.rowCount();
        return rows;
    }
    void ask(const QString &text)
    {
        gui::type(*m_window, u"text.A.text"_s, text);
        gui::key(*m_window, Qt::Key_Return, Qt::ShiftModifier);
    }
    void choose(const QString &control, const QString &option)
    {
        gui::click(*m_window, control);
        for (OptionPopup *popup : m_window->findChildren<OptionPopup *>()) {
            if (!popup->isVisible())
                continue;
            auto *view = popup->findChild<QListView *>();
            QVERIFY(popup->model()->rowOf(option) >= 0);
            emit view->activated(popup->model()->index(popup->model()->rowOf(option)));
            return;
        }
        QFAIL("no list opened");
    }

    QString queryText() { return qobject_cast<QPlainTextEdit *>(gui::find(*m_window, u"text.A.text"_s))->toPlainText(); }
    static QStringList rowTexts(const QListView &list)
    {
        QStringList texts;
        for (int row = 0; row < list.model()->rowCount(); ++row) {
            const QModelIndex index = list.model()->index(row, 0);
            texts.append(index.data().toString() + u' ' + index.data(OptionModel::DetailRole).toString());
        }
        return texts;
    }
    static void clickRow(QListView &list, int row)
    {
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(row, 0)).center());
    }
    static const Field *fieldNamed(const Frame &frame, const QString &name)
    {
        const auto it = std::find_if(frame.fields.begin(), frame.fields.end(), [&](const Field &each) { return each.name == name; });
        return it == frame.fields.end() ? nullptr : &*it;
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        qputenv("XDG_STATE_HOME", m_folder.path().toUtf8());
        m_server = std::make_unique<LivePrometheus>(LivePrometheus::Options{.openMetrics = history()});
        QVERIFY2(m_server->isReady(), qPrintable(m_server->problem()));
    }
    void init()
    {
        CommandLine line;
        line.source = m_server->url();
        line.theme = u"dark"_s;
        m_app = std::make_unique<App>(line);
        m_window = std::make_unique<MainWindow>(*m_app);
        m_window->resize(1600, 1000);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        gui::keys(*m_window, u"ge"_s);
        QVERIFY(gui::find(*m_window, u"explore"_s));
    }
    void cleanup()
    {
        m_window.reset();
        m_app.reset();
    }
    void cleanupTestCase() { m_server.reset(); }

    void queryToGraphAndTable()
    {
        QVERIFY(gui::find(*m_window, u"text.A.text"_s)->hasFocus()); // one may type at once
        gui::keys(*m_window, u"http_requests_total"_s);
        gui::key(*m_window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(series(), 5);
        QTRY_COMPARE(rows(), 5);
        QTRY_COMPARE(page().findChild<ResultLine *>()->result().headline, u"5 series"_s);
        QVERIFY(page().findChild<QWidget *>(u"exploreRows"_s)->property("text").toString().startsWith(u"5 rows"_s));
        gui::picture(*m_window, u"explore-dark"_s);
        choose(u"type"_s, u"range"_s);
        QTRY_VERIFY(!page().findChild<QWidget *>(u"exploreTable"_s)->isVisible());
        choose(u"type"_s, u"instant"_s);
        QTRY_VERIFY(!page().findChild<QWidget *>(u"exploreGraph"_s)->isVisible());
        QVERIFY(gui::find(*m_window, u"exploreTable"_s));
        page().pane().undo();
        page().pane().undo();
        QTRY_VERIFY(page().findChild<QWidget *>(u"exploreGraph"_s)->isVisible());
    }

    void stylesOfTheGraph()
    {
        ask(u"http_requests_total"_s);
        QTRY_COMPARE(series(), 5);
        for (const QString &style : {u"bars"_s, u"points"_s, u"stacked"_s}) {
            gui::click(*m_window, u"segment."_s + style);
            QCOMPARE(int(graphStyleOf(page().pane().panel().raw)), style == u"bars" ? 1 : style == u"points" ? 2 : 3);
            gui::picture(*m_window, u"explore-"_s + style);
        }
        QTRY_COMPARE(session().instance(kExploreGraph)->panel->fieldConfig.get(u"defaults.custom.stacking.mode").toString(), u"normal"_s);
        page().findChild<QWidget *>(u"graphStyle"_s)->setFocus();
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier); // undo by its key
        QCOMPARE(int(graphStyleOf(page().pane().panel().raw)), int(GraphStyle::Points));
    }

    void errorsInTheServersWords()
    {
        ask(u"http_requests_total"_s);
        QTRY_COMPARE(series(), 5);
        ask(u"sum(http_requests_total[5m])"_s);
        QTRY_VERIFY(session().data(kExploreGraph).error.has_value());
        QVERIFY(session().data(kExploreGraph).error->what.contains(u"parse error"_s));
        QCOMPARE(series(), 5); // the picture stays
        gui::picture(*m_window, u"explore-error"_s);
        ask(u"no_such_metric"_s);
        QTRY_COMPARE(page().findChild<ResultLine *>()->result().headline, u"No series"_s);
        gui::picture(*m_window, u"explore-none"_s);
    }

    void historyAndAgain()
    {
        ask(u"process_open_fds"_s);
        QTRY_COMPARE(series(), 1);
        ask(u"http_requests_total"_s);
        QTRY_COMPARE(series(), 5);
        cleanup();
        init(); // the program starts again
        QCOMPARE(m_app->queryHistory().entries().first().text(), u"http_requests_total"_s);
        gui::type(*m_window, u"historySearch"_s, u"open_fds"_s);
        auto *list = qobject_cast<HistoryView *>(gui::find(*m_window, u"historyList"_s));
        QTRY_COMPARE(list->model()->rowCount(), 1);
        const QModelIndex first = list->model()->index(0, 0);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->toolRect(first, HistoryView::Tool::Copy).center());
        QCOMPARE(QApplication::clipboard()->text(), u"process_open_fds"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->toolRect(first, HistoryView::Tool::Star).center());
        QVERIFY(QueryHistory().entries().at(1).starred);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->toolRect(list->model()->index(0, 0), HistoryView::Tool::Run).center());
        QTRY_COMPARE(series(), 1);
        QCOMPARE(qobject_cast<QPlainTextEdit *>(gui::find(*m_window, u"text.A.text"_s))->toPlainText(), u"process_open_fds"_s);
        page().pane().undo(); // a step of its own
        QCOMPARE(qobject_cast<QPlainTextEdit *>(gui::find(*m_window, u"text.A.text"_s))->toPlainText(), QString());
    }

    void metricsToClick()
    {
        gui::click(*m_window, u"tab.metrics"_s);
        auto *list = qobject_cast<QListView *>(gui::find(*m_window, u"metricList"_s));
        QTRY_VERIFY(list->model()->rowCount() >= 2);
        gui::type(*m_window, u"metricSearch"_s, u"requests"_s);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        gui::picture(*m_window, u"explore-metrics"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QCOMPARE(qobject_cast<QPlainTextEdit *>(gui::find(*m_window, u"text.A.text"_s))->toPlainText(), u"http_requests_total"_s);
    }

    void labelsToClick()
    {
        gui::click(*m_window, u"tab.labels"_s);
        gui::picture(*m_window, u"explore-labels-none"_s);
        QCOMPARE(page().findChild<QWidget *>(u"exploreDock"_s)->width(), 320);
        ask(u"rate(http_requests_total[5m])"_s);
        auto *list = page().findChild<QListView *>(u"labelList"_s);
        QTRY_COMPARE(rowTexts(*list), (QStringList{u"code 5 values"_s, u"instance 1 value"_s, u"job 1 value"_s}));
        clickRow(*list, 0); // opens
        QCOMPARE(rowTexts(*list).mid(1, 5), (QStringList{u"200 1"_s, u"300 1"_s, u"400 1"_s, u"500 1"_s, u"600 1"_s}));
        gui::picture(*m_window, u"explore-labels"_s);
        clickRow(*list, 3);
        const QString narrowed = u"rate(http_requests_total{code=\"400\"}[5m])"_s;
        QCOMPARE(queryText(), narrowed);
        QTRY_COMPARE(series(), 1);
        QTRY_COMPARE(rowTexts(*list).mid(0, 2), (QStringList{u"code 1 value"_s, u"400 1"_s}));
        QVERIFY(list->model()->index(1, 0).data(OptionModel::ChosenRole).toBool());
        gui::click(*m_window, u"segment.metric"_s);
        QTRY_COMPARE(rowTexts(*list).mid(0, 6), (QStringList{u"code 5 values"_s, u"200 "_s, u"300 "_s, u"400 "_s, u"500 "_s, u"600 "_s}));
        gui::picture(*m_window, u"explore-labels-metric"_s);
        applyTheme(*qApp, Theme::light());
        gui::picture(*m_window, u"explore-labels-light"_s);
        applyTheme(*qApp, Theme::dark());
        gui::type(*m_window, u"labelSearch"_s, u"500"_s); // found in a value; by the keys
        QTRY_COMPARE(rowTexts(*list).size(), 2);
        gui::key(*m_window, Qt::Key_Down);
        gui::key(*m_window, Qt::Key_Return);
        QCOMPARE(queryText(), u"rate(http_requests_total{code=\"500\"}[5m])"_s);
        page().pane().undo();
        QCOMPARE(queryText(), narrowed);
        QTRY_COMPARE(series(), 1);
        gui::type(*m_window, u"labelSearch"_s, u"400"_s);
        QTRY_COMPARE(rowTexts(*list).size(), 2);
        clickRow(*list, 1); // the one that is there goes
        QCOMPARE(queryText(), u"rate(http_requests_total[5m])"_s);
        QTRY_COMPARE(series(), 5);
    }

    void trendsInTheTable()
    {
        ask(u"http_requests_total"_s);
        QTRY_COMPARE(rows(), 5);
        QTRY_COMPARE(series(), 5);
        const auto *table = page().findChild<QWidget *>(u"exploreTable"_s)->findChild<FrameTable *>();
        const auto trend = [&] { return fieldNamed(table->model().frame(), u"Trend"_s); };
        QTRY_VERIFY(trend() && trend()->values.text(4).startsWith(u"["_s));
        QCOMPARE(table->model().headerData(int(table->model().columns().size()) - 2, Qt::Horizontal).toString(), u"Trend"_s);
        choose(u"type"_s, u"instant"_s);
        QTRY_VERIFY(!trend()); // no ranges, no lines
        page().pane().undo();
        QTRY_VERIFY(trend());
    }

    void toADashboard()
    {
        ask(u"sum by (code) (http_requests_total)"_s);
        QTRY_COMPARE(series(), 5);
        gui::click(*m_window, u"addToDashboard"_s);
        auto *menu = m_window->findChild<QMenu *>(u"addToMenu"_s);
        QVERIFY(menu);
        menu->findChild<QAction *>(u"menu.addToNew"_s)->trigger();
        DashboardPage *made = m_window->currentDashboard();
        QVERIFY(made);
        const DashboardPtr dashboard = made->editor().document().dashboard();
        QCOMPARE(dashboard->panels.size(), 1);
        QCOMPARE(dashboard->panels.first()->targets.first().expr, u"sum by (code) (http_requests_total)"_s);
        made->undo();
        QCOMPARE(made->editor().document().dashboard()->panels.size(), 0);
        made->editor().discard();
    }

    void fromADashboard()
    {
        const QString path = m_folder.filePath(u"d.json"_s);
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(
            "{\"title\": \"D\", \"schemaVersion\": 41, \"time\": {\"from\": \"now-30m\", \"to\": \"now\"}, \"templating\": {\"list\": ["
            "{\"name\": \"code\", \"type\": \"custom\", \"query\": \"200,300,400\", \"multi\": true, \"current\": {\"value\": [\"200\", "
            "\"300\"], \"text\": [\"200\", \"300\"]}}]},"
            "\"panels\": [{\"id\": 3, \"type\": \"timeseries\", \"title\": \"Codes\", \"gridPos\": {\"x\": 0, \"y\": 0, \"w\": 12, \"h\": "
            "8}, \"targets\": ["
            "{\"refId\": \"A\", \"expr\": \"max_over_time(http_requests_total{code=~\\\"$code\\\"}[$__interval])\", \"legendFormat\": "
            "\"{{code}}\"}]}]}");
        out.close();
        QVERIFY(m_window->opener().openFile(path));
        DashboardPage *dashboard = m_window->currentDashboard();
        QTRY_VERIFY(!dashboard->session().data(u"panel-3"_s).frames.isEmpty());
        emit dashboard->view().panelActionRequested(u"explore"_s, u"panel-3"_s);
        QCOMPARE(page().pane().panel().targets.first().expr, u"max_over_time(http_requests_total{code=~\"(200|300)\"}[$__interval])"_s);
        QCOMPARE(session().rawRange().from, u"now-30m"_s);
        QTRY_COMPARE(series(), 2);
    }

    void sides()
    {
        ask(u"http_requests_total"_s);
        QTRY_COMPARE(series(), 5);
        gui::click(*m_window, u"split"_s);
        QCOMPARE(page().panes().size(), 2);
        DashboardSession &left = page().panes()[0]->session();
        DashboardSession &right = page().panes()[1]->session();
        QTRY_VERIFY(!right.data(kExploreGraph).frames.isEmpty());
        QCOMPARE(right.data(kExploreGraph).frames.first().fields.size(), 6);
        right.setTimeRange({u"now-15m"_s, u"now"_s});
        QCOMPARE(left.rawRange().from, u"now-15m"_s);
        gui::picture(*m_window, u"explore-split"_s);
        gui::click(*page().panes()[1], u"closeSide"_s);
        QCOMPARE(page().panes().size(), 1);
    }

    void looks()
    {
        ask(u"sum by (code, job) (rate(http_requests_total{job=\"web\", instance=~\"app-.*\", code!=\"a very long value that makes this "
            "expression wrap over several lines of the field\"}[5m]))"_s);
        QTRY_VERIFY(series() > 0);
        for (const auto &[width, height] : {std::pair(1280, 720), std::pair(900, 620)}) {
            m_window->resize(width, height);
            gui::picture(*m_window, u"explore-%1"_s.arg(width));
        }
        m_window->resize(1600, 1000);
        applyTheme(*qApp, Theme::light());
        gui::picture(*m_window, u"explore-light"_s);
        applyTheme(*qApp, Theme::dark());
    }
};

ADD_TEST(TstExplore)
#include "tst_explore.moc"
