// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtCore/QStringList>
#include <dashboard/model.h>

// A variable as interpolation sees it: what is selected, resolved from All where needed.
struct VariableValue {
    QStringList values;
    QStringList texts; // parallel to values
    QList<Json> properties; // parallel to values or empty
    bool isList = false; // several values possible: formats print lists
    bool isVerbatim = false; // already a finished expression (allValue): no format touches it
    bool isAll = false;
    QStringList urlValues; // what a link carries ("$__all"); empty = values
    QString urlText; // display text of All
    bool multi = false; // the definition's; Prometheus escapes by these
    bool includeAll = false;

    bool operator==(const VariableValue &) const = default;
};

// By name; those of a repeat or of a query ($__interval) stand before the dashboard's.
using ScopedVars = QMap<QString, VariableValue>;
