// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/localengineservice.h>

#include <QtCore/QTimer>
#include <datasource/prometheus/cachedsource.h>
#include <datasource/prometheus/prometheussource.h>

using namespace Qt::StringLiterals;

LocalEngineService::LocalEngineService(SourceRegistry &sources, bool demo, QObject *parent)
    : QObject(parent)
    , m_source(std::make_shared<DeferredSource>([this] { QTimer::singleShot(0, this, &LocalEngineService::start); }))
{
    m_metrics = std::make_unique<MetricsEndpoint>([this]() -> QList<MetricsEndpoint::Metric> {
        using Type = MetricsEndpoint::Metric::Type;
        return {{"process_resident_memory_bytes", "Resident memory of the application in bytes.", Type::Gauge,
                 MetricsEndpoint::residentBytes()},
                {"promontory_panel_queries_total", "Questions that panels asked.", Type::Counter, double(m_queries)},
                {"promontory_refreshes_total", "Dashboard refreshes that ended.", Type::Counter, double(m_refreshes)}};
    });
    if (demo) {
        m_sample = std::make_unique<Sample>(SampleConfig{});
        connect(m_sample.get(), &Sample::notice, this, &LocalEngineService::notice);
    }
    m_engine = std::make_unique<LocalEngine>(config(demo), m_sample.get());
    connect(m_engine.get(), &LocalEngine::stateChanged, this, [this](LocalEngine::State state) { follow(state); });
    connect(m_engine.get(), &LocalEngine::notice, this, &LocalEngineService::notice);
    connect(m_engine.get(), &LocalEngine::ready, this, &LocalEngineService::useServer);

    SourceEntry entry;
    entry.uid = QString::fromLatin1(uid);
    entry.name = tr("Local Prometheus");
    entry.source = m_source;
    sources.set(entry);
}

LocalEngineService::~LocalEngineService() = default;

LocalEngineConfig LocalEngineService::config(bool demo)
{
    LocalEngineConfig config;
    config.demo = demo;
    if (m_metrics->listen())
        config.appMetricsPort = m_metrics->port();
    return config;
}

void LocalEngineService::start()
{
    if (m_engine->state() == LocalEngine::State::Stopped)
        m_engine->start();
}

void LocalEngineService::retry()
{
    using State = LocalEngine::State;
    const State state = m_engine->state();
    if (state == State::Missing || state == State::TooOld || state == State::Failed)
        m_engine->start();
}

void LocalEngineService::follow(LocalEngine::State state)
{
    using State = LocalEngine::State;
    if (state == State::Missing || state == State::TooOld || state == State::Failed || state == State::InUseElsewhere)
        m_source->fail(m_engine->error());
    else if (state != State::Ready)
        m_source->wait();
    emit changed();
}

void LocalEngineService::useServer(const QUrl &url, const QString &user, const QString &password)
{
    PrometheusConfig config;
    config.url = url;
    config.auth = PrometheusConfig::Auth::Basic;
    config.user = user;
    config.secret = password.toUtf8();
    config.scrapeIntervalMs = m_engine->serverConfig().scrapeIntervalMs;
    m_source->become(std::make_shared<CachedSource>(std::make_shared<PrometheusSource>(config)));
    emit changed();
}
