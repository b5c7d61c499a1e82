// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QColor>
#include <QtGui/QFont>
#include <core/rgba.h>
#include <pipeline/color.h>

// The design tokens: every colour, font and length of the program. The table is in theme.cpp, both themes side by side.
struct Theme {
    Brightness brightness = Brightness::Dark;

    struct {
        QColor window, rail, toolbar, panel, raised, input, hover, pressed, selected, track, scrim, halo;
    } bg;
    struct {
        QColor weak, medium, strong, focus;
    } border;
    struct {
        QColor primary, secondary, disabled, inverse, link;
    } text;
    struct {
        QColor main, hover, pressed, on, soft, text;
    } accent;
    struct {
        QColor main, text, soft, border;
    } good;
    struct {
        QColor main, text, soft, border;
    } warning;
    struct {
        QColor main, text, soft, border;
    } bad;
    struct {
        QColor main, text, soft, border;
    } info;
    struct {
        QColor light, star;
    } brand;
    struct {
        QColor grid, gridZero, axisLine, axisText, crosshair, crosshairFlag, crosshairFlagText, selectionFill, selectionEdge, annotation,
            noData, noDataHatch;
        double thresholdBandAlpha, thresholdLineAlpha, dimmedSeriesAlpha, staleAlpha;
    } chart;
    struct {
        QColor function, metric, label, string, number, keyword, operator_, variable, comment, errorWave;
    } syntax;

    bool isDark() const { return brightness == Brightness::Dark; }
    static const Theme &dark();
    static const Theme &light();
};

inline QColor toQColor(Rgba c)
{
    return QColor(c.r, c.g, c.b, c.a);
}
inline Rgba toRgba(const QColor &c)
{
    return {quint8(c.red()), quint8(c.green()), quint8(c.blue()), quint8(c.alpha())};
}

// The type scale; sizes in px.
enum class TextStyle { Display, Title, Heading, Body, BodyStrong, Label, LabelStrong, Caption, Overline, Axis, Code };
QFont themeFont(TextStyle style);
QFont themeFont(int pixelSize, int weight); // Inter, QFont::Weight numbers; big numbers

// Lengths, px.
namespace space {
inline constexpr int unit = 8, half = 4, window = 12, group = 16, section = 24;
inline constexpr int radiusControl = 4, radiusSurface = 6;
inline constexpr int controlSmall = 24, control = 28, controlLarge = 32, paddingX = 10;
inline constexpr int rail = 48, railWide = 184, tabStrip = 36, toolbar = 44, variableBar = 40, statusBar = 24, panelHeader = 32;
inline constexpr int gridColumns = 24, gridRow = 30, gridGap = 8, gridPadding = 12, optionsDock = 344;
inline constexpr int scrollBar = 10, iconSmall = 16, icon = 20, iconLarge = 24, iconEmpty = 40;
} // namespace space

namespace motion { // ms
inline constexpr int hover = 80, popup = 120, dock = 160, gridSettle = 140, refreshLineLoop = 1200, toastStay = 5000;
}
