// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtCore/QUrl>
#include <datasource/local/childprocess.h>
#include <datasource/local/engineconfig.h>
#include <datasource/local/loopbackhttp.h>

// One run of the server, from its start to its end. Nothing is sent to a port before the kernel has said that our child, and
// nobody else, listens there. What state the run is in comes from /-/ready, /-/healthy and the exit, never from the log.
class ServerProcess : public QObject
{
    Q_OBJECT

public:
    struct Launch {
        QString program;
        QStringList arguments;
        QString logFile;
        quint16 port = 0; // as in the arguments; 0: the kernel chooses
        QString user;
        QString password;
    };
    enum class End {
        Stopped, // as asked
        Crashed, // by itself, or killed
        PortTaken, // somebody else listens on the port
        Silent, // did not listen or was not ready in time, or stopped answering: killed by us
    };

    ServerProcess(const Launch &launch, const EngineTimings &timings, QObject *parent = nullptr);
    ~ServerProcess() override; // bounded: asks it to end, waits at most two seconds, kills

    void start();
    void stop(); // ended(Stopped) follows

    bool isReady() const { return m_ready; }
    QUrl url() const { return m_url; } // valid from ready() on
    qint64 pid() const { return m_child.processId(); }
    LoopbackHttp &http() { return m_http; } // carries the credentials: for url() alone

signals:
    void ready();
    void ended(ServerProcess::End how, int exitCode);

private:
    void poll();
    void proveListener();
    void askReady();
    void readyAnswered(int status);
    void askHealthy();
    void finished(int exitCode);
    void giveUp(End how);

    Launch m_launch;
    EngineTimings m_timings;
    ChildProcess m_child;
    LoopbackHttp m_http;
    QTimer m_poll;
    QTimer m_deadline;
    QUrl m_url;
    End m_end = End::Crashed;
    bool m_ready = false;
    bool m_asking = false;
    bool m_ended = false;
    int m_missed = 0;
};
