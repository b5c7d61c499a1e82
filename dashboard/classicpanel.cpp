// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/classiccodec.h>

#include <QtCore/QCoreApplication>
#include <dashboard/librarypanels.h>
#include <dashboard/migrations/legacyrows.h>
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
        const QString pointer = owner.pointer(key) + u'/' + QString::number(i);
        if (!items[i].isObject()) {
            problems.append({pointer, QCoreApplication::translate("Errors", "expected an object")});
            continue;
        }
        const ModelReader reader(items[i], pointer, problems);
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
        link.inControlsMenu = reader.text(u"placement"_s) == "inControlsMenu"_L1;
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
    for (qsizetype i = 0; i < panel.transformations.size(); ++i)
        if (!panel.transformations.at(i).isObject())
            panel.problems.append({reader.pointer(u"transformations"_s) + u'/' + QString::number(i),
                                   QCoreApplication::translate("Errors", "expected an object")});
    panel.links = readLinks(reader, u"links"_s, panel.problems);
    return panel;
}

Panel missingLibraryPanel(const Json &stub, const QString &pointer)
{
    Panel panel = readPanel(stub, pointer);
    panel.missingLibraryPanel = libraryPanelName(stub);
    if (panel.title.isEmpty())
        panel.title = panel.missingLibraryPanel;
    return panel;
}

namespace {

PanelPtr migrated(const Json &json, const QString &pointer, const MigrationContext &form, const GridRect *place = nullptr)
{
    QList<ModelProblem> problems;
    const MigrationContext here{form.from, pointer, &problems};
    if (!json.isObject()) // it cannot be read: it stands there as one of no type
        return std::make_shared<const Panel>(readPanel(json, pointer));
    const Json placed = place ? placedPanel(json, *place) : json;
    const Json model = isLibraryStub(placed) ? libraryPanelFor(placed, form.elements) : placed;
    if (model.isNull())
        return std::make_shared<const Panel>(missingLibraryPanel(placed, pointer));
    const Json today = migratedPanel(model, here);
    if (today.isNull())
        return nullptr;
    auto panel = std::make_shared<Panel>(readPanel(today, pointer));
    panel->isMigrated = today != json;
    panel->isOfLibrary = isLibraryStub(json);
    panel->problems += problems;
    return panel;
}

PanelPtr legacyHeader(const Json &row, const QString &pointer, int y)
{
    auto panel = std::make_shared<Panel>(readPanel(rowHeader(row, y, 0), pointer));
    panel->isMigrated = true;
    return panel;
}

} // namespace

PanelNode readPanelNode(const Json &json, const QString &pointer, const MigrationContext &form)
{
    PanelNode node;
    node.panel = migrated(json, pointer, form);
    if (!node.isRow())
        return node;
    QList<ModelProblem> problems;
    node.collapsed = ModelReader(json, pointer, problems).boolean(u"collapsed"_s);
    if (!problems.isEmpty()) {
        auto told = std::make_shared<Panel>(*node.panel);
        told->problems += problems;
        node.panel = told;
    }
    const std::vector<Json> children = json[u"panels"].items();
    for (size_t i = 0; i < children.size(); ++i)
        if (children[i].isObject())
            if (const PanelPtr child = migrated(children[i], u"%1/panels/%2"_s.arg(pointer).arg(i), form))
                node.children.append({child, false, {}});
    return node;
}

QList<PanelNode> readLegacyRows(const Json &rows, const MigrationContext &form)
{
    const LegacyRows layout = LegacyRows::of(rows, form);
    const std::vector<Json> items = rows.items();
    QList<PanelNode> nodes;
    for (qsizetype i = 0; i < layout.rows.size(); ++i) {
        const LegacyRows::Row &row = layout.rows[i];
        const QString at = form.pointer + u'/' + QString::number(i);
        const std::vector<Json> panels = items[size_t(i)][u"panels"].items();
        QList<PanelNode> children;
        for (qsizetype k = 0; k < row.panels.size(); ++k)
            if (panels[size_t(k)].isObject())
                if (const PanelPtr panel = migrated(panels[size_t(k)], u"%1/panels/%2"_s.arg(at).arg(k), form, &row.panels[k]))
                    children.append({panel, false, {}});
        if (layout.hasHeaders && !row.isLeftOut) {
            PanelNode header{legacyHeader(items[size_t(i)], at, row.y), row.isCollapsed, {}};
            if (header.collapsed)
                header.children = std::exchange(children, {});
            nodes.append(header);
        }
        nodes.append(children);
    }
    return nodes;
}
