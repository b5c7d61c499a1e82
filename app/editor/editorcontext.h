// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/query/querycontext.h>
#include <dashboard/session.h>
#include <widgets/controls/optionlist.h>
#include <widgets/form/optioncontrol.h>

// What the forms of the panel editor are told of the world: made anew from session and sources, values.

FormContext formContext(const DashboardSession &session, const QString &instanceId);
// For the panel's source: the default, those that are configured, variables of sources, mixed. By uid; "" is the default.
QList<Option> sourceOptions(const DashboardSession &session, const SourceRegistry &sources);
// As a panel keeps it; null for the default.
Json sourceJson(const QString &uid, const SourceRegistry &sources);
