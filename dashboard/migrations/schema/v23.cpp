// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

namespace {
Json aligned(const Json &value, bool isList)
{
    if (isList)
        return value.isArray() ? value : Json::array({value});
    return value.isArray() ? value.at(0) : value;
}
} // namespace

// What is chosen is a list where several can be, else one value.
Json v23Dashboard(const Json &dashboard, const MigrationContext &)
{
    return withVariables(dashboard, [](const Json &variable) {
        const Json current = variable[u"current"];
        if (!current.isObject() || current.keys().isEmpty() || !variable.contains(u"multi"))
            return variable;
        const bool multi = isTruthy(variable[u"multi"]);
        Draft draft(current);
        for (const QString &key : {u"value"_s, u"text"_s})
            if (draft.contains(key))
                draft.set(key, aligned(draft[key], multi));
        return variable.with(u"current", draft.json());
    });
}
