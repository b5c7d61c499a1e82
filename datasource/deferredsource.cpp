// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/deferredsource.h>

#include <QtCore/QTimer>

DeferredSource::DeferredSource(std::function<void()> needed, qint64 scrapeIntervalMs)
    : m_needed(std::move(needed))
    , m_scrapeIntervalMs(scrapeIntervalMs)
{
}
DeferredSource::~DeferredSource() = default;

void DeferredSource::become(std::shared_ptr<DataSource> source)
{
    m_source = std::move(source);
    m_error.reset();
    askWaiting();
}

void DeferredSource::fail(const Error &error)
{
    m_source.reset();
    m_error = error;
    for (const auto &weak : std::exchange(m_waiting, {}))
        if (const Question question = weak.lock())
            refuseLater(question);
}

void DeferredSource::wait()
{
    m_source.reset();
    m_error.reset();
}

void DeferredSource::askWaiting()
{
    for (const auto &weak : std::exchange(m_waiting, {})) {
        if (const Question question = weak.lock()) {
            question->pending = question->ask(*m_source);
        }
    }
}

// From the event loop, as every answer; a question that was cancelled meanwhile is gone.
void DeferredSource::refuseLater(const Question &question)
{
    QTimer::singleShot(0, [weak = std::weak_ptr(question), error = *m_error] {
        if (const Question waiting = weak.lock())
            waiting->refuse(error);
    });
}

// The Pending that the asker holds owns the question.
Pending DeferredSource::add(Question question)
{
    if (m_source) {
        question->pending = question->ask(*m_source);
    } else if (m_error) {
        refuseLater(question);
    } else {
        m_waiting.push_back(question);
        if (m_needed)
            m_needed();
    }
    return Pending([owned = std::move(question)]() mutable { owned.reset(); });
}

Pending DeferredSource::query(const QueryRequest &request, std::function<void(Result<QueryAnswer>)> done)
{
    auto question = std::make_shared<Waiting>();
    question->refuse = [done](const Error &error) { done(tl::unexpected(error)); };
    question->ask = [request, done](DataSource &source) { return source.query(request, done); };
    return add(std::move(question));
}

Pending DeferredSource::values(const ValuesRequest &request, std::function<void(Result<QStringList>)> done)
{
    auto question = std::make_shared<Waiting>();
    question->refuse = [done](const Error &error) { done(tl::unexpected(error)); };
    question->ask = [request, done](DataSource &source) { return source.values(request, done); };
    return add(std::move(question));
}

Pending DeferredSource::check(std::function<void(Result<SourceHealth>)> done)
{
    auto question = std::make_shared<Waiting>();
    question->refuse = [done](const Error &error) { done(tl::unexpected(error)); };
    question->ask = [done](DataSource &source) { return source.check(done); };
    return add(std::move(question));
}

qint64 DeferredSource::scrapeIntervalMs() const
{
    return m_source ? m_source->scrapeIntervalMs() : m_scrapeIntervalMs;
}
