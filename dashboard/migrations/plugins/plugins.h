// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/migrations/migration.h>

// What panel types changed by themselves: types that are gone, and options that moved. They count by "pluginVersion", not by the schema.

// What a migrated panel says of itself: newer than every option that moved.
inline QString migratedPluginVersion()
{
    return QStringLiteral("12.0.0");
}

Json pluginMigrated(const Json &panel, const MigrationContext &context);

Json graphMigrated(const Json &panel, const MigrationContext &context); // -> timeseries, bargauge (one bar a series) or histogram
Json singlestatMigrated(const Json &panel, const MigrationContext &context); // -> stat, or gauge where it showed one
Json oldTableMigrated(const Json &panel, const MigrationContext &context); // table-old -> table
Json oldPieMigrated(const Json &panel, const MigrationContext &context); // grafana-piechart-panel -> piechart
Json oldHeatmapMigrated(const Json &panel, const MigrationContext &context); // where there are no options yet
Json oldStatMigrated(const Json &panel, const MigrationContext &context); // stat, gauge and bargauge of versions before 8
Json oldTimeSeriesMigrated(const Json &panel, const MigrationContext &context);
Json oldTextMigrated(const Json &panel, const MigrationContext &context);

// Their parts, {"options", "fieldConfig"}: what the type's own conversion gives.
Json fromSinglestat(const Json &singlestat, const Json &fieldConfig);
Json fromOldStat(const Json &panel);
Json barsFromGraph(const Json &graph);

// Shared.
double pluginVersionOf(const Json &panel, double missing); // "7.5.2" -> 7.5; as text is read as a number
QString reducerFor(const QString &name, const QString &fallback = {}); // an id or an old name of it
QStringList calcsOf(const Json &legend); // of a legend's flags, in their order
Json legendOf(const Json &legend); // showLegend, displayMode, placement, calcs, width, sortBy
// {"text", "value"} and {"text", "from", "to"} of singlestat and table styles.
Json angularMappings(const Json &owner, const Json &thresholds);
Json fixedColor(const Json &color);
Json overrideRule(const QString &name, const std::vector<std::pair<QString, Json>> &properties); // "/…/": by regex, else by name
Json colorOverrides(const Json &aliasColors, const Json &overrides); // appended
Json thresholdSteps(const std::vector<std::pair<Json, Json>> &steps); // value and colour; the first is the base
