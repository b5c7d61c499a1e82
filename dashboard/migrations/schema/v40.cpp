// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

#include <QtCore/QCoreApplication>
#include <dashboard/modelreader.h>

using namespace Qt::StringLiterals;

Json v40Dashboard(const Json &dashboard, const MigrationContext &here)
{
    const Json refresh = dashboard[u"refresh"];
    if (refresh.isString())
        return dashboard;
    if (!refresh.isNull() && refresh != Json(false)) // false was how off was said
        here.reader(dashboard).problem(u"refresh"_s, QCoreApplication::translate("Errors", "expected a text"));
    return Draft(dashboard).set(u"refresh"_s, u""_s).json();
}
