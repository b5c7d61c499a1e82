// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <functional>

class QTcpServer;
class QTcpSocket;

// The application's own numbers, for its own Prometheus: answers GET /metrics on loopback with what collect() gives, and
// refuses everything else. A request is bounded in bytes and in time, connections in number.
class MetricsEndpoint : public QObject
{
    Q_OBJECT

public:
    struct Metric {
        enum class Type { Gauge, Counter }; // a counter's name ends in _total
        QByteArray name;
        QByteArray help;
        Type type = Type::Gauge;
        double value = 0;
    };
    using Collect = std::function<QList<Metric>()>;

    explicit MetricsEndpoint(Collect collect, QObject *parent = nullptr);
    ~MetricsEndpoint() override;

    bool listen(); // on 127.0.0.1, a free port
    quint16 port() const; // 0 while not listening

    static double residentBytes(); // of this process
    static QByteArray exposition(const QList<Metric> &metrics);

private:
    void accept();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QByteArray &status, const QByteArray &body);

    Collect m_collect;
    QTcpServer *m_server;
    int m_open = 0;
};
