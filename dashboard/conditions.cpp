// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/conditions.h>

#include <core/duration.h>
#include <dashboard/limitedpattern.h>

using namespace Qt::StringLiterals;

namespace {

using Data = ConditionWorld::Data;

constexpr auto kKind = "ConditionalRendering"_L1;

QStringList valuesOf(const VariableValue &variable)
{
    const Json &value = variable.value;
    return value.isString() || value.isArray() ? value.toStrings() : QStringList{QString::fromUtf8(value.dump())};
}

std::optional<bool> variableHolds(const Json &spec, const ConditionWorld &world)
{
    const QString name = spec[u"variable"].toString();
    const std::optional<VariableValue> variable = name.isEmpty() || !world.lookup ? std::nullopt : world.lookup(name);
    if (!variable)
        return {};
    const QStringList values = valuesOf(*variable);
    const QString op = spec[u"operator"].toString(u"equals"_s);
    const QString wanted = spec[u"value"].toString();
    if (op == "equals"_L1 || op == "notEquals"_L1) {
        const bool isAll = variable->urlValues.contains("$__all"_L1) && wanted.compare("all"_L1, Qt::CaseInsensitive) == 0;
        return (values.contains(wanted) || isAll) == (op == "equals"_L1);
    }
    const QRegularExpression pattern = limitedPattern(wanted);
    if (!pattern.isValid())
        return true;
    const bool hit = std::any_of(values.begin(), values.end(), [&](const QString &value) { return pattern.match(value).hasMatch(); });
    return hit == (op == "matches"_L1);
}

std::optional<bool> rangeHolds(const QString &longest, const ConditionWorld &world)
{
    static const QRegularExpression form(u"^\\d+(\\.\\d+)?[Mwdhmsy]$"_s);
    if (!form.match(longest).hasMatch())
        return {};
    const Result<qint64> ms = intervalToMs(longest);
    return ms ? std::optional(world.spanMs / 1000 <= *ms / 1000) : std::nullopt;
}

std::optional<bool> holds(const Json &item, const ConditionWorld &world)
{
    const QString kind = item[u"kind"].toString();
    const Json spec = item[u"spec"];
    if (kind == kKind + "Variable"_L1)
        return variableHolds(spec, world);
    if (kind == kKind + "TimeRangeSize"_L1)
        return rangeHolds(spec[u"value"].toString(), world);
    if (kind == kKind + "Data"_L1 && world.data != Data::Uncounted)
        return (world.data == Data::Some) == spec[u"value"].toBool(true);
    return {};
}

bool isShown(const Json &group, const ConditionWorld &world)
{
    const Json spec = group[u"spec"];
    const bool isAny = spec[u"condition"] == Json(u"or"_s);
    bool isTold = false, result = !isAny;
    for (const Json &item : spec[u"items"].items())
        if (const std::optional<bool> each = holds(item, world)) {
            isTold = true;
            result = isAny ? result || *each : result && *each;
        }
    return !isTold || result == (spec[u"visibility"] != Json(u"hide"_s));
}

} // namespace

bool isKnownCondition(const Json &item)
{
    const QString kind = item[u"kind"].toString();
    return kind == kKind + "Variable"_L1 || kind == kKind + "Data"_L1 || kind == kKind + "TimeRangeSize"_L1;
}

Visibility visibilityOf(const Json &group, const ConditionWorld &world)
{
    if (!group.isObject())
        return Visibility::Shown;
    const auto with = [&](Data data) {
        ConditionWorld other = world;
        other.data = data;
        return isShown(group, other);
    };
    if (world.data == Data::Uncounted)
        return with(Data::Uncounted) ? Visibility::Shown : Visibility::Hidden;
    const bool some = with(Data::Some), none = with(Data::None);
    if (some == none)
        return some ? Visibility::Shown : Visibility::Hidden;
    const bool now = world.data == Data::Unknown ? false : world.data == Data::Some ? some : none;
    return now ? Visibility::Shown : Visibility::AwaitsData;
}
