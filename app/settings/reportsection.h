// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/compatibility/report.h>
#include <core/offload.h>

class DashboardPage;
class EmptyState;
class PlainLabel;
class QStackedWidget;
class ReportList;
class TextButton;

// What of the dashboard is not honoured here, panel by panel; a click goes to the panel. `promontory check` says the same.
class ReportSection : public QWidget
{
    Q_OBJECT

public:
    ReportSection(DashboardPage &page, const PanelRegistry &registry, QWidget *parent = nullptr);
    void showDocument();

signals:
    void panelChosen(const QString &pointer);

private:
    void show(const FileReport &report);

    DashboardPage &m_page;
    const PanelRegistry &m_registry;
    FileReport m_report;
    PlainLabel *m_summary;
    PlainLabel *m_counts;
    TextButton *m_copy;
    QStackedWidget *m_body;
    ReportList *m_list;
    EmptyState *m_empty;
    Offload m_work;
};
