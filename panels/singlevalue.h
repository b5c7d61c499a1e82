// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/optionschema.h>
#include <core/paneldata.h>
#include <pipeline/fielddisplay.h>

// What stat, gauge and bar gauge share: how series become values, where the values stand, and text sizes.

// Grafana's words: "vertical" puts the items side by side, "horizontal" one below the other.
enum class VizOrientation { Auto, Horizontal, Vertical };

struct VizTextSizes {
    std::optional<double> titleSize; // px; absent = fitted
    std::optional<double> valueSize;

    bool operator==(const VizTextSizes &) const = default;
};

struct SingleValueOptions {
    ReduceOptions reduce;
    VizOrientation orientation = VizOrientation::Auto;
    VizTextSizes text;

    bool operator==(const SingleValueOptions &) const = default;
};

// Options derives from SingleValueOptions.
template <class Options>
void addSingleValueRows(OptionSchema<Options> &schema)
{
    const char *group = QT_TRANSLATE_NOOP("Options", "Value options");
    schema
        .boolean(
            QStringLiteral("reduceOptions.values"), [](auto &o) -> auto & { return o.reduce.values; },
            QT_TRANSLATE_NOOP("Options", "Show all values"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "One item a row instead of one a series"));
    schema
        .integer(
            QStringLiteral("reduceOptions.limit"), [](auto &o) -> auto & { return o.reduce.limit; }, QT_TRANSLATE_NOOP("Options", "Limit"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "Most rows that are shown"))
        .range(1, 10000)
        .visibleWhen([](const Json &options) { return options.get(u"reduceOptions.values").toBool(); });
    schema
        .texts(
            QStringLiteral("reduceOptions.calcs"), [](auto &o) -> auto & { return o.reduce.calcs; },
            QT_TRANSLATE_NOOP("Options", "Calculation"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "How a series becomes one value"))
        .as(OptionRow::Kind::Reducers)
        .visibleWhen([](const Json &options) { return !options.get(u"reduceOptions.values").toBool(); });
    schema
        .text(
            QStringLiteral("reduceOptions.fields"), [](auto &o) -> auto & { return o.reduce.fields; },
            QT_TRANSLATE_NOOP("Options", "Fields"))
        .in(group)
        .help(QT_TRANSLATE_NOOP("Options", "A name or /regex/; empty: the numeric fields"))
        .as(OptionRow::Kind::FieldName);
    schema
        .choice(
            QStringLiteral("orientation"), [](auto &o) -> auto & { return o.orientation; }, QT_TRANSLATE_NOOP("Options", "Orientation"),
            std::vector<EnumChoice<VizOrientation>>{{VizOrientation::Auto, "auto", QT_TRANSLATE_NOOP("Options", "Auto")},
                                                    {VizOrientation::Horizontal, "horizontal", QT_TRANSLATE_NOOP("Options", "Horizontal")},
                                                    {VizOrientation::Vertical, "vertical", QT_TRANSLATE_NOOP("Options", "Vertical")}})
        .in(QT_TRANSLATE_NOOP("Options", "Layout"))
        .help(QT_TRANSLATE_NOOP("Options", "Horizontal: one below the other; vertical: side by side"));
    const char *sizes = QT_TRANSLATE_NOOP("Options", "Text size");
    schema
        .number(
            QStringLiteral("text.titleSize"), [](auto &o) -> auto & { return o.text.titleSize; }, QT_TRANSLATE_NOOP("Options", "Title"))
        .in(sizes)
        .range(1, 200)
        .suffix(QStringLiteral("px"));
    schema
        .number(
            QStringLiteral("text.valueSize"), [](auto &o) -> auto & { return o.text.valueSize; }, QT_TRANSLATE_NOOP("Options", "Value"))
        .in(sizes)
        .range(1, 400)
        .suffix(QStringLiteral("px"));
}

// fieldConfig.defaults of the family where the file is silent: coloured by thresholds, green, red from 80.
Json singleValueFieldDefaults();

// How well a single-value panel would show the data: best with one to a dozen series.
double suggestSingleValue(const PanelData &data);
