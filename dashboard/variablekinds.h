// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/model.h>

// What sets types of variables apart while they run.

inline bool isFilters(const Variable &variable)
{
    return variable.type == QLatin1String("adhoc");
}

// Labels of a source are what it offers; nothing of it has to be chosen.
inline bool offersLabels(const Variable &variable)
{
    return isFilters(variable) || variable.type == QLatin1String("groupby");
}

// Panels and rows may repeat by it: it offers options, one or several of which are chosen.
inline bool givesRepeats(const Variable &variable)
{
    return variable.type == QLatin1String("query") || variable.type == QLatin1String("custom")
        || variable.type == QLatin1String("datasource") || variable.type == QLatin1String("groupby");
}

inline bool isAuto(const QString &value)
{
    return value == QLatin1String("$__auto") || value.startsWith(QLatin1String("$__auto_interval_"));
}
