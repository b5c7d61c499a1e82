// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

// Numbers of an answer, read in place. The text must be followed by at least 32 readable bytes.

// A sample value as the server writes it between quotes: decimal, +Inf, -Inf, NaN; exact to the last bit. `text` points behind the
// opening quote; afterwards `end` points at the closing one. False: not a number.
bool parseSampleValue(const char *text, const char *limit, double &value, const char *&end);

// A timestamp in seconds with a fraction, to whole milliseconds. False: not a plain decimal.
bool parseTimestampMs(const char *text, const char *limit, qint64 &ms, const char *&end);
