// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/panelediting.h>

#include <QtCore/QCoreApplication>
#include <dashboard/editsupport.h>
#include <dashboard/gridplacement.h>
#include <dashboard/librarypanels.h>
#include <dashboard/upgrading.h>
#include <dashboard/v2/v2panel.h>
#include <dashboard/v2/v2twin.h>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Edit", text);
}

QString panelsText(const char *one, const char *many, qsizetype count)
{
    return count == 1 ? tr(one) : tr(many).arg(count);
}

// Runs an edit below a panel.
template <class Do>
Result<Command> onPanel(const Document &document, const QString &elementId, const QString &text, const QString &mergeKey, Do edit)
{
    if (isV2(document))
        return onClassicTwin(document, [&](const Document &twin) { return onPanel(twin, elementId, text, mergeKey, edit); });
    const PanelPtr panel = document.dashboard()->panel(elementId);
    if (!panel)
        return tl::unexpected<Error>(unknownPanel(elementId));
    return editPanelForm(document, *panel, text, mergeKey, edit);
}

// The rectangles of what lies on the grid itself, as in the file.
QList<GridRect> rectsOf(const Document &document)
{
    QList<GridRect> rects;
    for (const LayoutItem &item : document.dashboard()->layout.children) {
        rects.append(item.kind == LayoutItem::Kind::Row ? GridRect{0, item.rect.y, kGridColumns, 1} : item.rect);
        if (!item.collapsed)
            for (const LayoutItem &child : item.children)
                rects.append(child.rect);
    }
    return rects;
}

// What is typed in one place is one step. A switch that goes there and back is two, and an item that comes is none with what is typed in
// it.
QString mergeKeyOf(const QString &elementId, const QString &path, const Json &value)
{
    if (value.isBool())
        return {};
    qsizetype items = value.isArray() ? value.size() : 0;
    for (const Json &item : value.items()) // one of value mappings holds several
        for (const QString &key : item.isObject() ? item.keys() : QStringList())
            items += item[key].isObject() ? item[key].size() : 0;
    for (const QString &key : value.isObject() ? value.keys() : QStringList())
        items += value[key].isArray() ? value[key].size() : 0;
    return elementId + u'.' + path + (items > 0 ? u" %1"_s.arg(items) : QString());
}

QString listOf(const QString &itemPointer)
{
    return itemPointer.left(itemPointer.lastIndexOf(u'/'));
}

// The last line before the next row: what begins below it is the next row's. What overlaps there moves down on the page.
int lastLineOf(const Document &document, const QString &elementId)
{
    bool isBelow = false;
    for (const LayoutItem &item : document.dashboard()->layout.children) {
        if (isBelow && item.kind == LayoutItem::Kind::Row)
            return std::max(0, item.rect.y - 1);
        const auto isIt = [&](const LayoutItem &each) { return each.id == elementId; };
        const bool holds = !item.collapsed && std::any_of(item.children.begin(), item.children.end(), isIt); // else it lies in the row
        isBelow = isBelow || holds || isIt(item);
    }
    return INT_MAX;
}

// Adds panels at the end of the list, each with a new id and a place.
// In the v2 form a panel's JSON is its element.
Result<Command> replaceElement(const Document &document, const Panel &panel, const Json &json, const QByteArray &text)
{
    const Json id = document.valueAt(panel.pointer)[u"spec"][u"id"];
    if (!json[u"spec"].isObject() || json[u"spec"][u"id"] != id)
        return fail(Error::Kind::Config, QCoreApplication::translate("Errors", "the panel's id must stay %1").arg(id.toInt()),
                    u"/spec/id"_s);
    JsonText edit = document.toEdit();
    edit.replace(panel.pointer, text.trimmed());
    return commandOf(edit, tr("Panel JSON"));
}

} // namespace

Result<Command> setPanelValue(const Document &document, const QString &elementId, const QString &path, const Json &value,
                              const QString &text)
{
    return onPanel(document, elementId, text, mergeKeyOf(elementId, path, value),
                   [&](JsonText &json, const QString &panel) { json.change(panel + pointerOfPath(path), value); });
}

Result<Command> setPanelMembers(const Document &document, const QString &elementId, const QString &path, const Json &members,
                                const QString &text)
{
    return onPanel(document, elementId, text, {}, [&](JsonText &json, const QString &panel) {
        for (const QString &key : members.keys()) {
            const QString pointer = panel + pointerOfPath(path) + u'/' + pointerEscaped(key);
            if (members[key].isNull())
                json.remove(pointer);
            else
                json.set(pointer, members[key]);
        }
    });
}

Result<Command> removePanelValue(const Document &document, const QString &elementId, const QString &path, const QString &text)
{
    return onPanel(document, elementId, text, elementId + u'.' + path,
                   [&](JsonText &json, const QString &panel) { json.remove(panel + pointerOfPath(path)); });
}

Result<Command> addPanelItem(const Document &document, const QString &elementId, const QString &list, qsizetype index, const Json &item,
                             const QString &text)
{
    return onPanel(document, elementId, text, {},
                   [&](JsonText &json, const QString &panel) { json.insert(panel + pointerOfPath(list), index, item); });
}

Result<Command> removePanelItem(const Document &document, const QString &elementId, const QString &list, qsizetype index,
                                const QString &text)
{
    return removePanelValue(document, elementId, list + u'.' + QString::number(index), text).map([](Command command) {
        command.mergeKey.clear();
        return command;
    });
}

Result<Command> movePanelItem(const Document &document, const QString &elementId, const QString &list, qsizetype from, qsizetype to,
                              const QString &text)
{
    return onPanel(document, elementId, text, {},
                   [&](JsonText &json, const QString &panel) { json.move(panel + pointerOfPath(list), from, to); });
}

QString nextRefId(const Panel &panel)
{
    QSet<QString> used;
    for (const Target &target : panel.targets)
        used.insert(target.refId);
    for (int i = 0;; ++i) {
        QString id;
        for (int n = i; n >= 0; n = n / 26 - 1)
            id.prepend(QChar(u'A' + n % 26));
        if (!used.contains(id))
            return id;
    }
}

Result<Command> addTarget(const Document &document, const QString &elementId, const Json &members)
{
    const PanelPtr panel = document.dashboard()->panel(elementId);
    if (!panel)
        return tl::unexpected<Error>(unknownPanel(elementId));
    return addPanelItem(document, elementId, u"targets"_s, panel->targets.size(), members.with(u"refId", nextRefId(*panel)),
                        tr("Add query"));
}

Result<Command> duplicateTarget(const Document &document, const QString &elementId, qsizetype index)
{
    const PanelPtr panel = document.dashboard()->panel(elementId);
    if (!panel || index < 0 || index >= panel->targets.size())
        return tl::unexpected<Error>(unknownPanel(elementId));
    return addPanelItem(document, elementId, u"targets"_s, index + 1, panel->targets[index].raw.with(u"refId", nextRefId(*panel)),
                        tr("Duplicate query"));
}

Result<Command> setPanelSource(const Document &document, const QString &elementId, const Json &ref, const QString &text)
{
    constexpr auto mixed = "-- Mixed --"_L1;
    return onPanel(document, elementId, text, {}, [&](JsonText &json, const QString &panel) {
        const auto put
            = [&json](const QString &pointer, const Json &value) { value.isNull() ? json.remove(pointer) : json.set(pointer, value); };
        const Json before = json.valueAt(panel + "/datasource"_L1);
        put(panel + "/datasource"_L1, ref);
        const bool toMixed = ref[u"uid"].toString() == mixed;
        for (qsizetype i = 0; i < json.sizeOf(panel + "/targets"_L1); ++i) {
            const QString target = panel + u"/targets/%1/datasource"_s.arg(i);
            if (!toMixed && json.contains(target))
                put(target, ref);
            else if (toMixed && !json.contains(target) && !before.isNull() && before[u"uid"].toString() != mixed)
                put(target, before);
        }
    });
}

Result<Command> changePanelType(const Document &document, const QString &elementId, const PanelTypeKeys &type, const QString &text)
{
    return onPanel(document, elementId, text, {}, [&](JsonText &json, const QString &panel) {
        if (json.valueAt(panel + "/type"_L1) == Json(type.id))
            return;
        json.set(panel + "/type"_L1, type.id);
        json.remove(panel + "/pluginVersion"_L1); // it counts versions of the type that was
        const auto keep = [&](const QString &object, const QSet<QString> &keys) {
            for (const QString &key : json.valueAt(object).keys())
                if (!keys.contains(key))
                    json.remove(object + u'/' + pointerEscaped(key));
        };
        keep(panel + "/options"_L1, type.options);
        keep(panel + "/fieldConfig/defaults/custom"_L1, type.custom);
        const QString overrides = panel + "/fieldConfig/overrides"_L1;
        for (qsizetype i = 0; i < json.sizeOf(overrides); ++i) {
            const QString properties = overrides + u"/%1/properties"_s.arg(i);
            for (qsizetype k = json.sizeOf(properties) - 1; k >= 0; --k) {
                const QString id = json.valueAt(properties + u"/%1/id"_s.arg(k)).toString();
                if (id.startsWith("custom."_L1) && !type.custom.contains(id.section(u'.', 1, 1)))
                    json.remove(properties + u"/%1"_s.arg(k));
            }
        }
    });
}

Result<Command> replacePanel(const Document &document, const QString &elementId, const QByteArray &text)
{
    const Result<Json> json = Json::parse(text);
    if (!json)
        return tl::unexpected<Error>(json.error());
    if (!json->isObject())
        return fail(Error::Kind::Parse, QCoreApplication::translate("Errors", "a panel is a JSON object"));
    const PanelPtr panel = document.dashboard()->panel(elementId);
    if (!isV2(document) && panel && panel->raw[u"id"].isNumber() && (*json)[u"id"].toInt(-1) != panel->raw[u"id"].toInt())
        return fail(Error::Kind::Config,
                    QCoreApplication::translate("Errors", "the panel's id must stay %1").arg(panel->raw[u"id"].toInt()), u"/id"_s);
    if (isV2(document) && panel)
        return replaceElement(document, *panel, *json, text);
    return onPanel(document, elementId, tr("Panel JSON"), {},
                   [&](JsonText &edit, const QString &pointer) { edit.replace(pointer, text.trimmed()); });
}

Result<NewPanels> addPanels(const Document &document, const std::vector<Json> &panels, const QString &text)
{
    if (isV2(document))
        return onClassicTwin(document, [&](const Document &twin) { return addPanels(twin, panels, text); });
    if (hasLegacyRows(document))
        return onGridForm(document, [&](const Document &grid) { return addPanels(grid, panels, text); });
    JsonText json = document.toEdit();
    NewPanels made;
    QList<GridRect> rects = rectsOf(document);
    int id = highestPanelId(document);
    for (const Json &panel : panels) {
        if (!panel.isObject() || (!panel[u"type"].isString() && !isLibraryStub(panel)))
            return fail(Error::Kind::Parse, QCoreApplication::translate("Errors", "a panel is a JSON object with a \"type\""));
        const Json at = panel[u"gridPos"];
        const int w = std::clamp(int(at[u"w"].toInt(12)), 1, kGridColumns);
        const int h = std::clamp(int(at[u"h"].toInt(8)), 1, 1000);
        const bool placed = panels.size() == 1 && at[u"x"].isNumber() && at[u"y"].isNumber();
        const GridRect rect = placed ? GridRect{int(at[u"x"].toInt()), int(at[u"y"].toInt()), w, h} : placeForNew(rects, w, h);
        rects.append(rect);
        const QString list = document.root() + "/panels"_L1;
        json.insert(list, json.sizeOf(list), panel.with(u"id", ++id).with(u"gridPos", toJson(rect)));
        made.elementIds.append(u"panel-%1"_s.arg(id));
    }
    return commandOf(json, text).map([&](const Command &command) {
        made.command = command;
        return made;
    });
}

Result<NewPanels> addPanel(const Document &document, const Json &panel)
{
    return addPanels(document, {panel}, tr("Add panel"));
}

Result<NewPanels> duplicatePanels(const Document &document, const QStringList &elementIds)
{
    if (isV2(document))
        return onClassicTwin(document, [&](const Document &twin) { return duplicatePanels(twin, elementIds); });
    if (hasLegacyRows(document))
        return onGridForm(document, [&](const Document &grid) { return duplicatePanels(grid, elementIds); });
    JsonText json = document.toEdit();
    NewPanels made;
    int id = highestPanelId(document);
    Document now = document;
    for (const QString &elementId : elementIds) {
        const PanelPtr panel = now.dashboard()->panel(elementId);
        if (!panel)
            continue;
        const QString list = listOf(panel->pointer);
        const qsizetype index = panel->pointer.mid(list.size() + 1).toLongLong();
        GridRect rect = panel->gridPos;
        const bool beside = rect.x + 2 * rect.w <= kGridColumns;
        (beside ? rect.x : rect.y) += beside ? rect.w : rect.h;
        rect.y = std::min(rect.y, lastLineOf(now, elementId));
        json.insert(list, index + 1, json.valueAt(panel->pointer).with(u"id", ++id));
        setGridPos(json, list + u'/' + QString::number(index + 1), rect);
        made.elementIds.append(u"panel-%1"_s.arg(id));
        // Others give way in the file as well as on the screen.
        const Result<Document> next = document.edited(json.splices());
        if (!next)
            return tl::unexpected<Error>(next.error());
        now = *next;
    }
    return commandOf(json, panelsText("Duplicate panel", "Duplicate %1 panels", made.elementIds.size())).map([&](const Command &command) {
        made.command = command;
        return made;
    });
}

Result<Command> removePanels(const Document &document, const QStringList &elementIds)
{
    if (isV2(document))
        return onClassicTwin(document, [&](const Document &twin) { return removePanels(twin, elementIds); });
    if (hasLegacyRows(document))
        return onGridForm(document, [&](const Document &grid) { return removePanels(grid, elementIds); });
    QList<std::pair<qsizetype, QString>> places; // from the last one on, so that the pointers before it hold
    for (const QString &id : elementIds)
        if (const PanelPtr panel = document.dashboard()->panel(id))
            places.append(
                {document.index().nodes()[size_t(document.index().find(document.text(), panel->pointer))].value.begin, panel->pointer});
    std::sort(places.begin(), places.end(), std::greater<>());
    JsonText json = document.toEdit();
    for (const auto &[offset, pointer] : std::as_const(places))
        json.remove(pointer);
    return commandOf(json, panelsText("Remove panel", "Remove %1 panels", places.size()));
}
