// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/sheet.h>

// Two texts of a dashboard, by lines: what the file holds now, and what is here.
class CompareSheet : public Sheet
{
    Q_OBJECT

public:
    CompareSheet(const QByteArray &theirs, const QByteArray &mine, QWidget *window);
};
