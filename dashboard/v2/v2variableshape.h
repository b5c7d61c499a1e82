// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/json.h>
#include <functional>

// What a variable of the v2 form (kind and spec) holds that is read as something else than it says: values and options of a wrong type,
// names that are none of those known.
void checkV2Variable(const Json &variable, const QString &pointer, const std::function<void(const QString &at, const QString &why)> &note);
