// SPDX-License-Identifier: GPL-3.0-or-later
#include "editkinds.h"

#include <QtCore/QRegularExpression>
#include <dashboard/editsupport.h>
#include <dashboard/layoutediting.h>
#include <dashboard/panelclipboard.h>
#include <dashboard/pointerediting.h>
#include <dashboard/session.h>
#include <dashboard/settingsediting.h>
#include <dashboard/upgrading.h>

using namespace Qt::StringLiterals;

namespace {

using Made = std::optional<TriedEdit>;
using Random = QRandomGenerator;

QString text(Random &random)
{
    return u"t %1 \"é\\ \u2028"_s.arg(random.bounded(1000));
}

// A first member in the object at `brace`, set like the one that was first.
QByteArray withFirst(QByteArray text, qsizetype brace, const QByteArray &member)
{
    qsizetype first = brace + 1;
    while (first < text.size() && QByteArrayView(" \t\r\n").contains(text[first]))
        ++first;
    return text.insert(first, member + text.mid(brace + 1, first - brace - 1));
}

QString plain(const QString &pointer)
{
    return QRegularExpression::escape(pointer);
}

// A value at a path below a place: it is changed, or it is added, or what is missing on the way to it is.
QStringList setAt(const QString &place, const QString &path)
{
    QStringList allowed;
    QString at = place;
    for (const QString &token : path.split(u'.')) {
        at += u'/' + pointerEscaped(token);
        allowed.append(u"[+=]"_s + plain(at));
    }
    allowed.last() += u"(/.*)?"_s;
    allowed.append(u"-"_s + plain(at) + u"/.*"_s); // items of the old value
    return allowed;
}

QStringList anyBelow(const QString &place)
{
    return {u"[-+=~]"_s + plain(place) + u"/.*"_s};
}

QStringList itemOf(const QString &place, const QString &list, const QString &kinds)
{
    QStringList allowed = setAt(place, list);
    allowed.last() = u"[+=]"_s + plain(place + pointerOfPath(list));
    return allowed << u'[' + kinds + u']' + plain(place + pointerOfPath(list)) + u"/\\d+"_s;
}

const QString kPlaces = u"[+=].*/gridPos(/[xywh])?"_s;
const QString kPanels = u"[-+].*/panels(/\\d+)?"_s;

template <class New>
Result<Command> commandOf(const Result<New> &made)
{
    return made ? Result<Command>(made->command) : tl::unexpected<Error>(made.error());
}

PanelPtr panelOf(const Document &document, Random &random)
{
    const auto &panels = document.dashboard()->panels;
    return panels.isEmpty() ? PanelPtr() : panels[random.bounded(panels.size())];
}

EditKind ofPanel(const char *name, std::function<Made(const Document &, const Panel &, Random &)> make)
{
    return {name, [make](const Document &document, Random &random) -> Made {
                const PanelPtr panel = panelOf(document, random);
                return panel ? make(document, *panel, random) : Made();
            }};
}

EditKind panelValue(const char *name, const QString &path, std::function<Json(Random &)> value)
{
    return ofPanel(name, [=](const Document &document, const Panel &panel, Random &random) -> Made {
        return TriedEdit{setPanelValue(document, panel.elementId(), path, value(random), u"Set"_s), setAt(panel.pointer, path),
                         !path.startsWith(u"targets"_s)};
    });
}

EditKind addedItem(const char *name, const QString &list, const Json &item)
{
    return ofPanel(name, [=](const Document &document, const Panel &panel, Random &random) -> Made {
        const qsizetype size = panel.raw.get(list).size();
        return TriedEdit{addPanelItem(document, panel.elementId(), list, random.bounded(size + 1), item, u"Add"_s),
                         itemOf(panel.pointer, list, u"+"_s)};
    });
}

EditKind removedItem(const char *name, const QString &list)
{
    return ofPanel(name, [=](const Document &document, const Panel &panel, Random &random) -> Made {
        const qsizetype size = panel.raw.get(list).size();
        if (size == 0)
            return {};
        return TriedEdit{removePanelItem(document, panel.elementId(), list, random.bounded(size), u"Remove"_s),
                         itemOf(panel.pointer, list, u"-"_s), list != u"targets"};
    });
}

EditKind movedItem(const char *name, const QString &list)
{
    return ofPanel(name, [=](const Document &document, const Panel &panel, Random &random) -> Made {
        const qsizetype size = panel.raw.get(list).size();
        if (size < 2)
            return {};
        return TriedEdit{movePanelItem(document, panel.elementId(), list, 0, random.bounded(1, int(size)), u"Move"_s),
                         itemOf(panel.pointer, list, u"-+"_s), list != u"targets"};
    });
}

Json aText(Random &random)
{
    return Json(text(random));
}

Json aNumber(Random &random)
{
    return Json(random.bounded(1'000'000));
}

QList<EditKind> panelKinds()
{
    const Json override = *Json::parse(R"({"matcher":{"id":"byName","options":"up"},"properties":[{"id":"unit","value":"s"}]})");
    return {
        panelValue("title", u"title"_s, aText),
        panelValue("description", u"description"_s, aText),
        panelValue("option", u"options.legend.showLegend"_s, [](Random &random) { return Json(random.bounded(2) == 1); }),
        panelValue("option with an odd name", u"options.a~b/c"_s, aText),
        panelValue("unit", u"fieldConfig.defaults.unit"_s, aText),
        panelValue("custom option", u"fieldConfig.defaults.custom.lineWidth"_s, aNumber),
        panelValue("thresholds", u"fieldConfig.defaults.thresholds"_s,
                   [](Random &) {
                       return *Json::parse(R"({"mode":"absolute","steps":[{"color":"green","value":null},{"color":"red","value":8}]})");
                   }),
        panelValue("interval", u"interval"_s, aText),
        panelValue("repeat", u"repeat"_s, aText),
        panelValue("query", u"targets.0.expr"_s, aText),
        panelValue("hidden query", u"targets.0.hide"_s, [](Random &) { return Json(true); }),
        addedItem("override", u"fieldConfig.overrides"_s, override),
        removedItem("override removed", u"fieldConfig.overrides"_s),
        movedItem("override moved", u"fieldConfig.overrides"_s),
        addedItem("transformation", u"transformations"_s, *Json::parse(R"({"id":"merge","options":{}})")),
        removedItem("transformation removed", u"transformations"_s),
        movedItem("transformation moved", u"transformations"_s),
        addedItem("panel link", u"links"_s, *Json::parse(R"({"title":"a","url":"http://localhost/"})")),
        removedItem("panel link removed", u"links"_s),
        removedItem("query removed", u"targets"_s),
        movedItem("query moved", u"targets"_s),
        ofPanel("query added",
                [](const Document &document, const Panel &panel, Random &random) -> Made {
                    return TriedEdit{addTarget(document, panel.elementId(), Json::object({{u"expr"_s, text(random)}})),
                                     itemOf(panel.pointer, u"targets"_s, u"+"_s), false};
                }),
        ofPanel("query duplicated",
                [](const Document &document, const Panel &panel, Random &random) -> Made {
                    if (panel.targets.isEmpty())
                        return {};
                    return TriedEdit{duplicateTarget(document, panel.elementId(), random.bounded(panel.targets.size())),
                                     itemOf(panel.pointer, u"targets"_s, u"+"_s), false};
                }),
        ofPanel("option removed",
                [](const Document &document, const Panel &panel, Random &random) -> Made {
                    const QStringList keys = panel.raw[u"options"].keys();
                    if (keys.isEmpty())
                        return {};
                    const QString key = keys[random.bounded(keys.size())];
                    if (key.contains(u'.'))
                        return {};
                    return TriedEdit{removePanelValue(document, panel.elementId(), u"options."_s + key, u"Remove"_s),
                                     {u"-"_s + plain(panel.pointer + u"/options/"_s + pointerEscaped(key))}};
                }),
        ofPanel("members",
                [](const Document &document, const Panel &panel, Random &random) -> Made {
                    const Json members = Json::object({{u"min"_s, random.bounded(9)}, {u"max"_s, 10}, {u"decimals"_s, Json()}});
                    const QString at = u"fieldConfig.defaults"_s;
                    return TriedEdit{setPanelMembers(document, panel.elementId(), at, members, u"Limits"_s),
                                     setAt(panel.pointer, at + u".min"_s) + setAt(panel.pointer, at + u".max"_s)
                                         + QStringList{u"-"_s + plain(panel.pointer) + u"/fieldConfig/defaults/decimals"_s}};
                }),
        ofPanel("source",
                [](const Document &document, const Panel &panel, Random &random) -> Made {
                    const Json ref = Json::object({{u"type"_s, u"prometheus"_s}, {u"uid"_s, text(random)}});
                    return TriedEdit{setPanelSource(document, panel.elementId(), ref, u"Source"_s),
                                     {u"[-+=~]"_s + plain(panel.pointer) + u"(/targets/\\d+)?/datasource(/.*)?"_s},
                                     false};
                }),
        ofPanel("type",
                [](const Document &document, const Panel &panel, Random &) -> Made {
                    return TriedEdit{changePanelType(document, panel.elementId(),
                                                     {panel.type == u"gauge" ? u"table"_s : u"gauge"_s, {u"legend"_s}, {}}, u"Type"_s),
                                     {u"[-+=~]"_s + plain(panel.pointer) + u"/(type|pluginVersion|options|fieldConfig)(/.*)?"_s}};
                }),
        ofPanel("panel as JSON",
                [](const Document &document, const Panel &panel, Random &) -> Made {
                    const QByteArray bytes = document.textAt(panel.pointer);
                    return TriedEdit{replacePanel(document, panel.elementId(), withFirst(bytes, 0, "\"fromJson\": [1.50],")),
                                     {u"\\+"_s + plain(panel.pointer) + u"/fromJson"_s}};
                }),
    };
}

QString rowOf(const Document &document, Random &random, QString *pointer)
{
    QList<const LayoutItem *> rows;
    for (const LayoutItem &item : document.dashboard()->layout.children)
        if (item.kind == LayoutItem::Kind::Row)
            rows.append(&item);
    if (rows.isEmpty())
        return {};
    const LayoutItem *row = rows[random.bounded(rows.size())];
    *pointer = row->pointer;
    return row->id;
}

EditKind ofRow(const char *name, std::function<TriedEdit(const Document &, const QString &, const QString &, Random &)> make)
{
    return {name, [make](const Document &document, Random &random) -> Made {
                QString pointer;
                const QString row = rowOf(document, random, &pointer);
                return row.isEmpty() ? Made() : make(document, row, pointer, random);
            }};
}

QList<EditKind> layoutKinds()
{
    const QStringList everywhere{kPanels, kPlaces, u"[+=].*/panels/\\d+/collapsed"_s};
    return {
        {"panel added",
         [](const Document &document, Random &random) -> Made {
             const Json panel = Json::object({{u"type"_s, u"stat"_s}, {u"title"_s, text(random)}});
             return TriedEdit{commandOf(addPanel(document, panel)), {u"\\+.*/panels(/\\d+)?"_s}};
         }},
        ofPanel("panel duplicated",
                [](const Document &document, const Panel &panel, Random &) -> Made {
                    return TriedEdit{commandOf(duplicatePanels(document, {panel.elementId()})), {u"\\+.*/panels/\\d+"_s, kPlaces}, false};
                }),
        ofPanel("panel pasted",
                [](const Document &document, const Panel &panel, Random &) -> Made {
                    const QByteArray copy = copiedPanels(document, {panel.elementId()});
                    return TriedEdit{commandOf(pastePanels(document, copy)), {u"\\+.*/panels/\\d+"_s}, false};
                }),
        ofPanel("panel removed",
                [](const Document &document, const Panel &panel, Random &) -> Made {
                    return TriedEdit{removePanels(document, {panel.elementId()}), {u"-"_s + plain(panel.pointer)}, false};
                }),
        ofPanel("panel moved",
                [](const Document &document, const Panel &panel, Random &random) -> Made {
                    const GridRect place{random.bounded(12), random.bounded(40), 12, random.bounded(2, 9)};
                    return TriedEdit{setPlaces(document, {{panel.elementId(), place}}, u"Move"_s),
                                     {u"[+=]"_s + plain(panel.pointer) + u"/gridPos(/[xywh])?"_s}};
                }),
        {"row added",
         [](const Document &document, Random &random) -> Made {
             return TriedEdit{commandOf(addRow(document, text(random))), {u"\\+.*/panels(/\\d+)?"_s}};
         }},
        ofRow("row renamed",
              [](const Document &document, const QString &id, const QString &pointer, Random &random) -> TriedEdit {
                  return {renameRow(document, id, text(random)), setAt(pointer, u"title"_s)};
              }),
        ofRow(
            "row repeated",
            [](const Document &document, const QString &id, const QString &pointer, Random &random) -> TriedEdit {
                return {setRowRepeat(document, id, random.bounded(2) ? u"job"_s : QString()), {u"[-+=]"_s + plain(pointer) + u"/repeat"_s}};
            }),
        ofRow("row folded",
              [=](const Document &document, const QString &id, const QString &, Random &random) -> TriedEdit {
                  return {setRowFolded(document, id, random.bounded(2)), everywhere};
              }),
        ofRow("row moved",
              [=](const Document &document, const QString &id, const QString &, Random &random) -> TriedEdit {
                  return {moveRow(document, id, random.bounded(2) ? 1 : -1), everywhere};
              }),
        ofRow("row removed",
              [=](const Document &document, const QString &id, const QString &, Random &) -> TriedEdit {
                  return {removeRow(document, id, false), everywhere};
              }),
        ofRow("row removed with its panels",
              [=](const Document &document, const QString &id, const QString &, Random &) -> TriedEdit {
                  return {removeRow(document, id, true), everywhere, false};
              }),
    };
}

EditKind ofVariable(const char *name, std::function<TriedEdit(const Document &, const Variable &, Random &)> make)
{
    return {name, [make](const Document &document, Random &random) -> Made {
                const auto &variables = document.dashboard()->variables;
                return variables.isEmpty() ? Made() : make(document, variables[random.bounded(variables.size())], random);
            }};
}

QList<EditKind> variableKinds()
{
    const Json custom = Json::object({{u"name"_s, u"fresh"_s}, {u"type"_s, u"custom"_s}, {u"query"_s, u"a,b"_s}});
    return {
        {"variable added",
         [=](const Document &document, Random &random) -> Made {
             const qsizetype size = document.dashboard()->variables.size();
             return TriedEdit{addVariable(document, custom, random.bounded(size + 2) - 1),
                              itemOf(document.root(), u"templating.list"_s, u"+"_s)};
         }},
        ofVariable("variable label",
                   [](const Document &document, const Variable &variable, Random &random) -> TriedEdit {
                       return {setVariableValue(document, variable.name, u"label"_s, text(random), u"Label"_s),
                               setAt(variable.pointer, u"label"_s)};
                   }),
        ofVariable("variable members",
                   [](const Document &document, const Variable &variable, Random &) -> TriedEdit {
                       return {setVariableValues(document, variable.name, {{u"multi"_s, true}, {u"sort"_s, 3}, {u"allValue"_s, Json()}},
                                                 u"Set"_s),
                               setAt(variable.pointer, u"multi"_s) + setAt(variable.pointer, u"sort"_s)
                                   + QStringList{u"-"_s + plain(variable.pointer) + u"/allValue"_s}};
                   }),
        ofVariable("variable renamed",
                   [](const Document &document, const Variable &variable, Random &) -> TriedEdit {
                       return {renameVariable(document, variable.name, u"freshName"_s), {u"=.*"_s}, false};
                   }),
        ofVariable("variable replaced",
                   [=](const Document &document, const Variable &variable, Random &) -> TriedEdit {
                       return {replaceVariable(document, variable.name, custom.with(u"name", variable.name), u"Type"_s),
                               anyBelow(variable.pointer)};
                   }),
        ofVariable("variable removed",
                   [](const Document &document, const Variable &variable, Random &) -> TriedEdit {
                       return {removeVariable(document, variable.name), {u"-"_s + plain(variable.pointer)}};
                   }),
        ofVariable("variable moved",
                   [](const Document &document, const Variable &variable, Random &random) -> TriedEdit {
                       return {moveVariable(document, variable.name, random.bounded(document.dashboard()->variables.size())),
                               itemOf(document.root(), u"templating.list"_s, u"-+"_s)};
                   }),
        {"variables kept",
         [](const Document &document, Random &) -> Made {
             QList<VariableState> states;
             for (const Variable &variable : document.dashboard()->variables)
                 states.append({variable, {}, {u"x"_s}, {u"x"_s}, false, {}});
             if (states.isEmpty())
                 return {};
             return TriedEdit{saveVariablesAsDefault(document, states, {}),
                              {u"[-+=~].*/templating/list/\\d+/(current|options|query|filters)(/.*)?"_s}};
         }},
    };
}

EditKind dashboardValue(const char *name, const QString &path, std::function<Json(Random &)> value)
{
    return {name, [=](const Document &document, Random &random) -> Made {
                return TriedEdit{setDashboardValue(document, path, value(random), u"Set"_s), setAt(document.root(), path)};
            }};
}

QList<EditKind> settingsKinds()
{
    const auto tags = [](Random &random) { return Json::strings({u"a"_s, text(random)}); };
    return {
        dashboardValue("dashboard title", u"title"_s, aText),
        dashboardValue("tags", u"tags"_s, [=](Random &random) { return tags(random); }),
        dashboardValue("refresh", u"refresh"_s, aText),
        dashboardValue("crosshair", u"graphTooltip"_s, [](Random &random) { return Json(random.bounded(3)); }),
        dashboardValue("intervals", u"timepicker.refresh_intervals"_s, [=](Random &random) { return tags(random); }),
        {"setting removed",
         [](const Document &document, Random &random) -> Made {
             const QStringList keys{u"refresh"_s, u"timezone"_s, u"tags"_s, u"links"_s, u"editable"_s};
             const QString key = keys[random.bounded(keys.size())];
             return TriedEdit{removeDashboardValue(document, key, u"Remove"_s), {u"-"_s + plain(document.root() + u'/' + key)}};
         }},
        {"link added",
         [](const Document &document, Random &random) -> Made {
             return TriedEdit{
                 addDashboardItem(document, u"links"_s, random.bounded(3), Json::object({{u"title"_s, text(random)}}), u"Link"_s),
                 itemOf(document.root(), u"links"_s, u"+"_s)};
         }},
        {"link moved",
         [](const Document &document, Random &) -> Made {
             if (document.dashboard()->links.size() < 2)
                 return {};
             return TriedEdit{moveDashboardItem(document, u"links"_s, 0, 1, u"Link"_s), itemOf(document.root(), u"links"_s, u"-+"_s)};
         }},
        {"annotation added",
         [](const Document &document, Random &random) -> Made {
             return TriedEdit{addDashboardItem(document, u"annotations.list"_s, 0, Json::object({{u"name"_s, text(random)}}), u"Note"_s),
                              itemOf(document.root(), u"annotations.list"_s, u"+"_s)};
         }},
        {"time kept",
         [](const Document &document, Random &) -> Made {
             return TriedEdit{saveTimeAsDefault(document, {u"now-17m"_s, u"now"_s}),
                              {u"[+=]"_s + plain(document.root()) + u"/time(/(from|to))?"_s}};
         }},
        {"text replaced",
         [](const Document &document, Random &) -> Made {
             const QByteArray text = withFirst(document.text(), document.text().indexOf('{'), "\"fromText\": 1.50,");
             return TriedEdit{replaceText(document, text, u"Text"_s), {u"\\+/fromText"_s}};
         }},
        {"value by pointer",
         [](const Document &document, Random &random) -> Made {
             const JsonIndex &index = document.index();
             const int node = random.bounded(int(index.nodes().size()));
             const char kind = index.nodes()[size_t(node)].kind;
             if (node == 0 || kind == '{' || kind == '[')
                 return {};
             const QString pointer = index.pointer(document.text(), node);
             return TriedEdit{setAtPointer(document, pointer, "1.50"), {u"="_s + plain(pointer)}, false};
         }},
        {"upgrade",
         [](const Document &document, Random &) -> Made {
             return TriedEdit{upgradeDashboard(document), {u".*"_s}, false};
         }},
    };
}

} // namespace

const QList<EditKind> &editKinds()
{
    static const QList<EditKind> all = panelKinds() + layoutKinds() + variableKinds() + settingsKinds();
    return all;
}
