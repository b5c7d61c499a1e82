// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/tablemodel.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace {

constexpr qsizetype kSortAtOnce = 20000;
constexpr qsizetype kFilterAtOnce = 2000;
constexpr qsizetype kRowsLookedAt = 20000; // for the values of a column
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

namespace {

// What a worker needs to know to find the rows that are shown, in their order.
struct Arrangement {
    Frame frame;
    QList<QPair<int, bool>> keys;
    QList<DisplayProcessor> displays; // one a column
    QList<QPair<int, CellTest>> tests; // by column
    QString search;

    bool passes(qsizetype row) const
    {
        for (const auto &[column, test] : tests) {
            const DisplayValue value = displays[column].row(row);
            if (!test.passes(value.joined(), value.numeric))
                return false;
        }
        return search.isEmpty() || std::any_of(displays.begin(), displays.end(), [&](const DisplayProcessor &display) {
                   return display.row(row).joined().contains(search, Qt::CaseInsensitive);
               });
    }
};

std::vector<quint32> arranged(const Arrangement &job, std::stop_token stop)
{
    std::vector<quint32> order = sortedRows(job.frame, job.keys);
    if (job.displays.isEmpty())
        return order;
    if (order.empty()) {
        order.resize(size_t(job.frame.rowCount()));
        std::iota(order.begin(), order.end(), 0u);
    }
    std::erase_if(order, [&](quint32 row) { return stop.stop_requested() || !job.passes(row); });
    return order;
}

} // namespace

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
        m_filtered = false;
        endResetModel();
    } else if (rowCount() > 0 && columnCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
    arrange();
}

void TableModel::setSort(const QList<SortKey> &keys)
{
    m_keys = keys;
    arrange();
}

void TableModel::setFilter(const TableFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_first = 0;
    arrange();
}

void TableModel::setPage(int first, int count)
{
    first = count > 0 ? std::clamp(first, 0, std::max(0, (matchCount() - 1) / count * count)) : 0;
    if (first == m_first && count == m_pageRows)
        return;
    beginResetModel();
    m_first = first;
    m_pageRows = count;
    endResetModel();
}

void TableModel::arrange()
{
    Arrangement job{m_frame, {}, {}, {}, m_filter.search};
    for (const SortKey &key : m_keys) {
        if (key.column >= 0 && key.column < m_columns.size())
            job.keys.append({m_columns[key.column].field, key.descending});
    }
    for (int i = 0; i < m_columns.size(); ++i) {
        if (m_filter.columns.contains(m_columns[i].name))
            job.tests.append({i, CellTest(m_filter.columns.value(m_columns[i].name))});
    }
    const bool filtered = !m_filter.search.isEmpty() || !job.tests.isEmpty();
    if (filtered)
        job.displays = m_displays;
    if ((!filtered && job.keys.isEmpty()) || m_frame.rowCount() <= (filtered ? kFilterAtOnce : kSortAtOnce)) {
        m_offload.cancel();
        applyOrder(arranged(job, {}), filtered);
        return;
    }
    m_offload.start(
        this, [job = std::move(job)](std::stop_token stop) { return arranged(job, stop); },
        [this, filtered](std::vector<quint32> order) { applyOrder(std::move(order), filtered); });
}

void TableModel::applyOrder(std::vector<quint32> order, bool filtered)
{
    if (filtered != m_filtered || order.size() != m_order.size()) {
        const bool sameRows = !filtered && !m_filtered;
        if (!sameRows || m_pageRows > 0) {
            beginResetModel();
            m_order = std::move(order);
            m_filtered = filtered;
            if (m_pageRows > 0)
                m_first = std::clamp(m_first, 0, std::max(0, (matchCount() - 1) / m_pageRows * m_pageRows));
            endResetModel();
            emit sorted();
            return;
        }
    }
    if (order != m_order) {
        emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const QModelIndexList before = persistentIndexList();
        QHash<qsizetype, int> places;
        for (size_t i = 0; i < order.size(); ++i)
            places.insert(qsizetype(order[i]), int(i) - m_first);
        QModelIndexList after;
        for (const QModelIndex &each : before) {
            const qsizetype row = frameRow(each.row());
            after.append(index(order.empty() ? int(row) - m_first : places.value(row, -1), each.column()));
        }
        m_order = std::move(order);
        changePersistentIndexList(before, after);
        emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }
    emit sorted();
}

qsizetype TableModel::frameRow(int row) const
{
    const size_t at = size_t(row) + size_t(m_first);
    return at < m_order.size() ? qsizetype(m_order[at]) : qsizetype(at);
}

int TableModel::matchCount() const
{
    if (m_columns.isEmpty())
        return 0;
    return int(m_filtered ? qsizetype(m_order.size()) : std::min<qsizetype>(m_frame.rowCount(), 100000000));
}

QStringList TableModel::distinctTexts(int column, int limit) const
{
    QSet<QString> seen;
    const qsizetype rows = m_frame.rowCount();
    if (rows > kRowsLookedAt)
        return {};
    for (qsizetype row = 0; row < rows; ++row) {
        seen.insert(m_displays[column].row(row).joined());
        if (seen.size() > limit)
            return {};
    }
    QStringList texts(seen.begin(), seen.end());
    texts.sort(Qt::CaseInsensitive);
    return texts;
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
    if (parent.isValid())
        return 0;
    return m_pageRows > 0 ? std::clamp(matchCount() - m_first, 0, m_pageRows) : matchCount();
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
        return m_first + section + 1;
    return section < m_columns.size() ? m_columns[section].title : QVariant();
}
