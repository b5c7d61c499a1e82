// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/edithistory.h>

// A tab, a row that holds rows or tabs, or the only row of its list. Other rows that hold panels are removed by the classic twin.
bool isV2Branch(const Document &document, const QString &rowId);
// withPanels: also the elements that nothing else shows. Without: rows that lie in it take its place, tabs among them as rows; what a tab
// held goes into the tab beside it, or is the layout where that was the only one.
Result<Command> removeV2Section(const Document &document, const QString &rowId, bool withPanels);
