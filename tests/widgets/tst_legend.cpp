// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/testmain.h>
#include <widgets/legend.h>

using namespace Qt::StringLiterals;

namespace {

LegendModel table(int items, const QStringList &columns, bool right)
{
    LegendModel model;
    model.table = true;
    model.right = right;
    model.columns = columns;
    for (int i = 0; i < items; ++i) {
        LegendItem item;
        item.name = u"/api/endpoint%1"_s.arg(i);
        item.series = i;
        for (int c = 0; c < columns.size(); ++c)
            item.values.append({u"%1 req/s"_s.arg(i * 10 + c), i == 1 ? std::nan("") : double(i * 10 + c)});
        model.items.append(item);
    }
    return model;
}

LegendModel list(int items)
{
    LegendModel model = table(items, {}, false);
    model.table = false;
    return model;
}

QStringList names(const LegendModel &model)
{
    QStringList names;
    for (const LegendItem &item : model.items)
        names.append(item.name.right(1));
    return names;
}

const QStringList kThree{u"Mean"_s, u"Max"_s, u"Last"_s};

} // namespace

class TstLegend : public QObject
{
    Q_OBJECT

private slots:
    void bySize_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("right");
        QTest::addColumn<bool>("shown");
        QTest::addColumn<bool>("placedRight");
        QTest::newRow("tiny") << QSize(150, 88) << true << false << false;
        QTest::newRow("low") << QSize(600, 115) << false << false << false;
        QTest::newRow("narrow moves below") << QSize(559, 300) << true << true << false;
        QTest::newRow("wide") << QSize(560, 300) << true << true << true;
        QTest::newRow("bottom stays") << QSize(1200, 500) << false << true << false;
    }

    void bySize()
    {
        QFETCH(QSize, size);
        QFETCH(bool, right);
        const LegendPlace place = placeLegend(table(5, kThree, right), size);
        QTEST(place.shown, "shown");
        QTEST(place.right, "placedRight");
        QVERIFY(!place.plot.intersects(place.legend));
        QVERIFY(place.plot.height() > size.height() / 3);
        if (place.right)
            QVERIFY(place.legend.width() <= size.width() * 0.46 + 1);
    }

    void tableBelowASmallPlotIsAList()
    {
        const LegendModel below = table(5, kThree, false);
        QVERIFY(!legendForSize(below, {300, 168}).table);
        QVERIFY(legendForSize(below, {300, 168}).columns.isEmpty());
        QCOMPARE(placeLegend(below, {300, 168}).legend.height(), placeLegend(list(5), {300, 168}).legend.height());
        QCOMPARE(legendForSize(below, {600, 268}), below);
        const LegendModel right = table(5, kThree, true);
        QVERIFY(!legendForSize(right, {300, 168}).table); // it went below
        QCOMPARE(legendForSize(right, {600, 168}), right);
    }

    void middleColumnsGoFirst()
    {
        const LegendModel model = table(5, {u"Mean"_s, u"Max"_s, u"Min"_s, u"Last"_s}, true);
        QList<int> counts;
        for (const int width : {420, 330, 240, 150}) {
            const LegendLayout layout = layoutLegend(model, {width, 200}, true);
            QList<int> columns;
            for (const LegendColumn &column : layout.columns)
                columns.append(column.column);
            QCOMPARE(columns.first(), -1);
            if (columns.size() > 2) {
                QCOMPARE(columns[1], 0);
                QCOMPARE(columns.last(), 3);
            }
            counts.append(int(columns.size()));
        }
        QVERIFY(std::is_sorted(counts.rbegin(), counts.rend()));
        QVERIFY(counts.first() > counts.last());
    }

    void oneLineSaysHowManyMore()
    {
        const LegendLayout layout = layoutLegend(list(20), {300, 24}, false);
        QVERIFY(layout.more > 0);
        QVERIFY(layout.moreAt.x() + 20 < 300);
        QCOMPARE(layoutLegend(list(2), {600, 24}, false).more, 0);
    }

    void sorts_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<QStringList>("order");
        QTest::newRow("as they come") << -2 << false << QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s};
        QTest::newRow("by name, turned") << -1 << true << QStringList{u"3"_s, u"2"_s, u"1"_s, u"0"_s};
        QTest::newRow("by value, NaN last") << 0 << false << QStringList{u"0"_s, u"2"_s, u"3"_s, u"1"_s};
        QTest::newRow("largest first, NaN last") << 0 << true << QStringList{u"3"_s, u"2"_s, u"0"_s, u"1"_s};
        QTest::newRow("no such column") << 7 << true << QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s};
    }

    void sorts()
    {
        QFETCH(int, column);
        QFETCH(bool, descending);
        LegendModel model = table(4, kThree, true);
        model.sortColumn = column;
        model.sortDescending = descending;
        sortLegend(model);
        QTEST(names(model), "order");
    }

    void clicksAndKeys()
    {
        LegendView view;
        view.resize(500, 200);
        view.setModel(table(4, kThree, true), true);
        view.show();
        QSignalSpy items(&view, &LegendView::itemClicked);
        QSignalSpy columns(&view, &LegendView::columnClicked);
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.itemRect(2).center());
        QTest::mouseClick(&view, Qt::LeftButton, Qt::ControlModifier, view.itemRect(1).center());
        QCOMPARE(items.size(), 2);
        QCOMPARE(items[0][0].toInt(), 2);
        QCOMPARE(items[1][0].toInt(), 1);
        QVERIFY(items[1][1].value<Qt::KeyboardModifiers>() & Qt::ControlModifier);
        QTest::mouseClick(&view, Qt::LeftButton, {}, {480, 10});
        QCOMPARE(columns.size(), 1);
        QCOMPARE(columns[0][0].toInt(), 2);
        view.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&view, Qt::Key_End);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(items.last()[0].toInt(), 3);
    }

    void longOnesScroll()
    {
        LegendView view;
        view.resize(400, 200);
        view.setModel(table(10000, kThree, true), true);
        view.show();
        QWheelEvent down({100, 100}, view.mapToGlobal(QPointF(100, 100)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                         false);
        QApplication::sendEvent(&view, &down);
        QVERIFY(view.scrollPx() > 0);
        QVERIFY(down.isAccepted());
        view.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&view, Qt::Key_End);
        QVERIFY(view.rect().contains(view.itemRect(9999)));
        QWheelEvent atEnd({100, 100}, view.mapToGlobal(QPointF(100, 100)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(&view, &atEnd);
        QApplication::sendEvent(&view, &atEnd);
        QVERIFY2(!atEnd.isAccepted(), "at the end the page scrolls");
    }

    // Cells alike in columns: what is seen, hit and left out agree, whatever the length.
    void longListsStandInColumns()
    {
        const LegendModel model = list(22'000);
        const LegendLayout several = layoutLegend(model, {600, 64}, false);
        QVERIFY(several.cells.isEmpty());
        QVERIFY(several.perLine > 1);
        QCOMPARE(several.more, 0);
        for (const int item : {0, 1, several.perLine, 12'345, 21'999}) {
            QCOMPARE(several.itemAt(several.itemRect(item, 600).center(), 22'000), item);
            QVERIFY(several.itemRect(item, 600).right() < 600);
        }
        QCOMPARE(several.itemAt(several.itemRect(several.perLine, 600).topLeft() - QPoint(1, 0), 22'000), -1);
        QVERIFY(several.contentHeight > several.itemRect(21'999, 600).bottom());
        const int line = several.itemRect(12'345, 600).top();
        QVERIFY(several.firstItemAt(line) <= 12'345 && several.firstItemAt(line) > 12'345 - 2 * several.perLine);

        const LegendLayout single = layoutLegend(model, {600, 24}, false);
        QCOMPARE(single.more, 22'000 - single.perLine);
        QVERIFY(single.moreAt.x() > single.itemRect(single.perLine - 1, 600).right());
        QVERIFY(single.moreAt.x() < 600);
    }

    void aSwatchIsAPlaceOfItsOwn_data()
    {
        QTest::addColumn<bool>("table");
        QTest::newRow("list") << false;
        QTest::newRow("table") << true;
    }

    void aSwatchIsAPlaceOfItsOwn()
    {
        QFETCH(bool, table);
        LegendView view;
        view.resize(500, 120);
        view.setModel(table ? ::table(3, kThree, false) : list(3), false);
        QSignalSpy swatches(&view, &LegendView::swatchClicked);
        QSignalSpy items(&view, &LegendView::itemClicked);
        const QRect item = view.itemRect(1);
        const QPoint swatch(item.left() + (table ? 18 : 5), item.center().y());
        QTest::mouseClick(&view, Qt::LeftButton, {}, swatch);
        QCOMPARE(items.size(), 1); // nobody asked for colours
        view.setPicksColors(true);
        QVERIFY(view.swatchRect(1).contains(swatch));
        QTest::mouseClick(&view, Qt::LeftButton, {}, swatch);
        QTest::mouseClick(&view, Qt::LeftButton, {}, swatch + QPoint(40, 0));
        QCOMPARE(swatches.size(), 1);
        QCOMPARE(swatches[0][0].toInt(), 1);
        QCOMPARE(items.size(), 2);
    }
};

ADD_TEST(TstLegend)
#include "tst_legend.moc"
