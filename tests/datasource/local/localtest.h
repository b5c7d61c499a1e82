// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtTest/QSignalSpy>
#include <core/json.h>
#include <datasource/local/localengine.h>

// What the live tests of this folder share.
namespace localtest {

inline bool hasPrometheus()
{
    return !QStandardPaths::findExecutable(QStringLiteral("prometheus")).isEmpty()
        && !QStandardPaths::findExecutable(QStringLiteral("promtool")).isEmpty();
}

constexpr int startMs = 30'000;

inline QString newFolder(const QTemporaryDir &base)
{
    return base.path() + QStringLiteral("/data");
}

inline LocalEngineConfig config(const QString &folder)
{
    LocalEngineConfig config;
    config.dataFolder = folder;
    config.timings.backOffMs = {20, 40, 80};
    config.timings.followMs = 50;
    config.timings.beatMs = 200;
    config.server.scrapeIntervalMs = 1'000;
    return config;
}

struct Reply {
    int status = 0;
    QByteArray body;
};

inline Reply fetch(const QUrl &url, const QString &user = {}, const QString &password = {})
{
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    request.setTransferTimeout(5'000);
    if (!user.isEmpty())
        request.setRawHeader("Authorization", "Basic " + (user + QLatin1Char(':') + password).toUtf8().toBase64());
    QNetworkReply *reply = network.get(request);
    QSignalSpy spy(reply, &QNetworkReply::finished);
    if (!reply->isFinished())
        spy.wait(6'000);
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

inline Json ask(const LocalEngine &engine, const QString &path, const QString &query = {})
{
    QUrl url = engine.url();
    url.setPath(path);
    url.setQuery(query);
    return Json::parse(fetch(url, engine.user(), engine.password()).body).value_or(Json())[u"data"];
}

// The result list of an instant query.
inline Json instant(const LocalEngine &engine, const QString &promql)
{
    return ask(engine, QStringLiteral("/api/v1/query"),
               QStringLiteral("query=") + QString::fromUtf8(QUrl::toPercentEncoding(promql)))[u"result"];
}

// Instances of the up series that are 1.
inline QStringList upInstances(const LocalEngine &engine)
{
    QStringList names;
    const Json found = instant(engine, QStringLiteral("up == 1"));
    for (const Json &series : found.items())
        names.append(series[u"metric"][u"instance"].toString());
    names.sort();
    return names;
}

// Running, not a zombie.
inline bool isAlive(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (pid <= 0 || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = file.readAll();
    return !text.mid(text.lastIndexOf(')') + 2).startsWith('Z');
}

inline QString script(const QString &folder, const QString &name, const QByteArray &text)
{
    const QString path = folder + QLatin1Char('/') + name;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\n" + text + '\n');
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

} // namespace localtest
