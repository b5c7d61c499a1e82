// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/plugins/plugins.h>

using namespace Qt::StringLiterals;

namespace {

QString calcOf(const QString &name)
{
    static const QHash<QString, QString> calcs{
        {u"current"_s, u"lastNotNull"_s}, {u"min"_s, u"min"_s}, {u"max"_s, u"max"_s}, {u"avg"_s, u"mean"_s}, {u"total"_s, u"sum"_s}};
    return calcs.value(name, u"lastNotNull"_s);
}

void addLegend(const Json &panel, Draft &options)
{
    const Json old = panel[u"legend"];
    const QString place = panel[u"legendType"].toString();
    Draft legend;
    std::vector<Json> values, labels{Json(u"name"_s)};
    const bool hasValues = isTruthy(old[u"values"]), hasPercent = isTruthy(old[u"percentage"]);
    if (hasValues) {
        values.push_back(u"value"_s);
        labels.push_back(u"value"_s);
    }
    if (hasPercent) {
        values.push_back(u"percent"_s);
        labels.push_back(u"percent"_s);
    }
    const bool onGraph = place == "On graph"_L1;
    legend.set(u"displayMode"_s, onGraph || place == "Under graph"_L1 ? u"list"_s : u"table"_s);
    legend.set(u"showLegend"_s, !onGraph && old[u"show"] != Json(false));
    legend.set(u"placement"_s, place == "Under graph"_L1 ? u"bottom"_s : u"right"_s);
    legend.set(u"calcs"_s, Json::array()).set(u"values"_s, Json::array(values));
    options.set(u"legend"_s, legend.json());
    if (onGraph)
        options.set(u"displayLabels"_s, Json::array(labels));
}

} // namespace

Json oldPieMigrated(const Json &panel, const MigrationContext &context)
{
    const ModelReader reader = context.reader(panel);
    Draft options, defaults(panel[u"fieldConfig"][u"defaults"]);
    options.set(u"pieType"_s, panel[u"pieType"].toString() == "donut"_L1 ? u"donut"_s : u"pie"_s);
    options.set(u"reduceOptions"_s,
                Json::object({{u"values"_s, false}, {u"calcs"_s, Json::strings({calcOf(panel[u"valueName"].toString())})}}));
    addLegend(panel, options);
    if (isTruthy(panel[u"format"]))
        defaults.set(u"unit"_s, reader.text(u"format"_s));
    const Json decimals = numberJson(panel[u"decimals"]);
    defaults.set(u"decimals"_s, decimals.isNull() ? Json(0) : decimals);
    const Json overrides = colorOverrides(reader.object(u"aliasColors"_s), panel[u"fieldConfig"][u"overrides"]);
    Draft draft(panel);
    for (const QLatin1String key : {"aliasColors"_L1, "breakPoint"_L1, "combine"_L1, "decimals"_L1, "fontSize"_L1, "format"_L1, "legend"_L1,
                                    "legendType"_L1, "nullPointMode"_L1, "pieType"_L1, "strokeWidth"_L1, "valueName"_L1})
        draft.remove(QString(key));
    return draft.set(u"type"_s, u"piechart"_s)
        .set(u"fieldConfig"_s, Json::object({{u"defaults"_s, defaults.json()}, {u"overrides"_s, overrides}}))
        .set(u"options"_s, options.json())
        .set(u"pluginVersion"_s, migratedPluginVersion())
        .json();
}
