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

    void extractsFields_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("format");
        QTest::newRow("json") << u"{\"code\": 200, \"path\": \"/a b\", \"deep\": {\"x\": 1}}"_s << u"json"_s;
        QTest::newRow("pairs") << u"code=200 path=\"/a b\""_s << u"kvp"_s;
        QTest::newRow("guessed") << u"code=200, path=\"/a b\""_s << u"auto"_s;
        QTest::newRow("pattern") << u"200 /a b"_s << u"regexp"_s;
    }
    void extractsFields()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, format);
        const Frames frames{table(u"A"_s, {{u"line"_s, Column::texts({text, QString()})}})};
        Json json = step(u"extractFields"_s).with(u"options.source", Json(u"line"_s)).with(u"options.format", Json(format));
        json = json.with(u"options.regExp", Json(u"/(?<code>[0-9]+) (?<path>.*)/"_s)).with(u"options.replace", Json(true));
        TransformRun run;
        const Frames got = transformFrames(Json::array({json}), frames, run);
        QVERIFY(got.first().fields.size() >= 2);
        QCOMPARE(got.first().fields[0].name, u"code"_s);
        QCOMPARE(got.first().fields[0].values, Column::numbers({200, Column::missing()}));
        QCOMPARE(got.first().fields[1].name, u"path"_s);
        QCOMPARE(got.first().fields[1].values.text(0), u"/a b"_s);
        QVERIFY(got.first().fields[1].values.isNull(1));
    }

    void formatsTimes()
    {
        const Frames frames{table(u"A"_s, {{u"t"_s, Column::times({0, Column::missing()})}})};
        TransformRun run;
        const Json json = step(u"formatTime"_s)
                              .with(u"options.timeField", Json(u"t"_s))
                              .with(u"options.outputFormat", Json(u"HH:mm"_s))
                              .with(u"options.timezone", Json(u"Asia/Tokyo"_s));
        const Frames got = transformFrames(Json::array({json}), frames, run);
        QCOMPARE(got.first().fields[0].values, Column::texts({u"09:00"_s, QString()}));
    }

    void partitionsByValues()
    {
        const Frames frames{table(u"A"_s, {{u"host"_s, Column::texts({u"a"_s, u"b"_s, u"a"_s})}, {u"v"_s, Column::numbers({1, 2, 3})}})};
        TransformRun run;
        const Json json = step(u"partitionByValues"_s).with(u"options.fields", Json::strings({u"host"_s}));
        const Frames got = transformFrames(Json::array({json}), frames, run);
        QCOMPARE(got.size(), 2);
        QCOMPARE(got[0].name, u"a"_s);
        QCOMPARE(got[0].fields.size(), 1);
        QCOMPARE(got[0].fields[0].values, Column::numbers({1, 3}));
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
