// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/session.h>

// What stands and moves as one on the page: a row header, or an element with all its repeats below one row. Rectangles count every header
// as a line, as the file does, those too that the page does not show.
struct PanelGroup {
    QString sourceId; // of the element or row in the file
    QString rowId; // instance that it lies below; of a row: its own
    bool isRow = false;
    GridRect rect;
    RepeatPlace repeat; // of any of the repeats
    QList<std::pair<QString, RepeatPlace>> items; // instances; or the one row, a tab's bar
    bool isTab = false; // the row is
    bool hidesHeader = false; // the row does
    bool isFolded = false; // the row is
    bool fillsScreen = false; // what lies below the row; of an element: below none
    int controlLines = 0; // of the row's variables, between its header and what lies below

    bool holds(const QString &instanceId) const;
};

// What a person reads and types as the place of a panel: one repeat high, as in the file.
GridRect onePlace(const PanelInstance &instance);

QList<PanelGroup> panelGroups(const DashboardSession &session); // of open rows
// Where that is on the page, by instance and row id. A screen of so many lines is filled by those that do.
QHash<QString, QRectF> cellsOf(const QList<PanelGroup> &groups, double screenLines = 0);
int fileLineOf(const QList<PanelGroup> &groups, int pageLine); // where panels begin

// What the file has to say so that the page looks like `after`, of which `moved` (instances) were moved; by element and row id. In
// repeats of a row, those of them say where things are. What has the same place among the others as before is left out if possible.
QHash<QString, GridRect> placesInFile(const DashboardSession &session, const QList<PanelGroup> &after, const QStringList &moved);
