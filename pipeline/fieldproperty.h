// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/fieldconfig.h>
#include <core/optionschema.h>

// Sets one property by its id in an override: a standard name or "custom.<path>"; null takes the custom option away again.
// False: no such property.
bool setFieldProperty(FieldConfig &config, const QString &id, const Json &value, QList<OptionProblem> *problems = nullptr);
