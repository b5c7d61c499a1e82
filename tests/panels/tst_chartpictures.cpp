// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/panels/chartframes.h>
#include <tests/panels/panelpicture.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

Json parsed(const char *text)
{
    return Json::parse(text).value_or(Json());
}

PanelData withCustom(PanelData data, const char *custom)
{
    for (Frame &frame : data.frames) {
        for (Field &field : frame.fields)
            field.config.custom = parsed(custom);
    }
    return data;
}

PanelData gaps()
{
    std::vector<double> values;
    for (int i = 0; i < 121; ++i)
        values.push_back(i % 40 > 30 ? Column::missing() : 20 + i % 17);
    return chartframes::dataOf({chartframes::named(u"a"_s, Column::numbers(values))});
}

PanelData single()
{
    std::vector<double> values(121, Column::missing());
    values[60] = 32;
    return chartframes::dataOf({chartframes::named(u"app-1:8000"_s, Column::numbers(values))});
}

PanelData negative()
{
    PanelData data = chartframes::waves({u"received"_s, u"sent"_s}, 121, u"bytes"_s);
    for (int i = 0; i < 2; ++i)
        data.frames[0].fields[i + 1].values = chartframes::wave(30 + i, 121, 2.4e6, 5e5);
    data = withCustom(data, R"({"fillOpacity":22,"gradientMode":"opacity"})");
    data.frames[0].fields[2].config.custom = parsed(R"({"fillOpacity":22,"gradientMode":"opacity","transform":"negative-Y"})");
    return data;
}

PanelData usual()
{
    PanelData data = chartframes::waves({u"/api/orders"_s, u"/api/search"_s, u"/api/cart"_s, u"/login"_s});
    return withCustom(data, R"({"lineWidth":1.5,"fillOpacity":10,"gradientMode":"opacity","showPoints":"never"})");
}

PanelData many()
{
    QStringList names;
    for (int i = 0; i < 50; ++i)
        names.append(u"instance-%1.example.org:9100"_s.arg(i));
    return chartframes::waves(names);
}

PanelData longNames()
{
    return chartframes::waves({uR"({namespace="checkout-production", pod="orders-api-7c9d8f6b5-x2v9k"})"_s,
                               uR"({namespace="checkout-production", pod="orders-api-7c9d8f6b5-q8n4d"})"_s});
}

PanelData stacked()
{
    return withCustom(chartframes::waves({u"a"_s, u"b"_s, u"c"_s}), R"({"fillOpacity":30,"stacking":{"mode":"normal","group":"A"}})");
}

const char *const kTable
    = R"({"legend":{"displayMode":"table","placement":"right","calcs":["mean","max","lastNotNull"],"sortBy":"Mean","sortDesc":true},
    "tooltip":{"mode":"multi","sort":"desc"}})";

} // namespace

// Each chart type at the sizes of the design sheet, dark, light and at 2x: nothing is blank, nothing is the same in both themes.
class TstChartPictures : public QObject
{
    Q_OBJECT

private slots:
    void pictures_data()
    {
        QTest::addColumn<PanelPicture>("picture");
        const QList<QSize> sizes{{150, 88}, {300, 168}, {600, 268}, {1200, 468}};
        const auto add = [&](const char *name, const QString &type, const PanelData &data, const char *options = "{}") {
            for (const QSize &size : sizes)
                QTest::addRow("%s-%d", name, size.width()) << PanelPicture{type, parsed(options), data, size};
        };
        const QString ts = u"timeseries"_s;
        add("ts", ts, usual(), kTable);
        add("ts-list", ts, usual());
        add("ts-bottomtable", ts, usual(), R"({"legend":{"displayMode":"table","calcs":["mean","max","lastNotNull"]}})");
        add("ts-none", ts, PanelData{});
        add("ts-one", ts, single());
        add("ts-negative", ts, negative());
        add("ts-long", ts, longNames());
        add("ts-many", ts, many());
        add("ts-gaps", ts, gaps());
        add("ts-stacked", ts, stacked());
        add("ts-bars", ts, withCustom(chartframes::waves({u"a"_s}, 40), R"({"drawStyle":"bars","fillOpacity":60})"));
        const QString heat = u"heatmap"_s;
        add("heat", heat, chartframes::buckets(), R"({"color":{"scheme":"YlGnBu"},"cellValues":{"unit":"short"}})");
        add("heat-oranges", heat, chartframes::buckets());
        add("heat-opacity", heat, chartframes::buckets(), R"({"color":{"mode":"opacity"}})");
        add("heat-one", heat, chartframes::buckets(44, true));
        add("heat-none", heat, PanelData{});
    }

    void pictures()
    {
        QFETCH(PanelPicture, picture);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const QImage dark = picture.image();
        PanelPicture::keep(dark, name + u"-dark"_s);
        QVERIFY(colorCount(dark) > 3);
        picture.light = true;
        const QImage light = picture.image();
        PanelPicture::keep(light, name + u"-light"_s);
        QVERIFY(light != dark);
        if (picture.size.width() == 300) {
            picture.ratio = 2;
            const QImage sharp = picture.image();
            PanelPicture::keep(sharp, name + u"-light@2x"_s);
            QCOMPARE(sharp.size(), picture.size * 2);
        }
    }
};

ADD_TEST(TstChartPictures)
#include "tst_chartpictures.moc"
