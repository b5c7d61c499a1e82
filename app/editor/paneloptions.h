// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/optionschema.h>

// The options that every panel has, whatever its type, as rows; their keys are members of the panel itself.
QList<OptionRow> titleOptions();
QList<OptionRow> panelOptions(); // description, transparent
QList<OptionRow> repeatOptions();
QList<OptionRow> panelLinkOptions();

// What an override may set: a property of a field by its id, and the rows that make its value. A row's key is the id itself, or the id and
// the member of the value: {"custom.lineStyle", rows "custom.lineStyle.fill", "custom.lineStyle.dash"}.
struct OverrideProperty {
    QString id;
    QList<OptionRow> rows;
};
QList<OverrideProperty> overrideProperties(const QList<OptionRow> &standard, const QList<OptionRow> &ofType);
