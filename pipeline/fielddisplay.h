// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/displayprocessor.h>

// What stat, gauge and bar gauge show: one entry a series (or a row), reduced and formatted. Grafana's getFieldDisplayValues.
struct ReduceOptions {
    QStringList calcs{QStringLiteral("lastNotNull")}; // empty = last
    bool values = false; // each row instead of a calculation
    int limit = 25; // rows, when values
    QString fields; // "" numeric, "/regex/" or a name

    bool operator==(const ReduceOptions &) const = default;
};

struct FieldDisplay {
    QString title;
    DisplayValue value;
    Field field; // as it was found; its values are the sparkline
    Column times; // of the sparkline, empty when the frame has no time field
    qsizetype row = -1; // when values
    double min = 0; // of the scale
    double max = 100;

    bool operator==(const FieldDisplay &) const = default;
};

QList<FieldDisplay> fieldDisplays(const Frames &frames, const ReduceOptions &options, Brightness theme,
                                  const QTimeZone &zone = QTimeZone::utc());
// What stands there where none of that found anything and the field config has a text for it.
FieldDisplay noValueDisplay(const QString &text);
