// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <core/optionschema.h>

// A person's hands on the controls of a form: each kind of option is changed by mouse and keys alone.
namespace hands {

// Changes the option whose control is called `name` to something else than it is; fails the test where it cannot.
void change(QWidget &window, const OptionRow &row, const QString &name);
// One choice of a Choice.
void choose(QWidget &window, const OptionRow &row, const QString &name, const QString &value);
// A value out of the list that is open.
void pick(QWidget &window, const QString &value);
// Types into the search of the open list and takes what is first.
void pickTyped(QWidget &window, const QString &text);
// An item of the open menu.
void menuItem(const QString &id);

} // namespace hands
