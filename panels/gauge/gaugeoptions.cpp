// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/gauge/gaugeoptions.h>

namespace {

using O = GaugeOptions;

bool isManual(const Json &options)
{
    return options[u"sizing"].toString() == QLatin1String("manual");
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
        addGaugeRows(made);
        return made;
    }();
    return schema;
}
