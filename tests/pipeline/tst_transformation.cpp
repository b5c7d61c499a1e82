// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>
#include <pipeline/transform/transformation.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
Frame table(const QString &refId, const QList<std::pair<QString, Column>> &columns)
{
    Frame frame{{}, refId, Frame::Kind::Table, {}};
    for (const auto &[name, values] : columns)
        frame.fields.append({name, {}, values, {}, {}});
    return frame;
}

Json step(const QString &id)
{
    return Json::object({{u"id"_s, Json(id)}, {u"options"_s, Json::object()}});
}
} // namespace

class TstTransformation : public QObject
{
    Q_OBJECT

private slots:
    void idsAndNamesAreDistinct()
    {
        QSet<QString> ids;
        QSet<QByteArray> names;
        for (const Transformation &each : transformations()) {
            for (const QString &id : QStringList(each.id) + each.aliases) {
                QVERIFY2(!ids.contains(id), qPrintable(id));
                ids.insert(id);
                QCOMPARE(findTransformation(id), &each);
            }
            QVERIFY(!names.contains(each.name));
            names.insert(each.name);
            QVERIFY2(qstrlen(each.description) > 10, each.name);
        }
        QCOMPARE(findTransformation(u"seriesToColumns"_s)->id, u"joinByField"_s);
    }

    // Every one with no options at all, with hostile ones, on no frames and on frames without fields.
    void anyOptionsAreTaken_data()
    {
        QTest::addColumn<QString>("id");
        for (const Transformation &each : transformations())
            QTest::newRow(qPrintable(each.id)) << each.id;
    }
    void anyOptionsAreTaken()
    {
        QFETCH(const QString, id);
        const Frames frames{table(u"A"_s, {{u"t"_s, Column::times({1, 2})}, {u"x"_s, Column::texts({u"a"_s, QString()})}}), Frame{},
                            table(u"B"_s, {{u"v"_s, Column::numbers({})}})};
        const QList<Json> values{Json(), Json(7), Json(u"$$$(["_s), Json::array({Json(-1e300)}), Json::object({{u"x"_s, Json(true)}})};
        for (const Json &value : values) {
            std::vector<std::pair<QString, Json>> options;
            for (const OptionRow &row : findTransformation(id)->rows)
                options.emplace_back(row.key, value);
            Json json = Json::object();
            for (const auto &[key, option] : options)
                json = json.with(key, option);
            TransformRun run;
            const Json list = Json::array({step(id).with(u"options", json)});
            for (const Frame &frame : transformFrames(list, frames, run)) {
                for (const Field &field : frame.fields)
                    QCOMPARE(field.values.size(), frame.rowCount());
            }
            transformFrames(list, {}, run);
        }
    }

    // Rows that share their key but nothing else: each would be held against all.
    void hostileMergeIsRefused()
    {
        Frames frames;
        for (const double offset : {0.0, 0.5}) {
            std::vector<double> values(3000);
            for (size_t i = 0; i < values.size(); ++i)
                values[i] = double(i) + offset;
            frames.append(table(
                u"A"_s, {{u"k"_s, Column::numbers(std::vector<double>(values.size(), 1))}, {u"v"_s, Column::numbers(std::move(values))}}));
        }
        frames.append(table(u"C"_s, {{u"k"_s, Column::numbers({1})}}));
        TransformRun run;
        run.workLimit = 100'000;
        QCOMPARE(transformFrames(Json::array({step(u"merge"_s)}), frames, run).size(), 3);
        QCOMPARE(run.notices.size(), 1);
        QVERIFY2(run.notices.first().text.contains(u"took too long"_s), qPrintable(run.notices.first().text));
    }

    void stepsTellWhatIsBeforeThem()
    {
        const Frames frames{table(u"A"_s, {{u"x"_s, Column::texts({u"a"_s, u"b"_s})}, {u"v"_s, Column::numbers({1, 2})}})};
        TransformRun run;
        const QList<TransformStep> steps
            = transformSteps(Json::array({step(u"reduce"_s), step(u"nope"_s).with(u"disabled", Json(true)), step(u"what"_s)}), frames, run);
        QCOMPARE(steps.size(), 4);
        QCOMPARE(steps[0].frames, frames);
        QCOMPARE(steps[1].frames.first().fields.size(), 2);
        QVERIFY(steps[1].notices.isEmpty());
        QCOMPARE(steps[2].notices.size(), 1);
        QCOMPARE(steps[3].frames.first().fields.first().name, u"Field"_s);
    }
};

ADD_TEST(TstTransformation)
#include "tst_transformation.moc"
