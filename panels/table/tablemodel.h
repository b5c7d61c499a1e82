// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractTableModel>
#include <core/offload.h>
#include <panels/table/tablefilter.h>
#include <panels/table/tableview.h>

// One column to sort by.
struct SortKey {
    int column = 0; // of the model
    bool descending = false;

    bool operator==(const SortKey &) const = default;
};

// The rows of `frame` in the order of the keys; equal rows keep theirs, nulls come last. Empty keys: empty (as they are).
std::vector<quint32> sortedRows(const Frame &frame, const QList<QPair<int, bool>> &fieldsDescending);

// A frame as an item model. Texts are made when asked for, so a million rows cost nothing up front; sorting many rows happens on a worker.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setFrame(const Frame &frame, const QList<TableColumn> &columns, const Theme &theme, const QTimeZone &zone);
    void setSort(const QList<SortKey> &keys);
    const QList<SortKey> &sortKeys() const { return m_keys; }
    void setFilter(const TableFilter &filter);
    const TableFilter &filter() const { return m_filter; }
    // Only so many rows are in the model at a time, from this one on; 0: all.
    void setPage(int first, int count);
    int pageFirst() const { return m_first; }
    int pageRows() const { return m_pageRows; }
    int matchCount() const; // rows that pass the filter, on all pages
    // Of the frame's rows, filtered or not; empty: more than the limit, or too many rows to look through.
    QStringList distinctTexts(int column, int limit) const;

    const Frame &frame() const { return m_frame; }
    const QList<TableColumn> &columns() const { return m_columns; }
    qsizetype frameRow(int row) const; // of the model's row
    DisplayValue display(int row, int column) const;
    bool isNull(int row, int column) const;
    // Tab-separated, as spreadsheets paste it.
    QString textOf(const QModelIndexList &indexes) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void sorted();

private:
    void applyOrder(std::vector<quint32> order, bool filtered);
    void arrange();

    Frame m_frame;
    QList<TableColumn> m_columns;
    QList<DisplayProcessor> m_displays; // one a column
    QList<SortKey> m_keys;
    TableFilter m_filter;
    std::vector<quint32> m_order; // the rows shown; unfiltered and empty: as the frame has them
    bool m_filtered = false; // m_order holds what passed
    int m_first = 0;
    int m_pageRows = 0;
    Offload m_offload;
};
