// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/json.h>
#include <datasource/datasource.h>
#include <optional>

// Ad hoc filters as values of a variable: "key|operator|value", several values behind each other; in the parts | is __gfp__ and , is
// __gfc__, as Grafana writes them into addresses.

QString filterText(const AdHocFilter &filter);
std::optional<AdHocFilter> filterFromText(const QString &text);

// The form that files have: {"key", "operator", "value", "values"}. Those without a key are left out.
QList<AdHocFilter> filtersFromJson(const Json &list);
// Members of the old list that are not ours (condition, labels) stay with the filter of the same key and operator.
Json filtersToJson(const QList<AdHocFilter> &filters, const Json &old);
