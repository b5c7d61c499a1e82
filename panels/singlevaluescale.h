// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/fielddisplay.h>

// The scale of one value, from min to max, cut where its color changes.
struct ScaleSection {
    double from = 0;
    double to = 0;
    Rgba color;

    bool operator==(const ScaleSection &) const = default;
};

// By thresholds; for a continuous color mode many small sections. Empty: the field has neither.
QList<ScaleSection> scaleSections(const FieldDisplay &value, Brightness theme);

// 0..1 on the scale of the value; NaN: 0.
double scaleShare(const FieldDisplay &value, double at);
// The name is shown beside others, or when somebody gave it.
bool showsName(const FieldDisplay &value, qsizetype count);
