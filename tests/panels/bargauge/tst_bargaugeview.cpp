// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/bargauge/bargaugepanel.h>
#include <panels/bargauge/bargaugeview.h>
#include <tests/panels/panelsamples.h>
#include <tests/support/testmain.h>
#include <widgets/legend.h>

using namespace samples;

class TstBarGaugeView : public QObject
{
    Q_OBJECT

    static BarGaugeView view(const PanelData &data, const BarGaugeOptions &options, const QSizeF &size)
    {
        return layoutBarGauge(fieldDisplays(data.frames, {}, Brightness::Dark), options, size, Theme::dark());
    }
    static BarGaugeOptions horizontal(BarGaugeOptions::DisplayMode mode = BarGaugeOptions::DisplayMode::Basic)
    {
        BarGaugeOptions options;
        options.orientation = VizOrientation::Horizontal;
        options.displayMode = mode;
        return options;
    }
    static PanelData at(double value, double min, double max)
    {
        return data({series({number(u"n"_s, {value, value}, u"none"_s, min, max)})});
    }

private slots:
    void legendAsTheFileSays()
    {
        const QList<FieldDisplay> values = fieldDisplays(
            data({series({number(u"a"_s, {1, 3}, u"s"_s), number(u"b"_s, {70, 90}, u"s"_s)})}).frames, {}, Brightness::Dark);
        const auto legend = [&](const char *options) {
            return barGaugeLegend(values, barGaugeSchema().read(*Json::parse(options)).legend, Brightness::Dark, QTimeZone::utc());
        };
        QVERIFY(legend("{}").items.isEmpty()); // as Grafana: only when asked for
        QVERIFY(legend(R"({"legend": {"showLegend": false, "displayMode": "table"}})").items.isEmpty());
        const LegendModel table = legend(R"({"legend": {"showLegend": true, "displayMode": "table", "placement": "right",
                                             "calcs": ["max", "nonsense", "mean"], "sortBy": "Max", "sortDesc": true}})");
        QVERIFY(table.table && table.right);
        QCOMPARE(table.columns, QStringList({u"Max"_s, u"Mean"_s}));
        QCOMPARE(table.items.size(), 2);
        QCOMPARE(table.items.first().name, u"b"_s);
        QCOMPARE(table.items.first().color, toQColor(values.last().value.color));
        QCOMPARE(table.items.last().values.first().number, 3.0);
        QCOMPARE(legend(R"({"legend": {"showLegend": true, "limit": 1}})").items.size(), 1);
    }

    // 776 mW is not 776 W: print gets smaller, only per cent signs go.
    void unitsThatScaleStay()
    {
        const auto shown = [](const QString &unit, const QSizeF &room, double value = 0.776) {
            const PanelData sample = data({series({number(u"a"_s, {value, value}, unit), number(u"b"_s, {2, 2}, unit)})});
            return view(sample, {}, room);
        };
        const BarGaugeView narrow = shown(u"watt"_s, {100, 90});
        QVERIFY(narrow.vertical);
        QCOMPARE(narrow.items.first().text.unit, u"mW"_s);
        QVERIFY(narrow.valuePx < shown(u"watt"_s, {600, 300}).valuePx);
        QCOMPARE(shown(u"percent"_s, {46, 40}, 1234567890).items.first().text.unit, QString());
    }

    void legendTakesItsRoom()
    {
        const PanelType type = bargaugePanel();
        std::unique_ptr<PanelWidget> panel(type.create(nullptr));
        panel->resize(400, 200);
        panel->setData(data({series({number(u"a"_s, {1, 3}), number(u"b"_s, {70, 90})})}));
        panel->setOptions(*Json::parse(R"({"orientation": "horizontal"})"));
        auto *legend = panel->findChild<LegendView *>();
        QVERIFY(legend->isHidden());
        panel->setOptions(
            *Json::parse(R"({"orientation": "horizontal", "legend": {"showLegend": true, "displayMode": "table", "calcs": ["max"]}})"));
        QVERIFY(!legend->isHidden());
        QCOMPARE(legend->geometry().bottom(), 199);
        QCOMPARE(legend->model().items.size(), 2);
        if (qEnvironmentVariableIsSet("PROMONTORY_PICTURES"))
            for (const Theme *theme : {&Theme::dark(), &Theme::light()}) {
                PanelContext context;
                context.theme = theme;
                panel->setContext(context);
                QImage image(panel->size() * 2, QImage::Format_ARGB32);
                image.setDevicePixelRatio(2);
                image.fill(theme->bg.panel);
                panel->render(&image, {}, {}, QWidget::DrawChildren);
                image.save(qEnvironmentVariable("PROMONTORY_PICTURES")
                           + (theme->isDark() ? u"/bargauge-dark.png"_s : u"/bargauge-light.png"_s));
            }
    }

    void barFollowsTheValue()
    {
        const BarItem item = view(at(25, 0, 100), horizontal(), {600, 100}).items.first();
        QCOMPARE(item.pieces.size(), 1);
        QVERIFY(std::abs(item.pieces.first().rect.width() - item.track.width() * 0.25) < 0.01);
        QCOMPARE(item.notches.size(), 2);
    }

    void negativeGrowsFromZero()
    {
        const BarItem item = view(at(-20, -40, 40), horizontal(), {600, 100}).items.first();
        QVERIFY(item.zero);
        QVERIFY(std::abs(item.pieces.first().rect.right() - item.zero->x1()) < 0.01);
    }

    void autoIsVerticalWhereWide()
    {
        QVERIFY(view(many(3), {}, {600, 268}).vertical);
        QVERIFY(!view(many(3), {}, {200, 400}).vertical);
    }

    void lcdCellsLightUpToTheValue()
    {
        const BarItem item = view(at(50, 0, 100), horizontal(BarGaugeOptions::DisplayMode::Lcd), {600, 100}).items.first();
        int lit = 0;
        for (const BarPiece &piece : item.pieces)
            lit += piece.to != Theme::dark().bg.track;
        QVERIFY(std::abs(lit * 2 - item.pieces.size()) <= 2);
    }

    void namesGoAboveInNarrowPanels()
    {
        const BarItem narrow = view(many(2), horizontal(), {200, 168}).items.first();
        QVERIFY(narrow.nameRect.bottom() <= narrow.track.top() + 0.5);
        const BarItem wide = view(many(2), horizontal(), {600, 168}).items.first();
        QVERIFY(wide.nameRect.right() <= wide.track.left() + 0.5);
    }

    void fiftyScroll() { QVERIFY(view(many(50), horizontal(), {300, 168}).content().height() > 168); }

    void everyOptionActs()
    {
        const QList<Json> bases{*Json::parse(R"({"orientation":"horizontal"})"),
                                Json::object(),
                                *Json::parse(R"({"orientation":"horizontal","sizing":"manual","minVizHeight":60})"),
                                *Json::parse(R"({"orientation":"vertical","sizing":"manual"})"),
                                *Json::parse(R"({"reduceOptions":{"values":true,"limit":3}})"),
                                *Json::parse(R"({"legend":{"showLegend":true}})"),
                                *Json::parse(R"({"legend":{"showLegend":true,"displayMode":"table","calcs":["max"]}})"),
                                *Json::parse(R"({"legend":{"showLegend":true,"displayMode":"table","calcs":["max"],"sortBy":"Name"}})"),
                                *Json::parse(R"({"legend":{"showLegend":true,"placement":"right"}})")};
        QStringList dead = deadOptions(bargaugePanel(), bases, {many(4), many(30)}, {QSize(420, 180), QSize(300, 140), QSize(620, 200)});
        dead.removeAll(u"legend.width"_s); // a word is no width
        dead.removeAll(u"legend.isVisible"_s); // true is how it is without
        QCOMPARE(dead.join(u","_s), QString());
    }
};

ADD_TEST(TstBarGaugeView)
#include "tst_bargaugeview.moc"
