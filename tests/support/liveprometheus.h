// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <memory>

// A real server on a free port of 127.0.0.1 with a folder of its own, ended with this object (or with the test, however that ends).
class LiveServer
{
public:
    ~LiveServer();
    LiveServer(const LiveServer &) = delete;
    LiveServer &operator=(const LiveServer &) = delete;

    bool isReady() const { return m_ready; }
    QString problem() const { return m_problem; } // why it is not
    QUrl url() const;
    quint16 port() const { return m_port; }
    qint64 pid() const { return m_process.processId(); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

protected:
    LiveServer();
    bool write(const QString &name, const QByteArray &text);
    bool runTool(const QString &program, const QStringList &arguments);
    void start(const QString &program, const QStringList &arguments, const QByteArray &readyPath, const QByteArray &authorization = {});

    QString m_problem;

private:
    bool answers(const QByteArray &path, const QByteArray &authorization) const;

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    bool m_ready = false;
};

// Debian's prometheus. isReady() when it answers /-/ready.
class LivePrometheus : public LiveServer
{
public:
    struct Options {
        QByteArray config = "global:\n  scrape_interval: 1s\n"; // YAML; nothing is scraped unless it says so
        QByteArray openMetrics = {}; // history, with time stamps in seconds; "# EOF" is added where it lacks
        QByteArray webConfig = {}; // YAML of --web.config.file
        QByteArray authorization = {}; // header value for the ready check when webConfig asks for one
        QStringList arguments = {};
    };

    LivePrometheus();
    explicit LivePrometheus(const Options &options);
};

// Debian's victoria-metrics, empty.
class LiveVictoriaMetrics : public LiveServer
{
public:
    LiveVictoriaMetrics();
};
