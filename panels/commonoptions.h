// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/optionschema.h>
#include <functional>
#include <optional>

// Options that several panel types share: the legend and the tooltip. Grafana's VizLegendOptions and VizTooltipOptions.
struct LegendOptions {
    enum class DisplayMode { List, Table, Hidden };
    enum class Placement { Bottom, Right };

    bool showLegend = true;
    DisplayMode displayMode = DisplayMode::List;
    Placement placement = Placement::Bottom;
    QStringList calcs;
    QString sortBy; // the name of a column: "Name" or a reducer's name
    bool sortDesc = false;
    Json width; // px as a number or "300px", or a share of the panel as "30%"; of a legend at the right
    std::optional<int> limit; // how many items at most
    std::optional<bool> isVisible; // of old files
    bool asTable = false; // of old files

    bool shown() const { return showLegend && isVisible.value_or(true) && displayMode != DisplayMode::Hidden; }
    bool table() const { return displayMode == DisplayMode::Table || asTable; }
    // Absent: as wide as the content asks.
    std::optional<double> widthPx(double panelWidthPx) const;
    bool operator==(const LegendOptions &) const = default;
};

// Of types whose pictures name their values already.
inline LegendOptions hiddenLegend()
{
    LegendOptions options;
    options.showLegend = false;
    return options;
}

struct TooltipOptions {
    enum class Mode { Single, Multi, None };
    enum class Sort { None, Ascending, Descending };

    Mode mode = Mode::Single;
    Sort sort = Sort::None;
    bool hideZeros = false;
    bool cumulative = false; // of old files: a stacked series shows the sum up to it
    std::optional<double> maxWidth; // px
    std::optional<double> maxHeight;
    std::optional<double> hoverProximity; // px from the cursor within which a point counts

    bool operator==(const TooltipOptions &) const = default;
};

std::function<bool(const Json &)> optionIs(const QString &key, const QString &value, bool whenAbsent = false);
std::function<bool(const Json &)> optionIsNot(const QString &key, const QString &value);

template <class Options>
void addLegendRows(OptionSchema<Options> &schema, LegendOptions Options::*legend)
{
    using L = LegendOptions;
    const auto at = [legend](auto member) {
        return [ legend, member ](auto &o) -> auto &
        {
            return o.*legend.*member;
        };
    };
    const auto shown = [standard = (Options{}.*legend).showLegend](const Json &o) { return o.get(u"legend.showLegend").toBool(standard); };
    static const char *group = QT_TRANSLATE_NOOP("Options", "Legend");
    schema.boolean(QStringLiteral("legend.showLegend"), at(&L::showLegend), QT_TRANSLATE_NOOP("Options", "Show legend")).in(group);
    schema
        .choice(QStringLiteral("legend.displayMode"), at(&L::displayMode), QT_TRANSLATE_NOOP("Options", "Form"),
                {{L::DisplayMode::List, "list", QT_TRANSLATE_NOOP("Options", "List")},
                 {L::DisplayMode::Table, "table", QT_TRANSLATE_NOOP("Options", "Table")},
                 {L::DisplayMode::Hidden, "hidden", QT_TRANSLATE_NOOP("Options", "Hidden")}})
        .in(group)
        .visibleWhen(shown);
    schema
        .choice(QStringLiteral("legend.placement"), at(&L::placement), QT_TRANSLATE_NOOP("Options", "Placement"),
                {{L::Placement::Bottom, "bottom", QT_TRANSLATE_NOOP("Options", "Bottom")},
                 {L::Placement::Right, "right", QT_TRANSLATE_NOOP("Options", "Right")}})
        .in(group)
        .visibleWhen(shown);
    schema.texts(QStringLiteral("legend.calcs"), at(&L::calcs), QT_TRANSLATE_NOOP("Options", "Values"))
        .as(OptionRow::Kind::Reducers)
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Calculations shown beside each name"))
        .visibleWhen(shown);
    schema.text(QStringLiteral("legend.sortBy"), at(&L::sortBy), QT_TRANSLATE_NOOP("Options", "Sort by"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "The heading of a column of the table"))
        .visibleWhen(shown);
    schema.boolean(QStringLiteral("legend.sortDesc"), at(&L::sortDesc), QT_TRANSLATE_NOOP("Options", "Largest first"))
        .in(group)
        .visibleWhen(shown);
    schema.json(QStringLiteral("legend.width"), at(&L::width), QT_TRANSLATE_NOOP("Options", "Width"))
        .as(OptionRow::Kind::Text)
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Pixels, or a share of the panel such as 30%; of a legend at the right"))
        .visibleWhen(optionIs(QStringLiteral("legend.placement"), QStringLiteral("right")));
    schema.integer(QStringLiteral("legend.limit"), at(&L::limit), QT_TRANSLATE_NOOP("Options", "Limit"))
        .in(group)
        .range(1, 100000)
        .help(QT_TRANSLATE_NOOP("Options", "The most items that the legend lists"))
        .visibleWhen(shown);
    schema.boolean(QStringLiteral("legend.isVisible"), at(&L::isVisible), QT_TRANSLATE_NOOP("Options", "Visible (old files)"))
        .in(group)
        .visibleWhen([](const Json &o) { return o.get(u"legend").contains(u"isVisible"); });
    schema.boolean(QStringLiteral("legend.asTable"), at(&L::asTable), QT_TRANSLATE_NOOP("Options", "As table (old files)"))
        .in(group)
        .visibleWhen([](const Json &o) { return o.get(u"legend").contains(u"asTable"); });
}

template <class Options>
void addTooltipRows(OptionSchema<Options> &schema, TooltipOptions Options::*tooltip, bool manySeries = true)
{
    using T = TooltipOptions;
    const auto at = [tooltip](auto member) {
        return [ tooltip, member ](auto &o) -> auto &
        {
            return o.*tooltip.*member;
        };
    };
    const auto shown = optionIsNot(QStringLiteral("tooltip.mode"), QStringLiteral("none"));
    const auto multi = optionIs(QStringLiteral("tooltip.mode"), QStringLiteral("multi"));
    static const char *group = QT_TRANSLATE_NOOP("Options", "Tooltip");
    schema
        .choice(QStringLiteral("tooltip.mode"), at(&T::mode), QT_TRANSLATE_NOOP("Options", "Mode"),
                {{T::Mode::Single, "single", QT_TRANSLATE_NOOP("Options", "Single")},
                 {T::Mode::Multi, "multi", QT_TRANSLATE_NOOP("Options", "All")},
                 {T::Mode::None, "none", QT_TRANSLATE_NOOP("Options", "Hidden")}})
        .in(group);
    if (manySeries) {
        schema
            .choice(QStringLiteral("tooltip.sort"), at(&T::sort), QT_TRANSLATE_NOOP("Options", "Values sort order"),
                    {{T::Sort::None, "none", QT_TRANSLATE_NOOP("Options", "None")},
                     {T::Sort::Ascending, "asc", QT_TRANSLATE_NOOP("Options", "Ascending")},
                     {T::Sort::Descending, "desc", QT_TRANSLATE_NOOP("Options", "Descending")}})
            .in(group)
            .visibleWhen(multi);
        schema.boolean(QStringLiteral("tooltip.hideZeros"), at(&T::hideZeros), QT_TRANSLATE_NOOP("Options", "Hide zeros"))
            .in(group)
            .visibleWhen(multi);
        schema.boolean(QStringLiteral("tooltip.cumulative"), at(&T::cumulative), QT_TRANSLATE_NOOP("Options", "Sums of stacks (old files)"))
            .in(group)
            .visibleWhen([](const Json &o) { return o.get(u"tooltip").contains(u"cumulative"); });
        schema.number(QStringLiteral("tooltip.hoverProximity"), at(&T::hoverProximity), QT_TRANSLATE_NOOP("Options", "Hover proximity"))
            .in(group)
            .range(0, 1000)
            .suffix(QStringLiteral("px"))
            .help(QT_TRANSLATE_NOOP("Options", "How near to a point the cursor must be"))
            .visibleWhen(shown);
    }
    schema.number(QStringLiteral("tooltip.maxWidth"), at(&T::maxWidth), QT_TRANSLATE_NOOP("Options", "Max width"))
        .in(group)
        .range(0, 10000)
        .suffix(QStringLiteral("px"))
        .visibleWhen(shown);
    schema.number(QStringLiteral("tooltip.maxHeight"), at(&T::maxHeight), QT_TRANSLATE_NOOP("Options", "Max height"))
        .in(group)
        .range(0, 10000)
        .suffix(QStringLiteral("px"))
        .visibleWhen(shown);
}
