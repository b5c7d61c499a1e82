// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/plugins/plugins.h>

using namespace Qt::StringLiterals;

namespace {

// "1,5" and three colours -> three steps. What is no number has no place on the scale.
Json stepsOf(const QString &thresholds, const Json &colors)
{
    const QStringList levels = thresholds.split(u',');
    std::vector<std::pair<Json, Json>> steps;
    for (const Json &color : colors.items()) {
        const qsizetype at = qsizetype(steps.size()) - 1;
        const QString level = levels.value(at).trimmed();
        steps.emplace_back(level.isEmpty() && at >= 0 && at < levels.size() ? Json(0) : numberJson(Json(level)), color);
    }
    // Colours that have no place of their own are never reached.
    Json made = thresholdSteps(steps);
    for (qsizetype i = levels.size() + 1; i < qsizetype(steps.size()); ++i)
        made = made.without(u"steps.%1.value"_s.arg(i));
    return made;
}

Json textOr(const ModelReader &reader, const QString &key)
{
    return isTruthy(reader.get(key)) ? Json(reader.text(key)) : Json();
}

// One text before or after a plain number is a unit of its own here.
Json unitOf(const Json &panel, const Json &unit)
{
    const QString before = panel[u"prefix"].toString(), after = panel[u"postfix"].toString();
    const QString format = unit.toString();
    if (!format.isEmpty() && format != "none"_L1)
        return unit;
    if (before.trimmed().isEmpty() == after.trimmed().isEmpty())
        return unit;
    return before.trimmed().isEmpty() ? Json("suffix:"_L1 + after) : Json("prefix:"_L1 + before);
}

} // namespace

Json fromSinglestat(const Json &panel, const Json &fieldConfig)
{
    Draft reduce, defaults;
    reduce.set(u"calcs"_s, Json::strings({reducerFor(panel[u"valueName"].toString(), u"mean"_s)}));
    if (isTruthy(panel[u"tableColumn"]) && panel[u"tableColumn"].isString())
        reduce.set(u"fields"_s, "/^"_L1 + panel[u"tableColumn"].toString() + "$/"_L1);
    if (isTruthy(panel[u"format"]) && panel[u"format"].isString())
        defaults.set(u"unit"_s, panel[u"format"]);
    if (isTruthy(panel[u"nullPointMode"]) && panel[u"nullPointMode"].isString())
        defaults.set(u"nullValueMode"_s, panel[u"nullPointMode"]);
    if (isTruthy(panel[u"nullText"]))
        defaults.set(u"noValue"_s, panel[u"nullText"]);
    if (isTruthy(panel[u"decimals"]) || panel[u"decimals"].isNumber())
        defaults.set(u"decimals"_s, panel[u"decimals"]);
    if (!panel[u"thresholds"].toString().isEmpty() && panel[u"colors"].isArray())
        defaults.set(u"thresholds"_s, stepsOf(panel[u"thresholds"].toString(), panel[u"colors"]));
    if (const Json mappings = angularMappings(panel, defaults[u"thresholds"]); mappings.size() > 0)
        defaults.set(u"mappings"_s, mappings);
    if (isTruthy(panel[u"gauge"][u"show"]))
        defaults.setUnlessNull(u"min"_s, panel[u"gauge"][u"minValue"]).setUnlessNull(u"max"_s, panel[u"gauge"][u"maxValue"]);
    const Json overrides = fieldConfig[u"overrides"].isArray() ? fieldConfig[u"overrides"] : Json::array();
    return Json::object({{u"options"_s, Json::object({{u"reduceOptions"_s, reduce.json()}, {u"orientation"_s, u"horizontal"_s}})},
                         {u"fieldConfig"_s, Json::object({{u"defaults"_s, defaults.json()}, {u"overrides"_s, overrides}})}});
}

Json singlestatMigrated(const Json &panel, const MigrationContext &context)
{
    const ModelReader reader = context.reader(panel);
    const Json gauge = reader.object(u"gauge"_s), sparkline = reader.object(u"sparkline"_s);
    const bool isGauge = isTruthy(gauge[u"show"]), hasLine = isTruthy(sparkline[u"show"]);
    textOr(reader, u"thresholds"_s); // notes what is no text
    reader.array(u"colors"_s);
    const Json made = fromSinglestat(panel, panel[u"fieldConfig"]);
    Draft options(made[u"options"]);
    Json config = made[u"fieldConfig"];
    config
        = config.with(u"defaults", Draft(config[u"defaults"]).setUnlessNull(u"unit"_s, unitOf(panel, config.get(u"defaults.unit"))).json());
    if (panel[u"valueName"].toString() == "name"_L1)
        options.set(u"textMode"_s, u"name"_s);
    if (isGauge) {
        options.set(u"showThresholdMarkers"_s, gauge[u"thresholdMarkers"] != Json(false));
        options.set(u"showThresholdLabels"_s, isTruthy(gauge[u"thresholdLabels"]));
    } else {
        const bool background = reader.boolean(u"colorBackground"_s), value = reader.boolean(u"colorValue"_s);
        options.set(u"graphMode"_s, hasLine ? u"area"_s : u"none"_s);
        options.set(u"colorMode"_s, background ? u"background"_s : value ? u"value"_s : u"none"_s);
        if (!background && !value && hasLine && sparkline[u"lineColor"].isString())
            config = config.with(u"defaults.color", fixedColor(sparkline[u"lineColor"]));
    }
    Draft draft(panel);
    for (const QLatin1String key :
         {"colorBackground"_L1, "colorPostfix"_L1,    "colorPrefix"_L1,   "colorValue"_L1,     "colors"_L1,        "decimals"_L1,
          "format"_L1,          "gauge"_L1,           "mappingType"_L1,   "mappingTypes"_L1,   "nullPointMode"_L1, "nullText"_L1,
          "postfix"_L1,         "postfixFontSize"_L1, "prefix"_L1,        "prefixFontSize"_L1, "rangeMaps"_L1,     "sparkline"_L1,
          "tableColumn"_L1,     "thresholds"_L1,      "valueFontSize"_L1, "valueMaps"_L1,      "valueName"_L1})
        draft.remove(QString(key));
    draft.set(u"type"_s, isGauge ? u"gauge"_s : u"stat"_s).set(u"fieldConfig"_s, config).set(u"options"_s, options.json());
    return draft.set(u"pluginVersion"_s, migratedPluginVersion()).json();
}
