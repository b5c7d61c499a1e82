// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/migrations/migration.h>
#include <functional>

// One function a schema version and kind of object; versions that changed nothing that is read here have none.
Json v02Dashboard(const Json &dashboard, const MigrationContext &context);
Json v02Panel(const Json &panel, const MigrationContext &context);
Json v03Dashboard(const Json &dashboard, const MigrationContext &context);
Json v04Panel(const Json &panel, const MigrationContext &context);
Json v06Dashboard(const Json &dashboard, const MigrationContext &context);
Json v07Dashboard(const Json &dashboard, const MigrationContext &context);
Json v07Panel(const Json &panel, const MigrationContext &context);
Json v09Panel(const Json &panel, const MigrationContext &context);
Json v10Panel(const Json &panel, const MigrationContext &context);
Json v12Dashboard(const Json &dashboard, const MigrationContext &context);
Json v12Panel(const Json &panel, const MigrationContext &context);
Json v13Panel(const Json &panel, const MigrationContext &context);
Json v14Dashboard(const Json &dashboard, const MigrationContext &context);
Json v16Dashboard(const Json &dashboard, const MigrationContext &context);
Json v17Panel(const Json &panel, const MigrationContext &context);
Json v18Panel(const Json &panel, const MigrationContext &context);
Json v19Panel(const Json &panel, const MigrationContext &context);
Json v20Panel(const Json &panel, const MigrationContext &context);
Json v21Panel(const Json &panel, const MigrationContext &context);
Json v22Panel(const Json &panel, const MigrationContext &context);
Json v23Dashboard(const Json &dashboard, const MigrationContext &context);
Json v24Panel(const Json &panel, const MigrationContext &context);
Json v26Panel(const Json &panel, const MigrationContext &context);
Json v27Dashboard(const Json &dashboard, const MigrationContext &context);
Json v27Panel(const Json &panel, const MigrationContext &context);
Json v28Dashboard(const Json &dashboard, const MigrationContext &context);
Json v29Dashboard(const Json &dashboard, const MigrationContext &context);
Json v30Panel(const Json &panel, const MigrationContext &context);
Json v31Panel(const Json &panel, const MigrationContext &context);
Json v33Panel(const Json &panel, const MigrationContext &context);
Json v35Panel(const Json &panel, const MigrationContext &context);
Json v36Dashboard(const Json &dashboard, const MigrationContext &context);
Json v37Panel(const Json &panel, const MigrationContext &context);
Json v38Panel(const Json &panel, const MigrationContext &context);
Json v39Panel(const Json &panel, const MigrationContext &context);
Json v40Dashboard(const Json &dashboard, const MigrationContext &context);
Json v41Dashboard(const Json &dashboard, const MigrationContext &context);
Json v42Panel(const Json &panel, const MigrationContext &context);
Json v43Panel(const Json &panel, const MigrationContext &context);

// Shared by steps.
Json withVariables(const Json &dashboard, const std::function<Json(const Json &variable)> &function);
// Properties of overrides, by id.
Json withProperties(const Json &overrides, const QString &id, const std::function<Json(const Json &property)> &function);
// Titles and addresses of data links, and the name that values are given.
Json withLinkTexts(const Json &panel, const std::function<QString(QString)> &function);
// A name -> {"uid"}; the default, by name or null -> null.
Json sourceReference(const Json &source);
// Mappings {"type": 1 or 2, …} -> those with types by name; newer ones stay. thresholds: what gave a mapped text that is a number its
// colour.
Json typedMappings(const Json &mappings, const Json &thresholds);
