// SPDX-License-Identifier: GPL-3.0-or-later
#include "localtest.h"

#include <QtCore/QStorageInfo>
#include <QtNetwork/QTcpServer>
#include <csignal>
#include <fcntl.h>
#include <tests/support/testmain.h>

using State = LocalEngine::State;
using namespace localtest;

// What may befall the server that we run: it dies, hangs, does not come up, its port, disk or log is not what it was.
class TstEngineFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void restartsAfterACrash();
    void givesUpAfterTheLastBackOff();
    void hungServerIsReplaced();
    void portThiefIsRefused();
    void portStolenWhileItRuns();
    void fullDiskIsSaid();
    void diskFillsWhileItRuns();
    void damagedLogIsSurvived_data();
    void damagedLogIsSurvived();
};

void TstEngineFaults::initTestCase()
{
    if (!hasPrometheus())
        QSKIP("prometheus is not installed");
}

void TstEngineFaults::restartsAfterACrash()
{
    const QTemporaryDir base;
    LocalEngine engine(config(newFolder(base)));
    QSignalSpy ready(&engine, &LocalEngine::ready);
    QSignalSpy states(&engine, &LocalEngine::stateChanged);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, startMs);
    const QString password = engine.password();
    QCOMPARE(kill(static_cast<pid_t>(engine.serverPid()), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 2, startMs);
    QVERIFY(engine.password() != password);
    QCOMPARE(engine.state(), State::Ready);
    const bool said
        = std::any_of(states.begin(), states.end(), [](const auto &row) { return row.at(0).template value<State>() == State::Restarting; });
    QVERIFY(said);
}

void TstEngineFaults::givesUpAfterTheLastBackOff()
{
    const QTemporaryDir base;
    const QString fake = script(base.path(), QStringLiteral("prometheus"),
                                "case \"$1\" in --version) echo 'prometheus, version 2.45.0 (x)';; --help) echo none;; *) exit 3;; esac");
    LocalEngineConfig wanted = config(newFolder(base));
    wanted.prometheusPath = fake;
    LocalEngine engine(wanted);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Failed, startMs);
    QVERIFY(!engine.error().hint.isEmpty());
    QVERIFY2(engine.error().what.contains(QStringLiteral("3 starts")), qPrintable(engine.error().what));
}

void TstEngineFaults::hungServerIsReplaced()
{
    const QTemporaryDir base;
    LocalEngineConfig wanted = config(newFolder(base));
    wanted.timings.healthMs = 150;
    LocalEngine engine(wanted);
    QSignalSpy ready(&engine, &LocalEngine::ready);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, startMs);
    const qint64 hung = engine.serverPid();
    QCOMPARE(kill(static_cast<pid_t>(hung), SIGSTOP), 0);
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 2, startMs);
    QVERIFY(!isAlive(hung));
}

void TstEngineFaults::portThiefIsRefused()
{
    const QTemporaryDir base;
    QTcpServer thief;
    QVERIFY(thief.listen(QHostAddress::LocalHost));
    QSignalSpy visits(&thief, &QTcpServer::newConnection);
    LocalEngineConfig wanted = config(newFolder(base));
    wanted.port = thief.serverPort();
    LocalEngine engine(wanted);
    QSignalSpy notices(&engine, &LocalEngine::notice);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
    QVERIFY(engine.url().port() != thief.serverPort());
    QCOMPARE(visits.size(), 0); // nothing was sent there, the password least of all
    QCOMPARE(notices.size(), 1);
    QVERIFY(notices.first().first().toString().contains(QString::number(thief.serverPort())));
}

// The server dies, and before it is back another program listens where it did.
void TstEngineFaults::portStolenWhileItRuns()
{
    const QTemporaryDir base;
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const quint16 port = free.serverPort();
    free.close();
    LocalEngineConfig wanted = config(newFolder(base));
    wanted.port = port;
    wanted.timings.backOffMs = {2000, 2000, 2000}; // so that the thief comes first
    LocalEngine engine(wanted);
    QSignalSpy ready(&engine, &LocalEngine::ready);
    QSignalSpy notices(&engine, &LocalEngine::notice);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, startMs);
    QCOMPARE(engine.url().port(), port);
    QTcpServer thief;
    QSignalSpy visits(&thief, &QTcpServer::newConnection);
    QCOMPARE(kill(static_cast<pid_t>(engine.serverPid()), SIGKILL), 0);
    QTRY_VERIFY(thief.isListening() || thief.listen(QHostAddress::LocalHost, port)); // once the kernel has given it back
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 2, startMs);
    QVERIFY(engine.url().port() != port);
    QVERIFY(notices.size() >= 1);
    QVERIFY(notices.first().first().toString().contains(QString::number(port)));
    QCOMPARE(visits.size(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!upInstances(engine).isEmpty(), startMs);
}

void TstEngineFaults::fullDiskIsSaid()
{
    const QTemporaryDir base;
    LocalEngineConfig wanted = config(newFolder(base));
    wanted.minFreeBytes = std::numeric_limits<qint64>::max();
    LocalEngine engine(wanted);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Failed, startMs);
    QVERIFY2(engine.error().what.contains(QStringLiteral("disk is full")), qPrintable(engine.error().what));
    QVERIFY(!engine.error().hint.isEmpty());
}

// What is free on the volume is looked at while the server runs; it is told once, and the server goes on.
void TstEngineFaults::diskFillsWhileItRuns()
{
    constexpr qint64 big = qint64(1) << 30;
    const QTemporaryDir base;
    const QStorageInfo volume(base.path());
    if (volume.bytesAvailable() < 3 * big)
        QSKIP("too little space for the test");
    LocalEngineConfig wanted = config(newFolder(base));
    wanted.minFreeBytes = volume.bytesAvailable() - big / 2;
    wanted.timings.beatMs = 50;
    LocalEngine engine(wanted);
    QSignalSpy ready(&engine, &LocalEngine::ready);
    QSignalSpy notices(&engine, &LocalEngine::notice);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, startMs);
    QCOMPARE(notices.size(), 0);
    QFile filler(base.filePath(QStringLiteral("filler")));
    QVERIFY(filler.open(QIODevice::WriteOnly));
    if (posix_fallocate(filler.handle(), 0, big) != 0)
        QSKIP("this file system cannot set space aside");
    QTRY_COMPARE(notices.size(), 1);
    QVERIFY(notices.first().first().toString().contains(QStringLiteral("disk is full")));
    QCOMPARE(engine.state(), State::Ready);
    QVERIFY(filler.remove());
    QTRY_VERIFY_WITH_TIMEOUT(!upInstances(engine).isEmpty(), startMs);
    QCOMPARE(notices.size(), 1);
}

void TstEngineFaults::damagedLogIsSurvived_data()
{
    QTest::addColumn<QByteArray>("bytes"); // over the first segment's beginning; empty: cut half way
    QTest::newRow("cut") << QByteArray();
    QTest::newRow("noise") << QByteArray(64 * 1024, '\xa5');
}

// A write-ahead log that a crash of the machine left broken: the server comes up with what is whole, or it is said what to do.
void TstEngineFaults::damagedLogIsSurvived()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir base;
    LocalEngine engine(config(newFolder(base)));
    QSignalSpy ready(&engine, &LocalEngine::ready);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, startMs);
    QTRY_VERIFY_WITH_TIMEOUT(!upInstances(engine).isEmpty(), startMs);
    QCOMPARE(kill(static_cast<pid_t>(engine.serverPid()), SIGSTOP), 0); // so that nothing is written after the damage
    QFile segment(engine.dataFolder() + QStringLiteral("/storage/wal/00000000"));
    QVERIFY(segment.open(QIODevice::ReadWrite));
    QVERIFY(segment.size() > 100);
    if (bytes.isEmpty())
        QVERIFY(segment.resize(segment.size() / 2 + 3));
    else
        QCOMPARE(segment.write(bytes), bytes.size());
    segment.close();
    QCOMPARE(kill(static_cast<pid_t>(engine.serverPid()), SIGKILL), 0);
    QTRY_VERIFY_WITH_TIMEOUT(ready.size() == 2 || engine.state() == State::Failed, startMs);
    if (engine.state() == State::Failed) {
        QVERIFY2(engine.error().hint.contains(QStringLiteral("storage")), qPrintable(engine.error().hint));
        return;
    }
    QTRY_VERIFY_WITH_TIMEOUT(upInstances(engine).contains(QStringLiteral("prometheus")), startMs); // and goes on to store
}

ADD_TEST(TstEngineFaults)
#include "tst_enginefaults.moc"
