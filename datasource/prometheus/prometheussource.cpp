// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/prometheussource.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <QtNetwork/QNetworkAccessManager>
#include <datasource/prometheus/decoder.h>
#include <datasource/prometheus/httperrors.h>
#include <datasource/prometheus/questions.h>
#include <datasource/prometheus/requestqueue.h>
#include <datasource/prometheus/valuesdecoder.h>

namespace {
// user:password in the URL is a sign-in like any other, and leaves the URL.
PrometheusConfig cleaned(PrometheusConfig config)
{
    if (config.auth == PrometheusConfig::Auth::None && !config.url.userInfo().isEmpty()) {
        config.auth = PrometheusConfig::Auth::Basic;
        config.user = config.url.userName(QUrl::FullyDecoded);
        config.secret = config.url.password(QUrl::FullyDecoded).toUtf8();
    }
    config.url.setUserInfo(QString());
    while (config.secret.endsWith('\n') || config.secret.endsWith('\r'))
        config.secret.chop(1);
    return config;
}

template <class T>
std::function<void(Result<Decoded>)> unpacked(std::function<void(Result<T>)> done)
{
    return [done = std::move(done)](Result<Decoded> decoded) {
        if (decoded)
            done(std::get<T>(std::move(*decoded)));
        else
            done(tl::unexpected(decoded.error()));
    };
}

template <class T>
Result<Decoded> packed(Result<T> result)
{
    if (result)
        return Decoded(std::move(*result));
    return tl::unexpected(result.error());
}

Error placed(Error error, const QUrl &url)
{
    if (error.where.isEmpty())
        error.where = originOf(url);
    return error;
}

// Runs a decoder on an answer that claims to be JSON.
template <class Decoder>
RequestQueue::Decode checked(const QUrl &url, Decoder decoder)
{
    return [url, decoder](HttpAnswer answer, std::stop_token stop) -> Result<Decoded> {
        if (isForeignAnswer(answer.body))
            return tl::unexpected(foreignAnswerError(url, 200, answer.body, answer.contentType));
        Result<Decoded> result = decoder(std::move(answer), stop);
        if (!result)
            result = tl::unexpected(placed(result.error(), url));
        return result;
    };
}

QueryRequest probe()
{
    QueryRequest request;
    request.kind = QueryRequest::Kind::Instant;
    request.text = QStringLiteral("1");
    return request;
}

QString victoriaMetricsVersion(const QByteArray &metrics)
{
    static const QRegularExpression pattern(QStringLiteral(R"(vm_app_version\{[^}]*short_version="v?([^"]+)\")"));
    static const QRegularExpression longPattern(QStringLiteral(R"(vm_app_version\{[^}]*[ ,{]version="[^"]*?(\d+\.\d+\.\d+)[^"]*\")"));
    const QString text = QString::fromUtf8(metrics);
    const QRegularExpressionMatch match = pattern.match(text);
    return match.hasMatch() ? match.captured(1) : longPattern.match(text).captured(1);
}

void addLinks(Frame &frame, const QList<ExemplarLink> &links)
{
    for (Field &field : frame.fields)
        for (const ExemplarLink &link : links)
            if (field.name == link.label && field.values.type() == Column::Type::Text)
                field.config.links.append({link.title, link.url, true, false});
}

// The state of one check(): up to three questions one after the other.
struct Check {
    SourceHealth health;
    std::function<void(Result<SourceHealth>)> done;
    Pending step;
};
} // namespace

class PrometheusSource::Impl
{
public:
    explicit Impl(const PrometheusConfig &config) : m_peer{cleaned(config), &m_network, false}, m_queue(m_peer) { }

    const PrometheusConfig &config() const { return m_peer.config; }
    RequestQueue &queue() { return m_queue; }

    void probe(const std::shared_ptr<Check> &check);
    void askBuildInfo(const std::shared_ptr<Check> &check);
    void askVictoriaMetrics(const std::shared_ptr<Check> &check);

private:
    Pending askHealth(HttpQuestion question, RequestQueue::Decode decode, std::function<void(Result<SourceHealth>)> done)
    {
        return m_queue.ask({std::move(question), "health", RequestQueue::Priority::Urgent, std::move(decode)},
                           unpacked<SourceHealth>(std::move(done)));
    }

    QNetworkAccessManager m_network;
    HttpPeer m_peer;
    RequestQueue m_queue;
};

void PrometheusSource::Impl::probe(const std::shared_ptr<Check> &check)
{
    const QueryRequest request = ::probe();
    auto decode = checked(config().url, [request, limits = config().limits](HttpAnswer answer, std::stop_token stop) -> Result<Decoded> {
        SourceHealth health;
        health.latencyMs = answer.networkMs;
        health.engine = answer.isVictoriaMetrics ? QStringLiteral("VictoriaMetrics") : QStringLiteral("Prometheus compatible");
        const Result<QueryAnswer> result = decodeAnswer(std::move(answer.body), request, limits, stop);
        if (!result)
            return tl::unexpected(result.error());
        return health;
    });
    const std::weak_ptr<Check> weak = check;
    check->step = askHealth(questionFor(request), decode, [this, weak](const Result<SourceHealth> &health) {
        const std::shared_ptr<Check> check = weak.lock();
        if (!health)
            return check->done(health);
        check->health = *health;
        check->health.engine == QLatin1String("VictoriaMetrics") ? askVictoriaMetrics(check) : askBuildInfo(check);
    });
}

void PrometheusSource::Impl::askBuildInfo(const std::shared_ptr<Check> &check)
{
    auto decode
        = checked(config().url, [](const HttpAnswer &answer, const std::stop_token &) { return packed(decodeBuildInfo(answer.body)); });
    const std::weak_ptr<Check> weak = check;
    check->step = askHealth({QStringLiteral("/api/v1/status/buildinfo"), {}, false}, decode, [weak](const Result<SourceHealth> &build) {
        const std::shared_ptr<Check> check = weak.lock();
        // Not every compatible server tells its build; it answers queries all the same.
        if (build) {
            check->health.engine = build->engine;
            check->health.version = build->version;
        }
        check->done(check->health);
    });
}

void PrometheusSource::Impl::askVictoriaMetrics(const std::shared_ptr<Check> &check)
{
    const auto decode = [](const HttpAnswer &answer, const std::stop_token &) -> Result<Decoded> {
        SourceHealth health;
        health.version = victoriaMetricsVersion(answer.body);
        return health;
    };
    const std::weak_ptr<Check> weak = check;
    check->step = askHealth({QStringLiteral("/metrics"), {}, false}, decode, [weak](const Result<SourceHealth> &build) {
        const std::shared_ptr<Check> check = weak.lock();
        if (build)
            check->health.version = build->version;
        check->done(check->health);
    });
}

PrometheusSource::PrometheusSource(const PrometheusConfig &config) : m_impl(std::make_unique<Impl>(config)) { }

PrometheusSource::~PrometheusSource() = default;

Pending PrometheusSource::query(const QueryRequest &request, std::function<void(Result<QueryAnswer>)> done)
{
    if (!request.adHocFilters.isEmpty() || !request.groupBy.isEmpty())
        return query(applied(request), std::move(done));
    using Kind = QueryRequest::Kind;
    const bool isQuery = request.kind == Kind::Range || request.kind == Kind::Instant;
    const QUrl url = config().url;
    auto decode = checked(url, [request, isQuery, limits = config().limits](HttpAnswer answer, std::stop_token stop) {
        Result<QueryAnswer> result
            = isQuery ? decodeAnswer(std::move(answer.body), request, limits, stop) : decodeListing(answer.body, request);
        if (result) {
            result->stats.networkMs = answer.networkMs;
            result->answeredAtMs = answer.serverMs;
        }
        return packed(std::move(result));
    });
    const QByteArray shape = QByteArray::number(int(request.format));
    const QList<ExemplarLink> links = request.kind == Kind::Exemplars ? config().exemplarLinks : QList<ExemplarLink>();
    auto named = [done = std::move(done), refId = request.refId, links](Result<QueryAnswer> answer) {
        if (answer) {
            for (Frame &frame : answer->frames) {
                frame.refId = refId;
                addLinks(frame, links);
            }
        }
        done(std::move(answer));
    };
    return m_impl->queue().ask({questionFor(request), shape, RequestQueue::Priority::Normal, decode},
                               unpacked<QueryAnswer>(std::move(named)));
}

Pending PrometheusSource::values(const ValuesRequest &request, std::function<void(Result<QStringList>)> done)
{
    auto decode = checked(config().url, [limit = request.limit, limits = config().limits](HttpAnswer answer, const std::stop_token &stop) {
        return packed(decodeValues(std::move(answer.body), limit, limits, stop));
    });
    return m_impl->queue().ask({questionFor(request), "values", RequestQueue::Priority::Urgent, decode},
                               unpacked<QStringList>(std::move(done)));
}

Pending PrometheusSource::check(std::function<void(Result<SourceHealth>)> done)
{
    auto check = std::make_shared<Check>();
    check->done = std::move(done);
    m_impl->probe(check);
    return Pending([check]() mutable { check.reset(); });
}

qint64 PrometheusSource::scrapeIntervalMs() const
{
    return config().scrapeIntervalMs;
}

const PrometheusConfig &PrometheusSource::config() const
{
    return m_impl->config();
}
