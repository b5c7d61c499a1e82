// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

Json v28Dashboard(const Json &dashboard, const MigrationContext &)
{
    return withVariables(dashboard, [](const Json &variable) {
        Draft draft(variable);
        for (const QLatin1String key : {"tags"_L1, "tagsQuery"_L1, "tagValuesQuery"_L1, "useTags"_L1})
            draft.remove(QString(key));
        return draft.json();
    });
}
