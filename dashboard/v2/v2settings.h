// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/json.h>
#include <dashboard/model.h>

// The dashboard's own members of the v2 form, its variables and annotations, as those of a classic dashboard, and back. Pure: Json -> Json.

Json classicSettingsOf(const Json &spec); // without panels
// What differs between two classic dashboards taken over into the spec; panels are not looked at.
Json v2SettingsOf(Json spec, const Json &before, const Json &after);
QString classicVariableType(const QString &kind); // "QueryVariable" -> "query"
// Variables of a section. pointer: of the list.
QList<Variable> v2Variables(const Json &variables, const QString &pointer, QList<ModelProblem> &problems);
// What members of a variable may say by name: hide, sort, refresh.
QList<std::pair<QString, QStringList>> v2VariableNames();
