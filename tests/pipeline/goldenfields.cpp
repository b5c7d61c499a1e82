// SPDX-License-Identifier: GPL-3.0-or-later
#include "goldenfields.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QColor>
#include <cmath>
#include <pipeline/fieldpipeline.h>

using namespace Qt::StringLiterals;

Column goldenfields::column(const QString &type, const Json &values)
{
    std::vector<double> numbers;
    std::vector<QString> texts;
    for (const Json &value : values.items()) {
        // A column holds no lists: one is its text.
        if (value.isArray())
            texts.push_back(QString::fromUtf8(value.dump()));
        else
            texts.push_back(value.isString() ? (value.toString().isEmpty() ? u""_s : value.toString()) : QString());
        if (value.isBool())
            numbers.push_back(value.toBool() ? 1 : 0);
        else
            numbers.push_back(goldens::number(value).value_or(Column::missing()));
    }
    const auto isList = [](const Json &value) { return value.isArray(); };
    const std::vector<Json> items = values.items();
    if (type == "string"_L1 || (type == "other"_L1 && std::any_of(items.begin(), items.end(), isList)))
        return Column::texts(std::move(texts));
    if (type == "boolean"_L1)
        return Column::bools(std::move(numbers));
    return type == "time"_L1 ? Column::times(std::move(numbers)) : Column::numbers(std::move(numbers));
}

Json goldenfields::plain(const Json &value)
{
    if (value.isArray()) {
        std::vector<Json> items;
        for (const Json &item : value.items())
            items.push_back(plain(item));
        return Json::array(items);
    }
    if (!value.isObject())
        return value;
    if (value.contains(u"$num") || value.contains(u"$undef")) {
        const double number = goldens::number(value).value_or(Column::missing());
        // JSON has no infinities; as texts the reader takes them.
        return std::isfinite(number) ? Json(number) : std::isinf(number) ? Json(number > 0 ? u"inf"_s : u"-inf"_s) : Json();
    }
    std::vector<std::pair<QString, Json>> members;
    for (const QString &key : value.keys())
        members.emplace_back(key, plain(value[key]));
    return Json::object(members);
}

Field goldenfields::field(const Json &json)
{
    Field out;
    out.name = json[u"name"].toString();
    out.values = column(json[u"type"].toString(), json[u"values"]);
    out.labels = labels(json[u"labels"]);
    out.config = readFieldConfig(plain(json[u"config"]));
    return out;
}

Frame goldenfields::frame(const Json &json)
{
    Frame out;
    out.name = json[u"name"].toString();
    out.refId = json[u"refId"].toString();
    for (const Json &each : json[u"fields"].items())
        out.fields.append(field(each));
    return out;
}

Frames goldenfields::frames(const Json &json)
{
    Frames out;
    for (const Json &each : json.items())
        out.append(frame(each));
    return out;
}

std::optional<Rgba> goldenfields::css(const QString &text)
{
    static const QRegularExpression function(u"^rgba?\\((\\d+), ?(\\d+), ?(\\d+)(?:, ?([0-9.]+))?\\)$"_s);
    if (const QRegularExpressionMatch match = function.match(text); match.hasMatch()) {
        const double alpha = match.captured(4).isEmpty() ? 1 : match.captured(4).toDouble();
        return Rgba{quint8(match.captured(1).toInt()), quint8(match.captured(2).toInt()), quint8(match.captured(3).toInt()),
                    quint8(qRound(alpha * 255))};
    }
    static const QRegularExpression hsl(u"^hsl\\((\\d+), (\\d+)%, (\\d+)%\\)$"_s);
    if (const QRegularExpressionMatch match = hsl.match(text); match.hasMatch()) {
        const QColor color
            = QColor::fromHslF(match.captured(1).toFloat() / 360, match.captured(2).toFloat() / 100, match.captured(3).toFloat() / 100);
        return Rgba{quint8(color.red()), quint8(color.green()), quint8(color.blue()), 255};
    }
    const QString last = text.size() == 9 ? text.mid(7) : u"ff"_s;
    const QColor color(text.size() == 9 ? text.left(7) : text);
    if (!color.isValid())
        return {};
    return Rgba{quint8(color.red()), quint8(color.green()), quint8(color.blue()), quint8(last.toInt(nullptr, 16))};
}

Brightness goldenfields::theme(const Json &input)
{
    return input[u"theme"].toString() == "light"_L1 ? Brightness::Light : Brightness::Dark;
}

Labels goldenfields::labels(const Json &json)
{
    Labels labels;
    for (const QString &key : json.keys())
        labels.insert(key, json[key].isNumber() ? goldens::printed(json[key].toDouble()) : json[key].toString());
    return labels;
}

namespace {
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
        frames.last().fields.append(Field{u"Value"_s, goldenfields::labels(labels), Column::numbers({1, 2}), {}, {}});
    }
    return frames;
}
} // namespace

QString goldenfields::seriesNames(const Json &input, const Json &names)
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
        if (got != names.toStrings())
            return got.join(" / "_L1);
    }
    return {};
}
