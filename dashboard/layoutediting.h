// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/edithistory.h>

// Edits of places and rows. Rows are named "row-<id>", as in Dashboard::layout.

// By element or row id; what is as in the file already is not written.
Result<Command> setPlaces(const Document &document, const QHash<QString, GridRect> &places, const QString &text);

struct NewRow {
    Command command;
    QString rowId;
};
// Open, below everything; of the v2 form in the tab in front (frontTabs: by section id).
Result<NewRow> addRow(const Document &document, const QString &title, const QStringList &frontTabs = {});
Result<Command> renameRow(const Document &document, const QString &rowId, const QString &title);
// As Grafana keeps it: the panels of a folded row lie inside it, those of an open one after it.
Result<Command> setRowFolded(const Document &document, const QString &rowId, bool folded);
// steps: -1 = above the row before it. Its panels go with it.
Result<Command> moveRow(const Document &document, const QString &rowId, int steps);
Result<Command> removeRow(const Document &document, const QString &rowId, bool withPanels);
Result<Command> setRowRepeat(const Document &document, const QString &rowId, const QString &variable); // empty = none
