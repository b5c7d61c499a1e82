// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

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

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_waitedNs = 0;
    double m_longestMs = 0;
};
