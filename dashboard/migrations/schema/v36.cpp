// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

namespace {
Json withReference(const Json &owner)
{
    const Json source = owner[u"datasource"];
    return source.isString() ? owner.with(u"datasource", sourceReference(source)) : owner;
}
} // namespace

// Panels' queries need none: one without a source has its panel's.
Json v36Dashboard(const Json &dashboard, const MigrationContext &)
{
    const Json list = dashboard[u"annotations"][u"list"];
    const Json with = list.isArray() ? dashboard.with(u"annotations.list", mappedItems(list, withReference)) : dashboard;
    return withVariables(
        with, [](const Json &variable) { return variable[u"type"].toString() == "query"_L1 ? withReference(variable) : variable; });
}
