// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QMutex>
#include <QtCore/QPair>
#include <QtCore/QThread>
#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>
#include <functional>
#include <memory>

struct StubRequest {
    QByteArray method;
    QString path; // without the query
    QUrlQuery query; // of the URL and of a form body together
    QMap<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
};

// What the stub sends back.
struct StubAnswer {
    enum class Pace { AtOnce, Trickle, Hang }; // Trickle: pieceBytes each pieceMs; Hang: nothing at all

    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QList<QPair<QByteArray, QByteArray>> headers;
    Pace pace = Pace::AtOnce;
    int pieceBytes = 1;
    int pieceMs = 20;
    qint64 repeat = 1; // the body so many times over, written as the socket drains
    qint64 declaredLength = -1; // another Content-Length than the true one
    bool announced = true; // false: no Content-Length, the body ends with the connection
    bool gzip = false;

    static StubAnswer json(const QByteArray &text, int status = 200) { return {status, text, "application/json", {}}; }
    static StubAnswer html(const QByteArray &text, int status = 200) { return {status, text, "text/html; charset=utf-8", {}}; }
    static StubAnswer hang();
    static StubAnswer redirect(const QByteArray &location, int status = 307);
};

// An HTTP server on 127.0.0.1 that answers as told and remembers what it was asked. It works on a thread of its own, so it never
// stalls the test's event loop; the script runs there too.
class StubServer
{
public:
    using Script = std::function<StubAnswer(const StubRequest &)>;

    explicit StubServer(Script script = {});
    ~StubServer();
    StubServer(const StubServer &) = delete;
    StubServer &operator=(const StubServer &) = delete;

    void setScript(Script script);
    QUrl url() const;
    quint16 port() const { return m_port; }

    QList<StubRequest> requests() const;
    int requestCount() const { return int(requests().size()); }
    int connections() const; // ever accepted
    int openConnections() const;

private:
    class Worker;
    friend class Worker;
    struct Log {
        mutable QMutex mutex;
        QList<StubRequest> requests;
        int connections = 0;
        int open = 0;
        Script script;
    };

    std::shared_ptr<Log> m_log;
    QThread m_thread;
    Worker *m_worker = nullptr;
    quint16 m_port = 0;
};
