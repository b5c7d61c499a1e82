// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/frame.h>

// Frames as comma-separated text (RFC 4180), frames apart by an empty line. Headers are display names. Raw: numbers as they came and
// times in ms; else times as ISO 8601 UTC. A text that a spreadsheet would take for a formula is given a leading apostrophe.
QByteArray framesToCsv(const Frames &frames, bool raw = false);
