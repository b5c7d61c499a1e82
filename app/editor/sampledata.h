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

// What the pictures are made from; the gallery of options changes one thing in it and draws it.
struct SampleSource {
    Frames frames;
    Json fieldDefaults = Json::object(); // fieldConfig.defaults
    Json typeDefaults = {}; // the type's own
    Json options = Json::object();
};
SamplePicture samplePicture(const SampleSource &source);
SampleSource optionSample(const QString &typeId); // with more to see than samplePicture(typeId): several series and rows, a gap
