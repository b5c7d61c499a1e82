// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/classiccodec.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QSet>
#include <dashboard/modelreader.h>

using namespace Qt::StringLiterals;

QList<PanelLink> readLinks(const ModelReader &owner, const QString &key, QList<ModelProblem> &problems);

namespace {
// Generators write numbers and truths where Grafana writes texts.
QStringList valuesOf(const Json &json)
{
    QStringList values;
    for (const Json &item : json.isArray() ? json.items() : std::vector<Json>{json})
        if (item.isString())
            values.append(item.toString());
        else if (item.isNumber() || item.isBool())
            values.append(QString::fromUtf8(item.dump()));
    return values;
}

VariableOption readOption(const Json &json)
{
    VariableOption option;
    option.value = valuesOf(json[u"value"]).value(0);
    option.text = valuesOf(json[u"text"]).value(0, option.value);
    option.selected = json[u"selected"].toBool();
    return option;
}

Variable::Refresh readRefresh(const Json &json)
{
    const QString text = json.toString();
    if (json.isNumber() ? json.toInt() == 2 : text == "2"_L1 || text == "onTimeRangeChanged"_L1)
        return Variable::Refresh::OnTimeRange;
    const bool onLoad
        = json.isNumber() ? json.toInt() == 1 : json.toBool() || text == "1"_L1 || text == "true"_L1 || text == "onDashboardLoad"_L1;
    return onLoad ? Variable::Refresh::OnLoad : Variable::Refresh::Never;
}

void readCurrent(const Json &current, Variable &variable)
{
    const Json value = current[u"value"];
    variable.currentIsList = value.isArray();
    variable.currentValues = valuesOf(value);
    variable.currentTexts = valuesOf(current[u"text"]);
    if (!variable.currentIsList || variable.currentTexts.size() == variable.currentValues.size())
        return;
    // Old files join the texts of several values into one.
    variable.currentTexts = variable.currentTexts.value(0).split(" + "_L1);
    if (variable.currentTexts.size() != variable.currentValues.size())
        variable.currentTexts = variable.currentValues;
}

QList<DashboardQuickRange> readQuickRanges(const ModelReader &picker)
{
    QList<DashboardQuickRange> ranges;
    for (const Json &item : picker.array(u"quick_ranges"_s).items())
        if (item[u"from"].isString())
            ranges.append({{item[u"from"].toString(), item[u"to"].toString(u"now"_s)}, item[u"display"].toString()});
    return ranges;
}

QString readTimeEnd(const ModelReader &time, const QString &key, const QString &fallback)
{
    const Json end = time.get(key);
    return end.isNumber() ? QString::number(end.toInt()) : time.text(key, fallback);
}

// Row headers, free panels and folded ones -> elements and the layout tree, with every id made unique.
class Assembly
{
public:
    explicit Assembly(Dashboard &dashboard) : m_dashboard(dashboard) { }

    void run(QList<PanelNode> nodes)
    {
        for (const PanelNode &node : nodes) {
            note(node);
            for (const PanelNode &child : node.children)
                note(child);
        }
        std::stable_sort(nodes.begin(), nodes.end(), [](const PanelNode &a, const PanelNode &b) {
            const GridRect &x = a.panel->gridPos;
            const GridRect &y = b.panel->gridPos;
            return x.y != y.y ? x.y < y.y : x.x < y.x;
        });
        m_dashboard.highestId = m_highest;
        QList<LayoutItem> &top = m_dashboard.layout.children;
        qsizetype row = -1; // an index: adding to the list moves its items
        for (const PanelNode &node : nodes) {
            if (isCopy(node))
                continue;
            if (!node.isRow()) {
                add(node, row >= 0 && !top[row].collapsed ? top[row].children : top);
                continue;
            }
            top.append(rowItem(node));
            row = top.size() - 1;
            for (const PanelNode &child : node.children)
                add(child, top[row].children);
        }
    }

private:
    // Of a repeated panel or row, saved along by an old Grafana: what it was made from repeats here.
    static bool isCopy(const PanelNode &node)
    {
        const Json &raw = node.panel->raw;
        return raw[u"repeatPanelId"].toInt() > 0 && (node.panel->repeat.isEmpty() || raw[u"repeatedByRow"].toBool());
    }

    void note(const PanelNode &node)
    {
        if (node.panel->id < kFirstRowId)
            m_highest = std::max(m_highest, node.panel->id);
    }

    PanelPtr unique(const PanelPtr &panel)
    {
        if (panel->id > 0 && !m_seen.contains(panel->id)) {
            m_seen.insert(panel->id);
            return panel;
        }
        auto copy = std::make_shared<Panel>(*panel);
        if (panel->id > 0)
            copy->problems.append({panel->pointer + (panel->place.isEmpty() ? "/id"_L1 : "/spec/id"_L1),
                                   QCoreApplication::translate("Errors", "another panel has this id")});
        copy->id = m_highest < 2'000'000'000 ? ++m_highest : freeId();
        m_seen.insert(copy->id);
        return copy;
    }

    int freeId() const
    {
        int id = 1;
        while (m_seen.contains(id))
            ++id;
        return id;
    }

    LayoutItem rowItem(const PanelNode &node)
    {
        const PanelPtr panel = unique(node.panel);
        LayoutItem item;
        item.kind = LayoutItem::Kind::Row;
        item.id = u"row-%1"_s.arg(panel->id);
        item.title = panel->title;
        item.collapsed = node.collapsed;
        item.repeat = panel->repeat;
        item.rect = panel->gridPos;
        item.pointer = panel->pointer;
        item.place = panel->place;
        item.traits = panel->traits;
        m_dashboard.problems.append(panel->problems);
        return item;
    }

    void add(const PanelNode &node, QList<LayoutItem> &into)
    {
        if (node.isRow() || isCopy(node))
            return;
        const PanelPtr panel = unique(node.panel);
        m_dashboard.panels.append(panel);
        m_dashboard.problems.append(panel->problems);
        LayoutItem item;
        item.kind = LayoutItem::Kind::Element;
        item.id = panel->elementId();
        item.rect = panel->gridPos;
        item.repeat = panel->repeat;
        item.repeatsDown = panel->repeatDirection == "v"_L1;
        item.maxPerRow = panel->maxPerRow;
        item.pointer = panel->pointer;
        item.place = panel->place;
        item.traits = panel->traits;
        into.append(item);
    }

    Dashboard &m_dashboard;
    QSet<int> m_seen;
    int m_highest = 0;
};

void readTime(const ModelReader &reader, Dashboard &dashboard)
{
    const ModelReader time = reader.inside(u"time"_s);
    dashboard.time.from = readTimeEnd(time, u"from"_s, dashboard.time.from);
    dashboard.time.to = readTimeEnd(time, u"to"_s, dashboard.time.to);
    dashboard.timezone = reader.text(u"timezone"_s);
    dashboard.weekStart = reader.text(u"weekStart"_s);
    dashboard.fiscalYearStartMonth = std::clamp(reader.integer(u"fiscalYearStartMonth"_s), 0, 11);
    const Json refresh = reader.get(u"refresh"_s);
    const bool isOff = refresh == Json(false) || refresh.toString() == "false"_L1;
    dashboard.refresh = isOff ? QString() : reader.text(u"refresh"_s);
    const ModelReader picker = reader.inside(u"timepicker"_s);
    dashboard.refreshIntervals = picker.texts(u"refresh_intervals"_s);
    dashboard.quickRanges = readQuickRanges(picker);
    dashboard.timepickerHidden = picker.boolean(u"hidden"_s);
    dashboard.nowDelay = picker.text(u"nowDelay"_s);
    dashboard.liveNow = reader.boolean(u"liveNow"_s);
}

void readVariables(const ModelReader &reader, Dashboard &dashboard)
{
    const std::vector<Json> items = reader.object(u"templating"_s)[u"list"].items();
    QSet<QString> seen;
    for (size_t i = 0; i < items.size(); ++i) {
        const QString pointer = reader.pointer(u"templating"_s) + u"/list/%1"_s.arg(i);
        const Variable variable = readVariable(items[i], pointer, dashboard.problems);
        if (variable.name.isEmpty() || seen.contains(variable.name)) {
            dashboard.problems.append({pointer,
                                       variable.name.isEmpty() ? QCoreApplication::translate("Errors", "a variable without a name")
                                                               : QCoreApplication::translate("Errors", "another variable has this name")});
            continue;
        }
        seen.insert(variable.name);
        dashboard.variables.append(variable);
    }
}

void readAnnotations(const ModelReader &reader, Dashboard &dashboard)
{
    const std::vector<Json> items = reader.object(u"annotations"_s)[u"list"].items();
    for (size_t i = 0; i < items.size(); ++i)
        if (items[i].isObject())
            dashboard.annotations.append(
                readAnnotation(items[i], reader.pointer(u"annotations"_s) + u"/list/%1"_s.arg(i), dashboard.problems));
}
} // namespace

Variable readVariable(const Json &json, const QString &pointer, QList<ModelProblem> &problems)
{
    const ModelReader reader(json, pointer, problems);
    Variable variable;
    variable.raw = json;
    variable.pointer = pointer;
    variable.name = reader.text(u"name"_s);
    variable.type = reader.text(u"type"_s, u"query"_s);
    variable.label = reader.text(u"label"_s);
    variable.description = reader.text(u"description"_s);
    variable.hide = std::clamp(reader.integer(u"hide"_s), 0, 3);
    variable.query = reader.get(u"query"_s);
    variable.definition = reader.text(u"definition"_s);
    variable.datasource = reader.source(u"datasource"_s);
    variable.multi = reader.boolean(u"multi"_s);
    variable.includeAll = reader.boolean(u"includeAll"_s);
    variable.allValue = reader.text(u"allValue"_s);
    variable.allowCustomValue = reader.boolean(u"allowCustomValue"_s, true);
    variable.regex = reader.text(u"regex"_s);
    variable.regexApplyTo = reader.text(u"regexApplyTo"_s, u"value"_s);
    variable.sort = std::clamp(reader.integer(u"sort"_s), 0, 8);
    variable.refresh = readRefresh(reader.get(u"refresh"_s));
    if (const Json refresh = reader.get(u"refresh"_s); refresh.isArray() || refresh.isObject())
        reader.problem(u"refresh"_s, QCoreApplication::translate("Errors", "expected a number"));
    variable.autoInterval = reader.boolean(u"auto"_s);
    variable.autoCount = std::clamp(reader.integer(u"auto_count"_s, 30), 1, 10'000);
    variable.autoMin = reader.text(u"auto_min"_s, u"10s"_s);
    variable.skipUrlSync = reader.boolean(u"skipUrlSync"_s);
    const ModelReader current = reader.inside(u"current"_s);
    if (current.get(u"value"_s).isObject())
        current.problem(u"value"_s, QCoreApplication::translate("Errors", "expected a text or a list of texts"));
    readCurrent(current.json(), variable);
    for (const Json &item : reader.array(u"options"_s).items())
        if (item.isObject())
            variable.options.append(readOption(item));
    return variable;
}

DashboardPtr readDashboard(const Json &json, const QString &root, const QList<PanelNode> &panels)
{
    auto dashboard = std::make_shared<Dashboard>();
    const ModelReader reader(json, root, dashboard->problems);
    dashboard->version = reader.integer(u"version"_s);
    dashboard->uid = reader.text(u"uid"_s);
    dashboard->title = reader.text(u"title"_s);
    dashboard->description = reader.text(u"description"_s);
    dashboard->tags = reader.texts(u"tags"_s);
    dashboard->schemaVersion = reader.integer(u"schemaVersion"_s);
    dashboard->graphTooltip = std::clamp(reader.integer(u"graphTooltip"_s), 0, 2);
    dashboard->editable = reader.boolean(u"editable"_s, true);
    readTime(reader, *dashboard);
    readVariables(reader, *dashboard);
    readAnnotations(reader, *dashboard);
    dashboard->links = readLinks(reader, u"links"_s, dashboard->problems);
    dashboard->layout.pointer = root + "/panels"_L1;
    Assembly(*dashboard).run(panels);
    return dashboard;
}

PanelPtr Dashboard::panel(const QString &elementId) const
{
    for (const PanelPtr &each : panels)
        if (each->elementId() == elementId)
            return each;
    return nullptr;
}

PanelPtr Dashboard::panel(int id) const
{
    return panel(u"panel-%1"_s.arg(id));
}
