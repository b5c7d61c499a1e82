// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/v2rows.h>

#include <QtCore/QCoreApplication>
#include <dashboard/editsupport.h>
#include <dashboard/v2/v2sections.h>

using namespace Qt::StringLiterals;

namespace {

QString sectionAt(const Document &document, const QString &pointer)
{
    for (const LayoutItem &item : document.dashboard()->layout.children)
        if (item.kind == LayoutItem::Kind::Row && item.place == pointer)
            return item.id;
    return {};
}

// The layout that a person looks at: below all bars of tabs.
QString shownLayout(const Document &document, const QStringList &frontTabs)
{
    QString at = document.root() + "/layout"_L1;
    for (int depth = 0; depth < kMaxSectionDepth; ++depth) {
        const qsizetype count = document.valueAt(at)[u"spec"][u"tabs"].size();
        if (count <= 0)
            break;
        const QString list = at + "/spec/tabs/"_L1;
        qsizetype front = 0;
        for (qsizetype i = 0; i < count; ++i)
            if (frontTabs.contains(sectionAt(document, list + QString::number(i))))
                front = i;
        at = u"%1%2/spec/layout"_s.arg(list).arg(front);
    }
    return at;
}

// An item of a list of the file.
struct Place {
    QString list;
    qsizetype index = -1;

    QString pointer() const { return list + u'/' + QString::number(index); }
    bool isTab() const { return list.endsWith("/tabs"_L1); }
};

Result<Place> placeOf(const Document &document, const QString &rowId)
{
    for (const LayoutItem &item : document.dashboard()->layout.children)
        if (item.kind == LayoutItem::Kind::Row && item.id == rowId)
            return Place{item.place.section(u'/', 0, -2), item.place.section(u'/', -1).toLongLong()};
    return fail(Error::Kind::Config, QCoreApplication::translate("Errors", "there is no row %1 any more").arg(rowId));
}

Result<Command> moved(JsonText json, const Place &from, Place to)
{
    if (from.list == to.list) {
        to.index -= to.index > from.index;
        if (to.index != from.index)
            json.move(from.list, from.index, to.index);
        return commandOf(json, QCoreApplication::translate("Edit", "Move row"));
    }
    if (const QString around = from.list + u'/'; to.list.startsWith(around)) { // what lies behind it comes one nearer
        const QString rest = to.list.mid(around.size());
        const qsizetype index = rest.section(u'/', 0, 0).toLongLong();
        if (index == from.index)
            return fail(Error::Kind::Unsupported, QCoreApplication::translate("Errors", "a row cannot lie inside itself"));
        to.list = around + QString::number(index - (index > from.index)) + u'/' + rest.section(u'/', 1);
    }
    json.transfer(from.pointer(), to.list, to.index);
    return commandOf(json, QCoreApplication::translate("Edit", "Move row"));
}

Json newRow(const QString &title)
{
    const Json grid = Json::object({{u"kind"_s, u"GridLayout"_s}, {u"spec"_s, Json::object({{u"items"_s, Json::array()}})}});
    return Json::object(
        {{u"kind"_s, u"RowsLayoutRow"_s}, {u"spec"_s, Json::object({{u"title"_s, title}, {u"collapse"_s, false}, {u"layout"_s, grid}})}});
}

// How many sections lie in each other in it, itself counted.
int levelsOf(const Document &document, const QString &rowId)
{
    int depth = -1, deepest = -1;
    for (const LayoutItem &item : document.dashboard()->layout.children) {
        if (depth < 0 && item.id == rowId)
            depth = deepest = item.traits.depth;
        else if (depth >= 0 && (item.kind != LayoutItem::Kind::Row || item.traits.depth <= depth))
            break;
        deepest = std::max(deepest, item.traits.depth);
    }
    return deepest - depth + 1;
}

int depthOf(const Document &document, const QString &rowId)
{
    for (const LayoutItem &item : document.dashboard()->layout.children)
        if (item.id == rowId)
            return item.traits.depth;
    return 0;
}

} // namespace

Result<> makeV2Rows(JsonText &json, const QString &layout, const QByteArray &more)
{
    const Json now = json.valueAt(layout);
    const QString kind = now[u"kind"].toString();
    static const QStringList known{u"GridLayout"_s, u"AutoGridLayout"_s, u"RowsLayout"_s, u"TabsLayout"_s};
    if (!now.isNull() && (!known.contains(kind) || now[u"spec"][u"tabs"].size() > 0))
        return fail(Error::Kind::Unsupported,
                    QCoreApplication::translate("Errors", "the layout of this file has no rows: its kind is %1").arg(kind.left(80)));
    QByteArrayList rows;
    if (now[u"spec"][u"items"].size() > 0)
        rows.append(v2RowAround(json.bytesAt(layout)));
    if (!more.isEmpty())
        rows.append(more);
    json.setWritten(layout, R"({ "kind": "RowsLayout", "spec": { "rows": [ )" + rows.join(", ") + " ] } }");
    return {};
}

QByteArray v2RowAround(const QByteArray &layout)
{
    return R"({ "kind": "RowsLayoutRow", "spec": { "title": "", "collapse": false, "hideHeader": true, "layout": )" + layout + " } }";
}

Result<NewRow> addV2Row(const Document &document, const QString &title, const QStringList &frontTabs)
{
    const QString layout = shownLayout(document, frontTabs), rows = layout + "/spec/rows"_L1;
    JsonText json = document.toEdit();
    if (json.valueAt(rows).isArray())
        json.insert(rows, json.sizeOf(rows), newRow(title));
    else if (const Result<> made = makeV2Rows(json, layout, newRow(title).dump()); !made)
        return tl::unexpected<Error>(made.error());
    const QString place = u"%1/%2"_s.arg(rows).arg(std::max<qsizetype>(0, json.sizeOf(rows) - 1));
    Result<Command> command = commandOf(json, QCoreApplication::translate("Edit", "Add row"));
    const Result<Document> after = command ? document.edited(command->splices) : tl::unexpected<Error>(command.error());
    if (!after)
        return tl::unexpected<Error>(after.error());
    return NewRow{*command, sectionAt(*after, place)};
}

Result<Command> moveV2Row(const Document &document, const QString &rowId, int steps)
{
    const Result<Place> from = placeOf(document, rowId);
    if (!from)
        return tl::unexpected<Error>(from.error());
    const qsizetype last = document.valueAt(from->list).size() - 1, to = std::clamp<qsizetype>(from->index + steps, 0, last);
    return moved(document.toEdit(), *from, {from->list, to > from->index ? to + 1 : to});
}

Result<Command> placeV2Row(const Document &document, const QString &rowId, const QString &anchorId, RowSide side)
{
    const Result<Place> from = placeOf(document, rowId), anchor = placeOf(document, anchorId);
    if (!from || !anchor)
        return tl::unexpected<Error>(from ? anchor.error() : from.error());
    if (from->isTab() || (anchor->isTab() && side != RowSide::Inside))
        return fail(Error::Kind::Unsupported, QCoreApplication::translate("Errors", "rows lie among rows, tabs among tabs"));
    const int depth = depthOf(document, anchorId) + (side == RowSide::Inside ? 1 : 0);
    if (depth + levelsOf(document, rowId) > kMaxSectionDepth)
        return fail(Error::Kind::Unsupported,
                    QCoreApplication::translate("Errors", "what lies in this row would be nested too deeply there to be shown"));
    JsonText json = document.toEdit();
    if (side != RowSide::Inside)
        return moved(std::move(json), *from, {anchor->list, anchor->index + (side == RowSide::After ? 1 : 0)});
    if ((anchor->pointer() + u'/').startsWith(from->pointer() + u'/'))
        return fail(Error::Kind::Unsupported, QCoreApplication::translate("Errors", "a row cannot lie inside itself"));
    const QString layout = anchor->pointer() + "/spec/layout"_L1, rows = layout + "/spec/rows"_L1;
    if (!json.valueAt(rows).isArray())
        if (const Result<> made = makeV2Rows(json, layout); !made)
            return tl::unexpected<Error>(made.error());
    const qsizetype end = json.sizeOf(rows);
    return moved(std::move(json), *from, {rows, end});
}
