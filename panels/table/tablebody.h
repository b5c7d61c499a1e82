// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QTableView>
#include <panels/table/tableoptions.h>

class TableDelegate;
class TableModel;

// The rows of a table: links and inspection of the cell under the mouse or the keyboard, copying, rows as high as their wrapped texts.
class TableBody : public QTableView
{
    Q_OBJECT

public:
    TableBody(TableModel *model, TableDelegate *delegate, QWidget *parent);
    void setOptions(const TableOptions &options);
    void fitRows(); // those that are seen
    int contentHeight(int enough) const; // of all rows; counting stops beyond enough
    bool wraps() const;

signals:
    void linkActivated(const QUrl &url);
    void filterRequested(int column); // by keyboard
    void resized();

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void inspect(const QModelIndex &index);
    void follow(const QModelIndex &index, const QPoint &global);

    TableModel *m_rows;
    TableDelegate *m_delegate;
    TableOptions m_options;
};
