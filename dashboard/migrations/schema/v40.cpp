// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

Json v40Dashboard(const Json &dashboard, const MigrationContext &)
{
    return dashboard[u"refresh"].isString() ? dashboard : Draft(dashboard).set(u"refresh"_s, u""_s).json();
}
