// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/layoutediting.h>

#include <QtCore/QCoreApplication>
#include <dashboard/editsupport.h>
#include <dashboard/layout.h>
#include <dashboard/upgrading.h>
#include <dashboard/v2/v2removal.h>
#include <dashboard/v2/v2rows.h>
#include <dashboard/v2/v2twin.h>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Edit", text);
}

const LayoutItem *rowOf(const Document &document, const QString &rowId)
{
    for (const LayoutItem &item : document.dashboard()->layout.children)
        if (item.kind == LayoutItem::Kind::Row && item.id == rowId)
            return &item;
    return nullptr;
}

int bottomOf(const QList<LayoutItem> &items)
{
    int bottom = 0;
    for (const LayoutItem &item : items) {
        const bool row = item.kind == LayoutItem::Kind::Row;
        bottom = std::max(bottom, row ? item.rect.y + 1 : item.rect.bottom());
        if (row && !item.collapsed)
            bottom = std::max(bottom, bottomOf(item.children));
    }
    return bottom;
}

// Runs an edit of a row that is there, in a file whose layout can be edited.
template <class Do>
Result<Command> onRow(const Document &document, const QString &rowId, const QString &text, Do edit)
{
    const LayoutItem *row = rowOf(document, rowId);
    if (!row)
        return fail(Error::Kind::Config, QCoreApplication::translate("Errors", "there is no row %1 any more").arg(rowId));
    JsonText json = document.toEdit();
    edit(json, *row);
    return commandOf(json, text);
}

qsizetype indexIn(const QString &pointer)
{
    return pointer.mid(pointer.lastIndexOf(u'/') + 1).toLongLong();
}

// Pointers of items of one list, from the last one on.
QStringList lastFirst(const QList<LayoutItem> &items)
{
    QStringList pointers;
    for (const LayoutItem &item : items)
        pointers.append(item.pointer);
    std::sort(pointers.begin(), pointers.end(), [](const QString &a, const QString &b) { return indexIn(a) > indexIn(b); });
    return pointers;
}

void fold(JsonText &json, const LayoutItem &row)
{
    qsizetype at = indexIn(row.pointer);
    const QString list = row.pointer.left(row.pointer.lastIndexOf(u'/'));
    for (const QString &pointer : lastFirst(row.children)) {
        if (indexIn(pointer) < at)
            --at;
        json.transfer(pointer, list + u"/%1/panels"_s.arg(at), 0);
    }
    json.set(list + u"/%1/collapsed"_s.arg(at), true);
}

void unfold(JsonText &json, const LayoutItem &row, const Document &document)
{
    const QString list = row.pointer.left(row.pointer.lastIndexOf(u'/'));
    const qsizetype at = indexIn(row.pointer);
    int top = INT_MAX;
    for (const LayoutItem &child : row.children)
        top = std::min(top, child.rect.y);
    const int lift = row.rect.y + 1 - top; // to right below the row
    const int height = row.children.isEmpty() ? 0 : bottomOf(row.children) - top;
    for (const LayoutItem &item : document.dashboard()->layout.children) { // what is below makes room
        if (item.rect.y <= row.rect.y || item.id == row.id)
            continue;
        json.set(item.pointer + "/gridPos/y"_L1, item.rect.y + height);
        for (const LayoutItem &child : item.children)
            json.set(child.pointer + "/gridPos/y"_L1, child.rect.y + height);
    }
    for (const LayoutItem &child : row.children)
        json.set(child.pointer + "/gridPos/y"_L1, child.rect.y + lift);
    json.set(row.pointer + "/collapsed"_L1, false);
    for (const QString &pointer : lastFirst(row.children))
        json.transfer(pointer, list, at + 1);
}

} // namespace

Result<Command> setPlaces(const Document &document, const QHash<QString, GridRect> &places, const QString &text)
{
    if (isV2(document))
        return onClassicTwin(document, [&](const Document &twin) { return setPlaces(twin, places, text); });
    if (hasLegacyRows(document))
        return onGridForm(document, [&](const Document &grid) { return setPlaces(grid, places, text); });
    JsonText json = document.toEdit();
    QStringList ids = places.keys();
    ids.sort(); // the same edit gives the same splices
    for (const QString &id : std::as_const(ids))
        if (const QString pointer = pointerOf(document, id); !pointer.isEmpty())
            setGridPos(json, pointer, places[id]);
    return commandOf(json, text);
}

Result<NewRow> addRow(const Document &document, const QString &title, const QStringList &frontTabs)
{
    if (isV2(document))
        return addV2Row(document, title, frontTabs);
    if (hasLegacyRows(document))
        return onGridForm(document, [&](const Document &grid) { return addRow(grid, title); });
    const int id = highestPanelId(document) + 1;
    const QString list = document.root() + "/panels"_L1;
    JsonText json = document.toEdit();
    json.insert(list, json.sizeOf(list),
                Json::object({{u"collapsed"_s, false},
                              {u"gridPos"_s, toJson(GridRect{0, bottomOf(document.dashboard()->layout.children), kGridColumns, 1})},
                              {u"id"_s, id},
                              {u"panels"_s, Json::array()},
                              {u"title"_s, title},
                              {u"type"_s, u"row"_s}}));
    return commandOf(json, tr("Add row")).map([&](const Command &command) { return NewRow{command, u"row-%1"_s.arg(id)}; });
}

Result<Command> renameRow(const Document &document, const QString &rowId, const QString &title)
{
    if (isV2(document))
        return onClassicTwin(document, [&](const Document &twin) { return renameRow(twin, rowId, title); });
    if (hasLegacyRows(document))
        return onGridForm(document, [&](const Document &grid) { return renameRow(grid, rowId, title); });
    return onRow(document, rowId, tr("Rename row"),
                 [&](JsonText &json, const LayoutItem &row) { json.set(row.pointer + "/title"_L1, title); });
}

Result<Command> setRowFolded(const Document &document, const QString &rowId, bool folded)
{
    if (isV2(document))
        return onClassicTwin(document, [&](const Document &twin) { return setRowFolded(twin, rowId, folded); });
    if (hasLegacyRows(document))
        return onGridForm(document, [&](const Document &grid) { return setRowFolded(grid, rowId, folded); });
    return onRow(document, rowId, folded ? tr("Fold row") : tr("Unfold row"), [&](JsonText &json, const LayoutItem &row) {
        if (row.collapsed != folded)
            folded ? fold(json, row) : unfold(json, row, document);
    });
}

Result<Command> moveRow(const Document &document, const QString &rowId, int steps)
{
    if (isV2(document))
        return moveV2Row(document, rowId, steps);
    if (hasLegacyRows(document))
        return onGridForm(document, [&](const Document &grid) { return moveRow(grid, rowId, steps); });
    return onRow(document, rowId, tr("Move row"), [&](JsonText &json, const LayoutItem &moved) {
        QList<LayoutItem> rows;
        qsizetype from = 0;
        int y = 0; // below what lies under no row
        for (const LayoutItem &item : document.dashboard()->layout.children) {
            if (item.kind != LayoutItem::Kind::Row) {
                y = std::max(y, item.rect.bottom());
                continue;
            }
            if (item.id == moved.id)
                from = rows.size();
            rows.append(item);
        }
        rows.move(from, std::clamp<qsizetype>(from + steps, 0, rows.size() - 1));
        for (const LayoutItem &row : std::as_const(rows)) {
            const int shift = y - row.rect.y;
            json.set(row.pointer + "/gridPos/y"_L1, y);
            if (!row.collapsed)
                for (const LayoutItem &child : row.children)
                    json.set(child.pointer + "/gridPos/y"_L1, child.rect.y + shift);
            y = std::max(y + 1, row.collapsed ? 0 : bottomOf(row.children) + shift);
        }
    });
}

Result<Command> removeRow(const Document &document, const QString &rowId, bool withPanels)
{
    if (isV2Branch(document, rowId))
        return removeV2Section(document, rowId, withPanels);
    if (isV2(document))
        return onClassicTwin(document, [&](const Document &twin) { return removeRow(twin, rowId, withPanels); });
    if (hasLegacyRows(document))
        return onGridForm(document, [&](const Document &grid) { return removeRow(grid, rowId, withPanels); });
    const QString text = withPanels ? tr("Remove row with its panels") : tr("Remove row");
    return onRow(document, rowId, text, [&](JsonText &json, const LayoutItem &row) {
        if (row.collapsed && !withPanels)
            unfold(json, row, document);
        QList<LayoutItem> gone{row};
        if (!row.collapsed && withPanels)
            gone += row.children;
        for (const QString &pointer : lastFirst(gone))
            json.remove(pointer);
    });
}

Result<Command> setRowRepeat(const Document &document, const QString &rowId, const QString &variable)
{
    if (isV2(document))
        return onClassicTwin(document, [&](const Document &twin) { return setRowRepeat(twin, rowId, variable); });
    if (hasLegacyRows(document))
        return onGridForm(document, [&](const Document &grid) { return setRowRepeat(grid, rowId, variable); });
    return onRow(document, rowId, tr("Repeat row"), [&](JsonText &json, const LayoutItem &row) {
        if (variable.isEmpty())
            json.remove(row.pointer + "/repeat"_L1);
        else
            json.set(row.pointer + "/repeat"_L1, variable);
    });
}
