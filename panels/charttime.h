// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimeZone>

// Times as tooltips of charts write them.
QString tooltipTime(qint64 ms, qint64 spanMs, const QTimeZone &zone); // milliseconds only where the span is seconds
QString flagTime(qint64 ms, qint64 spanMs, const QTimeZone &zone); // at the crosshair: without the date where the span is within a day
QString zoneName(qint64 ms, const QTimeZone &zone); // "UTC", "CET", "+05:30"
