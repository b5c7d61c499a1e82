// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/sampledata.h>

#include <QtCore/QCoreApplication>
#include <cmath>
#include <dashboard/paneljob.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSpanMs = 6 * 3600 * 1000;
constexpr int kRows = 181;
constexpr qint64 kEndMs = 1'795'383'120'000;

// A calm wave around `base`, with a bump at three quarters.
std::vector<double> wave(int seed, double base, double swing)
{
    std::vector<double> values;
    for (int i = 0; i < kRows; ++i) {
        const double at = double(i) / kRows;
        const double noise = std::sin(i * 12.9898 + seed * 78.233) * 43758.5453;
        values.push_back(base + swing * std::sin(at * 7 + seed) + 0.4 * swing * std::sin(at * 23 + 2 * seed)
                         + swing * 2 * std::exp(-std::pow((at - 0.74) / 0.04, 2)) + swing * 0.5 * (noise - std::floor(noise) - 0.5));
    }
    return values;
}

Field numbers(const QString &name, std::vector<double> values)
{
    return {u"Value"_s, {{u"name"_s, name}}, Column::numbers(std::move(values)), {}, {}};
}

Frame series(QList<Field> fields, Frame::Kind kind = Frame::Kind::TimeSeries)
{
    Frame frame;
    frame.refId = u"A"_s;
    frame.kind = kind;
    const qsizetype rows = fields.first().values.size();
    frame.fields = {Field{u"Time"_s, {}, Column::grid(kEndMs - kSpanMs, kSpanMs / (rows - 1), rows), {}, {}}};
    frame.fields += fields;
    return frame;
}

Json steps()
{
    const auto step = [](const Json &value, const QString &color) { return Json::object({{u"value"_s, value}, {u"color"_s, color}}); };
    return Json::object(
        {{u"mode"_s, u"absolute"_s}, {u"steps"_s, Json::array({step({}, u"green"_s), step(70, u"yellow"_s), step(85, u"red"_s)})}});
}

Json defaults(const QString &unit, const QString &colorMode)
{
    return Json::object({{u"unit"_s, unit}, {u"color"_s, Json::object({{u"mode"_s, colorMode}})}, {u"thresholds"_s, steps()}});
}

SamplePicture picture(const Frames &frames, const Json &fieldDefaults, const Json &options = Json::object())
{
    return samplePicture(SampleSource{frames, fieldDefaults, {}, options});
}

QList<Field> waveFields()
{
    QList<Field> fields;
    const QStringList names{u"/orders"_s, u"/search"_s, u"/cart"_s, u"/login"_s};
    for (int i = 0; i < names.size(); ++i)
        fields.append(numbers(names[i], wave(i + 1, 60.0 / (i + 1.2), 6.0 / (i + 1))));
    return fields;
}

SamplePicture waves()
{
    return picture({series(waveFields())}, defaults(u"short"_s, u"palette-classic"_s),
                   Json::object({{u"legend"_s, Json::object({{u"showLegend"_s, false}})}}));
}

SamplePicture oneNumber(const QString &unit, double base, double swing)
{
    return picture({series({numbers(u"app-1"_s, wave(3, base, swing))})}, defaults(unit, u"thresholds"_s));
}

SamplePicture percentages()
{
    QList<Field> fields;
    const QList<std::pair<QString, double>> shares{{u"orders"_s, 88}, {u"search"_s, 72}};
    for (const auto &[name, share] : shares)
        fields.append(numbers(name, wave(2, share, 2)));
    const Json field = defaults(u"percent"_s, u"thresholds"_s).with(u"min", 0).with(u"max", 100);
    return picture({series(fields)}, field, Json::object({{u"displayMode"_s, u"gradient"_s}, {u"orientation"_s, u"horizontal"_s}}));
}

Frames bucketFrames()
{
    constexpr int kColumns = 48;
    QList<Field> fields;
    const QStringList bounds{u"0.005"_s, u"0.01"_s, u"0.025"_s, u"0.05"_s, u"0.1"_s, u"0.25"_s, u"0.5"_s, u"1"_s};
    for (int row = 0; row < bounds.size(); ++row) {
        std::vector<double> counts;
        for (int column = 0; column < kColumns; ++column) {
            const double middle = 3.2 + 0.8 * std::sin(column / 7.0) + 1.6 * std::exp(-std::pow((column - 35) / 3.0, 2));
            counts.push_back(std::round(120 * std::exp(-std::pow((row - middle) / 1.3, 2))));
        }
        Field field = numbers(bounds[row], counts);
        field.name = bounds[row];
        field.labels = {};
        fields.append(field);
    }
    return {series(fields, Frame::Kind::HeatmapRows)};
}

SamplePicture rows()
{
    Frame frame;
    frame.refId = u"A"_s;
    frame.kind = Frame::Kind::Table;
    frame.fields = {Field{u"service"_s, {}, Column::texts({u"orders"_s, u"search"_s}), {}, {}},
                    Field{u"rate"_s, {}, Column::numbers({44.1, 33.6}), {}, {}}};
    return picture({frame}, defaults(u"reqps"_s, u"thresholds"_s));
}

Frames tableFrames()
{
    Frame frame;
    frame.refId = u"A"_s;
    frame.kind = Frame::Kind::Table;
    const std::vector<QString> services{u"orders"_s, u"search"_s, u"cart"_s, u"login"_s, u"export"_s};
    const std::vector<QString> regions{u"eu-north"_s, u"eu-west"_s, u"eu-west"_s, u"us-east"_s, u"us-east"_s};
    frame.fields = {Field{u"service"_s, {}, Column::texts(services), {}, {}}, Field{u"region"_s, {}, Column::texts(regions), {}, {}},
                    Field{u"rate"_s, {}, Column::numbers({44.1, 93.6, 71.2, 12.5, 3.1}), {}, {}}};
    return {frame};
}

SamplePicture words()
{
    SamplePicture made;
    made.data.state = PanelData::State::Done;
    const QString text = QCoreApplication::translate("SampleData", "Metrics of the **orders** service.\n\nAlerts go to `#on-call`.");
    made.options = Json::object({{u"mode"_s, u"markdown"_s}, {u"content"_s, text}});
    return made;
}

} // namespace

SamplePicture samplePicture(const SampleSource &source)
{
    SamplePicture made;
    made.data.state = PanelData::State::Done;
    made.data.range = {kEndMs - kSpanMs, kEndMs};
    made.options = source.options;
    if (source.frames.isEmpty())
        return made;
    PanelJob job;
    job.answers = {{u"A"_s, u"{{name}}"_s, {}, source.frames.first().kind == Frame::Kind::Table, source.frames}};
    job.fieldConfig = Json::object({{u"defaults"_s, source.fieldDefaults}, {u"overrides"_s, Json::array()}});
    job.typeDefaults = source.typeDefaults;
    made.data.frames = runPanelJob(job, {}).frames;
    return made;
}

SampleSource optionSample(const QString &typeId)
{
    SampleSource sample;
    if (typeId == u"text") {
        sample.options = words().options;
    } else if (typeId == u"heatmap") {
        sample.frames = bucketFrames();
    } else if (typeId == u"table") {
        sample.frames = tableFrames();
        sample.fieldDefaults = defaults(u"reqps"_s, u"thresholds"_s);
    } else if (typeId == u"timeseries") {
        // Few samples, so that bars and points stand apart, and a gap.
        QList<Field> fields = waveFields().mid(0, 3);
        for (qsizetype i = 0; i < fields.size(); ++i) {
            std::vector<double> values;
            for (int row = 0; row < kRows; row += 6)
                values.push_back(i == 1 && row > 60 && row < 90 ? Column::missing() : fields[i].values.number(row));
            fields[i].values = Column::numbers(std::move(values));
        }
        sample.frames = {series(fields)};
        const Json custom = Json::object({{u"fillOpacity"_s, 20}, {u"lineWidth"_s, 2}, {u"showPoints"_s, u"never"_s}});
        sample.fieldDefaults = defaults(u"short"_s, u"palette-classic"_s).with(u"custom", custom);
    } else {
        sample.frames = {series(waveFields().mid(0, 2))};
        sample.fieldDefaults = defaults(u"percent"_s, u"thresholds"_s).with(u"min", 0).with(u"max", 100);
    }
    return sample;
}

SamplePicture samplePicture(const QString &typeId)
{
    if (typeId == u"stat")
        return oneNumber(u"ms"_s, 60, 5);
    if (typeId == u"gauge")
        return oneNumber(u"percent"_s, 66, 4);
    if (typeId == u"bargauge")
        return percentages();
    if (typeId == u"heatmap")
        return picture(bucketFrames(), defaults(u"s"_s, u"palette-classic"_s));
    if (typeId == u"table")
        return rows();
    if (typeId == u"text")
        return words();
    return waves();
}
