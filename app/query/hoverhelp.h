// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/query/metricindex.h>

// What a word of a query is, for the tooltip over it: a function's signature and help, a metric's type and help. Empty when there is
// nothing to say. Pure.
QString hoverHelp(const QString &query, qsizetype position, const std::function<MetricInfo(const QString &)> &info);
