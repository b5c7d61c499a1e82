// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/tableoptions.h>

namespace {

using O = TableOptions;
using F = TableFieldOptions;

void addFooterRows(OptionSchema<O> &schema)
{
    const char *group = QT_TRANSLATE_NOOP("Options", "Table footer");
    const auto shown = [](const Json &options) { return options.get(u"footer.show").toBool(); };
    schema.boolean(QStringLiteral("footer.show"), &O::footerShow, QT_TRANSLATE_NOOP("Options", "Show table footer")).in(group);
    schema.texts(QStringLiteral("footer.reducer"), &O::footerReducer, QT_TRANSLATE_NOOP("Options", "Calculation"))
        .in(group)
        .as(OptionRow::Kind::Reducers)
        .visibleWhen(shown);
    schema.boolean(QStringLiteral("footer.countRows"), &O::footerCountRows, QT_TRANSLATE_NOOP("Options", "Count rows"))
        .in(group)
        .visibleWhen(shown);
    schema.texts(QStringLiteral("footer.fields"), &O::footerFields, QT_TRANSLATE_NOOP("Options", "Fields"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Columns that are calculated; empty: all numeric ones"))
        .visibleWhen(shown);
    schema.boolean(QStringLiteral("footer.enablePagination"), &O::footerPagination, QT_TRANSLATE_NOOP("Options", "Pagination (old files)"))
        .in(group)
        .visibleWhen([](const Json &options) { return options.get(u"footer.enablePagination").toBool(); });
}

OptionSchema<O> makeSchema()
{
    OptionSchema<O> schema;
    const char *group = QT_TRANSLATE_NOOP("Options", "Table");
    schema.boolean(QStringLiteral("showHeader"), &O::showHeader, QT_TRANSLATE_NOOP("Options", "Show table header")).in(group);
    schema.boolean(QStringLiteral("showTypeIcons"), &O::showTypeIcons, QT_TRANSLATE_NOOP("Options", "Show type icons"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Time, number or text, in the header"));
    schema.boolean(QStringLiteral("showRowNumbers"), &O::showRowNumbers, QT_TRANSLATE_NOOP("Options", "Show row numbers")).in(group);
    schema
        .choice<decltype(&O::cellHeight), O::CellHeight>(QStringLiteral("cellHeight"), &O::cellHeight,
                                                         QT_TRANSLATE_NOOP("Options", "Cell height"),
                                                         {{O::CellHeight::Small, "sm", QT_TRANSLATE_NOOP("Options", "Small")},
                                                          {O::CellHeight::Medium, "md", QT_TRANSLATE_NOOP("Options", "Medium")},
                                                          {O::CellHeight::Large, "lg", QT_TRANSLATE_NOOP("Options", "Large")}})
        .in(group);
    schema.json(QStringLiteral("sortBy"), &O::sortBy, QT_TRANSLATE_NOOP("Options", "Sort by"))
        .as(OptionRow::Kind::SortKeys)
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Columns by name, the first is the strongest"));
    schema.integer(QStringLiteral("frameIndex"), &O::frameIndex, QT_TRANSLATE_NOOP("Options", "Result"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Which of several results is shown"))
        .range(0, 100000);
    schema.boolean(QStringLiteral("enablePagination"), &O::pagination, QT_TRANSLATE_NOOP("Options", "Pagination"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "As many rows a page as there is room for"));
    schema.boolean(QStringLiteral("showSearch"), &O::showSearch, QT_TRANSLATE_NOOP("Options", "Search"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "A field above the table that finds rows"));
    schema.integer(QStringLiteral("maxRowHeight"), &O::maxRowHeight, QT_TRANSLATE_NOOP("Options", "Maximum row height"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Of rows whose text wraps"))
        .range(20, 2000)
        .suffix(QStringLiteral("px"));
    addFooterRows(schema);
    return schema;
}

std::vector<EnumChoice<F::Cell>> cellChoices()
{
    return {{F::Cell::Auto, "auto", QT_TRANSLATE_NOOP("Options", "Auto")},
            {F::Cell::ColorText, "color-text", QT_TRANSLATE_NOOP("Options", "Colored text")},
            {F::Cell::ColorBackground, "color-background", QT_TRANSLATE_NOOP("Options", "Colored background")},
            {F::Cell::Gauge, "gauge", QT_TRANSLATE_NOOP("Options", "Gauge")},
            {F::Cell::Sparkline, "sparkline", QT_TRANSLATE_NOOP("Options", "Sparkline")},
            {F::Cell::DataLinks, "data-links", QT_TRANSLATE_NOOP("Options", "Data links")},
            {F::Cell::Pill, "pill", QT_TRANSLATE_NOOP("Options", "Pill")},
            {F::Cell::JsonView, "json-view", QT_TRANSLATE_NOOP("Options", "JSON")},
            {F::Cell::ColorBackgroundSolid, "color-background-solid", QT_TRANSLATE_NOOP("Options", "Colored background, solid (old)")},
            {F::Cell::BasicGauge, "basic", QT_TRANSLATE_NOOP("Options", "Gauge, basic (old)")},
            {F::Cell::GradientGauge, "gradient-gauge", QT_TRANSLATE_NOOP("Options", "Gauge, gradient (old)")},
            {F::Cell::LcdGauge, "lcd-gauge", QT_TRANSLATE_NOOP("Options", "Gauge, LCD (old)")}};
}

void addCellRows(OptionSchema<F> &schema)
{
    const char *group = QT_TRANSLATE_NOOP("Options", "Cell");
    const auto isGauge = [](const Json &o) { return o.get(u"cellOptions.type").toString() == QLatin1String("gauge"); };
    schema
        .choice<decltype(&F::cell), F::Cell>(QStringLiteral("cellOptions.type"), &F::cell, QT_TRANSLATE_NOOP("Options", "Cell type"),
                                             cellChoices())
        .in(group);
    schema
        .choice<decltype(&F::mode), F::Mode>(QStringLiteral("cellOptions.mode"), &F::mode, QT_TRANSLATE_NOOP("Options", "Cell mode"),
                                             {{F::Mode::Basic, "basic", QT_TRANSLATE_NOOP("Options", "Basic")},
                                              {F::Mode::Gradient, "gradient", QT_TRANSLATE_NOOP("Options", "Gradient")},
                                              {F::Mode::Lcd, "lcd", QT_TRANSLATE_NOOP("Options", "Retro LCD")}})
        .in(group);
    schema.boolean(QStringLiteral("cellOptions.applyToRow"), &F::applyToRow, QT_TRANSLATE_NOOP("Options", "Apply to entire row"))
        .in(group)
        .visibleWhen([](const Json &o) { return o.get(u"cellOptions.type").toString().startsWith(QLatin1String("color-background")); });
    schema
        .choice<decltype(&F::gaugeValue), F::GaugeValue>(QStringLiteral("cellOptions.valueDisplayMode"), &F::gaugeValue,
                                                         QT_TRANSLATE_NOOP("Options", "Value display"),
                                                         {{F::GaugeValue::Color, "color", QT_TRANSLATE_NOOP("Options", "Value color")},
                                                          {F::GaugeValue::Text, "text", QT_TRANSLATE_NOOP("Options", "Text color")},
                                                          {F::GaugeValue::Hidden, "hidden", QT_TRANSLATE_NOOP("Options", "Hidden")}})
        .in(group)
        .visibleWhen(isGauge);
    schema.boolean(QStringLiteral("cellOptions.wrapText"), &F::cellWrapText, QT_TRANSLATE_NOOP("Options", "Wrap text of the cell type"))
        .in(group)
        .visibleWhen([](const Json &o) { return o.get(u"cellOptions.wrapText").toBool(); });
    schema.boolean(QStringLiteral("cellOptions.hideValue"), &F::hideValue, QT_TRANSLATE_NOOP("Options", "Hide value"))
        .in(group)
        .visibleWhen([](const Json &o) { return o.get(u"cellOptions.type").toString() == QLatin1String("sparkline"); });
    schema
        .choice<decltype(&F::oldDisplayMode), F::Cell>(QStringLiteral("displayMode"), &F::oldDisplayMode,
                                                       QT_TRANSLATE_NOOP("Options", "Cell type (old files)"), cellChoices())
        .in(group)
        .visibleWhen([](const Json &o) { return o.contains(u"displayMode"); });
}

OptionSchema<F> makeFieldSchema()
{
    OptionSchema<F> schema;
    const char *group = QT_TRANSLATE_NOOP("Options", "Column");
    schema.integer(QStringLiteral("minWidth"), &F::minWidth, QT_TRANSLATE_NOOP("Options", "Minimum column width"))
        .in(group)
        .range(0, 5000)
        .suffix(QStringLiteral("px"));
    schema.integer(QStringLiteral("width"), &F::width, QT_TRANSLATE_NOOP("Options", "Column width"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Empty: shared among the columns"))
        .range(0, 5000)
        .suffix(QStringLiteral("px"));
    schema
        .choice<decltype(&F::align), F::Align>(QStringLiteral("align"), &F::align, QT_TRANSLATE_NOOP("Options", "Column alignment"),
                                               {{F::Align::Auto, "auto", QT_TRANSLATE_NOOP("Options", "Auto")},
                                                {F::Align::Left, "left", QT_TRANSLATE_NOOP("Options", "Left")},
                                                {F::Align::Center, "center", QT_TRANSLATE_NOOP("Options", "Center")},
                                                {F::Align::Right, "right", QT_TRANSLATE_NOOP("Options", "Right")}})
        .in(group);
    schema.boolean(QStringLiteral("hideFrom.viz"), &F::hideFromViz, QT_TRANSLATE_NOOP("Options", "Hide in table (later files)"))
        .in(group)
        .visibleWhen([](const Json &o) { return o.get(u"hideFrom").contains(u"viz"); });
    schema.boolean(QStringLiteral("hidden"), &F::hidden, QT_TRANSLATE_NOOP("Options", "Hide in table")).in(group);
    schema.boolean(QStringLiteral("hideHeader"), &F::hideHeader, QT_TRANSLATE_NOOP("Options", "Hide header")).in(group);
    schema.boolean(QStringLiteral("wrapText"), &F::wrapText, QT_TRANSLATE_NOOP("Options", "Wrap text")).in(group);
    schema.boolean(QStringLiteral("wrapHeaderText"), &F::wrapHeaderText, QT_TRANSLATE_NOOP("Options", "Wrap header text")).in(group);
    schema.boolean(QStringLiteral("inspect"), &F::inspect, QT_TRANSLATE_NOOP("Options", "Cell value inspect"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "An eye in the cell under the mouse opens its whole value"));
    schema.boolean(QStringLiteral("filterable"), &F::filterable, QT_TRANSLATE_NOOP("Options", "Column filter")).in(group);
    addCellRows(schema);
    schema.texts(QStringLiteral("footer.reducers"), &F::footerReducers, QT_TRANSLATE_NOOP("Options", "Footer calculation"))
        .in(QT_TRANSLATE_NOOP("Options", "Table footer"))
        .as(OptionRow::Kind::Reducers);
    return schema;
}

} // namespace

bool TableFieldOptions::wraps() const
{
    const Cell is = style();
    return (wrapText || cellWrapText) && !isGauge() && is != Cell::Sparkline && is != Cell::DataLinks && is != Cell::Pill;
}

TableFieldOptions::Mode TableFieldOptions::gaugeMode() const
{
    switch (style()) {
    case Cell::BasicGauge:
        return mode.value_or(Mode::Basic);
    case Cell::LcdGauge:
        return Mode::Lcd;
    default:
        return mode.value_or(Mode::Gradient);
    }
}

const OptionSchema<TableOptions> &tableSchema()
{
    static const OptionSchema<TableOptions> schema = makeSchema();
    return schema;
}

const OptionSchema<TableFieldOptions> &tableFieldSchema()
{
    static const OptionSchema<TableFieldOptions> schema = makeFieldSchema();
    return schema;
}
