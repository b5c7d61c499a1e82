// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>
#include <dashboard/session.h>

class QPlainTextEdit;
class QStackedWidget;
class QTableView;
class SegmentedControl;
class FrameTableModel;
class Switch;
class PlainLabel;

// A panel from inside: its data as a table with CSV, what was asked and what it cost, its JSON. Follows the panel while it is open.
class InspectDialog : public QDialog
{
    Q_OBJECT

public:
    InspectDialog(DashboardSession &session, const QString &instanceId, QWidget *parent);
    void showTab(const QString &tab); // "data", "query", "json"

private:
    QWidget *dataPage();
    void fill();
    void fillData();
    void fillQuery();
    void copyCsv() const;
    void saveCsv();
    QByteArray csv() const;
    const Frames &frames() const { return m_frames; }
    void readFrames(const PanelInstance &instance);

    DashboardSession &m_session;
    QString m_instanceId;
    SegmentedControl *m_tabs;
    QStackedWidget *m_pages;
    QTableView *m_table;
    FrameTableModel *m_model;
    SegmentedControl *m_kind;
    Switch *m_before; // the answers, as they were before the transformations
    Frames m_frames;
    PlainLabel *m_summary;
    QPlainTextEdit *m_query;
    QPlainTextEdit *m_json;
};
