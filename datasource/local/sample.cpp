// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/sample.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <datasource/local/configwriter.h>
#include <datasource/local/historyimport.h>
#include <datasource/local/privatefiles.h>
#include <datasource/local/sampleapp.h>

namespace {

QByteArray readWhole(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray resource(const QString &name)
{
    return readWhole(QStringLiteral(":/sample/") + name);
}

QString targetsFile(const QString &folder)
{
    return folder + QStringLiteral("/targets-app.json");
}

} // namespace

class Sample::Private
{
public:
    void startApps(Sample *sample, const QString &folder);
    [[nodiscard]] Result<> writeTargets() const;
    [[nodiscard]] Result<> makeHistory(Sample *sample, const EnginePlaces &places, std::function<void(Result<>)> done);

    SampleConfig config;
    QString folder;
    std::vector<std::unique_ptr<SampleApp>> apps;
    std::unique_ptr<StoredSpans> spans;
    std::unique_ptr<HistoryImport> import;
};

Sample::Sample(const SampleConfig &config, QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->config = config;
}

Sample::~Sample() = default;

QByteArray Sample::dashboard()
{
    return resource(QStringLiteral("python-app.json"));
}

// Beside the file stands the hash of what we wrote: a file that still has it is ours to renew, any other is the user's.
Result<QString> Sample::dashboardFile(const QString &folder)
{
    const QString path = folder + QStringLiteral("/python-app.json");
    const QString mark = folder + QStringLiteral("/.python-app.sha256");
    const auto hash = [](const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); };
    const QByteArray ours = dashboard();
    if (QFile::exists(path) && hash(readWhole(path)) != readWhole(mark))
        return path;
    Result<> written = PrivateFiles::makeFolder(folder);
    if (written && readWhole(path) != ours)
        written = PrivateFiles::write(path, ours);
    if (written)
        written = PrivateFiles::write(mark, hash(ours));
    if (!written)
        return tl::unexpected<Error>(written.error());
    return path;
}

void Sample::prepare(const EnginePlaces &places, std::function<void(Result<>)> done)
{
    d->folder = places.folder;
    Result<> ready = PrivateFiles::write(targetsFile(places.folder), "[]");
    for (const QString &name : {QStringLiteral("app.py"), QStringLiteral("traffic.json")}) {
        if (ready)
            ready = PrivateFiles::write(places.folder + QLatin1Char('/') + name, resource(name));
    }
    if (ready)
        d->startApps(this, places.folder);
    if (ready)
        ready = d->makeHistory(this, places, done);
    if (!ready)
        QMetaObject::invokeMethod(
            this, [done, ready] { done(ready); }, Qt::QueuedConnection);
}

ServerConfig Sample::serverConfig(const EnginePlaces &places) const
{
    ServerConfig server;
    ScrapeJob job;
    job.name = QStringLiteral("app");
    job.targetFiles = {targetsFile(places.folder)};
    job.intervalMs = d->config.scrapeIntervalMs;
    server.jobs = {job};
    server.rules = resource(QStringLiteral("rules.yml"));
    server.rules.replace("[1m]", '[' + QByteArray::number(d->config.alertWindowSeconds) + "s]");
    server.rules.replace("for: 1m", "for: " + QByteArray::number(d->config.alertForSeconds) + 's');
    return server;
}

void Sample::serverReady()
{
    beat(d->config.clock());
}

// Only while there is something to store: time without the application is a gap.
void Sample::beat(qint64 nowMs)
{
    const bool runs = std::any_of(d->apps.begin(), d->apps.end(), [](const auto &app) { return app->port() != 0; });
    if (!runs || !d->spans)
        return;
    d->spans->live(nowMs);
    if (const Result<> saved = d->spans->save(); !saved)
        emit notice(saved.error().what);
}

void Sample::ended()
{
    d->import.reset();
    d->apps.clear();
    d->spans.reset();
}

QList<qint64> Sample::pids() const
{
    QList<qint64> pids;
    for (const auto &app : d->apps)
        pids.append(app->pid());
    return pids;
}

QList<quint16> Sample::ports() const
{
    QList<quint16> ports;
    for (const auto &app : d->apps)
        ports.append(app->port());
    return ports;
}

void Sample::Private::startApps(Sample *sample, const QString &dataFolder)
{
    apps.clear();
    for (int i = 0; i < config.instances; ++i) {
        const QStringList arguments{dataFolder + QStringLiteral("/app.py"),
                                    QStringLiteral("--instance"),
                                    QStringLiteral("app-%1").arg(i + 1),
                                    QStringLiteral("--port"),
                                    QStringLiteral("0"),
                                    QStringLiteral("--cycle"),
                                    QString::number(config.cycleSeconds),
                                    QStringLiteral("--slow"),
                                    QString::number(config.slowSeconds)};
        apps.push_back(std::make_unique<SampleApp>(config.python, arguments));
        QObject::connect(apps.back().get(), &SampleApp::portChanged, sample, [this, sample, i](quint16 port) {
            if (const Result<> written = writeTargets(); !written)
                emit sample->notice(written.error().what);
            if (port != 0)
                emit sample->instanceStarted(i, port);
        });
        QObject::connect(apps.back().get(), &SampleApp::failed, sample, &Sample::notice);
        apps.back()->start();
    }
}

// The server watches this file: a new port needs no reload. The name is in the label, the port tells nothing.
Result<> Sample::Private::writeTargets() const
{
    QByteArrayList groups;
    for (size_t i = 0; i < apps.size(); ++i) {
        if (apps[i]->port() == 0)
            continue;
        const QString target = QStringLiteral("127.0.0.1:%1").arg(apps[i]->port());
        const QByteArray list = ConfigWriter::targetsJson({target}, {{QStringLiteral("instance"), QStringLiteral("app-%1").arg(i + 1)}});
        groups.append(list.mid(1, list.size() - 2));
    }
    return PrivateFiles::write(targetsFile(folder), '[' + groups.join(',') + ']');
}

Result<> Sample::Private::makeHistory(Sample *sample, const EnginePlaces &places, std::function<void(Result<>)> done)
{
    spans = std::make_unique<StoredSpans>(places.storage);
    const qint64 now = config.clock();
    const QList<Span> gaps = config.history ? spans->gaps(now - config.historyMs, now) : QList<Span>();
    if (gaps.isEmpty()) {
        QMetaObject::invokeMethod(
            sample, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
        return {};
    }
    const Result<Traffic> traffic = Traffic::parse(resource(QStringLiteral("traffic.json")));
    if (!traffic)
        return tl::unexpected<Error>(traffic.error());
    import = std::make_unique<HistoryImport>(places.storage, places.promtool, *traffic);
    import->run(gaps, spans.get(), std::move(done));
    return {};
}
