// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/promql/filters.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;
using namespace promql;

class TstFilters : public QObject
{
    Q_OBJECT

private slots:
    void filters_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("op");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("one of") << u"up"_s << u"=|"_s << QStringList{u"a.b"_s, u"c"_s} << uR"(up{j=~"a\\.b|c"})"_s;
        QTest::newRow("none of") << u"up"_s << u"!=|"_s << QStringList{u"a"_s} << uR"(up{j!~"a"})"_s;
        QTest::newRow("a regex keeps its backslashes") << u"up"_s << u"=~"_s << QStringList{uR"(a\.b)"_s} << uR"(up{j=~"a\\.b"})"_s;
        QTest::newRow("single quotes") << u"up{a='b',}"_s << u"="_s << QStringList{u"v"_s} << uR"(up{a="b", j="v"})"_s;
        QTest::newRow("a variable for matchers") << u"up{$filters}"_s << u"="_s << QStringList{u"v"_s} << uR"(up{$filters, j="v"})"_s;
        QTest::newRow("a variable in a value") << uR"(up{a=~"$x"})"_s << u"="_s << QStringList{u"v"_s} << uR"(up{a=~"$x", j="v"})"_s;
        QTest::newRow("quoted metric") << uR"({"a b"})"_s << u"="_s << QStringList{u"v"_s} << uR"({"a b", j="v"})"_s;
        QTest::newRow("a label in by is none") << u"sum by (up) (up)"_s << u"="_s << QStringList{u"v"_s} << uR"(sum by (up) (up{j="v"}))"_s;
        QTest::newRow("a text is none") << uR"(label_replace(up, "a", "up", "b", "up"))"_s << u"="_s << QStringList{u"v"_s}
                                        << uR"(label_replace(up{j="v"}, "a", "up", "b", "up"))"_s;
        QTest::newRow("subquery") << u"max_over_time(rate(up[5m])[1h:1m])"_s << u"="_s << QStringList{u"v"_s}
                                  << uR"(max_over_time(rate(up{j="v"}[5m])[1h:1m]))"_s;
        QTest::newRow("no selector") << u"1 + 1"_s << u"="_s << QStringList{u"v"_s} << u"1 + 1"_s;
        QTest::newRow("no value yet") << u"up"_s << u"="_s << QStringList{QString()} << u"up"_s;
    }
    void filters()
    {
        QFETCH(QString, query);
        QFETCH(QString, op);
        QFETCH(QStringList, values);
        QFETCH(QString, wanted);
        QCOMPARE(withFilters(query, {{u"j"_s, op, values.value(0), values}}), wanted);
    }

    void labelsThatAreNoNamesAreQuoted() { QCOMPARE(withFilters(u"up"_s, {{u"a.b"_s, u"="_s, u"v"_s}}), uR"(up{"a.b"="v"})"_s); }

    void grouping_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("none") << u"sum(up)"_s << u"sum by (job) (up)"_s;
        QTest::newRow("by") << u"sum by (a) (up)"_s << u"sum by (a, job) (up)"_s;
        QTest::newRow("behind") << u"sum(up) by (a)"_s << u"sum(up) by (a, job)"_s;
        QTest::newRow("known") << u"sum by (job) (up)"_s << u"sum by (job) (up)"_s;
        QTest::newRow("empty") << u"sum by () (up)"_s << u"sum by (job) (up)"_s;
        QTest::newRow("without keeps it") << u"sum without (a) (up)"_s << u"sum without (a) (up)"_s;
        QTest::newRow("nested") << u"max(sum by (a) (up))"_s << u"max by (job) (sum by (a, job) (up))"_s;
        QTest::newRow("parameter") << u"topk(5, up)"_s << u"topk by (job) (5, up)"_s;
        QTest::newRow("no aggregation") << u"rate(up[5m])"_s << u"rate(up[5m])"_s;
    }
    void grouping()
    {
        QFETCH(QString, query);
        QFETCH(QString, wanted);
        QCOMPARE(withGrouping(query, {u"job"_s}), wanted);
    }
};

ADD_TEST(TstFilters)
#include "tst_filters.moc"
