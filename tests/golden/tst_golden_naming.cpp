// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/paneljob.h>
#include <datasource/prometheus/decoder.h>
#include <pipeline/fielddisplay.h>
#include <pipeline/fieldpipeline.h>
#include <tests/pipeline/goldenfields.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
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

// A panel type reads those of its own options that its schema has; the type of the table has these two.
Json readByPanel(const Json &custom)
{
    Json read = Json::object();
    for (const QString &key : custom.keys())
        if (key == "fillOpacity"_L1 || key == "lineWidth"_L1)
            read = read.with(key, custom[key]);
    return read;
}

QString overrides(const Json &input, const Json &output)
{
    const FieldConfigSource source = readFieldConfigSource(goldenfields::plain(input[u"fieldConfig"]));
    Frames got = applyFieldConfig(goldenfields::frames(input[u"frames"]), source, withVariables);
    for (qsizetype f = 0; f < got.size(); ++f) {
        for (qsizetype i = 0; i < got[f].fields.size(); ++i) {
            got[f].fields[i].config.custom = readByPanel(got[f].fields[i].config.custom);
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
    if (output.at(0)[u"title"].isNull()) { // there is no data, and what is said then
        const DisplayValue instead = noValueDisplay(source.defaults.noValue).value;
        const QString text = instead.text.isEmpty() ? u"No data"_s : instead.text;
        const std::optional<Rgba> color = goldenfields::css(output.at(0)[u"color"].toString());
        const bool isSame = got.isEmpty() && text == output.at(0)[u"text"].toString() && color == instead.color;
        return isSame ? QString() : u"%1 entries"_s.arg(got.size());
    }
    if (got.size() != output.size())
        return u"%1 entries"_s.arg(got.size());
    for (qsizetype i = 0; i < got.size(); ++i) {
        const Json want = output.at(i);
        if (got[i].title != want[u"title"].toString() || got[i].value.text != want[u"text"].toString())
            return got[i].title + u" = "_s + got[i].value.text;
    }
    return {};
}

// A sample as the server writes it.
QString sampleText(const Json &value)
{
    const double number = goldens::number(value).value_or(0);
    return value.isString() ? value.toString() : std::isnan(number) ? u"NaN"_s : goldens::printed(number);
}

// The series of one query, given as frames of {Time, Value}, as the server's answer.
QByteArray answerOf(const QList<Json> &series)
{
    std::vector<Json> result;
    for (const Json &frame : series) {
        const Json times = frame[u"fields"].at(0)[u"values"];
        const Json values = frame[u"fields"].at(1)[u"values"];
        const Json metric = frame[u"fields"].at(1)[u"labels"];
        std::vector<Json> samples;
        for (qsizetype i = 0; i < times.size(); ++i)
            samples.push_back(Json::array({Json(times.at(i).toDouble() / 1000), Json(sampleText(values.at(i)))}));
        result.push_back(Json::object({{u"metric"_s, metric.isObject() ? metric : Json::object()}, {u"values"_s, Json::array(samples)}}));
    }
    const Json data = Json::object({{u"resultType"_s, u"matrix"_s}, {u"result"_s, Json::array(result)}});
    return Json::object({{u"status"_s, u"success"_s}, {u"data"_s, data}}).dump();
}

// The template that made the name: "bucket 0.5" of le = 0.5 is "bucket {{le}}".
QString legendOf(const Json &field)
{
    const QString le = field[u"labels"][u"le"].toString();
    return field[u"config"][u"displayNameFromDS"].toString().replace(le, u"{{le}}"_s);
}

// Through the decoder and the panel's job: what a panel gets of the answers.
Frames answered(const Json &input, QueryRequest::Format format)
{
    PanelJob job;
    QMap<QString, QList<Json>> byQuery;
    for (const Json &frame : input.items())
        byQuery[frame[u"refId"].toString()].append(frame);
    for (auto it = byQuery.cbegin(); it != byQuery.cend(); ++it) {
        const Json fields = it->first()[u"fields"];
        const Json times = fields.at(0)[u"values"];
        QueryRequest request;
        request.format = format;
        request.refId = it.key();
        request.range = {times.at(0).toInt(), times.at(times.size() - 1).toInt()};
        const Result<QueryAnswer> answer = decodeAnswer(answerOf(*it), request, {}, {});
        if (!answer)
            return {};
        job.answers.append({it.key(), legendOf(fields.at(1)), {}, format == QueryRequest::Format::Table, answer->frames});
    }
    return runPanelJob(job, {}).frames;
}

QString valuesDiffer(const Column &got, const Json &want)
{
    if (got.size() != want.size())
        return u"%1 values"_s.arg(got.size());
    for (qsizetype i = 0; i < got.size(); ++i) {
        const bool isSame = got.type() == Column::Type::Text
            ? got.text(i) == want.at(i).toString()
            : goldens::same(got.number(i), goldens::number(want.at(i)).value_or(Column::missing()));
        if (!isSame)
            return u"value %1"_s.arg(i);
    }
    return {};
}

// Names of frames and the mark `filterable` are read by nobody here.
QString answers(const Json &input, const Json &output, QueryRequest::Format format)
{
    const Frames got = answered(input, format);
    if (got.size() != output.size())
        return u"%1 frames"_s.arg(got.size());
    for (qsizetype f = 0; f < got.size(); ++f) {
        const Json fields = output.at(f)[u"fields"];
        if (got[f].refId != output.at(f)[u"refId"].toString() || got[f].fields.size() != fields.size())
            return u"frame "_s + got[f].refId + u" of %1"_s.arg(got[f].fields.size());
        for (qsizetype i = 0; i < fields.size(); ++i) {
            const Field &field = got[f].fields[i];
            const Json want = fields.at(i);
            const QString name = want[u"config"][u"displayNameFromDS"].toString(want[u"name"].toString());
            if (!name.isEmpty() && field.state.displayName != name && field.name != name)
                return u"name "_s + field.state.displayName;
            if (want.contains(u"labels") && field.labels != goldenfields::labels(want[u"labels"]))
                return u"labels of "_s + field.state.displayName;
            if (const QString difference = valuesDiffer(field.values, want[u"values"]); !difference.isEmpty())
                return field.state.displayName + u' ' + difference;
        }
    }
    return {};
}

QString sampleValue(const Json &input, const Json &output)
{
    const QByteArray text = R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,")"
        + input.toString().toUtf8() + R"("]}]}})";
    const Result<QueryAnswer> answer = decodeAnswer(text, {}, {}, {});
    if (!answer || answer->frames.isEmpty())
        return u"no answer"_s;
    const double got = answer->frames[0].fields[1].values.number(0);
    return goldens::same(got, goldens::number(output.toString())) ? QString() : goldens::printed(got);
}

QString checkName(const Json &testCase)
{
    const QString group = testCase[u"group"].toString();
    const Json input = testCase[u"input"];
    const Json output = testCase[u"output"];
    if (group == "overrides"_L1)
        return overrides(input, output);
    if (group == "promLegend"_L1)
        return goldenfields::seriesNames(input, output);
    if (group == "promTable"_L1 || group == "promHeatmap"_L1)
        return answers(input, output, group == "promTable"_L1 ? QueryRequest::Format::Table : QueryRequest::Format::Heatmap);
    if (group == "parseSampleValue"_L1)
        return sampleValue(input, output);
    return group == "displayName"_L1 ? displayNames(input, output) : displays(input, output);
}
} // namespace

class TstGoldenNaming : public QObject
{
    Q_OBJECT

private slots:
    void golden_naming() { QCOMPARE(goldens::runCases(u"naming"_s, checkName), 0); }

    // Rows of our own beside the golden ones, each with what it is there for.
    void rules_data()
    {
        QTest::addColumn<Json>("testCase");
        for (const Json &testCase : goldens::readCases(QStringLiteral(TEST_DATA_DIR "/namingrules.json")))
            QTest::newRow(qPrintable(testCase[u"why"].toString())) << testCase;
    }
    void rules()
    {
        QFETCH(const Json, testCase);
        QCOMPARE(checkName(testCase), QString());
    }
};

ADD_TEST(TstGoldenNaming)
#include "tst_golden_naming.moc"
