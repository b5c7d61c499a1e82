// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

const std::vector<SchemaStep> &schemaSteps()
{
    static const std::vector<SchemaStep> steps{
        {2, v02Dashboard, v02Panel},  {3, v03Dashboard, nullptr},  {4, nullptr, v04Panel},      {6, v06Dashboard, nullptr},
        {7, v07Dashboard, v07Panel},  {9, nullptr, v09Panel},      {10, nullptr, v10Panel},     {12, v12Dashboard, v12Panel},
        {13, nullptr, v13Panel},      {14, v14Dashboard, nullptr}, {16, v16Dashboard, nullptr}, {17, nullptr, v17Panel},
        {18, nullptr, v18Panel},      {19, nullptr, v19Panel},     {20, nullptr, v20Panel},     {21, nullptr, v21Panel},
        {22, nullptr, v22Panel},      {23, v23Dashboard, nullptr}, {24, nullptr, v24Panel},     {26, nullptr, v26Panel},
        {27, v27Dashboard, v27Panel}, {28, v28Dashboard, nullptr}, {29, v29Dashboard, nullptr}, {30, nullptr, v30Panel},
        {31, nullptr, v31Panel},      {33, nullptr, v33Panel},     {35, nullptr, v35Panel},     {36, v36Dashboard, nullptr},
        {37, nullptr, v37Panel},      {38, nullptr, v38Panel},     {39, nullptr, v39Panel},     {40, v40Dashboard, nullptr},
        {41, v41Dashboard, nullptr},  {42, nullptr, v42Panel},     {43, nullptr, v43Panel},
    };
    return steps;
}

Json withVariables(const Json &dashboard, const std::function<Json(const Json &)> &function)
{
    const Json list = dashboard[u"templating"][u"list"];
    if (!list.isArray())
        return dashboard;
    return dashboard.with(u"templating.list",
                          mappedItems(list, [&](const Json &variable) { return variable.isObject() ? function(variable) : variable; }));
}

Json withProperties(const Json &overrides, const QString &id, const std::function<Json(const Json &)> &function)
{
    return mappedItems(overrides, [&](const Json &rule) {
        bool has = false;
        for (const Json &property : rule[u"properties"].items())
            has |= property[u"id"].toString() == id;
        if (!has)
            return rule;
        return rule.with(u"properties", mappedItems(rule[u"properties"], [&](const Json &property) {
                             return property[u"id"].toString() == id ? function(property) : property;
                         }));
    });
}

namespace {
Json withLinks(const Json &links, const std::function<QString(QString)> &function)
{
    return mappedItems(links, [&](const Json &link) {
        if (!link.isObject())
            return link;
        Draft draft(link);
        for (const QString &key : {u"url"_s, u"title"_s})
            if (draft[key].isString())
                draft.set(key, function(draft[key].toString()));
        return draft.json();
    });
}
} // namespace

Json withLinkTexts(const Json &panel, const std::function<QString(QString)> &function)
{
    Json out = panel;
    const Json options = panel[u"options"];
    if (options[u"dataLinks"].isArray())
        out = out.with(u"options.dataLinks", withLinks(options[u"dataLinks"], function));
    for (const QString &owner : {u"options.fieldOptions.defaults"_s, u"fieldConfig.defaults"_s}) {
        const Json defaults = panel.get(owner);
        if (defaults[u"links"].isArray())
            out = out.with(QString(owner + ".links"_L1), withLinks(defaults[u"links"], function));
        for (const QString &key : {u"title"_s, u"displayName"_s})
            if (defaults[key].isString())
                out = out.with(QString(owner + u'.' + key), function(defaults[key].toString()));
    }
    return out;
}

Json sourceReference(const Json &source)
{
    const QString name = source.toString();
    if (!source.isString())
        return source;
    if (name.isEmpty() || name == "default"_L1)
        return {};
    if (name == "-- Grafana --"_L1)
        return Json::object({{u"type"_s, u"grafana"_s}, {u"uid"_s, name}});
    if (name == "-- Mixed --"_L1 || name == "-- Dashboard --"_L1)
        return Json::object({{u"type"_s, u"datasource"_s}, {u"uid"_s, name}});
    return Json::object({{u"uid"_s, name}});
}
