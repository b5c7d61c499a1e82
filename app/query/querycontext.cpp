// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/querycontext.h>

#include <app/query/metricindexes.h>
#include <dashboard/session.h>

QueryContext queryContext(const DashboardSession &session, const QString &instanceId, const SourceRegistry &sources, MetricIndexes &indexes)
{
    QueryContext context;
    for (const SourceEntry &entry : sources.entries())
        context.sources.append({entry.uid, entry.name, entry.type});
    if (const PanelInstance *instance = session.instance(instanceId))
        context.panelSource = instance->panel->datasource;
    SourceRef asked = context.panelSource;
    asked.uid = context.isMixed() ? QString() : session.interpolate(asked.uid, instanceId, QStringLiteral("raw"));
    const SourceEntry entry = sources.find(asked).entry;
    context.panelSourceUid = entry.uid;
    context.panelSourceName = entry.name;
    for (const VariableState &variable : session.variables())
        context.variables.append(variable.definition.name);
    context.index = [&indexes](const QString &uid) { return indexes.of(uid); };
    return context;
}
