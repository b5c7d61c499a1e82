// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/framecsv.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstFrameCsv : public QObject
{
    Q_OBJECT

    static Frame frame()
    {
        Field time{u"Time"_s, {}, Column::times({0, 1500}), {}, {}};
        Field text{u"job"_s, {}, Column::texts({u"a,\"b\""_s, u"=1+1"_s}), {}, {}};
        Field value{u"Value"_s, {}, Column::numbers({0.1, Column::missing()}), {}, {}};
        value.state.displayName = u"rate"_s;
        Frame frame;
        frame.fields = {time, text, value};
        return frame;
    }

private slots:
    void quotesAndNeutralises()
    {
        QCOMPARE(framesToCsv({frame()}),
                 "Time,job,rate\r\n1970-01-01T00:00:00.000Z,\"a,\"\"b\"\"\",0.1\r\n1970-01-01T00:00:01.500Z,'=1+1,\r\n"_ba);
    }

    void raw() { QVERIFY(framesToCsv({frame()}, true).contains("1500,'=1+1,")); }

    void specialNumbers()
    {
        Frame numbers;
        numbers.fields = {{u"v"_s, {}, Column::numbers({INFINITY, -INFINITY, std::nan("")}), {}, {}}};
        QCOMPARE(framesToCsv({numbers}), "v\r\n+Inf\r\n-Inf\r\nNaN\r\n"_ba);
    }
};

ADD_TEST(TstFrameCsv)
#include "tst_framecsv.moc"
