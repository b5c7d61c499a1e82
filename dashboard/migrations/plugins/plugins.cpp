// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/plugins/plugins.h>

using namespace Qt::StringLiterals;

Json pluginMigrated(const Json &panel, const MigrationContext &context)
{
    static const QHash<QString, Migration> migrations{{u"graph"_s, graphMigrated},
                                                      {u"singlestat"_s, singlestatMigrated},
                                                      {u"grafana-singlestat-panel"_s, singlestatMigrated},
                                                      {u"table-old"_s, oldTableMigrated},
                                                      {u"grafana-piechart-panel"_s, oldPieMigrated},
                                                      {u"heatmap"_s, oldHeatmapMigrated},
                                                      {u"heatmap-new"_s, oldHeatmapMigrated},
                                                      {u"stat"_s, oldStatMigrated},
                                                      {u"gauge"_s, oldStatMigrated},
                                                      {u"bargauge"_s, oldStatMigrated},
                                                      {u"timeseries"_s, oldTimeSeriesMigrated},
                                                      {u"text"_s, oldTextMigrated}};
    const auto found = migrations.constFind(panel[u"type"].toString());
    return found == migrations.constEnd() ? panel : (*found)(panel, context);
}
