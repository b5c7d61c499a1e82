// SPDX-License-Identifier: GPL-3.0-or-later
#include "goldenfields.h"

#include <QtCore/QFile>
#include <pipeline/fieldpipeline.h>
#include <pipeline/numbertext.h>
#include <pipeline/transform/transformation.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
Json sharedFrames()
{
    QFile file(goldens::folder() + u"/transforms_frames.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const Result<Json> json = Json::parse(file.readAll());
    return json ? *json : Json();
}

bool isNothing(const Json &value)
{
    return value.isNull() || goldens::isUndefined(value);
}

// A value as it prints in a column of texts: what Grafana mixes in one column is texts with us.
QString printed(const Json &value)
{
    if (value.isString())
        return value.toString();
    if (const std::optional<double> number = goldens::number(value))
        return numbertext::shortest(*number);
    return QString::fromUtf8(value.dump());
}

bool sameCell(const Column &got, qsizetype row, const Json &want)
{
    if (isNothing(want))
        return got.isNull(row);
    if (got.type() == Column::Type::Text)
        return !got.isNull(row) && got.text(row) == printed(want);
    if (want.isBool())
        return got.type() == Column::Type::Bool && got.number(row) == double(want.toBool());
    // A column of numbers holds nothing where Grafana puts an empty text.
    if (want.isString())
        return want.toString().isEmpty() && got.isNull(row);
    const std::optional<double> number = goldens::number(want);
    return number && goldens::same(got.number(row), *number);
}

QString shownCell(const Column &column, qsizetype row)
{
    return column.isNull(row) ? u"null"_s : column.type() == Column::Type::Text ? column.text(row) : goldens::printed(column.number(row));
}

QString typeName(Column::Type type)
{
    return type == Column::Type::Text ? u"string"_s
        : type == Column::Type::Time  ? u"time"_s
        : type == Column::Type::Bool  ? u"boolean"_s
                                      : u"number"_s;
}

// What mixes types is of the type of its first value in Grafana.
bool isMixed(const std::vector<Json> &values)
{
    QSet<int> types;
    for (const Json &value : values) {
        if (!isNothing(value))
            types.insert(int(goldens::number(value) ? Json::Type::Number : value.type()));
    }
    return types.size() > 1;
}

QString fieldDiffers(const Field &got, const Json &want)
{
    const std::vector<Json> values = want[u"values"].items();
    if (got.name != want[u"name"].toString())
        return u"name "_s + got.name;
    const QString type = want[u"type"].toString();
    if (type != typeName(got.values.type()) && type != "other"_L1 && !isMixed(values))
        return u"type "_s + typeName(got.values.type());
    if (got.labels != goldenfields::labels(want[u"labels"]))
        return u"labels "_s + labelsText(got.labels);
    const Json config = want[u"config"];
    if (got.config.displayName != config[u"displayName"].toString() || got.config.unit != config[u"unit"].toString())
        return u"config"_s;
    if (got.values.size() != qsizetype(values.size()))
        return u"%1 rows"_s.arg(got.values.size());
    for (qsizetype row = 0; row < got.values.size(); ++row) {
        if (!sameCell(got.values, row, values[size_t(row)]))
            return u"row %1 is %2"_s.arg(row).arg(shownCell(got.values, row));
    }
    return {};
}

// Our labels are sorted, as Prometheus prints them; where labels become columns, the goldens have them in the order of the input.
Frame orderedAs(const Json &want, const Frame &frame)
{
    QList<Field> fields;
    Frame got = frame;
    for (const Json &each : want[u"fields"].items()) {
        const auto isIt = [&each](const Field &field) {
            return field.name == each[u"name"].toString() && field.labels == goldenfields::labels(each[u"labels"]);
        };
        const auto found = std::find_if(got.fields.begin(), got.fields.end(), isIt);
        if (found == got.fields.end())
            return frame;
        fields.append(*found);
        got.fields.erase(found);
    }
    got.fields = fields + got.fields;
    return got;
}

bool hasUnsortedLabels(const Frames &frames, const Json &json)
{
    for (qsizetype f = 0; f < frames.size(); ++f) {
        for (qsizetype i = 0; i < frames[f].fields.size(); ++i) {
            if (json.at(f)[u"fields"].at(i)[u"labels"].keys() != frames[f].fields[i].labels.keys())
                return true;
        }
    }
    return false;
}

QString frameDiffers(const Frame &got, const Frames &all, const Json &want)
{
    if (got.name != want[u"name"].toString() || got.refId != want[u"refId"].toString())
        return u"frame "_s + got.name + u' ' + got.refId;
    if (got.fields.size() != want[u"fields"].size())
        return u"%1 fields"_s.arg(got.fields.size());
    for (qsizetype i = 0; i < got.fields.size(); ++i) {
        const Json field = want[u"fields"].at(i);
        QString difference = fieldDiffers(got.fields[i], field);
        const QString shown = fieldDisplayName(got.fields[i], got, all);
        if (difference.isEmpty() && shown != field[u"displayName"].toString())
            difference = u"shown as "_s + shown;
        if (!difference.isEmpty())
            return u"field %1: %2"_s.arg(i).arg(difference);
    }
    return {};
}

QString unknownSteps(const Json &list)
{
    for (const Json &step : list.items()) {
        if (!findTransformation(step[u"id"].toString()))
            return step[u"id"].toString();
    }
    return {};
}

QString check(const Json &shared, const Json &testCase)
{
    const Json input = testCase[u"input"];
    if (const QString id = unknownSteps(input[u"transformations"]); !id.isEmpty())
        return u"no transformation "_s + id;
    const Json ref = input[u"frames"][u"$ref"];
    const Json json = ref.isString() ? shared[ref.toString()] : input[u"frames"];
    const Frames frames = goldenfields::frames(json);
    TransformRun run;
    run.interpolate = [](QString text) { return text.replace("$var"_L1, "cpu"_L1).replace("${rx}"_L1, "a|b"_L1); };
    Frames got = transformFrames(input[u"transformations"], frames, run);
    if (testCase[u"output"].contains(u"error")) {
        const auto isError = [](const Notice &notice) { return notice.severity == Notice::Severity::Error; };
        return std::any_of(run.notices.begin(), run.notices.end(), isError) ? QString() : u"no error"_s;
    }
    const Json want = testCase[u"output"][u"frames"];
    if (got.size() != want.size())
        return u"%1 frames"_s.arg(got.size());
    for (qsizetype f = 0; f < got.size(); ++f) {
        if (hasUnsortedLabels(frames, json))
            got[f] = orderedAs(want.at(f), got[f]);
        const QString difference = frameDiffers(got[f], got, want.at(f));
        if (!difference.isEmpty())
            return u"frame %1: %2"_s.arg(f).arg(difference);
    }
    return {};
}
} // namespace

class TstGoldenTransforms : public QObject
{
    Q_OBJECT

private slots:
    void golden_transforms()
    {
        const Json shared = sharedFrames();
        QVERIFY(shared.size() > 0);
        QCOMPARE(goldens::runCases(u"transforms"_s, [&shared](const Json &testCase) { return check(shared, testCase); }), 0);
    }

    // Rows of our own beside the golden ones, each with what it is there for.
    void rules_data()
    {
        QTest::addColumn<Json>("testCase");
        for (const Json &testCase : goldens::readCases(QStringLiteral(TEST_DATA_DIR "/transformrules.json")))
            QTest::newRow(qPrintable(testCase[u"why"].toString())) << testCase;
    }
    void rules()
    {
        QFETCH(const Json, testCase);
        QCOMPARE(check({}, testCase), QString());
    }
};

ADD_TEST(TstGoldenTransforms)
#include "tst_golden_transforms.moc"
