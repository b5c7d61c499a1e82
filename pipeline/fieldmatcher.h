// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/frame.h>
#include <functional>

// The matcher of an override, {"id": "byName", "options": …}, made once and asked for each field. A matcher that is unknown or makes
// no sense matches nothing.
using FieldMatcher = std::function<bool(const Field &field, const Frame &frame, const Frames &all)>;
FieldMatcher fieldMatcher(const Json &matcher);
