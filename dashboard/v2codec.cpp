// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2codec.h>

#include <core/jsonscan.h>
#include <dashboard/classiccodec.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kMaxLayoutDepth = 16;

Json sourceOf(const Json &query)
{
    const Json name = query[u"datasource"][u"name"];
    return Json::object({{u"type"_s, query[u"group"]}, {u"uid"_s, name.isString() ? name : Json(QString())}});
}

// The type is the group, in early forms the kind.
Json classicTransformations(const Json &data)
{
    std::vector<Json> steps;
    for (const Json &each : data[u"transformations"].items()) {
        const Json spec = each[u"spec"];
        if (spec.isObject())
            steps.push_back(spec.with(u"id", each[u"group"].isString() ? each[u"group"] : each[u"kind"]));
    }
    return Json::array(steps);
}

Json classicPanel(const Json &element, const GridRect &rect)
{
    const Json spec = element[u"spec"];
    const Json data = spec[u"data"][u"spec"];
    std::vector<Json> targets;
    for (const Json &each : data[u"queries"].items()) {
        const Json query = each[u"spec"][u"query"];
        Json target = query[u"spec"].isObject() ? query[u"spec"] : Json::object();
        target = target.with(u"refId", each[u"spec"][u"refId"]).with(u"hide", each[u"spec"][u"hidden"]);
        targets.push_back(target.with(u"datasource", sourceOf(query)));
    }
    const Json viz = spec[u"vizConfig"];
    const Json type = viz[u"group"].isString() ? viz[u"group"] : viz[u"kind"];
    Json panel = data[u"queryOptions"].isObject() ? data[u"queryOptions"] : Json::object();
    panel = panel.with(u"id", spec[u"id"]).with(u"type", type).with(u"title", spec[u"title"]).with(u"description", spec[u"description"]);
    panel = panel.with(u"transparent", spec[u"transparent"]).with(u"links", spec[u"links"]).with(u"targets", Json::array(targets));
    panel = panel.with(u"transformations", classicTransformations(data));
    panel = panel.with(u"options", viz[u"spec"][u"options"]).with(u"fieldConfig", viz[u"spec"][u"fieldConfig"]);
    if (!targets.empty())
        panel = panel.with(u"datasource", targets.size() == 1 ? targets[0][u"datasource"] : Json(u"-- Mixed --"_s));
    return panel.with(u"gridPos", Json::object({{u"x"_s, rect.x}, {u"y"_s, rect.y}, {u"w"_s, rect.w}, {u"h"_s, rect.h}}));
}

QString classicType(const QString &kind)
{
    static const QMap<QString, QString> types{
        {u"QueryVariable"_s, u"query"_s},       {u"CustomVariable"_s, u"custom"_s},         {u"TextVariable"_s, u"textbox"_s},
        {u"ConstantVariable"_s, u"constant"_s}, {u"DatasourceVariable"_s, u"datasource"_s}, {u"IntervalVariable"_s, u"interval"_s},
        {u"AdhocVariable"_s, u"adhoc"_s},
    };
    return types.value(kind, kind);
}

Json classicVariable(const Json &variable)
{
    static const QStringList sorts{u"disabled"_s,
                                   u"alphabeticalAsc"_s,
                                   u"alphabeticalDesc"_s,
                                   u"numericalAsc"_s,
                                   u"numericalDesc"_s,
                                   u"alphabeticalCaseInsensitiveAsc"_s,
                                   u"alphabeticalCaseInsensitiveDesc"_s,
                                   u"naturalAsc"_s,
                                   u"naturalDesc"_s};
    static const QStringList hides{u"dontHide"_s, u"hideLabel"_s, u"hideVariable"_s, u"inControlsMenu"_s};
    const Json spec = variable[u"spec"];
    Json out = spec.isObject() ? spec : Json::object();
    out = out.with(u"type", Json(classicType(variable[u"kind"].toString())));
    out = out.with(u"sort", Json(int(std::max<qsizetype>(0, sorts.indexOf(spec[u"sort"].toString())))));
    out = out.with(u"hide", Json(int(std::max<qsizetype>(0, hides.indexOf(spec[u"hide"].toString())))));
    if (spec[u"query"].isObject())
        out = out.with(u"query", spec[u"query"][u"spec"]).with(u"datasource", sourceOf(spec[u"query"]));
    return spec.contains(u"pluginId") ? out.with(u"query", spec[u"pluginId"]) : out;
}

Json classicDashboard(const Json &spec)
{
    const Json time = spec[u"timeSettings"];
    static const QStringList cursors{u"Off"_s, u"Crosshair"_s, u"Tooltip"_s};
    std::vector<Json> variables;
    for (const Json &variable : spec[u"variables"].items())
        variables.push_back(classicVariable(variable));
    Json out = spec.without(u"elements").without(u"layout").without(u"variables");
    out = out.with(u"time", Json::object({{u"from"_s, time[u"from"]}, {u"to"_s, time[u"to"]}}));
    for (const char16_t *key : {u"timezone", u"fiscalYearStartMonth", u"weekStart"})
        out = out.with(key, time[key]);
    out = out.with(u"refresh", time[u"autoRefresh"]).with(u"schemaVersion", Json(42));
    out = out.with(u"timepicker",
                   Json::object({{u"refresh_intervals"_s, time[u"autoRefreshIntervals"]},
                                 {u"quick_ranges"_s, time[u"quickRanges"]},
                                 {u"hidden"_s, time[u"hideTimepicker"]}}));
    const int cursor = int(std::max<qsizetype>(0, cursors.indexOf(spec[u"cursorSync"].toString())));
    return out.with(u"graphTooltip", Json(cursor)).with(u"templating", Json::object({{u"list"_s, Json::array(variables)}}));
}

// The layout tree, flattened into rows of one grid.
class Flattening
{
public:
    Flattening(const Json &elements, const QString &root) : m_elements(elements), m_root(root) { }

    QList<PanelNode> run(const Json &layout)
    {
        walk(layout, 0, nullptr);
        return m_nodes;
    }

private:
    void walk(const Json &layout, int depth, PanelNode *row)
    {
        if (depth > kMaxLayoutDepth)
            return;
        const Json spec = layout[u"spec"];
        for (const char16_t *list : {u"rows", u"tabs"})
            for (const Json &each : spec[list].items())
                section(each[u"spec"], depth);
        const int top = m_bottom;
        int index = 0;
        for (const Json &item : spec[u"items"].items())
            element(item[u"spec"], top, index++, row);
    }

    void section(const Json &spec, int depth)
    {
        Panel header;
        header.type = u"row"_s;
        header.title = spec[u"title"].toString();
        header.gridPos = {0, m_bottom++, 24, 1};
        header.raw = spec;
        PanelNode row;
        row.collapsed = spec[u"collapse"].toBool();
        row.panel = std::make_shared<const Panel>(header);
        const qsizetype at = m_nodes.size();
        m_nodes.append(row);
        PanelNode folded = row;
        walk(spec[u"layout"], depth + 1, row.collapsed ? &folded : nullptr);
        m_nodes[at] = folded;
    }

    void element(const Json &spec, int top, int index, PanelNode *row)
    {
        const QString name = spec[u"element"][u"name"].toString();
        if (!m_elements[name].isObject())
            return;
        GridRect rect{index % 3 * 8, top + index / 3 * 9, 8, 9}; // of an auto grid, whose items have no place
        if (spec.contains(u"width"))
            rect = {int(spec[u"x"].toInt()), top + int(spec[u"y"].toInt()), int(spec[u"width"].toInt(12)), int(spec[u"height"].toInt(9))};
        const QString pointer = m_root + "/elements/"_L1 + pointerEscaped(name);
        const PanelNode node{std::make_shared<const Panel>(readPanel(classicPanel(m_elements[name], rect), pointer)), false, {}};
        m_bottom = std::max(m_bottom, std::min(rect.bottom(), 100'000));
        (row ? row->children : m_nodes).append(node);
    }

    Json m_elements;
    QString m_root;
    QList<PanelNode> m_nodes;
    int m_bottom = 0;
};
} // namespace

DashboardPtr readV2Dashboard(const Json &json, const QString &root)
{
    return readDashboard(classicDashboard(json), root, Flattening(json[u"elements"], root).run(json[u"layout"]));
}
