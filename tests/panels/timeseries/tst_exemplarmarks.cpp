// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QClipboard>
#include <panels/timeseries/exemplars.h>
#include <panels/timeseries/timeseriespanel.h>
#include <tests/panels/chartframes.h>
#include <tests/panels/chartstage.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

const auto kTrace = u"4bf92f3577b34da6a3ce929d0e0e4736"_s;

Frame exemplarFrame(std::vector<double> times, std::vector<double> values, const QString &text = u"<b>api</b>"_s)
{
    const size_t rows = times.size();
    return {{},
            u"A"_s,
            Frame::Kind::Table,
            {Field{u"Time"_s, {}, Column::times(std::move(times)), {}, {}},
             Field{u"Value"_s, {}, Column::numbers(std::move(values)), {}, {}},
             Field{u"trace_id"_s, {}, Column::texts(std::vector<QString>(rows, kTrace)), {}, {}},
             Field{u"service"_s, {}, Column::texts(std::vector<QString>(rows, text)), {}, {}},
             Field{u"empty"_s, {}, Column::texts(std::vector<QString>(rows, u""_s)), {}, {}}}};
}

PanelData data(const Frame &exemplars)
{
    PanelData made = chartframes::waves({u"/api/orders"_s, u"/api/search"_s});
    made.exemplars = {exemplars};
    return made;
}

TimeSeriesView viewOf(const PanelData &data)
{
    TimeSeriesInput input;
    input.data = data;
    input.range = data.range;
    return timeSeriesView(input);
}

double at(double share)
{
    return double(chartframes::kEndMs) - (1 - share) * double(chartframes::kSpanMs);
}

PanelPicture picture(bool light)
{
    std::vector<double> times;
    std::vector<double> values;
    for (int i = 1; i < 24; ++i) {
        times.push_back(at(i / 24.0));
        values.push_back(i == 12 ? 5'000 : 20 + 25 * std::sin(i * 1.7) + i % 5 * 4);
    }
    PanelPicture made;
    made.type = u"timeseries"_s;
    made.data = data(exemplarFrame(times, values));
    made.size = {760, 300};
    made.light = light;
    return made;
}

} // namespace

// Exemplars on a time series panel.
class TstExemplarMarks : public QObject
{
    Q_OBJECT

private slots:
    void onlyThoseOfTheRange()
    {
        const TimeSeriesView view = viewOf(data(exemplarFrame({at(-0.1), at(0.5), at(0.7), at(1.1)}, {1, 2, NAN, 4})));
        QCOMPARE(view.plot.diamonds, (QList<PlotDiamond>{{at(0.5), 2, 0}}));
        QCOMPARE(view.exemplars, (QList<ExemplarRow>{{0, 1}}));
        const TimeSeriesView plain = viewOf(chartframes::waves({u"/api/orders"_s, u"/api/search"_s}));
        QVERIFY(view.plot.y.first().max == plain.plot.y.first().max && view.legend.items.size() == plain.legend.items.size());
    }

    void onTheAxisOfItsQuery()
    {
        PanelData shown = chartframes::waves({u"/api/orders"_s}, 181, u"reqps"_s);
        shown.frames.first().refId = u"A"_s;
        Frame seconds = chartframes::waves({u"p95"_s}, 181, u"s"_s).frames.first();
        seconds.refId = u"B"_s;
        seconds.fields.last().config.custom = *Json::parse("{\"axisPlacement\": \"right\"}");
        shown.frames.append(seconds);
        shown.exemplars = {exemplarFrame({at(0.25)}, {7}), exemplarFrame({at(0.5)}, {0.3})};
        shown.exemplars[1].refId = u"B"_s;
        TimeSeriesInput input;
        input.data = shown;
        input.range = shown.range;
        const TimeSeriesView view = timeSeriesView(input);
        QCOMPARE(view.plot.y.size(), 2);
        QCOMPARE(view.plot.diamonds, (QList<PlotDiamond>{{at(0.25), 7, 0}, {at(0.5), 0.3, view.plot.series[1].axis}}));
        QVERIFY(view.plot.diamonds[1].axis != 0);
        QCOMPARE(exemplarTooltip(view, input, {}, 0).rows.first().value, u"7 req/s"_s);
        QCOMPARE(exemplarTooltip(view, input, {}, 1).rows.first().value, u"300 ms"_s);
    }

    void linksOfTheSource()
    {
        PanelData shown = data(exemplarFrame({at(0.5)}, {7}));
        shown.exemplars.first().fields[2].config.links
            = {{{}, u"https://t.example/trace/${__value.raw}"_s, true, false}, {u"bad"_s, u"javascript:${__value.raw}"_s, true, false}};
        shown.exemplars.first().fields[3].config.links = {{u"Service"_s, u"http://t.example/?s=${__value.raw}"_s, true, false}};
        TimeSeriesInput input;
        input.data = shown;
        input.range = shown.range;
        const TooltipModel model = exemplarTooltip(timeSeriesView(input), input, {}, 0);
        QCOMPARE(model.links.size(), 4);
        QCOMPARE(model.links[0].url, QUrl(u"https://t.example/trace/"_s + kTrace));
        QCOMPARE(model.links[0].title, model.links[0].url.toString()); // where it goes
        QCOMPARE(model.links[1].title, u"bad"_s); // the window refuses it, and says so
        QCOMPARE(model.links[2].copy, kTrace);
        QCOMPARE(model.links[3].url.toString(QUrl::FullyEncoded), u"http://t.example/?s=%3Cb%3Eapi%3C%2Fb%3E"_s);
    }

    void ofManyTheHighest()
    {
        std::vector<double> times;
        std::vector<double> values;
        for (int i = 0; i < 9'000; ++i) {
            times.push_back(at((i + 0.5) / 9'000));
            values.push_back(i == 4'501 ? 1'000 : i % 7);
        }
        const TimeSeriesView view = viewOf(data(exemplarFrame(times, values)));
        QCOMPARE(view.plot.diamonds.size(), 2'000);
        QVERIFY(view.plot.diamonds.contains(PlotDiamond{times[4'501], 1'000, 0}));
    }

    void hoverTellsAndCopies()
    {
        for (const bool light : {false, true}) {
            ChartStage stage(picture(light));
            PanelPicture::keep(stage.image(), light ? u"exemplars-light"_s : u"exemplars-dark"_s);
            const QPoint top(int(stage.plot->pixelOf(at(0.5), 0).x()), stage.plot->plotRect().top() + 2); // 5,000 is far above the axis
            stage.move(top);
            QVERIFY(stage.tooltip());
            const TooltipModel model = stage.tooltip()->model();
            QCOMPARE(model.rows.size(), 3);
            QCOMPARE(model.rows[1].name + u'=' + model.rows[1].value, u"trace_id="_s + kTrace);
            QCOMPARE(model.rows[2].value, u"<b>api</b>"_s);
            PanelPicture::keep(stage.image(), light ? u"exemplar-hover-light"_s : u"exemplar-hover-dark"_s);
            QTest::mouseClick(stage.plot, Qt::LeftButton, {}, top);
            QVERIFY(stage.tooltip() && stage.tooltip()->isPinned());
            QGuiApplication::clipboard()->setText(u"before"_s);
            QTest::keyClick(stage.tooltip(), Qt::Key_Down);
            QTest::keyClick(stage.tooltip(), Qt::Key_Return);
            QCOMPARE(QGuiApplication::clipboard()->text(), kTrace);
            QTest::keyClick(stage.tooltip(), Qt::Key_Escape);
            stage.move(top + QPoint(0, 40));
            QVERIFY(stage.tooltip() && stage.tooltip()->model().links.isEmpty());
        }
    }
};

ADD_TEST(TstExemplarMarks)
#include "tst_exemplarmarks.moc"
