// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/timeseries/timeseriesview.h>
#include <tests/panels/chartframes.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

Json parsed(const char *text)
{
    return Json::parse(text).value_or(Json());
}

TimeSeriesInput inputOf(const PanelData &data, const char *options = "{}", const char *custom = nullptr)
{
    TimeSeriesInput input;
    input.data = data;
    input.range = data.range;
    input.options = timeSeriesOptions().read(parsed(options));
    if (custom) {
        for (Frame &frame : input.data.frames) {
            for (Field &field : frame.fields)
                field.config.custom = parsed(custom);
        }
    }
    return input;
}

QList<double> valuesOf(const Column &column)
{
    QList<double> values;
    for (qsizetype i = 0; i < column.size(); ++i)
        values.append(column.number(i));
    return values;
}

// What the panel shows, without what only makes it fast.
struct Shown {
    PlotModel plot;
    LegendModel legend;
    LegendPlace place;
    TooltipModel tooltip;

    bool operator==(const Shown &) const = default;
};

Shown shown(const TimeSeriesInput &input, const TimeSeriesView *previous = nullptr)
{
    TimeSeriesView view = timeSeriesView(input, previous);
    QList<SeriesRow> rows;
    for (int i = 0; i < view.series.size(); ++i)
        rows.append({i, 2, view.series[i].x.number(2)});
    QList<SeriesDistance> distances{{0, 40}, {1, 60}, {2, 80}};
    const TooltipModel tooltip = timeSeriesTooltip(view, input, rows, hotSeries(view, input.options.tooltip, distances));
    for (PlotSeries &series : view.plot.series)
        series.pyramid = nullptr;
    const QSize panel(700, 300);
    return {view.plot, view.legend, placeLegend(view.legend, panel, input.options.legend.widthPx(panel.width())), tooltip};
}

PanelData sample()
{
    PanelData data = chartframes::numbers({{1, 5, 3, kGap, 8}, {2, 2, 0, 2, 2}, {9, 7, 5, 3, 1}});
    for (int i = 1; i <= 3; ++i) {
        Field &field = data.frames[0].fields[i];
        field.config.thresholds = Thresholds{Thresholds::Mode::Absolute, {{-INFINITY, u"green"_s}, {4, u"red"_s}}};
        field.config.color.mode = u"thresholds"_s;
    }
    return data;
}

} // namespace

class TstTimeSeriesView : public QObject
{
    Q_OBJECT

private slots:
    void namesAndOrder()
    {
        const TimeSeriesView view = timeSeriesView(inputOf(chartframes::waves({u"b"_s, u"a"_s, u"c"_s})));
        QStringList names;
        for (const PlotSeries &series : view.plot.series)
            names.append(series.name);
        QCOMPARE(names, (QStringList{u"b"_s, u"a"_s, u"c"_s}));
        QCOMPARE(view.legend.items.size(), 3);
        QCOMPARE(view.plot.from, double(chartframes::kEndMs - chartframes::kSpanMs));
        QVERIFY(view.emptyReason.isEmpty());
        QVERIFY(view.plot.series[0].color != view.plot.series[1].color);
    }

    void nothingToDraw_data()
    {
        QTest::addColumn<PanelData>("data");
        QTest::addColumn<QString>("word");
        QTest::newRow("no frames") << PanelData{} << u"no series"_s;
        Frame noTime;
        noTime.fields = {chartframes::named(u"a"_s, Column::numbers({1}))};
        PanelData data;
        data.frames = {noTime};
        QTest::newRow("no time") << data << u"no time field"_s;
        QTest::newRow("only time") << chartframes::dataOf({}) << u"no numeric field"_s;
        QTest::newRow("no rows") << chartframes::numbers({{}}) << u"no series"_s;
    }

    void nothingToDraw()
    {
        QFETCH(PanelData, data);
        QFETCH(QString, word);
        const TimeSeriesView view = timeSeriesView(inputOf(data));
        QVERIFY2(view.emptyReason.contains(word), qPrintable(view.emptyReason));
    }

    void negativeYTurnsThePictureNotTheNumbers()
    {
        const TimeSeriesInput input = inputOf(chartframes::numbers({{1, kGap, 3}}), "{}", R"({"transform":"negative-Y"})");
        const TimeSeriesView view = timeSeriesView(input);
        QCOMPARE(view.plot.series[0].y.number(2), -3.0);
        QVERIFY(std::isnan(view.plot.series[0].y.number(1)));
        QCOMPARE(view.series[0].field.values.number(2), 3.0);
        QVERIFY(*view.plot.y[0].min <= -3);
    }

    void gapsOfOldFilesAreZero()
    {
        TimeSeriesInput input = inputOf(chartframes::numbers({{1, Column::missing(), 3}}));
        for (Field &field : input.data.frames[0].fields)
            field.config.nullValueMode = u"null as zero"_s;
        const TimeSeriesView view = timeSeriesView(input);
        QCOMPARE(valuesOf(view.plot.series[0].y), (QList<double>{1, 0, 3}));
        QVERIFY(Column::isMissing(view.series[0].field.values.number(1))); // nobody is told a value that was not there
    }

    void sumsOfStacksInTheTooltip()
    {
        const auto texts = [](const char *mode, const char *options) {
            const QByteArray custom = QByteArray(R"({"stacking":{"mode":"MODE","group":"A"}})").replace("MODE", mode);
            const TimeSeriesInput input = inputOf(chartframes::numbers({{1, 2}, {3, 4}}), options, custom.constData());
            const TimeSeriesView view = timeSeriesView(input);
            QStringList shown;
            for (const auto &row : timeSeriesTooltip(view, input, {{0, 1, view.series[0].x.number(1)}, {1, 1, 0}}, 0).rows)
                shown.append(row.value);
            return shown;
        };
        QCOMPARE(texts("normal", R"({"tooltip":{"mode":"multi"}})"), (QStringList{u"2"_s, u"4"_s}));
        QCOMPARE(texts("normal", R"({"tooltip":{"mode":"multi","cumulative":true}})"), (QStringList{u"2"_s, u"6"_s}));
        QCOMPARE(texts("percent", R"({"tooltip":{"mode":"multi","cumulative":true}})"), (QStringList{u"2"_s, u"4"_s}));
    }

    void constantIsTheFirstValue()
    {
        const TimeSeriesView view = timeSeriesView(inputOf(chartframes::numbers({{kGap, 4, 9}}), "{}", R"({"transform":"constant"})"));
        QCOMPARE(valuesOf(view.plot.series[0].y), (QList<double>{4, 4, 4}));
    }

    void stacksOnTheSeriesBefore()
    {
        const TimeSeriesView view
            = timeSeriesView(inputOf(chartframes::numbers({{1, 2, 3}, {10, 20, 30}}), "{}", R"({"stacking":{"mode":"normal"}})"));
        QCOMPARE(valuesOf(view.plot.series[1].y), (QList<double>{11, 22, 33}));
        QCOMPARE(valuesOf(view.plot.series[1].base), (QList<double>{1, 2, 3}));
        QVERIFY(*view.plot.y[0].min <= 0);
        QVERIFY(*view.plot.y[0].max >= 33);
    }

    // Limits of the file are said of the values, and a stack of per cent has none of them.
    void percentStacksSpanTheWhole()
    {
        PanelData data = chartframes::numbers({{1, 2}, {3, 6}});
        for (Field &field : data.frames[0].fields) {
            field.config.min = 5;
            field.config.max = 100;
        }
        const char *custom = R"({"stacking":{"mode":"percent","group":"A"}})";
        const PlotAxis axis = timeSeriesView(inputOf(data, "{}", custom)).plot.y[0];
        QCOMPARE(axis.min, std::optional<double>(0));
        QCOMPARE(axis.max, std::optional<double>(1));
        const PlotAxis below = timeSeriesView(inputOf(chartframes::numbers({{-1, -2}, {3, 6}}), "{}", custom)).plot.y[0];
        QCOMPARE(below.min, std::optional<double>(-1));
        QCOMPARE(below.max, std::optional<double>(1));
    }

    void stacksSeriesOfOtherTimes()
    {
        PanelData data = chartframes::numbers({{1, 2, 3}});
        Frame other = data.frames[0];
        other.fields[0].values = Column::times({data.frames[0].fields[0].values.number(1), data.frames[0].fields[0].values.number(2)});
        other.fields[1].values = Column::numbers({10, 20});
        data.frames.append(other);
        const TimeSeriesView view = timeSeriesView(inputOf(data, "{}", R"({"stacking":{"mode":"normal"}})"));
        QCOMPARE(view.plot.series[1].y.size(), 3);
        QCOMPARE(view.plot.series[1].y.number(1), 12.0);
        QCOMPARE(view.plot.series[1].y.number(2), 23.0);
    }

    void rowsOutOfOrderAreSorted()
    {
        PanelData data = chartframes::numbers({{1, 2, 3}});
        data.frames[0].fields[0].values = Column::times({3000, 1000, 2000});
        const TimeSeriesView view = timeSeriesView(inputOf(data));
        QCOMPARE(valuesOf(view.plot.series[0].x), (QList<double>{1000, 2000, 3000}));
        QCOMPARE(valuesOf(view.plot.series[0].y), (QList<double>{2, 3, 1}));
    }

    void axesByUnit()
    {
        PanelData data = chartframes::numbers({{1, 2}, {3, 4}, {5, 6}});
        data.frames[0].fields[2].config.unit = u"s"_s;
        const TimeSeriesView view = timeSeriesView(inputOf(data));
        QCOMPARE(view.plot.y.size(), 2);
        QCOMPARE(view.plot.series[0].axis, 0);
        QCOMPARE(view.plot.series[1].axis, 1);
        QCOMPARE(view.plot.series[2].axis, 0);
        QVERIFY(!view.plot.y[0].right && view.plot.y[1].right);
        QVERIFY(view.plot.y[0].grid && !view.plot.y[1].grid);
    }

    void clicksInTheLegend()
    {
        TimeSeriesInput input = inputOf(chartframes::numbers({{1, 2}, {10, 20}, {100, 200}}));
        TimeSeriesView view = timeSeriesView(input);
        input.choice = clickLegend(view, input.choice, 1, false);
        view = timeSeriesView(input);
        QCOMPARE(view.shownSeries(), (QList<int>{1}));
        QVERIFY2(*view.plot.y[0].max < 100, "the axis fits the isolated series");
        QCOMPARE(view.legend.items[0].state, LegendItem::State::Dimmed);
        QVERIFY(view.plot.series[0].alpha < 0.5);
        const TimeSeriesView isolated = view;
        QCOMPARE(
            timeSeriesView({input.data, input.options, clickLegend(isolated, input.choice, 1, false), input.range}).shownSeries().size(),
            3);
        input.choice = clickLegend(isolated, input.choice, 2, true); // one more
        view = timeSeriesView(input);
        QCOMPARE(view.shownSeries(), (QList<int>{1, 2}));
        input.choice = clickLegend(view, input.choice, 1, true); // one less
        view = timeSeriesView(input);
        QCOMPARE(view.shownSeries(), (QList<int>{2}));
        QVERIFY(!view.plot.series[1].visible);
        QCOMPARE(view.legend.items[1].state, LegendItem::State::Off);
    }

    void hiddenByTheFileCanBeShown()
    {
        TimeSeriesInput input = inputOf(chartframes::numbers({{1, 2}}), "{}", R"({"hideFrom":{"viz":true}})");
        const TimeSeriesView view = timeSeriesView(input);
        QVERIFY(view.shownSeries().isEmpty());
        input.choice = clickLegend(view, input.choice, 0, true);
        QCOMPARE(timeSeriesView(input).shownSeries().size(), 1);
    }

    void columnClicksGoRound()
    {
        TimeSeriesInput input = inputOf(chartframes::numbers({{1, 2}, {10, 20}}), R"({"legend":{"displayMode":"table","calcs":["max"]}})");
        QList<std::pair<int, bool>> seen;
        for (int i = 0; i < 3; ++i) {
            input.choice = clickColumn(timeSeriesView(input), input.choice, 0);
            const LegendModel legend = timeSeriesView(input).legend;
            seen.append({legend.sortColumn, legend.sortDescending});
        }
        QCOMPARE(seen[0], std::pair(0, true));
        QCOMPARE(seen[1], std::pair(0, false));
        QCOMPARE(seen[2].first, -2);
    }

    void tooltip_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<int>("hot");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("single") << QByteArray("{}") << 1 << QStringList{u"b"_s};
        QTest::newRow("single, nothing near") << QByteArray("{}") << -1 << QStringList{};
        QTest::newRow("none") << QByteArray(R"({"tooltip":{"mode":"none"}})") << 1 << QStringList{};
        QTest::newRow("all") << QByteArray(R"({"tooltip":{"mode":"multi"}})") << 1 << QStringList{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("descending") << QByteArray(R"({"tooltip":{"mode":"multi","sort":"desc"}})") << 1
                                    << QStringList{u"c"_s, u"a"_s, u"b"_s};
        QTest::newRow("no zeros") << QByteArray(R"({"tooltip":{"mode":"multi","hideZeros":true}})") << 0 << QStringList{u"a"_s, u"c"_s};
    }

    void tooltip()
    {
        QFETCH(QByteArray, options);
        QFETCH(int, hot);
        const TimeSeriesInput input = inputOf(sample(), options.constData());
        const TimeSeriesView view = timeSeriesView(input);
        const double x = view.series[0].x.number(2);
        const TooltipModel model = timeSeriesTooltip(view, input, {{0, 2, x}, {1, 2, x}, {2, 2, x}}, hot);
        QStringList names;
        for (const TooltipRow &row : model.rows)
            names.append(row.name);
        QTEST(names, "names");
        if (names.size() > 1) {
            QCOMPARE(model.head, u"2026-11-22 18:32:00"_s);
            QCOMPARE(model.headNote, u"UTC"_s);
            QVERIFY(model.foot.contains(u"Total 8"_s));
            QCOMPARE(std::count_if(model.rows.begin(), model.rows.end(), [](const TooltipRow &row) { return row.hot; }),
                     names.contains(u"b"_s) || hot == 0);
        }
    }

    void thresholds()
    {
        const TimeSeriesView view = timeSeriesView(inputOf(sample(), "{}", R"({"thresholdsStyle":{"mode":"dashed+area"}})"));
        QCOMPARE(view.plot.thresholds.size(), 2); // once for all series of the axis
        QVERIFY(!view.plot.thresholds[0].line && view.plot.thresholds[0].band);
        QVERIFY(view.plot.thresholds[1].line && view.plot.thresholds[1].dashed);
        QCOMPARE(view.plot.thresholds[1].from, 4.0);
    }

    void sameInputSameModel()
    {
        const TimeSeriesInput input = inputOf(sample());
        const TimeSeriesView first = timeSeriesView(input);
        QVERIFY(shown(input, &first) == shown(input, &first));
        QCOMPARE(timeSeriesView(input, &first).plot, first.plot);
    }

    void everyOptionChangesSomething_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("custom");
        const auto row = [](const char *key, const char *after, const char *before = "{}", const char *custom = "{}") {
            QTest::newRow(key) << QByteArray(before) << QByteArray(after) << QByteArray(custom);
        };
        row("tooltip.cumulative", R"({"tooltip":{"mode":"multi","cumulative":true}})", R"({"tooltip":{"mode":"multi"}})",
            R"({"stacking":{"mode":"normal","group":"A"}})");
        row("tooltip.mode", R"({"tooltip":{"mode":"multi"}})");
        row("tooltip.sort", R"({"tooltip":{"mode":"multi","sort":"desc"}})", R"({"tooltip":{"mode":"multi"}})");
        row("tooltip.hideZeros", R"({"tooltip":{"mode":"multi","hideZeros":true}})", R"({"tooltip":{"mode":"multi"}})");
        row("tooltip.hoverProximity", R"({"tooltip":{"hoverProximity":10}})");
        row("tooltip.maxWidth", R"({"tooltip":{"maxWidth":200}})");
        row("tooltip.maxHeight", R"({"tooltip":{"maxHeight":200}})");
        row("legend.showLegend", R"({"legend":{"showLegend":false}})");
        row("legend.displayMode", R"({"legend":{"displayMode":"table"}})");
        row("legend.placement", R"({"legend":{"placement":"right"}})");
        row("legend.calcs", R"({"legend":{"calcs":["max"]}})");
        row("legend.sortBy", R"({"legend":{"displayMode":"table","calcs":["max"],"sortBy":"Max"}})",
            R"({"legend":{"displayMode":"table","calcs":["max"]}})");
        row("legend.sortDesc", R"({"legend":{"displayMode":"table","sortBy":"Name","sortDesc":true}})",
            R"({"legend":{"displayMode":"table","sortBy":"Name"}})");
        row("legend.width", R"({"legend":{"placement":"right","width":"40%"}})", R"({"legend":{"placement":"right"}})");
        row("legend.limit", R"({"legend":{"limit":1}})");
        row("legend.isVisible", R"({"legend":{"isVisible":false}})");
        row("legend.asTable", R"({"legend":{"asTable":true}})");
    }

    void everyOptionChangesSomething()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, custom);
        const TimeSeriesInput one = inputOf(sample(), before.constData(), custom.constData());
        const TimeSeriesView view = timeSeriesView(one);
        QList<OptionProblem> problems;
        timeSeriesOptions().read(parsed(after.constData()), &problems);
        QVERIFY(problems.isEmpty());
        QVERIFY(shown(one, &view) == shown(one, &view));
        QVERIFY(!(shown(one, &view) == shown(inputOf(sample(), after.constData(), custom.constData()), &view)));
    }

    void everyFieldOptionChangesSomething_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *key, const char *after, const char *before = "{}") {
            QTest::newRow(key) << QByteArray(before) << QByteArray(after);
        };
        row("drawStyle", R"({"drawStyle":"bars"})");
        row("lineInterpolation", R"({"lineInterpolation":"stepAfter"})");
        row("lineWidth", R"({"lineWidth":3})");
        row("lineStyle.fill", R"({"lineStyle":{"fill":"dash"}})");
        row("lineStyle.dash", R"({"lineStyle":{"fill":"dash","dash":[3,4]}})", R"({"lineStyle":{"fill":"dash"}})");
        row("fillOpacity", R"({"fillOpacity":20})");
        row("gradientMode", R"({"gradientMode":"scheme"})");
        row("fillBelowTo", R"({"fillBelowTo":"b"})");
        row("showPoints", R"({"showPoints":"always"})");
        row("pointSize", R"({"pointSize":9})");
        row("barAlignment", R"({"barAlignment":1})");
        row("barWidthFactor", R"({"barWidthFactor":0.9})");
        row("barMaxWidth", R"({"barMaxWidth":20})");
        row("spanNulls", R"({"spanNulls":60000})");
        row("insertNulls", R"({"insertNulls":60000})");
        row("stacking.mode", R"({"stacking":{"mode":"percent"}})");
        row("stacking.group", R"({"stacking":{"mode":"normal","group":"B"}})", R"({"stacking":{"mode":"normal"}})");
        row("transform", R"({"transform":"negative-Y"})");
        row("thresholdsStyle.mode", R"({"thresholdsStyle":{"mode":"line"}})");
        row("hideFrom.viz", R"({"hideFrom":{"viz":true}})");
        row("hideFrom.legend", R"({"hideFrom":{"legend":true}})");
        row("hideFrom.tooltip", R"({"hideFrom":{"tooltip":true}})");
        row("axisPlacement", R"({"axisPlacement":"right"})");
        row("axisLabel", R"({"axisLabel":"requests"})");
        row("axisWidth", R"({"axisWidth":90})");
        row("axisSoftMin", R"({"axisSoftMin":-50})");
        row("axisSoftMax", R"({"axisSoftMax":500})");
        row("axisCenteredZero", R"({"axisCenteredZero":true})");
        row("axisGridShow", R"({"axisGridShow":false})");
        row("axisBorderShow", R"({"axisBorderShow":true})");
        row("axisColorMode", R"({"axisColorMode":"series"})");
        row("scaleDistribution.type", R"({"scaleDistribution":{"type":"log"}})");
        row("scaleDistribution.log", R"({"scaleDistribution":{"type":"log","log":10}})", R"({"scaleDistribution":{"type":"log","log":2}})");
        row("scaleDistribution.linearThreshold", R"({"scaleDistribution":{"type":"symlog","linearThreshold":5}})",
            R"({"scaleDistribution":{"type":"symlog","linearThreshold":1}})");
    }

    // Set on the first series alone, as an override does; the time field keeps to the defaults.
    void everyFieldOptionChangesSomething()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const auto with = [](const QByteArray &custom) {
            TimeSeriesInput input = inputOf(sample());
            for (int i = 2; i <= 3; ++i)
                input.data.frames[0].fields[i].config.custom = parsed(R"({"stacking":{"mode":"none","group":"A"}})");
            input.data.frames[0].fields[1].config.custom = parsed(custom.constData());
            if (custom.contains("normal"))
                input.data.frames[0].fields[2].config.custom = parsed(R"({"stacking":{"mode":"normal","group":"B"}})");
            return input;
        };
        QList<OptionProblem> problems;
        timeSeriesFieldOptions().read(parsed(after.constData()), &problems);
        QVERIFY(problems.isEmpty());
        const TimeSeriesView view = timeSeriesView(with(before));
        QVERIFY(shown(with(before), &view) == shown(with(before), &view));
        QVERIFY(!(shown(with(before), &view) == shown(with(after), &view)));
    }

    void noOptionIsLeftOut()
    {
        QFile self(QStringLiteral(SOURCE_DIR "/tests/panels/timeseries/tst_timeseriesview.cpp"));
        QVERIFY(self.open(QIODevice::ReadOnly));
        const QByteArray text = self.readAll();
        for (const OptionRow &row : timeSeriesOptions().rows() + timeSeriesFieldOptions().rows())
            QVERIFY2(text.contains("row(\"" + row.key.toUtf8() + "\""), qPrintable(row.key));
    }
};

ADD_TEST(TstTimeSeriesView)
#include "tst_timeseriesview.moc"
