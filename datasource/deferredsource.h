// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <datasource/datasource.h>
#include <list>

// A source that is still on its way: questions wait until become() names the source that answers, or fail() says why there is none.
// Both may come again and again (a server that restarts).
class DeferredSource : public DataSource
{
public:
    // needed: called when a question begins to wait; the moment to start what answers.
    explicit DeferredSource(std::function<void()> needed = {}, qint64 scrapeIntervalMs = 15'000);
    ~DeferredSource() override;

    void become(std::shared_ptr<DataSource> source); // never null
    void fail(const Error &error); // what waits, and what is asked from now on, gets the error
    void wait(); // from now on questions wait again

    [[nodiscard]] Pending query(const QueryRequest &request, std::function<void(Result<QueryAnswer>)> done) override;
    [[nodiscard]] Pending values(const ValuesRequest &request, std::function<void(Result<QStringList>)> done) override;
    [[nodiscard]] Pending check(std::function<void(Result<SourceHealth>)> done) override;
    qint64 scrapeIntervalMs() const override;

private:
    struct Waiting {
        std::function<Pending(DataSource &)> ask;
        std::function<void(const Error &)> refuse;
        Pending pending;
    };
    using Question = std::shared_ptr<Waiting>;

    Pending add(Question question);
    void askWaiting();
    void refuseLater(const Question &question);

    std::list<std::weak_ptr<Waiting>> m_waiting;
    std::shared_ptr<DataSource> m_source;
    std::optional<Error> m_error;
    std::function<void()> m_needed;
    qint64 m_scrapeIntervalMs;
};
