// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/configwriter.h>
#include <datasource/local/localengine_p.h>
#include <datasource/local/procnet.h>

#include <QtCore/QFile>
#include <sys/statvfs.h>

namespace {

const QString userName = QStringLiteral("promontory");

QString targetsFile(const QString &folder, const QString &name)
{
    return QStringLiteral("%1/targets-%2.json").arg(folder, name);
}

} // namespace

void LocalEngine::Private::openFolder()
{
    Result<> made = PrivateFiles::makeFolder(places.folder);
    if (made)
        made = PrivateFiles::makeFolder(places.storage);
    if (!made)
        return failWith(State::Failed, made.error());
    const QString lock = places.folder + QStringLiteral("/engine.lock");
    if (m_lock.tryLock(lock))
        return own();
    if (FolderLock::isHeldByAnyone(lock))
        return follow();
    failWith(
        State::Failed,
        {Error::Kind::Io, tr("The data folder cannot be locked."), places.folder, tr("See to its permissions, or choose another one.")});
}

void LocalEngine::Private::own()
{
    shared = false;
    current = {};
    SharedEngine::remove(places.folder);
    if (const Result<> space = checkSpace(); !space)
        return failWith(State::Failed, space.error());
    findTools();
}

void LocalEngine::Private::findTools()
{
    const ToolFinder::Wanted wanted{config.prometheusPath, config.promtoolPath, minimumMajor, minimumMinor};
    ToolFinder::find(m_run.get(), wanted, [this](const Result<Tools> &found) {
        if (!found)
            return failWith(found.error().kind == Error::Kind::Unsupported ? State::TooOld : State::Missing, found.error());
        m_tools = *found;
        places.promtool = found->promtool;
        waitForStorage();
    });
}

// Our own lock keeps other instances away; the server's lock says whether a server that we did not start, or that has not ended
// yet after our predecessor was killed, still writes here.
void LocalEngine::Private::waitForStorage()
{
    constexpr int patience = 50;
    if (!FolderLock::isHeldByAnyone(places.storage + QStringLiteral("/lock"))) {
        m_waits = 0;
        if (m_isPrepared)
            launch();
        else
            prepare();
        return;
    }
    if (++m_waits == patience) {
        const Error why{Error::Kind::Config, tr("Another Prometheus server uses the data folder."), places.folder,
                        tr("End that server, or choose another data folder.")};
        setState(State::InUseElsewhere, why.what, why);
    }
    QTimer::singleShot(m_waits < patience ? 100 : config.timings.followMs, m_run.get(), [this] { waitForStorage(); });
}

// The companion's work (seconds, when it makes history) and the check of the configuration go side by side.
void LocalEngine::Private::prepare()
{
    m_steps = companion != nullptr ? 2 : 1;
    if (const Result<> written = writeTargets(); !written)
        return failWith(State::Failed, written.error());
    m_store = std::make_unique<ConfigStore>(places.folder);
    if (companion != nullptr) {
        m_startedCompanion = true;
        companion->prepare(places, [this, run = QPointer<QObject>(m_run.get())](const Result<> &result) {
            if (!run)
                return;
            if (!result)
                emit q->notice(result.error().what);
            prepared();
        });
    }
    m_store->check(m_tools.promtool, wholeConfig(config.server), rules(config.server),
                   [this, run = QPointer<QObject>(m_run.get())](const Result<> &result) {
                       if (run)
                           configChecked(result);
                   });
}

void LocalEngine::Private::configChecked(const Result<> &result)
{
    const Result<> accepted = result ? m_store->accept() : result;
    if (!accepted && !m_store->hasGood())
        return failWith(State::Failed, accepted.error());
    if (!accepted)
        emit q->notice(accepted.error().what);
    prepared();
}

void LocalEngine::Private::prepared()
{
    if (--m_steps > 0)
        return;
    m_isPrepared = true;
    launch();
}

Result<> LocalEngine::Private::writeTargets()
{
    const QString passwordFile = places.folder + QStringLiteral("/password");
    if (!QFile::exists(passwordFile)) { // promtool wants to see it; launch() writes the true one
        if (Result<> written = PrivateFiles::write(passwordFile, QByteArrayLiteral("none")); !written)
            return written;
    }
    m_hasNodeExporter = ProcNet::isListening(config.nodeExporterPort);
    if (Result<> written = PrivateFiles::write(targetsFile(places.folder, QStringLiteral("prometheus")), "[]"); !written)
        return written;
    probeNodeExporter();
    return {};
}

void LocalEngine::Private::probeNodeExporter()
{
    m_hasNodeExporter = ProcNet::isListening(config.nodeExporterPort);
    const QString target = QStringLiteral("127.0.0.1:%1").arg(config.nodeExporterPort);
    const QByteArray text = m_hasNodeExporter
        ? ConfigWriter::targetsJson({target}, {{QStringLiteral("instance"), QStringLiteral("localhost")}})
        : QByteArrayLiteral("[]");
    const QString path = targetsFile(places.folder, QStringLiteral("node"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.readAll() != text) {
        if (const Result<> written = PrivateFiles::write(path, text); !written)
            emit q->notice(written.error().what);
    }
}

QList<QByteArray> LocalEngine::Private::rules(const ServerConfig &server) const
{
    QList<QByteArray> texts;
    if (companion != nullptr)
        texts.append(companion->serverConfig(places).rules);
    texts.append(server.rules);
    texts.removeIf([](const QByteArray &text) { return text.isEmpty(); });
    return texts;
}

ServerConfig LocalEngine::Private::wholeConfig(const ServerConfig &server) const
{
    ServerConfig whole = server;
    whole.jobs.clear();
    ScrapeJob itself;
    itself.name = QStringLiteral("prometheus");
    itself.targetFiles = {targetsFile(places.folder, itself.name)};
    itself.userName = userName;
    itself.passwordFile = places.folder + QStringLiteral("/password");
    ScrapeJob node;
    node.name = QStringLiteral("node");
    node.targetFiles = {targetsFile(places.folder, node.name)};
    whole.jobs = {itself, node};
    if (config.appMetricsPort) {
        ScrapeJob application;
        application.name = QStringLiteral("promontory");
        application.targets = {QStringLiteral("127.0.0.1:%1").arg(*config.appMetricsPort)};
        application.labels = {{QStringLiteral("instance"), QStringLiteral("promontory")}};
        whole.jobs.append(application);
    }
    if (companion != nullptr) {
        const ServerConfig more = companion->serverConfig(places);
        whole.jobs.append(more.jobs);
        whole.evaluationIntervalMs = qMin(whole.evaluationIntervalMs, more.evaluationIntervalMs);
    }
    whole.jobs.append(server.jobs);
    return whole;
}

Result<> LocalEngine::Private::checkSpace() const
{
    struct statvfs volume = {};
    if (statvfs(QFile::encodeName(places.folder).constData(), &volume) != 0)
        return {};
    const qint64 free = static_cast<qint64>(volume.f_bavail) * static_cast<qint64>(volume.f_frsize);
    if (free >= config.minFreeBytes)
        return {};
    const QString what = tr("The disk is full: %1 MiB are free, %2 MiB are needed.");
    return fail(Error::Kind::Io, what.arg(free >> 20).arg(config.minFreeBytes >> 20), places.folder,
                tr("Free some space and start the local Prometheus again, or choose a data folder on another disk."));
}
