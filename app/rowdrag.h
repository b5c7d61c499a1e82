// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/panelgroups.h>

// Where a row that is dragged would come to lie (v2): with all that is in it, between two others, at the depth of one of them.
struct RowPlan {
    QList<PanelGroup> groups; // the page as it would look
    QString anchorId; // the row of the file beside which it goes; empty: it stays
    bool after = false; // behind that one, else before it
    bool isNowhere = false; // where the mouse is, no row can lie
};

// groups: of the page now; dy: lines.
RowPlan rowPlan(QList<PanelGroup> groups, const LayoutItem &layout, const QString &sourceId, int dy);
