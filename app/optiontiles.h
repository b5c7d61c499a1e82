// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/paneldata.h>
#include <panels/paneltype.h>

// One picture of the gallery of options: a panel type with one option set, on made-up data that is the same every time.
struct OptionTile {
    QString group; // as in the form
    QString caption; // "legend.placement = right"
    Json options;
    PanelData data; // with the field config
    Json optionsWithout; // the same with the option not set
    PanelData dataWithout;
};

// Every value of a choice, the ends of a range, something in place of every other default. Made from the schemas: a new option is a new
// picture. An option that another one brings out is shown with that one set.
QList<OptionTile> optionTiles(const PanelType &type);
// Keys of options that only show under the mouse or at a click, and so have no picture.
QStringList optionsOfTheMouse(const PanelType &type);
