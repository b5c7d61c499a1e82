// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/explore/resultlabels.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

Frame series(const QString &refId, const QList<Labels> &labels, std::vector<double> values)
{
    Frame frame{{}, refId, Frame::Kind::TimeSeries, {Field{u"Time"_s, {}, Column::grid(0, 1000, qsizetype(values.size())), {}, {}}}};
    for (const Labels &each : labels)
        frame.fields.append(Field{u"Value"_s, each, Column::numbers(values), {}, {}});
    return frame;
}

Frame table(const QString &refId, const QStringList &codes, const QString &value = u"Value"_s)
{
    const size_t rows = size_t(codes.size());
    return {{},
            refId,
            Frame::Kind::Table,
            {Field{u"Time"_s, {}, Column::times(std::vector<double>(rows, 1)), {}, {}},
             Field{u"code"_s, {}, Column::texts({codes.begin(), codes.end()}), {}, {}},
             Field{u"zone"_s, {}, Column::texts(std::vector<QString>(rows)), {}, {}},
             Field{value, {}, Column::numbers(std::vector<double>(rows, 3)), {}, {}}}};
}

} // namespace

class TstResultLabels : public QObject
{
    Q_OBJECT

private slots:
    void countsSeriesOfEachValue()
    {
        const Frames frames{series(u"A"_s, {{{u"job"_s, u"a"_s}, {u"code"_s, u"200"_s}}, {{u"job"_s, u"b"_s}}}, {1}),
                            series(u"B"_s, {{{u"job"_s, u"b"_s}}}, {1})};
        QCOMPARE(resultLabels(frames), (QList<LabelValues>{{u"code"_s, {{u"200"_s, 1}}}, {u"job"_s, {{u"b"_s, 2}, {u"a"_s, 1}}}}));
        QCOMPARE(resultLabels({table(u"A"_s, {u"500"_s, u"200"_s, u"500"_s})}),
                 (QList<LabelValues>{{u"code"_s, {{u"500"_s, 2}, {u"200"_s, 1}}}}));
    }

    void veryManySeriesAreBounded()
    {
        Frame frame = series(u"A"_s, {}, {1});
        for (int i = 0; i < kMostSeriesRead + 100; ++i)
            frame.fields.append(Field{u"Value"_s, {{u"id"_s, QString::number(i)}}, Column::numbers({1}), {}, {}});
        QCOMPARE(resultLabels({frame}).first().values.size(), kMostSeriesRead);
    }

    void trendBesideItsValue()
    {
        const Frame known = series(u"A"_s, {{{u"code"_s, u"200"_s}}}, {1, 2.5, Column::missing(), -4});
        const Frame wide = withTrends({table(u"A"_s, {u"200"_s, u"404"_s})}, {known}).first();
        QCOMPARE(wide.fields.size(), 5);
        QCOMPARE(wide.fields[3].name, u"Trend"_s);
        QCOMPARE(wide.fields[3].values.text(0), u"[1,2.5,null,-4]"_s);
        QCOMPARE(wide.fields[3].values.text(1), QString());
        QCOMPARE(withTrends({table(u"A"_s, {u"404"_s})}, {known}).first().fields.size(), 4); // nothing to draw: no column
    }

    void severalQueriesHaveTheirOwn()
    {
        Frame merged = table({}, {u"200"_s}, u"Value #A"_s);
        merged.fields.append(Field{u"Value #B"_s, {}, Column::numbers({5}), {}, {}});
        const Frames known{series(u"A"_s, {{{u"code"_s, u"200"_s}}}, {1, 2}), series(u"B"_s, {{{u"code"_s, u"200"_s}}}, {8, 9})};
        const Frame wide = withTrends({merged}, known).first();
        QCOMPARE(wide.fields[3].name + wide.fields[3].values.text(0), u"Trend #A[1,2]"_s);
        QCOMPARE(wide.fields[5].name + wide.fields[5].values.text(0), u"Trend #B[8,9]"_s);
    }

    void spikesStay()
    {
        std::vector<double> values(100'000, 1);
        values[77'777] = 1e9;
        values[33'333] = -5;
        const QString text
            = withTrends({table(u"A"_s, {u"200"_s})}, {series(u"A"_s, {{{u"code"_s, u"200"_s}}}, values)}).first().fields[3].values.text(0);
        QVERIFY(text.contains(u",1e+09,"_s) && text.contains(u",-5,"_s));
        QVERIFY(text.size() < 400);
    }

    void longTablesStayAsTheyAre()
    {
        const QStringList codes(1'001, u"200"_s);
        const Frame known = series(u"A"_s, {{{u"code"_s, u"200"_s}}}, {1, 2});
        QCOMPARE(withTrends({table(u"A"_s, codes)}, {known}).first().fields.size(), 4);
    }
};

ADD_TEST(TstResultLabels)
#include "tst_resultlabels.moc"
