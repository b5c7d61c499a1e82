// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QListWidget>

class Actions;

// The actions of a window with their keys, by group; narrowed by words of their names or keys. Those with keys of the person's own have a
// mark.
class KeysList : public QListWidget
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, CapsRole, OwnRole }; // no id: the heading of a group

    explicit KeysList(const Actions &actions, QWidget *parent = nullptr);
    void setFilter(const QString &words);
    void refresh(); // what is chosen stays so
    QString current() const; // id; empty: none fits

signals:
    void chosen(const QString &id);

private:
    const Actions &m_actions;
    QString m_filter;
};
