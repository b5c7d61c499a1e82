// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/stat/statoptions.h>

namespace {

using O = StatOptions;

void addStyleRows(OptionSchema<O> &schema)
{
    const char *group = QT_TRANSLATE_NOOP("Options", "Stat styles");
    schema
        .choice<decltype(&O::textMode), O::TextMode>(
            QStringLiteral("textMode"), &O::textMode, QT_TRANSLATE_NOOP("Options", "Text mode"),
            {{O::TextMode::Auto, "auto", QT_TRANSLATE_NOOP("Options", "Auto")},
             {O::TextMode::Value, "value", QT_TRANSLATE_NOOP("Options", "Value")},
             {O::TextMode::ValueAndName, "value_and_name", QT_TRANSLATE_NOOP("Options", "Value and name")},
             {O::TextMode::Name, "name", QT_TRANSLATE_NOOP("Options", "Name")},
             {O::TextMode::None, "none", QT_TRANSLATE_NOOP("Options", "None")}})
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Auto: the name only when there are several values"));
    schema.boolean(QStringLiteral("wideLayout"), &O::wideLayout, QT_TRANSLATE_NOOP("Options", "Wide layout"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "The value right of the name where an item is much wider than high"));
    schema
        .choice<decltype(&O::colorMode), O::ColorMode>(
            QStringLiteral("colorMode"), &O::colorMode, QT_TRANSLATE_NOOP("Options", "Color mode"),
            {{O::ColorMode::None, "none", QT_TRANSLATE_NOOP("Options", "None")},
             {O::ColorMode::Value, "value", QT_TRANSLATE_NOOP("Options", "Value")},
             {O::ColorMode::Background, "background", QT_TRANSLATE_NOOP("Options", "Background gradient")},
             {O::ColorMode::BackgroundSolid, "background_solid", QT_TRANSLATE_NOOP("Options", "Background solid")}})
        .in(group);
    schema
        .choice<decltype(&O::graphMode), O::GraphMode>(QStringLiteral("graphMode"), &O::graphMode,
                                                       QT_TRANSLATE_NOOP("Options", "Graph mode"),
                                                       {{O::GraphMode::None, "none", QT_TRANSLATE_NOOP("Options", "None")},
                                                        {O::GraphMode::Area, "area", QT_TRANSLATE_NOOP("Options", "Area")},
                                                        {O::GraphMode::Line, "line", QT_TRANSLATE_NOOP("Options", "Line")}})
        .in(group);
    schema
        .choice<decltype(&O::justifyMode), O::JustifyMode>(QStringLiteral("justifyMode"), &O::justifyMode,
                                                           QT_TRANSLATE_NOOP("Options", "Text alignment"),
                                                           {{O::JustifyMode::Auto, "auto", QT_TRANSLATE_NOOP("Options", "Auto")},
                                                            {O::JustifyMode::Center, "center", QT_TRANSLATE_NOOP("Options", "Center")}})
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Auto: one value in the middle, several at the left"));
}

void addPercentRows(OptionSchema<O> &schema)
{
    const char *group = QT_TRANSLATE_NOOP("Options", "Stat styles");
    schema.boolean(QStringLiteral("showPercentChange"), &O::showPercentChange, QT_TRANSLATE_NOOP("Options", "Show percent change"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "From the first to the last sample of the range"));
    schema
        .choice<decltype(&O::percentChangeColorMode), O::PercentColor>(
            QStringLiteral("percentChangeColorMode"), &O::percentChangeColorMode, QT_TRANSLATE_NOOP("Options", "Percent change color"),
            {{O::PercentColor::Standard, "standard", QT_TRANSLATE_NOOP("Options", "Standard")},
             {O::PercentColor::Inverted, "inverted", QT_TRANSLATE_NOOP("Options", "Inverted")},
             {O::PercentColor::SameAsValue, "same_as_value", QT_TRANSLATE_NOOP("Options", "Same as value")}})
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Standard: up is green, down is red"))
        .visibleWhen([](const Json &options) { return options[u"showPercentChange"].toBool(); });
    schema.number(QStringLiteral("text.percentSize"), &O::percentSize, QT_TRANSLATE_NOOP("Options", "Percent change"))
        .in(QT_TRANSLATE_NOOP("Options", "Text size"))
        .range(1, 200)
        .suffix(QStringLiteral("px"));
}

} // namespace

const OptionSchema<StatOptions> &statSchema()
{
    static const OptionSchema<StatOptions> schema = [] {
        OptionSchema<StatOptions> made;
        addSingleValueRows(made);
        addStyleRows(made);
        addPercentRows(made);
        return made;
    }();
    return schema;
}
