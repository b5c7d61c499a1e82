// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

// An absolute time range, ms since the epoch, from <= to.
struct TimeRange {
    qint64 fromMs = 0;
    qint64 toMs = 0;

    qint64 spanMs() const { return toMs - fromMs; }
    bool operator==(const TimeRange &) const = default;
};

// A range as the person said it: "now-6h", "now/d", an ISO date or epoch ms. core/datemath.h resolves it.
struct RawTimeRange {
    QString from = QStringLiteral("now-6h");
    QString to = QStringLiteral("now");

    bool operator==(const RawTimeRange &) const = default;
};
