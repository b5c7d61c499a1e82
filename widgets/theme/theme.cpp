// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/theme/theme.h>

namespace {

struct Token {
    QColor &(*of)(Theme &);
    const char *dark; // #RRGGBB or #RRGGBBAA
    const char *light;
};

// clang-format off
const Token kTokens[] = {
    {[](Theme &t) -> QColor & { return t.bg.window; }, "#0C1012", "#EDF1F2"},
    {[](Theme &t) -> QColor & { return t.bg.rail; }, "#090C0E", "#E2E8EA"},
    {[](Theme &t) -> QColor & { return t.bg.toolbar; }, "#101518", "#F6F8F9"},
    {[](Theme &t) -> QColor & { return t.bg.panel; }, "#14191C", "#FFFFFF"},
    {[](Theme &t) -> QColor & { return t.bg.raised; }, "#1B2226", "#FFFFFF"},
    {[](Theme &t) -> QColor & { return t.bg.input; }, "#0D1214", "#FFFFFF"},
    {[](Theme &t) -> QColor & { return t.bg.hover; }, "#1F272B", "#E8EDEF"},
    {[](Theme &t) -> QColor & { return t.bg.pressed; }, "#273136", "#DBE3E5"},
    {[](Theme &t) -> QColor & { return t.bg.selected; }, "#12302D", "#D6EEEB"},
    {[](Theme &t) -> QColor & { return t.bg.track; }, "#222B30", "#E6EBED"},
    {[](Theme &t) -> QColor & { return t.bg.scrim; }, "#04070899", "#1A232666"},
    {[](Theme &t) -> QColor & { return t.bg.halo; }, "#00000059", "#1A23261F"},
    {[](Theme &t) -> QColor & { return t.border.weak; }, "#1F272B", "#DCE3E5"},
    {[](Theme &t) -> QColor & { return t.border.medium; }, "#2D383D", "#C5CFD3"},
    {[](Theme &t) -> QColor & { return t.border.strong; }, "#64747B", "#76868C"},
    {[](Theme &t) -> QColor & { return t.border.focus; }, "#46D1C3", "#0B8378"},
    {[](Theme &t) -> QColor & { return t.text.primary; }, "#DCE4E6", "#182124"},
    {[](Theme &t) -> QColor & { return t.text.secondary; }, "#9AA8AD", "#505F65"},
    {[](Theme &t) -> QColor & { return t.text.disabled; }, "#5F6D73", "#97A3A8"},
    {[](Theme &t) -> QColor & { return t.text.inverse; }, "#07110F", "#FFFFFF"},
    {[](Theme &t) -> QColor & { return t.text.link; }, "#5FD3C6", "#08695F"},
    {[](Theme &t) -> QColor & { return t.accent.main; }, "#2FB9AB", "#0B7D73"},
    {[](Theme &t) -> QColor & { return t.accent.hover; }, "#46D1C3", "#096B62"},
    {[](Theme &t) -> QColor & { return t.accent.pressed; }, "#239488", "#07574F"},
    {[](Theme &t) -> QColor & { return t.accent.on; }, "#04120F", "#FFFFFF"},
    {[](Theme &t) -> QColor & { return t.accent.soft; }, "#12302D", "#D6EEEB"},
    {[](Theme &t) -> QColor & { return t.accent.text; }, "#5FD3C6", "#08695F"},
    {[](Theme &t) -> QColor & { return t.good.main; }, "#67C26B", "#2E8B3D"},
    {[](Theme &t) -> QColor & { return t.good.text; }, "#7CCF80", "#1D6B2B"},
    {[](Theme &t) -> QColor & { return t.good.soft; }, "#152B1A", "#E1F3E4"},
    {[](Theme &t) -> QColor & { return t.good.border; }, "#2B5A31", "#A5D3AC"},
    {[](Theme &t) -> QColor & { return t.warning.main; }, "#E9B23C", "#C98A08"},
    {[](Theme &t) -> QColor & { return t.warning.text; }, "#EFC05C", "#7F5500"},
    {[](Theme &t) -> QColor & { return t.warning.soft; }, "#2E2512", "#FBF0D6"},
    {[](Theme &t) -> QColor & { return t.warning.border; }, "#66501C", "#E4C681"},
    {[](Theme &t) -> QColor & { return t.bad.main; }, "#F4626F", "#D3283D"},
    {[](Theme &t) -> QColor & { return t.bad.text; }, "#FA8089", "#B01B30"},
    {[](Theme &t) -> QColor & { return t.bad.soft; }, "#33191D", "#FCE6E8"},
    {[](Theme &t) -> QColor & { return t.bad.border; }, "#74303A", "#EDA9B1"},
    {[](Theme &t) -> QColor & { return t.info.main; }, "#6CA9F7", "#2A6FD6"},
    {[](Theme &t) -> QColor & { return t.info.text; }, "#86B9FA", "#1C56B0"},
    {[](Theme &t) -> QColor & { return t.info.soft; }, "#15253A", "#E3EDFB"},
    {[](Theme &t) -> QColor & { return t.info.border; }, "#2C4E7C", "#A8C4EE"},
    {[](Theme &t) -> QColor & { return t.brand.light; }, "#FFD58A", "#E09A1A"},
    {[](Theme &t) -> QColor & { return t.brand.star; }, "#E9B23C", "#C98A08"},
    {[](Theme &t) -> QColor & { return t.chart.grid; }, "#20282C", "#E8EDEE"},
    {[](Theme &t) -> QColor & { return t.chart.gridZero; }, "#3A464C", "#B9C4C8"},
    {[](Theme &t) -> QColor & { return t.chart.axisLine; }, "#2D383D", "#C5CFD3"},
    {[](Theme &t) -> QColor & { return t.chart.axisText; }, "#93A1A7", "#56656B"},
    {[](Theme &t) -> QColor & { return t.chart.crosshair; }, "#9AA8AD", "#505F65"},
    {[](Theme &t) -> QColor & { return t.chart.crosshairFlag; }, "#DCE4E6", "#182124"},
    {[](Theme &t) -> QColor & { return t.chart.crosshairFlagText; }, "#0C1012", "#FFFFFF"},
    {[](Theme &t) -> QColor & { return t.chart.selectionFill; }, "#2FB9AB2E", "#0B7D7324"},
    {[](Theme &t) -> QColor & { return t.chart.selectionEdge; }, "#46D1C3", "#0B8378"},
    {[](Theme &t) -> QColor & { return t.chart.annotation; }, "#6CA9F7", "#2A6FD6"},
    {[](Theme &t) -> QColor & { return t.chart.noData; }, "#9AA8AD", "#505F65"},
    {[](Theme &t) -> QColor & { return t.chart.noDataHatch; }, "#1B2226", "#EFF3F4"},
    {[](Theme &t) -> QColor & { return t.syntax.function; }, "#86B9FA", "#1C56B0"},
    {[](Theme &t) -> QColor & { return t.syntax.metric; }, "#DCE4E6", "#182124"},
    {[](Theme &t) -> QColor & { return t.syntax.label; }, "#5FD3C6", "#08695F"},
    {[](Theme &t) -> QColor & { return t.syntax.string; }, "#A9D08A", "#3F6B1D"},
    {[](Theme &t) -> QColor & { return t.syntax.number; }, "#EFC05C", "#7F5500"},
    {[](Theme &t) -> QColor & { return t.syntax.keyword; }, "#CA95E5", "#7C2EA3"},
    {[](Theme &t) -> QColor & { return t.syntax.operator_; }, "#9AA8AD", "#505F65"},
    {[](Theme &t) -> QColor & { return t.syntax.variable; }, "#FFB357", "#A84300"},
    {[](Theme &t) -> QColor & { return t.syntax.comment; }, "#74838A", "#68777D"},
    {[](Theme &t) -> QColor & { return t.syntax.errorWave; }, "#F4626F", "#D3283D"},
};
// clang-format on

QColor parse(const char *text)
{
    const QLatin1String latin(text);
    QColor color(QString(latin.left(7)));
    if (latin.size() == 9)
        color.setAlpha(QString(latin.mid(7)).toInt(nullptr, 16));
    return color;
}

Theme make(Brightness brightness)
{
    Theme theme{};
    theme.brightness = brightness;
    for (const Token &token : kTokens)
        token.of(theme) = parse(theme.isDark() ? token.dark : token.light);
    theme.chart.thresholdBandAlpha = theme.isDark() ? 0.10 : 0.09;
    theme.chart.thresholdLineAlpha = theme.isDark() ? 0.85 : 0.90;
    theme.chart.dimmedSeriesAlpha = 0.22;
    theme.chart.staleAlpha = 0.62;
    return theme;
}

} // namespace

const Theme &Theme::dark()
{
    static const Theme theme = make(Brightness::Dark);
    return theme;
}

const Theme &Theme::light()
{
    static const Theme theme = make(Brightness::Light);
    return theme;
}

QFont themeFont(int pixelSize, int weight)
{
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(pixelSize);
    font.setWeight(QFont::Weight(weight));
    return font;
}

QFont themeFont(TextStyle style)
{
    switch (style) {
    case TextStyle::Display:
        return themeFont(24, 600);
    case TextStyle::Title:
        return themeFont(16, 600);
    case TextStyle::Heading:
        return themeFont(13, 600);
    case TextStyle::Body:
        return themeFont(13, 400);
    case TextStyle::BodyStrong:
        return themeFont(13, 500);
    case TextStyle::Label:
        return themeFont(12, 400);
    case TextStyle::LabelStrong:
        return themeFont(12, 500);
    case TextStyle::Overline:
        return themeFont(11, 600);
    case TextStyle::Caption:
    case TextStyle::Axis:
        return themeFont(11, 400);
    case TextStyle::Code: {
        QFont font(QStringLiteral("Noto Sans Mono"));
        font.setStyleHint(QFont::Monospace);
        font.setPixelSize(13);
        return font;
    }
    }
    return themeFont(13, 400);
}
