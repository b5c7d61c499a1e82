// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/frame.h>
#include <pipeline/color.h>
#include <pipeline/units.h>

// One value ready to be shown (Grafana's getDisplayProcessor; goldens display.*).
struct DisplayValue {
    QString text;
    QString prefix;
    QString suffix;
    double numeric = Column::missing();
    double percent = 0; // 0..1 in the field's range
    Rgba color;
    QString icon; // of a value mapping

    QString joined() const { return prefix + text + suffix; }
    bool operator==(const DisplayValue &) const = default;
};

// Value -> text and colour by a field's config: mappings, unit, decimals, thresholds, colour mode. A cheap value; copy it.
class DisplayProcessor
{
public:
    DisplayProcessor() = default;
    DisplayProcessor(const Field &field, Brightness theme, const QTimeZone &zone = QTimeZone::utc());

    // adjacentDecimals: as many decimals as tell neighbours apart (axis ticks); absent = automatic.
    DisplayValue number(double value, std::optional<int> adjacentDecimals = {}) const;
    DisplayValue text(const QString &value) const;
    DisplayValue boolean(bool value) const;
    DisplayValue null() const; // no value: the field's noValue text
    DisplayValue row(qsizetype row) const; // of the field's own values

    // The scale that percentages and colours refer to.
    double min() const { return m_min; }
    double max() const { return m_max; }
    const QString &unit() const { return m_unit; }

private:
    struct Value;
    DisplayValue show(const Value &value, std::optional<int> adjacentDecimals) const;
    void format(DisplayValue &out, std::optional<int> adjacentDecimals) const;
    void scale(DisplayValue &out, double value) const;

    Field m_field;
    Brightness m_theme = Brightness::Dark;
    QTimeZone m_zone = QTimeZone::utc();
    QString m_unit;
    bool m_showsMs = false; // times that lie within a minute
    bool m_trims = false; // zeros at the end, where neighbours say how many decimals
    double m_min = 0;
    double m_max = 100;
};
