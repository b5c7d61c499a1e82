// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/column.h>
#include <tests/support/testmain.h>

class TstColumn : public QObject
{
    Q_OBJECT

private slots:
    void missingIsNotNaN()
    {
        QVERIFY(Column::isMissing(Column::missing()));
        QVERIFY(std::isnan(Column::missing()));
        QVERIFY(!Column::isMissing(std::nan("")));
        const Column column = Column::numbers({1, Column::missing(), std::nan("")});
        QVERIFY(!column.isNull(0));
        QVERIFY(column.isNull(1));
        QVERIFY(!column.isNull(2));
    }

    void appendSharesBlocks()
    {
        const Column head = Column::numbers({1, 2, 3});
        const Column both = head.appended(Column::numbers({4, 5}));
        QCOMPARE(both.size(), 5);
        QCOMPARE(both.blockCount(), 2);
        QCOMPARE(both.block(0).data(), head.block(0).data());
        QCOMPARE(both.number(4), 5.0);
        QCOMPARE(both, Column::numbers({1, 2, 3, 4, 5}));
        QCOMPARE(both.compacted().blockCount(), 1);
        QCOMPARE(both.compacted(), both);
    }

    void sliceAcrossBlocks()
    {
        const Column both = Column::numbers({1, 2, 3}).appended(Column::numbers({4, 5}));
        QCOMPARE(both.slice(2, 2), Column::numbers({3, 4}));
        QCOMPARE(both.slice(4, 9), Column::numbers({5}));
        QCOMPARE(both.slice(9, 9).size(), 0);
    }

    void gridGrowsAndCuts()
    {
        const Column grid = Column::grid(1000, 15, 3);
        QCOMPARE(grid.number(2), 1030.0);
        QCOMPARE(grid.block(0).size(), 3u);
        const Column grown = grid.appended(Column::grid(1045, 15, 2));
        QVERIFY(grown.isGrid());
        QCOMPARE(grown.size(), 5);
        QCOMPARE(grown.slice(1, 2).gridStartMs(), 1015);
        const Column broken = grid.appended(Column::times({2000}));
        QVERIFY(!broken.isGrid());
        QCOMPARE(broken.number(3), 2000.0);
        QCOMPARE(broken.number(1), 1015.0);
    }

    void texts()
    {
        const Column column = Column::texts({QStringLiteral("a"), QString()});
        QVERIFY(column.isNull(1));
        QCOMPARE(column.text(0), QStringLiteral("a"));
        QVERIFY(Column::isMissing(column.number(0)));
    }
};

ADD_TEST(TstColumn)
#include "tst_column.moc"
