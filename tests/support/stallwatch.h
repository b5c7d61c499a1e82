// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtTest/QTest>

// Watches the thread that made it: how long its event loop stood still at most. Time that the thread only waited for a processor
// (the machine was busy with something else) does not count: /proc/thread-self/schedstat tells it.
class StallWatch : public QObject
{
    Q_OBJECT

public:
    explicit StallWatch(QObject *parent = nullptr);

    double longestMs() const { return m_longestMs; }
    // The bound to hold; code under sanitizers, or not optimised, runs several times slower.
    static constexpr double bound(double ms)
    {
#if defined(__SANITIZE_ADDRESS__) || !defined(__OPTIMIZE__)
        return 5 * ms;
#else
        return ms;
#endif
    }
    void reset();

    // The longest stall of the best of up to five tries: what the program does itself comes in each of them, what a busy machine does in
    // some. attempt: what is watched; it may reset the watch once it has prepared.
    template <class Attempt>
    static double bestMs(double bound, Attempt attempt)
    {
        double best = bound;
        for (int i = 0; i < 5 && best >= bound && !QTest::currentTestFailed(); ++i) {
            StallWatch watch;
            attempt(watch);
            best = i == 0 ? watch.longestMs() : std::min(best, watch.longestMs());
        }
        return best;
    }

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_waitedNs = 0;
    double m_longestMs = 0;
};
