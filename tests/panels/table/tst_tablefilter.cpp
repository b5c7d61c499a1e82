// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <panels/table/tablecells.h>
#include <panels/table/tablefilter.h>
#include <tests/panels/panelsamples.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;
using Op = ColumnFilter::Op;

class TstTableFilter : public QObject
{
    Q_OBJECT

private slots:
    void comparisons_data()
    {
        QTest::addColumn<int>("op");
        QTest::addColumn<QString>("operand");
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("number");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char *name, Op op, const QString &operand, const QString &text, double number, bool passes) {
            QTest::newRow(name) << int(op) << operand << text << number << passes;
        };
        row("nothing asked", Op::Less, u""_s, u"x"_s, NAN, true);
        row("contains, any case", Op::Contains, u"API"_s, u"/api/orders"_s, NAN, true);
        row("a pattern", Op::Contains, u"^/api/(orders|carts)$"_s, u"/api/carts"_s, NAN, true);
        row("a broken pattern is a text", Op::Contains, u"a("_s, u"xa(y"_s, NAN, true);
        row("numbers as numbers", Op::Less, u"9"_s, u"10 ms"_s, 10, false);
        row("texts as texts", Op::Less, u"9"_s, u"10"_s, NAN, true);
        row("equal", Op::Equal, u"up"_s, u"UP"_s, NAN, true);
        row("not equal", Op::NotEqual, u"1"_s, u"1"_s, 1, false);
        row("between", Op::Expression, u"$ >= 10 && $ < 20"_s, u"15"_s, 15, true);
        row("not between", Op::Expression, u"$ >= 10 && $ < 20"_s, u"25"_s, 25, false);
        row("either", Op::Expression, u"$ < 10 || $ == 25"_s, u"25"_s, 25, true);
        row("quoted", Op::Expression, u"$ == \"a b\""_s, u"a b"_s, NAN, true);
        row("half typed passes all", Op::Expression, u"$ >"_s, u"25"_s, 25, true);
    }

    void comparisons()
    {
        QFETCH(int, op);
        QFETCH(QString, operand);
        QFETCH(QString, text);
        QFETCH(double, number);
        const CellTest test({Op(op), operand, {}});
        QTEST(test.passes(text, number), "passes");
    }

    void chosenTexts()
    {
        const CellTest test({Op::Contains, {}, QSet<QString>{u"a"_s}});
        QVERIFY(test.passes(u"a"_s, NAN));
        QVERIFY(!test.passes(u"b"_s, NAN));
    }

    void pills_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QStringList>("pills");
        QTest::newRow("commas") << u"a, b ,,c"_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("a list") << u"[\"x,y\", 2, true]"_s << QStringList{u"x,y"_s, u"2"_s, u"true"_s};
        QTest::newRow("no list") << u"[x, y"_s << QStringList{u"[x"_s, u"y"_s};
        QTest::newRow("nothing") << QString() << QStringList();
    }

    void pills()
    {
        QFETCH(QString, cell);
        QTEST(pillTexts(cell), "pills");
    }

    void pillsStayInsideTheirCell()
    {
        const QRectF room(10, 0, 120, 28);
        const auto pills = cellPills(Field(), u"one, two, three, four, five, six"_s, room, Theme::dark());
        QVERIFY(pills.size() > 1);
        QVERIFY(pills.last().rect.right() <= room.right());
        QVERIFY(pills[0].fill != pills[1].fill);
    }

    void sparklines()
    {
        const Column values = sparklineValues(u" [1, null, 3.5]"_s);
        QCOMPARE(values.size(), 3);
        QVERIFY(Column::isMissing(values.number(1)));
        QCOMPARE(sparklineValue(Field(), values, Brightness::Dark).numeric, 3.5);
        QCOMPARE(sparklineValues(u"[1, \"x\"]"_s).size(), 0);
        QCOMPARE(sparklineValues(u"12"_s).size(), 0);
    }

    void inspectionFormatsJson()
    {
        QCOMPARE(inspectedText(u"{\"a\":1}"_s), u"{\n  \"a\": 1\n}"_s);
        QCOMPARE(inspectedText(u"{broken"_s), u"{broken"_s);
    }
};

ADD_TEST(TstTableFilter)
#include "tst_tablefilter.moc"
