// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/sourcesettings.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>
#include <QtCore/QUrlQuery>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMaxFileBytes = 4 << 20;

QStringList authNames()
{
    return {u"none"_s, u"basic"_s, u"bearer"_s, u"header"_s};
}

// Under Grafana's names.
Json linksJson(const QList<ExemplarLink> &links)
{
    std::vector<Json> items;
    for (const ExemplarLink &link : links)
        items.push_back(Json::object({{u"name"_s, link.label}, {u"url"_s, link.url}, {u"urlDisplayLabel"_s, link.title}}));
    return Json::array(std::move(items));
}

QList<ExemplarLink> linksFromJson(const Json &json)
{
    QList<ExemplarLink> links;
    for (const Json &item : json.items())
        if (const ExemplarLink link{item[u"name"].toString(), item[u"url"].toString(), item[u"urlDisplayLabel"].toString()};
            !link.label.isEmpty())
            links.append(link);
    return links;
}

Json sourceJson(const SourceSettings &source)
{
    const PrometheusConfig &config = source.config;
    return Json::object({{u"uid"_s, source.uid},
                         {u"name"_s, source.name},
                         {u"type"_s, u"prometheus"_s},
                         {u"url"_s, config.url.toString(QUrl::RemoveUserInfo)},
                         {u"auth"_s, authNames().at(int(config.auth))},
                         {u"user"_s, config.user},
                         {u"header"_s, QString::fromUtf8(config.headerName)},
                         {u"scrapeIntervalMs"_s, config.scrapeIntervalMs},
                         {u"timeoutMs"_s, config.timeoutMs},
                         {u"method"_s, config.method},
                         {u"extraParameters"_s, extraParametersText(config)},
                         {u"verifyCertificate"_s, config.verifyCertificate},
                         {u"exemplarTraceIdDestinations"_s, linksJson(config.exemplarLinks)}});
}

SourceSettings sourceFromJson(const Json &json)
{
    SourceSettings source;
    PrometheusConfig &config = source.config;
    source.uid = json[u"uid"].toString();
    source.name = json[u"name"].toString(source.uid);
    config.url = QUrl(json[u"url"].toString());
    config.auth = PrometheusConfig::Auth(std::max<qsizetype>(0, authNames().indexOf(json[u"auth"].toString())));
    config.user = json[u"user"].toString();
    config.headerName = json[u"header"].toString().toUtf8();
    config.scrapeIntervalMs = std::max<qint64>(1, json[u"scrapeIntervalMs"].toInt(config.scrapeIntervalMs));
    config.timeoutMs = std::max<qint64>(1, json[u"timeoutMs"].toInt(config.timeoutMs));
    config.method = json[u"method"].toString() == "GET"_L1 ? u"GET"_s : u"POST"_s;
    config.extraParameters = extraParametersFromText(json[u"extraParameters"].toString());
    config.verifyCertificate = json[u"verifyCertificate"].toBool(true);
    config.exemplarLinks = linksFromJson(json[u"exemplarTraceIdDestinations"]);
    return source;
}
} // namespace

QString extraParametersText(const PrometheusConfig &config)
{
    QStringList parts;
    for (const auto &[name, value] : config.extraParameters)
        parts.append(QString::fromLatin1(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value)));
    return parts.join(u'&');
}

QList<QPair<QString, QString>> extraParametersFromText(const QString &text)
{
    QList<QPair<QString, QString>> result;
    for (const auto &[name, value] : QUrlQuery(text.trimmed()).queryItems(QUrl::FullyDecoded)) {
        if (!name.isEmpty())
            result.append({name, value});
    }
    return result;
}

Json toJson(const SourceSettingsList &list)
{
    std::vector<Json> sources;
    for (const SourceSettings &source : list.sources)
        sources.push_back(sourceJson(source));
    return Json::object({{u"version"_s, 1}, {u"default"_s, list.defaultUid}, {u"sources"_s, Json::array(sources)}});
}

SourceSettingsList sourceSettingsFromJson(const Json &json)
{
    SourceSettingsList list;
    list.defaultUid = json[u"default"].toString();
    for (const Json &item : json[u"sources"].items()) {
        const SourceSettings source = sourceFromJson(item);
        if (!source.uid.isEmpty())
            list.sources.append(source);
    }
    return list;
}

QString sourceSettingsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/sources.json"_L1;
}

Result<SourceSettingsList> loadSourceSettings(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return SourceSettingsList{};
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Io, file.errorString(), path);
    const Result<Json> json = Json::parse(file.read(kMaxFileBytes));
    if (!json)
        return fail(Error::Kind::Parse, json.error().what, path, u"Repair or remove the file; it holds the list of sources."_s);
    return sourceSettingsFromJson(*json);
}

Result<> saveSourceSettings(const QString &path, const SourceSettingsList &list)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    const QByteArray text = toJson(list).dump(2) + '\n';
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(text) != text.size()
        || !file.commit())
        return fail(Error::Kind::Io, file.errorString(), path, u"The change holds for this session only."_s);
    return {};
}
