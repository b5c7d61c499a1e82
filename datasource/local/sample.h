// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <datasource/local/enginecompanion.h>
#include <memory>

struct SampleConfig {
    QString python = QStringLiteral("/usr/bin/python3"); // Debian's own: it has Flask and prometheus_client
    int instances = 2;
    int cycleSeconds = 600; // the slow phase comes once a cycle …
    int slowSeconds = 120; // … and lasts so long
    int alertForSeconds = 60;
    int alertWindowSeconds = 60;
    int scrapeIntervalMs = 5'000;
    qint64 historyMs = 6 * 3'600'000;
    bool history = true;
    Clock clock = systemClock();
};

// The sample: a small Python web application in two instances that are our children, told apart by the target label
// instance="app-1", "app-2"; its scrape configuration, rules and dashboard; and its history, generated for the part of the
// last hours that is not stored. Give it to the LocalEngine of the demo.
class Sample : public QObject, public EngineCompanion
{
    Q_OBJECT

public:
    explicit Sample(const SampleConfig &config, QObject *parent = nullptr);
    ~Sample() override;

    // The sample's dashboard as a file in the folder: written when it is missing or was not changed since we wrote it.
    static Result<QString> dashboardFile(const QString &folder);
    static QByteArray dashboard();

    void prepare(const EnginePlaces &places, std::function<void(Result<>)> done) override;
    ServerConfig serverConfig(const EnginePlaces &places) const override;
    void serverReady() override;
    void beat(qint64 nowMs) override;
    void ended() override;

    QList<qint64> pids() const; // of the instances that run now
    QList<quint16> ports() const;

signals:
    void instanceStarted(int index, quint16 port);
    void notice(const QString &text);

private:
    class Private;
    std::unique_ptr<Private> d;
};
