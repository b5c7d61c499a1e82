// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/bargauge/bargaugepanel.h>
#include <panels/bargauge/bargaugeview.h>
#include <tests/panels/panelsamples.h>
#include <tests/support/testmain.h>

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
        const QList<Json> bases{*Json::parse(R"({"orientation":"horizontal"})"), Json::object(),
                                *Json::parse(R"({"orientation":"horizontal","sizing":"manual","minVizHeight":60})"),
                                *Json::parse(R"({"orientation":"vertical","sizing":"manual"})"),
                                *Json::parse(R"({"reduceOptions":{"values":true,"limit":3}})")};
        QCOMPARE(deadOptions(bargaugePanel(), bases, {many(4), many(30)}, {QSize(420, 180), QSize(300, 140)}).join(u","_s), QString());
    }
};

ADD_TEST(TstBarGaugeView)
#include "tst_bargaugeview.moc"
