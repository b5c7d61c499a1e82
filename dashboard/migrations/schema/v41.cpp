// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

Json v41Dashboard(const Json &dashboard, const MigrationContext &)
{
    return dashboard[u"timepicker"].contains(u"time_options") ? dashboard.without(u"timepicker.time_options") : dashboard;
}
