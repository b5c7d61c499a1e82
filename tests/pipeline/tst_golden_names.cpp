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
    if (got.size() != output.size())
        return u"%1 entries"_s.arg(got.size());
    for (qsizetype i = 0; i < got.size(); ++i) {
        const Json want = output.at(i);
        if (got[i].title != want[u"title"].toString() || got[i].value.text != want[u"text"].toString())
            return got[i].title + u" = "_s + got[i].value.text;
    }
    return {};
}

// Groups and cases that belong to others: the data source's tables and heatmaps, names that need more than one series at once
// ("__auto" leaves out common labels), and titles with variables of cells, data and calculations.
bool isOurs(const QString &group, const Json &input, const Json &output)
{
    static const QStringList groups{u"displayName"_s, u"overrides"_s, u"fieldDisplay"_s};
    const QByteArray text = input.dump();
    return groups.contains(group) && !text.contains("timeCompare") && !text.contains("${__cell") && !text.contains("${__data")
        && !text.contains("${__calc") && output.size() > 0 && !(group == "fieldDisplay"_L1 && output.at(0)[u"title"].isNull());
}

QString checkName(const Json &testCase)
{
    const QString group = testCase[u"group"].toString();
    const Json input = testCase[u"input"];
    const Json output = testCase[u"output"];
    if (!isOurs(group, input, output))
        return {};
    if (group == "overrides"_L1)
        return overrides(input, output);
    return group == "displayName"_L1 ? displayNames(input, output) : displays(input, output);
}
} // namespace

class TstGoldenNames : public QObject
{
    Q_OBJECT

private slots:
    void golden_legend() { QCOMPARE(goldens::runTsv(u"legend"_s, checkLegend), 0); }
    void golden_naming()
    {
        const int failed = goldens::runCases(u"naming"_s, checkName);
        QEXPECT_FAIL("", "some matchers and displays of time fields differ still", Continue);
        QCOMPARE(failed, 0);
    }
};

ADD_TEST(TstGoldenNames)
#include "tst_golden_names.moc"
