// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>
#include <panels/celllinks.h>
#include <panels/table/tablemodel.h>

// What lies at a point of a cell.
struct CellHit {
    bool inspects = false; // the eye
    QList<CellLink> links;

    bool isEmpty() const { return !inspects && links.isEmpty(); }
};

// Paints a cell of a TableModel by its CellLook, and knows where in a cell its parts lie.
class TableDelegate : public QStyledItemDelegate
{
public:
    explicit TableDelegate(const TableModel *model, QObject *parent);
    void setContext(const PanelContext &context) { m_context = context; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    CellHit hit(const QModelIndex &index, const QRect &cell, const QPoint &pos) const;
    QList<CellLink> links(const QModelIndex &index) const;
    int heightOf(int row, const TableOptions &options) const; // by its wrapped texts, at the widths that `columns` have
    void setColumnWidths(const QList<int> &widths) { m_widths = widths; }

private:
    CellLook look(const QModelIndex &index) const;
    const Theme &theme() const { return *m_context.theme; }
    const Field &field(const QModelIndex &index) const;
    QString rawText(const QModelIndex &index) const;
    void paintContent(QPainter &painter, const QRectF &cell, const QModelIndex &index) const;
    void paintText(QPainter &painter, const QRectF &room, const TableColumn &column, const CellLook &look) const;
    QRectF paintGauge(QPainter &painter, const QRectF &room, const TableColumn &column, const CellLook &look) const;
    void paintLcd(QPainter &painter, const QRectF &bar, const Field &field, double share) const;
    void paintPills(QPainter &painter, const QRectF &room, const QModelIndex &index) const;
    void paintLinks(QPainter &painter, const QRectF &room, const QModelIndex &index) const;
    void paintSpark(QPainter &painter, const QRectF &room, const QModelIndex &index) const;
    void paintEye(QPainter &painter, const QRect &cell, const TableColumn &column) const;

    const TableModel *m_model;
    PanelContext m_context;
    QList<int> m_widths;
};
