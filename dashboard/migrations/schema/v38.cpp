// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

namespace {
Json cellOptions(const QString &mode)
{
    const auto gauge = [](const QString &kind) { return Json::object({{u"type"_s, u"gauge"_s}, {u"mode"_s, kind}}); };
    const auto filled = [](const QString &kind) { return Json::object({{u"type"_s, u"color-background"_s}, {u"mode"_s, kind}}); };
    if (mode == "basic"_L1)
        return gauge(u"basic"_s);
    if (mode == "gradient-gauge"_L1)
        return gauge(u"gradient"_s);
    if (mode == "lcd-gauge"_L1)
        return gauge(u"lcd"_s);
    if (mode == "color-background"_L1)
        return filled(u"gradient"_s);
    if (mode == "color-background-solid"_L1)
        return filled(u"basic"_s);
    return Json::object({{u"type"_s, mode == "custom"_L1 ? u"auto"_s : mode}});
}
} // namespace

Json v38Panel(const Json &panel, const MigrationContext &)
{
    Json config = panel[u"fieldConfig"];
    if (panel[u"type"].toString() != "table"_L1 || !config.isObject())
        return panel;
    Draft custom(config.get(u"defaults.custom"));
    if (custom[u"displayMode"].isString()) {
        custom.set(u"cellOptions"_s, cellOptions(custom[u"displayMode"].toString())).remove(u"displayMode");
        config = config.with(u"defaults.custom", custom.json());
    }
    if (config[u"overrides"].isArray())
        config = config.with(
            u"overrides", withProperties(config[u"overrides"], u"custom.displayMode"_s, [](const Json &property) {
                return Json::object({{u"id"_s, u"custom.cellOptions"_s}, {u"value"_s, cellOptions(property[u"value"].toString())}});
            }));
    return Draft(panel).set(u"fieldConfig"_s, config).json();
}
