// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchdata.h"

#include <QtCore/QFile>
#include <cmath>
#include <cstring>
#include <map>
#include <pipeline/color.h>
#include <pipeline/ticks.h>
#include <random>

namespace {
constexpr qint64 kStartMs = 1'763'800'020'000;
constexpr qint64 kStepMs = 15'000;

QString path(const QString &name)
{
    const QString folder = qEnvironmentVariable("BENCH_DATA");
    return folder.isEmpty() ? QString() : folder + QLatin1Char('/') + name;
}

QByteArray file(const QString &name)
{
    QFile source(path(name));
    return source.fileName().isEmpty() || !source.open(QIODevice::ReadOnly) ? QByteArray() : source.readAll();
}

std::vector<double> walk(unsigned seed, int points)
{
    std::minstd_rand random(seed + 1);
    std::uniform_real_distribution<double> step(-2, 2);
    std::vector<double> values(static_cast<size_t>(points));
    double value = 20 + seed % 60;
    for (double &v : values) {
        value = std::clamp(value + step(random), 0.0, 100.0);
        v = std::round(value * 100) / 100;
    }
    return values;
}

benchdata::Set read(int series, int points)
{
    benchdata::Set set;
    const QByteArray bytes = file(QStringLiteral("draw_%1x%2.bin").arg(series).arg(points));
    const auto rowBytes = qsizetype(points) * 8;
    const bool found = bytes.size() == rowBytes * (series + 1);
    qint64 start = kStartMs;
    qint64 step = kStepMs;
    if (found) {
        double first[2];
        std::memcpy(first, bytes.constData(), sizeof first);
        start = qint64(first[0] * 1000);
        step = qint64((first[1] - first[0]) * 1000);
    }
    set.times = Column::grid(start, step, points);
    for (int s = 0; s < series; ++s) {
        std::vector<double> values(static_cast<size_t>(points));
        if (found)
            std::memcpy(values.data(), bytes.constData() + rowBytes * (s + 1), size_t(rowBytes));
        else
            values = walk(unsigned(5000 + s), points);
        set.values.append(Column::numbers(std::move(values)));
    }
    return set;
}
} // namespace

namespace benchdata {

qint64 startMs()
{
    return kStartMs;
}

qint64 stepMs()
{
    return kStepMs;
}

const Set &lines(int series, int points)
{
    static std::map<std::pair<int, int>, Set> sets;
    if (!sets.empty() && qsizetype(series) * points >= 1'000'000)
        sets.clear(); // the big ones come one after the other
    const auto found = sets.find({series, points});
    return found != sets.end() ? found->second : sets.emplace(std::pair(series, points), read(series, points)).first->second;
}

QByteArray answer(int series, int points)
{
    QByteArray bytes = file(QStringLiteral("query_range_%1x%2.json").arg(series).arg(points));
    if (!bytes.isEmpty())
        return bytes;
    bytes = R"({"status":"success","data":{"resultType":"matrix","result":[)";
    for (int s = 0; s < series; ++s) {
        bytes += s ? ",{" : "{";
        bytes += "\"metric\":{\"__name__\":\"cpu\",\"instance\":\"host-" + QByteArray::number(s) + ":9100\",\"job\":\"node\"},\"values\":[";
        const std::vector<double> values = walk(unsigned(s), points);
        for (int i = 0; i < points; ++i) {
            bytes += i ? ",[" : "[";
            bytes += QByteArray::number(kStartMs / 1000 + i * kStepMs / 1000) + ",\"" + QByteArray::number(values[size_t(i)]) + "\"]";
        }
        bytes += "]}";
    }
    return bytes + "]}}";
}

HeatCells heat(int columns, int rows)
{
    HeatCells cells;
    cells.x = Column::grid(kStartMs, kStepMs, columns);
    cells.xStep = double(kStepMs);
    const QByteArray bytes = file(QStringLiteral("heat_%1x%2.bin").arg(columns).arg(rows));
    const bool found = bytes.size() == qsizetype(columns) * rows * 8;
    for (int r = 0; r <= rows; ++r)
        cells.rowEdges.append(r);
    for (int r = 0; r < rows; ++r) {
        std::vector<double> values(static_cast<size_t>(columns));
        for (int c = 0; c < columns; ++c) {
            if (found)
                std::memcpy(&values[size_t(c)], bytes.constData() + (qsizetype(c) * rows + r) * 8, 8);
            else
                values[size_t(c)] = 100 * std::exp(-std::pow((r - rows / 2.0 - 8 * std::sin(c * 0.02)) / 6, 2)) + (c * 7 + r * 13) % 5;
            cells.max = std::max(cells.max, values[size_t(c)]);
        }
        cells.rows.append(Column::numbers(std::move(values)));
    }
    for (int i = 0; i < 128; ++i)
        cells.colors.append(qRgb(20 + i * 9 / 5, 10 + i * 6 / 5, 120 - i / 2));
    cells.exponent = 0.5;
    return cells;
}

PlotModel chart(const Set &set, double width, double fill)
{
    PlotModel model;
    model.from = set.times.number(0);
    model.to = set.times.number(set.times.size() - 1);
    model.x.ticker = std::make_shared<PlotTicker>(
        [](double from, double to, int px) { return timeTicks(qint64(from), qint64(to), px, QTimeZone::utc()); });
    for (qsizetype s = 0; s < set.values.size(); ++s) {
        PlotSeries series;
        series.x = set.times;
        series.y = set.values[s];
        series.name = QStringLiteral("series %1").arg(s);
        const Rgba color = paletteColor(int(s), Brightness::Dark);
        series.color = QColor(color.r, color.g, color.b);
        series.lineWidth = width;
        series.fillOpacity = fill;
        series.points = PlotSeries::Points::Never;
        model.series.append(series);
    }
    return model;
}

void panStep(const Set &set, int i, double &from, double &to)
{
    const double start = set.times.number(0);
    const double span = set.times.number(set.times.size() - 1) - start;
    from = start + span * 0.5 * (i % 60) / 60;
    to = from + span / 2;
}
} // namespace benchdata
