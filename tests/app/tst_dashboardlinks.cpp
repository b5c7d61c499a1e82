// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QSemaphore>
#include <app/dashboardlinks.h>
#include <app/externallinks.h>
#include <app/library.h>
#include <tests/app/stubwindow.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <thread>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/questionsheet.h>
#include <widgets/controls/variablebar.h>

using namespace Qt::StringLiterals;

// Links inside a dashboard server lead to the dashboards that are files here, with the range and the values that the address names.
class TstDashboardLinks : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnHome> m_home;
    std::unique_ptr<StubWindow> m_desk;
    QTemporaryDir m_folder;

    MainWindow &window() { return m_desk->window; }
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }
    QString put(const QString &name, const QByteArray &text)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(json(text)) == text.size() ? path : QString();
    }
    static QByteArray board(const QByteArray &title, const QByteArray &uid, const QByteArray &more = {})
    {
        return "{'title':'" + title + "','uid':'" + uid
            + "','schemaVersion':41,'time':{'from':'now-1h','to':'now'},'timezone':'utc','templating':{'list':["
              "{'name':'job','type':'custom','query':'api,web,db','multi':true,'current':{'text':['api'],'value':['api']}}]}"
            + more
            + ",'panels':[{'id':1,'type':'text','title':'Text','gridPos':{'x':0,'y':0,'w':12,'h':8},"
              "'options':{'mode':'markdown','content':'x'},'links':[{'title':'More','url':'/d/target/"
              "anything?var-job=web&from=now-3h&to=now'}]}]}";
    }
    QuestionSheet *sheet(const QString &name)
    {
        for (auto *each : window().findChildren<QuestionSheet *>(name))
            if (each->isVisible())
                return each;
        return nullptr;
    }
    QString title() { return window().currentDashboard() ? window().currentDashboard()->title() : QString(); }

private slots:
    void init()
    {
        m_home = std::make_unique<OwnHome>();
        m_desk = std::make_unique<StubWindow>([](const StubRequest &) { return StubAnswer::json(json("{'status':'success','data':[]}")); });
        QVERIFY(m_desk->isShown);
    }
    void cleanup()
    {
        m_desk.reset();
        m_home.reset();
        QDir(m_folder.path()).removeRecursively();
        QDir().mkpath(m_folder.path());
    }

    void names_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("uid");
        QTest::addColumn<QString>("slug");
        QTest::newRow("uid") << u"/d/abc/some-title?orgId=1"_s << u"abc"_s << QString();
        QTest::newRow("no slug") << u"/d/abc"_s << u"abc"_s << QString();
        QTest::newRow("below a path") << u"/grafana/d/abc/x"_s << u"abc"_s << QString();
        QTest::newRow("relative") << u"d/abc/x"_s << u"abc"_s << QString();
        QTest::newRow("one panel") << u"/d-solo/a%20b/x?panelId=2"_s << u"a b"_s << QString();
        QTest::newRow("of old") << u"/dashboard/db/node-exporter"_s << QString() << u"node-exporter"_s;
        QTest::newRow("explore") << u"/explore?left={}"_s << QString() << QString();
        QTest::newRow("a web page") << u"https://grafana.example/d/abc/x"_s << QString() << QString();
        QTest::newRow("a file") << u"file:///d/abc"_s << QString() << QString();
        QTest::newRow("a script") << u"javascript:/d/abc"_s << QString() << QString();
    }
    void names()
    {
        QFETCH(QString, url);
        QFETCH(QString, uid);
        QFETCH(QString, slug);
        const auto name = dashboardName(QUrl(url));
        QCOMPARE(name.value_or(DashboardName()), (DashboardName{uid, slug}));
        QCOMPARE(name.has_value(), !uid.isEmpty() || !slug.isEmpty());
    }

    // Of a panel, to a file beside it, in a folder of Home, in YAML.
    void panelLinkOpens_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("isOfHome");
        QTest::newRow("beside") << u"boards/other.json"_s << false;
        QTest::newRow("below") << u"boards/deep/er/other.json"_s << false;
        QTest::newRow("a folder of Home") << u"elsewhere/x/other.json"_s << true;
        QTest::newRow("in YAML") << u"boards/all.yaml"_s << false;
    }
    void panelLinkOpens()
    {
        QFETCH(QString, file);
        QFETCH(bool, isOfHome);
        const QByteArray target = board("The target", "target");
        const QByteArray twice = "kind: ConfigMap\ndata:\n  a.json: |\n    {\"title\":\"A\",\"panels\":[]}\n  b.json: |\n    "
            + QByteArray(target).replace('\n', ' ') + '\n';
        put(file, file.endsWith(u".yaml"_s) ? twice : target);
        put(u"boards/noise.json"_s, "{\"panels\": [");
        if (isOfHome)
            m_desk->app.library().addFolder(m_folder.filePath(u"elsewhere"_s));
        DashboardPage *page = m_desk->open(put(u"boards/from.json"_s, board("From", "from")));
        QVERIFY(page);
        auto *mark = page->view().frame(u"panel-1"_s)->findChild<IconButton *>(u"panel.links"_s);
        QVERIFY(mark);
        mark->click();
        QTRY_COMPARE(title(), u"The target"_s);
        const DashboardSession &session = window().currentDashboard()->session();
        QCOMPARE(session.rawRange().from, u"now-3h"_s);
        QCOMPARE(session.variable(u"job"_s)->values, QStringList{u"web"_s});
        QCOMPARE(page->session().rawRange().from, u"now-1h"_s); // the one it came from stays as it is
        QVERIFY(!sheet(u"refuseLink"_s));
        QCOMPARE(window().openPages().size(), 2);
    }

    // One that is open comes to the front, and takes the values all the same.
    void openOneComesToTheFront()
    {
        QVERIFY(m_desk->open(put(u"other.json"_s, board("The target", "target"))));
        DashboardPage *page = m_desk->open(put(u"from.json"_s, board("From", "from")));
        emit page->view().linkActivated(QUrl(u"/d/target?var-job=db&var-job=api&var-nobody=1&to=now-5m"_s));
        QTRY_COMPARE(title(), u"The target"_s);
        QCOMPARE(window().openPages().size(), 2);
        QCOMPARE(window().currentDashboard()->session().variable(u"job"_s)->values, (QStringList{u"db"_s, u"api"_s}));
        QCOMPARE(window().currentDashboard()->session().rawRange().from, u"now-1h"_s);
        QCOMPARE(window().currentDashboard()->session().rawRange().to, u"now-5m"_s);
    }

    void addressOfOldNamesTheTitle()
    {
        put(u"other.json"_s, board("The target: all!", "t"));
        DashboardPage *page = m_desk->open(put(u"from.json"_s, board("From", "from")));
        emit page->view().linkActivated(QUrl(u"/dashboard/db/the-target-all"_s));
        QTRY_COMPARE(title(), u"The target: all!"_s);
    }

    void theOneBesideIsMeant()
    {
        QVERIFY(m_desk->open(put(u"copy/other.json"_s, board("A copy", "target"))));
        put(u"boards/other.json"_s, board("The one beside", "target"));
        DashboardPage *page = m_desk->open(put(u"boards/from.json"_s, board("From", "from")));
        emit page->view().linkActivated(QUrl(u"/d/target"_s));
        QTRY_COMPARE(title(), u"The one beside"_s);
    }

    void unknownSaysWhatToDo()
    {
        DashboardPage *page = m_desk->open(put(u"from.json"_s, board("From", "from")));
        emit page->view().linkActivated(QUrl(u"/d/nowhere/a-title?var-job=web"_s));
        QTRY_VERIFY(sheet(u"unknownDashboard"_s));
        const QString said = sheet(u"unknownDashboard"_s)->accessibleDescription();
        for (const QString &part : {u"“nowhere”"_s, m_folder.path(), u"add its folder"_s, u"/d/nowhere/a-title?var-job=web"_s})
            QVERIFY2(said.contains(part), qPrintable(said));
        gui::picture(window(), u"link-unknown"_s);
        gui::click(window(), u"answer.cancel"_s);
        QCOMPARE(title(), u"From"_s);
        QCOMPARE(window().openPages().size(), 1);
    }

    // A search that takes its time is said, and ends when it is asked to; a quick one is not.
    void longSearchIsShown()
    {
        put(u"other.json"_s, board("The target", "target"));
        DashboardPage *page = m_desk->open(put(u"from.json"_s, board("From", "from")));
        emit page->view().linkActivated(QUrl(u"/d/target"_s));
        QTRY_COMPARE(title(), u"The target"_s);
        QVERIFY(!window().findChild<QuestionSheet *>(u"lookingForDashboard"_s));
        window().closeCurrentTab();
        for (const bool cancels : {true, false}) {
            QSemaphore gate;
            const unsigned workers = std::max(2U, std::thread::hardware_concurrency());
            for (unsigned i = 0; i < workers; ++i)
                WorkerPool::shared().post({}, [&gate](std::stop_token) { gate.acquire(); });
            emit page->view().linkActivated(QUrl(u"/d/target"_s));
            QTRY_VERIFY(sheet(u"lookingForDashboard"_s));
            QVERIFY(sheet(u"lookingForDashboard"_s)->accessibleDescription().contains(m_folder.path()));
            gui::picture(window(), u"link-looking"_s);
            if (cancels)
                gui::key(window(), Qt::Key_Return); // the button has the focus
            gate.release(int(workers));
            if (cancels) {
                QVERIFY(!sheet(u"lookingForDashboard"_s));
                QSemaphore after; // what was asked before is over
                WorkerPool::shared().post({}, [&after](std::stop_token) { after.release(); });
                after.acquire();
                QCoreApplication::processEvents();
                QCOMPARE(window().openPages().size(), 1);
            } else {
                QTRY_COMPARE(title(), u"The target"_s);
                QVERIFY(!sheet(u"lookingForDashboard"_s));
            }
        }
    }

    void othersAreRefused()
    {
        DashboardPage *page = m_desk->open(put(u"from.json"_s, board("From", "from")));
        for (const char *url : {"javascript:alert(1)", "file:///etc/passwd", "/explore?left=1", "ftp://x/y"}) {
            emit page->view().linkActivated(QUrl(QString::fromLatin1(url)));
            QVERIFY(sheet(u"refuseLink"_s));
            QVERIFY(sheet(u"refuseLink"_s)->accessibleDescription().contains(QString::fromLatin1(url)));
            gui::click(window(), u"answer.cancel"_s);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    // Links by tag find what lies beside, though it was never opened.
    void tagsFindWhatLiesBeside()
    {
        put(u"other.json"_s, board("Tagged", "t", ",'tags':['web']"));
        DashboardPage *page = m_desk->open(
            put(u"from.json"_s, board("From", "from", ",'links':[{'type':'dashboards','title':'T','tags':['web'],'keepTime':true}]")));
        QVERIFY(page);
        QTRY_VERIFY(gui::find(window(), u"link.Tagged"_s));
        gui::click(window(), u"link.Tagged"_s);
        QTRY_COMPARE(title(), u"Tagged"_s);
    }
};

ADD_TEST(TstDashboardLinks)
#include "tst_dashboardlinks.moc"
