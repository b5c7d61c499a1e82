// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/json.h>
#include <core/paneldata.h>

// Made-up data that shows a panel type at its best, the same every time: what the gallery draws as long as there is no query.
struct SamplePicture {
    PanelData data;
    Json options;
};
SamplePicture samplePicture(const QString &typeId);
