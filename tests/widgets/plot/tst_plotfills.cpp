// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/testmain.h>
#include <tests/widgets/plot/plottesting.h>

#include <QtCore/QRandomGenerator>

using namespace plottesting;

namespace {
constexpr int kColumns = 100;

// Level stretches, cut by gaps here and there, filled down to zero.
PlotSeries steps(QRandomGenerator &random)
{
    std::vector<double> values;
    for (int i = 0; i <= kColumns; i += 50) {
        const double level = random.bounded(5, 96);
        values.insert(values.end(), 50, level);
    }
    values.resize(kColumns + 1, values.back());
    if (random.bounded(4) == 0)
        std::fill_n(values.begin() + random.bounded(60), 20, Column::missing());
    PlotSeries series = line(std::move(values));
    series.color = QColor::fromHsv(random.bounded(360), 200, 250);
    series.lineWidth = 0;
    series.fillOpacity = random.bounded(10, 60);
    return series;
}

// All of them one over the other, exactly.
void blend(const PlotSeries &series, int column, double percent, double (&color)[3])
{
    const double a = series.y.number(column);
    const double b = series.y.number(column + 1);
    if (!std::isfinite(a) || !std::isfinite(b) || percent > a)
        return;
    const double alpha = std::round(series.fillOpacity / 100 * 255) / 255;
    const int own[3] = {series.color.red(), series.color.green(), series.color.blue()};
    for (int i = 0; i < 3; ++i)
        color[i] += (own[i] - color[i]) * alpha;
}
} // namespace

class TstPlotFills : public QObject
{
    Q_OBJECT

private slots:
    void manyOverEachOther_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("few") << 10;
        QTest::newRow("some") << 60;
        QTest::newRow("many") << 400;
    }
    // What is hidden is not drawn; nobody can tell.
    void manyOverEachOther()
    {
        QFETCH(int, count);
        QRandomGenerator random(7);
        PlotModel model = bareModel(0, kColumns, 0, 100);
        for (int i = 0; i < count; ++i)
            model.series.append(steps(random));
        QRect plot;
        const QImage image = draw(model, {kColumns * 8, 401}, &plot);
        for (int column = 1; column < kColumns - 1; ++column) {
            if (column % 50 >= 48)
                continue; // where the levels change
            const int x = plot.left() + (column * 2 + 1) * plot.width() / (2 * kColumns);
            for (int y = plot.top() + 5; y < plot.bottom(); y += 7) {
                const double percent = 100 - (y - plot.top() + 0.5) * 100 / plot.height();
                const double edge = std::fmod(percent, 1);
                if (edge < 0.2 || edge > 0.8)
                    continue; // a level may end in this row
                double color[3] = {};
                for (qsizetype i = model.series.size(); i-- > 0;)
                    blend(model.series[i], column, percent, color);
                const QRgb pixel = image.pixel(x, y);
                const double off = std::max(
                    {std::fabs(qRed(pixel) - color[0]), std::fabs(qGreen(pixel) - color[1]), std::fabs(qBlue(pixel) - color[2])});
                QVERIFY2(off < 4, qPrintable(QStringLiteral("column %1, row %2: %3").arg(column).arg(y).arg(off)));
            }
        }
    }
};

ADD_TEST(TstPlotFills)
#include "tst_plotfills.moc"
