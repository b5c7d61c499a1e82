// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/paneldata.h>
#include <widgets/controls/panelframe.h>

struct PanelStateInput {
    bool asksData = true;
    bool saysNoDataItself = false; // the content explains itself: a type that is not known
    bool showsNoValue = false; // the content shows the text for no value as it shows a value
    bool hasQueries = true;
    QString sourceName; // for "Asking …"
    qint64 nowMs = 0;
    qint64 refreshMs = 0; // 0 = no automatic refresh
};

// What the frame says for the data as they are: loading, age, warning, error, no data.
PanelFrameState panelFrameState(const PanelData &data, const PanelStateInput &input);
QString ageText(qint64 ms); // "45s", "2m", "3h", "2d"
