// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/timeseries/timeseriesoptions.h>

#include <algorithm>

namespace {

using Field = TimeSeriesField;
using Schema = OptionSchema<Field>;
using Kind = OptionRow::Kind;

const char *const kStyles = QT_TRANSLATE_NOOP("Options", "Graph styles");
const char *const kAxis = QT_TRANSLATE_NOOP("Options", "Axis");

QString key(const char *text)
{
    return QString::fromLatin1(text);
}

std::function<bool(const Json &)> drawsLine()
{
    return optionIs(key("drawStyle"), key("line"), true);
}

void addLineRows(Schema &s)
{
    s.choice(key("drawStyle"), &Field::drawStyle, QT_TRANSLATE_NOOP("Options", "Style"),
             {{Field::DrawStyle::Line, "line", QT_TRANSLATE_NOOP("Options", "Lines")},
              {Field::DrawStyle::Bars, "bars", QT_TRANSLATE_NOOP("Options", "Bars")},
              {Field::DrawStyle::Points, "points", QT_TRANSLATE_NOOP("Options", "Points")}})
        .in(kStyles);
    s.choice(key("lineInterpolation"), &Field::lineInterpolation, QT_TRANSLATE_NOOP("Options", "Line interpolation"),
             {{Field::Interpolation::Linear, "linear", QT_TRANSLATE_NOOP("Options", "Linear")},
              {Field::Interpolation::Smooth, "smooth", QT_TRANSLATE_NOOP("Options", "Smooth")},
              {Field::Interpolation::StepBefore, "stepBefore", QT_TRANSLATE_NOOP("Options", "Step before")},
              {Field::Interpolation::StepAfter, "stepAfter", QT_TRANSLATE_NOOP("Options", "Step after")}})
        .in(kStyles)
        .visibleWhen(drawsLine());
    s.number(key("lineWidth"), &Field::lineWidth, QT_TRANSLATE_NOOP("Options", "Line width"))
        .in(kStyles)
        .range(0, 10)
        .suffix(key("px"))
        .visibleWhen(optionIsNot(key("drawStyle"), key("points")));
    s.choice(key("lineStyle.fill"), &Field::lineFill, QT_TRANSLATE_NOOP("Options", "Line style"),
             {{Field::LineFill::Solid, "solid", QT_TRANSLATE_NOOP("Options", "Solid")},
              {Field::LineFill::Dash, "dash", QT_TRANSLATE_NOOP("Options", "Dashes")},
              {Field::LineFill::Dot, "dot", QT_TRANSLATE_NOOP("Options", "Dots")},
              {Field::LineFill::Square, "square", QT_TRANSLATE_NOOP("Options", "Squares")}})
        .in(kStyles)
        .visibleWhen(drawsLine());
    s.json(key("lineStyle.dash"), &Field::dash, QT_TRANSLATE_NOOP("Options", "Dash pattern"))
        .as(Kind::Numbers)
        .in(kStyles)
        .help(QT_TRANSLATE_NOOP("Options", "Lengths of dashes and gaps in turn, px"))
        .visibleWhen(
            [](const Json &o) { return o.get(u"lineStyle.fill").toString() != QLatin1String("solid") && o.get(u"lineStyle").isObject(); });
}

void addFillRows(Schema &s)
{
    s.number(key("fillOpacity"), &Field::fillOpacity, QT_TRANSLATE_NOOP("Options", "Fill opacity"))
        .in(kStyles)
        .range(0, 100)
        .suffix(key("%"))
        .visibleWhen(optionIsNot(key("drawStyle"), key("points")));
    s.choice(key("gradientMode"), &Field::gradientMode, QT_TRANSLATE_NOOP("Options", "Gradient mode"),
             {{Field::Gradient::None, "none", QT_TRANSLATE_NOOP("Options", "None")},
              {Field::Gradient::Opacity, "opacity", QT_TRANSLATE_NOOP("Options", "Opacity")},
              {Field::Gradient::Hue, "hue", QT_TRANSLATE_NOOP("Options", "Hue")},
              {Field::Gradient::Scheme, "scheme", QT_TRANSLATE_NOOP("Options", "Scheme")}})
        .in(kStyles)
        .visibleWhen(optionIsNot(key("drawStyle"), key("points")));
    s.text(key("fillBelowTo"), &Field::fillBelowTo, QT_TRANSLATE_NOOP("Options", "Fill below to"))
        .as(Kind::FieldName)
        .in(kStyles)
        .help(QT_TRANSLATE_NOOP("Options", "The series down to which the fill reaches"))
        .visibleWhen(drawsLine());
}

void addPointAndBarRows(Schema &s)
{
    const auto bars = optionIs(key("drawStyle"), key("bars"));
    s.choice(key("showPoints"), &Field::showPoints, QT_TRANSLATE_NOOP("Options", "Show points"),
             {{Field::ShowPoints::Auto, "auto", QT_TRANSLATE_NOOP("Options", "Auto")},
              {Field::ShowPoints::Always, "always", QT_TRANSLATE_NOOP("Options", "Always")},
              {Field::ShowPoints::Never, "never", QT_TRANSLATE_NOOP("Options", "Never")}})
        .in(kStyles)
        .visibleWhen(optionIsNot(key("drawStyle"), key("points")));
    s.number(key("pointSize"), &Field::pointSize, QT_TRANSLATE_NOOP("Options", "Point size"))
        .in(kStyles)
        .range(1, 40)
        .suffix(key("px"))
        .visibleWhen(optionIsNot(key("showPoints"), key("never")));
    s.integer(key("barAlignment"), &Field::barAlignment, QT_TRANSLATE_NOOP("Options", "Bar alignment"))
        .in(kStyles)
        .range(-1, 1)
        .help(QT_TRANSLATE_NOOP("Options", "-1 before the time, 0 around it, 1 after it"))
        .visibleWhen(bars);
    s.number(key("barWidthFactor"), &Field::barWidthFactor, QT_TRANSLATE_NOOP("Options", "Bar width factor"))
        .in(kStyles)
        .range(0.1, 1)
        .visibleWhen(bars);
    s.number(key("barMaxWidth"), &Field::barMaxWidth, QT_TRANSLATE_NOOP("Options", "Bar max width"))
        .in(kStyles)
        .range(1, 1000)
        .suffix(key("px"))
        .visibleWhen(bars);
}

void addGapAndStackRows(Schema &s)
{
    const char *never = QT_TRANSLATE_NOOP("Options", "Never"), *threshold = QT_TRANSLATE_NOOP("Options", "Threshold");
    s.json(key("spanNulls"), &Field::spanNulls, QT_TRANSLATE_NOOP("Options", "Connect null values"))
        .in(kStyles)
        .as(Kind::Gap)
        .among({{key("false"), never}, {key("true"), QT_TRANSLATE_NOOP("Options", "Always")}, {key("ms"), threshold}})
        .help(QT_TRANSLATE_NOOP("Options", "Draws the line over gaps: all of them, or those shorter than a length of time"))
        .visibleWhen(drawsLine());
    s.json(key("insertNulls"), &Field::insertNulls, QT_TRANSLATE_NOOP("Options", "Disconnect values"))
        .in(kStyles)
        .as(Kind::Gap)
        .among({{key("false"), never}, {key("ms"), threshold}})
        .help(QT_TRANSLATE_NOOP("Options", "Breaks the line between neighbours that are further apart than a length of time"))
        .visibleWhen(drawsLine());
    s.choice(key("stacking.mode"), &Field::stacking, QT_TRANSLATE_NOOP("Options", "Stack series"),
             {{Field::Stacking::None, "none", QT_TRANSLATE_NOOP("Options", "Off")},
              {Field::Stacking::Normal, "normal", QT_TRANSLATE_NOOP("Options", "Normal")},
              {Field::Stacking::Percent, "percent", QT_TRANSLATE_NOOP("Options", "100%")}})
        .in(kStyles);
    s.text(key("stacking.group"), &Field::stackingGroup, QT_TRANSLATE_NOOP("Options", "Stacking group"))
        .in(kStyles)
        .visibleWhen([](const Json &o) { return o.get(u"stacking.mode").toString(key("none")) != QLatin1String("none"); });
    s.choice(key("transform"), &Field::transform, QT_TRANSLATE_NOOP("Options", "Transform"),
             {{Field::Transform::None, "none", QT_TRANSLATE_NOOP("Options", "None")},
              {Field::Transform::Constant, "constant", QT_TRANSLATE_NOOP("Options", "Constant")},
              {Field::Transform::NegativeY, "negative-Y", QT_TRANSLATE_NOOP("Options", "Negative Y")}})
        .in(kStyles);
    s.choice(key("thresholdsStyle.mode"), &Field::thresholdsStyle, QT_TRANSLATE_NOOP("Options", "Show thresholds"),
             {{Field::ThresholdsStyle::Off, "off", QT_TRANSLATE_NOOP("Options", "Off")},
              {Field::ThresholdsStyle::Line, "line", QT_TRANSLATE_NOOP("Options", "As lines")},
              {Field::ThresholdsStyle::Dashed, "dashed", QT_TRANSLATE_NOOP("Options", "As dashed lines")},
              {Field::ThresholdsStyle::Area, "area", QT_TRANSLATE_NOOP("Options", "As filled regions")},
              {Field::ThresholdsStyle::LineArea, "line+area", QT_TRANSLATE_NOOP("Options", "As filled regions and lines")},
              {Field::ThresholdsStyle::DashedArea, "dashed+area", QT_TRANSLATE_NOOP("Options", "As filled regions and dashed lines")},
              {Field::ThresholdsStyle::Series, "series", QT_TRANSLATE_NOOP("Options", "As the colour of the series")}})
        .in(QT_TRANSLATE_NOOP("Options", "Thresholds"));
}

void addHideRows(Schema &s)
{
    const char *group = QT_TRANSLATE_NOOP("Options", "Hide");
    s.boolean(key("hideFrom.viz"), &Field::hideFromViz, QT_TRANSLATE_NOOP("Options", "Hide from the graph")).in(group);
    s.boolean(key("hideFrom.legend"), &Field::hideFromLegend, QT_TRANSLATE_NOOP("Options", "Hide from the legend")).in(group);
    s.boolean(key("hideFrom.tooltip"), &Field::hideFromTooltip, QT_TRANSLATE_NOOP("Options", "Hide from the tooltip")).in(group);
}

void addAxisRows(Schema &s)
{
    s.choice(key("axisPlacement"), &Field::axisPlacement, QT_TRANSLATE_NOOP("Options", "Placement"),
             {{Field::Placement::Auto, "auto", QT_TRANSLATE_NOOP("Options", "Auto")},
              {Field::Placement::Left, "left", QT_TRANSLATE_NOOP("Options", "Left")},
              {Field::Placement::Right, "right", QT_TRANSLATE_NOOP("Options", "Right")},
              {Field::Placement::Hidden, "hidden", QT_TRANSLATE_NOOP("Options", "Hidden")},
              {Field::Placement::Top, "top", QT_TRANSLATE_NOOP("Options", "Top")},
              {Field::Placement::Bottom, "bottom", QT_TRANSLATE_NOOP("Options", "Bottom")}})
        .in(kAxis);
    s.text(key("axisLabel"), &Field::axisLabel, QT_TRANSLATE_NOOP("Options", "Label")).in(kAxis);
    s.number(key("axisWidth"), &Field::axisWidth, QT_TRANSLATE_NOOP("Options", "Width")).in(kAxis).range(0, 1000).suffix(key("px"));
    s.number(key("axisSoftMin"), &Field::axisSoftMin, QT_TRANSLATE_NOOP("Options", "Soft min"))
        .in(kAxis)
        .help(QT_TRANSLATE_NOOP("Options", "The axis begins here unless values lie below"));
    s.number(key("axisSoftMax"), &Field::axisSoftMax, QT_TRANSLATE_NOOP("Options", "Soft max"))
        .in(kAxis)
        .help(QT_TRANSLATE_NOOP("Options", "The axis ends here unless values lie above"));
    s.boolean(key("axisCenteredZero"), &Field::axisCenteredZero, QT_TRANSLATE_NOOP("Options", "Centred zero")).in(kAxis);
    s.boolean(key("axisGridShow"), &Field::axisGridShow, QT_TRANSLATE_NOOP("Options", "Show grid lines")).in(kAxis);
    s.boolean(key("axisBorderShow"), &Field::axisBorderShow, QT_TRANSLATE_NOOP("Options", "Show border")).in(kAxis);
    s.choice(key("axisColorMode"), &Field::axisColorMode, QT_TRANSLATE_NOOP("Options", "Colour"),
             {{Field::AxisColor::Text, "text", QT_TRANSLATE_NOOP("Options", "Text")},
              {Field::AxisColor::Series, "series", QT_TRANSLATE_NOOP("Options", "Series")}})
        .in(kAxis);
    s.choice(key("scaleDistribution.type"), &Field::distribution, QT_TRANSLATE_NOOP("Options", "Scale"),
             {{Field::Distribution::Linear, "linear", QT_TRANSLATE_NOOP("Options", "Linear")},
              {Field::Distribution::Log, "log", QT_TRANSLATE_NOOP("Options", "Logarithmic")},
              {Field::Distribution::Symlog, "symlog", QT_TRANSLATE_NOOP("Options", "Symlog")},
              {Field::Distribution::Ordinal, "ordinal", QT_TRANSLATE_NOOP("Options", "Ordinal (drawn linear)")}})
        .in(kAxis);
    s.number(key("scaleDistribution.log"), &Field::logBase, QT_TRANSLATE_NOOP("Options", "Log base"))
        .in(kAxis)
        .range(2, 10)
        .visibleWhen([](const Json &o) { return o.get(u"scaleDistribution.type").toString().endsWith(QLatin1String("log")); });
    s.number(key("scaleDistribution.linearThreshold"), &Field::linearThreshold, QT_TRANSLATE_NOOP("Options", "Linear threshold"))
        .in(kAxis)
        .range(1e-12, 1e12)
        .visibleWhen(optionIs(key("scaleDistribution.type"), key("symlog")));
}

} // namespace

QList<double> TimeSeriesField::dashPattern() const
{
    if (lineFill == LineFill::Solid)
        return {};
    QList<double> pattern;
    for (const Json &length : dash.items()) {
        if (length.isNumber() && pattern.size() < 16)
            pattern.append(std::clamp(length.toDouble(), 0.0, 1000.0));
    }
    if (pattern.size() % 2)
        pattern += pattern;
    if (pattern.isEmpty())
        pattern = lineFill == LineFill::Dash ? QList<double>{10, 10} : QList<double>{lineFill == LineFill::Dot ? 2.0 : 5.0, 10};
    for (qsizetype i = 0; i < pattern.size(); i += 2)
        pattern[i] = std::max(pattern[i], 1.0); // a dash of no length would not be seen
    return pattern;
}

const OptionSchema<TimeSeriesOptions> &timeSeriesOptions()
{
    static const OptionSchema<TimeSeriesOptions> schema = [] {
        OptionSchema<TimeSeriesOptions> s;
        addTooltipRows(s, &TimeSeriesOptions::tooltip);
        addLegendRows(s, &TimeSeriesOptions::legend);
        return s;
    }();
    return schema;
}

const OptionSchema<TimeSeriesField> &timeSeriesFieldOptions()
{
    static const OptionSchema<TimeSeriesField> schema = [] {
        OptionSchema<TimeSeriesField> s;
        addAxisRows(s);
        addLineRows(s);
        addFillRows(s);
        addGapAndStackRows(s);
        addPointAndBarRows(s);
        addHideRows(s);
        return s;
    }();
    return schema;
}
