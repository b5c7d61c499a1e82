// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <core/fieldconfig.h>
#include <core/rgba.h>

// Grafana's colours by name and by rule (goldens theme.json, colors.open.json), in the theme that is asked for.
enum class Brightness { Dark, Light };

// "dark-red", "green", "#rrggbb[aa]", "rgb(…)", "rgba(…)", CSS names, "transparent", "text"; anything else: fallback.
Rgba colorByName(const QString &name, Brightness theme, Rgba fallback = {0x80, 0x80, 0x80, 255});
// The classic palette, by index, round and round.
Rgba paletteColor(int seriesIndex, Brightness theme);

// The colour of a series as a whole (lines, legend). A "continuous" or "thresholds" mode looks at the field's seriesBy value.
struct ColorInput {
    double value = 0;
    double percent = 0; // 0..1 in the field's range
    int seriesIndex = 0;
    QString seriesName;
};
// The place in a palette that a series' name picks.
int colorIndexOfName(const QString &name, int paletteSize);
Rgba fieldColor(const FieldConfig &config, const ColorInput &input, Brightness theme);
Rgba thresholdColor(const Thresholds &thresholds, double value, double min, double max, Brightness theme);
// True for modes whose colour depends on the value, not on the series.
bool isByValue(const QString &mode);

struct ColorModeInfo {
    QString id;
    QString name;
    bool byValue = false;
};
const QList<ColorModeInfo> &colorModes();

Rgba mix(Rgba a, Rgba b, double amountOfB);
Rgba withAlpha(Rgba color, double alpha); // alpha 0..1
double luminance(Rgba color); // WCAG 2, 0..1
Rgba contrastText(Rgba background); // near-black or white
Rgba smallText(Rgba background); // black or white, whichever can be read better
double contrastRatio(Rgba a, Rgba b); // WCAG 2, 1..21
Rgba lighten(Rgba color, double amount); // amount 0..1 of the way to white
Rgba darken(Rgba color, double amount);
Rgba emphasize(Rgba color, double amount); // away from its own end: light colours darker, dark ones lighter
QString colorText(Rgba color); // "#rrggbb", with alpha "#rrggbbaa"

// The last step that the value reaches, looked for in the order of the list; null for an empty list.
const Threshold *activeThreshold(const QList<Threshold> &steps, double value);
QList<Threshold> sortedThresholds(QList<Threshold> steps);
