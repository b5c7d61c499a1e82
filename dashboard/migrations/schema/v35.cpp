// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// A hidden value axis used to leave the time axis alone.
Json v35Panel(const Json &panel, const MigrationContext &)
{
    const Json config = panel[u"fieldConfig"];
    if (panel[u"type"].toString() != "timeseries"_L1 || config.get(u"defaults.custom.axisPlacement").toString() != "hidden"_L1)
        return panel;
    const Json rule
        = Json::object({{u"matcher"_s, Json::object({{u"id"_s, u"byType"_s}, {u"options"_s, u"time"_s}})},
                        {u"properties"_s, Json::array({Json::object({{u"id"_s, u"custom.axisPlacement"_s}, {u"value"_s, u"auto"_s}})})}});
    const std::vector<Json> rules = config[u"overrides"].items();
    if (std::find(rules.begin(), rules.end(), rule) != rules.end())
        return panel;
    return Draft(panel).set(u"fieldConfig"_s, config.with(u"overrides", Json::array(rules).appended(rule))).json();
}
