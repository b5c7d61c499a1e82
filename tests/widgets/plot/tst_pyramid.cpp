// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>
#include <tests/support/testmain.h>
#include <widgets/plot/pyramid.h>

class TstPyramid : public QObject
{
    Q_OBJECT

    static std::vector<double> noise(qsizetype count)
    {
        std::mt19937 random(7);
        std::vector<double> values;
        for (qsizetype i = 0; i < count; ++i)
            values.push_back(random() % 11 == 0 ? Column::missing() : double(random() % 100000) - 50000);
        return values;
    }
    static MinMax slow(const std::vector<double> &values, qsizetype first, qsizetype last)
    {
        MinMax range{INFINITY, -INFINITY};
        for (qsizetype i = std::max<qsizetype>(first, 0); i < std::min(last, qsizetype(values.size())); ++i) {
            if (!std::isfinite(values[size_t(i)]))
                continue;
            range.min = std::min(range.min, values[size_t(i)]);
            range.max = std::max(range.max, values[size_t(i)]);
        }
        return range;
    }

private slots:
    void rangesAreExact()
    {
        std::vector<double> values = noise(70'001);
        values[1234] = INFINITY;
        values[69'000] = -INFINITY;
        const Pyramid pyramid(Column::numbers(values));
        std::mt19937 random(3);
        for (int i = 0; i < 3000; ++i) {
            const auto a = qsizetype(random() % 70'010) - 4;
            const auto b = a + qsizetype(random() % (i % 2 ? 70'000 : 200));
            const MinMax got = pyramid.range(a, b);
            const MinMax want = slow(values, a, b);
            QCOMPARE(got.isEmpty(), want.isEmpty());
            if (!want.isEmpty())
                QCOMPARE(got, want);
        }
    }

    void appendingEqualsBuilding()
    {
        const std::vector<double> values = noise(40'000);
        const auto part = [&](qsizetype from, qsizetype to) {
            return Column::numbers(std::vector<double>(values.begin() + from, values.begin() + to));
        };
        Column column = part(0, 5000);
        Pyramid grown(column);
        qsizetype at = 5000;
        for (const qsizetype step : {1, 10, 63, 64, 65, 1000, 12'000, 21'797}) {
            column = column.appended(part(at, at + step));
            at += step;
            QVERIFY(grown.isPrefixOf(column));
            grown.append(column);
        }
        QCOMPARE(at, 40'000);
        QVERIFY(grown == Pyramid(column));
        QVERIFY(!grown.isPrefixOf(Column::numbers(values)));
    }

    void rowsOfUnevenColumns()
    {
        std::vector<double> times;
        std::mt19937 random(9);
        double t = 0;
        for (int i = 0; i < 5000; ++i)
            times.push_back(t += random() % 50 == 0 ? 100'000 : random() % 20);
        const Samples samples(Column::times(times).appended(Column::times({t + 5, t + 7})));
        std::vector<qsizetype> rows;
        samples.bounds(1000, 97.3, 3000, rows);
        times.insert(times.end(), {t + 5, t + 7});
        for (int i = 0; i <= 3000; ++i) {
            const auto want = std::lower_bound(times.begin(), times.end(), 1000 + i * 97.3) - times.begin();
            QCOMPARE(rows[size_t(i)], want);
        }
    }

    void rowsOfGrids()
    {
        const Samples samples(Column::grid(1000, 15, 100));
        QCOMPARE(samples.lowerBound(0), 0);
        QCOMPARE(samples.lowerBound(1000), 0);
        QCOMPARE(samples.lowerBound(1000.5), 1);
        QCOMPARE(samples.lowerBound(1015), 1);
        QCOMPARE(samples.lowerBound(9e9), 100);
    }
};

ADD_TEST(TstPyramid)
#include "tst_pyramid.moc"
