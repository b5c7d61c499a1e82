// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/gauge/gaugeview.h>
#include <panels/singlevaluescale.h>

// The ring of a gauge cut into what is painted: segments, gradients, round ends, the mark at the end of the bar. item has its ring, track
// and value already.
void cutRing(GaugeItem &item, const FieldDisplay &value, const QList<ScaleSection> &sections, const GaugeOptions &options,
             const Theme &theme);
