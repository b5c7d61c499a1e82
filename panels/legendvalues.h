// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimeZone>
#include <core/fieldconfig.h>
#include <core/frame.h>
#include <panels/commonoptions.h>
#include <pipeline/color.h>
#include <widgets/legendlayout.h>

// What the legends of panels share: headings and calculated values out of the options.

// A legend without items: form, place, headings, order. calcs: the calculations that are known, one for each heading.
LegendModel legendFrame(const LegendOptions &options, QStringList &calcs);
// One calculation of a field as its legend shows it.
LegendValue legendValue(const Field &field, const QString &calc, Brightness theme, const QTimeZone &zone);
// Orders the items and leaves out those over the limit.
void finishLegend(LegendModel &legend, const LegendOptions &options);
