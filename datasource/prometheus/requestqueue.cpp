// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/requestqueue.h>

#include <QtCore/QPointer>
#include <datasource/prometheus/httperrors.h>

namespace {
constexpr int kMostInFlight = 5;
}

struct RequestQueue::Asker {
    Done done; // null: no longer interested
};

struct RequestQueue::Job {
    enum class State { Waiting, Fetching, Decoding };

    Order order;
    State state = State::Waiting;
    std::vector<std::shared_ptr<Asker>> askers;
    std::unique_ptr<HttpFetch, HttpFetch::Stop> fetch;
    Offload decoding;
};

RequestQueue::RequestQueue(HttpPeer &peer) : m_peer(peer) { }

RequestQueue::~RequestQueue() = default;

Pending RequestQueue::ask(Order order, Done done)
{
    auto asker = std::make_shared<Asker>(Asker{std::move(done)});
    const auto same = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const auto &job) {
        return job->order.question == order.question && job->order.shape == order.shape;
    });
    if (same != m_jobs.end()) {
        (*same)->order.priority = std::min((*same)->order.priority, order.priority);
        (*same)->askers.push_back(asker);
    } else {
        auto job = std::make_unique<Job>();
        job->order = std::move(order);
        job->askers.push_back(asker);
        m_jobs.push_back(std::move(job));
        schedulePump();
    }
    return Pending([queue = QPointer<RequestQueue>(this), asker] {
        asker->done = nullptr;
        if (queue)
            queue->dropIdle();
    });
}

void RequestQueue::dropIdle()
{
    const auto isIdle = [](const std::unique_ptr<Job> &job) {
        return std::none_of(job->askers.begin(), job->askers.end(), [](const auto &asker) { return bool(asker->done); });
    };
    std::erase_if(m_jobs, isIdle);
    schedulePump();
}

// From the event loop: an answer never arrives inside the call that asks.
void RequestQueue::schedulePump()
{
    if (std::exchange(m_pumpScheduled, true))
        return;
    QMetaObject::invokeMethod(this, &RequestQueue::pump, Qt::QueuedConnection);
}

void RequestQueue::pump()
{
    m_pumpScheduled = false;
    while (true) {
        const auto inFlight
            = std::count_if(m_jobs.begin(), m_jobs.end(), [](const auto &job) { return job->state == Job::State::Fetching; });
        Job *next = nullptr;
        for (const auto &job : m_jobs) {
            if (job->state == Job::State::Waiting && (!next || job->order.priority < next->order.priority))
                next = job.get();
        }
        if (!next || inFlight >= kMostInFlight)
            return;
        start(*next);
    }
}

void RequestQueue::start(Job &job)
{
    job.state = Job::State::Fetching;
    job.fetch.reset(
        new HttpFetch(m_peer, job.order.question, [this, &job](Result<HttpAnswer> answer) { fetched(job, std::move(answer)); }));
    // Queued, because a wrong address fails at once and would end the job inside pump().
    QMetaObject::invokeMethod(job.fetch.get(), &HttpFetch::start, Qt::QueuedConnection);
}

void RequestQueue::fetched(Job &job, Result<HttpAnswer> answer)
{
    job.fetch.reset();
    job.state = Job::State::Decoding;
    schedulePump();
    if (!answer) {
        finish(job, tl::unexpected(answer.error()));
        return;
    }
    job.decoding.start(
        this,
        [decode = job.order.decode, answer = std::move(*answer)](std::stop_token stop) mutable { return decode(std::move(answer), stop); },
        [this, &job](Result<Decoded> result) { finish(job, result); });
}

void RequestQueue::finish(Job &job, const Result<Decoded> &result)
{
    const auto it = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const auto &each) { return each.get() == &job; });
    const std::unique_ptr<Job> mine = std::move(*it);
    m_jobs.erase(it);
    Result<Decoded> answer = result;
    if (!answer)
        answer = tl::unexpected(withoutSecrets(answer.error(), m_peer.config));
    // A callback may end other askers, the source, and so this queue.
    for (const auto &asker : mine->askers) {
        if (const Done done = std::exchange(asker->done, nullptr))
            done(answer);
    }
}
