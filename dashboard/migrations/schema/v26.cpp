// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

Json v26Panel(const Json &panel, const MigrationContext &)
{
    if (panel[u"type"].toString() != "text2"_L1)
        return panel;
    return Draft(panel).set(u"type"_s, u"text"_s).set(u"options"_s, Draft(panel[u"options"]).remove(u"angular").json()).json();
}
