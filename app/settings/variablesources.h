// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/model.h>
#include <datasource/registry.h>
#include <widgets/controls/optionlist.h>

// What a variable may ask: the default, each source, and the variables among `all` that choose one.
QList<Option> variableSources(const Variable &variable, const QList<Variable> &all, const SourceRegistry &sources);
