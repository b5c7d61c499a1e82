// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>
#include <tests/support/stallwatch.h>
#include <tests/support/stubserver.h>
#include <tests/support/testmain.h>
#include <widgets/controls/panelframe.h>
#include <widgets/plot/plotsurface.h>

using namespace Qt::StringLiterals;

// The window over a server that misbehaves: the GUI thread never stands still, and the panel says what is wrong.
class TstMisbehavingServer : public QObject
{
    Q_OBJECT

    static constexpr double kStallMs = StallWatch::bound(50);

    QTemporaryDir m_folder;

    QString dashboardFile()
    {
        QFile file(m_folder.filePath(u"dashboard.json"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write("{\"title\": \"Stub\", \"schemaVersion\": 41, \"time\": {\"from\": \"now-1h\", \"to\": \"now\"}, \"panels\": ["
                       "{\"id\": 1, \"type\": \"timeseries\", \"title\": \"Load\", \"gridPos\": {\"x\": 0, \"y\": 0, \"w\": 12, \"h\": 8},"
                       "\"targets\": [{\"refId\": \"A\", \"expr\": \"node_load1\"}]}]}");
        return file.fileName();
    }

    // A matrix of so many series with one hour at 15 s.
    static QByteArray matrix(int series)
    {
        QByteArray values;
        for (int i = 0; i < 240; ++i)
            values += (i > 0 ? ",[" : "[") + QByteArray::number(1'770'000'000 + i * 15) + ",\"" + QByteArray::number(i * 0.37) + "\"]";
        QByteArray text = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[";
        for (int i = 0; i < series; ++i)
            text += QByteArray(i > 0 ? "," : "") + "{\"metric\":{\"instance\":\"host-" + QByteArray::number(i) + "\"},\"values\":[" + values
                + "]}";
        return text + "]}}";
    }

    static StubAnswer trickle()
    {
        StubAnswer answer = StubAnswer::json(matrix(20));
        answer.pace = StubAnswer::Pace::Trickle;
        answer.pieceBytes = 4096;
        answer.pieceMs = 5;
        return answer;
    }

    // A window of its own, until the panel shows what it has to say.
    void open(const StubAnswer &answer, const QString &says, StallWatch &stalls)
    {
        StubServer stub([answer](const StubRequest &) { return answer; });
        CommandLine line;
        line.source = stub.url();
        line.theme = u"dark"_s;
        App app(line);
        MainWindow window(app);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.opener().openFile(dashboardFile()));
        DashboardPage &page = *window.currentDashboard();
        const QString id = page.session().instances().first().id;
        stalls.reset(); // start-up has a bound of its own (tests/smoke)

        const auto settled = [&] {
            const PanelData::State state = page.session().data(id).state;
            return state == PanelData::State::Done || state == PanelData::State::Failed;
        };
        if (says == u"hang") {
            QTRY_VERIFY(stub.requestCount() > 0);
            QTRY_COMPARE(page.view().frame(id)->state().body, PanelFrameState::Body::FirstLoad);
            page.session().cancel();
            QTRY_COMPARE(stub.openConnections(), 0);
        } else {
            QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
            const PanelFrameState &state = page.view().frame(id)->state();
            QVERIFY2(says.isEmpty() ? state.body == PanelFrameState::Body::Content
                                    : (state.headline + state.reason + state.error).contains(says),
                     qPrintable(state.headline + u" / "_s + state.reason + u" / "_s + state.error));
        }
        QTRY_VERIFY_WITH_TIMEOUT(!page.view().panel(id)->isBusy(), 60'000);
        QTest::qWait(50); // the paint that follows
    }

private slots:
    void neverStalls_data()
    {
        QTest::addColumn<StubAnswer>("answer");
        QTest::addColumn<QString>("says"); // in the panel; empty = it shows data
        QTest::newRow("good") << StubAnswer::json(matrix(50)) << QString();
        QTest::newRow("100 MB") << StubAnswer::json(matrix(22'000)) << QString();
        QTest::newRow("trickle") << trickle() << QString();
        QTest::newRow("hang") << StubAnswer::hang() << u"hang"_s;
        QTest::newRow("html") << StubAnswer::html("<html><body>Sign in</body></html>") << u"127.0.0.1"_s;
        QTest::newRow("401") << StubAnswer{401, "who are you", "text/plain", {}} << u"401"_s;
        QTest::newRow("422") << StubAnswer::json("{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"query timed out\"}", 422)
                             << u"query timed out"_s;
        QTest::newRow("503") << StubAnswer{503, "upstream is down", "text/plain", {}} << u"503"_s;
    }

    void neverStalls()
    {
        QFETCH(StubAnswer, answer);
        QFETCH(QString, says);
        const double longest = StallWatch::bestMs(kStallMs, [&](StallWatch &stalls) { open(answer, says, stalls); });
        QVERIFY2(longest < kStallMs, qPrintable(u"%1 ms"_s.arg(longest)));
    }

    // Data of one refresh after the other is unmade, the view moves, the mouse hovers, and all of it ends.
    void largeAnswersComeAndGo()
    {
        constexpr int many = 22'000;
        StubServer stub([answer = StubAnswer::json(matrix(many))](const StubRequest &) { return answer; });
        CommandLine line;
        line.source = stub.url();
        line.theme = u"dark"_s;
        App app(line);
        auto window = std::make_unique<MainWindow>(app);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        QVERIFY(window->opener().openFile(dashboardFile()));
        DashboardPage &page = *window->currentDashboard();
        const QString id = page.session().instances().first().id;
        const auto shows = [&] {
            const auto *plot = page.view().panel(id)->findChild<PlotSurface *>(u"plot"_s);
            return page.session().data(id).state == PanelData::State::Done && plot->model().series.size() == many
                && !page.view().panel(id)->isBusy();
        };
        QTRY_VERIFY_WITH_TIMEOUT(shows(), 60'000);
        const auto quick = [&](const char *step, const auto &take) {
            const double longest = StallWatch::bestMs(kStallMs, [&](StallWatch &) {
                take();
                QTest::qWait(50);
            });
            QVERIFY2(longest < kStallMs, qPrintable(u"%1: %2 ms"_s.arg(QLatin1String(step)).arg(longest)));
        };
        const auto settles = [&] { QTRY_VERIFY_WITH_TIMEOUT(!page.view().panel(id)->isBusy(), 60'000); };

        quick("refresh", [&] {
            const int asked = stub.requestCount();
            page.session().refresh();
            QTRY_VERIFY_WITH_TIMEOUT(stub.requestCount() > asked && shows(), 60'000);
        });
        auto *plot = page.view().panel(id)->findChild<PlotSurface *>(u"plot"_s);
        quick("pan", [&] {
            plot->setXRange(plot->xFrom() + 60'000, plot->xTo() + 60'000);
            QTRY_VERIFY_WITH_TIMEOUT(plot->isBusy(), 5'000);
            QTRY_VERIFY_WITH_TIMEOUT(!plot->isBusy(), 60'000);
        });
        quick("hover", [&] {
            QTest::mouseMove(plot, plot->plotRect().center());
            QTest::mouseMove(plot, plot->plotRect().center() + QPoint(20, 5));
            settles();
        });
        quick("resize", [&] {
            window->resize(window->size() + QSize(-40, 30));
            settles();
        });
        if (QTest::currentTestFailed())
            return;
        StallWatch stalls; // once alone
        QTimer::singleShot(0, &app, [&window] { window.reset(); });
        QTRY_VERIFY(!window);
        QTest::qWait(50);
        QVERIFY2(stalls.longestMs() < 5 * kStallMs, qPrintable(u"close: %1 ms"_s.arg(stalls.longestMs())));
    }
};

ADD_TEST(TstMisbehavingServer)
#include "tst_misbehavingserver.moc"
