// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/localengine.h>

#include <QtCore/QStandardPaths>
#include <datasource/local/localengine_p.h>

LocalEngine::LocalEngine(const LocalEngineConfig &config, EngineCompanion *companion, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, config, companion))
{
}

LocalEngine::~LocalEngine() = default;

QString LocalEngine::defaultDataFolder(bool demo)
{
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return base + (demo ? QStringLiteral("/promontory/demo") : QStringLiteral("/promontory/local"));
}

void LocalEngine::start()
{
    d->start();
}

void LocalEngine::stop()
{
    d->stop();
}

LocalEngine::State LocalEngine::state() const
{
    return d->state;
}

QString LocalEngine::message() const
{
    return d->message;
}

Error LocalEngine::error() const
{
    return d->error;
}

bool LocalEngine::isShared() const
{
    return d->shared;
}

QUrl LocalEngine::url() const
{
    return d->current.url;
}

QString LocalEngine::user() const
{
    return d->current.user;
}

QString LocalEngine::password() const
{
    return d->current.password;
}

QString LocalEngine::version() const
{
    return d->current.version;
}

qint64 LocalEngine::serverPid() const
{
    return d->current.serverPid;
}

qint64 LocalEngine::readySinceMs() const
{
    return d->readySinceMs;
}

QString LocalEngine::dataFolder() const
{
    return d->places.folder;
}

void LocalEngine::reload(const ServerConfig &server, std::function<void(Result<>)> done)
{
    d->reload(server, std::move(done));
}

ServerConfig LocalEngine::serverConfig() const
{
    return d->config.server;
}

LocalEngine::Private::Private(LocalEngine *engine, const LocalEngineConfig &engineConfig, EngineCompanion *engineCompanion)
    : config(engineConfig)
    , companion(engineCompanion)
    , q(engine)
    , m_port(engineConfig.port)
{
    places.folder = config.dataFolder.isEmpty() ? defaultDataFolder(config.demo) : config.dataFolder;
    places.storage = places.folder + QStringLiteral("/storage");
    m_steady.setSingleShot(true);
    connect(&m_beat, &QTimer::timeout, this, &Private::beat);
    connect(&m_steady, &QTimer::timeout, this, [this] { m_restarts = 0; });
}

LocalEngine::Private::~Private()
{
    m_run.reset();
    m_server.reset();
    if (m_startedCompanion)
        companion->ended();
    if (m_lock.isHeld())
        SharedEngine::remove(places.folder);
}

void LocalEngine::Private::start()
{
    const bool mayStart = state == State::Stopped || state == State::Missing || state == State::TooOld || state == State::Failed;
    if (!mayStart)
        return;
    m_run = std::make_unique<QObject>();
    m_restarts = 0;
    m_waits = 0;
    m_isPrepared = false;
    m_port = config.port;
    setState(State::Starting, tr("Starting the local Prometheus…"));
    QTimer::singleShot(0, m_run.get(), [this] { openFolder(); });
}

void LocalEngine::Private::stop()
{
    if (state == State::Stopped || state == State::Stopping)
        return;
    m_run.reset();
    if (m_server) {
        setState(State::Stopping, tr("Stopping the local Prometheus…"));
        m_server->stop();
        return;
    }
    setState(State::Stopping, {});
    QTimer::singleShot(0, this, [this] {
        endRun();
        setState(State::Stopped, tr("The local Prometheus is stopped."));
    });
}

void LocalEngine::Private::reload(const ServerConfig &server, std::function<void(Result<>)> done)
{
    if (state == State::Ready && !shared) {
        m_reloads.push_back({server, std::move(done)});
        if (m_reloads.size() == 1)
            nextReload();
        return;
    }
    const QString what = shared ? tr("The local Prometheus belongs to another window of Promontory; change it there.")
                                : tr("The local Prometheus is not running.");
    const Result<> refused = fail(Error::Kind::Config, what, tr("Local Prometheus"));
    QTimer::singleShot(0, this, [done = std::move(done), refused] { done(refused); });
}

void LocalEngine::Private::setState(State newState, const QString &newMessage, const Error &newError)
{
    state = newState;
    message = newMessage;
    error = newError;
    emit q->stateChanged(newState, newMessage);
}

void LocalEngine::Private::failWith(State newState, const Error &why)
{
    endRun();
    setState(newState, why.what, why);
}

void LocalEngine::Private::endRun()
{
    m_run.reset();
    m_beat.stop();
    m_steady.stop();
    m_server.reset();
    m_sharedHttp.reset();
    current = {};
    shared = false;
    while (!m_reloads.empty())
        finishReload(fail(Error::Kind::Cancelled, tr("The local Prometheus has ended."), tr("Local Prometheus")));
    if (m_startedCompanion)
        companion->ended();
    m_startedCompanion = false;
    if (m_lock.isHeld())
        SharedEngine::remove(places.folder);
    m_lock.release();
}
