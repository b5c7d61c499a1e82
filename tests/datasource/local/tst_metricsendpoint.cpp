// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtNetwork/QTcpSocket>
#include <datasource/local/metricsendpoint.h>
#include <tests/support/testmain.h>

using Metric = MetricsEndpoint::Metric;

class TstMetricsEndpoint : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void refusesTooManyConnections();
    void writesTheFormat();
    void knowsItsMemory();
};

namespace {

QList<Metric> two()
{
    return {{"frames_painted_total", "Frames.", Metric::Type::Counter, 3}, {"open_tabs", "Tabs,\nback\\slash", Metric::Type::Gauge, 1.5}};
}

QByteArray talk(quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.write(request);
    QByteArray answer;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
    [&] { QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, 4'000); }();
    return answer + socket.readAll();
}

} // namespace

void TstMetricsEndpoint::answers_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("metrics") << QByteArray("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray("200 OK");
    QTest::newRow("other path") << QByteArray("GET / HTTP/1.1\r\n\r\n") << QByteArray("404 Not Found");
    QTest::newRow("post") << QByteArray("POST /metrics HTTP/1.1\r\n\r\n") << QByteArray("405 Method Not Allowed");
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << QByteArray("400 Bad Request");
    QTest::newRow("endless") << QByteArray("GET /metrics HTTP/1.1\r\nX: ") + QByteArray(100'000, 'x') << QByteArray("431 Request");
}

void TstMetricsEndpoint::answers()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, status);
    MetricsEndpoint endpoint(two);
    QVERIFY(endpoint.listen());
    const QByteArray answer = talk(endpoint.port(), request);
    // What was sent beyond the bound may reset the connection before the answer is read.
    if (request.size() > 10'000 && answer.isEmpty())
        return;
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.constData());
    QCOMPARE(answer.contains("frames_painted_total 3\n"), status == "200 OK");
}

void TstMetricsEndpoint::refusesTooManyConnections()
{
    MetricsEndpoint endpoint(two);
    QVERIFY(endpoint.listen());
    QList<std::shared_ptr<QTcpSocket>> idle;
    for (int i = 0; i < 12; ++i) {
        idle.append(std::make_shared<QTcpSocket>());
        idle.last()->connectToHost(QHostAddress::LocalHost, endpoint.port());
    }
    const auto open = [&] {
        return std::count_if(idle.begin(), idle.end(), [](const auto &one) { return one->state() == QAbstractSocket::ConnectedState; });
    };
    QTRY_COMPARE(open(), 8);
    idle.clear();
    QTRY_VERIFY(talk(endpoint.port(), "GET /metrics HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 200"));
}

void TstMetricsEndpoint::writesTheFormat()
{
    QCOMPARE(MetricsEndpoint::exposition(two()),
             QByteArray("# HELP frames_painted_total Frames.\n# TYPE frames_painted_total counter\nframes_painted_total 3\n"
                        "# HELP open_tabs Tabs,\\nback\\\\slash\n# TYPE open_tabs gauge\nopen_tabs 1.5\n"));
}

void TstMetricsEndpoint::knowsItsMemory()
{
    QVERIFY(MetricsEndpoint::residentBytes() > 1e6);
    QVERIFY(MetricsEndpoint::residentBytes() < 1e11);
}

ADD_TEST(TstMetricsEndpoint)
#include "tst_metricsendpoint.moc"
