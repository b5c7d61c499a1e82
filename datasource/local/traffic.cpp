// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/history.h>

#include <QtCore/QCoreApplication>
#include <cmath>
#include <core/json.h>

namespace {

Traffic::Endpoint endpointOf(const Json &json)
{
    Traffic::Endpoint endpoint;
    endpoint.endpoint = json[u"endpoint"].toString().toUtf8();
    endpoint.method = json[u"method"].toString().toUtf8();
    endpoint.rate = json[u"rate"].toDouble();
    endpoint.median = json[u"median"].toDouble();
    endpoint.spread = json[u"spread"].toDouble();
    endpoint.slows = json[u"slows"].toBool();
    endpoint.status = static_cast<int>(json[u"status"].toInt());
    endpoint.errorStatus = static_cast<int>(json[u"errorStatus"].toInt());
    endpoint.errorShare = json[u"errorShare"].toDouble();
    return endpoint;
}

} // namespace

Result<Traffic> Traffic::parse(const QByteArray &text)
{
    const Result<Json> json = Json::parse(text);
    if (!json)
        return tl::unexpected<Error>(json.error());
    Traffic traffic;
    traffic.cycleSeconds = (*json)[u"cycleSeconds"].toDouble();
    traffic.slowSeconds = (*json)[u"slowSeconds"].toDouble();
    traffic.slowFrom = (*json)[u"slowFrom"].toDouble();
    traffic.slowShare = (*json)[u"slowShare"].toDouble();
    traffic.slowMedian = (*json)[u"slowMedian"].toDouble();
    traffic.slowSpread = (*json)[u"slowSpread"].toDouble();
    traffic.normalMost = (*json)[u"normalMost"].toDouble();
    traffic.slowMost = (*json)[u"slowMost"].toDouble();
    for (const Json &bound : (*json)[u"buckets"].items())
        traffic.buckets.push_back(bound.toDouble());
    for (const Json &wave : (*json)[u"waves"].items())
        traffic.waves.push_back({wave[u"periodSeconds"].toDouble(1), wave[u"share"].toDouble()});
    for (const Json &one : (*json)[u"instances"].items())
        traffic.instances.push_back({one[u"name"].toString().toUtf8(), one[u"load"].toDouble(), one[u"shift"].toDouble()});
    for (const Json &one : (*json)[u"endpoints"].items())
        traffic.endpoints.push_back(endpointOf(one));
    if (traffic.cycleSeconds <= 0 || traffic.instances.empty() || traffic.endpoints.empty() || traffic.buckets.empty())
        return fail(Error::Kind::Config, QCoreApplication::translate("Errors", "The sample's traffic is not described."),
                    QStringLiteral("traffic.json"));
    return traffic;
}

bool Traffic::isSlow(double seconds) const
{
    const double phase = std::fmod(seconds, cycleSeconds) - slowFrom * cycleSeconds;
    return phase >= 0 && phase < slowSeconds;
}
