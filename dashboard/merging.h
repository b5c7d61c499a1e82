// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <core/json.h>

// What two sides made of one text, put together: a value that one side changed is that side's. Items of a list are followed by their id,
// name, refId or uid where all of them have one; else a list is one value as soon as both sides changed it.
struct Merge {
    Json json;
    QStringList conflicts; // JSON pointers, in `mine`, of what both changed to different values; gone on one side counts
};

enum class Prefer { Mine, Theirs }; // where both changed a value

Merge merged(const Json &base, const Json &mine, const Json &theirs, Prefer prefer);
