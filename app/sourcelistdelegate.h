// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

// One source in the list: icon, name over address, "Default".
class SourceListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { UidRole = Qt::UserRole, AddressRole, DefaultRole };

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
