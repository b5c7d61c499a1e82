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

std::vector<EnumChoice<H::Scale>> scaleChoices(bool automatic)
{
    std::vector<EnumChoice<H::Scale>> choices{{H::Scale::Linear, "linear", QT_TRANSLATE_NOOP("Options", "Linear")},
                                              {H::Scale::Log, "log", QT_TRANSLATE_NOOP("Options", "Logarithmic")},
                                              {H::Scale::Symlog, "symlog", QT_TRANSLATE_NOOP("Options", "Symlog")}};
    if (automatic)
        choices.insert(choices.begin(), {H::Scale::Auto, "auto", QT_TRANSLATE_NOOP("Options", "Auto")});
    return choices;
}

void addScaleRows(Schema &s, const char *group, const QString &path, H::Scale H::*kind, double H::*base, double H::*threshold,
                  bool calculated)
{
    const auto applies = [calculated](const Json &o) { return o.get(u"calculate").toBool() == calculated; };
    const auto is = [path, applies](const QString &type) {
        return [=](const Json &o) { return applies(o) && o.get(path + key(".type")).toString() == type; };
    };
    s.choice(path + key(".type"), kind, QT_TRANSLATE_NOOP("Options", "Y scale"), scaleChoices(!calculated)).in(group).visibleWhen(applies);
    s.number(path + key(".log"), base, QT_TRANSLATE_NOOP("Options", "Log base")).in(group).range(2, 10).visibleWhen([=](const Json &o) {
        return is(key("log"))(o) || is(key("symlog"))(o);
    });
    s.number(path + key(".linearThreshold"), threshold, QT_TRANSLATE_NOOP("Options", "Linear threshold"))
        .in(group)
        .range(1e-12, 1e12)
        .visibleWhen(is(key("symlog")));
}

void addCalculationRows(Schema &s)
{
    const char *group = QT_TRANSLATE_NOOP("Options", "Heatmap");
    const auto calculates = [](const Json &o) { return o.get(u"calculate").toBool(); };
    const std::vector<EnumChoice<H::BucketMode>> modes{{H::BucketMode::Size, "size", QT_TRANSLATE_NOOP("Options", "Size")},
                                                       {H::BucketMode::Count, "count", QT_TRANSLATE_NOOP("Options", "Count")}};
    s.boolean(key("calculate"), &H::calculate, QT_TRANSLATE_NOOP("Options", "Calculate from data"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Counts the samples of the series; else the rows are buckets already"));
    s.choice(key("calculation.xBuckets.mode"), &H::xMode, QT_TRANSLATE_NOOP("Options", "X buckets"), modes)
        .in(group)
        .visibleWhen(calculates);
    s.json(key("calculation.xBuckets.value"), &H::xBuckets, QT_TRANSLATE_NOOP("Options", "X bucket size or count"))
        .as(OptionRow::Kind::Text)
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "A length of time such as 1m, or how many; empty: 20"))
        .visibleWhen(calculates);
    s.choice(key("calculation.yBuckets.mode"), &H::yMode, QT_TRANSLATE_NOOP("Options", "Y buckets"), modes)
        .in(group)
        .visibleWhen(calculates);
    s.json(key("calculation.yBuckets.value"), &H::yBuckets, QT_TRANSLATE_NOOP("Options", "Y bucket size or count"))
        .as(OptionRow::Kind::Text)
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "A step of the value (on a log scale: buckets for each power), or how many; empty: 10"))
        .visibleWhen(calculates);
    addScaleRows(s, group, key("calculation.yBuckets.scale"), &H::calculatedScale, &H::calculatedBase, &H::calculatedThreshold, true);
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
    s.choice(key("color.scheme"), &H::scheme, QT_TRANSLATE_NOOP("Options", "Scheme"), heatmapSchemeChoices())
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "An unknown name draws as Oranges"))
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
        addCalculationRows(s);
        addScaleRows(s, QT_TRANSLATE_NOOP("Options", "Y axis"), key("rowsFrame.yBucketScale"), &H::bucketScale, &H::bucketBase,
                     &H::bucketThreshold, false);
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
