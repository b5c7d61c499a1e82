// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/fieldpipeline.h>
#include <tests/support/goldens.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
Labels labelsOf(const Json &json)
{
    Labels labels;
    for (const QString &key : json.keys())
        labels.insert(key, json[key].toString());
    return labels;
}

QString checkLegend(const goldens::Row &row)
{
    const Result<Json> labels = Json::parse(row[u"labels_json"_s].toUtf8());
    const QString got = labels ? legendName(labelsOf(*labels), row[u"legend_format"_s], row[u"expr"_s]) : u"unreadable labels"_s;
    return got == row[u"display_name_from_ds"_s] ? QString() : u'[' + got + u']';
}

// One query's series as the source gives them: a frame for each, or all on one time column.
Frames seriesFrames(const Json &series, bool oneFrame)
{
    Frames frames;
    for (const Json &labels : series.items()) {
        if (frames.isEmpty() || !oneFrame) {
            Frame frame;
            frame.refId = u"A"_s;
            frame.kind = Frame::Kind::TimeSeries;
            frame.fields = {Field{u"Time"_s, {}, Column::times({1, 2}), {}, {}}};
            frames.append(frame);
        }
        frames.last().fields.append(Field{u"Value"_s, labelsOf(labels), Column::numbers({1, 2}), {}, {}});
    }
    return frames;
}

QString seriesNames(const Json &input, const Json &output)
{
    const QString legendFormat = input[u"legendFormat"].toString();
    for (const bool oneFrame : {false, true}) {
        Frames frames = seriesFrames(input[u"series"], oneFrame);
        for (Frame &frame : frames)
            nameSeries(frame, legendFormat, input[u"expr"].toString());
        if (legendFormat == "__auto"_L1)
            nameAutoSeries(frames, u"A"_s);
        QStringList got;
        for (const Frame &frame : applyFieldConfig(frames, {}))
            for (const Field &field : frame.fields)
                if (field.isNumeric())
                    got.append(field.state.displayName);
        if (got != output.toStrings())
            return got.join(" / "_L1);
    }
    return {};
}
} // namespace

class TstGoldenNames : public QObject
{
    Q_OBJECT

private slots:
    void golden_legend() { QCOMPARE(goldens::runTsv(u"legend"_s, checkLegend), 0); }

    void autoLegend_data();
    void autoLegend();
};

void TstGoldenNames::autoLegend_data()
{
    QTest::addColumn<QByteArray>("series");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("common labels go") << QByteArray(
        R"([{"__name__":"up","job":"a","instance":"1"},{"__name__":"up","job":"a","instance":"2"}])")
                                      << QStringList{u"{instance=\"1\"}"_s, u"{instance=\"2\"}"_s};
    QTest::newRow("one series keeps all") << QByteArray(R"([{"__name__":"up","job":"a","instance":"1"}])")
                                          << QStringList{u"{__name__=\"up\", instance=\"1\", job=\"a\"}"_s};
    QTest::newRow("one series, name alone") << QByteArray(R"([{"__name__":"up"}])") << QStringList{u"up"_s};
    QTest::newRow("names that differ") << QByteArray(R"([{"__name__":"x"},{"__name__":"y"}])") << QStringList{u"x"_s, u"y"_s};
    QTest::newRow("no labels") << QByteArray("[{}]") << QStringList{u"expr"_s};
    QTest::newRow("one label name, no metric") << QByteArray(R"([{"mode":"idle"},{"mode":"user"}])") << QStringList{u"idle"_s, u"user"_s};
}

void TstGoldenNames::autoLegend()
{
    QFETCH(QByteArray, series);
    QFETCH(QStringList, names);
    const Json input
        = Json::object({{u"series"_s, *Json::parse(series)}, {u"legendFormat"_s, Json(u"__auto"_s)}, {u"expr"_s, Json(u"expr"_s)}});
    QCOMPARE(seriesNames(input, Json::strings(names)), QString());
}

ADD_TEST(TstGoldenNames)
#include "tst_golden_names.moc"
