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
