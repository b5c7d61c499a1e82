// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QMap>
#include <QtCore/QStringList>
#include <core/json.h>

// A variable as interpolation sees it: All is resolved already.
struct VariableValue {
    Json value; // a scalar, a list of scalars, or (scoped only) an object
    QString text; // what the person sees: "A + B", "All"
    bool isVerbatim = false; // a finished expression (allValue): formats leave it alone
    bool multi = false; // of the definition; Prometheus escapes by these two
    bool includeAll = false;
    QStringList urlValues; // what a link carries ("$__all"); empty = the value's
    QStringList texts; // of a list's items, where each has its own
    Json properties; // ${x.field} reads here when it is an object; a list: of each item

    bool operator==(const VariableValue &) const = default;
};

// By name; those of a repeat or of a query ($__interval) stand before the dashboard's.
using ScopedVars = QMap<QString, VariableValue>;
