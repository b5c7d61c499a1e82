// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/matcheredit.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstMatcherEdit : public QObject
{
    Q_OBJECT

private slots:
    void toggled_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("on");
        QTest::newRow("bare") << u"up"_s << u"up{job=\"a\"}"_s;
        QTest::newRow("in a call") << u"sum by (x) (rate( up [5m] offset 1h))"_s << u"sum by (x) (rate( up{job=\"a\"} [5m] offset 1h))"_s;
        QTest::newRow("beside others") << u"up{ code != \"5\" }"_s << u"up{ code != \"5\", job=\"a\" }"_s;
        QTest::newRow("comma at the end") << u"up{code=\"5\",}"_s << u"up{code=\"5\",job=\"a\"}"_s;
        QTest::newRow("in place of another") << u"up{job=\"b\", x=\"}\"}"_s << u"up{job=\"a\", x=\"}\"}"_s;
        QTest::newRow("both sides") << u"a{x=\"1\"} / on (x) b # job"_s << u"a{x=\"1\", job=\"a\"} / on (x) b{job=\"a\"} # job"_s;
        QTest::newRow("no name") << u"{x=\"$x\"}"_s << u"{x=\"$x\", job=\"a\"}"_s;
        QTest::newRow("variables") << u"rate($metric{x=~\"$x\"}[$__rate_interval])"_s
                                   << u"rate($metric{x=~\"$x\", job=\"a\"}[$__rate_interval])"_s;
        QTest::newRow("a pattern stays") << u"up{job=~\"a|b\"}"_s << u"up{job=~\"a|b\", job=\"a\"}"_s;
    }
    void toggled()
    {
        QFETCH(QString, query);
        QFETCH(QString, on);
        QVERIFY(!hasMatcher(query, u"job"_s, u"a"_s));
        QCOMPARE(toggledMatcher(query, u"job"_s, u"a"_s), on);
        QVERIFY(hasMatcher(on, u"job"_s, u"a"_s));
        const QString off = *toggledMatcher(on, u"job"_s, u"a"_s);
        QVERIFY2(!off.contains(u"job=\"a\""_s), qPrintable(off));
        QCOMPARE(toggledMatcher(off, u"job"_s, u"a"_s).has_value(), true);
    }

    void offLeavesTheRest()
    {
        QCOMPARE(toggledMatcher(u"up{job=\"a\", x=\"1\"}"_s, u"job"_s, u"a"_s), u"up{x=\"1\"}"_s);
        QCOMPARE(toggledMatcher(u"up{x=\"1\", job=\"a\" }"_s, u"job"_s, u"a"_s), u"up{x=\"1\" }"_s);
        QCOMPARE(toggledMatcher(u"up{ job=\"a\" }[5m]"_s, u"job"_s, u"a"_s), u"up[5m]"_s);
        QCOMPARE(toggledMatcher(u"{job=\"a\"}"_s, u"job"_s, u"a"_s), std::nullopt); // a selector of nothing is none
    }

    void valuesAreQuoted()
    {
        QCOMPARE(toggledMatcher(u"up"_s, u"a"_s, u"x\"\\\n"_s), u"up{a=\"x\\\"\\\\\\n\"}"_s);
        QCOMPARE(toggledMatcher(u"up"_s, u"a.b"_s, u"1"_s), u"up{\"a.b\"=\"1\"}"_s);
    }

    void whatCannotTakeOne()
    {
        for (const QString &query : {u""_s, u"1 + 2"_s, u"# nothing"_s, u"time()"_s})
            QCOMPARE(toggledMatcher(query, u"job"_s, u"a"_s), std::nullopt);
        QCOMPARE(toggledMatcher(u"up"_s, u"__name__"_s, u"down"_s), std::nullopt);
    }

    void metrics()
    {
        QCOMPARE(metricsOf(u"a / b{x=\"1\"} + a + {__name__=\"c\"} + $d + {x=\"1\"}"_s), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }
};

ADD_TEST(TstMatcherEdit)
#include "tst_matcheredit.moc"
