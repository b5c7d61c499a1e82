// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <datasource/local/configstore.h>
#include <datasource/local/localengine.h>
#include <datasource/local/privatefiles.h>
#include <datasource/local/serverprocess.h>
#include <datasource/local/sharedengine.h>
#include <datasource/local/toolfinder.h>
#include <deque>

// The steps from start() to ready and back. Each step ends in an event that begins the next one; all of them hang on m_run, which
// dies when the run is over, and the steps with it.
class LocalEngine::Private : public QObject
{
    Q_OBJECT

public:
    Private(LocalEngine *engine, const LocalEngineConfig &engineConfig, EngineCompanion *engineCompanion);
    ~Private() override;

    void start();
    void stop();
    void reload(const ServerConfig &server, std::function<void(Result<>)> done);

    LocalEngineConfig config;
    EngineCompanion *companion;
    EnginePlaces places;
    State state = State::Stopped;
    QString message;
    Error error;
    SharedEngine current; // whose url and credentials are given out; from the file when shared
    bool shared = false;
    qint64 readySinceMs = 0;

private:
    struct Reload {
        ServerConfig server;
        std::function<void(Result<>)> done;
    };

    // localengine_start.cpp: from the folder to the launch
    void openFolder();
    void own();
    void findTools();
    void waitForStorage();
    void prepare();
    void prepared();
    void configChecked(const Result<> &result);
    [[nodiscard]] Result<> writeTargets();
    QList<QByteArray> rules(const ServerConfig &server) const;
    ServerConfig wholeConfig(const ServerConfig &server) const;
    [[nodiscard]] Result<> checkSpace() const;
    void probeNodeExporter();

    // localengine_run.cpp: the running server, and that of another instance
    void launch();
    QStringList arguments() const;
    void serverReady();
    void serverEnded(ServerProcess::End how, int exitCode);
    void restartLater(const QString &why);
    void beat();
    void nextReload();
    void reloadChecked(const Result<> &result);
    void reloadPosted(const LoopbackHttp::Answer &answer);
    void finishReload(const Result<> &result);
    void follow();
    void followStep();
    void followed(const SharedEngine &found);
    void lostSight();

    void setState(State newState, const QString &newMessage, const Error &newError = {});
    void failWith(State newState, const Error &why);
    void endRun();

    LocalEngine *q;
    std::unique_ptr<QObject> m_run;
    FolderLock m_lock;
    Tools m_tools;
    std::unique_ptr<ConfigStore> m_store;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<LoopbackHttp> m_sharedHttp;
    QTimer m_beat;
    QTimer m_steady;
    std::deque<Reload> m_reloads;
    ServerConfig m_checking;
    quint16 m_port = 0;
    int m_reloadSerial = 0;
    int m_restarts = 0;
    int m_waits = 0;
    int m_steps = 0;
    bool m_isPrepared = false;
    bool m_hasNodeExporter = false;
    bool m_toldSpace = false;
    bool m_startedCompanion = false;
};
