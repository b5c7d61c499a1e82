// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/draft.h>

#include <algorithm>
#include <cmath>

namespace {
template <class Members>
auto found(Members &members, QStringView key)
{
    return std::find_if(members.begin(), members.end(), [key](const auto &member) { return member.first == key; });
}
} // namespace

Draft::Draft(const Json &object)
{
    const QStringList keys = object.keys();
    if (!object.isObject())
        return;
    std::vector<Json> values = object.items();
    for (size_t i = 0; i < values.size(); ++i)
        m_members.emplace_back(keys[qsizetype(i)], std::move(values[i]));
}

Json Draft::operator[](QStringView key) const
{
    const auto at = found(m_members, key);
    return at == m_members.end() ? Json() : at->second;
}

bool Draft::contains(QStringView key) const
{
    return found(m_members, key) != m_members.end();
}

Draft &Draft::set(const QString &key, const Json &value)
{
    if (const auto at = found(m_members, key); at != m_members.end())
        at->second = value;
    else
        m_members.emplace_back(key, value);
    return *this;
}

Draft &Draft::setUnlessNull(const QString &key, const Json &value)
{
    return value.isNull() ? *this : set(key, value);
}

Draft &Draft::remove(QStringView key)
{
    if (const auto at = found(m_members, key); at != m_members.end())
        m_members.erase(at);
    return *this;
}

Draft &Draft::rename(QStringView from, const QString &to)
{
    if (!contains(from))
        return *this;
    const Json value = (*this)[from];
    return remove(from).set(to, value);
}

Json Draft::json() const
{
    return Json::object(m_members);
}

std::optional<double> numberOf(const Json &value)
{
    if (value.isNumber())
        return value.toDouble();
    bool ok = false;
    const double number = value.toString().trimmed().toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

Json numberJson(const Json &value)
{
    const std::optional<double> number = numberOf(value);
    if (!number || value.isNumber())
        return number ? value : Json();
    return *number == std::floor(*number) && std::abs(*number) < 1e15 ? Json(qint64(*number)) : Json(*number);
}

bool isTruthy(const Json &value)
{
    switch (value.type()) {
    case Json::Type::Null:
        return false;
    case Json::Type::Bool:
        return value.toBool();
    case Json::Type::Number:
        return value.toDouble() != 0;
    case Json::Type::String:
        return !value.toString().isEmpty();
    case Json::Type::Array:
    case Json::Type::Object:
        return true;
    }
    return false;
}
