// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/gauge/gaugepanel.h>
#include <panels/gauge/gaugeview.h>
#include <tests/panels/panelsamples.h>
#include <tests/support/testmain.h>

using namespace samples;

class TstGaugeView : public QObject
{
    Q_OBJECT

    static GaugeView view(const PanelData &data, const GaugeOptions &options, const QSizeF &size)
    {
        return layoutGauge(fieldDisplays(data.frames, {}, Brightness::Dark), options, size, Theme::dark());
    }
    static PanelData at(double value, double min, double max)
    {
        return data({series({number(u"n"_s, {value, value}, u"none"_s, min, max)})});
    }

private slots:
    void arcFollowsTheValue_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("share"); // of the arc
        QTest::addRow("half") << 50.0 << 0.5;
        QTest::addRow("above the scale") << 500.0 << 1.0;
        QTest::addRow("infinite") << double(INFINITY) << 1.0;
        QTest::addRow("quarter") << 25.0 << 0.25;
    }

    void arcFollowsTheValue()
    {
        QFETCH(double, value);
        QFETCH(double, share);
        const GaugeItem item = view(at(value, 0, 100), {}, {300, 168}).items.first();
        QVERIFY(item.value);
        QVERIFY(std::abs((item.value->to - item.track.from) / (item.track.to - item.track.from) - share) < 1e-6);
    }

    void negativeScaleStartsAtZero()
    {
        const GaugeItem item = view(at(-20, -40, 40), {}, {300, 168}).items.first();
        const double middle = (item.track.from + item.track.to) / 2;
        QVERIFY(std::abs(item.value->to - middle) < 1e-6);
        QVERIFY(item.value->from < middle);
    }

    void bandHasAColorAStep()
    {
        const GaugeItem item = view(at(50, 0, 100), {}, {300, 168}).items.first();
        QCOMPARE(item.band.size(), 3);
        QVERIFY(item.bandRadius > item.ringRadius);
        GaugeOptions off;
        off.showThresholdMarkers = false;
        QVERIFY(view(at(50, 0, 100), off, {300, 168}).items.first().band.isEmpty());
    }

    void staysInsideItsCell()
    {
        for (const QSizeF &size : {QSizeF(150, 88), QSizeF(300, 168), QSizeF(600, 268), QSizeF(1200, 800)}) {
            const GaugeItem item = view(at(50, 0, 100), {}, size).items.first();
            const double outer = item.bandRadius + item.bandWidth / 2;
            QVERIFY(item.center.x() - outer >= 0 && item.center.x() + outer <= size.width());
            QVERIFY(item.center.y() - outer >= 0);
        }
    }

    void nothingIsNotZero()
    {
        const PanelData none = data({series({number(u"n"_s, {Column::missing(), Column::missing()}, u"none"_s, 0, 10)})});
        for (const GaugeItem &item : view(none, {}, {300, 168}).items)
            QVERIFY(!item.value);
    }

    void everyOptionActs()
    {
        const QList<Json> bases{Json::object(), *Json::parse(R"({"sizing":"manual","minVizWidth":300,"minVizHeight":300})"),
                                *Json::parse(R"({"reduceOptions":{"values":true,"limit":3}})")};
        QCOMPARE(deadOptions(gaugePanel(), bases, {many(4), many(1)}, {QSize(420, 260), QSize(300, 140)}).join(u","_s), QString());
    }
};

ADD_TEST(TstGaugeView)
#include "tst_gaugeview.moc"
