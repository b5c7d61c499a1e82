// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/fielddisplay.h>
#include <widgets/theme/theme.h>

// A value cut for big print: the number is never elided; the unit goes when room is short.
struct ValueText {
    QString number;
    QString unit; // smaller and weaker
    bool unitFirst = false;
    bool isNumber = true; // else a text, which may be elided
    bool isPresent = true; // false: there is no value; the text says so

    bool operator==(const ValueText &) const = default;
};

ValueText valueText(const DisplayValue &value);

// The size at which the value fits, 14 to largest px; with its unit down to 7, a per cent sign down to 11. Drops the unit when it is
// too wide with it even so.
int fitValue(ValueText &value, double widthPx, double heightPx, int largest);

// A color that data chose, printed as text: in the light theme darkened, where it would be weak on white.
QColor printedColor(Rgba color, const Theme &theme);
