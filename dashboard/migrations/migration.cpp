// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/migration.h>

#include <dashboard/migrations/plugins/plugins.h>

using namespace Qt::StringLiterals;

namespace {

using PanelFunction = std::function<Json(const Json &, const MigrationContext &)>;

Json mappedPanels(const Json &list, const QString &below, const MigrationContext &context, const PanelFunction &function)
{
    int i = 0;
    return mappedItems(list, [&](const Json &panel) {
        const MigrationContext here = context.at(below + u'/' + QString::number(i++));
        if (!panel.isObject())
            return panel;
        const Json inner = panel[u"panels"];
        const bool isRow = panel[u"type"].toString() == "row"_L1 && inner.isArray();
        const Json done = function(panel, here);
        return isRow && !done.isNull() ? done.with(u"panels", mappedPanels(inner, u"/panels"_s, here, function)) : done;
    });
}

Json withPanels(const Json &dashboard, const MigrationContext &context, const PanelFunction &function)
{
    Draft draft(dashboard);
    if (draft[u"panels"].isArray())
        draft.set(u"panels"_s, mappedPanels(draft[u"panels"], u"/panels"_s, context, function));
    int i = 0;
    if (draft[u"rows"].isArray())
        draft.set(u"rows"_s, mappedItems(draft[u"rows"], [&](const Json &row) {
                      const MigrationContext here = context.at(u"/rows/%1"_s.arg(i++));
                      return row[u"panels"].isArray() ? row.with(u"panels", mappedPanels(row[u"panels"], u"/panels"_s, here, function))
                                                      : row;
                  }));
    return draft.json();
}

} // namespace

int schemaVersionOf(const Json &dashboard)
{
    const std::optional<double> number = numberOf(dashboard[u"schemaVersion"]);
    return number && *number > 0 && *number < 1e6 ? int(*number) : 0;
}

Json withStep(const SchemaStep &step, const Json &dashboard, const MigrationContext &context)
{
    const Json whole = step.dashboard ? step.dashboard(dashboard, context) : dashboard;
    return step.panel ? withPanels(whole, context, step.panel) : whole;
}

Json migratedPanel(const Json &panel, const MigrationContext &context)
{
    Json json = panel;
    for (const SchemaStep &step : schemaSteps())
        if (step.to > context.from && step.panel && !json.isNull())
            json = step.panel(json, context);
    return json.isNull() ? json : pluginMigrated(json, context);
}

Json migratedHead(const Json &dashboard, const MigrationContext &context)
{
    Json json = dashboard;
    for (const SchemaStep &step : schemaSteps())
        if (step.to > context.from && step.dashboard)
            json = step.dashboard(json, context);
    return json;
}

Json migratedDashboard(const Json &dashboard, const MigrationContext &context)
{
    Json json = dashboard;
    for (const SchemaStep &step : schemaSteps())
        if (step.to > context.from)
            json = withStep(step, json, context);
    json = withPanels(json, context, pluginMigrated);
    return schemaVersionOf(json) < kSchemaVersion || !json[u"schemaVersion"].isNumber() ? json.with(u"schemaVersion", kSchemaVersion)
                                                                                        : json;
}
