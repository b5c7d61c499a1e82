// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// What is hidden from the picture is hidden from the tooltip.
Json v42Panel(const Json &panel, const MigrationContext &)
{
    const Json overrides = panel[u"fieldConfig"][u"overrides"];
    if (!overrides.isArray())
        return panel;
    const Json done = withProperties(overrides, u"custom.hideFrom"_s, [](const Json &property) {
        const Json value = property[u"value"];
        return value[u"viz"] == Json(true) ? property.with(u"value", value.with(u"tooltip", true)) : property;
    });
    return Draft(panel).set(u"fieldConfig"_s, panel[u"fieldConfig"].with(u"overrides", done)).json();
}
