// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/edithistory.h>

// Shared by the editing functions.

// Of a panel or a row ("row-3"); empty: no such.
QString pointerOf(const Document &document, const QString &id);
Error unknownPanel(const QString &id);
// "options.legend.calcs" -> "/options/legend/calcs"
QString pointerOfPath(const QString &dotted);
Result<Command> commandOf(const JsonText &text, const QString &name, const QString &mergeKey = {});
Json toJson(const GridRect &rect);
// Writes what differs from the file; existing members in place.
void setGridPos(JsonText &text, const QString &pointer, const GridRect &rect);
int highestPanelId(const Document &document);
