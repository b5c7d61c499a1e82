// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRandomGenerator>
#include <cmath>
#include <core/paneldata.h>

// Made-up frames for the tests of charts: the same every time.
namespace chartframes {

inline constexpr qint64 kEndMs = 1795383120000; // 2026-11-22 21:32 UTC
inline constexpr qint64 kSpanMs = 6 * 3600 * 1000;

inline Field named(const QString &name, Column values, int index = 0)
{
    Field field;
    field.name = QStringLiteral("Value");
    field.values = std::move(values);
    field.state.displayName = name;
    field.state.seriesIndex = index;
    field.state.rangeMin = 0;
    field.state.rangeMax = 100;
    field.config.color.mode = QStringLiteral("palette-classic");
    return field;
}

inline Field timeField(qsizetype rows)
{
    Field time;
    time.name = QStringLiteral("Time");
    const qint64 step = kSpanMs / std::max<qsizetype>(1, rows - 1);
    time.values = Column::grid(kEndMs - step * (rows - 1), step, rows);
    return time;
}

inline PanelData dataOf(QList<Field> fields, Frame::Kind kind = Frame::Kind::TimeSeries)
{
    Frame frame;
    frame.kind = kind;
    frame.fields = {timeField(fields.isEmpty() ? 0 : fields.first().values.size())};
    frame.fields += fields;
    PanelData data;
    data.state = PanelData::State::Done;
    data.frames = {frame};
    data.range = {kEndMs - kSpanMs, kEndMs};
    return data;
}

// A calm wave with noise around base.
inline Column wave(quint32 seed, int rows, double base, double swing)
{
    QRandomGenerator random(seed);
    std::vector<double> values;
    double walk = 0;
    for (int i = 0; i < rows; ++i) {
        walk = walk * 0.86 + (random.generateDouble() - 0.5) * 0.14;
        values.push_back(base + swing * std::sin(i * 5.2 / rows + seed) + swing * 0.35 * std::sin(i * 17.0 / rows + 2 * seed)
                         + walk * base);
    }
    return Column::numbers(std::move(values));
}

inline PanelData waves(const QStringList &names, int rows = 181, const QString &unit = QStringLiteral("reqps"))
{
    QList<Field> fields;
    for (int i = 0; i < names.size(); ++i) {
        fields.append(named(names[i], wave(30 + i, rows, 46.0 / (i + 1), 6.0 / (i + 1)), i));
        fields.last().config.unit = unit;
    }
    return dataOf(fields);
}

inline PanelData numbers(const QList<std::vector<double>> &columns)
{
    QList<Field> fields;
    for (int i = 0; i < columns.size(); ++i)
        fields.append(named(QString(QChar(u'a' + i)), Column::numbers(columns[i]), i));
    return dataOf(fields);
}

inline const QStringList &bounds()
{
    static const QStringList le{QStringLiteral("0.005"), QStringLiteral("0.01"), QStringLiteral("0.025"), QStringLiteral("0.05"),
                                QStringLiteral("0.1"),   QStringLiteral("0.25"), QStringLiteral("0.5"),   QStringLiteral("1"),
                                QStringLiteral("2.5"),   QStringLiteral("+Inf")};
    return le;
}

// Rows as a histogram gives them: requests a bucket.
inline PanelData buckets(int columns = 72, bool onlyOne = false)
{
    QRandomGenerator random(9);
    QList<std::vector<double>> rows(bounds().size());
    for (int c = 0; c < columns; ++c) {
        const double spike = c * 72 / columns > 44 && c * 72 / columns < 53 ? 1.9 : 0;
        const double mu = 3.1 + 0.5 * std::sin(c * 72.0 / columns / 11) + spike;
        for (int r = 0; r < rows.size(); ++r) {
            const double a = std::exp(-std::pow((r - mu) / 1.15, 2)) * 140 + std::exp(-std::pow((r - mu - 2.7) / 0.9, 2)) * 22;
            const double value
                = std::max(0.0, std::round(a * (0.55 + random.generateDouble() * 0.8) - 0.5 - random.generateDouble() * 2.4));
            rows[r].push_back(onlyOne && c != columns / 2 ? 0 : value);
        }
    }
    QList<Field> fields;
    for (int r = 0; r < rows.size(); ++r) {
        fields.append(named(bounds()[r], Column::numbers(rows[r]), r));
        fields.last().config.unit = QStringLiteral("s");
    }
    return dataOf(fields, Frame::Kind::HeatmapRows);
}

} // namespace chartframes
