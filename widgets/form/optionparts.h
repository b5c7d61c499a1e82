// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/json.h>
#include <widgets/controls/button.h>
#include <widgets/controls/menu.h>

// What the editors of lists are made of.

TextButton *addButton(const QString &text, const QString &name, QWidget *parent); // "+ Add threshold"

// The button at the end of an item: move up, move down, remove. Its menu is made when it is asked for.
class ItemMenuButton : public IconButton
{
    Q_OBJECT

public:
    ItemMenuButton(const QString &name, const QString &what, QWidget *parent);
    void setPlace(qsizetype index, qsizetype count);

signals:
    void moveRequested(int by);
    void removeRequested();

private:
    void openMenu();

    QString m_what;
    qsizetype m_index = 0;
    qsizetype m_count = 1;
};

// A box round the parts of one item.
class ItemBox : public QWidget
{
    Q_OBJECT

public:
    explicit ItemBox(QWidget *parent);
    class QVBoxLayout *contentLayout() const { return m_layout; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class QVBoxLayout *m_layout;
};

// Out of sight at once and not to be found any more; deleted when its events are over: one of them may be what makes it go.
void retire(QWidget *widget);

// Members by their whole name, dots and all; a new one comes last.
Json withMember(const Json &object, const QString &key, const Json &value);
Json withoutMember(const Json &object, const QString &key);
