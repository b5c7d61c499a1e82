// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/sheet.h>

// A cell's whole value, to read and to copy.
class CellInspector : public Sheet
{
public:
    CellInspector(const QString &column, const QString &text, QWidget *anyInWindow);
};
