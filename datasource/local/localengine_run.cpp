// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/configwriter.h>
#include <datasource/local/localengine_p.h>

#include <QtCore/QCoreApplication>

// Each start has a password of its own: what a client may still send to the old port, where anybody could listen by now, is worth
// nothing.
void LocalEngine::Private::launch()
{
    ServerProcess::Launch launch;
    launch.program = m_tools.prometheus;
    launch.arguments = arguments();
    launch.logFile = places.folder + QStringLiteral("/prometheus.log");
    launch.port = m_port;
    launch.user = QStringLiteral("promontory");
    launch.password = ConfigWriter::newPassword();
    const QByteArray web = ConfigWriter::webYaml(launch.user, launch.password);
    Result<> written = web.isEmpty() ? fail(Error::Kind::Unsupported, tr("libcrypt cannot make bcrypt hashes."))
                                     : PrivateFiles::write(places.folder + QStringLiteral("/web.yml"), web);
    if (written)
        written = PrivateFiles::write(places.folder + QStringLiteral("/password"), launch.password.toUtf8());
    if (!written)
        return failWith(State::Failed, written.error());
    current = {};
    current.user = launch.user;
    current.password = launch.password;
    current.version = m_tools.version;
    m_server = std::make_unique<ServerProcess>(launch, config.timings);
    connect(m_server.get(), &ServerProcess::ready, this, &Private::serverReady);
    connect(m_server.get(), &ServerProcess::ended, this, &Private::serverEnded);
    m_server->start();
}

QStringList LocalEngine::Private::arguments() const
{
    QStringList list{QStringLiteral("--config.file=") + m_store->path(),
                     QStringLiteral("--web.config.file=%1/web.yml").arg(places.folder),
                     QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(m_port),
                     QStringLiteral("--web.enable-lifecycle"),
                     QStringLiteral("--web.cors.origin=none"),
                     QStringLiteral("--storage.tsdb.path=") + places.storage,
                     QStringLiteral("--storage.tsdb.retention.time=") + config.retention,
                     QStringLiteral("--log.level=warn")};
    // Merged blocks would lose the mark of imported history (see HistoryImport), and with it what the log holds of the same hours.
    if (config.demo)
        list.append(QStringLiteral("--storage.tsdb.max-block-duration=2h"));
    return list + m_tools.lockArguments;
}

void LocalEngine::Private::serverReady()
{
    current.url = m_server->url();
    current.serverPid = m_server->pid();
    current.ownerPid = QCoreApplication::applicationPid();
    readySinceMs = config.clock();
    const QString target = QStringLiteral("127.0.0.1:%1").arg(current.url.port());
    const QByteArray itself = ConfigWriter::targetsJson({target}, {{QStringLiteral("instance"), QStringLiteral("prometheus")}});
    Result<> told = PrivateFiles::write(places.folder + QStringLiteral("/targets-prometheus.json"), itself);
    if (told)
        told = current.write(places.folder);
    if (!told)
        emit q->notice(told.error().what);
    m_beat.start(config.timings.beatMs);
    m_steady.start(config.timings.steadyMs);
    setState(State::Ready, tr("Local Prometheus %1").arg(current.version));
    if (companion != nullptr)
        companion->serverReady();
    emit q->ready(current.url, current.user, current.password);
}

void LocalEngine::Private::serverEnded(ServerProcess::End how, int exitCode)
{
    m_server.release()->deleteLater();
    m_beat.stop();
    m_steady.stop();
    SharedEngine::remove(places.folder);
    if (how == ServerProcess::End::Stopped) {
        endRun();
        setState(State::Stopped, tr("The local Prometheus is stopped."));
        return;
    }
    if (how == ServerProcess::End::PortTaken) {
        emit q->notice(tr("Port %1 is taken by another program; the local Prometheus uses another one.").arg(m_port));
        m_port = 0;
        restartLater(tr("Port taken; trying another one…"));
        return;
    }
    if (const Result<> space = checkSpace(); !space)
        return failWith(State::Failed, space.error());
    restartLater(how == ServerProcess::End::Silent ? tr("The local Prometheus did not answer; starting it again…")
                                                   : tr("The local Prometheus ended (code %1); starting it again…").arg(exitCode));
}

void LocalEngine::Private::restartLater(const QString &why)
{
    while (!m_reloads.empty())
        finishReload(fail(Error::Kind::Cancelled, tr("The local Prometheus has ended."), tr("Local Prometheus")));
    if (m_restarts >= config.timings.backOffMs.size()) {
        const QString hint
            = tr("Its own words are in %1/prometheus.log. When the stored data are damaged, move the folder “storage” away.");
        return failWith(State::Failed,
                        {Error::Kind::Config, tr("The local Prometheus does not stay up: %1 starts failed.").arg(m_restarts), places.folder,
                         hint.arg(places.folder)});
    }
    current = {};
    setState(State::Restarting, why);
    QTimer::singleShot(config.timings.backOffMs[m_restarts++], m_run.get(), [this] { waitForStorage(); });
}

void LocalEngine::Private::beat()
{
    probeNodeExporter();
    const Result<> space = checkSpace();
    if (!space && !m_toldSpace)
        emit q->notice(space.error().what);
    m_toldSpace = !space;
    if (companion != nullptr)
        companion->beat(config.clock());
}

void LocalEngine::Private::nextReload()
{
    m_checking = m_reloads.front().server;
    const int serial = ++m_reloadSerial;
    m_store->check(m_tools.promtool, wholeConfig(m_checking), rules(m_checking), [this, serial](const Result<> &result) {
        if (serial == m_reloadSerial)
            reloadChecked(result);
    });
}

void LocalEngine::Private::reloadChecked(const Result<> &result)
{
    const Result<> accepted = result ? m_store->accept() : result;
    if (!accepted)
        return finishReload(accepted);
    const QUrl url = current.url.resolved(QUrl(QStringLiteral("/-/reload")));
    m_server->http().post(m_run.get(), url, 30'000, [this, serial = m_reloadSerial](const LoopbackHttp::Answer &answer) {
        if (serial == m_reloadSerial)
            reloadPosted(answer);
    });
}

void LocalEngine::Private::reloadPosted(const LoopbackHttp::Answer &answer)
{
    if (answer.status == 200) {
        config.server = m_checking;
        return finishReload({});
    }
    const QString words = QString::fromUtf8(answer.body).simplified().left(400);
    Result<> refused = fail(Error::Kind::Config, tr("The local Prometheus refuses the configuration: %1").arg(words),
                            tr("Local Prometheus"), tr("The last good configuration stays in use."));
    if (const Result<> reverted = m_store->revert(); !reverted)
        refused = reverted;
    finishReload(refused);
}

void LocalEngine::Private::finishReload(const Result<> &result)
{
    const Reload reload = std::move(m_reloads.front());
    m_reloads.pop_front();
    ++m_reloadSerial; // what is still under way for this one is late
    if (!m_reloads.empty() && state == State::Ready)
        nextReload();
    if (reload.done)
        reload.done(result);
}

// Another instance has the folder: use its server for as long as that is there, and take the folder over afterwards.
void LocalEngine::Private::follow()
{
    m_waits = 0;
    followStep();
}

void LocalEngine::Private::followStep()
{
    if (m_lock.tryLock(places.folder + QStringLiteral("/engine.lock"))) {
        m_sharedHttp.reset();
        m_waits = 0;
        setState(State::Starting, tr("Starting the local Prometheus…"));
        return own();
    }
    const std::optional<SharedEngine> found = SharedEngine::readProven(places.folder);
    if (!found)
        lostSight();
    else if (state != State::Ready || *found != current)
        followed(*found);
    QTimer::singleShot(config.timings.followMs, m_run.get(), [this] { followStep(); });
}

void LocalEngine::Private::followed(const SharedEngine &found)
{
    m_sharedHttp = std::make_unique<LoopbackHttp>();
    m_sharedHttp->setCredentials(found.user, found.password);
    const QUrl url = found.url.resolved(QUrl(QStringLiteral("/-/ready")));
    m_sharedHttp->get(m_run.get(), url, config.timings.healthMs, [this, found](const LoopbackHttp::Answer &answer) {
        if (answer.status != 200 || m_lock.isHeld())
            return;
        m_waits = 0;
        current = found;
        shared = true;
        readySinceMs = config.clock();
        setState(State::Ready, tr("Local Prometheus %1, shared with another window").arg(found.version));
        emit q->ready(found.url, found.user, found.password);
    });
}

void LocalEngine::Private::lostSight()
{
    constexpr int patience = 15;
    current = {};
    if (state == State::Ready)
        setState(State::Restarting, tr("Waiting for the other window's Prometheus…"));
    if (++m_waits != patience)
        return;
    const Error why{Error::Kind::Config, tr("Another instance of Promontory uses the data folder, and its Prometheus does not answer."),
                    places.folder, tr("End that instance, or choose another data folder.")};
    setState(State::InUseElsewhere, why.what, why);
}
