// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/valuesdecoder.h>

#include <QtCore/QCoreApplication>
#include <datasource/prometheus/jsonreader.h>
#include <datasource/prometheus/labelreader.h>

namespace {
QString seriesText(const Labels &labels)
{
    QString text = labels.value(QStringLiteral("__name__")) + u'{';
    bool isFirst = true;
    for (const auto &[name, value] : labels.asKeyValueRange()) {
        if (name == QLatin1String("__name__"))
            continue;
        text += (isFirst ? QString() : QStringLiteral(",")) + name + QStringLiteral("=\"") + value + u'"';
        isFirst = false;
    }
    return text + u'}';
}

struct ValuesReader {
    qsizetype most;
    const std::stop_token &stop;
    LabelReader labelReader;
    QStringList texts;

    simdjson::error_code read(ondemand::value data)
    {
        ondemand::array items;
        bool isNull = false;
        if (const auto code = data.is_null().get(isNull); code || isNull)
            return code;
        if (const auto code = data.get_array().get(items))
            return code;
        for (auto item : items) {
            ondemand::value value;
            ondemand::json_type type;
            if (texts.size() > most || stop.stop_requested())
                return simdjson::SUCCESS;
            if (const auto code = item.get(value))
                return code;
            if (const auto code = value.type().get(type))
                return code;
            if (type == ondemand::json_type::object) {
                Labels labels;
                if (const auto code = labelReader.read(value, labels))
                    return code;
                texts.append(seriesText(labels));
            } else {
                std::string_view text;
                if (const auto code = value.get_string().get(text))
                    return code;
                texts.append(toQString(text));
            }
        }
        return simdjson::SUCCESS;
    }
};

simdjson::error_code readRoot(ondemand::object root, ValuesReader &reader, QString &status, QString &error)
{
    for (auto member : root) {
        std::string_view key;
        std::string_view text;
        ondemand::value value;
        if (const auto code = member.unescaped_key().get(key))
            return code;
        if (const auto code = member.value().get(value))
            return code;
        if (key == "data") {
            if (const auto code = reader.read(value))
                return code;
        } else if (key == "status" && !value.get_string().get(text)) {
            status = toQString(text);
        } else if (key == "error" && !value.get_string().get(text)) {
            error = toQString(text);
        }
    }
    return simdjson::SUCCESS;
}
} // namespace

Result<QStringList> decodeValues(QByteArray json, int limit, const AnswerLimits &limits, const std::stop_token &stop)
{
    ValuesReader reader{limit > 0 ? limit : limits.maxSamples, stop, {}, {}};
    QString status;
    QString error;
    ondemand::parser parser;
    ondemand::document document;
    ondemand::object root;
    const simdjson::padded_string_view view = paddedView(json);
    auto code = parser.iterate(view).get(document);
    if (!code)
        code = document.get_object().get(root);
    if (!code)
        code = readRoot(root, reader, status, error);
    if (stop.stop_requested())
        return fail(Error::Kind::Cancelled, QStringLiteral("Cancelled"));
    if (status == QLatin1String("error"))
        return fail(Error::Kind::Query, error);
    if (code)
        return fail(Error::Kind::Parse,
                    QCoreApplication::translate("Errors", "The answer is not the JSON of a list: %1")
                        .arg(QLatin1String(simdjson::error_message(code))));
    if (status != QLatin1String("success"))
        return fail(Error::Kind::Parse, QCoreApplication::translate("Errors", "The answer is JSON, but not of Prometheus"));
    if (limit <= 0 && reader.texts.size() > limits.maxSamples)
        return fail(Error::Kind::Limit, QCoreApplication::translate("Errors", "The list has more than %1 items").arg(limits.maxSamples));
    if (limit > 0 && reader.texts.size() > limit)
        reader.texts.resize(limit);
    return std::move(reader.texts);
}
