// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <app/paneledit.h>
#include <dashboard/dashboardeditor.h>
#include <dashboard/panelediting.h>
#include <dashboard/v2/v2rows.h>

class DashboardPage;
class PanelRegistry;
struct RowInstance;

// What a person does to panels and rows on the grid, as edits of the page's document.
class PanelEdits : public QObject
{
    Q_OBJECT

public:
    PanelEdits(DashboardPage &page, const PanelRegistry &types);

    // By instance id where there is one; else what is chosen in the view.
    // "edit", "duplicate", "copy", "cut", "remove", "link", "legend", "export.FORMAT"
    void run(const QString &action, const QString &instanceId = {});
    void paste();
    // inView: where the page is scrolled to, others make room; else at the end. Answers the element id; empty: said why not.
    QString addPanel(const Json &panel, bool inView = false);
    void addRow();
    void placeRow(const QString &rowId, const QString &anchorId, RowSide side); // v2: by a drag
    void runOnRow(const QString &action, const QString &instanceId); // on the row in the file, with all its repeats
    void edit(const QString &instanceId, const PanelEdit &edit);
    void setPlaces(const QHash<QString, GridRect> &places, bool ofRow);
    void selectAll();
    // Of the whole dashboard, each as one step: off where there is one, else on.
    void toggleLegends();
    void toggleExemplars();
    void nextCrosshair(); // none, shared, shared with tooltip

private:
    void setLegends(const QStringList &elementIds);
    void copyLink(const QString &instanceId);
    Command movedIntoView(const NewPanels &made) const;
    QStringList elementsOf(const QStringList &instanceIds) const;
    RowInstance rowOf(const QString &instanceId) const; // or of the row in the file: its first repeat
    void renameRow(const QString &rowId);
    void show(const QStringList &elementIds); // selects and scrolls to the first

    DashboardPage &m_page;
    const PanelRegistry &m_types;
};
