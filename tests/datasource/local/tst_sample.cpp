// SPDX-License-Identifier: GPL-3.0-or-later
#include "localtest.h"

#include <QtCore/QTemporaryDir>
#include <csignal>
#include <datasource/local/sample.h>
#include <tests/support/testmain.h>

using State = LocalEngine::State;
using namespace localtest;

class TstSample : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void firstPictureIsFull();
    void instancesHaveNamesNotPorts();
    void alertIsPendingThenFiring();
    void quietSampleRaisesNoAlert();
    void secondDayIsFullToo();
    void brokenPythonIsSaid();
    void dashboardFileIsRenewedUnlessEdited();

private:
    static LocalEngineConfig engineConfig(const QTemporaryDir &base);
    static SampleConfig quick();
};

namespace {

double scalar(const LocalEngine &engine, const QString &promql)
{
    const Json result = instant(engine, promql);
    return result.size() == 1 ? result.at(0)[u"value"].at(1).toString().toDouble() : -1;
}

QString alertState(const LocalEngine &engine)
{
    const Json data = ask(engine, QStringLiteral("/api/v1/alerts"));
    return data[u"alerts"].at(0)[u"state"].toString();
}

} // namespace

LocalEngineConfig TstSample::engineConfig(const QTemporaryDir &base)
{
    LocalEngineConfig config = localtest::config(base.path() + QStringLiteral("/demo"));
    config.demo = true;
    return config;
}

SampleConfig TstSample::quick()
{
    SampleConfig config;
    config.scrapeIntervalMs = 1'000;
    config.alertWindowSeconds = 10;
    config.alertForSeconds = 6;
    config.history = false;
    return config;
}

void TstSample::initTestCase()
{
    if (!hasPrometheus())
        QSKIP("prometheus is not installed");
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), QStringLiteral("import flask, prometheus_client")});
    if (!python.waitForFinished() || python.exitCode() != 0)
        QSKIP("python3-flask and python3-prometheus-client are not installed");
}

void TstSample::firstPictureIsFull()
{
    const QTemporaryDir base;
    Sample sample{SampleConfig()};
    LocalEngine engine(engineConfig(base), &sample);
    QSignalSpy notices(&engine, &LocalEngine::notice);
    QElapsedTimer timer;
    timer.start();
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
    qInfo("ready with six hours of history after %lld ms", timer.elapsed());
    QCOMPARE(notices.size(), 0);
    // No scrape has happened yet: this is what the first picture shows.
    const QStringList names{QStringLiteral("app_requests_total"),
                            QStringLiteral("app_requests_per_second"),
                            QStringLiteral("app_response_time_seconds_bucket"),
                            QStringLiteral("process_resident_memory_bytes{job=\"app\"}"),
                            QStringLiteral("process_cpu_seconds_total{job=\"app\"}"),
                            QStringLiteral("up{job=\"app\"}")};
    for (const QString &name : names) {
        // Every 15 s but one at each end; of the rate the first has no value.
        const double fewest = scalar(engine, QStringLiteral("min(count_over_time(%1[6h]))").arg(name));
        QVERIFY2(fewest >= 1'437, qPrintable(QStringLiteral("%1: %2").arg(name).arg(fewest)));
    }
    QCOMPARE(scalar(engine, QStringLiteral("count(count by (instance) (app_requests_total offset 5h))")), 2.0);
    // The p99 is over 250 ms in about two minutes of ten, plus the minute that the rate looks back.
    const QString p99 = QStringLiteral("histogram_quantile(0.99, sum by (le) (rate(app_response_time_seconds_bucket[1m])))");
    const double share = scalar(engine, QStringLiteral("avg_over_time((%1 > bool 0.25)[5h:15s] offset 30m)").arg(p99));
    QVERIFY2(share > 0.2 && share < 0.33, qPrintable(QString::number(share)));
    // And the living ones go on where history ends, without a spike.
    QTRY_VERIFY_WITH_TIMEOUT(scalar(engine, QStringLiteral("count(up{job=\"app\"} == 1)")) == 2, startMs);
    const double most = scalar(engine, QStringLiteral("max(max_over_time(sum(rate(app_requests_total[1m]))[10m:5s]))"));
    QVERIFY2(most > 10 && most < 80, qPrintable(QString::number(most)));
}

void TstSample::instancesHaveNamesNotPorts()
{
    const QTemporaryDir base;
    Sample sample(quick());
    LocalEngine engine(engineConfig(base), &sample);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
    const auto bothUp = [&] {
        const QStringList up = upInstances(engine);
        return up.contains(QStringLiteral("app-1")) && up.contains(QStringLiteral("app-2"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(bothUp(), startMs);
    const QList<qint64> pids = sample.pids();
    QCOMPARE(pids.size(), 2);
    const quint16 port = sample.ports().first();

    // A crash brings another process on another port, under the same name, and without a reload.
    kill(static_cast<pid_t>(pids.first()), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(sample.ports().first() != 0 && sample.ports().first() != port, startMs);
    QTRY_VERIFY_WITH_TIMEOUT(scalar(engine, QStringLiteral("changes(process_start_time_seconds{instance=\"app-1\"}[1m])")) >= 1, startMs);
    QCOMPARE(scalar(engine, QStringLiteral("count(count by (instance) (app_requests_total))")), 2.0);
    QTRY_COMPARE_WITH_TIMEOUT(scalar(engine, QStringLiteral("count(count by (instance) (app_requests_per_second))")), 2.0, startMs);

    const QList<qint64> last = sample.pids();
    const qint64 server = engine.serverPid();
    engine.stop();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Stopped, startMs);
    QVERIFY(!isAlive(server));
    for (const qint64 pid : last)
        QVERIFY(!isAlive(pid));
}

void TstSample::alertIsPendingThenFiring()
{
    const QTemporaryDir base;
    SampleConfig slow = quick();
    slow.cycleSeconds = 45; // slow from 40 % of a cycle to its end
    slow.slowSeconds = 27;
    Sample sample(slow);
    LocalEngine engine(engineConfig(base), &sample);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
    // The state goes on by itself: once seen, it is not asked again.
    const auto comes = [&engine](const QString &state) {
        return [&engine, state, seen = false]() mutable { return seen |= alertState(engine) == state; };
    };
    auto pending = comes(QStringLiteral("pending"));
    QTRY_VERIFY_WITH_TIMEOUT(pending(), 100'000);
    auto firing = comes(QStringLiteral("firing"));
    QTRY_VERIFY_WITH_TIMEOUT(firing(), 100'000);
}

void TstSample::quietSampleRaisesNoAlert()
{
    const QTemporaryDir base;
    SampleConfig config = quick();
    config.slowSeconds = 0;
    Sample sample(config);
    LocalEngine engine(engineConfig(base), &sample);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
    QTRY_VERIFY_WITH_TIMEOUT(scalar(engine, QStringLiteral("sum(increase(app_requests_total[20s]))")) > 200, 60'000);
    const double p99
        = scalar(engine, QStringLiteral("histogram_quantile(0.99, sum by (le) (rate(app_response_time_seconds_bucket[20s])))"));
    QVERIFY2(p99 > 0.05 && p99 <= 0.25, qPrintable(QString::number(p99)));
    QCOMPARE(alertState(engine), QString());
}

// A session of a few seconds, then one that believes to be ten minutes later: what the first one stored stays, what lies before and
// after it is made.
void TstSample::secondDayIsFullToo()
{
    const QTemporaryDir base;
    const qint64 began = systemClock()();
    {
        Sample sample(quick());
        LocalEngine engine(engineConfig(base), &sample);
        engine.start();
        QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
        QTRY_VERIFY_WITH_TIMEOUT(scalar(engine, QStringLiteral("min(count_over_time(up{job=\"app\"}[1m]))")) >= 5, startMs);
        engine.stop();
        QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Stopped, startMs);
    }
    SampleConfig later = quick();
    later.history = true;
    later.clock = [] { return systemClock()() + 600'000; };
    Sample sample(later);
    LocalEngine engine(engineConfig(base), &sample);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
    const qint64 at = systemClock()() / 1000 + 580;
    const auto count = [&](const QString &window, qint64 endSeconds) {
        const QString text = QStringLiteral("min(count_over_time(up{job=\"app\"}[%1] @ %2))").arg(window).arg(endSeconds);
        return scalar(engine, text);
    };
    QVERIFY(count(QStringLiteral("5h"), began / 1000) > 1'150);
    QVERIFY(count(QStringLiteral("8m"), at) >= 30);
    // The living ones of the first session, a second apart, are still there.
    const double kept = count(QStringLiteral("20s"), began / 1000 + 20);
    QVERIFY2(kept >= 5, qPrintable(QString::number(kept)));
    // Storing goes on, although the storage holds blocks that end later.
    QTRY_VERIFY_WITH_TIMEOUT(scalar(engine, QStringLiteral("count(up{job=\"app\"} == 1)")) == 2, startMs);
}

void TstSample::brokenPythonIsSaid()
{
    const QTemporaryDir base;
    SampleConfig config = quick();
    config.python = base.path() + QStringLiteral("/no-python");
    Sample sample(config);
    QSignalSpy notices(&sample, &Sample::notice);
    LocalEngine engine(engineConfig(base), &sample);
    engine.start();
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(), State::Ready, startMs);
    QTRY_VERIFY_WITH_TIMEOUT(notices.size() >= 2, startMs); // one an instance
    QVERIFY(notices.first().first().toString().contains(QStringLiteral("python3-flask")));
}

void TstSample::dashboardFileIsRenewedUnlessEdited()
{
    const QTemporaryDir base;
    const QString folder = base.path() + QStringLiteral("/demo");
    const Result<QString> path = Sample::dashboardFile(folder);
    QVERIFY(path.has_value());
    const auto read = [&] {
        QFile file(*path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QCOMPARE(read(), Sample::dashboard());
    QVERIFY(Json::parse(read()).has_value());
    QVERIFY(QFile::remove(*path));
    QVERIFY(Sample::dashboardFile(folder).has_value());
    QCOMPARE(read(), Sample::dashboard());
    QFile file(*path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"title\":\"Mine\"}");
    file.close();
    QVERIFY(Sample::dashboardFile(folder).has_value());
    QCOMPARE(read(), QByteArray("{\"title\":\"Mine\"}"));
}

ADD_TEST(TstSample)
#include "tst_sample.moc"
