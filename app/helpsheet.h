// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/sheet.h>

class Actions;

// "?": every action that has keys, by group.
class HelpSheet : public Sheet
{
    Q_OBJECT

public:
    HelpSheet(const Actions &actions, QWidget *window);

signals:
    void changeRequested(); // the form of keys is wanted; the sheet is closed
};
