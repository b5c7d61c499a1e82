// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/optionschema.h>

// "options" of a table panel.
struct TableOptions {
    enum class CellHeight { Small, Medium, Large };

    bool showHeader = true;
    bool showTypeIcons = false;
    bool showRowNumbers = false;
    CellHeight cellHeight = CellHeight::Small;
    Json sortBy; // [{displayName, desc}]
    int frameIndex = 0;
    bool footerShow = false;
    QStringList footerReducer;
    QStringList footerFields; // empty: all numeric ones
    bool footerCountRows = false;
    bool footerPagination = false; // of old files
    bool pagination = false;
    bool showSearch = false;
    std::optional<int> maxRowHeight; // px, of rows that wrap

    int rowHeightPx() const { return cellHeight == CellHeight::Small ? 24 : cellHeight == CellHeight::Medium ? 28 : 36; }
    bool isPaged() const { return pagination || (footerShow && footerPagination); }
    bool operator==(const TableOptions &) const = default;
};

// "fieldConfig.defaults.custom" of a table panel: one column.
struct TableFieldOptions {
    enum class Align { Auto, Left, Center, Right };
    enum class Cell {
        Auto,
        ColorText,
        ColorBackground,
        ColorBackgroundSolid,
        Gauge,
        BasicGauge,
        GradientGauge,
        LcdGauge,
        JsonView,
        Sparkline,
        DataLinks,
        Pill
    };
    enum class Mode { Basic, Gradient, Lcd };
    enum class GaugeValue { Color, Text, Hidden };

    std::optional<int> width;
    std::optional<int> minWidth;
    Align align = Align::Auto;
    bool hidden = false;
    bool hideFromViz = false; // what later versions write for it
    bool hideHeader = false;
    Cell cell = Cell::Auto;
    std::optional<Mode> mode; // absent: gradient for gauges, basic for backgrounds
    bool applyToRow = false;
    GaugeValue gaugeValue = GaugeValue::Text;
    bool wrapText = false;
    bool cellWrapText = false; // where some files write it
    bool wrapHeaderText = false;
    bool inspect = false; // a cell's whole value can be opened
    bool filterable = false; // the head offers a filter
    bool hideValue = false; // beside a sparkline
    std::optional<Cell> oldDisplayMode; // of files before schema version 38
    QStringList footerReducers; // of new files, in place of the panel's

    Cell style() const { return oldDisplayMode.value_or(cell); }
    bool isGauge() const { return style() >= Cell::Gauge && style() <= Cell::LcdGauge; }
    bool wraps() const;
    Mode gaugeMode() const;
    bool gradientBackground() const { return style() == Cell::ColorBackground && mode == Mode::Gradient; }
    bool operator==(const TableFieldOptions &) const = default;
};

const OptionSchema<TableOptions> &tableSchema();
const OptionSchema<TableFieldOptions> &tableFieldSchema();
