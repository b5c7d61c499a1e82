// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <core/clock.h>
#include <optional>

// One job of the server's scrape configuration. Values are data: they are quoted when the YAML is written.
struct ScrapeJob {
    QString name;
    QStringList targets; // host:port
    QMap<QString, QString> labels; // set on every target
    QStringList targetFiles; // file_sd: JSON files that the server watches by itself
    int intervalMs = 15'000;
    QString metricsPath = QStringLiteral("/metrics");
    QString scheme = QStringLiteral("http");
    QString userName; // with passwordFile: basic auth
    QString passwordFile;

    bool operator==(const ScrapeJob &) const = default;
};

// What the managed server collects and evaluates; what reload() replaces.
struct ServerConfig {
    QList<ScrapeJob> jobs;
    QByteArray rules; // the text of a rule file, empty = none
    int scrapeIntervalMs = 15'000;
    int evaluationIntervalMs = 15'000;

    bool operator==(const ServerConfig &) const = default;
};

// How long things may take, in ms; tests pass shorter ones.
struct EngineTimings {
    QList<int> backOffMs{500, 1'000, 2'000, 5'000, 10'000, 30'000}; // after the last: gives up
    int steadyMs = 60'000; // ready for so long: the back-off starts anew
    int listenMs = 15'000; // from start to a listening socket
    int readyMs = 300'000; // from there to ready (replaying a long log takes minutes)
    int pollMs = 25; // while starting
    int healthMs = 5'000; // between health checks, and how long one may take
    int terminateMs = 5'000; // from SIGTERM to SIGKILL
    int followMs = 1'000; // between looks at another instance's engine
    int beatMs = 15'000; // between heartbeats while ready
};

struct LocalEngineConfig {
    QString prometheusPath; // empty: found on PATH
    QString promtoolPath;
    QString dataFolder; // empty: defaultDataFolder(demo). Made with mode 0700
    bool demo = false;
    quint16 port = 0; // 0: any free one. When it is taken, another one is used
    std::optional<quint16> appMetricsPort; // the application's own /metrics on loopback
    ServerConfig server; // besides what is always scraped: itself, the node exporter, the application
    QString retention = QStringLiteral("15d");
    qint64 minFreeBytes = 64 * 1024 * 1024;
    quint16 nodeExporterPort = 9100;
    EngineTimings timings;
    Clock clock = systemClock();
};
