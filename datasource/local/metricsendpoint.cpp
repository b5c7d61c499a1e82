// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/metricsendpoint.h>

#include <QtCore/QFile>
#include <QtCore/QTimer>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <unistd.h>

namespace {

constexpr int maxConnections = 8;
constexpr qint64 maxRequestBytes = 8 * 1024;
constexpr int maxRequestMs = 5'000;

} // namespace

MetricsEndpoint::MetricsEndpoint(Collect collect, QObject *parent)
    : QObject(parent)
    , m_collect(std::move(collect))
    , m_server(new QTcpServer(this))
{
    connect(m_server, &QTcpServer::newConnection, this, &MetricsEndpoint::accept);
}

MetricsEndpoint::~MetricsEndpoint() = default;

bool MetricsEndpoint::listen()
{
    return m_server->isListening() || m_server->listen(QHostAddress::LocalHost);
}

quint16 MetricsEndpoint::port() const
{
    return m_server->serverPort();
}

void MetricsEndpoint::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (m_open >= maxConnections) {
            socket->abort();
            continue;
        }
        ++m_open;
        socket->setReadBufferSize(maxRequestBytes);
        connect(socket, &QObject::destroyed, this, [this] { --m_open; });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(maxRequestMs, socket, [socket] { socket->abort(); });
    }
}

// Peeks until the head is whole: nothing is kept besides the socket's own bounded buffer.
void MetricsEndpoint::read(QTcpSocket *socket)
{
    const QByteArray head = socket->peek(maxRequestBytes);
    if (!head.contains("\r\n\r\n")) {
        if (head.size() >= maxRequestBytes)
            answer(socket, "431 Request Header Fields Too Large", "The request is too large.\n");
        return;
    }
    const QList<QByteArray> words = head.left(head.indexOf('\r')).split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1."))
        answer(socket, "400 Bad Request", "This is not HTTP.\n");
    else if (words[0] != QByteArrayLiteral("GET"))
        answer(socket, "405 Method Not Allowed", "Only GET.\n");
    else if (words[1] != QByteArrayLiteral("/metrics"))
        answer(socket, "404 Not Found", "Only /metrics.\n");
    else
        answer(socket, "200 OK", exposition(m_collect()));
}

void MetricsEndpoint::answer(QTcpSocket *socket, const QByteArray &status, const QByteArray &body)
{
    socket->disconnect(this); // one answer a connection
    connect(socket, &QObject::destroyed, this, [this] { --m_open; });
    socket->write("HTTP/1.1 " + status + "\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\nContent-Length: "
                  + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
    socket->disconnectFromHost();
}

double MetricsEndpoint::residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> pages = file.readAll().split(' ');
    return pages.size() < 2 ? 0 : pages[1].toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE));
}

QByteArray MetricsEndpoint::exposition(const QList<Metric> &metrics)
{
    QByteArray out;
    for (const Metric &metric : metrics) {
        QByteArray help = metric.help;
        help.replace('\\', "\\\\").replace('\n', "\\n");
        out += "# HELP " + metric.name + ' ' + help + '\n';
        out += "# TYPE " + metric.name + (metric.type == Metric::Type::Counter ? " counter\n" : " gauge\n");
        out += metric.name + ' ' + QByteArray::number(metric.value, 'g', 17) + '\n';
    }
    return out;
}
