// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QTimeZone>
#include <optional>

// A value with its unit, cut as Grafana cuts it: prefix + text + suffix.
struct FormattedValue {
    QString text;
    QString prefix;
    QString suffix;

    QString joined() const { return prefix + text + suffix; }
    bool operator==(const FormattedValue &) const = default;
};

struct UnitInfo {
    QString id;
    QString category;
    QString name;
};

// unit: an id of units() or a custom form (prefix: suffix: time: si: count: currency: bool:); an unknown id is a suffix.
// decimals: absent = automatic. nowMs: what relative dates refer to; absent = the clock. Facts: goldens units.*.tsv.
FormattedValue formatValue(const QString &unit, double value, std::optional<int> decimals = {}, const QTimeZone &zone = QTimeZone::utc(),
                           std::optional<qint64> nowMs = {});
const QList<UnitInfo> &units();
// Units that grow by 1024.
bool isBinaryUnit(const QString &unit);
