// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/paneledit.h>

// The edit that gives one property of one field a value by an override "byName", or takes that away (a null value). Joins the override
// that the field has, unless a later one with the same property would win. Nothing: there is nothing to take away.
std::optional<PanelEdit> overrideEdit(const Json &overrides, const QString &fieldName, const QString &property, const Json &value,
                                      const QString &text);
