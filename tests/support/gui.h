// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest/QtTest>
#include <QtWidgets/QtWidgets>

// A person's hands: events to widgets that are found by object name. Every function fails the test when there is no such widget to be
// seen.
namespace gui {

QWidget *find(QWidget &window, const QString &name); // visible; null after failing
void click(QWidget &window, const QString &name, const QPoint &at = {}, Qt::MouseButton button = Qt::LeftButton);
void type(QWidget &window, const QString &name, const QString &text); // in place of what is there
void key(QWidget &window, Qt::Key key, Qt::KeyboardModifiers modifiers = {}); // to what has the focus
void keys(QWidget &window, const QString &text);
// Writes a picture of the window to $PROMONTORY_PICTURES/NAME.png; nothing without that variable.
void picture(QWidget &window, const QString &name);

} // namespace gui
