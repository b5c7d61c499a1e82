// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

Json v14Dashboard(const Json &dashboard, const MigrationContext &)
{
    if (!dashboard.contains(u"sharedCrosshair"))
        return dashboard;
    return Draft(dashboard).set(u"graphTooltip"_s, isTruthy(dashboard[u"sharedCrosshair"]) ? 1 : 0).remove(u"sharedCrosshair").json();
}
