// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

// Whether the answers to a range query may be kept and put together from pieces: each value is a function of its own time and of samples
// before it. Not so: @, negative offsets, offsets and sub-queries that do not fall onto the step, what only MetricsQL knows, and
// whatever cannot be read. expr: interpolated. Pure.
bool isCacheable(const QString &expr, qint64 stepMs);
