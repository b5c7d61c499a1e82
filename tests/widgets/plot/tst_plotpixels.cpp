// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/testmain.h>
#include <tests/widgets/plot/plottesting.h>

using namespace plottesting;

class TstPlotPixels : public QObject
{
    Q_OBJECT

    static double rowOf(const QRect &plot, double percent) { return plot.height() * percent / 100; }

private slots:
    void spikeShowsAtEveryZoom_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<double>("width");
        for (const double share : {1.0, 0.5, 0.1, 0.01, 0.001, 0.0001, 0.00002}) {
            for (const double width : {1.0, 2.0})
                QTest::addRow("%g of the range, width %g", share, width) << share << width;
        }
    }
    void spikeShowsAtEveryZoom()
    {
        QFETCH(double, share);
        QFETCH(double, width);
        constexpr int n = 1'000'000;
        constexpr int spike = 612'345;
        std::vector<double> values(n, 10);
        values[spike] = 95;
        PlotSeries series = line(std::move(values));
        series.lineWidth = width;
        const double half = n * share / 2;
        PlotModel model = bareModel(std::max(0.0, spike - half), std::max(0.0, spike - half) + n * share, 0, 100);
        model.series = {series};
        QRect plot;
        const QImage image = draw(model, {800, 300}, &plot);
        const int column = int((spike - model.from) / (model.to - model.from) * plot.width());
        int top = 1000;
        for (int c = std::max(0, column - 1); c <= std::min(plot.width() - 1, column + 1); ++c) {
            if (topInk(image, plot, c) >= 0)
                top = std::min(top, topInk(image, plot, c));
        }
        QVERIFY2(top < plot.height() * 0.08, qPrintable(QString::number(top)));
        const int far = column > 100 ? column - 60 : column + 60;
        if (share > 0.0001)
            QVERIFY(topInk(image, plot, far) > plot.height() * 0.8);
    }

    void gapsStayGaps_data()
    {
        QTest::addColumn<int>("samples");
        QTest::addColumn<double>("width");
        for (const int samples : {40, 300, 900, 5000, 100'000}) {
            for (const double width : {1.0, 2.0, 4.0})
                QTest::addRow("%d samples, width %g", samples, width) << samples << width;
        }
    }
    void gapsStayGaps()
    {
        QFETCH(int, samples);
        QFETCH(double, width);
        std::vector<double> values(size_t(samples), 50);
        const int from = samples / 2;
        const int to = from + std::max(2, samples / 20); // some 20 columns
        for (int i = from; i < to; ++i)
            values[size_t(i)] = Column::missing();
        PlotSeries series = line(std::move(values));
        series.lineWidth = width;
        series.fillOpacity = 100;
        PlotModel model = bareModel(0, samples - 1, 0, 100);
        model.series = {series};
        QRect plot;
        const QImage image = draw(model, {400, 200}, &plot);
        const double perSample = plot.width() / double(samples - 1);
        const int first = int((from - 1) * perSample) + 1 + int(width);
        const int last = int(to * perSample) - 1 - int(width);
        QVERIFY(last > first);
        for (int c = first; c <= last; ++c)
            QCOMPARE(ink(image, plot, c), 0.0);
        QVERIFY(ink(image, plot, first - 3 - int(width)) > 10);
        QVERIFY(ink(image, plot, last + 4 + int(width)) > 10);
    }

    void oneColumnGapInDenseData()
    {
        std::vector<double> values(40'000, 50);
        for (int i = 20'000; i < 20'000 + 210; ++i)
            values[size_t(i)] = std::nan("");
        PlotSeries series = line(std::move(values));
        series.lineWidth = 2;
        PlotModel model = bareModel(0, 40'000, 0, 100);
        model.series = {series};
        QRect plot;
        const QImage image = draw(model, {400, 100}, &plot);
        int empty = 0;
        for (int c = 0; c < plot.width(); ++c)
            empty += ink(image, plot, c) == 0;
        QVERIFY(empty >= 1 && empty <= 3);
    }

    void stepsAreUpright()
    {
        PlotSeries series = line({20, 20, 80, 80});
        series.interpolation = PlotSeries::Interpolation::StepAfter;
        PlotModel model = bareModel(0, 3, 0, 100);
        model.series = {series};
        QRect plot;
        const QImage image = draw(model, {300, 101}, &plot);
        const int edge = plot.width() * 2 / 3;
        QVERIFY(std::abs(topInk(image, plot, edge - 3) - rowOf(plot, 80)) <= 1);
        QVERIFY(std::abs(topInk(image, plot, edge + 3) - rowOf(plot, 20)) <= 1);
        QVERIFY(ink(image, plot, edge - 1) + ink(image, plot, edge) + ink(image, plot, edge + 1) > rowOf(plot, 55));
        QVERIFY(ink(image, plot, edge - 3) < 1.6);
        series.interpolation = PlotSeries::Interpolation::StepBefore;
        model.series = {series};
        const QImage before = draw(model, {300, 101});
        QVERIFY(std::abs(topInk(before, plot, edge / 2 + 3) - rowOf(plot, 20)) <= 1);
    }

    // The three ways of drawing a line meet: the same slow wave, more and more densely sampled, looks the same.
    void seamsBetweenDensities_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("dpr");
        QTest::newRow("1") << 1.0 << 1.0;
        QTest::newRow("1.5") << 1.5 << 1.0;
        QTest::newRow("3") << 3.0 << 1.0;
        QTest::newRow("1.5 at 2x") << 1.5 << 2.0;
    }
    void seamsBetweenDensities()
    {
        QFETCH(double, width);
        QFETCH(double, dpr);
        const auto picture = [&](int samples, QRect &plot) {
            std::vector<double> values;
            for (int i = 0; i < samples; ++i)
                values.push_back(50 + 30 * std::sin(i * 6.283 / (samples - 1)));
            PlotSeries series = line(std::move(values));
            series.lineWidth = width;
            PlotModel model = bareModel(0, samples - 1, 0, 100);
            model.series = {series};
            return draw(model, {600, 200}, &plot, dpr);
        };
        QRect plot;
        const QImage exact = picture(150, plot);
        for (const int samples : {1000, 1500, 4000, 50'000}) {
            const QImage image = picture(samples, plot);
            for (int c = 4; c < plot.width() - 4; ++c) {
                const double difference = std::fabs(ink(image, plot, c) - ink(exact, plot, c));
                QVERIFY2(difference < 0.7 + 0.25 * width * dpr,
                         qPrintable(QStringLiteral("%1 samples, column %2: %3").arg(samples).arg(c).arg(difference)));
                QVERIFY(std::abs(topInk(image, plot, c) - topInk(exact, plot, c)) <= 1);
            }
        }
    }

    // Against the area that a slow supersampling finds for a straight line.
    void slopesHaveTheirArea_data()
    {
        QTest::addColumn<double>("rise");
        for (const double rise : {0.0, 10.0, 55.0, 97.0})
            QTest::addRow("%g", rise) << rise;
    }
    void slopesHaveTheirArea()
    {
        QFETCH(double, rise);
        PlotSeries series = line({1, 1 + rise}, 10);
        series.lineWidth = 2;
        PlotModel model = bareModel(0, 10, 0, 100);
        model.series = {series};
        QRect plot;
        const QImage image = draw(model, {200, 301}, &plot);
        const double k = rise / 100 * plot.height() / plot.width();
        for (int c = 10; c < plot.width() - 10; c += 7)
            QVERIFY(std::fabs(ink(image, plot, c) - 2 * std::sqrt(1 + k * k)) < 0.1);
    }

    void fillHasItsOpacity()
    {
        PlotSeries series = line({50, 50});
        series.lineWidth = 0;
        series.fillOpacity = 40;
        PlotModel model = bareModel(0, 1, 0, 100);
        model.series = {series};
        QRect plot;
        const QImage image = draw(model, {100, 101}, &plot);
        const auto at = [&](int share) { return qGray(image.pixel(plot.center().x(), plot.top() + plot.height() * share / 100)); };
        QCOMPARE(at(25), 0);
        QVERIFY(std::abs(at(75) - 102) <= 1);
        series.gradient = PlotSeries::Gradient::Opacity;
        model.series = {series};
        const QImage faded = draw(model, {100, 101}, &plot);
        QVERIFY(std::abs(qGray(faded.pixel(50, plot.bottom())) - 102 * 0.12) <= 2);
    }

    void emptyAndSingle()
    {
        PlotModel model = bareModel(0, 10, 0, 100);
        QRect plot;
        const auto inkOf = [&] {
            const QImage image = draw(model, {100, 100}, &plot);
            double sum = 0;
            for (int c = 0; c < plot.width(); ++c)
                sum += ink(image, plot, c);
            return sum;
        };
        QCOMPARE(inkOf(), 0.0);
        model.series = {PlotSeries{}};
        QCOMPARE(inkOf(), 0.0);
        model.series = {line({Column::missing(), std::nan(""), INFINITY})};
        QCOMPARE(inkOf(), 0.0);
        model.series = {line({50}, 5)};
        QVERIFY(inkOf() > 2); // a lone sample shows as a dot
    }

    void logScale()
    {
        PlotModel model = bareModel(0, 2, 1, 10'000);
        model.y.first().scale = PlotAxis::Scale::Log;
        model.series = {line({100, 100, 100})};
        QRect plot;
        const QImage image = draw(model, {100, 201}, &plot);
        QVERIFY(std::abs(topInk(image, plot, 50) - plot.height() / 2) <= 1);
        model.series = {line({0, -5, 100})};
        draw(model, {100, 201}, &plot);
    }

    void tilesAndThreadsDrawTheSame()
    {
        PlotModel model = bareModel(0, 999, 0, 100);
        for (int s = 0; s < 60; ++s) {
            std::vector<double> values;
            for (int i = 0; i < 1000; ++i)
                values.push_back(50 + 40 * std::sin(i * 0.02 + s));
            model.series.append(line(std::move(values)));
        }
        QRect plot;
        const QImage all = draw(model, {700, 300}, &plot);
        for (int s = 1; s < 60; ++s)
            model.series[s].visible = false;
        const QImage one = draw(model, {700, 300}, &plot);
        for (int y = plot.top(); y <= plot.bottom(); ++y) {
            for (int x = plot.left(); x <= plot.right(); ++x)
                QVERIFY(qGray(all.pixel(x, y)) + 1 >= qGray(one.pixel(x, y)));
        }
    }

    void barsReachZero()
    {
        PlotSeries series = line({50, -50, 50});
        series.draw = PlotSeries::Draw::Bars;
        series.fillOpacity = 100;
        PlotModel model = bareModel(-0.5, 2.5, -100, 100);
        model.series = {series};
        QRect plot;
        const QImage image = draw(model, {300, 201}, &plot);
        QVERIFY(std::abs(topInk(image, plot, 50) - rowOf(plot, 25)) <= 1);
        QVERIFY(std::abs(ink(image, plot, 50) - rowOf(plot, 25)) <= 1.5);
        QVERIFY(std::abs(topInk(image, plot, 150) - rowOf(plot, 50)) <= 1);
        QCOMPARE(ink(image, plot, 100), 0.0);
    }

    // The gap between bars of one or two pixels is part of one: left to the pixels it would come and go in waves.
    void narrowBarsAreEven_data()
    {
        QTest::addColumn<double>("slotPx");
        for (const double px : {1.1, 1.3, 1.7, 2.0, 2.4})
            QTest::addRow("%g px", px) << px;
    }
    void narrowBarsAreEven()
    {
        QFETCH(double, slotPx);
        const int bars = int(300 / slotPx);
        PlotSeries series = line(std::vector<double>(bars, 50));
        series.draw = PlotSeries::Draw::Bars;
        series.fillOpacity = 100;
        PlotModel model = bareModel(0, bars - 1, 0, 100);
        model.series = {series};
        QRect plot;
        const QImage image = draw(model, {300, 101}, &plot);
        const int y = plot.top() + plot.height() * 3 / 4;
        for (int x = plot.left() + 3; x < plot.right() - 3; ++x)
            QCOMPARE(image.pixel(x, y), image.pixel(plot.center().x(), y));
        QVERIFY(qGray(image.pixel(plot.center().x(), y)) > qGray(image.pixel(plot.center().x(), plot.top() + 3)));
    }

    void heatCells()
    {
        PlotModel model = bareModel(0, 40, 0, 4);
        HeatCells cells;
        cells.x = Column::grid(0, 10, 4);
        cells.xStep = 10;
        cells.rowEdges = {0, 2, 4};
        cells.rows = {Column::numbers({1, 2, Column::missing(), 4}), Column::numbers({4, 3, 2, 1})};
        cells.colors = {qRgb(255, 0, 0), qRgb(0, 255, 0), qRgb(0, 0, 255), qRgb(255, 255, 255)};
        cells.min = 1;
        cells.max = 4;
        model.heat = cells;
        PlotSurface surface;
        surface.resize(201, 101);
        surface.setBackground(Qt::black);
        surface.setModel(model);
        QImage image(surface.size(), QImage::Format_RGB32);
        surface.renderTo(image);
        const auto at = [&](double x, double y) { return image.pixel(surface.pixelOf(x, y).toPoint()); };
        QCOMPARE(at(5, 1), qRgb(255, 0, 0));
        QCOMPARE(at(15, 1), qRgb(0, 255, 0));
        QCOMPARE(at(25, 1), qRgb(0, 0, 0));
        QCOMPARE(at(5, 3), qRgb(255, 255, 255));
        QCOMPARE(image.pixel(surface.pixelOf(20, 3).toPoint() - QPoint(1, 0)), qRgb(0, 0, 0)); // the gap
        const auto hit = surface.cellAt(surface.pixelOf(35, 3));
        QVERIFY(hit);
        QCOMPARE(hit->column, 3);
        QCOMPARE(hit->row, 1);
        QCOMPARE(hit->value, 1.0);
    }
};

ADD_TEST(TstPlotPixels)
#include "tst_plotpixels.moc"
