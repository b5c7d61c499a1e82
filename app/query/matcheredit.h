// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <optional>

// Changes of a query by a click on a label, which leave the rest of its text as it is written.

// Whether every selector of the query asks for exactly this value.
bool hasMatcher(const QString &query, const QString &label, const QString &value);
// Every selector with label="value": in place of an equality on the label, else added. Where all have it, they lose it. Nothing where the
// query cannot be read or selects nothing.
std::optional<QString> toggledMatcher(const QString &query, const QString &label, const QString &value);
// The metrics that the query names, each once; variables are none.
QStringList metricsOf(const QString &query);
