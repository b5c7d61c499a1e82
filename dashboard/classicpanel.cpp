// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/classiccodec.h>

#include <QtCore/QCoreApplication>
#include <dashboard/modelreader.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kMaxGridUnits = 10'000; // taller than anything a person scrolls

GridRect readGridPos(const ModelReader &panel, QList<ModelProblem> &problems)
{
    const Json json = panel.object(u"gridPos"_s);
    if (json.isNull())
        return {0, kMaxGridUnits, 12, 9};
    const ModelReader reader(json, panel.pointer(u"gridPos"_s), problems);
    GridRect rect;
    rect.w = std::clamp(reader.integer(u"w"_s, 12), 1, 24);
    rect.h = std::clamp(reader.integer(u"h"_s, 9), 1, kMaxGridUnits);
    rect.x = std::clamp(reader.integer(u"x"_s), 0, 24 - rect.w);
    rect.y = std::clamp(reader.integer(u"y"_s), 0, kMaxGridUnits);
    return rect;
}

// "A", "B", … for targets that have no name.
QString defaultRefId(qsizetype index)
{
    return index < 26 ? QString(QChar(u'A' + ushort(index))) : u"Q%1"_s.arg(index);
}

Target readTarget(const Json &json, const QString &pointer, qsizetype index, QList<ModelProblem> &problems)
{
    const ModelReader reader(json, pointer, problems);
    Target target;
    target.raw = json;
    target.refId = reader.text(u"refId"_s, defaultRefId(index));
    target.hide = reader.boolean(u"hide"_s);
    target.datasource = reader.source(u"datasource"_s);
    target.expr = reader.get(u"expr"_s).isNull() ? json[u"query"].toString() : reader.text(u"expr"_s);
    target.legendFormat = reader.text(u"legendFormat"_s);
    target.interval = reader.text(u"interval"_s);
    target.intervalFactor = std::clamp(reader.integer(u"intervalFactor"_s, 1), 1, 100);
    target.format = reader.text(u"format"_s, u"time_series"_s);
    target.instant = reader.boolean(u"instant"_s);
    target.range = reader.boolean(u"range"_s, !target.instant);
    target.exemplar = reader.boolean(u"exemplar"_s);
    return target;
}

QList<Target> readTargets(const ModelReader &panel, QList<ModelProblem> &problems)
{
    QList<Target> targets;
    QStringList seen;
    const std::vector<Json> items = panel.array(u"targets"_s).items();
    for (size_t i = 0; i < items.size(); ++i) {
        const QString pointer = panel.pointer(u"targets"_s) + u'/' + QString::number(i);
        if (!items[i].isObject()) {
            problems.append({pointer, QCoreApplication::translate("Errors", "expected an object")});
            continue;
        }
        Target target = readTarget(items[i], pointer, qsizetype(i), problems);
        for (int n = 2; seen.contains(target.refId); ++n)
            target.refId = target.refId.section(u'~', 0, 0) + u'~' + QString::number(n);
        seen.append(target.refId);
        targets.append(target);
    }
    return targets;
}
} // namespace

QList<PanelLink> readLinks(const ModelReader &owner, const QString &key, QList<ModelProblem> &problems)
{
    QList<PanelLink> links;
    const std::vector<Json> items = owner.array(key).items();
    for (size_t i = 0; i < items.size(); ++i) {
        if (!items[i].isObject())
            continue;
        const ModelReader reader(items[i], owner.pointer(key) + u'/' + QString::number(i), problems);
        PanelLink link;
        link.title = reader.text(u"title"_s);
        link.url = reader.text(u"url"_s);
        link.type = reader.text(u"type"_s, u"link"_s);
        link.tags = reader.texts(u"tags"_s);
        link.icon = reader.text(u"icon"_s);
        link.tooltip = reader.text(u"tooltip"_s);
        link.targetBlank = reader.boolean(u"targetBlank"_s);
        link.includeVars = reader.boolean(u"includeVars"_s);
        link.keepTime = reader.boolean(u"keepTime"_s);
        link.asDropdown = reader.boolean(u"asDropdown"_s);
        links.append(link);
    }
    return links;
}

Panel readPanel(const Json &json, const QString &pointer)
{
    Panel panel;
    panel.raw = json;
    panel.pointer = pointer;
    const ModelReader reader(json, pointer, panel.problems);
    panel.id = reader.integer(u"id"_s);
    panel.type = reader.text(u"type"_s);
    panel.pluginVersion = reader.text(u"pluginVersion"_s);
    panel.title = reader.text(u"title"_s);
    panel.description = reader.text(u"description"_s);
    panel.transparent = reader.boolean(u"transparent"_s);
    panel.gridPos = readGridPos(reader, panel.problems);
    panel.datasource = reader.source(u"datasource"_s);
    panel.targets = readTargets(reader, panel.problems);
    panel.interval = reader.text(u"interval"_s);
    if (!reader.get(u"maxDataPoints"_s).isNull())
        if (const int points = reader.integer(u"maxDataPoints"_s); points > 0)
            panel.maxDataPoints = points;
    panel.timeFrom = reader.text(u"timeFrom"_s);
    panel.timeShift = reader.text(u"timeShift"_s);
    panel.hideTimeOverride = reader.boolean(u"hideTimeOverride"_s);
    panel.repeat = reader.text(u"repeat"_s);
    panel.repeatDirection = reader.text(u"repeatDirection"_s);
    panel.maxPerRow = std::clamp(reader.integer(u"maxPerRow"_s, 4), 1, 24);
    panel.options = reader.object(u"options"_s);
    panel.fieldConfig = reader.object(u"fieldConfig"_s);
    panel.transformations = reader.array(u"transformations"_s);
    panel.links = readLinks(reader, u"links"_s, panel.problems);
    return panel;
}

PanelNode readPanelNode(const Json &json, const QString &pointer)
{
    PanelNode node;
    node.panel = std::make_shared<const Panel>(readPanel(json, pointer));
    if (!node.isRow())
        return node;
    node.collapsed = json[u"collapsed"].toBool();
    const std::vector<Json> children = json[u"panels"].items();
    for (size_t i = 0; i < children.size(); ++i)
        if (children[i].isObject())
            node.children.append({std::make_shared<const Panel>(readPanel(children[i], u"%1/panels/%2"_s.arg(pointer).arg(i))), false, {}});
    return node;
}

QList<PanelNode> readLegacyRows(const Json &rows, const QString &pointer)
{
    const auto shown = [](const Json &row) { return row[u"showTitle"].toBool() || row[u"collapse"].toBool(); };
    const std::vector<Json> items = rows.items();
    const bool headers = std::any_of(items.begin(), items.end(), shown);
    QList<PanelNode> nodes;
    int y = 0;
    for (size_t i = 0; i < items.size(); ++i) {
        const QString at = pointer + u'/' + QString::number(i);
        PanelNode header;
        Panel row;
        row.type = u"row"_s;
        row.title = items[i][u"title"].toString();
        row.gridPos = {0, y, 24, 1};
        row.repeat = items[i][u"repeat"].toString();
        row.raw = items[i];
        row.pointer = at;
        header.panel = std::make_shared<const Panel>(row);
        header.collapsed = items[i][u"collapse"].toBool();
        y += headers;
        const Json height = items[i][u"height"];
        const double px = height.isString() ? height.toString().remove("px"_L1).toDouble() : height.toDouble();
        const int rowHeight = int(std::clamp(std::ceil((px > 0 ? px : 250) / 38), 3.0, 100.0));
        const std::vector<Json> panels = items[i][u"panels"].items();
        QList<PanelNode> children;
        int x = 0;
        for (size_t j = 0; j < panels.size(); ++j) {
            if (!panels[j].isObject())
                continue;
            Panel panel = readPanel(panels[j], u"%1/panels/%2"_s.arg(at).arg(j));
            const int width = int(std::clamp(panels[j][u"span"].toDouble(4) * 2, 1.0, 24.0));
            if (x + width > 24) {
                x = 0;
                y += rowHeight;
            }
            panel.gridPos = {x, y, width, rowHeight};
            x += width;
            children.append({std::make_shared<const Panel>(panel), false, {}});
        }
        y += children.isEmpty() ? 0 : rowHeight;
        if (headers && header.collapsed)
            header.children = std::exchange(children, {});
        if (headers)
            nodes.append(header);
        nodes.append(children);
    }
    return nodes;
}
