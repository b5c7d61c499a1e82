// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// The first gauge kept its options under a name of its own, thresholds from the highest down.
Json v18Panel(const Json &panel, const MigrationContext &)
{
    const Json old = panel[u"options-gauge"];
    if (!old.isObject())
        return panel;
    Draft options(old), values;
    for (const QLatin1String key : {"unit"_L1, "stat"_L1, "decimals"_L1, "prefix"_L1, "suffix"_L1}) {
        values.setUnlessNull(QString(key), options[QString(key)]);
        options.remove(QString(key));
    }
    options.set(u"valueOptions"_s, values.json());
    std::vector<Json> steps = options[u"thresholds"].items();
    std::reverse(steps.begin(), steps.end());
    if (options[u"thresholds"].isArray())
        options.set(u"thresholds"_s, Json::array(steps));
    return Draft(panel).remove(u"options-gauge").set(u"options"_s, options.json()).json();
}
