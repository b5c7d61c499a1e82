// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <core/json.h>
#include <optional>

// Grafana's fieldConfig (features.md 1.2) as a value. Names of members are the JSON keys.

struct Threshold {
    double value = 0; // the first step: -infinity
    QString color; // as written: a palette name or a CSS colour

    bool operator==(const Threshold &) const = default;
};

struct Thresholds {
    enum class Mode { Absolute, Percentage };

    Mode mode = Mode::Absolute;
    QList<Threshold> steps; // ascending

    bool operator==(const Thresholds &) const = default;
};

struct ValueMapping {
    enum class Kind { Value, Range, Regex, Special };
    enum class Special { True, False, Null, NaN, NullAndNaN, Empty };

    Kind kind = Kind::Value;
    QString match; // Value: the text to equal; Regex: the pattern
    std::optional<double> from; // Range: absent = unbounded
    std::optional<double> to;
    Special special = Special::Null;
    std::optional<QString> text; // the result; absent = the value's own text
    QString color;
    QString icon;
    int index = 0;

    bool operator==(const ValueMapping &) const = default;
};

struct FieldColor {
    QString mode; // "palette-classic", "thresholds", "fixed", "continuous-GrYlRd", …; empty = the panel's default
    QString fixedColor;
    QString seriesBy = QStringLiteral("last"); // last, min, max

    bool operator==(const FieldColor &) const = default;
};

struct DataLink {
    QString title;
    QString url;
    bool targetBlank = false;
    bool oneClick = false;

    bool operator==(const DataLink &) const = default;
};

struct FieldConfig {
    QString displayName;
    QString displayNameFromDS; // made by the data source's legend rule
    QString description;
    QString unit;
    std::optional<int> decimals;
    std::optional<double> min;
    std::optional<double> max;
    bool fieldMinMax = false;
    QString noValue;
    QString nullValueMode; // "null", "connected", "null as zero"
    FieldColor color;
    std::optional<Thresholds> thresholds;
    QList<ValueMapping> mappings;
    QList<DataLink> links;
    std::optional<bool> filterable;
    Json custom; // the panel type's own field options; read by its schema

    bool operator==(const FieldConfig &) const = default;
};
