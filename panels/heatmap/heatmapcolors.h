// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QStringList>
#include <core/optionschema.h>
#include <pipeline/color.h>

// The colour ramps of heatmaps, by the names that files use (ColorBrewer, matplotlib and d3 have made them known).
QStringList heatmapSchemes();
std::vector<EnumChoice<QString>> heatmapSchemeChoices(); // the same for a form

// `steps` colours, smallest value first. An unknown name: Oranges.
QList<Rgba> schemeColors(const QString &name, int steps, bool reverse, Brightness theme);
// From the background to the fill.
QList<Rgba> opacityColors(Rgba fill, Rgba background, int steps, bool reverse);
