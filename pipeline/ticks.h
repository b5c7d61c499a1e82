// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/displayprocessor.h>

// Where an axis is marked, and with what text (mock/README.md section 4). Pure functions; ascending; empty when the range is not
// finite, is empty, or has no pixels.
struct Tick {
    double value = 0; // of the axis; times: ms since the epoch, UTC
    QString label;

    bool operator==(const Tick &) const = default;
};

// One for each 38 px, 2 to 6, at 1 / 2 / 2.5 / 5 x 10^n (units of bytes: powers of 1024). All inside min..max.
QList<Tick> valueTicks(double min, double max, int pixels, const DisplayProcessor &display);
// At powers of the base (2 or 10), thinned to the pixels; min must be positive.
QList<Tick> logTicks(double min, double max, int pixels, const DisplayProcessor &display, int base = 10);
// At zero and at powers of the base times the threshold on both sides, thinned to the pixels.
QList<Tick> symlogTicks(double min, double max, int pixels, const DisplayProcessor &display, double base, double threshold);
// One for each 64 px at human times of the zone; labels say time, day or year, whichever begins there.
QList<Tick> timeTicks(qint64 fromMs, qint64 toMs, int pixels, const QTimeZone &zone);
// A moment as the tooltip and crosshair flag write it, as exact as the span asks for.
QString timeLabel(qint64 ms, qint64 spanMs, const QTimeZone &zone);
