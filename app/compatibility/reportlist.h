// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QListView>
#include <app/compatibility/report.h>

// A report for the window: what is not honoured, panel by panel; the dashboard's own first. Virtual: as long as a file makes it.
class ReportList : public QListView
{
    Q_OBJECT

public:
    struct Row {
        bool isHead = false;
        QString text; // title of a panel; what is not honoured
        QString detail; // its type; the pointer
        QString icon; // of a head
        QString panel; // pointer of the panel; empty: of the dashboard

        bool operator==(const Row &) const = default;
    };

    explicit ReportList(QWidget *parent = nullptr);
    void setReport(const FileReport &report, const Dashboard &dashboard, const PanelRegistry &registry);
    const QList<Row> &rows() const;

signals:
    void panelChosen(const QString &pointer); // by click or Enter

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Model;
    void choose(const QModelIndex &index);

    Model *m_model;
};

QList<ReportList::Row> reportRows(const FileReport &report, const Dashboard &dashboard, const PanelRegistry &registry);
// "2 of 14 panels are not drawn, 5 things are not as their author meant them": what a banner says.
QString reportSummary(const FileReport &report);
