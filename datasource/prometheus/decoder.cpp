// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/decoder.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <datasource/prometheus/answerframes.h>
#include <datasource/prometheus/histogramreader.h>
#include <datasource/prometheus/jsonreader.h>
#include <datasource/prometheus/labelreader.h>
#include <datasource/prometheus/plainruns.h>
#include <datasource/prometheus/seriesreader.h>

namespace {
// Walks one answer. The first failure stops the walk and stays.
class Decoder
{
public:
    Decoder(const QueryRequest &request, const AnswerLimits &limits, std::stop_token stop)
        : m_request(request)
        , m_limits(limits)
        , m_stop(std::move(stop))
        , m_samples(request, limits.maxSamples)
        , m_histograms(m_samples, limits.maxSamples)
    {
    }

    Result<QueryAnswer> decode(QByteArray json);

private:
    bool readRoot(ondemand::object root);
    bool readData(ondemand::object data);
    bool readResult(ondemand::value result);
    bool readSeries(ondemand::object series);
    simdjson::error_code readValues(ondemand::value value, DecodedSeries &series);
    bool readScalar(ondemand::array pair);
    bool checkLimits();
    void readNotices(ondemand::value texts, Notice::Severity severity);
    void addHistograms(Frames &frames);
    bool broken(simdjson::error_code code);
    bool stopWith(Error::Kind kind, const QString &what, const QString &hint = {});

    const QueryRequest &m_request;
    const AnswerLimits &m_limits;
    std::stop_token m_stop;
    const char *m_text = nullptr; // what is parsed
    PlainRuns m_runs;
    LabelReader m_labels;
    SeriesReader m_samples;
    HistogramReader m_histograms;
    std::vector<DecodedHistogram> m_native;
    DecodedAnswer m_answer;
    QList<Notice> m_notices;
    std::optional<Error> m_error;
    QString m_status;
    QString m_errorType;
    QString m_errorText;
};

bool Decoder::stopWith(Error::Kind kind, const QString &what, const QString &hint)
{
    if (!m_error)
        m_error = Error{kind, what, {}, hint};
    return false;
}

bool Decoder::broken(simdjson::error_code code)
{
    return stopWith(Error::Kind::Parse,
                    QCoreApplication::translate("Errors", "The answer is not the JSON of a Prometheus query: %1")
                        .arg(QLatin1String(simdjson::error_message(code))));
}

bool Decoder::checkLimits()
{
    if (m_stop.stop_requested())
        return stopWith(Error::Kind::Cancelled, QStringLiteral("Cancelled"));
    if (qsizetype(m_answer.series.size()) > m_limits.maxSeries)
        return stopWith(Error::Kind::Limit,
                        QCoreApplication::translate("Errors", "The answer has more than %1 series").arg(m_limits.maxSeries),
                        QCoreApplication::translate("Errors", "Aggregate, or select fewer series."));
    if (m_samples.sampleCount() + m_histograms.sampleCount() > m_limits.maxSamples)
        return stopWith(Error::Kind::Limit,
                        QCoreApplication::translate("Errors", "The answer has more than %1 samples").arg(m_limits.maxSamples),
                        QCoreApplication::translate("Errors", "Ask for a shorter range, a longer step, or fewer series."));
    return true;
}

void Decoder::readNotices(ondemand::value texts, Notice::Severity severity)
{
    ondemand::array items;
    if (texts.get_array().get(items))
        return;
    for (auto item : items) {
        std::string_view text;
        if (item.get_string().get(text) || m_notices.size() >= 50)
            return;
        m_notices.append({severity, toQString(text)});
    }
}

bool Decoder::readScalar(ondemand::array pair)
{
    int index = 0;
    for (auto item : pair) {
        ondemand::value value;
        if (const auto code = item.get(value))
            return broken(code);
        if (index == 0 && !m_samples.readTime(value, m_answer.scalarMs))
            return broken(simdjson::NUMBER_ERROR);
        if (index == 1) {
            std::string_view text;
            if (const auto code = value.get_string().get(text))
                return broken(code);
            m_answer.scalarText = toQString(text);
        }
        ++index;
    }
    m_answer.hasScalar = index == 2;
    return m_answer.hasScalar || broken(simdjson::INCORRECT_TYPE);
}

simdjson::error_code Decoder::readValues(ondemand::value value, DecodedSeries &series)
{
    if (m_runs.take(value.raw_json_token().data() - m_text, series))
        return simdjson::SUCCESS;
    return m_samples.readMany(value, m_stop, series);
}

bool Decoder::readSeries(ondemand::object series)
{
    DecodedSeries result;
    bool hasSamples = false;
    DecodedHistogram native;
    for (auto member : series) {
        std::string_view key;
        ondemand::value value;
        if (const auto code = member.unescaped_key().get(key))
            return broken(code);
        if (const auto code = member.value().get(value))
            return broken(code);
        simdjson::error_code code = simdjson::SUCCESS;
        if (key == "metric") {
            code = m_labels.read(value, result.labels);
        } else if (key == "values") {
            code = readValues(value, result);
            hasSamples = true;
        } else if (key == "value") {
            code = m_samples.readOne(value, result);
            hasSamples = true;
        } else if (key == "histograms") {
            code = m_histograms.readMany(value, native);
        } else if (key == "histogram") {
            code = m_histograms.readOne(value, native);
        }
        if (code)
            return broken(code);
        if (!checkLimits())
            return false;
    }
    if (!native.samples.empty()) {
        native.labels = result.labels;
        m_native.push_back(std::move(native));
    }
    if (hasSamples)
        m_answer.series.push_back(std::move(result));
    return checkLimits();
}

bool Decoder::readResult(ondemand::value result)
{
    ondemand::array items;
    bool isNull = false;
    if (const auto code = result.is_null().get(isNull))
        return broken(code);
    if (isNull)
        return true;
    if (const auto code = result.get_array().get(items))
        return broken(code);
    bool isFirst = true;
    for (auto item : items) {
        ondemand::value value;
        ondemand::json_type type;
        if (const auto code = item.get(value))
            return broken(code);
        if (const auto code = value.type().get(type))
            return broken(code);
        if (isFirst && type == ondemand::json_type::number) {
            const auto code = items.reset();
            return code.error() ? broken(code.error()) : readScalar(items);
        }
        isFirst = false;
        ondemand::object series;
        if (const auto code = value.get_object().get(series))
            return broken(code);
        if (!readSeries(series))
            return false;
    }
    return true;
}

bool Decoder::readData(ondemand::object data)
{
    for (auto member : data) {
        std::string_view key;
        ondemand::value value;
        if (const auto code = member.unescaped_key().get(key))
            return broken(code);
        if (const auto code = member.value().get(value))
            return broken(code);
        std::string_view type;
        if (key == "resultType" && !value.get_string().get(type))
            m_answer.isText = type == "string";
        else if (key == "result" && !readResult(value))
            return false;
    }
    return true;
}

bool Decoder::readRoot(ondemand::object root)
{
    for (auto member : root) {
        std::string_view key;
        ondemand::value value;
        std::string_view text;
        if (const auto code = member.unescaped_key().get(key))
            return broken(code);
        if (const auto code = member.value().get(value))
            return broken(code);
        if (key == "data") {
            ondemand::object data;
            if (!value.get_object().get(data) && !readData(data))
                return false;
        } else if (key == "warnings") {
            readNotices(value, Notice::Severity::Warning);
        } else if (key == "infos") {
            readNotices(value, Notice::Severity::Info);
        } else if (key == "status" && !value.get_string().get(text)) {
            m_status = toQString(text);
        } else if (key == "errorType" && !value.get_string().get(text)) {
            m_errorType = toQString(text);
        } else if (key == "error" && !value.get_string().get(text)) {
            m_errorText = toQString(text);
        }
    }
    return true;
}

// A table has no place for buckets.
void Decoder::addHistograms(Frames &frames)
{
    if (m_native.empty())
        return;
    if (m_request.format == QueryRequest::Format::Table) {
        m_notices.append(
            {Notice::Severity::Info, QCoreApplication::translate("Errors", "Native histograms in the answer are not shown in a table")});
        return;
    }
    for (const DecodedHistogram &native : m_native) {
        if (std::optional<Frame> frame = histogramFrame(native, m_request.refId))
            frames.append(std::move(*frame));
    }
}

Result<QueryAnswer> Decoder::decode(QByteArray json)
{
    QElapsedTimer clock;
    clock.start();
    const qsizetype size = json.size();
    if (size > m_limits.maxBytes)
        return fail(Error::Kind::Limit, QCoreApplication::translate("Errors", "The answer is larger than %1 bytes").arg(m_limits.maxBytes));
    ondemand::parser parser;
    ondemand::document document;
    ondemand::object root;
    m_samples.setEnd(paddedView(json).end());
    m_runs.takeFrom(json, m_samples, m_stop);
    const simdjson::padded_string_view view = paddedView(json);
    m_text = view.data();
    m_samples.setEnd(view.end());
    simdjson::error_code code = parser.iterate(view).get(document);
    if (!code)
        code = document.get_object().get(root);
    if (code)
        broken(code);
    else
        readRoot(root);
    if (m_status == QLatin1String("error"))
        m_error = Error{Error::Kind::Query, m_errorText.isEmpty() ? m_errorType : m_errorText, {}, {}};
    else if (!m_error && m_status != QLatin1String("success"))
        stopWith(Error::Kind::Parse, QCoreApplication::translate("Errors", "The answer is JSON, but not of a Prometheus query"));
    if (m_error)
        return tl::unexpected(*m_error);
    m_answer.grid = m_samples.grid();
    QueryAnswer answer;
    answer.stats.bytes = size;
    answer.stats.series = qsizetype(m_answer.series.size() + m_native.size()) + m_answer.hasScalar;
    answer.stats.samples = m_samples.sampleCount() + m_histograms.sampleCount() + m_answer.hasScalar;
    Result<Frames> frames = makeFrames(std::move(m_answer), m_request, m_stop);
    if (!frames)
        return tl::unexpected(frames.error());
    answer.frames = std::move(*frames);
    addHistograms(answer.frames);
    answer.notices = std::move(m_notices);
    answer.stats.decodeMs = double(clock.nsecsElapsed()) / 1e6;
    return answer;
}
} // namespace

Result<QueryAnswer> decodeAnswer(QByteArray json, const QueryRequest &request, const AnswerLimits &limits, std::stop_token stop)
{
    return Decoder(request, limits, std::move(stop)).decode(std::move(json));
}
