// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/panelgroups.h>
#include <dashboard/v2/v2rows.h>

// Where a row that is dragged would come to lie (v2): with all that is in it, between two others, at the depth of one of them, or alone
// in a row or tab that holds no rows.
struct RowPlan {
    QList<PanelGroup> groups; // the page as it would look
    QString anchorId; // the section of the file that says where it goes; empty: it stays
    RowSide side = RowSide::Before;
    int level = 0; // so many rows with a header would lie around it
    bool isNowhere = false; // where the mouse is, no row can lie
};

// Of the page: the groups of a row with its repeats and all that lies in it, as the file has it.
QList<PanelGroup> rowGroups(QList<PanelGroup> groups, const LayoutItem &layout, const QString &sourceId);

// groups: of the page now; row: as rowGroups was when the drag began, which may have been in another tab; dy: lines from there.
// forRows: sections of the file that may hold rows and show nothing inside.
RowPlan rowPlan(QList<PanelGroup> groups, const LayoutItem &layout, const QList<PanelGroup> &row, int dy, const QSet<QString> &forRows);
