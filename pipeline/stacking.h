// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <core/column.h>

// Series put on top of each other, row by row. All columns of a group have the same rows.
enum class StackMode { None, Normal, Percent };

struct StackInput {
    Column values;
    StackMode mode = StackMode::None;
    QString group; // series stack with those of the same group and mode
    bool negative = false; // drawn below zero: the whole series is turned ("negative-Y")
};

struct Stacked {
    Column lower; // where the band of the series begins: 0, or the series below
    Column upper; // values added up; missing where the series has no sample
};

// One result for each input, in order. Values below zero stack downwards, apart from those above. A gap adds nothing to those above
// it. Percent: shares (0..1) of the row's total of the group.
QList<Stacked> stack(const QList<StackInput> &inputs);
