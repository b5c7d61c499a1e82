// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/plugins/plugins.h>

#include <cmath>
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

namespace {

// Before 6.2: everything lay at the top.
Json fromValueOptions(const Json &options)
{
    const Json values = options[u"valueOptions"];
    if (!values.isObject())
        return options;
    Draft defaults, fields;
    defaults.setUnlessNull(u"unit"_s, values[u"unit"]).setUnlessNull(u"decimals"_s, values[u"decimals"]);
    defaults.setUnlessNull(u"min"_s, options[u"minValue"]).setUnlessNull(u"max"_s, options[u"maxValue"]);
    fields.setUnlessNull(u"mappings"_s, options[u"valueMappings"]).setUnlessNull(u"thresholds"_s, options[u"thresholds"]);
    fields.set(u"defaults"_s, defaults.json());
    if (const QString calc = reducerFor(values[u"stat"].toString()); !calc.isEmpty())
        fields.set(u"calcs"_s, Json::strings({calc}));
    Draft out(options);
    for (const QLatin1String key : {"valueMappings"_L1, "thresholds"_L1, "valueOptions"_L1, "minValue"_L1, "maxValue"_L1})
        out.remove(QString(key));
    return out.set(u"fieldOptions"_s, fields.json()).json();
}

bool isBefore(const Json &a, const Json &b)
{
    const auto valueOf = [](const Json &step) { return numberOf(step[u"value"]).value_or(-HUGE_VAL); };
    return valueOf(a) < valueOf(b);
}

bool isAscending(const Json &steps)
{
    const std::vector<Json> items = steps.items();
    return std::is_sorted(items.begin(), items.end(), isBefore);
}

// Before 6.3: steps with an index, in any order.
Json sortedSteps(const Json &old)
{
    std::vector<Json> steps = old.items();
    std::stable_sort(steps.begin(), steps.end(), isBefore);
    for (Json &step : steps) {
        const bool isBase = &step == &steps.front();
        Draft draft;
        step = draft.set(u"value"_s, isBase ? Json() : step[u"value"]).setUnlessNull(u"color"_s, step[u"color"]).json();
    }
    return Json::array(steps);
}

Json withFieldDefaults(const Json &options)
{
    if (!options[u"fieldOptions"].isObject())
        return options;
    Draft fields(options[u"fieldOptions"]);
    Draft defaults(fields[u"defaults"]);
    defaults.setUnlessNull(u"mappings"_s, fields[u"mappings"]);
    fields.remove(u"mappings");
    if (const Json old = options[u"thresholds"]; old.size() > 0 && old.isArray())
        defaults.set(u"thresholds"_s, sortedSteps(old));
    // Those of the field stay as they are, but the other way round they would mean nothing.
    if (const Json old = fields[u"thresholds"]; old.isArray() && !isAscending(old))
        fields.set(u"thresholds"_s, sortedSteps(old));
    return Draft(options).remove(u"thresholds").set(u"fieldOptions"_s, fields.set(u"defaults"_s, defaults.json()).json()).json();
}

// A colour mode where there are thresholds; limits in order.
Json validated(Draft defaults)
{
    if (!isTruthy(defaults[u"color"])) {
        if (defaults[u"thresholds"].isObject())
            defaults.set(u"color"_s, Json::object({{u"mode"_s, u"thresholds"_s}}));
    } else if (!isTruthy(defaults[u"color"][u"mode"])) {
        defaults.remove(u"color");
    }
    const Json min = defaults[u"min"], max = defaults[u"max"];
    if (min.isNumber() && max.isNumber() && min.toDouble() > max.toDouble())
        defaults.set(u"min"_s, max).set(u"max"_s, min);
    return defaults.json();
}

// Before 6.6: a list of steps, a colour by name.
Json withStepsAndColor(const Json &options)
{
    if (!options[u"fieldOptions"].isObject())
        return options;
    Draft fields(options[u"fieldOptions"]);
    if (isTruthy(fields[u"override"]))
        fields.remove(u"override").set(u"overrides"_s, Json::array());
    Draft defaults(fields[u"defaults"]);
    Json steps = defaults[u"thresholds"];
    if (!isTruthy(steps))
        steps = fields[u"thresholds"];
    fields.remove(u"thresholds");
    if (steps.isArray())
        defaults.set(u"thresholds"_s, Json::object({{u"mode"_s, u"absolute"_s}, {u"steps"_s, steps}}));
    if (const Json color = defaults[u"color"]; color.isString() && isTruthy(color))
        defaults.set(u"color"_s, fixedColor(color));
    return Draft(options).set(u"fieldOptions"_s, fields.set(u"defaults"_s, validated(defaults)).json()).json();
}

// Before 7.0: the field options were the panel's.
void moveFieldOptions(Draft &panel, Draft &options)
{
    const Json fields = options[u"fieldOptions"], config = panel[u"fieldConfig"];
    Draft defaults(config[u"defaults"]);
    const Json old = fields[u"defaults"];
    for (const QString &key : old.keys())
        defaults.set(key, old[key]);
    std::vector<Json> overrides = config[u"overrides"].items();
    for (const Json &rule : fields[u"overrides"].items())
        overrides.push_back(rule);
    panel.set(u"fieldConfig"_s, Json::object({{u"defaults"_s, defaults.json()}, {u"overrides"_s, Json::array(overrides)}}));
    if (fields.isObject()) {
        Draft reduce;
        for (const QLatin1String key : {"values"_L1, "limit"_L1, "calcs"_L1})
            reduce.setUnlessNull(QString(key), fields[QString(key)]);
        options.set(u"reduceOptions"_s, reduce.json());
    }
    options.remove(u"fieldOptions");
}

void setPercentRange(Draft &defaults)
{
    const QString unit = defaults[u"unit"].toString();
    if (unit != "percent"_L1 && unit != "percentunit"_L1)
        return;
    if (!defaults[u"min"].isNumber())
        defaults.set(u"min"_s, 0);
    if (!defaults[u"max"].isNumber())
        defaults.set(u"max"_s, unit == "percent"_L1 ? 100 : 1);
}

} // namespace

Json fromOldStat(const Json &panel)
{
    const double version = pluginVersionOf(panel, 6.1);
    Json old = panel[u"options"];
    if (old.isNull()) {
        const Json reduce = Json::object({{u"calcs"_s, Json::strings({u"mean"_s})}});
        return Json::object({{u"options"_s, Json::object({{u"reduceOptions"_s, reduce}, {u"orientation"_s, u"horizontal"_s}})}});
    }
    if (version < 6.2)
        old = fromValueOptions(old);
    if (version < 6.3)
        old = withFieldDefaults(old);
    if (version < 6.6)
        old = withStepsAndColor(old);
    Draft draft(panel), options(old);
    if (version < 7)
        moveFieldOptions(draft, options);
    Draft defaults(draft[u"fieldConfig"][u"defaults"]);
    if (version < 7.1 && !defaults[u"title"].isNull()) {
        const Json title = defaults[u"title"];
        defaults.remove(u"title").set(u"displayName"_s, title);
    }
    if (version < 8)
        setPercentRange(defaults);
    if (!defaults.isEmpty())
        draft.set(u"fieldConfig"_s, Draft(draft[u"fieldConfig"]).set(u"defaults"_s, defaults.json()).json());
    Draft made;
    return made.set(u"options"_s, options.json()).setUnlessNull(u"fieldConfig"_s, draft[u"fieldConfig"]).json();
}

Json oldStatMigrated(const Json &panel, const MigrationContext &context)
{
    if (pluginVersionOf(panel, 6.1) >= 8 || !panel[u"options"].isObject())
        return panel;
    context.at(u"/options"_s).reader(panel[u"options"]).object(u"fieldOptions"_s); // notes what is no object
    const Json made = fromOldStat(panel);
    Json config = made[u"fieldConfig"];
    if (const Json defaults = config[u"defaults"]; defaults[u"mappings"].isArray()) // they came here after the schema's own step for them
        config = config.with(u"defaults.mappings", typedMappings(defaults[u"mappings"], defaults[u"thresholds"]));
    if (made[u"options"] == panel[u"options"] && config == panel[u"fieldConfig"])
        return panel;
    return Draft(panel)
        .set(u"options"_s, made[u"options"])
        .setUnlessNull(u"fieldConfig"_s, config)
        .set(u"pluginVersion"_s, migratedPluginVersion())
        .json();
}
