// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/bargauge/bargaugeoptions.h>

namespace {

using O = BarGaugeOptions;

bool isManual(const Json &options)
{
    return options[u"sizing"].toString() == QLatin1String("manual");
}

void addStyleRows(OptionSchema<O> &schema)
{
    const char *group = QT_TRANSLATE_NOOP("Options", "Bar gauge");
    schema
        .choice<decltype(&O::displayMode), O::DisplayMode>(
            QStringLiteral("displayMode"), &O::displayMode, QT_TRANSLATE_NOOP("Options", "Display mode"),
            {{O::DisplayMode::Gradient, "gradient", QT_TRANSLATE_NOOP("Options", "Gradient")},
             {O::DisplayMode::Lcd, "lcd", QT_TRANSLATE_NOOP("Options", "Retro LCD")},
             {O::DisplayMode::Basic, "basic", QT_TRANSLATE_NOOP("Options", "Basic")}})
        .in(group);
    schema
        .choice<decltype(&O::valueMode), O::ValueMode>(QStringLiteral("valueMode"), &O::valueMode,
                                                       QT_TRANSLATE_NOOP("Options", "Value display"),
                                                       {{O::ValueMode::Color, "color", QT_TRANSLATE_NOOP("Options", "Value color")},
                                                        {O::ValueMode::Text, "text", QT_TRANSLATE_NOOP("Options", "Text color")},
                                                        {O::ValueMode::Hidden, "hidden", QT_TRANSLATE_NOOP("Options", "Hidden")}})
        .in(group);
    schema
        .choice<decltype(&O::namePlacement), O::NamePlacement>(
            QStringLiteral("namePlacement"), &O::namePlacement, QT_TRANSLATE_NOOP("Options", "Name placement"),
            {{O::NamePlacement::Auto, "auto", QT_TRANSLATE_NOOP("Options", "Auto")},
             {O::NamePlacement::Top, "top", QT_TRANSLATE_NOOP("Options", "Top")},
             {O::NamePlacement::Left, "left", QT_TRANSLATE_NOOP("Options", "Left")},
             {O::NamePlacement::Hidden, "hidden", QT_TRANSLATE_NOOP("Options", "Hidden")}})
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Of horizontal bars; vertical ones have it below"));
    schema.boolean(QStringLiteral("showUnfilled"), &O::showUnfilled, QT_TRANSLATE_NOOP("Options", "Show unfilled area"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "The track behind the bar"));
}

void addSizeRows(OptionSchema<O> &schema)
{
    const char *group = QT_TRANSLATE_NOOP("Options", "Bar gauge");
    schema
        .choice<decltype(&O::sizing), O::Sizing>(QStringLiteral("sizing"), &O::sizing, QT_TRANSLATE_NOOP("Options", "Bar size"),
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
    schema.integer(QStringLiteral("maxVizHeight"), &O::maxVizHeight, QT_TRANSLATE_NOOP("Options", "Max height"))
        .in(group)
        .range(1, 2000)
        .suffix(QStringLiteral("px"))
        .visibleWhen(isManual);
}

} // namespace

const OptionSchema<BarGaugeOptions> &barGaugeSchema()
{
    static const OptionSchema<BarGaugeOptions> schema = [] {
        OptionSchema<BarGaugeOptions> made;
        addSingleValueRows(made);
        addStyleRows(made);
        addSizeRows(made);
        addLegendRows(made, &O::legend);
        return made;
    }();
    return schema;
}
