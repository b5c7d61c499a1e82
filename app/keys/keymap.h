// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QStringList>

// The keys that the person chose in place of the program's, by id of the action; kept in window.ini: "[keys]", "panel.edit=Ctrl+E, x e".
// One for the program, so that all its windows have the same. See keyway for how keys are written.
class KeyMap : public QObject
{
    Q_OBJECT

public:
    explicit KeyMap(QObject *parent = nullptr); // as they were left

    bool isOwn(const QString &id) const { return m_own.contains(id); }
    bool isEmpty() const { return m_own.isEmpty(); }
    // What holds, given the program's own: those that the person gave to another action are left out.
    QStringList waysOf(const QString &id, const QStringList &standard) const;
    void set(const QString &id, const QStringList &ways); // none: the action has no keys
    void reset(const QString &id);
    void resetAll();

signals:
    void changed();

private:
    QMap<QString, QStringList> m_own;
};
