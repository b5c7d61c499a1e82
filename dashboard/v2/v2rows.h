// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/layoutediting.h>

// Rows of the v2 form where the layout itself becomes another one; all other edits go by the classic twin.

// Open, at the end: of the rows that there are, in the tab that is in front (frontTabs: such sections, by id; else the first tab). A grid
// is wrapped into a row without a header first, so that its panels stay where they are.
Result<NewRow> addV2Row(const Document &document, const QString &title, const QStringList &frontTabs);
