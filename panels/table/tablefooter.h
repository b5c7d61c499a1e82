// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <panels/table/tableview.h>

class QTableView;

// The lines of totals under a table; their texts stand under the columns of the view.
class TableFooter : public QWidget
{
public:
    explicit TableFooter(const QTableView *view, QWidget *parent);
    void setLines(const QList<QStringList> &lines, const QList<TableColumn> &columns, const Theme &theme);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QTableView *m_view;
    QList<QStringList> m_lines;
    QList<TableColumn> m_columns;
    const Theme *m_theme = &Theme::dark();
};
