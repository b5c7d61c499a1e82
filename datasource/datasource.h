// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <core/frame.h>
#include <core/json.h>
#include <core/result.h>
#include <core/timerange.h>
#include <functional>
#include <memory>

struct AdHocFilter {
    QString key;
    QString op; // =, !=, =~, !~; =| and !=| with several values
    QString value;
    QStringList values = {};

    bool operator==(const AdHocFilter &) const = default;
};

// One question, complete: everything is interpolated. Serialisable; equal requests have equal answers.
struct QueryRequest {
    enum class Kind { Range, Instant, Exemplars, Rules, Alerts, Targets, Metadata };
    enum class Format { TimeSeries, Table, Heatmap };

    Kind kind = Kind::Range;
    Format format = Format::TimeSeries;
    QString refId = QStringLiteral("A");
    QString text; // PromQL
    QString legendFormat; // "" verbose, "__auto", or a template with {{label}}
    QList<AdHocFilter> adHocFilters;
    QStringList groupBy; // labels that every aggregation keeps
    TimeRange range; // Instant: asked at range.toMs
    qint64 stepMs = 15'000; // Range: already aligned by the asker to what the server wants

    bool operator==(const QueryRequest &) const = default;
};

struct QueryStats {
    qint64 bytes = 0;
    qsizetype series = 0;
    qsizetype samples = 0;
    double networkMs = 0;
    double decodeMs = 0;

    bool operator==(const QueryStats &) const = default;
};

struct QueryAnswer {
    Frames frames;
    QList<Notice> notices; // the server's warnings and infos, and ours
    QueryStats stats;
    bool complete = true; // false: more will follow
    qint64 answeredAtMs = 0; // by the server's clock; 0 = it did not say
};

// For variables and completion.
struct ValuesRequest {
    enum class Kind { LabelNames, LabelValues, MetricNames, Series };

    Kind kind = Kind::LabelValues;
    QString label; // LabelValues
    QString selector; // a series selector, empty = all
    TimeRange range;
    int limit = 0; // 0 = the source's own

    bool operator==(const ValuesRequest &) const = default;
};

struct SourceHealth {
    QString engine; // "Prometheus", "Thanos", "Mimir", "VictoriaMetrics", or "Prometheus compatible"
    QString version;
    double latencyMs = 0;
};

// Destroying it cancels, down to the socket; afterwards the callback is not called.
class Pending
{
public:
    Pending() = default;
    explicit Pending(std::function<void()> cancel) : m_cancel(std::move(cancel)) { }
    Pending(Pending &&other) noexcept : m_cancel(std::exchange(other.m_cancel, nullptr)) { }
    Pending &operator=(Pending &&other) noexcept
    {
        std::swap(m_cancel, other.m_cancel);
        return *this;
    }
    ~Pending()
    {
        if (m_cancel)
            m_cancel();
    }

private:
    std::function<void()> m_cancel;
};

// A server that answers. Callbacks arrive on the thread that called, from the event loop (never from inside the call),
// possibly several times with incomplete answers before the last one.
class DataSource
{
public:
    virtual ~DataSource() = default;

    [[nodiscard]] virtual Pending query(const QueryRequest &request, std::function<void(Result<QueryAnswer>)> done) = 0;
    [[nodiscard]] virtual Pending values(const ValuesRequest &request, std::function<void(Result<QStringList>)> done) = 0;
    [[nodiscard]] virtual Pending check(std::function<void(Result<SourceHealth>)> done) = 0;

    // Grafana's timeInterval; the lower bound of a step and the base of $__rate_interval. ms
    virtual qint64 scrapeIntervalMs() const { return 15'000; }
};
