// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

// As long as it lives, widgets below `root` may be made anew: what had the focus there has it again afterwards, found by its object
// name; a field with its cursor and selection. Where it is gone, `otherwise` gets it (null: nobody).
class KeptFocus
{
public:
    explicit KeptFocus(const QWidget *root, QWidget *otherwise = nullptr);
    ~KeptFocus();
    KeptFocus(const KeptFocus &) = delete;
    KeptFocus &operator=(const KeptFocus &) = delete;

    const QString &name() const { return m_name; } // empty: the focus was elsewhere
    void follow(const QString &name) { m_name = name; } // it is called so afterwards

private:
    const QWidget *m_root;
    QPointer<QWidget> m_otherwise;
    QString m_name;
    int m_cursor = -1;
    int m_selected = 0; // characters, of those before the cursor when negative
};
