// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/document.h>
#include <dashboard/session.h>
#include <widgets/controls/optionlist.h>

// The variables of a file by where they hold: in the whole dashboard, or in one of its rows and tabs (v2), which is named by its place.
struct VariableGroup {
    QString section; // empty: the dashboard
    QString title; // for a person: "Tab First, row Nodes"
    QList<Variable> variables;
};
// The dashboard's, then those sections that have some.
QList<VariableGroup> variableGroups(const Document &document);
// Where a variable may hold; empty: the file knows no sections.
QList<Option> variableHolders(const Document &document);
// What a variable of that section sees, itself too: its neighbours, those around it, the dashboard's; of two with one name the nearer one.
QList<Variable> variablesSeenFrom(const QList<VariableGroup> &groups, const QString &section);
// Its value now, as a variable of that section sees it.
std::optional<VariableValue> valueSeenFrom(const DashboardSession &session, const QString &section, const QString &name);

// One variable of a file: "zone", or with the place of its section before it.
struct VariableId {
    QString section;
    QString name;

    QString text() const { return section.isEmpty() ? name : section + u'\n' + name; }
    static VariableId fromText(const QString &text);
    static VariableId of(const Variable &variable); // by its pointer
    bool operator==(const VariableId &) const = default;
};
