// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/gauge/gaugepanel.h>
#include <panels/gauge/gaugeview.h>
#include <tests/panels/panelpicture.h>
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

    void unitsWithoutRoomStandBelow()
    {
        const auto small = [](const QString &unit) {
            const PanelData sample = data({series({number(u"n"_s, {21.25e6, 21.25e6}, unit, 0, 1e9)})});
            return view(sample, {}, {60, 50}).items.first();
        };
        QCOMPARE(small(u"bps"_s).unitBelow, u"Mb/s"_s);
        QCOMPARE(small(u"bps"_s).text.unit, QString());
        QCOMPARE(small(u"percent"_s).unitBelow, QString());
    }

    void nothingIsNotZero()
    {
        const PanelData none = data({series({number(u"n"_s, {Column::missing(), Column::missing()}, u"none"_s, 0, 10)})});
        for (const GaugeItem &item : view(none, {}, {300, 168}).items)
            QVERIFY(!item.value);
    }

    void segmentsAreLitUpToTheValue()
    {
        GaugeOptions options;
        options.segmentCount = 10;
        const GaugeItem item = view(at(35, 0, 100), options, {300, 168}).items.first();
        QCOMPARE(item.pieces.size(), 10);
        int lit = 0;
        for (const GaugeArc &piece : item.pieces)
            lit += piece.color != item.track.color;
        QCOMPARE(lit, 4);
        QVERIFY(item.pieces[1].from > item.pieces[0].to);
    }

    void barBeginsAtTheNeutralValue()
    {
        GaugeOptions options;
        options.neutral = 60;
        options.barShape = GaugeOptions::BarShape::Rounded;
        const GaugeItem item = view(at(20, 0, 100), options, {300, 168}).items.first();
        const double whole = item.track.to - item.track.from;
        QVERIFY(std::abs((item.value->from - item.track.from) / whole - 0.2) < 1e-6);
        QVERIFY(std::abs((item.value->to - item.track.from) / whole - 0.6) < 1e-6);
        QVERIFY(item.marker);
        QVERIFY(std::abs(item.marker->center.x() - (item.center.x() + std::cos(item.value->from) * item.ringRadius)) < 1e-6);
    }

    void gradientRunsThroughTheColorsOfTheScale()
    {
        GaugeOptions options;
        options.gradient = true;
        const GaugeItem item = view(at(100, 0, 100), options, {300, 168}).items.first();
        QVERIFY(item.pieces.size() > 20);
        QSet<QRgb> colors;
        for (const GaugeArc &piece : item.pieces)
            colors.insert(piece.color.rgb());
        QVERIFY(colors.size() > 10);
    }

    void textModes_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("name");
        QTest::addRow("auto, one value") << int(GaugeOptions::TextMode::Auto) << u"50"_s << QString();
        QTest::addRow("value and name") << int(GaugeOptions::TextMode::ValueAndName) << u"50"_s << u"n"_s;
        QTest::addRow("name") << int(GaugeOptions::TextMode::Name) << u"n"_s << QString();
        QTest::addRow("none") << int(GaugeOptions::TextMode::None) << QString() << QString();
    }

    void textModes()
    {
        QFETCH(int, mode);
        GaugeOptions options;
        options.textMode = GaugeOptions::TextMode(mode);
        const GaugeItem item = view(at(50, 0, 100), options, {300, 168}).items.first();
        QTEST(item.text.number, "number");
        QTEST(item.name, "name");
    }

    void looks_data()
    {
        QTest::addColumn<QByteArray>("options");
        const auto row = [](const char *name, const char *options) { QTest::newRow(name) << QByteArray(options); };
        row("rounded", R"({"barShape":"rounded","effects":{"gradient":true},"sparkline":true})");
        row("rounded-glow",
            R"({"shape":"circle","barShape":"rounded","endpointMarker":"glow","effects":{"barGlow":true,"centerGlow":true}})");
        row("segments", R"({"segmentCount":24,"effects":{"gradient":true},"textMode":"value_and_name"})");
        row("segments-round", R"({"shape":"circle","segmentCount":12,"barShape":"rounded","neutral":50,"barWidthFactor":0.3})");
        row("legacy", "{}");
    }

    void looks()
    {
        QFETCH(QByteArray, options);
        const PanelData three
            = data({series({number(u"app-1"_s, wave(72), u"percent"_s, 0, 100), number(u"app-2"_s, wave(31), u"percent"_s, 0, 100),
                            number(u"a name that is rather long"_s, wave(94), u"percent"_s, 0, 100)})});
        for (const bool light : {false, true}) {
            const Theme &theme = light ? Theme::light() : Theme::dark();
            const QImage image = picture(gaugePanel(), *Json::parse(options), three, {640, 200}, theme, light ? 2 : 1);
            QVERIFY(colorCount(image) > 30);
            PanelPicture::keep(image, u"gauge-%1-%2"_s.arg(QLatin1String(QTest::currentDataTag()), light ? u"light"_s : u"dark"_s));
        }
    }

    void everyOptionActs()
    {
        const QList<Json> bases{Json::object(), *Json::parse(R"({"barShape":"rounded","reduceOptions":{"calcs":["mean"]}})"),
                                *Json::parse(R"({"segmentCount":8})"),
                                *Json::parse(R"({"sizing":"manual","minVizWidth":300,"minVizHeight":300})"),
                                *Json::parse(R"({"reduceOptions":{"values":true,"limit":3}})")};
        QCOMPARE(deadOptions(gaugePanel(), bases, {many(4), many(1)}, {QSize(420, 260), QSize(300, 140)}).join(u","_s), QString());
    }
};

ADD_TEST(TstGaugeView)
#include "tst_gaugeview.moc"
