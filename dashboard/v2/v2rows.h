// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/layoutediting.h>

// Rows of the v2 form where the layout itself becomes another one; all other edits go by the classic twin.

// Open, at the end: of the rows that there are, in the tab that is in front (frontTabs: such sections, by id; else the first tab). A grid
// is wrapped into a row without a header first, so that its panels stay where they are.
Result<NewRow> addV2Row(const Document &document, const QString &title, const QStringList &frontTabs);
// A row or tab by so many steps among those of its own list.
Result<Command> moveV2Row(const Document &document, const QString &rowId, int steps);
// Beside another row, in whatever part of the page that is, or inside a row or tab, at the end: a grid there becomes a row without a
// header first. Refused: inside itself; beside a tab; so deep that it would not be read.
enum class RowSide { Before, After, Inside };
Result<Command> placeV2Row(const Document &document, const QString &rowId, const QString &anchorId, RowSide side);

// The layout has a list of rows afterwards; what it held before is its first one, without a header. more: another one behind it. Refused
// where it has tabs.
Result<> makeV2Rows(JsonText &json, const QString &layout, const QByteArray &more = {});
QByteArray v2RowAround(const QByteArray &layout); // a row without a header
