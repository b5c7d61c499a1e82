// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/layoutediting.h>

// Rows of the v2 form where the layout itself becomes another one; all other edits go by the classic twin.

// Open, at the end: of the rows that there are, in the tab that is in front (frontTabs: such sections, by id; else the first tab). A grid
// is wrapped into a row without a header first, so that its panels stay where they are.
Result<NewRow> addV2Row(const Document &document, const QString &title, const QStringList &frontTabs);
// A row or tab by so many steps among those of its own list.
Result<Command> moveV2Row(const Document &document, const QString &rowId, int steps);
// Before another row or after it, in whatever part of the page that is. Refused: inside itself; a tab.
Result<Command> placeV2Row(const Document &document, const QString &rowId, const QString &anchorId, bool after);
