// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QHeaderView>
#include <panels/table/tablemodel.h>

// The head of the table: names, arrows where it is sorted, a funnel where it can be filtered. Arrows, Space and F work it by keyboard.
class TableHeader : public QHeaderView
{
    Q_OBJECT

public:
    TableHeader(const TableModel *model, QWidget *parent);
    void setLook(const Theme &theme, bool typeIcons);
    // Widths that are set now are not the person's.
    void setFitting(bool fitting) { m_fitting = fitting; }
    void setHasFilters(bool has); // false: funnels are not drawn, whatever the columns say
    bool isResizing() const { return m_resized >= 0; } // by the mouse
    void fitHeight(); // to the wrapped names at the widths of now
    QRect filterRect(int column) const; // in the viewport; empty: the column has no filter
    QSize sizeHint() const override;

signals:
    void filterRequested(int column);
    void widthDragged(int column); // when the mouse lets go

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int filterAt(const QPoint &pos) const; // -1: none
    bool isFilterable(int column) const;
    QRectF nameRect(const QRect &section, int column) const;
    void paintName(QPainter &painter, const QRectF &rect, int column) const;

    const TableModel *m_model;
    const Theme *m_theme = &Theme::dark();
    bool m_typeIcons = false;
    bool m_hasFilters = true;
    bool m_fitting = false;
    int m_height;
    int m_current = 0; // of the keyboard
    int m_resized = -1; // since the mouse was pressed
    int m_pressedFilter = -1;
};
