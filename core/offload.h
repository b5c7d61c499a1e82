// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QMetaObject>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <type_traits>
#include <utility>

// Work off the GUI thread. Built on std primitives; Qt only carries the result home.

// A few threads that take jobs in order. Jobs touch no QObject. The pool outlives its users; its destructor asks the running jobs to stop
// and waits for them.
class WorkerPool
{
public:
    explicit WorkerPool(unsigned threads);
    ~WorkerPool();
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    // The token passed stops when either `stop` or the pool's end asks for it.
    void post(std::stop_token stop, std::function<void(std::stop_token)> job);

    // The program's own, one thread less than cores, at least one. Made on first use.
    static WorkerPool &shared();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

// Takes a large value apart on a worker: millions of small frees would hold the caller up. Every holder of shared data must let go of it
// this way, the last one does the work.
template <class T>
void destroyOffThread(T &&value)
{
    static_assert(!std::is_lvalue_reference_v<T>, "move it in");
    auto held = std::make_shared<T>(std::move(value));
    WorkerPool::shared().post({}, [held = std::move(held)](std::stop_token) mutable { held.reset(); });
}

// One line of work whose newest job wins: a new start() asks the job before it to stop and drops its result. done runs on the thread of
// `context`, from its event loop, unless the context is gone, the Offload is gone, or a newer job was started.
// Use from the context's thread only.
class Offload
{
public:
    explicit Offload(WorkerPool &pool = WorkerPool::shared()) : m_pool(&pool) { }
    ~Offload() { cancel(); }
    Offload(const Offload &) = delete;
    Offload &operator=(const Offload &) = delete;

    // work: R(std::stop_token), on a worker; done: void(R), on the context's thread. R is movable.
    template <class Work, class Done>
    void start(QObject *context, Work work, Done done)
    {
        cancel();
        m_source = std::stop_source();
        // Posting to a QObject that may die meanwhile needs a lock around "still alive"; the relay is that lock.
        auto relay = std::make_shared<Relay>(context);
        m_pool->post(m_source.get_token(),
                     [relay, mine = m_source.get_token(), work = std::move(work), done = std::move(done)](std::stop_token stop) mutable {
                         if (stop.stop_requested())
                             return;
                         using R = std::invoke_result_t<Work, std::stop_token>;
                         auto result = std::make_shared<R>(work(stop));
                         relay->deliver([mine, result, done = std::move(done)]() mutable {
                             if (!mine.stop_requested())
                                 done(std::move(*result));
                         });
                     });
    }

    void cancel() { m_source.request_stop(); }

private:
    // Knows whether the context still lives; safe from any thread.
    class Relay
    {
    public:
        explicit Relay(QObject *context);
        ~Relay();
        void deliver(std::function<void()> call);

    private:
        struct Link;
        std::shared_ptr<Link> m_link;
        QMetaObject::Connection m_connection;
    };

    WorkerPool *m_pool;
    std::stop_source m_source;
};
