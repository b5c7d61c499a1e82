// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/tablemodel.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace {

constexpr qsizetype kSortAtOnce = 20000;
constexpr qsizetype kCopiedCells = 1000000;

int compare(const Column &values, quint32 a, quint32 b)
{
    if (values.type() == Column::Type::Text)
        return values.text(a).localeAwareCompare(values.text(b));
    const double x = values.number(a);
    const double y = values.number(b);
    return x < y ? -1 : x > y ? 1 : 0;
}

} // namespace

std::vector<quint32> sortedRows(const Frame &frame, const QList<QPair<int, bool>> &fieldsDescending)
{
    if (fieldsDescending.isEmpty())
        return {};
    std::vector<QPair<Column, bool>> keys;
    for (const auto &[field, descending] : fieldsDescending)
        keys.push_back({frame.fields[field].values.compacted(), descending});
    std::vector<quint32> order(size_t(frame.rowCount()));
    std::iota(order.begin(), order.end(), 0u);
    const auto absent = [](const Column &values, quint32 row) {
        return values.isNull(row) || (values.type() != Column::Type::Text && std::isnan(values.number(row)));
    };
    std::stable_sort(order.begin(), order.end(), [&](quint32 a, quint32 b) {
        for (const auto &[values, descending] : keys) {
            const bool noA = absent(values, a);
            const bool noB = absent(values, b);
            if (noA != noB)
                return noB;
            const int order = noA ? 0 : compare(values, a, b);
            if (order != 0)
                return descending ? order > 0 : order < 0;
        }
        return false;
    });
    return order;
}

void TableModel::setFrame(const Frame &frame, const QList<TableColumn> &columns, const Theme &theme, const QTimeZone &zone)
{
    const bool sameShape = frame.rowCount() == m_frame.rowCount() && columns.size() == m_columns.size();
    if (!sameShape)
        beginResetModel();
    m_frame = frame;
    m_columns = columns;
    m_displays.clear();
    for (const TableColumn &column : columns)
        m_displays.append(DisplayProcessor(frame.fields[column.field], theme.brightness, zone));
    if (!sameShape) {
        m_order.clear();
        endResetModel();
    } else if (rowCount() > 0 && columnCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
    sortNow();
}

void TableModel::setSort(const QList<SortKey> &keys)
{
    m_keys = keys;
    sortNow();
}

void TableModel::sortNow()
{
    QList<QPair<int, bool>> fields;
    for (const SortKey &key : m_keys) {
        if (key.column >= 0 && key.column < m_columns.size())
            fields.append({m_columns[key.column].field, key.descending});
    }
    if (fields.isEmpty() || m_frame.rowCount() <= kSortAtOnce) {
        m_offload.cancel();
        applyOrder(sortedRows(m_frame, fields));
        return;
    }
    m_offload.start(
        this, [frame = m_frame, fields](std::stop_token) { return sortedRows(frame, fields); },
        [this](std::vector<quint32> order) { applyOrder(std::move(order)); });
}

void TableModel::applyOrder(std::vector<quint32> order)
{
    if (order != m_order) {
        emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const QModelIndexList before = persistentIndexList();
        std::vector<int> places(order.size());
        for (size_t i = 0; i < order.size(); ++i)
            places[order[i]] = int(i);
        QModelIndexList after;
        for (const QModelIndex &each : before) {
            const auto row = size_t(frameRow(each.row()));
            after.append(index(places.empty() ? int(row) : places[row], each.column()));
        }
        m_order = std::move(order);
        changePersistentIndexList(before, after);
        emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }
    emit sorted();
}

qsizetype TableModel::frameRow(int row) const
{
    return size_t(row) < m_order.size() ? qsizetype(m_order[size_t(row)]) : row;
}

DisplayValue TableModel::display(int row, int column) const
{
    return m_displays[column].row(frameRow(row));
}

bool TableModel::isNull(int row, int column) const
{
    return m_frame.fields[m_columns[column].field].values.isNull(frameRow(row));
}

QString TableModel::textOf(const QModelIndexList &indexes) const
{
    QModelIndexList sorted = indexes.mid(0, kCopiedCells);
    std::sort(sorted.begin(), sorted.end());
    QString text;
    int row = -1;
    for (const QModelIndex &index : sorted) {
        if (row >= 0)
            text += index.row() == row ? u'\t' : u'\n';
        row = index.row();
        QString cell = data(index).toString();
        for (QChar &c : cell) {
            if (c == u'\t' || c == u'\n' || c == u'\r')
                c = u' ';
        }
        text += cell;
    }
    return text;
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_columns.isEmpty() ? 0 : int(std::min<qsizetype>(m_frame.rowCount(), 100000000));
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return display(index.row(), index.column()).joined();
    if (role == Qt::TextAlignmentRole)
        return int(m_columns[index.column()].alignment | Qt::AlignVCenter);
    return {};
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return section < m_columns.size() ? m_columns[section].title : QVariant();
}
