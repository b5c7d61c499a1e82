// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/json.h>

// A v2 dashboard that was exported for sharing names no sources: queries bear a label in the place of one ("prometheus-1"), which who
// opens it gives a source. Inside, the label is an input by a name of its own, so that it is asked for as those of "__inputs" are.

inline constexpr QStringView kExportLabel = u"grafana.app/export-label";
inline constexpr QStringView kExportSourceName = u"grafana.app/export-datasource-name"; // what the source was called, beside it

// query: whatever has "datasource" and "labels". Empty: it names its source, or there is no label.
QString exportLabelOf(const Json &query);
QString inputNameOfLabel(const QString &label); // a name that variables may have
QString placeholderOfLabel(const QString &label); // "${name}"
QString labelOfPlaceholder(const QString &text); // empty: it is none
// The query with that source; a placeholder becomes a label. uid: empty, it names none.
Json withSourceOrLabel(Json query, const QString &uid);
