// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/transform/transformation.h>

enum class JoinMode { Outer, Inner, OuterTabular };

struct JoinOptions {
    QString byField; // empty: the time field, else the first number that all have
    JoinMode mode = JoinMode::Outer;
};

// Several frames side by side in one, rows put together by a field that they share. Outer: a row for each value of the field; inner: only
// values that all have, a row for each combination; tabular outer: the same with the rest below.
Frames joinFrames(const JoinOptions &options, const Frames &frames, TransformRun &run);
// Where all have a time field of one name, joined by it; else as they are.
Frames joinedByTime(const Frames &frames, TransformRun &run);
