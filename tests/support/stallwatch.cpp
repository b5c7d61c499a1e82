// SPDX-License-Identifier: GPL-3.0-or-later
#include "stallwatch.h"

#include <QtCore/QFile>

namespace {

constexpr int kPeriodMs = 5;

// Nanoseconds that this thread has been runnable but not running.
qint64 runQueueWaitNs()
{
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong();
}

} // namespace

StallWatch::StallWatch(QObject *parent) : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &StallWatch::tick);
    reset();
    m_timer.start(kPeriodMs);
}

void StallWatch::reset()
{
    m_longestMs = 0;
    m_waitedNs = runQueueWaitNs();
    m_clock.start();
}

void StallWatch::tick()
{
    const qint64 waitedNs = runQueueWaitNs();
    const double stoodMs = double(m_clock.nsecsElapsed() - (waitedNs - m_waitedNs)) / 1e6 - kPeriodMs;
    m_longestMs = std::max(m_longestMs, stoodMs);
    m_waitedNs = waitedNs;
    m_clock.start();
}
