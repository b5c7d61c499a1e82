// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/heatmap/heatmapcolors.h>
#include <panels/heatmap/heatmapview.h>
#include <pipeline/ticks.h>
#include <tests/panels/chartframes.h>
#include <tests/panels/panelpicture.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

Json parsed(const char *text)
{
    return Json::parse(text).value_or(Json());
}

HeatmapInput inputOf(const PanelData &data, const char *options = "{}")
{
    HeatmapInput input;
    input.data = data;
    input.range = data.range;
    input.options = heatmapOptions().read(parsed(options));
    input.size = {600, 268};
    return input;
}

PanelData small()
{
    QList<Field> fields;
    const QStringList names{u"10"_s, u"2"_s, u"+Inf"_s};
    for (int i = 0; i < 3; ++i) {
        fields.append(chartframes::named(names[i], Column::numbers({double(i), 4, 9}), i));
        fields.last().labels.insert(u"le"_s, names[i]);
    }
    return chartframes::dataOf(fields, Frame::Kind::HeatmapRows);
}

QStringList tickLabels(const HeatmapView &view, int px)
{
    QStringList labels;
    for (const Tick &tick : (*view.plot.y[0].ticker)(*view.plot.y[0].min, *view.plot.y[0].max, px))
        labels.append(u"%1 %2"_s.arg(tick.value).arg(tick.label));
    return labels;
}

// All that is drawn and told, as text and pixels.
QByteArray shown(const char *options)
{
    const HeatmapInput input = inputOf(small(), options);
    const HeatmapView view = heatmapView(input);
    QByteArray text = tickLabels(view, 300).join(u',').toUtf8() + view.legendText.toUtf8() + (view.legend ? "legend" : "");
    const TooltipModel tip = heatmapTooltip(view, input, 2, 1);
    text += tip.foot.toUtf8() + QByteArray::number(tip.maxWidth) + QByteArray::number(tip.maxHeight) + QByteArray::number(tip.scale.size());
    for (const TooltipRow &row : tip.rows)
        text += row.name.toUtf8() + row.value.toUtf8() + row.color.name().toUtf8() + QByteArray::number(row.bar.value_or(-1));
    if (view.plot.heat) {
        const HeatCells &cells = *view.plot.heat;
        for (const QRgb color : cells.colors)
            text += QByteArray::number(color, 16);
        for (const double value : {cells.min, cells.max, cells.exponent, cells.hideBelow.value_or(-1), cells.hideAbove.value_or(-1)})
            text += QByteArray::number(value) + ' ';
        text += QByteArray::number(cells.gapPx) + ' ' + QByteArray::number(cells.radiusPx) + ' ' + QByteArray::number(cells.rows.size());
        const PlotAxis &axis = view.plot.y[0];
        text += QByteArray::number(int(axis.scale)) + ' ' + QByteArray::number(axis.logBase) + ' '
            + QByteArray::number(axis.linearThreshold);
        text += ' ' + QByteArray::number(cells.xStep) + ' ';
        for (const double edge : cells.rowEdges)
            text += QByteArray::number(edge) + ' ';
        text += axis.label.toUtf8() + QByteArray::number(axis.widthPx) + (axis.right ? "right" : "left") + (axis.visible ? "" : "hidden");
    }
    return text;
}

} // namespace

class TstHeatmapView : public QObject
{
    Q_OBJECT

private slots:
    void bucketsByNumberNotByText()
    {
        const HeatmapView view = heatmapView(inputOf(small()));
        QStringList labels;
        for (const HeatmapRow &row : view.rows)
            labels.append(row.label);
        QCOMPARE(labels, (QStringList{u"2"_s, u"10"_s, u"+Inf"_s}));
        QCOMPARE(view.layout, HeatmapOptions::Layout::Le);
        QCOMPARE(view.bucketText(0), u"0 – 2"_s);
        QCOMPARE(view.bucketText(2), u"10 – +Inf"_s);
        QCOMPARE(view.plot.heat->rows[0].number(0), 1.0);
    }

    void labelsStandOnTheBound_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QString>("first");
        QTest::newRow("le") << QByteArray(R"({"rowsFrame":{"layout":"le"}})") << u"1 2"_s;
        QTest::newRow("ge") << QByteArray(R"({"rowsFrame":{"layout":"ge"}})") << u"0 2"_s;
        QTest::newRow("middle") << QByteArray(R"({"rowsFrame":{"layout":"unknown"}})") << u"0.5 2"_s;
        QTest::newRow("le, upside down") << QByteArray(R"({"yAxis":{"reverse":true}})") << u"0 +Inf"_s;
    }

    void labelsStandOnTheBound()
    {
        QFETCH(QByteArray, options);
        QTEST(tickLabels(heatmapView(inputOf(small(), options.constData())), 300).first(), "first");
    }

    void fewLabelsWhenLow()
    {
        const HeatmapView view = heatmapView(inputOf(chartframes::buckets()));
        QCOMPARE(tickLabels(view, 300).size(), 10);
        QVERIFY(tickLabels(view, 90).size() <= 5);
    }

    void aCellEndsAtItsSample()
    {
        const HeatmapView view = heatmapView(inputOf(small()));
        QCOMPARE(view.plot.heat->x.number(2) + view.plot.heat->xStep, double(chartframes::kEndMs));
    }

    void tooltipTellsBucketAndValue()
    {
        const HeatmapInput input = inputOf(small());
        const TooltipModel tip = heatmapTooltip(heatmapView(input), input, 2, 1);
        QCOMPARE(tip.rows.size(), 1);
        QCOMPARE(tip.rows[0].name, u"2 – 10"_s);
        QCOMPARE(tip.rows[0].value, u"9"_s);
        QCOMPARE(tip.head, u"2026-11-22 21:32:00"_s);
        QVERIFY(heatmapTooltip(heatmapView(input), input, 2, 99).rows.isEmpty());
    }

    void scaleOfBuckets_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QString>("edges");
        const auto row = [](const char *name, const char *options, const char *edges) {
            QTest::newRow(name) << QByteArray(options) << QString::fromLatin1(edges);
        };
        row("equal heights", "{}", "0 1 2 3");
        row("linear, the open bound as far as the last", R"({"rowsFrame":{"yBucketScale":{"type":"linear"}}})", "0 2 10 18");
        row("log", R"({"rowsFrame":{"yBucketScale":{"type":"log"}}})", "0.4 2 10 50");
        row("lower bounds", R"({"rowsFrame":{"layout":"ge","yBucketScale":{"type":"linear"}}})", "0 1 2 3"); // +Inf begins no bucket
        row("reversed ones have equal heights", R"({"yAxis":{"reverse":true},"rowsFrame":{"yBucketScale":{"type":"log"}}})", "0 1 2 3");
    }

    void scaleOfBuckets()
    {
        QFETCH(QByteArray, options);
        QStringList edges;
        const HeatmapView view = heatmapView(inputOf(small(), options.constData()));
        for (const double edge : view.plot.heat->rowEdges)
            edges.append(QString::number(edge));
        QTEST(edges.join(u' '), "edges");
    }

    void nativeHistogramsLieWhereTheirBoundsAre()
    {
        QList<Field> fields;
        const QList<std::pair<QString, QString>> bounds{{u"0.5"_s, u"1"_s}, {u"2"_s, u"4"_s}, {u"4"_s, u"+Inf"_s}};
        for (const auto &[low, high] : bounds) {
            fields.append(chartframes::named(high, Column::numbers({1, 2, 3})));
            fields.last().labels = {{u"ge"_s, low}, {u"le"_s, high}};
        }
        const HeatmapView view = heatmapView(inputOf(chartframes::dataOf(fields, Frame::Kind::HeatmapRows)));
        QCOMPARE(view.plot.y[0].scale, PlotAxis::Scale::Log);
        QCOMPARE(view.plot.heat->rowEdges, (QList<double>{0.5, 1, 2, 4, 8}));
        QVERIFY(Column::isMissing(view.plot.heat->rows[1].number(0))); // no bucket from 1 to 2
        QCOMPARE(view.bucketText(0), u"0.500 – 1"_s);
        QCOMPARE(view.bucketText(3), u"4 – +Inf"_s);
    }

    void customBucketsKeepTheirTails()
    {
        QList<Field> fields;
        const QList<std::pair<QString, QString>> bounds{{u"-Inf"_s, u"0.1"_s}, {u"0.1"_s, u"0.5"_s}, {u"0.5"_s, u"+Inf"_s}};
        for (const auto &[low, high] : bounds) {
            fields.append(chartframes::named(high, Column::numbers({1, 2, 3})));
            fields.last().labels = {{u"ge"_s, low}, {u"le"_s, high}};
        }
        const HeatmapView view = heatmapView(inputOf(chartframes::dataOf(fields, Frame::Kind::HeatmapRows)));
        QCOMPARE(view.plot.y[0].scale, PlotAxis::Scale::Log);
        QCOMPARE(view.plot.heat->rows.size(), 3);
        QStringList edges;
        for (const double edge : view.plot.heat->rowEdges)
            edges.append(QString::number(edge));
        QCOMPARE(edges.join(u' '), u"0.02 0.1 0.5 2.5"_s);
    }

    void nativeHistogramsOfBothSigns()
    {
        QList<Field> fields;
        const QList<std::pair<QString, QString>> bounds{{u"-4"_s, u"-2"_s}, {u"-0.5"_s, u"0.5"_s}, {u"0.5"_s, u"1"_s}};
        for (const auto &[low, high] : bounds) {
            fields.append(chartframes::named(high, Column::numbers({1, 2, 3})));
            fields.last().labels = {{u"ge"_s, low}, {u"le"_s, high}};
        }
        const HeatmapView view = heatmapView(inputOf(chartframes::dataOf(fields, Frame::Kind::HeatmapRows)));
        QCOMPARE(view.plot.y[0].scale, PlotAxis::Scale::SymLog);
        QCOMPARE(view.plot.y[0].linearThreshold, 0.5);
        QCOMPARE(view.plot.heat->rowEdges, (QList<double>{-4, -2, -0.5, 0.5, 1}));
    }

    void bucketsAreCounted_data()
    {
        QTest::addColumn<QByteArray>("calculation");
        QTest::addColumn<QString>("edges");
        QTest::addColumn<QString>("counts"); // of all columns, by row
        const auto row = [](const char *name, const char *calculation, const char *edges, const char *counts) {
            QTest::newRow(name) << QByteArray(calculation) << QString::fromLatin1(edges) << QString::fromLatin1(counts);
        };
        row("size", R"({"yBuckets":{"value":"5"}})", "-5 0 5 10", "1 3 2");
        row("count, the next nicer size", R"({"yBuckets":{"mode":"count","value":3}})", "-5 -2.5 0 2.5 5 7.5 10", "1 0 2 1 1 1");
        row("log leaves out what is not positive", R"({"yBuckets":{"scale":{"type":"log","log":2}}})", "1 2 4 8 16", "2 1 1 1");
        row("log, split", R"({"yBuckets":{"value":2,"scale":{"type":"log","log":4}}})", "1 2 4 8 16", "2 1 1 1");
        row("symlog", R"({"yBuckets":{"scale":{"type":"symlog","log":2}}})", "-8 -4 -2 -1 1 2 4 8 16", "1 0 0 2 0 1 1 1");
    }

    void bucketsAreCounted()
    {
        QFETCH(QByteArray, calculation);
        const PanelData data = chartframes::numbers({{1, 3, 9}, {NAN, -4, 1}, {NAN, NAN, 5}});
        const HeatmapView view = heatmapView(inputOf(data, ("{\"calculate\":true,\"calculation\":" + calculation + "}").constData()));
        QStringList edges;
        QStringList counts;
        for (const double edge : view.plot.heat->rowEdges)
            edges.append(QString::number(edge));
        for (const Column &row : view.plot.heat->rows) {
            double sum = 0;
            for (qsizetype i = 0; i < row.size(); ++i)
                sum += row.number(i);
            counts.append(QString::number(sum));
        }
        QTEST(edges.join(u' '), "edges");
        QTEST(counts.join(u' '), "counts");
    }

    void columnsOfACalculation()
    {
        const PanelData data = chartframes::waves({u"a"_s}, 73);
        const HeatmapView hours = heatmapView(inputOf(data, R"({"calculate":true,"calculation":{"xBuckets":{"value":"1h"}}})"));
        QCOMPARE(hours.plot.heat->xStep, 3600e3);
        QCOMPARE(std::fmod(hours.plot.heat->x.number(0), 3600e3), 0.0);
        const HeatmapView twelve
            = heatmapView(inputOf(data, R"({"calculate":true,"calculation":{"xBuckets":{"mode":"count","value":12}}})"));
        QCOMPARE(twelve.plot.heat->xStep, 1800e3);
    }

    void looks()
    {
        QList<Field> native;
        for (int i = -3; i < 9; ++i) {
            std::vector<double> counts;
            for (int c = 0; c < 72; ++c)
                counts.push_back(i == 2 ? 0 : std::max(0.0, std::round(60 * std::exp(-std::pow(i - 3 - 2 * std::sin(c / 9.0), 2) / 3))));
            native.append(chartframes::named(QString::number(std::exp2(i / 2.0 + 0.5)), Column::numbers(counts)));
            native.last().labels
                = {{u"ge"_s, QString::number(std::exp2(i / 2.0), 'g', 17)}, {u"le"_s, QString::number(std::exp2(i / 2.0 + 0.5), 'g', 17)}};
            native.last().config.unit = u"s"_s;
        }
        const Json options
            = parsed(R"({"calculate":true,"calculation":{"xBuckets":{"value":"5m"},"yBuckets":{"mode":"count","value":20}}})");
        const PanelData waves = chartframes::waves({u"a"_s, u"b"_s, u"c"_s, u"d"_s}, 720);
        for (const bool light : {false, true}) {
            const PanelPicture counted{u"heatmap"_s, options, waves, {620, 280}, light, light ? 2.0 : 1.0};
            PanelPicture::keep(counted.image(), light ? u"heatmap-calculated-light"_s : u"heatmap-calculated-dark"_s);
            QVERIFY(colorCount(counted.image()) > 20);
            const PanelPicture powers{u"heatmap"_s, {},    chartframes::dataOf(native, Frame::Kind::HeatmapRows),
                                      {620, 280},   light, light ? 2.0 : 1.0};
            PanelPicture::keep(powers.image(), light ? u"heatmap-native-light"_s : u"heatmap-native-dark"_s);
            QVERIFY(colorCount(powers.image()) > 20);
        }
    }

    void schemes()
    {
        QCOMPARE(heatmapSchemes().size(), 38);
        for (const QString &name : heatmapSchemes()) {
            const QList<Rgba> colors = schemeColors(name, 64, false, Brightness::Dark);
            QCOMPARE(colors.size(), 64);
            QVERIFY2(colors.first() != colors[32], qPrintable(name));
            QCOMPARE(schemeColors(name, 64, true, Brightness::Dark).first(), colors.last());
        }
        const auto light = [](const QString &name, Brightness theme) { return luminance(schemeColors(name, 8, false, theme).first()); };
        QVERIFY(light(u"Oranges"_s, Brightness::Dark) < 0.2 && light(u"Oranges"_s, Brightness::Light) > 0.8);
        QVERIFY(light(u"Viridis"_s, Brightness::Dark) < 0.2 && light(u"Viridis"_s, Brightness::Light) > 0.5);
        QCOMPARE(schemeColors(u"nonsense"_s, 8, false, Brightness::Dark), schemeColors(u"Oranges"_s, 8, false, Brightness::Dark));
        QCOMPARE(schemeColors(u"Blues"_s, 1, false, Brightness::Dark).size(), 1);
    }

    void nothingToDraw()
    {
        QVERIFY(!heatmapView(inputOf(PanelData{})).emptyReason.isEmpty());
        QVERIFY(!heatmapView(inputOf(chartframes::dataOf({}))).emptyReason.isEmpty());
    }

    void everyOptionChangesSomething_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *key, const char *after, const char *before = "{}") {
            QTest::newRow(key) << QByteArray(before) << QByteArray(after);
        };
        row("calculate", R"({"calculate":true})");
        const char *counted = R"({"calculate":true})";
        row("calculation.xBuckets.mode", R"({"calculate":true,"calculation":{"xBuckets":{"mode":"count","value":"7"}}})",
            R"({"calculate":true,"calculation":{"xBuckets":{"value":"7"}}})");
        row("calculation.xBuckets.value", R"({"calculate":true,"calculation":{"xBuckets":{"value":"3h"}}})", counted);
        row("calculation.yBuckets.mode", R"({"calculate":true,"calculation":{"yBuckets":{"mode":"count","value":3}}})",
            R"({"calculate":true,"calculation":{"yBuckets":{"value":3}}})");
        row("calculation.yBuckets.value", R"({"calculate":true,"calculation":{"yBuckets":{"value":3}}})", counted);
        const char *symlog = R"({"calculate":true,"calculation":{"yBuckets":{"scale":{"type":"symlog"}}}})";
        row("calculation.yBuckets.scale.type", symlog, counted);
        row("calculation.yBuckets.scale.log", R"({"calculate":true,"calculation":{"yBuckets":{"scale":{"type":"symlog","log":10}}}})",
            symlog);
        row("calculation.yBuckets.scale.linearThreshold",
            R"({"calculate":true,"calculation":{"yBuckets":{"scale":{"type":"symlog","linearThreshold":3}}}})", symlog);
        const char *scaled = R"({"rowsFrame":{"yBucketScale":{"type":"symlog"}}})";
        row("rowsFrame.yBucketScale.type", scaled);
        row("rowsFrame.yBucketScale.log", R"({"rowsFrame":{"yBucketScale":{"type":"symlog","log":10}}})", scaled);
        row("rowsFrame.yBucketScale.linearThreshold", R"({"rowsFrame":{"yBucketScale":{"type":"symlog","linearThreshold":3}}})", scaled);
        row("rowsFrame.layout", R"({"rowsFrame":{"layout":"ge"}})");
        row("rowsFrame.value", R"({"rowsFrame":{"value":"requests"}})");
        row("color.mode", R"({"color":{"mode":"opacity"}})");
        row("color.scheme", R"({"color":{"scheme":"Viridis"}})");
        row("color.fill", R"({"color":{"mode":"opacity","fill":"blue"}})", R"({"color":{"mode":"opacity"}})");
        row("color.scale", R"({"color":{"scale":"linear"}})");
        row("color.exponent", R"({"color":{"exponent":0.9}})");
        row("color.steps", R"({"color":{"steps":8}})");
        row("color.reverse", R"({"color":{"reverse":true}})");
        row("color.min", R"({"color":{"min":2}})");
        row("color.max", R"({"color":{"max":99}})");
        row("cellGap", R"({"cellGap":3})");
        row("cellRadius", R"({"cellRadius":3})");
        row("cellValues.unit", R"({"cellValues":{"unit":"bytes"}})");
        row("cellValues.decimals", R"({"cellValues":{"decimals":3}})");
        row("filterValues.le", R"({"filterValues":{"le":4}})");
        row("filterValues.ge", R"({"filterValues":{"ge":9}})");
        row("yAxis.axisPlacement", R"({"yAxis":{"axisPlacement":"right"}})");
        row("yAxis.unit", R"({"yAxis":{"unit":"s"}})");
        row("yAxis.decimals", R"({"yAxis":{"decimals":2}})");
        row("yAxis.min", R"({"yAxis":{"min":5}})");
        row("yAxis.max", R"({"yAxis":{"max":5}})");
        row("yAxis.reverse", R"({"yAxis":{"reverse":true}})");
        row("yAxis.axisLabel", R"({"yAxis":{"axisLabel":"latency"}})");
        row("yAxis.axisWidth", R"({"yAxis":{"axisWidth":90}})");
        row("legend.show", R"({"legend":{"show":false}})");
        row("tooltip.mode", R"({"tooltip":{"mode":"none"}})");
        row("tooltip.maxWidth", R"({"tooltip":{"maxWidth":200}})");
        row("tooltip.maxHeight", R"({"tooltip":{"maxHeight":200}})");
        row("tooltip.yHistogram", R"({"tooltip":{"yHistogram":true}})");
        row("tooltip.showColorScale", R"({"tooltip":{"showColorScale":true}})");
    }

    void everyOptionChangesSomething()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QList<OptionProblem> problems;
        heatmapOptions().read(parsed(after.constData()), &problems);
        QVERIFY(problems.isEmpty());
        QVERIFY(shown(before.constData()) != shown(after.constData()));
    }

    void noOptionIsLeftOut()
    {
        QFile self(QStringLiteral(SOURCE_DIR "/tests/panels/heatmap/tst_heatmapview.cpp"));
        QVERIFY(self.open(QIODevice::ReadOnly));
        const QByteArray text = self.readAll();
        for (const OptionRow &row : heatmapOptions().rows())
            QVERIFY2(text.contains("row(\"" + row.key.toUtf8() + "\""), qPrintable(row.key));
    }
};

ADD_TEST(TstHeatmapView)
#include "tst_heatmapview.moc"
