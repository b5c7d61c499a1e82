// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/sourcemanager.h>

#include <QtCore/QPointer>
#include <QtCore/QUuid>
#include <datasource/prometheus/cachedsource.h>

using namespace Qt::StringLiterals;

SourceManager::SourceManager(SourceRegistry &registry, SecretStore &secrets, const QString &path, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_secrets(secrets)
    , m_path(path)
{
}

Result<> SourceManager::load(bool takeDefault)
{
    m_takeDefault = takeDefault;
    Result<SourceSettingsList> list = loadSourceSettings(m_path);
    if (!list)
        return tl::unexpected(list.error());
    m_list = std::move(*list);
    for (const SourceSettings &settings : std::as_const(m_list.sources)) {
        if (settings.config.auth == PrometheusConfig::Auth::None) {
            publish(settings, {});
            continue;
        }
        m_secrets.read(settings.uid, [manager = QPointer<SourceManager>(this), uid = settings.uid](const QByteArray &secret) {
            const SourceSettings *known = manager ? manager->find(uid) : nullptr;
            if (known)
                manager->publish(*known, secret);
        });
    }
    emit changed();
    return {};
}

const SourceSettings *SourceManager::find(const QString &uid) const
{
    const auto it = std::find_if(m_list.sources.begin(), m_list.sources.end(), [&](const auto &each) { return each.uid == uid; });
    return it == m_list.sources.end() ? nullptr : &*it;
}

void SourceManager::publish(const SourceSettings &settings, const QByteArray &secret)
{
    PrometheusConfig config = settings.config;
    config.secret = secret;
    m_registry.set(
        {settings.uid, settings.name, u"prometheus"_s, std::make_shared<CachedSource>(std::make_shared<PrometheusSource>(config))});
    if (m_takeDefault && m_list.defaultUid == settings.uid)
        m_registry.setDefault(settings.uid);
}

Result<> SourceManager::store()
{
    const Result<> stored = saveSourceSettings(m_path, m_list);
    emit changed();
    return stored;
}

Result<QString> SourceManager::save(SourceSettings settings, const QByteArray &secret)
{
    if (settings.uid.isEmpty())
        settings.uid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    settings.config.secret.clear();
    const auto it = std::find_if(m_list.sources.begin(), m_list.sources.end(), [&](const auto &each) { return each.uid == settings.uid; });
    if (it == m_list.sources.end())
        m_list.sources.append(settings);
    else
        *it = settings;
    if (settings.config.auth == PrometheusConfig::Auth::None) {
        m_secrets.remove(settings.uid);
        publish(settings, {});
    } else if (!secret.isEmpty()) {
        m_secrets.write(settings.uid, secret);
        publish(settings, secret);
    } else {
        m_secrets.read(settings.uid, [manager = QPointer<SourceManager>(this), settings](const QByteArray &kept) {
            if (manager)
                manager->publish(settings, kept);
        });
    }
    if (const Result<> stored = store(); !stored)
        return tl::unexpected(stored.error());
    return settings.uid;
}

Result<> SourceManager::remove(const QString &uid)
{
    if (m_list.sources.removeIf([&](const SourceSettings &each) { return each.uid == uid; }) == 0)
        return {};
    if (m_list.defaultUid == uid)
        m_list.defaultUid.clear();
    m_secrets.remove(uid);
    m_registry.remove(uid);
    return store();
}

Result<> SourceManager::setDefault(const QString &uid)
{
    m_takeDefault = true;
    m_list.defaultUid = uid;
    m_registry.setDefault(uid);
    return store();
}

Pending SourceManager::test(const SourceSettings &settings, const QByteArray &secret, std::function<void(Result<SourceHealth>)> done)
{
    struct Run {
        std::unique_ptr<PrometheusSource> source;
        Pending step;
    };
    auto run = std::make_shared<Run>();
    auto start = [weak = std::weak_ptr<Run>(run), config = settings.config, done = std::move(done)](const QByteArray &known) mutable {
        const std::shared_ptr<Run> run = weak.lock();
        if (!run)
            return;
        config.secret = known;
        run->source = std::make_unique<PrometheusSource>(config);
        run->step = run->source->check(std::move(done));
    };
    if (!secret.isEmpty() || settings.config.auth == PrometheusConfig::Auth::None || settings.uid.isEmpty())
        start(secret);
    else
        m_secrets.read(settings.uid, start);
    return Pending([run]() mutable { run.reset(); });
}
