// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/testmain.h>
#include <widgets/charttooltip.h>

using namespace Qt::StringLiterals;

namespace {

TooltipModel withRows(int count, int hot = -1)
{
    TooltipModel model;
    model.head = u"2026-11-22 19:46:00"_s;
    model.headNote = u"UTC"_s;
    for (int i = 0; i < count; ++i)
        model.rows.append({u"/api/%1"_s.arg(i), u"%1 req/s"_s.arg(i), Qt::red, i == hot, {}});
    return model;
}

} // namespace

class TstChartTooltip : public QObject
{
    Q_OBJECT

private slots:
    void neverOverThePoint_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QSize>("area");
        QTest::newRow("small in large") << QSize(224, 180) << QSize(1280, 720);
        QTest::newRow("wide in narrow") << QSize(300, 120) << QSize(340, 500);
        QTest::newRow("tall in low") << QSize(200, 300) << QSize(800, 250);
        QTest::newRow("too large") << QSize(400, 400) << QSize(300, 200);
    }

    void neverOverThePoint()
    {
        QFETCH(QSize, size);
        QFETCH(QSize, area);
        const bool fits = size.width() + 20 < area.width() / 2 && size.height() + 40 < area.height();
        for (int x = 0; x < area.width(); x += 7) {
            for (int y = 0; y < area.height(); y += 7) {
                for (const bool left : {false, true}) {
                    TooltipSpot spot{{x, y}, QRect({}, area), QRect(x - 56, area.height() - 22, 112, 22), left};
                    const QRect rect = placeTooltip(size, spot);
                    QCOMPARE(rect.size(), size);
                    QVERIFY2(!rect.adjusted(-2, -2, 2, 2).contains(spot.point), qPrintable(u"%1 %2"_s.arg(x).arg(y)));
                    if (fits) {
                        QVERIFY(spot.area.contains(rect));
                        QVERIFY2(!rect.intersects(spot.avoid), qPrintable(u"flag at %1 %2"_s.arg(x).arg(y)));
                    }
                }
            }
        }
    }

    void takesTheSideWithRoom()
    {
        const QRect area(0, 0, 1000, 600);
        QCOMPARE(placeTooltip({200, 100}, {{500, 300}, area, {}, false}).left(), 516);
        QCOMPARE(placeTooltip({200, 100}, {{500, 300}, area, {}, true}).right(), 483);
        QVERIFY(placeTooltip({200, 100}, {{900, 300}, area, {}, false}).right() < 900);
        QVERIFY(placeTooltip({200, 100}, {{100, 300}, area, {}, true}).left() > 100);
    }

    void twelveRowsThenMore_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("hot");
        QTest::addColumn<int>("scroll");
        QTest::addColumn<TooltipRows>("rows");
        QTest::newRow("few") << 5 << 2 << 0 << TooltipRows{0, 5, 0};
        QTest::newRow("many") << 50 << -1 << 0 << TooltipRows{0, 12, 38};
        QTest::newRow("hot one is shown") << 50 << 20 << 0 << TooltipRows{9, 12, 38};
        QTest::newRow("scrolled") << 50 << -1 << 3 << TooltipRows{3, 12, 38};
        QTest::newRow("scrolled too far") << 15 << -1 << 99 << TooltipRows{3, 12, 3};
    }

    void twelveRowsThenMore()
    {
        QFETCH(int, count);
        QFETCH(int, hot);
        QFETCH(int, scroll);
        QFETCH(TooltipRows, rows);
        QCOMPARE(tooltipRows(withRows(count, hot), scroll), rows);
    }

    void limitsOfTheFile()
    {
        TooltipModel model = withRows(30);
        const QSize free = tooltipSize(model);
        model.maxHeight = 160;
        QVERIFY(tooltipSize(model).height() < free.height());
        model.rows[0].name = QString(300, u'x');
        model.maxWidth = 180;
        QVERIFY(tooltipSize(model).width() <= 186);
    }

    void pinnedStaysUntilEscape()
    {
        QWidget window;
        window.resize(600, 400);
        ChartTooltip tip(&Theme::dark(), &window);
        window.show();
        tip.showFor(withRows(3), {{300, 200}, window.rect(), {}, false});
        QVERIFY(tip.testAttribute(Qt::WA_TransparentForMouseEvents));
        tip.setPinned(true);
        const QPoint before = tip.pos();
        tip.showFor(withRows(5), {{100, 100}, window.rect(), {}, false});
        tip.leave();
        QVERIFY(tip.isVisible());
        QCOMPARE(tip.pos(), before);
        QSignalSpy unpinned(&tip, &ChartTooltip::unpinned);
        QTest::keyClick(&tip, Qt::Key_Escape);
        QCOMPARE(unpinned.size(), 1);
        QVERIFY(!tip.isVisible());
    }
};

ADD_TEST(TstChartTooltip)
#include "tst_charttooltip.moc"
