// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/clock.h>
#include <datasource/datasource.h>
#include <datasource/prometheus/rangecache.h>

// Keeps the answers of a source to range queries and asks it only for what is missing: the tail at a refresh, the ends at a pan. What
// cannot be put together correctly is passed on as it is (see isCacheable); so is everything but range queries.
// While much is missing an incomplete answer comes first: the rows that are known, or those of the same query with another step.
class CachedSource : public DataSource
{
public:
    explicit CachedSource(std::shared_ptr<DataSource> source, Clock clock = systemClock(), const CachePolicy &policy = {});
    ~CachedSource() override; // pending callbacks are not called

    [[nodiscard]] Pending query(const QueryRequest &request, std::function<void(Result<QueryAnswer>)> done) override;
    [[nodiscard]] Pending values(const ValuesRequest &request, std::function<void(Result<QStringList>)> done) override;
    [[nodiscard]] Pending check(std::function<void(Result<SourceHealth>)> done) override;
    qint64 scrapeIntervalMs() const override;

    struct Counters {
        qint64 full = 0; // range queries that were asked for whole
        qint64 partial = 0; // … for some rows
        qint64 kept = 0; // … not at all
        qint64 passed = 0; // not cacheable
    };
    const Counters &counters() const;
    qint64 bytes() const; // that are kept

private:
    struct State;
    class Flight;
    std::shared_ptr<State> m_state;
};
