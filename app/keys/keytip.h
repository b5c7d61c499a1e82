// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

class QWidget;

// The widget's tooltip ends with the keys that the action has in its window now: "Undo  Ctrl+Z".
void showKeysInToolTip(QWidget &widget, const QString &actionId);
