// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyledItemDelegate>
#include <panels/table/tablemodel.h>

// Paints a cell of a TableModel by its CellLook.
class TableDelegate : public QStyledItemDelegate
{
public:
    explicit TableDelegate(const TableModel *model, QObject *parent);
    void setTheme(const Theme &theme) { m_theme = &theme; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    CellLook look(const QModelIndex &index) const;
    void paintGauge(QPainter &painter, const QRectF &bar, const TableColumn &column, const CellLook &look) const;

    const TableModel *m_model;
    const Theme *m_theme = &Theme::dark();
};

// The head of the table: names, and arrows where it is sorted.
class TableHeader : public QHeaderView
{
public:
    TableHeader(const TableModel *model, QWidget *parent);
    void setLook(const Theme &theme, bool typeIcons);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    const TableModel *m_model;
    const Theme *m_theme = &Theme::dark();
    bool m_typeIcons = false;
};
