// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/gauge/gaugeoptions.h>

namespace {

using O = GaugeOptions;

bool isManual(const Json &options)
{
    return options[u"sizing"].toString() == QLatin1String("manual");
}

void addBarRows(OptionSchema<O> &schema)
{
    const char *group = QT_TRANSLATE_NOOP("Options", "Gauge");
    const auto rounded = [](const Json &o) { return o[u"barShape"].toString() == QLatin1String("rounded"); };
    const auto segmented = [](const Json &o) { return o[u"segmentCount"].toDouble() > 1; };
    schema
        .choice<decltype(&O::barShape), O::BarShape>(QStringLiteral("barShape"), &O::barShape, QT_TRANSLATE_NOOP("Options", "Bar style"),
                                                     {{O::BarShape::Flat, "flat", QT_TRANSLATE_NOOP("Options", "Flat")},
                                                      {O::BarShape::Rounded, "rounded", QT_TRANSLATE_NOOP("Options", "Rounded")}})
        .in(group);
    schema
        .choice<decltype(&O::endpointMarker), O::Marker>(QStringLiteral("endpointMarker"), &O::endpointMarker,
                                                         QT_TRANSLATE_NOOP("Options", "Mark at the end"),
                                                         {{O::Marker::Point, "point", QT_TRANSLATE_NOOP("Options", "Point")},
                                                          {O::Marker::Glow, "glow", QT_TRANSLATE_NOOP("Options", "Glow")},
                                                          {O::Marker::None, "none", QT_TRANSLATE_NOOP("Options", "None")}})
        .in(group)
        .visibleWhen([=](const Json &o) { return rounded(o) && !segmented(o); });
    schema.integer(QStringLiteral("segmentCount"), &O::segmentCount, QT_TRANSLATE_NOOP("Options", "Segments")).in(group).range(1, 100);
    schema.number(QStringLiteral("segmentSpacing"), &O::segmentSpacing, QT_TRANSLATE_NOOP("Options", "Segment spacing"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Share of a segment"))
        .range(0, 1)
        .visibleWhen(segmented);
    schema.number(QStringLiteral("neutral"), &O::neutral, QT_TRANSLATE_NOOP("Options", "Neutral value"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Where the bar begins; empty: at zero, or at the start of the scale"));
    schema.boolean(QStringLiteral("sparkline"), &O::sparkline, QT_TRANSLATE_NOOP("Options", "Sparkline")).in(group);
    schema.boolean(QStringLiteral("effects.gradient"), &O::gradient, QT_TRANSLATE_NOOP("Options", "Gradient")).in(group);
    schema.boolean(QStringLiteral("effects.barGlow"), &O::barGlow, QT_TRANSLATE_NOOP("Options", "Bar glow")).in(group);
    schema.boolean(QStringLiteral("effects.centerGlow"), &O::centerGlow, QT_TRANSLATE_NOOP("Options", "Center glow")).in(group);
}

void addTextModeRow(OptionSchema<O> &schema)
{
    schema
        .choice<decltype(&O::textMode), O::TextMode>(
            QStringLiteral("textMode"), &O::textMode, QT_TRANSLATE_NOOP("Options", "Text mode"),
            {{O::TextMode::Auto, "auto", QT_TRANSLATE_NOOP("Options", "Auto")},
             {O::TextMode::Value, "value", QT_TRANSLATE_NOOP("Options", "Value")},
             {O::TextMode::ValueAndName, "value_and_name", QT_TRANSLATE_NOOP("Options", "Value and name")},
             {O::TextMode::Name, "name", QT_TRANSLATE_NOOP("Options", "Name")},
             {O::TextMode::None, "none", QT_TRANSLATE_NOOP("Options", "None")}})
        .in(QT_TRANSLATE_NOOP("Options", "Gauge"))
        .help(QT_TRANSLATE_NOOP("Options", "Auto: the name only when there are several values"));
}

void addGaugeRows(OptionSchema<O> &schema)
{
    const char *group = QT_TRANSLATE_NOOP("Options", "Gauge");
    schema
        .choice<decltype(&O::shape), O::Shape>(QStringLiteral("shape"), &O::shape, QT_TRANSLATE_NOOP("Options", "Shape"),
                                               {{O::Shape::Gauge, "gauge", QT_TRANSLATE_NOOP("Options", "Arc")},
                                                {O::Shape::Circle, "circle", QT_TRANSLATE_NOOP("Options", "Circle")}})
        .in(group);
    schema.number(QStringLiteral("barWidthFactor"), &O::barWidthFactor, QT_TRANSLATE_NOOP("Options", "Bar width"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Share of the widest bar"))
        .range(0.1, 1);
    schema.boolean(QStringLiteral("showThresholdMarkers"), &O::showThresholdMarkers, QT_TRANSLATE_NOOP("Options", "Show threshold markers"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "A band of the threshold colors outside the arc"));
    schema.boolean(QStringLiteral("showThresholdLabels"), &O::showThresholdLabels, QT_TRANSLATE_NOOP("Options", "Show threshold labels"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "The values of the thresholds beside the arc"));
    schema
        .choice<decltype(&O::sizing), O::Sizing>(QStringLiteral("sizing"), &O::sizing, QT_TRANSLATE_NOOP("Options", "Gauge size"),
                                                 {{O::Sizing::Auto, "auto", QT_TRANSLATE_NOOP("Options", "Auto")},
                                                  {O::Sizing::Manual, "manual", QT_TRANSLATE_NOOP("Options", "Manual")}})
        .in(group);
    schema.integer(QStringLiteral("minVizWidth"), &O::minVizWidth, QT_TRANSLATE_NOOP("Options", "Min width"))
        .in(group)
        .range(0, 2000)
        .suffix(QStringLiteral("px"))
        .visibleWhen(isManual);
    schema.integer(QStringLiteral("minVizHeight"), &O::minVizHeight, QT_TRANSLATE_NOOP("Options", "Min height"))
        .in(group)
        .range(0, 2000)
        .suffix(QStringLiteral("px"))
        .visibleWhen(isManual);
}

} // namespace

const OptionSchema<GaugeOptions> &gaugeSchema()
{
    static const OptionSchema<GaugeOptions> schema = [] {
        OptionSchema<GaugeOptions> made;
        addSingleValueRows(made);
        addTextModeRow(made);
        addGaugeRows(made);
        addBarRows(made);
        return made;
    }();
    return schema;
}
