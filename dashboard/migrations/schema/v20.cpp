// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// Names of what links and titles can show.
Json v20Panel(const Json &panel, const MigrationContext &)
{
    return withLinkTexts(panel, [](QString text) {
        // Bare names first would eat those with a dollar.
        text.replace("$__series_name"_L1, "${__series.name}"_L1).replace("$__field_name"_L1, "${__field.name}"_L1);
        text.replace("__series_name"_L1, "__series.name"_L1).replace("__value_time"_L1, "__value.time"_L1);
        return text.replace("__field_name"_L1, "__field.name"_L1);
    });
}
