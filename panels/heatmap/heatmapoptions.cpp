// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/heatmap/heatmapoptions.h>

#include <panels/heatmap/heatmapcolors.h>

namespace {

using H = HeatmapOptions;
using Schema = OptionSchema<H>;

QString key(const char *text)
{
    return QString::fromLatin1(text);
}

void addAxisRows(Schema &s)
{
    const char *group = QT_TRANSLATE_NOOP("Options", "Y axis");
    s.choice(key("rowsFrame.layout"), &H::layout, QT_TRANSLATE_NOOP("Options", "Bucket bound"),
             {{H::Layout::Auto, "auto", QT_TRANSLATE_NOOP("Options", "Auto")},
              {H::Layout::Le, "le", QT_TRANSLATE_NOOP("Options", "Upper (le)")},
              {H::Layout::Ge, "ge", QT_TRANSLATE_NOOP("Options", "Lower (ge)")},
              {H::Layout::Unknown, "unknown", QT_TRANSLATE_NOOP("Options", "Middle")}})
        .in(group);
    s.choice(key("yAxis.axisPlacement"), &H::axisPlacement, QT_TRANSLATE_NOOP("Options", "Placement"),
             {{H::Placement::Left, "left", QT_TRANSLATE_NOOP("Options", "Left")},
              {H::Placement::Right, "right", QT_TRANSLATE_NOOP("Options", "Right")},
              {H::Placement::Hidden, "hidden", QT_TRANSLATE_NOOP("Options", "Hidden")}})
        .in(group);
    s.text(key("yAxis.unit"), &H::axisUnit, QT_TRANSLATE_NOOP("Options", "Unit")).as(OptionRow::Kind::Unit).in(group);
    s.integer(key("yAxis.decimals"), &H::axisDecimals, QT_TRANSLATE_NOOP("Options", "Decimals")).in(group).range(0, 20);
    s.number(key("yAxis.min"), &H::axisMin, QT_TRANSLATE_NOOP("Options", "Min"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Buckets that end below are left out"));
    s.number(key("yAxis.max"), &H::axisMax, QT_TRANSLATE_NOOP("Options", "Max"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Buckets that end above are left out"));
    s.boolean(key("yAxis.reverse"), &H::axisReverse, QT_TRANSLATE_NOOP("Options", "Reverse")).in(group);
    s.text(key("yAxis.axisLabel"), &H::axisLabel, QT_TRANSLATE_NOOP("Options", "Label")).in(group);
    s.number(key("yAxis.axisWidth"), &H::axisWidth, QT_TRANSLATE_NOOP("Options", "Width")).in(group).range(0, 1000).suffix(key("px"));
}

void addColorRows(Schema &s)
{
    const char *group = QT_TRANSLATE_NOOP("Options", "Colours");
    const auto opacity = optionIs(key("color.mode"), key("opacity"));
    s.choice(key("color.mode"), &H::colorMode, QT_TRANSLATE_NOOP("Options", "Mode"),
             {{H::ColorMode::Scheme, "scheme", QT_TRANSLATE_NOOP("Options", "Scheme")},
              {H::ColorMode::Opacity, "opacity", QT_TRANSLATE_NOOP("Options", "Opacity")}})
        .in(group);
    s.text(key("color.scheme"), &H::scheme, QT_TRANSLATE_NOOP("Options", "Scheme"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "One of 38 colour ramps by name; an unknown name draws as Oranges"))
        .visibleWhen(optionIsNot(key("color.mode"), key("opacity")));
    s.text(key("color.fill"), &H::fill, QT_TRANSLATE_NOOP("Options", "Colour")).as(OptionRow::Kind::Color).in(group).visibleWhen(opacity);
    s.choice(key("color.scale"), &H::colorScale, QT_TRANSLATE_NOOP("Options", "Scale"),
             {{H::ColorScale::Exponential, "exponential", QT_TRANSLATE_NOOP("Options", "Exponential")},
              {H::ColorScale::Linear, "linear", QT_TRANSLATE_NOOP("Options", "Linear")}})
        .in(group);
    s.number(key("color.exponent"), &H::exponent, QT_TRANSLATE_NOOP("Options", "Exponent"))
        .in(group)
        .range(0.01, 10)
        .visibleWhen(optionIsNot(key("color.scale"), key("linear")));
    s.integer(key("color.steps"), &H::steps, QT_TRANSLATE_NOOP("Options", "Steps")).in(group).range(1, 128);
    s.boolean(key("color.reverse"), &H::reverse, QT_TRANSLATE_NOOP("Options", "Reverse")).in(group);
    s.number(key("color.min"), &H::colorMin, QT_TRANSLATE_NOOP("Options", "Start colour scale from value")).in(group);
    s.number(key("color.max"), &H::colorMax, QT_TRANSLATE_NOOP("Options", "End colour scale at value")).in(group);
}

void addCellRows(Schema &s)
{
    const char *group = QT_TRANSLATE_NOOP("Options", "Cells");
    s.text(key("rowsFrame.value"), &H::valueName, QT_TRANSLATE_NOOP("Options", "Value name")).in(group);
    s.text(key("cellValues.unit"), &H::cellUnit, QT_TRANSLATE_NOOP("Options", "Unit")).as(OptionRow::Kind::Unit).in(group);
    s.integer(key("cellValues.decimals"), &H::cellDecimals, QT_TRANSLATE_NOOP("Options", "Decimals")).in(group).range(0, 20);
    s.integer(key("cellGap"), &H::cellGap, QT_TRANSLATE_NOOP("Options", "Gap")).in(group).range(0, 25).suffix(key("px"));
    s.integer(key("cellRadius"), &H::cellRadius, QT_TRANSLATE_NOOP("Options", "Radius")).in(group).range(0, 100).suffix(key("px"));
    s.number(key("filterValues.le"), &H::hideBelow, QT_TRANSLATE_NOOP("Options", "Hide cells with values up to")).in(group);
    s.number(key("filterValues.ge"), &H::hideAbove, QT_TRANSLATE_NOOP("Options", "Hide cells with values from")).in(group);
}

} // namespace

const OptionSchema<HeatmapOptions> &heatmapOptions()
{
    static const OptionSchema<HeatmapOptions> schema = [] {
        Schema s;
        addAxisRows(s);
        addColorRows(s);
        addCellRows(s);
        s.boolean(key("legend.show"), &H::legend, QT_TRANSLATE_NOOP("Options", "Show legend")).in(QT_TRANSLATE_NOOP("Options", "Legend"));
        addTooltipRows(s, &H::tooltip, false);
        s.boolean(key("tooltip.yHistogram"), &H::yHistogram, QT_TRANSLATE_NOOP("Options", "Show histogram (Y axis)"))
            .in(QT_TRANSLATE_NOOP("Options", "Tooltip"));
        s.boolean(key("tooltip.showColorScale"), &H::showColorScale, QT_TRANSLATE_NOOP("Options", "Show colour scale"))
            .in(QT_TRANSLATE_NOOP("Options", "Tooltip"));
        return s;
    }();
    return schema;
}
