// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/interpolate.h>
#include <dashboard/model.h>

// Items and sections of the v2 form that come and go: by a variable's value, by whether there is data, by how long the time range is.

enum class Visibility { Shown, Hidden, AwaitsData }; // AwaitsData: hidden, but what its queries find may show it

struct ConditionWorld {
    enum class Data { None, Some, Unknown, Uncounted }; // Unknown: not asked yet; Uncounted: of no panel, or it failed

    VariableLookup lookup;
    qint64 spanMs = 0; // of the time range
    Data data = Data::Uncounted;
};

bool isKnownCondition(const Json &item);

// group: a ConditionalRenderingGroup, or null. Conditions that cannot be told (a variable that is not there) do not count.
Visibility visibilityOf(const Json &group, const ConditionWorld &world);
