// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <dashboard/dashboardeditor.h>

class DashboardPage;

// What a person does to panels and rows on the grid, as edits of the page's document.
class PanelEdits : public QObject
{
    Q_OBJECT

public:
    explicit PanelEdits(DashboardPage &page);

    // By instance id where there is one; else what is chosen in the view.
    void run(const QString &action, const QString &instanceId = {}); // "duplicate", "copy", "remove"
    void paste();
    QString addPanel(const Json &panel); // answers the element id; empty: said why not
    void addRow();
    void runOnRow(const QString &action, const QString &rowId);
    void setPlaces(const QHash<QString, GridRect> &places);
    void selectAll();

private:
    QStringList elementsOf(const QStringList &instanceIds) const;
    void renameRow(const QString &rowId);
    void show(const QStringList &elementIds); // selects and scrolls to the first

    DashboardPage &m_page;
};
