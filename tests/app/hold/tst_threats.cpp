// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QDirIterator>
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>
#include <app/sourcemanager.h>
#include <app/sourcesettings.h>
#include <tests/support/gui.h>
#include <tests/support/stubserver.h>
#include <tests/support/testmain.h>
#include <widgets/controls/panelframe.h>

using namespace Qt::StringLiterals;

namespace {

QStringList *s_log = nullptr;

void logged(QtMsgType, const QMessageLogContext &, const QString &text)
{
    if (s_log)
        s_log->append(text);
}

} // namespace

// The threat statement of docs/security.md, from outside: what a hostile dashboard reaches, and where secrets end up.
class TstThreats : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    QTemporaryDir m_boards;
    QStringList m_log;

    static QMap<QString, QByteArray> filesOf(const QString &folder)
    {
        QMap<QString, QByteArray> files;
        for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                files[file.fileName()] = file.readAll();
        }
        return files;
    }

    QString put(const QString &name, const QByteArray &text)
    {
        QFile file(m_boards.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    }

    static QFileDialog *openDialog(MainWindow &window)
    {
        for (QFileDialog *each : window.findChildren<QFileDialog *>())
            if (each->isVisible())
                return each;
        return nullptr;
    }

    static QByteArray hostileBoard(const QByteArray &bait, const QByteArray &victim)
    {
        QFile file(QStringLiteral(TEST_DATA_DIR "/hostile/board.json"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return file.readAll().replace("BAIT", bait).replace("VICTIM", victim);
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(false);
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            qputenv(name, m_home.path().toUtf8());
        qputenv("DBUS_SESSION_BUS_ADDRESS",
                "unix:path=" + m_home.path().toUtf8() + "/no-bus"); // the keyring of who runs this is not for tests
    }

    void cleanupTestCase()
    {
        s_log = nullptr;
        QStandardPaths::setTestModeEnabled(true);
    }

    void openingADashboardReachesNothing()
    {
        const StubServer bait([](const StubRequest &) { return StubAnswer::html("x"); });
        const StubServer chosen([&](const StubRequest &) {
            return StubAnswer::json(R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"a":)"
                                    + QByteArray("\"<img src='http://127.0.0.1:") + QByteArray::number(bait.port()) + "/label.png'>\""
                                    + R"(},"value":[1770000000,"1"]}]}})");
        });
        const QString victim = put(u"victim.txt"_s, "untouched");
        const QString board = put(u"board.json"_s, hostileBoard(bait.url().toEncoded(), victim.toUtf8()));
        const QMap<QString, QByteArray> before = filesOf(m_boards.path());
        CommandLine line;
        line.source = chosen.url();
        App app(line);
        MainWindow window(app);
        window.resize(1400, 1200);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.opener().openFile(board));
        DashboardPage &page = *window.currentDashboard();
        QCOMPARE(page.session().instances().size(), 6);
        QTRY_VERIFY_WITH_TIMEOUT(chosen.requestCount() > 0 && !page.session().isLoading(), 30'000);
        for (const PanelInstance &instance : page.session().instances())
            QVERIFY(page.view().panel(instance.id));
        QVERIFY(!window.grab().isNull()); // all of it is painted
        QTest::qWait(300); // a request that should not be would have come
        QCOMPARE(bait.connections(), 0);
        QCOMPARE(filesOf(m_boards.path()), before);
    }

    void secretsAreInNoFileAndNoText()
    {
        s_log = &m_log;
        const QtMessageHandler previous = qInstallMessageHandler(logged);
        const QList<QByteArray> secrets{"planted-password-1", "planted-token-2", "planted-header-3", "planted-typed-4"};
        const StubServer echo([](const StubRequest &request) { // a server that tells in its errors how one signed in
            const QByteArray all = request.headers.value("authorization") + ' ' + request.headers.value("x-key") + ' '
                + QByteArray::fromBase64(request.headers.value("authorization").mid(6));
            return StubAnswer::json(R"({"status":"error","errorType":"bad_data","error":)"
                                    "\"refused: "
                                        + all.simplified().replace('"', '\'') + "\"}",
                                    400);
        });
        QStringList texts;
        {
            CommandLine line;
            App app(line);
            using Auth = PrometheusConfig::Auth;
            QByteArray panels;
            for (int i = 0; i < 3; ++i) {
                SourceSettings settings{{}, u"source %1"_s.arg(i), {}};
                settings.config.url = echo.url();
                settings.config.auth = QList{Auth::Basic, Auth::Bearer, Auth::Header}.at(i);
                settings.config.user = u"someone"_s;
                settings.config.headerName = "X-Key";
                const Result<QString> uid = app.sourceManager().save(settings, secrets.at(i));
                QVERIFY(uid);
                panels += QByteArray(i > 0 ? "," : "") + R"({"type":"timeseries","title":"P","id":)" + QByteArray::number(i + 1)
                    + R"(,"gridPos":{"w":8,"h":8,"y":0,"x":)" + QByteArray::number(i * 8) + R"(},"datasource":{"type":"prometheus","uid":)"
                    + "\"" + uid->toUtf8() + "\"" + R"(},"targets":[{"refId":"A","expr":"up"}]})";
            }
            const QString file = put(u"own.json"_s, R"({"title":"Own","schemaVersion":41,"panels":[)" + panels + "]}");
            MainWindow window(app);
            window.resize(1400, 900);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            QVERIFY(window.opener().openFile(file));
            DashboardPage &page = *window.currentDashboard();
            const QList<PanelInstance> instances = page.session().instances();
            for (const PanelInstance &instance : instances)
                QTRY_COMPARE_WITH_TIMEOUT(page.session().data(instance.id).state, PanelData::State::Failed, 30'000);
            int signedIn = 0;
            for (const StubRequest &request : echo.requests())
                signedIn += request.headers.contains("authorization") || request.headers.contains("x-key");
            QVERIFY(signedIn >= 3);
            for (const PanelInstance &instance : instances) {
                const Error error = *page.session().data(instance.id).error;
                QVERIFY2(error.what.contains("refused"_L1), qPrintable(error.what));
                texts << error.what << error.where << error.hint;
                for (const QWidget *widget : page.view().frame(instance.id)->findChildren<QWidget *>())
                    texts << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
            }
            const Document &document = page.editor().document();
            const Result<Splices> title = document.setting(u"/title"_s, Json(u"Edited"_s));
            QVERIFY(title);
            QVERIFY(page.apply(Command{u"Title"_s, {}, *title})); // to the journal
            QVERIFY(page.editor().saveCopy(m_boards.filePath(u"copy.json"_s)));
            window.showExplore(); // its history is kept in a file
            gui::type(window, u"text.A.text"_s, u"up{job=\"own\"}"_s);
            gui::key(window, Qt::Key_Return, Qt::ShiftModifier);
            window.showSources(); // one more, typed as a person does
            const qsizetype before = app.sourceManager().sources().size();
            gui::click(window, u"sourceAdd"_s);
            gui::type(window, u"sourceName"_s, u"typed"_s);
            gui::type(window, u"sourceUrl"_s, echo.url().toString());
            gui::click(window, u"sourceAuthBearer"_s);
            gui::type(window, u"sourceSecret"_s, QString::fromUtf8(secrets.last()));
            gui::click(window, u"sourceSave"_s);
            QTRY_COMPARE(app.sourceManager().sources().size(), before + 1);
            window.showDashboards();
            for (const QString &format : {u"svg"_s, u"pdf"_s, u"png"_s, u"share"_s}) {
                window.fileAction(format == u"share" ? format : u"export."_s + format);
                QFileDialog *dialog = nullptr;
                QTRY_VERIFY((dialog = openDialog(window)));
                const QString path = m_boards.filePath(u"out."_s + format);
                emit dialog->fileSelected(path);
                dialog->close();
                QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(path).size() > 0, 60'000);
            }
            QTest::qWait(300); // the journal
            QVERIFY(page.editor().save());
            window.closeCurrentTab(); // the thumbnail
        }
        qInstallMessageHandler(previous);
        s_log = nullptr;
        QMap<QString, QByteArray> files = filesOf(m_home.path());
        QVERIFY(files.contains(sourceSettingsPath()));
        files.insert(filesOf(m_boards.path()));
        files.insert(u"the log"_s, m_log.join(u'\n').toUtf8());
        files.insert(u"texts of errors"_s, texts.join(u'\n').toUtf8());
        for (const QByteArray &secret : secrets)
            for (const QByteArray &form :
                 {secret, secret.toBase64(), ("someone:" + secret).toBase64(), secret.toHex(), secret.toPercentEncoding()})
                for (auto it = files.begin(); it != files.end(); ++it)
                    QVERIFY2(!it.value().contains(form), qPrintable(it.key()));
    }
};

ADD_TEST(TstThreats)
#include "tst_threats.moc"
