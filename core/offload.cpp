// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/offload.h>

#include <condition_variable>
#include <deque>
#include <thread>
#include <vector>

struct WorkerPool::State {
    struct Job {
        std::stop_token stop;
        std::function<void(std::stop_token)> run;
    };

    std::mutex mutex;
    std::condition_variable_any ready;
    std::deque<Job> jobs;
    std::vector<std::jthread> threads; // last: joined while the rest still lives

    void work(std::stop_token ending)
    {
        for (;;) {
            Job job;
            {
                std::unique_lock lock(mutex);
                if (!ready.wait(lock, ending, [this] { return !jobs.empty(); }))
                    return;
                if (ending.stop_requested())
                    return;
                job = std::move(jobs.front());
                jobs.pop_front();
            }
            std::stop_source both;
            const std::stop_callback byCaller(job.stop, [&both] { both.request_stop(); });
            const std::stop_callback byPool(ending, [&both] { both.request_stop(); });
            job.run(both.get_token());
        }
    }
};

WorkerPool::WorkerPool(unsigned threads) : m_state(std::make_unique<State>())
{
    for (unsigned i = 0; i < std::max(1u, threads); ++i)
        m_state->threads.emplace_back([state = m_state.get()](std::stop_token ending) { state->work(ending); });
}

WorkerPool::~WorkerPool()
{
    for (std::jthread &thread : m_state->threads)
        thread.request_stop();
    m_state->threads.clear();
}

void WorkerPool::post(std::stop_token stop, std::function<void(std::stop_token)> job)
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->jobs.push_back({std::move(stop), std::move(job)});
    }
    m_state->ready.notify_one();
}

WorkerPool &WorkerPool::shared()
{
    const unsigned cores = std::thread::hardware_concurrency();
    static WorkerPool pool(cores > 2 ? cores - 1 : 1);
    return pool;
}

struct Offload::Relay::Link {
    std::mutex mutex;
    QObject *context = nullptr;
};

Offload::Relay::Relay(QObject *context) : m_link(std::make_shared<Link>())
{
    m_link->context = context;
    m_connection = QObject::connect(
        context, &QObject::destroyed, context,
        [link = m_link] {
            const std::lock_guard lock(link->mutex);
            link->context = nullptr;
        },
        Qt::DirectConnection);
}

Offload::Relay::~Relay()
{
    QObject::disconnect(m_connection);
}

void Offload::Relay::deliver(std::function<void()> call)
{
    const std::lock_guard lock(m_link->mutex);
    if (m_link->context)
        QMetaObject::invokeMethod(m_link->context, std::move(call), Qt::QueuedConnection);
}
