// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QTimeZone>
#include <pipeline/displayprocessor.h>

// Any frames as one table, read on demand: the frames below each other when they have the same columns, else the chosen one.
class FrameTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    void setFrame(const Frame &frame, const QTimeZone &zone, bool formatted);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString cell(const Field &field, int column, qsizetype row) const;

    Frame m_frame;
    QList<DisplayProcessor> m_processors; // empty: raw
    QTimeZone m_zone = QTimeZone::utc();
};
