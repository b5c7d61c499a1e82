// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// A table with styles is the old one; its own migration follows.
Json v24Panel(const Json &panel, const MigrationContext &)
{
    if (panel[u"type"].toString() != "table"_L1 || !panel[u"styles"].isArray() || panel[u"table"].toString() == "table2"_L1)
        return panel;
    return Draft(panel).set(u"type"_s, u"table-old"_s).json();
}
