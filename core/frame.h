// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <core/column.h>
#include <core/fieldconfig.h>

using Labels = QMap<QString, QString>; // sorted by name, as Prometheus prints them

// What the pipeline works out once for every reader of the field.
struct FieldState {
    QString displayName;
    int seriesIndex = 0; // counts the numeric fields of the whole panel: picks the palette colour
    std::optional<double> rangeMin; // of the values, or of all fields unless fieldMinMax; what percentages refer to
    std::optional<double> rangeMax;

    bool operator==(const FieldState &) const = default;
};

struct Field {
    QString name;
    Labels labels;
    Column values;
    FieldConfig config;
    FieldState state;

    bool isNumeric() const { return values.type() == Column::Type::Number; }
    bool isTime() const { return values.type() == Column::Type::Time; }
    bool operator==(const Field &) const = default;
};

// Columns of equal length. A time series frame has a time field first and a value field for each series that shares it.
struct Frame {
    enum class Kind { Unknown, TimeSeries, Table, HeatmapRows };

    QString name;
    QString refId;
    Kind kind = Kind::Unknown;
    QList<Field> fields;

    qsizetype rowCount() const { return fields.isEmpty() ? 0 : fields.first().values.size(); }
    bool operator==(const Frame &) const = default;
};

using Frames = QList<Frame>;

// A warning travels beside the data, not instead of it.
struct Notice {
    enum class Severity { Info, Warning, Error };

    Severity severity = Severity::Warning;
    QString text;

    bool operator==(const Notice &) const = default;
};
