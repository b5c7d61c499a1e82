// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPair>
#include <QtCore/QUrl>
#include <datasource/datasource.h>

// What one answer may cost; crossing one is Error::Kind::Limit with a text that says which and what to do.
struct AnswerLimits {
    qint64 maxBytes = 256 * 1024 * 1024; // after decompression
    qsizetype maxSeries = 50'000;
    qsizetype maxSamples = 20'000'000;

    bool operator==(const AnswerLimits &) const = default;
};

// Grafana's exemplarTraceIdDestinations: where the value of an exemplar's label leads.
struct ExemplarLink {
    QString label; // trace_id
    QString url; // with ${__value.raw}; http or https
    QString title; // empty: the address

    bool operator==(const ExemplarLink &) const = default;
};

struct PrometheusConfig {
    enum class Auth { None, Basic, Bearer, Header };

    QUrl url = {}; // the part before /api/v1; http or https
    Auth auth = Auth::None;
    QString user = {}; // Basic
    QByteArray secret = {}; // password, token or header value; never in an error text
    QByteArray headerName = {}; // Header
    qint64 scrapeIntervalMs = 15'000;
    qint64 timeoutMs = 60'000; // of one question, redirects included
    QString method = QStringLiteral("POST"); // or GET; a server that answers POST with 405 is asked by GET from then on
    QList<QPair<QString, QString>> extraParameters = {}; // sent with each question
    bool verifyCertificate = true;
    QList<ExemplarLink> exemplarLinks = {};
    AnswerLimits limits = {};

    bool operator==(const PrometheusConfig &) const = default;
};

// A client of Prometheus' HTTP API. At most five questions are in flight; those asked first go first, those of `values` and `check`
// (a person waits) before the rest; equal questions in flight share one connection. Contacts the host of the URL and no other.
// Lives on one thread with an event loop; answers decode on workers.
class PrometheusSource : public DataSource
{
public:
    explicit PrometheusSource(const PrometheusConfig &config);
    ~PrometheusSource() override; // cancels everything; pending callbacks are not called

    PrometheusSource(const PrometheusSource &) = delete;
    PrometheusSource &operator=(const PrometheusSource &) = delete;

    [[nodiscard]] Pending query(const QueryRequest &request, std::function<void(Result<QueryAnswer>)> done) override;
    [[nodiscard]] Pending values(const ValuesRequest &request, std::function<void(Result<QStringList>)> done) override;
    [[nodiscard]] Pending check(std::function<void(Result<SourceHealth>)> done) override;
    qint64 scrapeIntervalMs() const override;

    const PrometheusConfig &config() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};
