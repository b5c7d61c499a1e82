// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/testmain.h>
#include <tests/widgets/plot/plottesting.h>

#include <QtCore/QRandomGenerator>
#include <widgets/plot/prepared.h>
#include <widgets/plot/seriespainter.h>

using namespace plottesting;

namespace {
constexpr int kSamples = 6000;
constexpr QRect kPlot(3, 2, 600, 301);

// Noise around a level that wanders, with some gaps, from less than a column to many wide.
PlotSeries noisy(QRandomGenerator &random, double width, double fill)
{
    std::vector<double> values;
    double level = random.bounded(20, 80);
    for (int i = 0; i < kSamples; ++i) {
        level = std::clamp(level + random.bounded(4.0) - 2, -5.0, 105.0);
        values.push_back(level);
    }
    for (const int gap : {4, 35, 300})
        std::fill_n(values.begin() + random.bounded(kSamples - gap), gap, Column::missing());
    PlotSeries series = line(std::move(values));
    series.color = QColor::fromHsv(random.bounded(360), 200, 250, random.bounded(3) == 0 ? 140 : 255);
    series.lineWidth = width;
    series.fillOpacity = fill;
    if (random.bounded(4) == 0) {
        series.gradient = PlotSeries::Gradient::Scheme;
        series.colorStops = {{0, Qt::green}, {50, Qt::red}};
        series.smoothStops = true;
    }
    return series;
}

QImage black()
{
    QImage image(kPlot.right() + 5, kPlot.bottom() + 5, QImage::Format_RGB32);
    image.fill(Qt::black);
    return image;
}

int difference(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}
} // namespace

class TstPlotSpans : public QObject
{
    Q_OBJECT

private slots:
    void togetherAsOneByOne_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("fill");
        for (const int count : {20, 120}) {
            for (const double width : {1.0, 1.4, 2.0, 3.0}) {
                for (const double fill : {0.0, 20.0, 100.0})
                    QTest::addRow("%d, width %g, fill %g", count, width, fill) << count << width << fill;
            }
        }
    }
    // Many series are drawn in tiles, with short cuts; each by itself goes straight into the image, as sums of all that it covers.
    void togetherAsOneByOne()
    {
        QFETCH(int, count);
        QFETCH(double, width);
        QFETCH(double, fill);
        QRandomGenerator random(11);
        QList<PlotSeries> series;
        for (int i = 0; i < count; ++i)
            series.append(noisy(random, width, fill));
        const std::vector<PreparedSeries> all = prepareSeries(series, {});
        PlotAxis axis;
        SeriesPainter::View view;
        view.plot = kPlot;
        view.to = kSamples;
        view.scales = {ValueScale(axis, 0, 100, kPlot.height())};
        SeriesPainter painter;
        QImage together = black();
        painter.paint(together, all, view);
        QImage apart = black();
        for (size_t i = all.size(); i-- > 0;)
            painter.paint(apart, {all[i]}, view);
        int worst = 0;
        QPoint where;
        for (int y = 0; y < apart.height(); ++y) {
            for (int x = 0; x < apart.width(); ++x) {
                const int off = difference(together.pixel(x, y), apart.pixel(x, y));
                if (off > worst) {
                    worst = off;
                    where = {x, y};
                }
            }
        }
        QVERIFY2(worst <= 4, qPrintable(QStringLiteral("%1 at %2, %3").arg(worst).arg(where.x()).arg(where.y())));
    }
};

ADD_TEST(TstPlotSpans)
#include "tst_plotspans.moc"
