// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

Json v21Panel(const Json &panel, const MigrationContext &)
{
    return withLinkTexts(panel, [](QString text) { return text.replace("__series.labels"_L1, "__field.labels"_L1); });
}
