// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/panelgroups.h>

namespace {

// Which repeat of each row says where the row's panels are: the one that something was moved to, else the first.
QHash<QString, QString> speakingRows(const QList<PanelGroup> &groups, const QStringList &moved)
{
    QList<const PanelGroup *> rows;
    for (const PanelGroup &group : groups)
        if (group.isRow)
            rows.append(&group);
    std::stable_sort(rows.begin(), rows.end(), [](const PanelGroup *a, const PanelGroup *b) { return a->rect.y < b->rect.y; });
    QHash<QString, QString> speaking;
    for (const PanelGroup &group : groups) {
        if (group.isRow || std::none_of(moved.begin(), moved.end(), [&](const QString &id) { return group.holds(id); }))
            continue;
        const PanelGroup *above = nullptr;
        for (const PanelGroup *row : std::as_const(rows))
            if (row->rect.y <= group.rect.y)
                above = row;
        if (above)
            speaking.insert(above->sourceId, above->rowId);
    }
    for (const PanelGroup *row : std::as_const(rows))
        if (!speaking.contains(row->sourceId))
            speaking.insert(row->sourceId, row->rowId);
    return speaking;
}

QHash<QString, GridRect> allPlaces(const QList<PanelGroup> &groups, const QStringList &moved)
{
    const QHash<QString, QString> speaking = speakingRows(groups, moved);
    QHash<QString, std::pair<int, const PanelGroup *>> best; // of each element
    for (const PanelGroup &group : groups) {
        if (group.isRow)
            continue;
        const bool isMoved = std::any_of(moved.begin(), moved.end(), [&](const QString &id) { return group.holds(id); });
        const bool speaks = std::any_of(speaking.begin(), speaking.end(), [&](const QString &row) { return row == group.rowId; });
        const int rank = isMoved ? 2 : speaks ? 1 : 0;
        if (const auto known = best.constFind(group.sourceId); known == best.constEnd() || known->first < rank)
            best.insert(group.sourceId, {rank, &group});
    }
    QList<ShownPlace> shown;
    for (const PanelGroup &group : groups) {
        const bool counts = group.isRow ? speaking.value(group.sourceId) == group.rowId : best.value(group.sourceId).second == &group;
        shown.append({group.sourceId, group.isRow, counts, group.rect, group.repeat});
    }
    return sourcePlaces(shown);
}

// Whether the file with the places of `changed` looks like `all`, with nothing on top of another.
bool suffice(const QHash<QString, GridRect> &changed, const QHash<QString, GridRect> &all, const QHash<QString, GridRect> &now,
             const QList<PanelGroup> &groups)
{
    QList<ShownPlace> shown;
    QSet<QString> seen;
    for (const PanelGroup &group : groups) {
        if (seen.contains(group.sourceId))
            continue;
        seen.insert(group.sourceId);
        GridRect rect = changed.value(group.sourceId, now.value(group.sourceId));
        if (group.repeat.fillsWidth) {
            rect.x = 0;
            rect.w = kGridColumns;
        }
        for (const ShownPlace &other : std::as_const(shown))
            if (other.rect.overlaps(rect))
                return false;
        shown.append({group.sourceId, group.isRow, true, rect, {}});
    }
    return sourcePlaces(shown) == all;
}

QHash<QString, GridRect> placesNow(const DashboardSession &session)
{
    QHash<QString, GridRect> now;
    for (const LayoutItem &item : session.dashboard().layout.children) {
        now.insert(item.id, item.rect);
        for (const LayoutItem &child : item.children)
            now.insert(child.id, child.rect);
    }
    return now;
}

} // namespace

bool PanelGroup::holds(const QString &instanceId) const
{
    return std::any_of(items.begin(), items.end(), [&](const auto &item) { return item.first == instanceId; });
}

GridRect onePlace(const PanelInstance &instance)
{
    GridRect once = instance.rect;
    once.h /= std::max(1, instance.repeat.rows());
    return once;
}

QList<PanelGroup> panelGroups(const DashboardSession &session)
{
    QList<PanelGroup> groups;
    for (const RowInstance &row : session.rows())
        groups.append({row.sourceId, row.id, true, row.rect, {}, {{row.id, {}}}});
    for (const PanelInstance &each : session.instances()) {
        if (session.isFolded(each.id))
            continue;
        if (groups.isEmpty() || groups.last().isRow || groups.last().sourceId != each.elementId || groups.last().rowId != each.rowId)
            groups.append({each.elementId, each.rowId, false, each.rect, each.repeat, {}});
        groups.last().items.append({each.id, each.repeat});
    }
    return groups;
}

QHash<QString, QRectF> cellsOf(const QList<PanelGroup> &groups)
{
    QHash<QString, QRectF> cells;
    for (const PanelGroup &group : groups)
        for (const auto &[id, repeat] : group.items)
            cells.insert(id, repeat.in(group.rect));
    return cells;
}

QList<PanelGroup> withCells(QList<PanelGroup> groups, const QHash<QString, QRectF> &cells)
{
    for (PanelGroup &group : groups) {
        QRectF whole;
        for (const auto &[id, repeat] : std::as_const(group.items))
            whole |= cells.value(id);
        if (!whole.isEmpty())
            group.rect = {qRound(whole.x()), qRound(whole.y()), qRound(whole.width()), qRound(whole.height())};
    }
    return groups;
}

QHash<QString, GridRect> placesInFile(const DashboardSession &session, const QList<PanelGroup> &after, const QStringList &moved)
{
    const QHash<QString, GridRect> before = allPlaces(panelGroups(session), {});
    const QHash<QString, GridRect> all = allPlaces(after, moved);
    const QHash<QString, GridRect> now = placesNow(session);
    QHash<QString, GridRect> changed;
    for (auto it = all.begin(); it != all.end(); ++it)
        if (before.value(it.key()) != it.value())
            changed.insert(it.key(), it.value());
    QHash<QString, GridRect> places = suffice(changed, all, now, after) ? changed : all;
    for (const PanelGroup &group : after) // the file's width of those that fill the line says nothing
        if (const auto it = places.find(group.sourceId); it != places.end() && group.repeat.fillsWidth && now.contains(group.sourceId)) {
            it->x = now[group.sourceId].x;
            it->w = now[group.sourceId].w;
        }
    return places;
}
