// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <app/paneledit.h>
#include <dashboard/dashboardeditor.h>
#include <dashboard/panelediting.h>

class DashboardPage;
struct RowInstance;

// What a person does to panels and rows on the grid, as edits of the page's document.
class PanelEdits : public QObject
{
    Q_OBJECT

public:
    explicit PanelEdits(DashboardPage &page);

    // By instance id where there is one; else what is chosen in the view.
    void run(const QString &action, const QString &instanceId = {}); // "duplicate", "copy", "remove"
    void paste();
    // inView: where the page is scrolled to, others make room; else at the end. Answers the element id; empty: said why not.
    QString addPanel(const Json &panel, bool inView = false);
    void addRow();
    void runOnRow(const QString &action, const QString &instanceId); // on the row in the file, with all its repeats
    void edit(const QString &instanceId, const PanelEdit &edit);
    void setPlaces(const QHash<QString, GridRect> &places, bool ofRow);
    void selectAll();

private:
    Command movedIntoView(const NewPanels &made) const;
    QStringList elementsOf(const QStringList &instanceIds) const;
    RowInstance rowOf(const QString &instanceId) const; // or of the row in the file: its first repeat
    void renameRow(const QString &rowId);
    void show(const QStringList &elementIds); // selects and scrolls to the first

    DashboardPage &m_page;
};
