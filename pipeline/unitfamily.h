// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/units.h>
#include <span>

// How a unit is written; each unit is a row of the table: a family, its symbol, and where on the family's scale it stands.
enum class UnitFamily {
    Fixed, // number, space, symbol
    Tight, // number, symbol
    Si,
    Binary,
    Count, // K, M, B, T before the symbol
    Currency,
    CurrencySuffix,
    Short,
    Psi,
    PercentUnit,
    Text,
    Hex,
    Hex0x,
    Scientific,
    Locale,
    Bool,
    Date,
    Duration, // ns, µs, ms, s, m, h, d by offset; see unitsduration.cpp
};

struct UnitRow {
    const char *id;
    const char *category;
    const char *name;
    UnitFamily family;
    const char *symbol;
    int offset = 0;
};

std::span<const UnitRow> unitRows();

enum class DurationUnit {
    Nanoseconds,
    Microseconds,
    Milliseconds,
    Seconds,
    Minutes,
    Hours,
    Days,
    Timeticks,
    WordsMs,
    WordsS,
    Hms,
    Dhms,
    ClockMs,
    ClockS
};
FormattedValue formatDuration(DurationUnit unit, double value, std::optional<int> decimals);

enum class DateUnit { Iso, IsoToday, Us, UsToday, Local, LocalToday, System, FromNow };
FormattedValue formatDate(DateUnit unit, double ms, const QTimeZone &zone, double nowMs);
