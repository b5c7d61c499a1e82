// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/sharedengine.h>

#include <QtCore/QFile>
#include <core/json.h>
#include <datasource/local/privatefiles.h>
#include <datasource/local/procnet.h>

QString SharedEngine::path(const QString &folder)
{
    return folder + QStringLiteral("/engine.json");
}

Result<> SharedEngine::write(const QString &folder) const
{
    const Json text = Json::object({{QStringLiteral("url"), Json(url.toString())},
                                    {QStringLiteral("user"), Json(user)},
                                    {QStringLiteral("password"), Json(password)},
                                    {QStringLiteral("version"), Json(version)},
                                    {QStringLiteral("serverPid"), Json(serverPid)},
                                    {QStringLiteral("ownerPid"), Json(ownerPid)}});
    return PrivateFiles::write(path(folder), text.dump(2));
}

void SharedEngine::remove(const QString &folder)
{
    QFile::remove(path(folder));
}

std::optional<SharedEngine> SharedEngine::readProven(const QString &folder)
{
    constexpr qint64 maxBytes = 64 * 1024;
    QFile file(path(folder));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if ((file.permissions() & others) || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const Result<Json> json = Json::parse(file.read(maxBytes));
    if (!json)
        return std::nullopt;
    SharedEngine engine;
    engine.url = QUrl((*json)[u"url"].toString());
    engine.user = (*json)[u"user"].toString();
    engine.password = (*json)[u"password"].toString();
    engine.version = (*json)[u"version"].toString();
    engine.serverPid = (*json)[u"serverPid"].toInt();
    engine.ownerPid = (*json)[u"ownerPid"].toInt();
    const int port = engine.url.port();
    const bool local = engine.url.scheme() == QLatin1String("http") && engine.url.host() == QLatin1String("127.0.0.1");
    if (!local || port <= 0 || port > 65535 || !ProcNet::ownsListener(engine.serverPid, static_cast<quint16>(port)))
        return std::nullopt;
    return engine;
}
