// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/frametablemodel.h>

#include <widgets/theme/theme.h>

using namespace Qt::StringLiterals;

namespace {

int rowsOf(const Frame &frame)
{
    return int(std::min<qsizetype>(frame.rowCount(), 5'000'000));
}

QString nameOf(const Field &field)
{
    return (field.state.displayName.isEmpty() ? field.name : field.state.displayName).left(200);
}

QStringList namesOf(const Frame &frame)
{
    QStringList names;
    for (const Field &field : frame.fields)
        names.append(nameOf(field));
    return names;
}

} // namespace

void FrameTableModel::setFrame(const Frame &frame, const QTimeZone &zone, bool formatted)
{
    // New values in the columns that there were: what is selected and scrolled stays.
    const int before = rowCount(), after = rowsOf(frame), same = std::min(before, after);
    const bool sameColumns = namesOf(frame) == namesOf(m_frame) && !m_frame.fields.isEmpty();
    if (!sameColumns)
        beginResetModel();
    else if (after > before)
        beginInsertRows({}, before, after - 1);
    else if (after < before)
        beginRemoveRows({}, after, before - 1);
    m_frame = frame;
    m_zone = zone;
    m_processors.clear();
    if (formatted)
        for (const Field &field : frame.fields)
            m_processors.append(DisplayProcessor(field, Brightness::Dark, zone));
    if (!sameColumns)
        return endResetModel();
    if (after > before)
        endInsertRows();
    else if (after < before)
        endRemoveRows();
    if (same > 0)
        emit dataChanged(index(0, 0), index(same - 1, columnCount() - 1));
}

int FrameTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rowsOf(m_frame);
}

int FrameTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_frame.fields.size());
}

QString FrameTableModel::cell(const Field &field, int column, qsizetype row) const
{
    if (field.values.isNull(row))
        return {};
    const double number = field.values.number(row);
    switch (field.values.type()) {
    case Column::Type::Time:
        return QDateTime::fromMSecsSinceEpoch(qint64(number), m_zone).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    case Column::Type::Text:
        return field.values.text(row).left(10'000);
    case Column::Type::Bool:
        return number != 0 ? u"true"_s : u"false"_s;
    case Column::Type::Number:
        break;
    }
    return column < m_processors.size() ? m_processors[column].number(number).joined() : QString::number(number, 'g', 12);
}

QVariant FrameTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.column() >= m_frame.fields.size())
        return {};
    const Field &field = m_frame.fields[index.column()];
    if (role == Qt::DisplayRole)
        return cell(field, index.column(), index.row());
    if (role == Qt::TextAlignmentRole)
        return int((field.isNumeric() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant FrameTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= m_frame.fields.size())
        return {};
    const Field &field = m_frame.fields[section];
    if (role == Qt::DisplayRole)
        return nameOf(field);
    if (role == Qt::TextAlignmentRole)
        return int((field.isNumeric() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}
