// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <datasource/deferredsource.h>
#include <datasource/local/localengine.h>
#include <datasource/local/metricsendpoint.h>
#include <datasource/local/sample.h>
#include <datasource/registry.h>

// The Prometheus that we run, as a source of the registry: questions wait until it is ready. Owns the engine, the sample of the demo
// and the endpoint with the application's own numbers.
class LocalEngineService : public QObject
{
    Q_OBJECT

public:
    static constexpr auto uid = "local";

    LocalEngineService(SourceRegistry &sources, bool demo, QObject *parent = nullptr);
    ~LocalEngineService() override;

    void start(); // without effect when it was started
    void retry(); // after it gave up, or was not found
    const LocalEngine &engine() const { return *m_engine; }
    LocalEngine &engine() { return *m_engine; }
    void countRefresh(int queries) // for the application's own metrics
    {
        m_queries += queries;
        ++m_refreshes;
    }

signals:
    void changed(); // state or message of the engine
    void notice(const QString &text); // something to tell that stops nothing

private:
    LocalEngineConfig config(bool demo);
    void follow(LocalEngine::State state);
    void useServer(const QUrl &url, const QString &user, const QString &password);

    std::shared_ptr<DeferredSource> m_source;
    std::unique_ptr<MetricsEndpoint> m_metrics;
    std::unique_ptr<Sample> m_sample;
    std::unique_ptr<LocalEngine> m_engine;
    qint64 m_queries = 0;
    qint64 m_refreshes = 0;
};
