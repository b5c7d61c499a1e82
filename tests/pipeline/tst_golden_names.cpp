// SPDX-License-Identifier: GPL-3.0-or-later
#include "goldenfields.h"

#include <pipeline/fielddisplay.h>
#include <pipeline/fieldpipeline.h>
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

QString displayNames(const Json &input, const Json &output)
{
    const Frames frames = goldenfields::frames(input);
    for (qsizetype f = 0; f < frames.size(); ++f) {
        for (qsizetype i = 0; i < frames[f].fields.size(); ++i) {
            const QString got = fieldDisplayName(frames[f].fields[i], frames[f], frames);
            if (got != output.at(f)[u"fields"].at(i).toString())
                return got;
        }
    }
    return {};
}

// Stands for the dashboard's variables of the table: v with value varval and text Var Text.
QString withVariables(const QString &text, const Field &)
{
    QString out = text;
    return out.replace("${v:text}"_L1, "Var Text"_L1).replace("$v"_L1, "varval"_L1);
}

QString fieldDiffers(const Field &got, const Json &want)
{
    if (got.state.displayName != want[u"displayName"].toString())
        return u"name "_s + got.state.displayName;
    if (got.state.seriesIndex != want[u"seriesIndex"].toInt())
        return u"index %1"_s.arg(got.state.seriesIndex);
    const Json config = want[u"config"];
    if (got.config.unit != config[u"unit"].toString())
        return u"unit "_s + got.config.unit;
    if (got.config.custom.isObject() && got.config.custom.size() > 0 && !(got.config.custom == config[u"custom"]))
        return u"custom "_s + QString::fromUtf8(got.config.custom.dump());
    if (!got.isNumeric())
        return {};
    const bool decimals = got.config.decimals ? config[u"decimals"].toInt(-99) == *got.config.decimals : config[u"decimals"].isNull();
    const bool range = goldens::same(got.state.rangeMin.value_or(-1), goldens::number(want[u"range"][u"min"]).value_or(-1))
        && goldens::same(got.state.rangeMax.value_or(-1), goldens::number(want[u"range"][u"max"]).value_or(-1));
    return decimals && range ? QString() : u"decimals or range"_s;
}

QString overrides(const Json &input, const Json &output)
{
    const FieldConfigSource source = readFieldConfigSource(goldenfields::plain(input[u"fieldConfig"]));
    const Frames got = applyFieldConfig(goldenfields::frames(input[u"frames"]), source, withVariables);
    for (qsizetype f = 0; f < got.size(); ++f) {
        for (qsizetype i = 0; i < got[f].fields.size(); ++i) {
            const QString difference = fieldDiffers(got[f].fields[i], output.at(f).at(i));
            if (!difference.isEmpty())
                return u"%1/%2 %3"_s.arg(f).arg(i).arg(difference);
        }
    }
    return {};
}

QString displays(const Json &input, const Json &output)
{
    ReduceOptions options;
    options.calcs = input[u"reduceOptions"][u"calcs"].toStrings();
    options.values = input[u"reduceOptions"][u"values"].toBool();
    options.limit = int(input[u"reduceOptions"][u"limit"].toInt(25));
    options.fields = input[u"reduceOptions"][u"fields"].toString();
    const FieldConfigSource source = readFieldConfigSource(goldenfields::plain(input[u"fieldConfig"]));
    const Frames frames = applyFieldConfig(goldenfields::frames(input[u"frames"]), source);
    const QList<FieldDisplay> got = fieldDisplays(frames, options, Brightness::Dark);
    if (output.at(0)[u"title"].isNull()) // the one that says that there is no data
        return got.isEmpty() ? QString() : u"%1 entries"_s.arg(got.size());
    if (got.size() != output.size())
        return u"%1 entries"_s.arg(got.size());
    for (qsizetype i = 0; i < got.size(); ++i) {
        const Json want = output.at(i);
        if (got[i].title != want[u"title"].toString() || got[i].value.text != want[u"text"].toString())
            return got[i].title + u" = "_s + got[i].value.text;
    }
    return {};
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

QString skipped(const QString &group, const Json &input, const Json &output)
{
    const QByteArray text = input.dump();
    if (group == "promTable"_L1 || group == "promHeatmap"_L1 || group == "parseSampleValue"_L1)
        return u"the answer's shape is the data source's: datasource/prometheus"_s;
    if (text.contains("timeCompare"))
        return u"comparison with another time is a later part"_s;
    if (text.contains("nosuch"))
        return u"which custom options there are is the panel type's to know"_s;
    if (group != "fieldDisplay"_L1)
        return {};
    if (output.at(0)[u"title"].isNull() && text.contains("noValue"))
        return u"the text for no data is the panel's"_s;
    const bool severalCalcs = text.contains("${__calc}") && input[u"reduceOptions"][u"calcs"].size() > 1;
    for (int i = 1; severalCalcs && i < int(output.size()); ++i)
        if (output.at(i)[u"title"] == output.at(i - 1)[u"title"])
            return u"two equal results share the last calculation's title in Grafana"_s;
    return {};
}

QString checkName(const Json &testCase)
{
    const QString group = testCase[u"group"].toString();
    const Json input = testCase[u"input"];
    const Json output = testCase[u"output"];
    if (const QString reason = skipped(group, input, output); !reason.isEmpty())
        return goldens::skip(reason);
    if (group == "overrides"_L1)
        return overrides(input, output);
    if (group == "promLegend"_L1)
        return seriesNames(input, output);
    return group == "displayName"_L1 ? displayNames(input, output) : displays(input, output);
}
} // namespace

class TstGoldenNames : public QObject
{
    Q_OBJECT

private slots:
    void golden_legend() { QCOMPARE(goldens::runTsv(u"legend"_s, checkLegend), 0); }
    void golden_naming() { QCOMPARE(goldens::runCases(u"naming"_s, checkName), 0); }

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
