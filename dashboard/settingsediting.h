// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/edithistory.h>

struct AnnotationState;
struct VariableState;

// Edits of the dashboard itself and of its variables.

// Dotted path below the dashboard: "title", "timepicker.refresh_intervals", "links.0.url". Values at the same path merge.
Result<Command> setDashboardValue(const Document &document, const QString &path, const Json &value, const QString &text);
Result<Command> removeDashboardValue(const Document &document, const QString &path, const QString &text);
// Items of a list of the dashboard: "links", "annotations.list".
Result<Command> addDashboardItem(const Document &document, const QString &list, qsizetype index, const Json &item, const QString &text);
Result<Command> moveDashboardItem(const Document &document, const QString &list, qsizetype from, qsizetype to, const QString &text);

// section: the place of a row or tab (v2) whose own variables are meant; empty: those of the dashboard.
// An object with name and type; the name must be free. index: where in the list; negative = at its end.
Result<Command> addVariable(const Document &document, const Json &variable, qsizetype index = -1, const QString &section = {});
Result<Command> setVariableValue(const Document &document, const QString &name, const QString &path, const Json &value,
                                 const QString &text);
// Several members in one step; a null value removes the member.
using MemberChanges = QList<std::pair<QString, Json>>;
Result<Command> setVariableValues(const Document &document, const QString &name, const MemberChanges &changes, const QString &text,
                                  const QString &section = {});
// Another type: the whole object, of the same name.
Result<Command> replaceVariable(const Document &document, const QString &name, const Json &variable, const QString &text,
                                const QString &section = {});
Result<Command> removeVariable(const Document &document, const QString &name, const QString &section = {});
Result<Command> moveVariable(const Document &document, const QString &name, qsizetype to, const QString &section = {});
// From one section to another, at the end; with its bytes.
Result<Command> moveVariableInto(const Document &document, const QString &name, const QString &section, const QString &to);
// $name, ${name…}, [[name…]] in every text where the variable holds, and what repeats by it, follow.
Result<Command> renameVariable(const Document &document, const QString &name, const QString &to, const QString &section = {});
// Empty = fine; else why a variable cannot be called so.
QString variableNameProblem(const Document &document, const QString &name, const QString &section = {});
// The texts that use it, by JSON pointer, and how often each does.
QList<std::pair<QString, int>> textsUsing(const Document &document, const QString &name, const QString &section = {});
// How often panels, variables and links use it.
int usesOfVariable(const Document &document, const QString &name, const QString &section = {});

// What is looked at now becomes what the file opens with.
Result<Command> saveTimeAsDefault(const Document &document, const RawTimeRange &range);
// ofSections: those of rows and tabs, as DashboardSession::sectionVariables() has them.
Result<Command> saveVariablesAsDefault(const Document &document, const QList<VariableState> &variables,
                                       const QList<VariableState> &ofSections);
Result<Command> saveAnnotationsAsDefault(const Document &document, const QList<AnnotationState> &annotations);

// The whole text, as a person wrote it: only the part that differs is replaced.
Result<Command> replaceText(const Document &document, const QByteArray &text, const QString &name);

// A dashboard without panels, tidy, with a trailing newline.
QByteArray newDashboardText(const QString &title, const QString &uid);
