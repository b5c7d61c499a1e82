// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/stat/statpanel.h>
#include <panels/stat/statview.h>
#include <panels/valuetext.h>
#include <tests/panels/panelsamples.h>
#include <tests/support/testmain.h>
#include <widgets/theme/digits.h>

using namespace samples;

class TstStatView : public QObject
{
    Q_OBJECT

    static QList<FieldDisplay> values(const PanelData &data) { return fieldDisplays(data.frames, {}, Brightness::Dark); }
    static StatView view(const PanelData &data, const StatOptions &options, const QSizeF &size)
    {
        return layoutStat(values(data), options, size, Theme::dark());
    }

private slots:
    void readsOptions()
    {
        QList<OptionProblem> problems;
        const Json json
            = *Json::parse(R"({"colorMode":"background","graphMode":"line","textMode":"sideways","reduceOptions":{"calcs":["mean"]}})");
        const StatOptions options = statSchema().read(json, &problems);
        QCOMPARE(options.colorMode, StatOptions::ColorMode::Background);
        QCOMPARE(options.graphMode, StatOptions::GraphMode::Line);
        QCOMPARE(options.textMode, StatOptions::TextMode::Auto);
        QCOMPARE(options.reduce.calcs, QStringList{u"mean"_s});
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().key, u"textMode"_s);
    }

    void namesOnlyWhenSeveral()
    {
        QVERIFY(view(many(1), {}, {300, 168}).items.first().name.isEmpty());
        QCOMPARE(view(many(2), {}, {300, 168}).items.first().name, u"app-1:8000"_s);
    }

    void allItemsInOneSize()
    {
        const StatView several = view(many(7), {}, {600, 268});
        for (const StatItem &item : several.items)
            QCOMPARE(item.valuePx, several.items.first().valuePx);
    }

    void numberIsNeverElided_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {40, 60, 90, 150, 300, 600})
            QTest::addRow("%d", width) << width;
    }

    void numberIsNeverElided()
    {
        QFETCH(int, width);
        const PanelData data = samples::data({series({number(u"n"_s, wave(-128930000), u"celsius"_s)})});
        const StatView one = view(data, {}, QSizeF(width, 88));
        const StatItem item = one.items.first();
        const double wide = BigNumber(item.number, item.unit, item.valuePx, item.unitFirst).width();
        QVERIFY2(wide <= item.valueRect.width() + 0.5 || item.valuePx == 7, qPrintable(QString::number(wide)));
        QVERIFY(!item.number.contains(u'…'));
    }

    void unitGoesFirst()
    {
        ValueText value{u"128930000"_s, u"furlongs per fortnight"_s};
        const int px = fitValue(value, 120, 60, 64);
        QVERIFY(value.unit.isEmpty());
        QVERIFY(px >= 14);
        QCOMPARE(value.number, u"128930000"_s);
    }

    // A milli is part of the number: print gets smaller before it goes.
    void unitsThatScaleStay()
    {
        ValueText value{u"776"_s, u"mW"_s};
        QVERIFY(fitValue(value, 40, 60, 64) < 14);
        QCOMPARE(value.unit, u"mW"_s);
    }

    void namesGiveWayToPrintOfAFixedSize()
    {
        StatOptions options;
        options.text.valueSize = 16;
        const PanelData sample = data({series({number(u"Time that it runs"_s, {1.1, 1.1}, u"s"_s), number(u"b"_s, {2, 2}, u"s"_s)})});
        for (const StatItem &item : view(sample, options, {120, 80}).items)
            QVERIFY(item.nameRect.right() + BigNumber(item.number, item.unit, item.valuePx).width() <= item.valueRect.right());
    }

    void namesNeverLieUnderTheirValue()
    {
        for (const double ms : {3.0, 995.7, 86'400'000.0}) {
            const PanelData sample = data({series({number(u"unifipoller_device_uptime_seconds"_s, {ms, ms}, u"dtdurationms"_s),
                                                   number(u"another_name_that_is_long"_s, {ms, ms}, u"dtdurationms"_s)})});
            for (const QSizeF &room : {QSizeF(116, 110), QSizeF(116, 60), QSizeF(240, 60)})
                for (const StatItem &item : view(sample, {}, room).items) {
                    QRectF printed = item.valueRect;
                    printed.setLeft(printed.right() - BigNumber(item.number, item.unit, item.valuePx).width());
                    QVERIFY(item.nameRect.width() < 1 || !item.nameRect.intersects(printed));
                }
        }
    }

    void fixedSizeShrinksInSmallPanels()
    {
        StatOptions options;
        options.text.valueSize = 80;
        const PanelData sample = data({series({number(u"a"_s, {79.2}), number(u"b"_s, {46.6})})});
        for (const StatItem &item : view(sample, options, {190, 110}).items) {
            QVERIFY(BigNumber(item.number, item.unit, item.valuePx).width() <= item.rect.width());
            QVERIFY(item.valueRect.top() >= item.rect.top() && item.valueRect.bottom() <= item.rect.bottom());
        }
        QCOMPARE(view(sample, options, {1200, 400}).items.first().valuePx, 80);
    }

    void spikeSurvivesDecimation()
    {
        std::vector<double> values(1'000'000, 1.0);
        values[777'777] = 100;
        const StatView one = view(data({series({number(u"n"_s, values)})}), {}, {300, 168});
        double top = 1e9;
        qsizetype points = 0;
        for (const QPolygonF &run : one.items.first().spark) {
            points += run.size();
            top = std::min(top, run.boundingRect().top());
        }
        QVERIFY(points < 5000);
        QVERIFY(top < one.items.first().sparkRect.top() + 6);
    }

    void gapsCutTheLine()
    {
        const StatView one = view(data({series({number(u"n"_s, {1, 2, Column::missing(), 3, 4})})}), {}, {300, 168});
        QCOMPARE(one.items.first().spark.size(), size_t(2));
    }

    void manyScroll()
    {
        const StatView fifty = view(many(50), {}, {300, 168});
        QVERIFY(fifty.content().height() > 168);
        QVERIFY(fifty.content().width() <= 300.5);
        QCOMPARE(fifty.itemAt(fifty.items[49].rect.center()), 49);
    }

    void everyOptionActs()
    {
        const QList<Json> bases{Json::object(), *Json::parse(R"({"showPercentChange":true})"),
                                *Json::parse(R"({"reduceOptions":{"values":true,"limit":3}})"),
                                *Json::parse(R"({"textMode":"value_and_name"})")};
        const QStringList dead = deadOptions(statPanel(), bases, {many(3), many(1)}, {QSize(560, 180), QSize(300, 140)});
        QCOMPARE(dead, QStringList());
    }
};

ADD_TEST(TstStatView)
#include "tst_statview.moc"
