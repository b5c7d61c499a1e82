// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <core/optionschema.h>

// A person at a window: mouse, wheel and keys, found by object name. What is to be clicked is scrolled to by the wheel first and must
// then be what the mouse meets; what is typed goes to what has the focus. Fails the test where a person could not go on.
class Hands
{
public:
    explicit Hands(QWidget &window) : m_window(window) { }

    QWidget *reach(const QString &name); // in view; null after failing
    void click(const QString &name);
    void clickOn(QWidget *widget, const QPoint &at);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void keys(const QString &text); // lines are ended by Enter
    void type(const QString &name, const QString &text); // in place of what is there
    void pick(const QString &value); // out of the list that is open; typed where it is not offered
    void drag(QWidget *widget, const QPoint &from, const QPoint &by);
    // The control called `name` from one value to another.
    void set(const OptionRow &row, const QString &name, const Json &from, const Json &to);

private:
    void wheelTo(class QAbstractScrollArea &area, const QWidget &widget);
    void clickRow(const QString &list, const QString &value);
    void choose(const QString &name, const QString &value);
    void color(const QString &name, const QString &value);
    void reducers(const QString &name, const QStringList &from, const QStringList &to);
    void fieldColor(const QString &name, const Json &from, const Json &to);
    void thresholds(const QString &name, const Json &from, const Json &to);
    void sortKeys(const QString &name, const Json &from, const Json &to);

    QWidget &m_window;
};
