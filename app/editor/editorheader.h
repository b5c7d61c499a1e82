// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class DashboardEditor;
class DashboardSession;
class HistoryButtons;
class IconButton;
class PlainLabel;
class SessionTime;
class TextButton;

// What stands in place of the dashboard's toolbar while a panel is edited: back, the panel's title, undo and redo, time, Done.
class EditorHeader : public QWidget
{
    Q_OBJECT

public:
    EditorHeader(DashboardEditor &editor, DashboardSession &session, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setAlone(bool alone);
    void setCanRevert(bool can);
    SessionTime *time() const { return m_time; }
    HistoryButtons *history() const { return m_history; }
    QSize minimumSizeHint() const override;

signals:
    void doneRequested();
    void aloneRequested(); // alone over the page, and back
    void revertRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    TextButton *m_back;
    PlainLabel *m_title;
    HistoryButtons *m_history;
    TextButton *m_alone;
    TextButton *m_revert;
    SessionTime *m_time;
    TextButton *m_done;
};
