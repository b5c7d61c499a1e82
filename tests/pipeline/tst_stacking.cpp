// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/stacking.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
const double kGap = Column::missing();

StackInput input(std::vector<double> values, StackMode mode = StackMode::Normal, const QString &group = u"A"_s, bool negative = false)
{
    return {Column::numbers(std::move(values)), mode, group, negative};
}
} // namespace

class TstStacking : public QObject
{
    Q_OBJECT

private slots:
    void bandsLieOnEachOther()
    {
        const QList<Stacked> out = stack({input({1, 2}), input({10, 20}), input({100, 200})});
        QCOMPARE(out[0].lower, Column::numbers({0, 0}));
        QCOMPARE(out[0].upper, Column::numbers({1, 2}));
        QCOMPARE(out[1].lower, Column::numbers({1, 2}));
        QCOMPARE(out[1].upper, Column::numbers({11, 22}));
        QCOMPARE(out[2].upper, Column::numbers({111, 222}));
    }

    void aGapAddsNothing()
    {
        const QList<Stacked> out = stack({input({1, kGap, 3}), input({10, 20, kGap}), input({100, 200, 300})});
        QCOMPARE(out[0].upper, Column::numbers({1, kGap, 3}));
        QCOMPARE(out[0].lower, Column::numbers({0, kGap, 0}));
        QCOMPARE(out[1].upper, Column::numbers({11, 20, kGap}));
        QCOMPARE(out[2].lower, Column::numbers({11, 20, 3}));
        QCOMPARE(out[2].upper, Column::numbers({111, 220, 303}));
    }

    void negativesGoDownwards()
    {
        const QList<Stacked> out = stack({input({1, -1}), input({-2, 5}), input({3, -4})});
        QCOMPARE(out[1].lower, Column::numbers({0, 0}));
        QCOMPARE(out[1].upper, Column::numbers({-2, 5}));
        QCOMPARE(out[2].lower, Column::numbers({1, -1}));
        QCOMPARE(out[2].upper, Column::numbers({4, -5}));
    }

    void aTurnedSeriesIsDrawnBelow()
    {
        const QList<Stacked> out = stack({input({1, kGap}, StackMode::Normal, u"A"_s, true), input({5, 5}, StackMode::None, {}, true)});
        QCOMPARE(out[0].upper, Column::numbers({-1, kGap}));
        QCOMPARE(out[1].lower, Column::numbers({0, 0}));
        QCOMPARE(out[1].upper, Column::numbers({-5, -5}));
    }

    void groupsAndModesStandAlone()
    {
        const QList<Stacked> out = stack({input({1}), input({2}, StackMode::Normal, u"B"_s), input({3}, StackMode::None), input({4}),
                                          input({8}, StackMode::Normal, u"B"_s)});
        QCOMPARE(out[1].lower, Column::numbers({0}));
        QCOMPARE(out[2].upper, Column::numbers({3}));
        QCOMPARE(out[3].upper, Column::numbers({5}));
        QCOMPARE(out[4].upper, Column::numbers({10}));
    }

    void sharesOfTheTotal()
    {
        const auto percent = [](std::vector<double> values) { return input(std::move(values), StackMode::Percent); };
        const QList<Stacked> out = stack({percent({1, 0, kGap}), percent({3, 0, 2})});
        QCOMPARE(out[0].upper, Column::numbers({0.25, 0, kGap}));
        QCOMPARE(out[1].lower, Column::numbers({0.25, 0, 0}));
        QCOMPARE(out[1].upper, Column::numbers({1, 0, 1})); // a row of zeros has no shares
    }

    void sharesAroundZeroCountBySize()
    {
        const QList<Stacked> out = stack({input({3}, StackMode::Percent), input({-1}, StackMode::Percent)});
        QCOMPARE(out[0].upper, Column::numbers({0.75}));
        QCOMPARE(out[1].upper, Column::numbers({-0.25}));
    }

    void lengthsMayDiffer()
    {
        const QList<Stacked> out = stack({input({1}), input({2, 3}), input({})});
        QCOMPARE(out[1].upper, Column::numbers({3, 3}));
        QCOMPARE(out[2].upper.size(), 0);
        QVERIFY(stack({}).isEmpty());
    }
};

ADD_TEST(TstStacking)
#include "tst_stacking.moc"
