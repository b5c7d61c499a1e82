// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <panels/table/tableview.h>

class QTableView;

// The line of totals under a table; its texts stand under the columns of the view.
class TableFooter : public QWidget
{
public:
    explicit TableFooter(const QTableView *view, QWidget *parent);
    void setTexts(const QStringList &texts, const QList<TableColumn> &columns, const Theme &theme);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QTableView *m_view;
    QStringList m_texts;
    QList<TableColumn> m_columns;
    const Theme *m_theme = &Theme::dark();
};
