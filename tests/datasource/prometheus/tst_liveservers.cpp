// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/liveprometheus.h>
#include <tests/support/stubserver.h>
#include <tests/support/testmain.h>

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>

// The servers that the other tests stand on do what they say.
class TstLiveServers : public QObject
{
    Q_OBJECT

private slots:
    void prometheusIsReadyWithHistory();
    void victoriaMetricsIsReady();
    void stubRecordsAndAnswers_data();
    void stubRecordsAndAnswers();

private:
    QByteArray get(const QUrl &url, int *status = nullptr);
    QNetworkAccessManager m_network;
};

QByteArray TstLiveServers::get(const QUrl &url, int *status)
{
    const std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(url)));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
        return "no answer";
    if (status)
        *status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return reply->readAll();
}

void TstLiveServers::prometheusIsReadyWithHistory()
{
    const LivePrometheus server({.openMetrics = "# TYPE a gauge\na{b=\"1\"} 5 1700000000\na{b=\"1\"} 6 1700000015\n"});
    QVERIFY2(server.isReady(), qPrintable(server.problem()));
    const QByteArray answer = get(server.url().resolved(QUrl(QStringLiteral("/api/v1/query?query=a&time=1700000015"))));
    QVERIFY2(answer.contains(R"("value":[1700000015,"6"])"), answer);
}

void TstLiveServers::victoriaMetricsIsReady()
{
    const LiveVictoriaMetrics server;
    QVERIFY2(server.isReady(), qPrintable(server.problem()));
    QVERIFY(get(server.url().resolved(QUrl(QStringLiteral("/api/v1/query?query=1")))).contains("success"));
}

void TstLiveServers::stubRecordsAndAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("gzip");
    QTest::addColumn<qint64>("repeat");
    QTest::newRow("plain") << 200 << false << qint64(1);
    QTest::newRow("error") << 503 << false << qint64(1);
    QTest::newRow("gzip") << 200 << true << qint64(1);
    QTest::newRow("huge") << 200 << false << qint64(1'000'000);
}

void TstLiveServers::stubRecordsAndAnswers()
{
    QFETCH(int, status);
    QFETCH(bool, gzip);
    QFETCH(qint64, repeat);
    StubAnswer answer = StubAnswer::json("0123456789", status);
    answer.gzip = gzip;
    answer.repeat = repeat;
    const StubServer server([answer](const StubRequest &) { return answer; });
    int got = 0;
    const QByteArray body = get(server.url().resolved(QUrl(QStringLiteral("/x?a=1%262"))), &got);
    QCOMPARE(got, status);
    QCOMPARE(body.size(), 10 * repeat);
    QVERIFY(body.startsWith("0123456789"));
    QCOMPARE(server.requestCount(), 1);
    QCOMPARE(server.requests().first().path, QStringLiteral("/x"));
    QCOMPARE(server.requests().first().query.queryItemValue(QStringLiteral("a"), QUrl::FullyDecoded), QStringLiteral("1&2"));
    QCOMPARE(server.connections(), 1);
}

ADD_TEST(TstLiveServers)
#include "tst_liveservers.moc"
