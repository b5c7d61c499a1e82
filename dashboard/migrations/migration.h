// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/migrations/draft.h>
#include <dashboard/modelreader.h>

// Old forms of a dashboard -> the form that is written today, as values: Json -> Json. Total: a wrong type costs the option that it stands
// for, and is noted. Each step may run again on its own result, because an upgraded panel may lie in a file that keeps its old number.

constexpr int kSchemaVersion = 42; // of what is written

struct MigrationContext {
    int from = 0; // the file's schema version
    QString pointer; // of the object at hand, in the file
    QList<ModelProblem> *problems = nullptr; // never null
    Json elements = {}; // "__elements": the library panels that the file holds

    ModelReader reader(const Json &object) const { return {object, pointer, *problems}; }
    MigrationContext at(const QString &below) const { return {from, pointer + below, problems, elements}; }
};

using Migration = Json (*)(const Json &, const MigrationContext &);

// What one schema version changed. dashboard: the whole, panels included where they are there. panel: each panel, those of rows too; an
// answer of null takes it out.
struct SchemaStep {
    int to = 0;
    Migration dashboard = nullptr;
    Migration panel = nullptr;
};

const std::vector<SchemaStep> &schemaSteps(); // ascending
int schemaVersionOf(const Json &dashboard); // a text is taken as a number, anything else as 0

Json withStep(const SchemaStep &step, const Json &dashboard, const MigrationContext &context);
// Schema steps after context.from, then what the panel's type asks for. Null: the panel is left out.
Json migratedPanel(const Json &panel, const MigrationContext &context);
// The dashboard's own members; its panels are not looked at.
Json migratedHead(const Json &dashboard, const MigrationContext &context);
// Everything, rows and panels too, with the schema version written.
Json migratedDashboard(const Json &dashboard, const MigrationContext &context);
