// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <span>

// A member of the dashboard format that no schema row declares, and what becomes of it here.
struct FormatMember {
    enum class Fate {
        Honoured, // a test names it: tests/app/compatibility/witnesses.tsv
        Kept, // stays in the file; bookkeeping that a person never sees, or something that older versions left behind
        Later // stays in the file, and something is not as its author meant it
    };

    // "dashboard", "variable", "panel", "target", …; "options:stat" and "custom:stat" of a panel type
    const char *scope;
    const char *key; // dotted, below the object of the scope
    Fate fate;
    const char *instead = ""; // Later: what is done in its place; translated in context "Compatibility"
    const char *harmless = ""; // Later: JSON texts of values that lose nothing, with | between them
};

// Each key once in its scope. What panel types, fields and transformations declare themselves is not repeated here.
std::span<const FormatMember> formatMembers();
// Its parts for panels of old ("legacy:graph") and for the form of version 2 ("v2:dashboard").
std::span<const FormatMember> olderMembers();
std::span<const FormatMember> newerMembers();
