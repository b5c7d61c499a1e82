// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/frame.h>
#include <core/result.h>
#include <core/timerange.h>
#include <optional>

// What a panel shows. On failure it holds the last good frames and the error, both.
struct PanelData {
    enum class State { NotStarted, Loading, Streaming, Done, Failed };

    State state = State::NotStarted;
    Frames frames; // after transformations and field config
    Frames exemplars; // a table a query, as the source gave it: time, value, then a text column a label
    TimeRange range;
    qint64 stepMs = 0; // of the range queries; 0 = unknown or several
    QString noValue; // what stands there when nothing was found, as the field config says; empty: nothing particular
    QList<Notice> notices;
    std::optional<Error> error;
    qint64 fetchedAtMs = 0; // when the frames came; what "stale" counts from

    bool operator==(const PanelData &) const = default;
};
