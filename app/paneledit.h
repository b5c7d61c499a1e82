// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/json.h>
#include <dashboard/edithistory.h>

// What a form makes of a panel: one step that the history names. Forms know no document; who owns one turns the step into a command.
struct PanelEdit {
    enum class Kind { Set, SetMembers, Remove, AddItem, RemoveItem, MoveItem };

    Kind kind = Kind::Set;
    QString path; // dotted, below the panel: "options.legend.calcs"; of items, the list: "targets"
    Json value; // Set, AddItem; SetMembers: an object whose members are set, null takes one out
    qsizetype index = 0; // of items
    qsizetype to = 0; // MoveItem
    QString text; // for the history list: "Legend: Placement"
    bool isDraft = false; // half a query: kept and undone as any edit, not asked yet

    static PanelEdit set(const QString &path, const Json &value, const QString &text)
    {
        return {Kind::Set, path, value, 0, 0, text, false};
    }
    static PanelEdit setMembers(const QString &path, const Json &members, const QString &text)
    {
        return {Kind::SetMembers, path, members, 0, 0, text, false};
    }
    static PanelEdit remove(const QString &path, const QString &text) { return {Kind::Remove, path, {}, 0, 0, text, false}; }
    static PanelEdit addItem(const QString &list, qsizetype index, const Json &item, const QString &text)
    {
        return {Kind::AddItem, list, item, index, 0, text, false};
    }
    static PanelEdit removeItem(const QString &list, qsizetype index, const QString &text)
    {
        return {Kind::RemoveItem, list, {}, index, 0, text, false};
    }
    static PanelEdit moveItem(const QString &list, qsizetype from, qsizetype to, const QString &text)
    {
        return {Kind::MoveItem, list, {}, from, to, text, false};
    }
    bool operator==(const PanelEdit &) const = default;
};

Result<Command> commandOf(const Document &document, const QString &elementId, const PanelEdit &edit);
