// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include <core/json.h>
#include <dashboard/interpolate.h>

// Texts with variables, whose values are pieces of the same input.
void fuzzOne(const QByteArray &data)
{
    const QString text = QString::fromUtf8(data);
    const QString value = text.right(text.size() / 4);
    VariableValue one;
    one.value = Json(value);
    one.text = value;
    VariableValue many = one;
    many.value = Json::parse("[\"a.b\",\"c|d\",\"\\\"\"]").value_or(Json());
    const auto lookup = [&](const QString &name) -> std::optional<VariableValue> {
        if (name.size() % 3 == 0)
            return {};
        return name.size() % 3 == 1 ? one : many;
    };
    (void)interpolateText(text, lookup, QString(), QTimeZone::utc());
    (void)interpolateQuery(text, lookup, QTimeZone::utc());
    for (const QString &name : variablesIn(text))
        FUZZ_REQUIRE(!name.isEmpty());
}
