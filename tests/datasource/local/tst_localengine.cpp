// SPDX-License-Identifier: GPL-3.0-or-later
#include "localtest.h"

#include <QtNetwork/QTcpServer>
#include <csignal>
#include <datasource/local/metricsendpoint.h>
#include <datasource/local/sample.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <tests/support/testmain.h>
#include <unistd.h>

using State = LocalEngine::State;
using namespace localtest;

namespace {

constexpr int scrapeMs = 40'000; // the server asks 15 s after it saw a target, at the latest
const char *const victimFolder = "PROMONTORY_TEST_VICTIM";

// What the process does that the kill test kills: runs an engine with the sample until its end, and says which children it has.
void beVictim(const QString &folder)
{
    SampleConfig quiet;
    quiet.history = false;
    Sample sample(quiet);
    LocalEngine engine(config(folder), &sample);
    const auto say = [&] {
        if (engine.state() != State::Ready || sample.ports().contains(0))
            return;
        fprintf(stdout, "children %lld %lld %lld\n", static_cast<long long>(engine.serverPid()), static_cast<long long>(sample.pids()[0]),
                static_cast<long long>(sample.pids()[1]));
        fflush(stdout);
    };
    QObject::connect(&engine, &LocalEngine::ready, &engine, say);
    QObject::connect(&sample, &Sample::instanceStarted, &engine, say);
    engine.start();
    QTest::qWait(60'000);
}

int mode(const QString &path)
{
    struct stat status = {};
    return stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : -1;
}

} // namespace

class TstLocalEngine : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void startsAndScrapesItself();
    void scrapesTheNodeExporterAndTheApplication();
    void foldersAndFilesArePrivate();
    void wrongPasswordIsRefused();
    void reloadsAGoodConfiguration();
    void keepsTheLastGoodConfiguration();
    void stopsAndStartsAgain();
    void secondInstanceUsesTheFirstOnesServer();
    void secondInstanceSaysWhyNot();
    void foreignServerOnTheFolderIsRespected();
    void killedApplicationLeavesNoOrphan();
    void saysWhatIsWrongWithTheTools_data();
    void saysWhatIsWrongWithTheTools();
    void startReturnsAtOnce();
};

void TstLocalEngine::initTestCase()
{
    if (!hasPrometheus())
        QSKIP("prometheus is not installed");
    if (!qEnvironmentVariableIsEmpty(victimFolder)) {
        beVictim(qEnvironmentVariable(victimFolder));
        QFAIL("nobody killed the victim");
    }
}

void TstLocalEngine::startsAndScrapesItself()
{
    const QTemporaryDir base;
    LocalEngine engine(config(newFolder(base)));
    QSignalSpy ready(&engine, &LocalEngine::ready);
    engine.start();
    QCOMPARE(engine.state(), State::Starting);
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, startMs);
    QCOMPARE(engine.state(), State::Ready);
    QCOMPARE(engine.url().host(), QStringLiteral("127.0.0.1"));
    QVERIFY(!engine.isShared());
    QTRY_VERIFY_WITH_TIMEOUT(upInstances(engine).contains(QStringLiteral("prometheus")), startMs);
}

void TstLocalEngine::scrapesTheNodeExporterAndTheApplication()
{
    const auto one = [] { return QList<MetricsEndpoint::Metric>{{"things_total", "Things.", MetricsEndpoint::Metric::Type::Counter, 7}}; };
    MetricsEndpoint application(one);
    QVERIFY(application.listen());
    auto node = std::make_unique<MetricsEndpoint>(one); // answers like an exporter
    QVERIFY(node->listen());
    const QTemporaryDir base;
    LocalEngineConfig wanted = config(newFolder(base));
    wanted.appMetricsPort = application.port();
    wanted.nodeExporterPort = node->port();
    LocalEngine engine(wanted);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
    const auto value = [&](const QString &promql) { return instant(engine, promql).at(0)[u"value"].at(1).toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(value(QStringLiteral("things_total{job=\"node\",instance=\"localhost\"}")), QStringLiteral("7"), scrapeMs);
    QTRY_COMPARE_WITH_TIMEOUT(value(QStringLiteral("things_total{job=\"promontory\",instance=\"promontory\"}")), QStringLiteral("7"),
                              scrapeMs);
    node.reset(); // gone: no longer asked for, and no longer shown as down
    QTRY_COMPARE_WITH_TIMEOUT(instant(engine, QStringLiteral("up{job=\"node\"}")).size(), qsizetype(0), scrapeMs);
}

void TstLocalEngine::foldersAndFilesArePrivate()
{
    const QTemporaryDir base;
    const QString folder = newFolder(base);
    LocalEngine engine(config(folder));
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
    QCOMPARE(mode(folder), 0700);
    QCOMPARE(mode(folder + QStringLiteral("/storage")), 0700);
    for (const QString &name : {QStringLiteral("engine.json"), QStringLiteral("web.yml"), QStringLiteral("password"),
                                QStringLiteral("prometheus.yml"), QStringLiteral("engine.lock")})
        QCOMPARE(mode(folder + QLatin1Char('/') + name), 0600);
    QFile config(folder + QStringLiteral("/prometheus.yml"));
    QVERIFY(config.open(QIODevice::ReadOnly));
    QVERIFY(!config.readAll().contains(engine.password().toUtf8()));
    QVERIFY(QFile::exists(folder + QStringLiteral("/storage/lock"))); // the server's own lock is on
}

void TstLocalEngine::wrongPasswordIsRefused()
{
    const QTemporaryDir base;
    LocalEngine engine(config(newFolder(base)));
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
    const QUrl url = engine.url().resolved(QUrl(QStringLiteral("/api/v1/status/buildinfo")));
    QCOMPARE(fetch(url).status, 401);
    QCOMPARE(fetch(url, engine.user(), QStringLiteral("wrong")).status, 401);
    QCOMPARE(fetch(url, QStringLiteral("admin"), engine.password()).status, 401);
    QCOMPARE(fetch(url, engine.user(), engine.password()).status, 200);
}

void TstLocalEngine::reloadsAGoodConfiguration()
{
    const QTemporaryDir base;
    LocalEngine engine(config(newFolder(base)));
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
    ServerConfig server;
    ScrapeJob job;
    job.name = QStringLiteral("it's \"quoted\": \\ #1");
    job.targets = {QStringLiteral("127.0.0.1:1")};
    job.labels = {{QStringLiteral("instance"), QStringLiteral("nobody: \"é\n")}};
    job.intervalMs = 1'000;
    server.jobs = {job};
    server.rules = "groups:\n  - name: g\n    rules:\n      - record: always_one\n        expr: vector(1)\n";
    server.evaluationIntervalMs = 1'000;
    std::optional<Result<>> answer;
    engine.reload(server, [&answer](const Result<> &result) { answer = result; });
    QVERIFY(!answer);
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), startMs);
    QVERIFY2(answer->has_value(), answer->has_value() ? "" : qPrintable(answer->error().what));
    QCOMPARE(engine.serverConfig(), server);
    QTRY_COMPARE_WITH_TIMEOUT(instant(engine, QStringLiteral("always_one")).size(), qsizetype(1), startMs);
    QTRY_COMPARE_WITH_TIMEOUT(instant(engine, QStringLiteral("up == 0")).at(0)[u"metric"][u"job"].toString(), job.name, startMs);
    QCOMPARE(instant(engine, QStringLiteral("up == 0")).at(0)[u"metric"][u"instance"].toString(), QStringLiteral("nobody: \"é\n"));
}

void TstLocalEngine::keepsTheLastGoodConfiguration()
{
    const QTemporaryDir base;
    LocalEngine engine(config(newFolder(base)));
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
    const QString before = ask(engine, QStringLiteral("/api/v1/status/config"))[u"yaml"].toString();
    QVERIFY(before.contains(QStringLiteral("job_name: prometheus")));
    ServerConfig bad;
    bad.rules = "groups:\n  - name: g\n    rules:\n      - record: broken\n        expr: 'sum('\n";
    std::optional<Result<>> answer;
    engine.reload(bad, [&answer](const Result<> &result) { answer = result; });
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), startMs);
    QVERIFY(!answer->has_value());
    QVERIFY2(answer->error().what.contains(QStringLiteral("parse")), qPrintable(answer->error().what));
    QCOMPARE(ask(engine, QStringLiteral("/api/v1/status/config"))[u"yaml"].toString(), before);
    QCOMPARE(engine.state(), State::Ready);
    QVERIFY(engine.serverConfig().rules.isEmpty());

    // The next start with a broken configuration runs with the last good one and says so.
    engine.stop();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Stopped, startMs);
    LocalEngineConfig next = config(engine.dataFolder());
    next.server = bad;
    LocalEngine again(next);
    QSignalSpy notices(&again, &LocalEngine::notice);
    again.start();
    QTRY_COMPARE_WITH_TIMEOUT(again.state(), State::Ready, startMs);
    QCOMPARE(notices.size(), 1);
}

void TstLocalEngine::stopsAndStartsAgain()
{
    const QTemporaryDir base;
    LocalEngine engine(config(newFolder(base)));
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
    const qint64 pid = engine.serverPid();
    engine.stop();
    QCOMPARE(engine.state(), State::Stopping);
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Stopped, startMs);
    QVERIFY(!isAlive(pid));
    QVERIFY(!QFile::exists(engine.dataFolder() + QStringLiteral("/engine.json")));
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
    engine.stop();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Stopped, startMs);
}

void TstLocalEngine::secondInstanceUsesTheFirstOnesServer()
{
    const QTemporaryDir base;
    auto first = std::make_unique<LocalEngine>(config(newFolder(base)));
    first->start();
    LocalEngine second(config(newFolder(base)));
    QTRY_COMPARE_WITH_TIMEOUT(first->state(), State::Ready, startMs);
    second.start();
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), State::Ready, startMs);
    QVERIFY(second.isShared());
    QCOMPARE(second.url(), first->url());
    QCOMPARE(second.password(), first->password());
    QCOMPARE(ask(second, QStringLiteral("/api/v1/status/buildinfo"))[u"version"].toString().isEmpty(), false);
    std::optional<Result<>> answer;
    second.reload({}, [&answer](const Result<> &result) { answer = result; });
    QTRY_VERIFY(answer.has_value());
    QVERIFY(!answer->has_value()); // not its server

    // A crash of the first one's server is followed, the first one's end takes the folder over.
    const QString password = first->password();
    kill(static_cast<pid_t>(first->serverPid()), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(second.state() == State::Ready && second.password() != password && !second.password().isEmpty(), startMs);
    QVERIFY(second.isShared());
    first.reset();
    QTRY_VERIFY_WITH_TIMEOUT(second.state() == State::Ready && !second.isShared(), startMs);
    QVERIFY(isAlive(second.serverPid()));
}

void TstLocalEngine::secondInstanceSaysWhyNot()
{
    const QTemporaryDir base;
    const QString folder = newFolder(base);
    QVERIFY(QDir().mkpath(folder));
    const int fd = open(QFile::encodeName(folder + QStringLiteral("/engine.lock")).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    QCOMPARE(flock(fd, LOCK_EX | LOCK_NB), 0);
    // What it would believe if it believed files: a server of another process on a port where nobody listens.
    QFile lie(folder + QStringLiteral("/engine.json"));
    QVERIFY(lie.open(QIODevice::WriteOnly));
    lie.write(R"({"url":"http://127.0.0.1:1","user":"u","password":"p","serverPid":1})");
    lie.close();
    lie.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    LocalEngineConfig wanted = config(folder);
    wanted.timings.followMs = 5;
    LocalEngine engine(wanted);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::InUseElsewhere, startMs);
    QVERIFY(!engine.error().hint.isEmpty());
    close(fd);
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
}

void TstLocalEngine::foreignServerOnTheFolderIsRespected()
{
    const QTemporaryDir base;
    const QString folder = newFolder(base);
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/storage")));
    const QString lock = folder + QStringLiteral("/storage/lock");
    const int fd = open(QFile::encodeName(lock).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    QCOMPARE(flock(fd, LOCK_EX | LOCK_NB), 0);
    LocalEngine engine(config(folder));
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::InUseElsewhere, startMs);
    QVERIFY(engine.error().what.contains(QStringLiteral("Another Prometheus")));
    close(fd);
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
}

void TstLocalEngine::killedApplicationLeavesNoOrphan()
{
    const QTemporaryDir base;
    QProcess victim;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(victimFolder), newFolder(base));
    victim.setProcessEnvironment(environment);
    victim.start(QCoreApplication::applicationFilePath(), {QStringLiteral("tst_localengine")});
    QByteArray said;
    QList<qint64> children;
    const auto heard = [&] {
        said += victim.readAllStandardOutput();
        children.clear();
        const qsizetype at = said.indexOf("children ");
        if (at < 0 || said.indexOf('\n', at) < 0)
            return false;
        for (const QByteArray &pid : said.mid(at + 9, said.indexOf('\n', at) - at - 9).split(' '))
            children.append(pid.toLongLong());
        return true;
    };
    QTRY_VERIFY_WITH_TIMEOUT(heard(), startMs);
    QCOMPARE(children.size(), 3);
    for (const qint64 child : std::as_const(children))
        QVERIFY(isAlive(child));
    QCOMPARE(kill(static_cast<pid_t>(victim.processId()), SIGKILL), 0);
    for (const qint64 child : std::as_const(children))
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(child), 5'000);
    victim.waitForFinished();

    // And the folder is free again at once.
    LocalEngine engine(config(newFolder(base)));
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
}

void TstLocalEngine::saysWhatIsWrongWithTheTools_data()
{
    QTest::addColumn<QByteArray>("program"); // empty: there is none
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing") << QByteArray() << State::Missing << QStringLiteral("no program");
    QTest::newRow("too old") << QByteArray("echo 'prometheus, version 2.39.2 (branch: x)'") << State::TooOld
                             << QStringLiteral("2.39.2 is too old");
    QTest::newRow("much too old") << QByteArray("echo 'prometheus, version 1.8.2'") << State::TooOld << QStringLiteral("1.8.2 is too old");
    QTest::newRow("something else") << QByteArray("echo hello") << State::Missing << QStringLiteral("does not answer like");
    QTest::newRow("fails") << QByteArray("exit 4") << State::Missing << QStringLiteral("does not answer like");
}

void TstLocalEngine::saysWhatIsWrongWithTheTools()
{
    QFETCH(QByteArray, program);
    QFETCH(State, state);
    QFETCH(QString, words);
    const QTemporaryDir base;
    LocalEngineConfig wanted = config(newFolder(base));
    wanted.prometheusPath = base.path() + QStringLiteral("/prometheus");
    if (!program.isEmpty())
        script(base.path(), QStringLiteral("prometheus"), program);
    LocalEngine engine(wanted);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), state, startMs);
    QVERIFY2(engine.error().what.contains(words), qPrintable(engine.error().what));
    QVERIFY(engine.error().hint.contains(QStringLiteral("apt install prometheus")));
    QVERIFY(engine.error().hint.contains(QStringLiteral("Sources")));
}

void TstLocalEngine::startReturnsAtOnce()
{
    const QTemporaryDir base;
    LocalEngine engine(config(newFolder(base)));
    QElapsedTimer longest;
    qint64 worstMs = 0;
    QTimer tick;
    connect(&tick, &QTimer::timeout, this, [&] { worstMs = qMax(worstMs, longest.restart()); });
    tick.start(0);
    longest.start();
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
    engine.stop();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Stopped, startMs);
    QVERIFY2(worstMs < 250, qPrintable(QString::number(worstMs))); // machines are shared; a step that waits for a child takes longer
}

ADD_TEST(TstLocalEngine)
#include "tst_localengine.moc"
