// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <datasource/prometheus/rangecache.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

constexpr double kGap = -1; // in the rows that a test writes

Column column(const QList<double> &values)
{
    std::vector<double> numbers;
    for (const double value : values)
        numbers.push_back(value == kGap ? Column::missing() : value);
    return Column::numbers(std::move(numbers));
}

RangeSeries series(const QString &job, qint64 firstRow, const QList<double> &values)
{
    return {{{u"job"_s, job}}, firstRow, column(values)};
}

RangeBlock block(const RowRange &rows, std::vector<RangeSeries> all)
{
    return {RowScale{1000, 0}, rows, std::move(all)};
}

QString text(const RangeBlock &block)
{
    QStringList parts;
    for (const RangeSeries &each : block.series) {
        QStringList values;
        for (qsizetype i = 0; i < each.values.size(); ++i)
            values.append(Column::isMissing(each.values.number(i)) ? u"."_s : QString::number(each.values.number(i)));
        parts.append(each.labels.value(u"job"_s) + u'@' + QString::number(each.firstRow) + u':' + values.join(u' '));
    }
    return parts.join(u"; "_s);
}

CacheEntry entry(const RowRange &rows, qint64 settledEnd)
{
    return {std::make_shared<const RangeBlock>(block(rows, {})), settledEnd, 1'000'000};
}

CacheEntry entryOf(qsizetype rows, qint64 stepMs = 1000)
{
    RangeBlock filled = block({0, rows}, {{{}, 0, Column::numbers(std::vector<double>(size_t(rows), 1.0))}});
    filled.scale.stepMs = stepMs;
    return {std::make_shared<const RangeBlock>(std::move(filled)), rows, 0};
}

} // namespace

class TstRangeCache : public QObject
{
    Q_OBJECT

private slots:
    void rowsOfARange()
    {
        const RowScale scale = RowScale::of({10'500, 40'500}, 15'000);
        QCOMPARE(scale.phaseMs, 10'500);
        QCOMPARE(scale.rowsOf({10'500, 40'500}), (RowRange{0, 3}));
        QCOMPARE(scale.rowsOf({11'000, 40'499}), (RowRange{1, 2}));
        QCOMPARE(RowScale::of({-20'000, 0}, 15'000).phaseMs, 10'000);
        QCOMPARE(RowScale::of({-20'000, 0}, 15'000).rowsOf({-20'000, -5'000}), (RowRange{-2, 0}));
    }

    void newerRowsWin()
    {
        const RangeBlock older = block({0, 6}, {series(u"a"_s, 0, {1, 1, 1, 1, 1, 1}), series(u"c"_s, 1, {3, 3, 3})});
        const RangeBlock newer = block({4, 8}, {series(u"a"_s, 4, {2, kGap, 2, 2}), series(u"b"_s, 5, {5})});
        QCOMPARE(text(joined(older, newer)), u"a@0:1 1 1 1 2 . 2 2; b@5:5; c@1:3 3 3"_s);
        QCOMPARE(joined(older, newer).rows, (RowRange{0, 8}));
    }

    void whatIsGoneIsGone()
    {
        const RangeBlock older = block({0, 6}, {series(u"a"_s, 0, {1, 1, 1, 1, 1, 1}), series(u"late"_s, 5, {9})});
        QCOMPARE(text(joined(older, block({4, 8}, {}))), u"a@0:1 1 1 1"_s);
    }

    void headAndMiddle()
    {
        const RangeBlock older = block({4, 8}, {series(u"a"_s, 4, {1, 1, 1, 1})});
        QCOMPARE(text(joined(older, block({0, 4}, {series(u"a"_s, 1, {2})}))), u"a@1:2 . . 1 1 1 1"_s);
        QCOMPARE(text(joined(older, block({5, 7}, {series(u"a"_s, 6, {2})}))), u"a@4:1 . 2 1"_s);
    }

    void manyAppendsStayQuick()
    {
        RangeBlock all = block({0, 4}, {series(u"a"_s, 0, {1, 1, 1, 1})});
        for (qint64 row = 4; row < 100; ++row)
            all = joined(all, block({row, row + 1}, {series(u"a"_s, row, {double(row)})}));
        QCOMPARE(all.series[0].values.size(), 100);
        QVERIFY(all.series[0].values.blockCount() <= 9);
        QCOMPARE(all.series[0].values.number(57), 57.0);
    }

    void framesAreLikeThoseOfTheSource()
    {
        const Frames frames = rangeFrames(
            block({0, 9}, {series(u"a"_s, 1, {kGap, 2, kGap, 4}), series(u"b"_s, 0, {kGap, kGap}), series(u"c"_s, 4, {5, 6})}), u"B"_s);
        QCOMPARE(frames.size(), 1);
        const Frame &frame = frames.first();
        QCOMPARE(frame.refId, u"B"_s);
        QCOMPARE(frame.fields.size(), 3); // b has no sample
        QCOMPARE(frame.fields[0].values, Column::grid(2000, 1000, 4));
        QCOMPARE(frame.fields[1].values, column({2, kGap, 4, kGap}));
        QCOMPARE(frame.fields[2].values, column({kGap, kGap, 5, 6}));
    }

    void framesWithoutAPlaceOnTheGrid()
    {
        Frame frame{{}, u"A"_s, Frame::Kind::TimeSeries, {{u"Time"_s, {}, Column::times({0, 1000, 2500}), {}, {}}}};
        frame.fields.append({u"Value"_s, {}, Column::numbers({1, 2, 3}), {}, {}});
        QVERIFY(!rangeBlock({frame}, {0, 5000}, 1000));
        frame.fields[0].values = Column::grid(0, 1000, 3);
        QVERIFY(rangeBlock({frame}, {0, 5000}, 1000));
        QVERIFY(!rangeBlock({frame}, {0, 5000}, 500));
        QVERIFY(!rangeBlock({frame}, {1000, 5000}, 1000)); // more than was asked for
        frame.kind = Frame::Kind::HeatmapRows;
        QVERIFY(!rangeBlock({frame}, {0, 5000}, 1000));
    }

    void plans_data()
    {
        QTest::addColumn<RowRange>("wanted");
        QTest::addColumn<qint64>("nowMs");
        QTest::addColumn<QList<RowRange>>("missing");
        const auto row = [](const char *name, RowRange wanted, qint64 nowMs, const QList<RowRange> &missing) {
            QTest::newRow(name) << wanted << nowMs << missing;
        };
        // Rows 100 to 200, settled up to 190, asked for at 1,000,000 ms.
        row("refresh", {105, 205}, 1'000'100, {{190, 205}});
        row("back", {90, 180}, 1'000'100, {{90, 100}});
        row("out", {50, 250}, 1'000'100, {{50, 100}, {190, 250}});
        row("in", {120, 130}, 1'000'100, {});
        row("elsewhere", {300, 400}, 1'000'100, {{300, 400}});
        row("only what is not settled", {191, 200}, 1'000'100, {{191, 200}});
        row("too old", {105, 205}, 2'000'000, {{105, 205}});
        row("the clock went back", {105, 205}, 999'999, {{105, 205}});
    }

    void plans()
    {
        QFETCH(RowRange, wanted);
        QFETCH(qint64, nowMs);
        QFETCH(QList<RowRange>, missing);
        const CacheEntry known = entry({100, 200}, 190);
        const FetchPlan plan = planFetch(&known, wanted, nowMs, {});
        QCOMPARE(plan.missing, missing);
        QCOMPARE(plan.isFull, missing == QList<RowRange>{wanted});
        QCOMPARE(plan.kept, plan.isFull ? RowRange{} : (RowRange{100, 190}));
    }

    void settling()
    {
        const RangeBlock rows = block({0, 1000}, {});
        const CachePolicy policy;
        QCOMPARE(settledEnd(rows, 1'000'000, 1'000'000, policy), 881); // two minutes before now
        QCOMPARE(settledEnd(rows, 900'000, 1'000'000, policy), 781); // the server is behind
        QCOMPARE(settledEnd(rows, 900'000, 10'000'000, policy), 1000); // long ago, whoever is late
        QCOMPARE(settledEnd(rows, std::nullopt, 1'000'000, policy), 0); // nothing is known of its clock
        QCOMPARE(settledEnd(rows, 50'000, 60'000, policy), 0);
    }

    void leastUsedGoFirst()
    {
        RangeCache cache({.budgetBytes = 3 * 100 * 8 + 3 * 64});
        const auto key = [](const char *name) { return CacheKey{QString::fromUtf8(name), {1000, 0}}; };
        for (const char *name : {"a", "b", "c"})
            cache.store(key(name), entryOf(100));
        QVERIFY(cache.find(key("a")));
        cache.store(key("d"), entryOf(100));
        QVERIFY(cache.find(key("a")) && cache.find(key("c")) && cache.find(key("d")));
        QVERIFY(!cache.find(key("b")));
        cache.store(key("huge"), entryOf(10'000));
        QCOMPARE(cache.size(), 0);
        QCOMPARE(cache.bytes(), 0);
    }

    void anotherStepStandsIn()
    {
        RangeCache cache;
        cache.store({u"x"_s, {1000, 0}}, entryOf(100));
        cache.store({u"x"_s, {5000, 0}}, entryOf(100, 5000));
        QCOMPARE(cache.findSimilar(u"x"_s, {0, 400'000})->block->scale.stepMs, 5000);
        QVERIFY(!cache.findSimilar(u"x"_s, {490'000, 900'000}));
        QVERIFY(!cache.findSimilar(u"y"_s, {0, 400'000}));
        QVERIFY(!cache.find({u"x"_s, {1000, 500}})); // between its rows
    }
};

ADD_TEST(TstRangeCache)
#include "tst_rangecache.moc"
