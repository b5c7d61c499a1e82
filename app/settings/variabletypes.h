// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/settings/settingsrow.h>
#include <dashboard/model.h>
#include <dashboard/settingsediting.h>

// What kinds of variables there are, and what each has to say for itself.

struct VariableType {
    QString id; // as in the file
    const char *name; // translated in context "Variables"
    const char *what;
    QString icon;
};
const QList<VariableType> &variableTypes();
QString variableTypeName(const QString &id); // an unknown one by its id

// An object that Grafana reads, too. Members that the types share are taken from `from` where it is an object.
Json newVariable(const QString &type, const QString &name, const SourceRef &source, const Json &from = {});
// "name", "name_2", …
QString freeVariableName(const QString &wanted, const QList<Variable> &all);

// The members that a form shows, in its order; each says for which types it holds. "name" is one of them.
const QList<SettingsRow> &variableRows();
// What is wrong with a value; empty = fine.
QString variableValueProblem(const QString &key, const QString &type, const QString &text);
