// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/json.h>
#include <core/paneldata.h>
#include <dashboard/interpolate.h>
#include <stop_token>

// From answers to what a panel shows: names, columns, field config. A value moved to a worker; touches no QObject.

struct NamedFrames {
    QString refId;
    QString legendFormat;
    QString expr;
    bool isTable = false;
    Frames frames; // as the source gave them
};

struct PanelJob {
    QList<NamedFrames> answers;
    Json fieldConfig; // as in the file
    Json typeDefaults;
    Json transformations;
    ScopedVars variables; // a snapshot: names that the field config may refer to
};

struct PanelResult {
    Frames raw; // named, before transformations and field config
    Frames frames;
    QString noValue; // of the field config's defaults
    QList<Notice> notices;
};

PanelResult runPanelJob(const PanelJob &job, std::stop_token stop);
