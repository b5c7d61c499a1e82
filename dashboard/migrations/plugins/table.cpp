// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/plugins/plugins.h>

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

using Properties = std::vector<std::pair<QString, Json>>;

Json aggregation(const Json &columns)
{
    static const QHash<QString, QString> reducers{
        {u"avg"_s, u"mean"_s},   {u"min"_s, u"min"_s}, {u"max"_s, u"max"_s}, {u"total"_s, u"sum"_s}, {u"current"_s, u"lastNotNull"_s},
        {u"count"_s, u"count"_s}};
    std::vector<Json> ids;
    for (const Json &column : columns.items())
        if (const QString id = reducers.value(column[u"value"].toString()); !id.isEmpty())
            ids.push_back(id);
    return Json::object({{u"reducers"_s, Json::array(ids)}, {u"includeTimeField"_s, false}});
}

// What columns of aggregations are called after the reduction.
QString columnName(const Json &panel, const QString &pattern)
{
    static const QHash<QString, QString> names{{u"Avg"_s, u"Mean"_s}, {u"Current"_s, u"Last *"_s}, {u"Metric"_s, u"Field"_s}};
    return panel[u"transform"].toString() == "timeseries_aggregations"_L1 ? names.value(pattern, pattern) : pattern;
}

Json transformations(const Json &panel)
{
    std::vector<Json> steps = panel[u"transformations"].items();
    const auto add = [&](const QString &id, const Json &options) {
        steps.push_back(Json::object({{u"id"_s, id}, {u"options"_s, options}}));
    };
    const QString kind = panel[u"transform"].toString();
    if (kind == "timeseries_to_rows"_L1)
        add(u"seriesToRows"_s, Json::object());
    else if (kind == "timeseries_to_columns"_L1)
        add(u"seriesToColumns"_s, Json::object());
    else if (kind == "timeseries_aggregations"_L1) {
        const Json reduction = aggregation(panel[u"columns"]);
        const bool isBare = reduction[u"reducers"].size() == 0; // the names alone
        add(u"reduce"_s, isBare ? reduction.with(u"reducers", Json::strings({u"lastNotNull"_s})) : reduction);
        if (isBare)
            add(u"organize"_s, Json::object({{u"excludeByName"_s, Json::object({{u"Last *"_s, true}})}}));
    } else if (kind == "table"_L1)
        add(u"merge"_s, Json::object());
    return Json::array(steps);
}

QString linkText(QString text)
{
    static const QRegularExpression column(u"\\$\\{__cell_(\\d+)(?::raw)?\\}|\\$__cell_(\\d+)"_s);
    static const QRegularExpression cell(u"\\$\\{__cell(?::raw)?\\}|\\$__cell\\b"_s);
    text.replace(column, u"${__data.fields[\\1\\2]}"_s);
    return text.replace(cell, u"${__value.raw}"_s);
}

Json links(const Json &style)
{
    Draft link;
    link.set(u"title"_s, linkText(style[u"linkTooltip"].toString())).set(u"url"_s, linkText(style[u"linkUrl"].toString()));
    link.set(u"targetBlank"_s, isTruthy(style[u"linkTargetBlank"]));
    return Json::array({link.json()});
}

Json thresholds(const Json &style)
{
    const Json colors = style[u"colors"];
    std::vector<std::pair<Json, Json>> steps{{Json(), colors.at(0)}};
    const std::vector<Json> levels = style[u"thresholds"].items();
    for (size_t i = 0; i < levels.size(); ++i)
        if (const Json level = numberJson(levels[i]); !level.isNull())
            steps.emplace_back(level, colors.at(qsizetype(i) + 1).isNull() ? colors.at(0) : colors.at(qsizetype(i) + 1));
    return thresholdSteps(steps);
}

void addColors(const Json &style, Properties &out)
{
    const QString mode = style[u"colorMode"].toString();
    if (mode == "cell"_L1 || mode == "row"_L1)
        out.emplace_back(u"custom.cellOptions"_s,
                         Json::object({{u"type"_s, u"color-background"_s}, {u"mode"_s, u"basic"_s}, {u"applyToRow"_s, mode == "row"_L1}}));
    else if (mode == "value"_L1)
        out.emplace_back(u"custom.cellOptions"_s, Json::object({{u"type"_s, u"color-text"_s}}));
    if (style[u"thresholds"].size() > 0 && style[u"colors"].size() > 0)
        out.emplace_back(u"thresholds"_s, thresholds(style));
}

Properties propertiesOf(const Json &style)
{
    Properties out;
    const QString type = style[u"type"].toString();
    if (isTruthy(style[u"alias"]))
        out.emplace_back(u"displayName"_s, style[u"alias"]);
    if (type == "hidden"_L1) {
        out.emplace_back(u"custom.hidden"_s, true);
        return out;
    }
    if (type == "date"_L1 && style[u"dateFormat"].isString())
        out.emplace_back(u"unit"_s, "time: "_L1 + style[u"dateFormat"].toString());
    else if (type != "date"_L1 && isTruthy(style[u"unit"]) && style[u"unit"].isString())
        out.emplace_back(u"unit"_s, style[u"unit"]);
    if (const Json decimals = numberJson(style[u"decimals"]); type == "number"_L1 && !decimals.isNull())
        out.emplace_back(u"decimals"_s, decimals);
    if (isTruthy(style[u"link"]))
        out.emplace_back(u"links"_s, links(style));
    if (const QString align = style[u"align"].toString(); align == "left"_L1 || align == "center"_L1 || align == "right"_L1)
        out.emplace_back(u"custom.align"_s, align);
    addColors(style, out);
    if (const Json mappings = angularMappings(style, {}); type == "string"_L1 && mappings.size() > 0)
        out.emplace_back(u"mappings"_s, mappings);
    return out;
}

} // namespace

Json oldTableMigrated(const Json &panel, const MigrationContext &context)
{
    const ModelReader reader = context.reader(panel);
    Draft config(panel[u"fieldConfig"]), defaults(config[u"defaults"]), custom(defaults[u"custom"]);
    std::vector<Json> overrides = config[u"overrides"].items();
    for (const Json &style : reader.array(u"styles"_s).items()) {
        const Properties properties = propertiesOf(style);
        if (style[u"pattern"].toString() == "/.*/"_L1) {
            for (const auto &[id, value] : properties)
                (id.startsWith("custom."_L1) ? custom : defaults).set(id.startsWith("custom."_L1) ? id.mid(7) : id, value);
        } else if (!properties.empty() && style[u"pattern"].isString()) {
            overrides.push_back(overrideRule(columnName(panel, style[u"pattern"].toString()), properties));
        }
    }
    if (!custom.isEmpty())
        defaults.set(u"custom"_s, custom.json());
    config.set(u"defaults"_s, defaults.json()).set(u"overrides"_s, Json::array(overrides));
    Draft options(panel[u"options"]);
    options.set(u"showHeader"_s, panel[u"showHeader"] != Json(false));
    Draft draft(panel);
    draft.set(u"transformations"_s, transformations(panel));
    for (const QLatin1String key :
         {"columns"_L1, "fontSize"_L1, "pageSize"_L1, "scroll"_L1, "showHeader"_L1, "sort"_L1, "styles"_L1, "table"_L1, "transform"_L1})
        draft.remove(QString(key));
    return draft.set(u"type"_s, u"table"_s)
        .set(u"fieldConfig"_s, config.json())
        .set(u"options"_s, options.json())
        .set(u"pluginVersion"_s, migratedPluginVersion())
        .json();
}
