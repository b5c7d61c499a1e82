// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/plugins/plugins.h>
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

namespace {
Json renamedPlace(const Json &hideFrom)
{
    return hideFrom.contains(u"graph") && !hideFrom.contains(u"viz") ? Draft(hideFrom).rename(u"graph", u"viz"_s).json() : hideFrom;
}
} // namespace

// Before 8: what is hidden from the picture was called graph.
Json oldTimeSeriesMigrated(const Json &panel, const MigrationContext &)
{
    if (pluginVersionOf(panel, 0) >= 8)
        return panel;
    Json config = panel[u"fieldConfig"];
    if (const Json hidden = config.get(u"defaults.custom.hideFrom"); hidden.contains(u"graph"))
        config = config.with(u"defaults.custom.hideFrom", renamedPlace(hidden));
    if (config[u"overrides"].isArray())
        config = config.with(u"overrides", withProperties(config[u"overrides"], u"custom.hideFrom"_s, [](const Json &property) {
                                 return property.with(u"value", renamedPlace(property[u"value"]));
                             }));
    return config == panel[u"fieldConfig"] ? panel : Draft(panel).set(u"fieldConfig"_s, config).json();
}

// Mode and content lay beside the title.
Json oldTextMigrated(const Json &panel, const MigrationContext &context)
{
    if (panel[u"options"].contains(u"content") || !panel.contains(u"content"))
        return panel;
    const ModelReader reader = context.reader(panel);
    const QString mode = reader.text(u"mode"_s, u"markdown"_s);
    Draft options(panel[u"options"]);
    options.set(u"mode"_s, mode == "text"_L1 ? u"markdown"_s : mode).set(u"content"_s, reader.text(u"content"_s));
    return Draft(panel).remove(u"mode").remove(u"content").set(u"options"_s, options.json()).json();
}
