// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtSvg/QSvgRenderer>
#include <pipeline/ticks.h>
#include <tests/support/testmain.h>
#include <tests/widgets/vector/svgshapes.h>
#include <widgets/plot/plotsurface.h>
#include <widgets/vector/vectorpicture.h>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(PlotSeries)

namespace {

const QColor kColor(0x12, 0xab, 0xef);
const QColor kHigh(0xfe, 0x10, 0x20);
const QSize kSize(600, 300);

// Samples that leave the plot on every side.
PlotSeries wild(int rows)
{
    std::vector<double> values;
    for (int i = 0; i < rows; ++i)
        values.push_back(i % 37 == 5 ? Column::missing() : 50 + 90 * std::sin(i * 0.7) * std::cos(i * 0.013));
    PlotSeries series;
    series.x = Column::grid(-200, 1400 / std::max(1, rows - 1) + 1, rows);
    if (rows > 1400) {
        std::vector<double> times;
        for (int i = 0; i < rows; ++i)
            times.push_back(-200 + 1400.0 * i / rows);
        series.x = Column::times(std::move(times));
    }
    series.y = Column::numbers(std::move(values));
    series.color = kColor;
    series.lineWidth = 2;
    return series;
}

PlotModel modelOf(const PlotSeries &series)
{
    PlotModel model;
    model.from = 0;
    model.to = 1000;
    model.y.first().min = 0;
    model.y.first().max = 100;
    model.timeAxis = false;
    model.series = {series};
    return model;
}

void prepare(PlotSurface &surface, const PlotModel &model)
{
    surface.resize(kSize);
    surface.setModel(model);
}

} // namespace

// A plot as an SVG: everything inside of the plot rectangle, as shapes and text, and looking as on the screen.
class TstVectorPlot : public QObject
{
    Q_OBJECT

private slots:
    void series_data()
    {
        QTest::addColumn<PlotSeries>("series");
        for (const int rows : {12, 400, 20'000}) {
            const auto add = [&](const char *name, auto change) {
                PlotSeries series = wild(rows);
                change(series);
                QTest::addRow("%s-%d", name, rows) << series;
            };
            add("line", [](PlotSeries &) {});
            add("filled", [](PlotSeries &s) { s.fillOpacity = 40; });
            add("faded", [](PlotSeries &s) {
                s.fillOpacity = 40;
                s.gradient = PlotSeries::Gradient::Opacity;
            });
            add("scheme", [](PlotSeries &s) {
                s.fillOpacity = 40;
                s.gradient = PlotSeries::Gradient::Scheme;
                s.colorStops = {{0, kColor}, {70, kHigh}};
            });
            add("smooth", [](PlotSeries &s) { s.interpolation = PlotSeries::Interpolation::Smooth; });
            add("steps", [](PlotSeries &s) { s.interpolation = PlotSeries::Interpolation::StepAfter; });
            add("dashed", [](PlotSeries &s) { s.dash = {8, 4}; });
            add("points", [](PlotSeries &s) { s.draw = PlotSeries::Draw::Points; });
            add("bars", [](PlotSeries &s) {
                s.draw = PlotSeries::Draw::Bars;
                s.fillOpacity = 50;
            });
            add("above another", [](PlotSeries &s) {
                s.fillOpacity = 40;
                s.base = s.y;
                s.y = Column::numbers(std::vector<double>(size_t(s.y.size()), 30.0));
            });
        }
    }

    void series()
    {
        QFETCH(PlotSeries, series);
        PlotSurface surface;
        prepare(surface, modelOf(series));
        const SvgShapes svg = SvgShapes::of(toSvg(surface, u"plot"_s));
        QVERIFY(svg.isWellFormed);
        QVERIFY(svg.images.isEmpty());
        const QRectF plot = QRectF(surface.plotRect()).adjusted(-0.01, -0.01, 0.01, 0.01);
        const QList<SvgShapes::Shape> shapes = svg.coloured(kColor);
        QVERIFY(!shapes.isEmpty());
        for (const SvgShapes::Shape &shape : shapes) {
            QVERIFY2(plot.contains(shape.bounds.topLeft()) && plot.contains(shape.bounds.bottomRight()),
                     qPrintable(u"%1 %2"_s.arg(shape.element, QDebug::toString(shape.bounds))));
        }
        QVERIFY(svg.texts.contains(u"50"_s) || svg.texts.contains(u"60"_s));
    }

    // Drawn from the SVG and straight into pixels: the same, but for anti-aliasing and the outlines' stairs.
    void looksTheSame_data() { series_data(); }
    void looksTheSame()
    {
        QFETCH(PlotSeries, series);
        PlotSurface surface;
        prepare(surface, modelOf(series));
        QImage pixels(kSize, QImage::Format_RGB32);
        surface.renderTo(pixels);
        QImage shapes(kSize, QImage::Format_RGB32);
        shapes.fill(Qt::magenta);
        QPainter painter(&shapes);
        QSvgRenderer(toSvg(surface, u"plot"_s)).render(&painter, QRectF(QPointF(), kSize));
        painter.end();
        const QRect plot = surface.plotRect();
        double difference = 0;
        for (int y = plot.top(); y <= plot.bottom(); ++y) {
            for (int x = plot.left(); x <= plot.right(); ++x) {
                const QColor a = pixels.pixelColor(x, y);
                const QColor b = shapes.pixelColor(x, y);
                difference += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
            }
        }
        difference /= 3.0 * plot.width() * plot.height();
        const double most = series.dash.isEmpty() ? 5 : 9; // dashes of a cut line begin elsewhere
        QVERIFY2(difference < most, qPrintable(QString::number(difference)));
    }

    void heatmapCellsAreTheOnlyImage()
    {
        PlotModel model;
        model.from = 0;
        model.to = 10;
        HeatCells heat;
        heat.x = Column::numbers({0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        heat.xStep = 1;
        heat.rowEdges = {0, 1, 2};
        heat.rows = {Column::numbers({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}), Column::numbers({9, 8, 7, 6, 5, 4, 3, 2, 1, 0})};
        heat.colors = {qRgb(0, 0, 0), qRgb(255, 0, 0)};
        heat.max = 9;
        model.heat = heat;
        PlotSurface surface;
        prepare(surface, model);
        const SvgShapes svg = SvgShapes::of(toSvg(surface, u"heat"_s));
        QCOMPARE(svg.images.size(), 1);
        QVERIFY(QRectF(surface.plotRect()).contains(svg.images.first()));
    }

    void marksAreShapes()
    {
        PlotModel model = modelOf(wild(12));
        model.diamonds = {{500, 50, 0}};
        model.thresholds = {{80, std::numeric_limits<double>::infinity(), kHigh, true, true, true, 0}};
        PlotSurface surface;
        prepare(surface, model);
        surface.setMarks({{300, 400, kHigh}, {600, 600, kHigh}});
        const SvgShapes svg = SvgShapes::of(toSvg(surface, u"marks"_s));
        QVERIFY(svg.images.isEmpty());
        QVERIFY(svg.coloured(kHigh).size() >= 5);
        QVERIFY(!svg.coloured(Theme::dark().text.primary).isEmpty());
    }
};

ADD_TEST(TstVectorPlot)
#include "tst_vectorplot.moc"
