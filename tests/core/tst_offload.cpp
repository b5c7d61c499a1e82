// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <core/offload.h>
#include <latch>
#include <tests/support/testmain.h>
#include <thread>

namespace {
// Has the pool done all that was posted before? One thread takes jobs in order.
void drain(WorkerPool &pool)
{
    std::latch done(1);
    pool.post({}, [&done](std::stop_token) { done.count_down(); });
    done.wait();
}
} // namespace

class TstOffload : public QObject
{
    Q_OBJECT

private slots:
    void theResultComesHome()
    {
        WorkerPool pool(1);
        Offload offload(pool);
        QObject context;
        std::thread::id worker;
        std::thread::id home;
        std::unique_ptr<int> got;
        offload.start(
            &context,
            [&worker](std::stop_token) {
                worker = std::this_thread::get_id();
                return std::make_unique<int>(7); // moves only
            },
            [&](std::unique_ptr<int> value) {
                home = std::this_thread::get_id();
                got = std::move(value);
            });
        QVERIFY(!got); // from the event loop, never from inside the call
        QTRY_VERIFY(got);
        QCOMPARE(*got, 7);
        QVERIFY(home == std::this_thread::get_id());
        QVERIFY(worker != home);
    }

    void theNewestWins()
    {
        WorkerPool pool(2);
        Offload offload(pool);
        QObject context;
        QList<int> results;
        std::latch started(1);
        std::atomic<bool> stopped = false;
        offload.start(
            &context,
            [&](std::stop_token stop) {
                started.count_down();
                while (!stop.stop_requested())
                    std::this_thread::yield();
                stopped = true;
                return 1;
            },
            [&](int value) { results.append(value); });
        started.wait();
        offload.start(
            &context, [](std::stop_token) { return 2; }, [&](int value) { results.append(value); });
        QTRY_COMPARE(results, QList<int>{2});
        QTRY_VERIFY(stopped); // the one before was told
        QCoreApplication::processEvents();
        QCOMPARE(results, QList<int>{2});
    }

    void aResultOnItsWayIsDropped()
    {
        WorkerPool pool(1);
        Offload offload(pool);
        QObject context;
        QList<int> results;
        offload.start(
            &context, [](std::stop_token) { return 1; }, [&](int value) { results.append(value); });
        drain(pool); // the result is queued by now
        offload.start(
            &context, [](std::stop_token) { return 2; }, [&](int value) { results.append(value); });
        QTRY_COMPARE(results, QList<int>{2});
    }

    void aJobThatNobodyWantsIsNotBegun()
    {
        WorkerPool pool(1);
        Offload offload(pool);
        QObject context;
        std::latch hold(1);
        pool.post({}, [&hold](std::stop_token) { hold.wait(); });
        std::atomic<int> begun = 0;
        const auto work = [&begun](std::stop_token) { return ++begun; };
        int result = 0;
        for (int i = 0; i < 50; ++i)
            offload.start(&context, work, [&result](int value) { result = value; });
        hold.count_down();
        QTRY_COMPARE(result, 1);
        drain(pool);
        QCOMPARE(begun.load(), 1);
    }

    void aDeadContextGetsNothing()
    {
        WorkerPool pool(1);
        Offload offload(pool);
        auto context = std::make_unique<QObject>();
        std::latch hold(1);
        bool called = false;
        offload.start(
            context.get(),
            [&hold](std::stop_token) {
                hold.wait();
                return 1;
            },
            [&called](int) { called = true; });
        context.reset();
        hold.count_down();
        drain(pool);
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void theOffloadGone()
    {
        WorkerPool pool(1);
        QObject context;
        bool called = false;
        {
            Offload offload(pool);
            offload.start(
                &context, [](std::stop_token) { return 1; }, [&called](int) { called = true; });
            drain(pool);
        }
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void thePoolsEndStopsItsJobs()
    {
        std::latch started(1);
        std::atomic<bool> stopped = false;
        {
            WorkerPool pool(1);
            pool.post({}, [&](std::stop_token stop) {
                started.count_down();
                while (!stop.stop_requested())
                    std::this_thread::yield();
                stopped = true;
            });
            started.wait();
        }
        QVERIFY(stopped);
    }

    void manyStartsAndDeathsAtOnce()
    {
        WorkerPool pool(4);
        int delivered = 0;
        for (int round = 0; round < 300; ++round) {
            QObject context;
            Offload first(pool);
            Offload second(pool);
            first.start(
                &context, [](std::stop_token) { return 1; }, [&](int) { ++delivered; });
            second.start(
                &context, [](std::stop_token) { return 1; }, [&](int) { ++delivered; });
            if (round % 3 == 0)
                QCoreApplication::processEvents();
        }
        QVERIFY(delivered <= 200); // of the rounds that looked
    }
};

ADD_TEST(TstOffload)
#include "tst_offload.moc"
