// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QUrl>
#include <core/result.h>
#include <datasource/local/enginecompanion.h>
#include <datasource/local/engineconfig.h>
#include <functional>
#include <memory>

// The Prometheus that belongs to this application: a private child process on loopback, with a data folder, a port and a
// password of its own. It ends when the application ends, however that ends. Nothing here blocks: start() returns at once,
// and every step is an event. Lives on the main thread (the parent-death signal of a child fires when the thread that
// started it ends).
//
// Two instances on one data folder share one server: the second one uses the first one's, and takes over when it has gone.
class LocalEngine : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Stopped,
        Missing, // no prometheus or promtool: error() says what to install
        TooOld,
        Starting,
        Ready,
        Restarting, // crashed; comes again by itself
        Failed, // gave up; start() tries again
        InUseElsewhere, // another process has the data folder, and its server does not answer; looked at again and again
        Stopping,
    };
    Q_ENUM(State)

    // The companion may be null; it is told when the folder is ours, and outlives the engine.
    explicit LocalEngine(const LocalEngineConfig &config, EngineCompanion *companion = nullptr, QObject *parent = nullptr);
    ~LocalEngine() override; // bounded: terminates, waits at most two seconds, kills

    // $XDG_DATA_HOME/promontory/local, or …/demo
    static QString defaultDataFolder(bool demo);
    static constexpr int minimumMajor = 2;
    static constexpr int minimumMinor = 40;

    void start(); // also a retry after Missing, TooOld or Failed; otherwise without effect while running
    void stop(); // stateChanged(Stopped) follows

    State state() const;
    QString message() const; // one line for the status bar
    Error error() const; // in Missing, TooOld, Failed, InUseElsewhere: what, where, and what to try
    bool isShared() const; // the server belongs to another instance of the application

    // Valid while Ready. New at each start of the server: connect to ready().
    QUrl url() const;
    QString user() const;
    QString password() const;
    QString version() const;
    qint64 serverPid() const;
    qint64 readySinceMs() const;
    QString dataFolder() const;

    // Replaces what is scraped and evaluated. promtool checks it first; what does not pass changes nothing, and the last good
    // configuration stays, now and at the next start. Only the owner of the server can (see isShared).
    void reload(const ServerConfig &server, std::function<void(Result<>)> done);
    ServerConfig serverConfig() const; // the last one that was accepted

signals:
    void stateChanged(LocalEngine::State state, const QString &message);
    void ready(const QUrl &url, const QString &user, const QString &password);
    void notice(const QString &text); // something to tell that does not stop the engine

private:
    class Private;
    std::unique_ptr<Private> d;
};
