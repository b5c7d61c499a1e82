// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/dashboardeditor.h>
#include <widgets/controls/button.h>

// Undo and redo of a dashboard, and the list of its edits. Outlived by the editor.
class HistoryButtons : public JoinedButtons
{
    Q_OBJECT

public:
    HistoryButtons(DashboardEditor &editor, bool withList, QWidget *parent = nullptr);
    void openList(); // the edits, newest first, with search; a click goes there

signals:
    void undoRequested();
    void redoRequested();
    void failed(const QString &what); // going to an edit of the list

private:
    void showHistory();

    DashboardEditor &m_editor;
    IconButton *m_undo;
    IconButton *m_redo;
};
