// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/frametablemodel.h>

#include <widgets/theme/theme.h>

using namespace Qt::StringLiterals;

void FrameTableModel::setFrame(const Frame &frame, const QTimeZone &zone, bool formatted)
{
    beginResetModel();
    m_frame = frame;
    m_zone = zone;
    m_processors.clear();
    if (formatted)
        for (const Field &field : frame.fields)
            m_processors.append(DisplayProcessor(field, Brightness::Dark, zone));
    endResetModel();
}

int FrameTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(std::min<qsizetype>(m_frame.rowCount(), 5'000'000));
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
        return (field.state.displayName.isEmpty() ? field.name : field.state.displayName).left(200);
    if (role == Qt::TextAlignmentRole)
        return int((field.isNumeric() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}
