// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/cacherules.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstCacheRules : public QObject
{
    Q_OBJECT

private slots:
    void rules_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<bool>("cacheable");
        const auto row = [](const char *expr, bool cacheable) { QTest::newRow(expr) << QString::fromUtf8(expr) << cacheable; };
        row("up", true);
        row("sum by (job) (rate(http_requests_total{code=~\"5..\"}[5m]))", true);
        row("histogram_quantile(0.99, sum by (le) (rate(x_bucket[1m])))", true);
        row("topk(5, x) or vector(0)", true);
        row("time() - process_start_time_seconds", true);
        row("1 + 2", true);
        row("rate(x[6h]) # what $__range becomes", true);
        row("x offset 5m", true);
        row("x offset 1d", true);
        row("x offset 10s", false); // the step is a minute
        row("x offset -5m", false);
        row("x @ 1700000000", false);
        row("rate(x[5m] @ end())", false);
        row("sum(x @ start())", false);
        row("max_over_time(rate(x[1m])[1h:30s])", true);
        row("max_over_time(rate(x[1m])[1h:1m])", true);
        row("max_over_time(rate(x[1m])[1h:7s])", false);
        row("max_over_time(rate(x[1m])[1h:5m])", false);
        row("max_over_time(rate(x[1m])[1h:])", false);
        row("max_over_time(rate(x[1m])[1h:30s] offset 30s)", false);
        row("rollup_rate(x[1m])", false); // MetricsQL
        row("now() - x", false);
        row("sum(x", false);
        row("", false);
        row("rate($metric[5m])", false); // a variable that nobody replaced
    }

    void rules()
    {
        QFETCH(QString, expr);
        QTEST(isCacheable(expr, 60'000), "cacheable");
    }

    void stepDecidesAboutOffsets()
    {
        QVERIFY(isCacheable(u"x offset 10s"_s, 10'000));
        QVERIFY(isCacheable(u"x offset 1h30m"_s, 60'000));
        QVERIFY(!isCacheable(u"x offset 1h30m"_s, 7'000));
    }
};

ADD_TEST(TstCacheRules)
#include "tst_cacherules.moc"
