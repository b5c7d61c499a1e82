// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// Value mappings with types by name; the tooltip's options under the name that all panels use.
Json v30Panel(const Json &panel, const MigrationContext &)
{
    Draft draft(panel);
    const Json defaults = panel[u"fieldConfig"][u"defaults"];
    Json config = panel[u"fieldConfig"];
    if (defaults[u"mappings"].isArray())
        config = config.with(u"defaults.mappings", typedMappings(defaults[u"mappings"], defaults[u"thresholds"]));
    if (config[u"overrides"].isArray())
        config = config.with(u"overrides", withProperties(config[u"overrides"], u"mappings"_s, [](const Json &property) {
                                 return property.with(u"value", typedMappings(property[u"value"], {}));
                             }));
    if (config.isObject())
        draft.set(u"fieldConfig"_s, config);
    const QString type = panel[u"type"].toString();
    if ((type == "timeseries"_L1 || type == "xychart"_L1) && panel[u"options"][u"tooltipOptions"].isObject())
        draft.set(u"options"_s, Draft(panel[u"options"]).rename(u"tooltipOptions", u"tooltip"_s).json());
    return draft.json();
}
